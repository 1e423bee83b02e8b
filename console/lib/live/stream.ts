/**
 * The company's events as they happen. Browsers open six connections to a host at the most, so that a stream per tab would
 * bring the seventh tab to a halt: one tab listens and tells the others, and when it closes the next one takes over.
 */
export function openStream(
  company: string,
  names: readonly string[],
  heard: (name: string) => void,
): () => void {
  const closing = new AbortController();
  const channel = new BroadcastChannel(`smarteros.events.${company}`);
  channel.onmessage = ({ data }) => heard(String(data));
  const listen = (): Promise<void> =>
    follow(company, names, closing.signal, (name) => {
      heard(name);
      channel.postMessage(name);
    });
  // Only pages that came safely (https, or from this machine) have locks; the others listen each for itself.
  const turn =
    navigator.locks?.request(`smarteros.events.${company}`, { signal: closing.signal }, listen) ?? listen();
  turn.catch(() => undefined);
  return () => {
    closing.abort();
    channel.close();
  };
}

/** A refused stream (the session is over, too many are open) is asked for again after this. */
const AGAIN_MS = 15_000;

/** Until told to stop. The browser comes back by itself when the connection is lost, and names where it was. */
function follow(
  company: string,
  names: readonly string[],
  signal: AbortSignal,
  heard: (name: string) => void,
): Promise<void> {
  let source: EventSource;
  let timer: number | undefined;
  const open = (): void => {
    source = new EventSource(`/events/stream?tenant=${encodeURIComponent(company)}`);
    for (const name of names) source.addEventListener(name, () => heard(name));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      resolve();
    });
  });
}
