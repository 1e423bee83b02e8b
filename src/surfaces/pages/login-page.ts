import type { Language } from '#core/errors.ts';
import { markup } from './html.ts';
import { page } from './page.ts';

const WORDS = {
  en: {
    title: 'Log in',
    intro: 'We send a code to your WhatsApp.',
    phone: 'Your phone number',
    send: 'Send the code',
    sent: 'If the number is on WhatsApp, a code is on its way to it.',
    code: 'The code',
    go: 'Log in',
    again: 'Use another number or ask for a new code',
    offline: 'No connection. Please try again.',
    script: 'This page needs JavaScript.',
  },
  es: {
    title: 'Ingresar',
    intro: 'Enviaremos un código a su WhatsApp.',
    phone: 'Su número de teléfono',
    send: 'Enviar código',
    sent: 'Si el número tiene WhatsApp, el código va en camino.',
    code: 'El código',
    go: 'Ingresar',
    again: 'Usar otro número o pedir un código nuevo',
    offline: 'Sin conexión. Intente de nuevo.',
    script: 'Esta página necesita JavaScript.',
  },
} as const;

/** Relative, like the addresses inside it: the installation may stand below a path. */
export const LOGIN_SCRIPT = 'login.js';

/** Phone, then code. `next` is a path of ours, checked. */
export function loginPage(language: Language, next: string): string {
  const words = WORDS[language];
  return page(
    language,
    words.title,
    markup`<h1>${words.title}</h1>
      <noscript><p class="bad">${words.script}</p></noscript>
      <p class="bad" id="problem" role="alert" hidden></p>
      <form id="phone-form" data-next="${next}" data-offline="${words.offline}">
        <p>${words.intro}</p>
        <label for="phone">${words.phone}</label>
        <input
          id="phone"
          name="phone"
          type="tel"
          autocomplete="tel"
          inputmode="tel"
          required
          maxlength="20"
          placeholder="+56 9 1234 5678"
        />
        <div class="actions"><button class="go">${words.send}</button></div>
      </form>
      <form id="code-form" hidden>
        <p role="status">${words.sent}</p>
        <label for="code">${words.code}</label>
        <input
          id="code"
          class="code"
          name="code"
          autocomplete="one-time-code"
          inputmode="numeric"
          pattern="[0-9 ]{6,10}"
          required
          maxlength="10"
        />
        <div class="actions">
          <button class="go">${words.go}</button> <button type="button" id="again">${words.again}</button>
        </div>
      </form>`,
    LOGIN_SCRIPT,
  );
}
