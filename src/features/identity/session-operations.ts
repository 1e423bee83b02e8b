import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused, SessionReply } from '#core/reply.ts';
import { ROLE_SCOPES } from '#core/roles.ts';
import { touchSession } from '#platform/db/identity.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { ACCESS_SECONDS } from '#platform/tokens/access.ts';
import type { IdentityParts } from './parts.ts';
import { Me, Tokens } from './schema.ts';
import { nextRefresh } from './sessions.ts';
import { shownTenant } from './belonging.ts';
import { findPerson, lockRefresh, revokeSession, tenantsOf, useRefresh } from './store.ts';

export function sessionOperations({ tokens }: IdentityParts): readonly Operation[] {
  const refresh = defineOperation({
    name: 'auth.refresh',
    route: 'POST /auth/refresh',
    summary: 'Exchange a refresh token for the next pair of tokens.',
    description:
      'Each works once. Using one a second time ends the session, as one of its two users is a thief.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'session.refreshed',
    input: z.strictObject({ refreshToken: z.string().min(1).max(100) }),
    output: Tokens,
    errors: ['refresh_invalid'],
    examples: [
      {
        title: 'Renew',
        as: 'anonymous',
        input: { refreshToken: EXAMPLE.person.refreshToken },
        output: {
          accessToken: '****',
          expiresIn: ACCESS_SECONDS,
          refreshToken: 'smr_*******************************************',
        },
      },
    ],
    run: async (ctx, input) => {
      await tokens.ready();
      return ctx.db.tx(async (tx) => {
        const now = ctx.clock.now();
        const hash = tokenHash(input.refreshToken);
        const [found] = await tx.run(lockRefresh(hash));
        const invalid = new AppError('refresh_invalid');
        if (!found || !found.live || Date.parse(found.expires_at) <= now.getTime()) throw invalid;
        if (found.used) {
          await tx.run(revokeSession(found.session_id, now));
          return new Refused(invalid, 'session.reuse_detected', found.person_id);
        }
        const next = nextRefresh(found.session_id, now, new Date(found.session_expires_at));
        await tx.run(useRefresh(hash, now));
        await tx.run(next.insert);
        await tx.run(touchSession(found.session_id, now));
        return {
          accessToken: await tokens.issue(found.person_id, found.session_id),
          expiresIn: ACCESS_SECONDS,
          refreshToken: next.token,
        };
      });
    },
  });

  const logout = defineOperation({
    name: 'auth.logout',
    route: 'POST /auth/logout',
    summary: 'End this session.',
    words: 'sign out log me out · salir cerrar sesión',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    audit: 'session.ended',
    input: z.strictObject({}),
    output: z.object({ ended: z.boolean() }).meta({ id: 'LoggedOut' }),
    examples: [{ title: 'Log out', as: 'person', input: {}, output: { ended: true } }],
    run: async (ctx) => {
      const { sessionId } = ctx.actor.person!;
      const answer = await ctx.db.batch([revokeSession(sessionId, ctx.clock.now())], { ended: true });
      return new SessionReply(answer, null);
    },
  });

  const me = defineOperation({
    name: 'auth.me',
    route: 'GET /auth/me',
    summary: 'Say who is logged in.',
    words: 'who am I, my profile · quién soy, mi perfil',
    effect: 'read',
    access: [{ person: true }],
    realm: 'identity',
    input: z.strictObject({}),
    output: Me,
    examples: [
      {
        title: 'Who am I',
        as: 'person',
        input: {},
        output: {
          ugid: EXAMPLE.person.ugid,
          name: EXAMPLE.person.name,
          phone: EXAMPLE.person.phone,
          email: null,
          language: 'es',
          operator: false,
          tenants: [
            {
              slug: EXAMPLE.tenant.slug,
              name: EXAMPLE.tenant.name,
              hue: EXAMPLE.tenant.hue,
              logo: EXAMPLE.tenant.logo,
              role: 'owner',
              scopes: [...ROLE_SCOPES.owner],
            },
          ],
        },
      },
    ],
    run: async (ctx) => {
      const { id } = ctx.actor.person!;
      const [[person], tenants] = await ctx.db.batch([findPerson(id), tenantsOf(id)]);
      if (!person) throw new AppError('not_found');
      const { name, phone, email, language, operator } = person;
      return {
        ugid: id,
        name,
        phone,
        email,
        language,
        operator,
        tenants: tenants.map(shownTenant),
      };
    },
  });

  return [refresh, logout, me];
}
