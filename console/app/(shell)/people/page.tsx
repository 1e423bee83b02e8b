import { PeoplePage } from '#areas/people/people-page.tsx';

export default function Page() {
  return <PeoplePage />;
}
