import { z } from 'zod';
import { looks } from '#features/tenants/index.ts';

/** Whose numbers are written without +. */
export const COUNTRY = 'CL';
/** Characters; a solution has about 600. */
const MAX_SOLUTION = 4000;

export const challengeInput = z
  .string()
  .max(MAX_SOLUTION)
  .optional()
  .describe('Solution of the challenge in `data` of a `challenge_required`, as the ALTCHA widget gives it.');

export const CodeSent = z
  .object({
    expiresIn: z.int().describe('Seconds until the code stops working.'),
    resendAfter: z.int().describe('Seconds until another one can be asked for.'),
    digits: z.int().describe('How many digits the code has.'),
  })
  .meta({ id: 'CodeSent' });

export const phoneInput = z
  .string()
  .min(3)
  .max(30)
  .describe('Phone number; without + it is read as a Chilean one.');

const secret = (about: string) => z.string().nullable().meta({ secret: true }).describe(about);

const TenantChoice = z
  .object({ slug: z.string(), name: z.string(), role: z.string() })
  .meta({ id: 'TenantChoice' });

const tokens = {
  accessToken: secret('Bearer token (JWT), for programs; browsers use the cookie that came along.'),
  expiresIn: z.int().describe('Seconds that the access token lives.'),
  refreshToken: secret('Exchange it once for the next pair at POST /auth/refresh.'),
};
export const Tokens = z.object(tokens).meta({ id: 'Tokens' });

/** The fixed answer of every login. */
export const Login = z
  .object({
    ugid: z.uuid().describe('The person’s id in all systems.'),
    ...tokens,
    tenants: z.array(TenantChoice).describe('Companies they belong to, for X-Smarteros-Tenant.'),
  })
  .meta({ id: 'Login' });

const MyTenant = TenantChoice.extend({
  ...looks,
  scopes: z
    .array(z.string())
    .describe('What the role allows there; `*` is everything but what is named for owners alone.'),
}).meta({ id: 'MyTenant' });

export const Me = z
  .object({
    ugid: z.uuid(),
    name: z.string().nullable(),
    phone: z.string().nullable().describe('E.164.'),
    email: z.string().nullable(),
    language: z.enum(['es', 'en']),
    operator: z.boolean(),
    tenants: z.array(MyTenant),
  })
  .meta({ id: 'Me' });
