import { isIP } from 'node:net';
import { z } from 'zod';

/** What a value has to look like, in words: shown in errors and in the reference. */
type Expected = { expected: string };

/** `z.string()` with a rule, its wording kept in the schema's metadata. */
const text = (expected: string, rule: (value: string) => boolean = () => true) =>
  z
    .string()
    .refine(rule)
    .meta({ expected } satisfies Expected);

const integer = (min: number, max: number) =>
  text(`a whole number from ${min} to ${max}`, (value) => {
    return /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
  }).transform(Number);

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names).meta({ expected: `one of ${names.join(', ')}` } satisfies Expected);

const split = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const list = (expected: string, rule: (part: string) => boolean) =>
  text(expected, (value) => split(value).every(rule)).transform(split);

function hasProtocol(value: string, ...protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const webUrl = () =>
  text('a URL that begins with http:// or https://', (value) => hasProtocol(value, 'http:', 'https:'));

const databaseUrl = () =>
  text('a URL that begins with postgres:// or postgresql://', (value) =>
    hasProtocol(value, 'postgres:', 'postgresql:'),
  );

const isOrigin = (value: string): boolean =>
  hasProtocol(value, 'http:', 'https:') && new URL(value).origin === value;

const ADDRESS_BITS: Record<number, number> = { 4: 32, 6: 128 };

function isAddressRange(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const maximum = ADDRESS_BITS[isIP(address)];
  if (maximum === undefined || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= maximum);
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Of an issuer: secrets travel to it, so only this very machine is trusted without TLS. */
const isIssuer = (value: string): boolean =>
  hasProtocol(value, 'https:') || (hasProtocol(value, 'http:') && LOOPBACK.has(new URL(value).hostname));

const issuersSchema = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      issuer: z.string().refine(isIssuer),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1).optional(),
      scopes: z
        .string()
        .regex(/\bopenid\b/)
        .default('openid email profile'),
      signUp: z.boolean().default(false),
    }),
  )
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length);

function parseIssuers(value: string): z.infer<typeof issuersSchema> | undefined {
  try {
    return issuersSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

const issuers = () =>
  text(
    'a JSON list of issuers: [{"name":"…","issuer":"https://…","clientId":"…","clientSecret":"…"}]',
    (value) => parseIssuers(value) !== undefined,
  ).transform((value) => parseIssuers(value)!);

function isEncoded(value: string): boolean {
  try {
    return decodeURIComponent(value) !== '';
  } catch {
    return false;
  }
}

const SECRET_MIN_CHARS = 32;
const TRUE_WORDS = ['true', '1', 'yes', 'on'];
const FALSE_WORDS = ['false', '0', 'no', 'off'];

const flag = () =>
  text('true or false', (value) => [...TRUE_WORDS, ...FALSE_WORDS].includes(value.toLowerCase())).transform(
    (value) => TRUE_WORDS.includes(value.toLowerCase()),
  );

const anything = () => text('text').optional();

const isHostName = (value: string): boolean =>
  /^(?=.{1,253}$)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(value);

/** `policy=slug scope scope`, separated by semicolons. */
const POLICY = /^([\w./-]+)=([a-z0-9][a-z0-9-]*)((?: +(?:\*|[a-z_]+:(?:read|write|destroy)))+)$/;

const vaultPolicies = () => {
  const parts = (value: string): string[] =>
    value
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  return text('entries such as reader=123456785 contacts:read, separated by semicolons', (value) =>
    parts(value).every((part) => POLICY.test(part)),
  ).transform((value) =>
    parts(value).map((part) => {
      const [, policy = '', tenant = '', scopes = ''] = POLICY.exec(part)!;
      return { policy, tenant, scopes: scopes.trim().split(/ +/) };
    }),
  );
};

/** PRODUCT §5 "kept names": what people already have in their env files, for the engines and services we connect to. */
const engineSettings = {
  SUPABASE_URL: webUrl().optional(),
  SUPABASE_SERVICE_ROLE: anything(),
  ODOO_URL: webUrl().optional(),
  ODOO_DB: anything(),
  ODOO_API_KEY: anything(),
  N8N_BASE_URL: webUrl().optional(),
  N8N_API_KEY: anything(),
  CHATWOOT_BASE_URL: webUrl().optional(),
  CHATWOOT_TOKEN: anything(),
  CHATWOOT_ACCOUNT_ID: anything(),
  CHATWOOT_INBOX_ID: anything(),
  RESEND_API_KEY: anything(),
  RESEND_FROM: anything(),
  ADMIN_EMAIL: text('a mail address', (value) => z.email().safeParse(value).success).optional(),
  SMTP_URL: text('a URL that begins with smtp:// or smtps://', (value) =>
    hasProtocol(value, 'smtp:', 'smtps:'),
  ).optional(),
  SMTP_FROM: anything(),
  WHATSAPP_PHONE_ID: anything(),
  WHATSAPP_TOKEN: anything(),
  WHATSAPP_APP_SECRET: anything(),
  WHATSAPP_VERIFY_TOKEN: anything(),
  WHATSAPP_TEMPLATE: text('a template name: small letters, digits and _', (value) =>
    /^[a-z0-9_]{1,512}$/.test(value),
  ).optional(),
  WHATSAPP_NOTICE_TEMPLATE: text('a template name: small letters, digits and _', (value) =>
    /^[a-z0-9_]{1,512}$/.test(value),
  ).optional(),
  WHATSAPP_TEMPLATE_LANGUAGES: text('languages such as es, es_CL, en_US, separated by commas', (value) =>
    split(value).every((part) => /^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(part)),
  ).optional(),
  WHATSAPP_WABA_ID: anything(),
  WHATSAPP_API_URL: webUrl().optional(),
  WHATSAPP_API_VERSION: text('a version such as v24.0', (value) => /^v\d{1,3}\.\d$/.test(value)).optional(),
  NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: anything(),
  CLERK_WEBHOOK_SECRET: anything(),
  OPENAI_API_KEY: anything(),
  ANTHROPIC_API_KEY: anything(),
  GITHUB_TOKEN: anything(),
};

/** Bounds how many codes of the longest kind can be guessed at in a day. */
export const MAX_DAILY_SENDS = 50_000;

const ownSettings = {
  SMARTEROS_HOME: anything(),
  SMARTEROS_PORT: integer(0, 65_535).default(8000),
  SMARTEROS_HOST: text('a host name or IP address', (value) => /^[\w.:-]+$/.test(value)).default('127.0.0.1'),
  SMARTEROS_PUBLIC_URL: webUrl().optional(),
  SMARTEROS_URL: webUrl().optional(),
  SMARTEROS_KEY: anything(),
  SMARTEROS_SECRET: text(
    `at least ${SECRET_MIN_CHARS} characters`,
    (value) => value.length >= SECRET_MIN_CHARS,
  ).optional(),
  SMARTEROS_LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  SMARTEROS_DOMAIN: text('a domain such as example.cl', isHostName).optional(),
  SMARTEROS_CORS_ORIGINS: list(
    'origins such as https://app.example.cl, separated by commas',
    isOrigin,
  ).default([]),
  SMARTEROS_TRUSTED_PROXIES: list(
    'IP addresses or ranges such as 10.0.0.0/8, separated by commas',
    isAddressRange,
  ).default([]),
  SMARTEROS_RATE_LIMIT_IP: integer(1, 1_000_000).default(100),
  SMARTEROS_RATE_LIMIT_KEY: integer(1, 10_000_000).default(6000),
  SMARTEROS_RATE_LIMIT_TENANT: integer(1, 100_000_000).default(30_000),
  SMARTEROS_OTP_COUNTRIES: list('ISO 3166 codes such as CL, AR, separated by commas', (part) =>
    /^[A-Z]{2}$/.test(part),
  ).default(['CL', 'AR', 'PE']),
  SMARTEROS_OTP_DAILY_SENDS: integer(1, MAX_DAILY_SENDS).default(1000),
  SMARTEROS_WORKER_CONCURRENCY: integer(1, 1000).default(10),
  SMARTEROS_WORKER_METRICS_PORT: integer(0, 65_535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl().optional(),
  OTEL_EXPORTER_OTLP_HEADERS: text('pairs such as name=value, separated by commas', (value) =>
    split(value).every((part) => /^[\w-]+=\S+$/.test(part) && isEncoded(part)),
  ).optional(),
  OTEL_TRACES_SAMPLER_ARG: text('a number from 0 to 1', (value) => /^(?:0|1|0?\.\d+|1\.0+)$/.test(value))
    .transform(Number)
    .default(1),
  DATABASE_URL: databaseUrl().optional(),
  DATABASE_DIRECT_URL: databaseUrl().optional(),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  ENABLE_MCP: flag().default(true),
  SMARTEROS_CONSOLE: flag().default(true),
  VAULT_ADDR: webUrl().optional(),
  VAULT_NAMESPACE: text('a namespace such as team/shop', (value) => /^[\w./-]+$/.test(value)).optional(),
  VAULT_CACERT: anything(),
  VAULT_POLICIES: vaultPolicies().default([]),
  VAULT_ROLE_ID: anything(),
  VAULT_SECRET_ID: anything(),
  VAULT_MOUNT: text('the path of a KV version 2, such as secret', (value) =>
    /^[\w-]+(?:\/[\w-]+)*$/.test(value),
  ).default('secret'),
  SMARTEROS_SECRETS: oneOf(['embedded', 'vault']).optional(),
  SMARTEROS_OAUTH_REGISTRATION: flag().default(false),
  SMARTEROS_PASSWORD_LOGIN: flag().default(true),
  SMARTEROS_OIDC_ISSUERS: issuers().default([]),
};

export const settingsSchema = z.object({ ...ownSettings, ...engineSettings });
export const engineSettingsSchema = z.object(engineSettings);

export type Settings = z.infer<typeof settingsSchema>;
export type EngineSettings = z.infer<typeof engineSettingsSchema>;
export type SettingName = keyof Settings;

/** Every setting there is, by its name in the environment and in smarteros.yaml. */
export const settingNames = Object.keys(settingsSchema.shape) as readonly SettingName[];

/** The wording of `name`'s rule: "expected …". */
export function expectation(name: SettingName): string {
  let schema: z.core.$ZodType | undefined = settingsSchema.shape[name];
  while (schema) {
    const meta = z.globalRegistry.get(schema);
    if (typeof meta?.['expected'] === 'string') return `expected ${meta['expected']}`;
    const def = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
    schema = def.innerType ?? def.in;
  }
  return 'expected another value';
}
