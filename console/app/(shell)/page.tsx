import { HomePage } from '#areas/home/home-page.tsx';

export default function Page() {
  return <HomePage />;
}
