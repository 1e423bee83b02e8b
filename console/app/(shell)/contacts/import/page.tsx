import { ImportPage } from '#areas/contacts/import/import-page.tsx';

export default function Page() {
  return <ImportPage />;
}
