export const contactHref = (id: string): string => `/contacts/view?id=${encodeURIComponent(id)}`;
