import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { logIn, type Proved } from '#features/identity/login.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { Login } from '#features/identity/schema.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import {
  comeBack,
  FLOW_SECONDS,
  isSameTraveller,
  safeNext,
  setOut,
  type Claims,
  type Purpose,
  type Returned,
} from './flow.ts';
import type { IssuerSettings } from './issuers.ts';
import { issuer, next, returnedInput } from './schema.ts';
import {
  findFlow,
  insertFederatedPerson,
  insertFlow,
  insertIdentity,
  lockIdentity,
  takeFlow,
  useIdentity,
} from './store.ts';

export function oidcOperations(parts: IdentityParts): readonly Operation[] {
  const issuers = defineOperation({
    name: 'auth.oidc_issuers',
    route: 'GET /auth/oidc',
    summary: 'List where else people can log in.',
    description: 'A browser goes to /auth/oidc/{name}/start?next=/path.',
    effect: 'read',
    access: 'public',
    realm: 'identity',
    input: z.strictObject({}),
    output: z.object({ data: z.array(z.object({ name: z.string() })) }).meta({ id: 'Issuers' }),
    examples: [{ title: 'None is configured', as: 'anonymous', input: {}, output: { data: [] } }],
    run: async () => ({ data: parts.issuers.list.map(({ name }) => ({ name })) }),
  });

  const start = defineOperation({
    name: 'auth.oidc_start',
    route: 'POST /auth/oidc/start',
    summary: 'Set out to log in at another issuer.',
    description: 'Browsers use /auth/oidc/{name}/start, which keeps `binding` in a cookie.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.federated_started',
    input: z.strictObject({ issuer, next }),
    output: z
      .object({
        url: z.string().describe('Where the browser has to go.'),
        binding: z.string().nullable().meta({ secret: true }).describe('To show at auth.oidc_finish.'),
        expiresIn: z.int().describe('Seconds until it has to be back.'),
      })
      .meta({ id: 'FederatedStart' }),
    errors: ['not_found'],
    examples: [],
    run: async (ctx, input) => {
      const settings = parts.issuers.find(input.issuer);
      const { url, binding, state, flow } = await setOut(parts, settings, null, safeNext(parts, input.next));
      const answer = { url, binding, expiresIn: FLOW_SECONDS };
      return ctx.db.batch([insertFlow(state, flow, expiry(ctx))], answer);
    },
  });

  const finish = defineOperation({
    name: 'auth.oidc_finish',
    route: 'POST /auth/oidc/finish',
    summary: 'Log in, or link, by what the other issuer sent back.',
    description:
      'An account that nobody linked becomes a new person only if the issuer is set up so; a mail address never decides who somebody is.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.succeeded',
    input: z.strictObject({
      ...returnedInput,
      binding: z.string().max(100).optional().describe('From auth.oidc_start.'),
    }),
    output: Login.extend({ next: z.string().describe('Path to go on to.') }).meta({ id: 'FederatedLogin' }),
    errors: ['federation_failed', 'identity_unknown', 'second_factor_required', 'not_found'],
    examples: [],
    run: async (ctx, input) => {
      const settings = parts.issuers.find(input.issuer);
      const trip = await travelled(parts, ctx, settings, input, 'login', input.binding);
      const prove = async (tx: Tx): Promise<Proved | Refused> => {
        const claims = await arrived(ctx, tx, settings, input.state, trip, 'login.failed');
        return claims instanceof Refused ? claims : whoIs(ctx, tx, settings, claims);
      };
      return logIn(parts, ctx, prove, { next: trip.next });
    },
  });

  return [issuers, start, finish];
}

export const expiry = (ctx: Ctx): Date => new Date(ctx.clock.now().getTime() + FLOW_SECONDS * 1000);

/** Everything but the row: talking with the issuer takes long, and no transaction waits for it. */
export interface Trip {
  readonly next: string;
  readonly outcome: Claims | AppError;
}

export async function travelled(
  parts: IdentityParts,
  ctx: Ctx,
  settings: IssuerSettings,
  returned: Returned,
  purpose: Purpose,
  binding?: string,
): Promise<Trip> {
  const [[flow]] = await ctx.db.batch([findFlow(tokenHash(returned.state), settings.name, ctx.clock.now())]);
  // Another browser's return neither uses the row up nor asks the issuer anything.
  if (!flow || !isSameTraveller(ctx, flow, purpose, binding))
    return { next: '/', outcome: new AppError('federation_failed') };
  return { next: flow.next, outcome: await comeBack(parts, settings, flow, returned) };
}

/** Uses the row up. A return that failed leaves it: whoever spoils one must not end the other's. */
export async function arrived(
  ctx: Ctx,
  tx: Tx,
  settings: IssuerSettings,
  state: string,
  { outcome }: Trip,
  audit: string,
): Promise<Claims | Refused> {
  const person = ctx.actor.person?.id ?? null;
  if (outcome instanceof AppError) return new Refused(outcome, audit, person);
  const [taken] = await tx.run(takeFlow(tokenHash(state), settings.name, ctx.clock.now()));
  return taken ? outcome : new Refused(new AppError('federation_failed'), audit, person);
}

async function whoIs(ctx: Ctx, tx: Tx, settings: IssuerSettings, claims: Claims): Promise<Proved | Refused> {
  const now = ctx.clock.now();
  const [known] = await tx.run(lockIdentity(claims.issuer, claims.subject));
  if (known?.disabled) return new Refused(new AppError('forbidden'), 'login.refused', known.person_id);
  if (known) {
    await tx.run(useIdentity(known.id, claims.email, now));
    return { personId: known.person_id, method: 'oidc' };
  }
  if (!settings.signUp) return new Refused(new AppError('identity_unknown'), 'login.refused');
  const personId = randomUUID();
  const { language } = ctx.client;
  await tx.run(insertFederatedPerson({ id: personId, name: claims.name, language, now }));
  await tx.run(insertIdentity({ id: ctx.clock.id(), personId, ...claims }, now));
  return { personId, method: 'oidc' };
}
