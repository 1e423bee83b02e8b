import { DuplicatesPage } from '#areas/contacts/duplicates/duplicates-page.tsx';

export default function Page() {
  return <DuplicatesPage />;
}
