import { ExecutionsPage } from '#areas/workflows/executions-page.tsx';

export default function Page() {
  return <ExecutionsPage />;
}
