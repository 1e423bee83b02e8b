import { WebhooksPage } from '#areas/webhooks/webhooks-page.tsx';

export default function Page() {
  return <WebhooksPage />;
}
