import type { Language } from '#core/errors.ts';
import { markup, type Html } from './html.ts';
import { page } from './page.ts';
import { scopeWords } from './scope-words.ts';

export interface ConsentView {
  readonly language: Language;
  /** What the client calls itself, cleaned; anybody can call himself anything. */
  readonly clientName: string;
  /** Whose metadata document it is: the only part of a client's identity that is proved. Null for registered clients. */
  readonly clientHost: string | null;
  /** Where the answer goes; null for a program on the person's own machine. */
  readonly redirectHost: string | null;
  /** Their name, if they have said it. */
  readonly person: string | null;
  readonly companies: readonly { readonly slug: string; readonly name: string }[];
  readonly chosen: { readonly slug: string; readonly name: string };
  /** What will be allowed, and what was asked for but is beyond the person's own role there. */
  readonly scopes: readonly string[];
  readonly beyond: readonly string[];
  readonly days: number;
  /** Where the form goes. */
  readonly action: string;
  readonly token: string;
  /** True when what is shown has changed since the person last looked. */
  readonly changed: boolean;
}

const WORDS = {
  en: {
    title: 'Allow an agent',
    heading: (name: string) => `Allow “${name}” to work in your company?`,
    agent: 'Calls itself',
    proved: 'Is published by',
    unproved: 'Nobody vouches for this name: allow it only if you started this yourself.',
    answer: 'The permission is sent to',
    here: 'a program on this computer',
    local:
      'Any program on this computer could be asking under this name. Go on only if you have just started it yourself.',
    company: 'Company',
    other: 'Another company:',
    may: 'It may',
    mayNot: 'It also asked for this, which you may not do there yourself, so it can’t either:',
    nothing: 'Your role in this company allows nothing of what it asks for.',
    changed: 'Something changed in the meantime. Please look again.',
    end: (days: number) => `For ${days} days at the most. You can end it at any time, at once.`,
    person: (name: string) => `You are logged in as ${name}.`,
    allow: 'Allow',
    refuse: 'Don’t allow',
  },
  es: {
    title: 'Autorizar un agente',
    heading: (name: string) => `¿Permitir que «${name}» trabaje en su empresa?`,
    agent: 'Dice llamarse',
    proved: 'Lo publica',
    unproved: 'Nadie responde por este nombre: autorícelo solo si usted mismo inició esto.',
    answer: 'El permiso se envía a',
    here: 'un programa en este computador',
    local:
      'Cualquier programa de este computador podría estar pidiéndolo con este nombre. Continúe solo si usted acaba de iniciarlo.',
    company: 'Empresa',
    other: 'Otra empresa:',
    may: 'Podrá',
    mayNot: 'También pidió lo siguiente, que usted no puede hacer en esta empresa, así que tampoco podrá:',
    nothing: 'Su rol en esta empresa no permite nada de lo que pide.',
    changed: 'Algo cambió mientras tanto. Revise de nuevo, por favor.',
    end: (days: number) =>
      `Por ${days} días como máximo. Puede terminarlo en cualquier momento, de inmediato.`,
    person: (name: string) => `Ingresó como ${name}.`,
    allow: 'Permitir',
    refuse: 'No permitir',
  },
} as const;

const list = (scopes: readonly string[], language: Language): Html =>
  markup`<ul>
    ${scopes.map((scope) => markup`<li>${scopeWords(scope, language)}</li>`)}
  </ul>`;

/** Asks a person whether an agent may act in a company, in words and with everything that helps to decide. */
export function consentPage(view: ConsentView): string {
  const { language, chosen, scopes, beyond } = view;
  const words = WORDS[language];
  const name = view.clientName;
  const others = view.companies.filter(({ slug }) => slug !== chosen.slug);
  const proof =
    view.clientHost === null
      ? markup`<p class="warn">${words.unproved}</p>`
      : markup`<div>
          <dt>${words.proved}</dt>
          <dd>${view.clientHost}</dd>
        </div>`;
  return page(
    language,
    words.title,
    markup`<h1>${words.heading(name)}</h1>
      ${view.changed ? markup`<p class="bad" role="alert">${words.changed}</p>` : ''}
      <dl>
        <div>
          <dt>${words.agent}</dt>
          <dd>${name}</dd>
        </div>
        ${view.clientHost === null ? '' : proof}
        <div>
          <dt>${words.answer}</dt>
          <dd>${view.redirectHost ?? words.here}</dd>
        </div>
        <div>
          <dt>${words.company}</dt>
          <dd>${chosen.name}</dd>
        </div>
      </dl>
      ${view.clientHost === null ? proof : ''}
      ${view.redirectHost === null ? markup`<p class="warn">${words.local}</p>` : ''}
      ${
        others.length === 0
          ? ''
          : markup`<nav aria-label="${words.company}">
              <p class="soft">${words.other}</p>
              <ul>
                ${others.map(
                  (one) => markup`<li><a href="${view.action}?company=${one.slug}">${one.name}</a></li>`,
                )}
              </ul>
            </nav>`
      }
      ${
        scopes.length === 0
          ? markup`<p class="bad">${words.nothing}</p>`
          : markup`<h2>${words.may}</h2>
              ${list(scopes, language)}`
      }
      ${
        beyond.length === 0
          ? ''
          : markup`<p class="soft">${words.mayNot}</p>
              ${list(beyond, language)}`
      }
      <p class="soft">${words.end(view.days)} ${view.person === null ? '' : words.person(view.person)}</p>
      <form method="post" action="${view.action}">
        <input type="hidden" name="company" value="${chosen.slug}" />
        <input type="hidden" name="token" value="${view.token}" />
        <div class="actions">
          ${scopes.length === 0 ? '' : markup`<button class="go" name="decision" value="allow">${words.allow}</button>`}
          <button name="decision" value="refuse">${words.refuse}</button>
        </div>
      </form>`,
  );
}
