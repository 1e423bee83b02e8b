import { WorkflowPage } from '#areas/workflows/workflow-page.tsx';

export default function Page() {
  return <WorkflowPage />;
}
