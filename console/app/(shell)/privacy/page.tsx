import { PrivacyPage } from '#areas/privacy/privacy-page.tsx';

export default function Page() {
  return <PrivacyPage />;
}
