import { ApiPage } from '#areas/api/api-page.tsx';

export default function Page() {
  return <ApiPage />;
}
