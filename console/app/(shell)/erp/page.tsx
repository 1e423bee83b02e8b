import { ErpPage } from '#areas/erp/erp-page.tsx';

export default function Page() {
  return <ErpPage />;
}
