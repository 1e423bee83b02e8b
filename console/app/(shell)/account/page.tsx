import { AccountPage } from '#areas/account/account-page.tsx';

export default function Page() {
  return <AccountPage />;
}
