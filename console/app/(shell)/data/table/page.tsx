import { TablePage } from '#areas/data/table-page.tsx';

export default function Page() {
  return <TablePage />;
}
