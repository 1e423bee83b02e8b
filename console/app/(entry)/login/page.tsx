import { LoginPage } from '#components/entry/login-page.tsx';

export default function Page() {
  return <LoginPage />;
}
