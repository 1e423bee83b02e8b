import { DashboardsPage } from '#areas/dashboards/dashboards-page.tsx';

export default function Page() {
  return <DashboardsPage />;
}
