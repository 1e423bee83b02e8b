import { FieldsPage } from '#areas/contacts/fields/fields-page.tsx';

export default function Page() {
  return <FieldsPage />;
}
