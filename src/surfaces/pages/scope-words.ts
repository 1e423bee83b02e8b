import type { Language } from '#core/errors.ts';

/** What each noun is called when a person is asked whether an agent may touch it. */
const NOUNS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  contacts: { en: 'contacts', es: 'los contactos' },
  forms: { en: 'public forms', es: 'los formularios públicos' },
  keys: { en: 'API keys (not the secrets themselves)', es: 'las claves de API (no su contenido secreto)' },
  audit: { en: 'the record of who did what', es: 'el registro de quién hizo qué' },
  webhooks: { en: 'addresses that events are sent to', es: 'las direcciones a las que se envían eventos' },
  jobs: { en: 'what runs in the background', es: 'los trabajos en segundo plano' },
  events: { en: 'events as they happen', es: 'los eventos a medida que ocurren' },
  tenants: { en: 'the company’s own details', es: 'los datos de la empresa' },
  messages: { en: 'messages to and from people', es: 'los mensajes con las personas' },
  members: { en: 'who belongs to the company', es: 'quiénes pertenecen a la empresa' },
  invitations: { en: 'invitations', es: 'las invitaciones' },
  roles: { en: 'roles', es: 'los roles' },
  accounts: { en: 'service accounts', es: 'las cuentas de servicio' },
  grants: { en: 'the operator’s entries', es: 'los ingresos del operador' },
  consents: { en: 'consents of people', es: 'los consentimientos de las personas' },
  privacy: { en: 'requests about personal data', es: 'las solicitudes sobre datos personales' },
  breaches: { en: 'the register of data breaches', es: 'el registro de brechas de datos' },
  retention: { en: 'how long data are kept', es: 'cuánto se guardan los datos' },
  holds: { en: 'holds on data', es: 'las retenciones de datos por motivos legales' },
  processing: { en: 'the register of processing', es: 'el registro de tratamientos de datos' },
  ownership: { en: 'who owns the company', es: 'quién es dueño de la empresa' },
  engines: { en: 'connected systems', es: 'los sistemas conectados' },
  odoo: { en: 'what is in Odoo', es: 'lo que hay en Odoo' },
  n8n: { en: 'workflows in n8n', es: 'los flujos de n8n' },
  supabase: { en: 'tables in Supabase', es: 'las tablas de Supabase' },
  chatwoot: { en: 'conversations in Chatwoot', es: 'las conversaciones de Chatwoot' },
  botpress: { en: 'bots in Botpress', es: 'los bots de Botpress' },
  metabase: { en: 'dashboards in Metabase', es: 'los tableros de Metabase' },
  vault: { en: 'secrets in Vault', es: 'los secretos en Vault' },
  hooks: { en: 'what other systems send', es: 'lo que envían otros sistemas' },
  validator: { en: 'checks of tokens and inputs', es: 'las revisiones de tokens y datos de entrada' },
  export: { en: 'exports of all data', es: 'las exportaciones de todos los datos' },
};

const LEVELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  read: { en: 'See', es: 'Ver' },
  write: { en: 'See, add and change', es: 'Ver, agregar y modificar' },
  destroy: { en: 'See, add, change and delete', es: 'Ver, agregar, modificar y eliminar' },
};

/** True when people can be told in words what a scope means; a test asks it of every scope. */
export const hasWords = (scope: string): boolean => NOUNS[scope.split(':', 1)[0]!] !== undefined;

/** A scope as a person reads it. */
export function scopeWords(scope: string, language: Language): string {
  const [noun = '', level = ''] = scope.split(':');
  return `${LEVELS[level]?.[language] ?? level} ${NOUNS[noun]?.[language] ?? noun}`;
}

const RANK: Readonly<Record<string, number>> = { read: 0, write: 1, destroy: 2 };

/** Without what another of them includes already, in order: people read each line. */
export function withoutIncluded(scopes: readonly string[]): string[] {
  const highest = new Map<string, string>();
  for (const scope of scopes) {
    const [noun = '', level = ''] = scope.split(':');
    const known = highest.get(noun)?.split(':')[1];
    if (known === undefined || RANK[level]! > RANK[known]!) highest.set(noun, scope);
  }
  return [...highest.values()].toSorted();
}
