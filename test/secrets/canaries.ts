/** What nobody may ever read anywhere but where it was shown on purpose. */
export const DATABASE_PASSWORD = 'canary-database-password-0f9a';
export const BASIC = Buffer.from('user:canary-basic-password').toString('base64');
export const GUESSES = [
  'smk_canary-guess-that-is-no-key-000000000000000000',
  'canary-free-form-token-8181',
  'smg_canary-guess-grant-1111111111',
];
export const SETTINGS = {
  RESEND_API_KEY: 're_canary_resend_key_77aa',
  SUPABASE_SERVICE_ROLE: 'canary-supabase-role-1b2c',
  CHATWOOT_TOKEN: 'canary-chatwoot-token-3d4e',
  ODOO_API_KEY: 'canary-odoo-key-5f60',
  WHATSAPP_TOKEN: 'EAAG_canary_whatsapp_token_6a1b',
  WHATSAPP_APP_SECRET: 'canary-whatsapp-secret-7c2d',
  WHATSAPP_VERIFY_TOKEN: 'canary-whatsapp-verify-8e3f',
  SMTP_URL: 'smtps://user:canary-smtp-password-9d4e@mail.invalid',
};

/** Of people: in their own tables and in answers to those who may ask, and nowhere else. */
export const PERSON = {
  name: 'Canario Secreto',
  email: 'canary.person@example.com',
  phone: '+56987650123',
};
export const MESSAGE = 'canary words of a stranger';
export const WRONG_TAX_ID = '12.345.670-K';
export const PEOPLE = [...Object.values(PERSON), MESSAGE, WRONG_TAX_ID];

const phone = (type: string): readonly [string, string] => [
  `alter table app.contacts alter phone type ${type} using null`,
  'alter table app.contacts alter phone type text using null',
];

/** What makes the database refuse a contact, each in other words, and what puts it right again. */
export const TROUBLES: readonly (readonly [trouble: string, relief: string])[] = [
  ['revoke insert on app.contacts from smarteros_app', 'grant insert on app.contacts to smarteros_app'],
  [
    `alter table app.contacts add constraint trouble check (email not like 'canary%') not valid`,
    'alter table app.contacts drop constraint trouble',
  ],
  ['create unique index trouble on app.contacts (tenant_id, email)', 'drop index app.trouble'],
  [
    'alter table app.contacts alter email type varchar(3) using null',
    'alter table app.contacts alter email type text',
  ],
  phone('uuid'),
  phone('timestamptz'),
  [
    'alter table app.contacts alter name type bigint using 1',
    'alter table app.contacts alter name type text using name::text',
  ],
  [
    `create function app.trouble() returns trigger language plpgsql as $$
       begin raise exception 'no %', new.id using detail = new.email, hint = new.phone; end $$;
     grant execute on function app.trouble() to public;
     create trigger trouble before insert on app.contacts for each row execute function app.trouble()`,
    'drop trigger trouble on app.contacts; drop function app.trouble()',
  ],
  ['alter table app.contacts rename to hidden', 'alter table app.hidden rename to contacts'],
];

/** Where in `places` any of the named texts stand, with what is around them. */
export function findings(
  places: Readonly<Record<string, string>>,
  canaries: Iterable<readonly [name: string, text: string]>,
): string[] {
  const found: string[] = [];
  for (const [name, canary] of canaries) {
    for (const [place, text] of Object.entries(places)) {
      const at = text.indexOf(canary);
      if (at >= 0) found.push(`${name} in ${place}: …${text.slice(Math.max(0, at - 200), at + 80)}…`);
    }
  }
  return found;
}
