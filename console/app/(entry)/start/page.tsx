import { StartPage } from '#components/entry/start-page.tsx';

export default function Page() {
  return <StartPage />;
}
