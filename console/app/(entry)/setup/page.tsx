import { SetupPage } from '#areas/setup/setup-page.tsx';

export default function Page() {
  return <SetupPage />;
}
