import { WorkflowsPage } from '#areas/workflows/list-page.tsx';

export default function Page() {
  return <WorkflowsPage />;
}
