import { DataPage } from '#areas/data/data-page.tsx';

export default function Page() {
  return <DataPage />;
}
