import { AuditPage } from '#areas/audit/audit-page.tsx';

export default function Page() {
  return <AuditPage />;
}
