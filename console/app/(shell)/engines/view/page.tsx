import { EnginePage } from '#areas/engines/engine-page.tsx';

export default function Page() {
  return <EnginePage />;
}
