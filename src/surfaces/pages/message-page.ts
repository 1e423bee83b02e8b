import type { Language } from '#core/errors.ts';
import { markup } from './html.ts';
import { page } from './page.ts';

const MESSAGES = {
  expired: {
    en: ['This request has expired', 'Go back to the program and connect again.'],
    es: ['Esta solicitud expiró', 'Vuelva al programa y conéctelo de nuevo.'],
  },
  refused: {
    en: ['This program can’t be connected', 'What it asks for is not in order. Its makers can find out why:'],
    es: [
      'No se puede conectar este programa',
      'Lo que pide no está en orden. Sus autores pueden averiguar por qué:',
    ],
  },
  failed: {
    en: ['Something went wrong on our side', 'Please try again in a moment.'],
    es: ['Algo falló de nuestro lado', 'Intente de nuevo en un momento.'],
  },
  no_company: {
    en: ['You belong to no company yet', 'Create your company first, then connect the program again.'],
    es: [
      'Aún no pertenece a ninguna empresa',
      'Cree primero su empresa y luego conecte el programa de nuevo.',
    ],
  },
  no_engine_user: {
    en: ['You have no user there', 'Ask an administrator of your company, or try again in some minutes.'],
    es: [
      'No tiene usuario en ese sistema',
      'Consulte a un administrador de su empresa o intente de nuevo en unos minutos.',
    ],
  },
  no_engine_login: {
    en: ['You can’t log in there this way', 'Open the system from SmarterOS, or log in there directly.'],
    es: ['No se puede ingresar así', 'Abra el sistema desde SmarterOS o ingrese ahí directamente.'],
  },
} as const;

export type MessageName = keyof typeof MESSAGES;

/** A page that only says something. `code` is for the makers of a program, e.g. invalid_redirect_uri. */
export function messagePage(language: Language, name: MessageName, code?: string): string {
  const [title, text] = MESSAGES[name][language];
  return page(
    language,
    title,
    markup`<h1>${title}</h1>
      <p>${text}${code === undefined ? '' : markup` <code>${code}</code>`}</p>`,
  );
}
