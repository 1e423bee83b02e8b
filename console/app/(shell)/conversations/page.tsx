import { ConversationsPage } from '#areas/conversations/list-page.tsx';

export default function Page() {
  return <ConversationsPage />;
}
