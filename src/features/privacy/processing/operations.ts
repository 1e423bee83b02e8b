import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { currentRules } from '#features/privacy/retention/store.ts';
import { Activity, description, fromDeclaration, register } from './register.ts';
import { currentActivities, insertActivity } from './store.ts';

const { title, purposes, basis, classes, subjects, recipients, abroad, retention, security } = description;
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,49}$/)
  .describe('Name of the activity in lower case: a feature’s, or one of your own.');

/** The register as it stands. */
export async function readRegister(
  ctx: Pick<Ctx, 'db'>,
  declared: readonly PersonalData[],
): Promise<Activity[]> {
  const [rows, rules] = await ctx.db.batch([currentActivities, currentRules]);
  return register(declared, rows, new Map(rules.map((rule) => [rule.class, rule.days])));
}

export function processingOperations(declared: readonly PersonalData[]): readonly Operation[] {
  const contacts = declared.find(({ name }) => name === 'contacts')!;

  const list = defineOperation({
    name: 'processing.list',
    route: 'GET /processing',
    summary: 'List the register of processing: what personal data is used for, and on what ground.',
    description:
      'Made of what the features declare; where the company described something otherwise, its words count.',
    effect: 'read',
    access: [{ scope: 'processing:read' }, { operator: true }],
    input: z.strictObject({}),
    output: z.object({ data: z.array(Activity) }).meta({ id: 'ProcessingRegister' }),
    examples: [{ title: 'The register', input: {}, output: { data: declared.map(fromDeclaration) } }],
    run: async (ctx) => ({ data: await readRegister(ctx, declared) }),
  });

  const update = defineOperation({
    name: 'processing.update',
    route: 'PUT /processing/{key}',
    summary: 'Describe an activity in the company’s own words, or add one.',
    description:
      'What is left out stays as it is. An activity of one’s own needs all fields; `removed` takes it off the register. Earlier descriptions are kept.',
    effect: 'write',
    access: [{ scope: 'processing:write' }, { operator: true }],
    audit: 'processing.updated',
    input: z.strictObject({
      key,
      title: title.optional(),
      purposes: purposes.optional(),
      basis: basis.optional(),
      classes: classes.optional(),
      subjects: subjects.optional(),
      recipients: recipients.optional(),
      abroad: abroad.optional(),
      retention: retention.optional(),
      security: security.optional(),
      removed: z.boolean().default(false).describe('It is no longer carried out; not for declared ones.'),
    }),
    output: Activity,
    examples: [
      {
        title: 'A mail service gets the contacts',
        input: {
          key: 'contacts',
          recipients: { es: 'El servicio de correo masivo.', en: 'The mass-mail service.' },
          abroad: { es: 'Estados Unidos, cláusulas modelo.', en: 'United States, model clauses.' },
        },
        output: {
          ...fromDeclaration(contacts),
          edited: true,
          recipients: { es: 'El servicio de correo masivo.', en: 'The mass-mail service.' },
          abroad: { es: 'Estados Unidos, cláusulas modelo.', en: 'United States, model clauses.' },
        },
      },
    ],
    run: (ctx, { key: name, removed, ...changes }) =>
      ctx.db.tx(async (tx) => {
        const isDeclared = declared.some((one) => one.name === name);
        if (removed && isDeclared)
          throw invalidField('removed', 'declared', {
            en: 'a feature of SmarterOS does this; it can be described otherwise, not removed',
            es: 'lo hace una función de SmarterOS; se puede describir de otro modo, no quitar',
          });
        const rows = await tx.run(currentActivities);
        const rules = await tx.run(currentRules);
        const before = rows.find((row) => row.key === name);
        const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
        const content = { ...(before?.content as object | undefined), ...given };
        const missing = Object.keys(description).filter((field) => !(field in content));
        if (!isDeclared && missing.length > 0)
          throw invalidField(missing[0]!, 'required', {
            en: 'an activity of your own needs all fields',
            es: 'una actividad propia requiere todos los campos',
          });
        const row = { key: name, content, removed };
        await tx.run(insertActivity({ id: ctx.clock.id(), ...row, by: ctx.actor.label }, ctx.clock.now()));
        const next = [...rows.filter((one) => one.key !== name), { ...row, removed: false }];
        const found = register(declared, next, new Map(rules.map((rule) => [rule.class, rule.days]))).find(
          (one) => one.key === name,
        );
        if (!found) throw new AppError('internal');
        return found;
      }),
  });

  return [list, update];
}
