import { ContactPage } from '#areas/contacts/contact-page.tsx';

export default function Page() {
  return <ContactPage />;
}
