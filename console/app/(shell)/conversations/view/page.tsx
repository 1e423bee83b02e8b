import { ConversationPage } from '#areas/conversations/conversation-page.tsx';

export default function Page() {
  return <ConversationPage />;
}
