import { ExecutionPage } from '#areas/workflows/execution-page.tsx';

export default function Page() {
  return <ExecutionPage />;
}
