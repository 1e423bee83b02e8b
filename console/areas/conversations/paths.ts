export const conversationHref = (id: string): string => `/conversations/view?id=${encodeURIComponent(id)}`;
