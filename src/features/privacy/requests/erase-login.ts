import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { Concerning } from '#core/reply.ts';
import { findRequest, onlyOwnerOf } from './store.ts';

/** What the operator's desk grants about a login is done by role identity, which alone may touch it. */
export const eraseLogin = (declared: readonly PersonalData[]): Operation =>
  defineOperation({
    name: 'privacy.erase_login',
    route: 'POST /privacy/requests/{id}/erase-login',
    summary: 'Erase a person’s login, as a granted request asks for.',
    description:
      'Name, phone and mail go, sessions end, and nobody can log in by them again; the number is free for a new person. Not while they are the only owner of a company.',
    effect: 'destroy',
    access: [{ operator: true }],
    realm: 'identity',
    audit: 'privacy.login_erased',
    input: z.strictObject({ id: z.uuid().describe('Id of the granted request.') }),
    output: z
      .object({ ugid: z.uuid(), result: z.record(z.string(), z.object({ rows: z.int() })) })
      .meta({ id: 'LoginErased' }),
    errors: ['conflict'],
    examples: [
      {
        title: 'Carry it out',
        as: 'operator',
        input: { id: EXAMPLE.ownRequestId },
        output: {
          ugid: EXAMPLE.formerPersonId,
          result: {
            invitations: { rows: 0 },
            notifications: { rows: 0 },
            factors: { rows: 0 },
            sessions: { rows: 0 },
            login: { rows: 1 },
            memberships: { rows: 0 },
          },
        },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [request] = await tx.run(findRequest(input.id));
        if (!request?.personId) throw new AppError('not_found');
        const { personId } = request;
        if (request.kind !== 'erase' || request.outcome !== 'granted')
          throw new AppError('conflict', {
            detail: {
              en: 'Grant the request first; it must ask for erasure.',
              es: 'Primero acoja la solicitud; debe pedir la supresión.',
            },
          });
        const owned = await tx.run(onlyOwnerOf(personId));
        if (owned.length > 0) {
          const slugs = owned.map(({ slug }) => slug).join(', ');
          throw new AppError('conflict', {
            detail: {
              en: `They are the only owner of ${slugs}: name another, or delete it first.`,
              es: `Es el único dueño de ${slugs}: nombre a otro, o elimínela primero.`,
            },
          });
        }
        const result: Record<string, { rows: number }> = {};
        for (const { name, about, erase } of declared) {
          if (about !== 'people' || !erase) continue;
          result[name] = { rows: await erase((statement) => tx.run(statement), personId, ctx.clock.now()) };
        }
        return new Concerning({ ugid: personId, result }, personId, []);
      }),
  });
