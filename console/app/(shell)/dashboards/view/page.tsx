import { DashboardPage } from '#areas/dashboards/dashboard-page.tsx';

export default function Page() {
  return <DashboardPage />;
}
