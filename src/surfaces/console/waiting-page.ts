import type { Language } from '#core/errors.ts';
import type { ConsoleState } from '#platform/console-site.ts';
import { markup } from '#surfaces/pages/html.ts';
import { page } from '#surfaces/pages/page.ts';

const WORDS = {
  building: {
    en: [
      'The console is getting ready',
      'This takes a minute or two, only the first time. This page opens it by itself.',
    ],
    es: [
      'La consola se está preparando',
      'Tarda uno o dos minutos, solo la primera vez. Esta página la abrirá sola.',
    ],
  },
  failed: {
    en: ['The console could not be prepared', 'Everything else works. On the server:'],
    es: ['La consola no se pudo preparar', 'Todo lo demás funciona. En el servidor:'],
  },
} as const;

/** What a browser sees while there is no console yet. What went wrong is for whoever runs the server: `status` says it. */
export function waitingPage(language: Language, { status }: ConsoleState): string {
  const name = status === 'failed' ? 'failed' : 'building';
  const [title, text] = WORDS[name][language];
  return page(
    language,
    title,
    markup`<h1>${title}</h1>
      <p role="status">${text}</p>
      ${name === 'failed' ? markup`<p><code>./smarteros status</code></p>` : ''}`,
  );
}
