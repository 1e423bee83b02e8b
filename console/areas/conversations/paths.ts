/** Where a list of conversations stands in its address. */
type Place = Partial<Record<'status' | 'q' | 'cursor', string>>;

const query = (all: Record<string, string | undefined>): string =>
  new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();

/** A conversation, and the list that it is in. */
export const conversationHref = (id: string, { status, q, cursor }: Place = {}): string =>
  `/conversations/view?${query({ id, status, q, cursor })}`;

export const conversationsHref = ({ status, q, cursor }: Place): string => {
  const place = query({ status, q, cursor });
  return `/conversations${place && `?${place}`}`;
};
