import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Concerning } from '#core/reply.ts';
import { ROLE_SCOPES } from '#core/roles.ts';
import { label } from '#core/schemas.ts';
import { Me, shownTenant, tenantsOf } from '#features/identity/index.ts';
import { lockPerson, setProfile } from './store.ts';

const updateMe = defineOperation({
  name: 'auth.update_me',
  route: 'PATCH /auth/me',
  summary: 'Say your name, or the language of messages to you.',
  words: 'my profile name language · mi perfil nombre idioma',
  effect: 'write',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'person.updated',
  input: z.strictObject({
    name: label(100).optional().describe('As others in your companies see you.'),
    language: z.enum(['es', 'en']).optional().describe('Of messages to you.'),
  }),
  output: Me,
  examples: [
    {
      title: 'In English, please',
      as: 'person',
      input: { language: 'en' },
      output: {
        ugid: EXAMPLE.person.ugid,
        name: EXAMPLE.person.name,
        phone: EXAMPLE.person.phone,
        email: null,
        language: 'en',
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
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const { id } = ctx.actor.person!;
      const [row] = await tx.run(lockPerson(id));
      if (!row) throw new AppError('not_found');
      const name = input.name?.trim() ?? row.name;
      const language = input.language ?? row.language;
      await tx.run(setProfile(id, name, language, ctx.clock.now()));
      const { phone, email, operator } = row;
      const belongings = await tx.run(tenantsOf(id));
      const tenants = belongings.map(shownTenant);
      return new Concerning(
        { ugid: id, name, phone, email, language, operator, tenants },
        id,
        belongings.map((one) => one.id),
      );
    }),
});

export const profileOperations: readonly Operation[] = [updateMe];
