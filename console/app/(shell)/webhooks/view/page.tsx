import { WebhookPage } from '#areas/webhooks/webhook-page.tsx';

export default function Page() {
  return <WebhookPage />;
}
