import { JoinPage } from '#components/entry/join-page.tsx';

export default function Page() {
  return <JoinPage />;
}
