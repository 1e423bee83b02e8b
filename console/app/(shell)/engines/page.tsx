import { EnginesPage } from '#areas/engines/list-page.tsx';

export default function Page() {
  return <EnginesPage />;
}
