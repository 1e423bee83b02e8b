import { ContactsPage } from '#areas/contacts/list-page.tsx';

export default function Page() {
  return <ContactsPage />;
}
