import { RecordPage } from '#areas/erp/record-page.tsx';

export default function Page() {
  return <RecordPage />;
}
