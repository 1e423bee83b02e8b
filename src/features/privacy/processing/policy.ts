import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { label, prose, timestamp } from '#core/schemas.ts';
import { readRegister } from './operations.ts';
import { Activity, fromDeclaration } from './register.ts';
import { currentPolicy, insertPolicy, ownTenant } from './store.ts';

const MAX_TEXT = 5_000;

/** Of the 12 items of art. 14 ter, those that no register can tell. */
const content = {
  responsible: label(200).describe('1. Who answers for the data.'),
  representative: label(200).describe('2. Legal representative.'),
  officer: label(200).nullable().describe('3. Data protection officer, if there is one.'),
  address: label(300).describe('4. Postal address.'),
  email: z.email().max(254).describe('5. Mail address for requests.'),
  policy: prose(MAX_TEXT).describe('6. How data is treated, in general.'),
  automated: prose(MAX_TEXT).describe('11. Automated decisions and profiles: whether, and by what logic.'),
};
const Content = z.object(content).meta({ id: 'PrivacyPolicyContent' });
type Content = z.infer<typeof Content>;

const Policy = z
  .object({
    id: z.uuid().describe('Changes with each version.'),
    publishedAt: timestamp,
    company: z.string(),
    taxId: z.string(),
    ...content,
    activities: z
      .array(Activity)
      .describe(
        '7. Kinds of data and people, 8. recipients and transfers abroad, 9. purpose and basis, 10. terms and security.',
      ),
    rights: z
      .object({ es: z.string(), en: z.string() })
      .describe('12. Rights, and the Agency to complain to.'),
  })
  .meta({ id: 'PrivacyPolicy' });

const RIGHTS = {
  es: 'Puede pedir acceso, rectificación, supresión, oposición, portabilidad y bloqueo de sus datos, y retirar su consentimiento, gratis y en cualquier momento. Se responde en 30 días corridos (el bloqueo, en 2 días hábiles). Si no está conforme, puede reclamar ante la Agencia de Protección de Datos Personales.',
  en: 'You can ask for access to your data, their rectification, erasure, portability and block, oppose their use, and withdraw your consent, free of charge at any time. The answer comes within 30 calendar days (2 business days for a block). If you don’t agree, you can complain to the Data Protection Agency (Agencia de Protección de Datos Personales).',
};

const example: Content = {
  responsible: 'Almacén Don Pepe SpA',
  representative: 'José Pérez',
  officer: null,
  address: 'Av. Matta 123, Santiago',
  email: 'privacidad@donpepe.cl',
  policy: 'Usamos sus datos solo para atenderle.',
  automated: 'No tomamos decisiones automatizadas.',
};

export function policyOperations(declared: readonly PersonalData[]): readonly Operation[] {
  const activities = declared.map(fromDeclaration);

  const publish = defineOperation({
    name: 'privacy.publish_policy',
    route: 'PUT /privacy/policy',
    summary: 'Publish the company’s privacy policy.',
    description:
      'What the law wants to be public (art. 14 ter); the rest comes from the register of processing. Earlier versions are kept.',
    words: 'terms data protection notice website · aviso de privacidad',
    effect: 'write',
    access: [{ scope: 'privacy:write' }, { operator: true }],
    audit: 'privacy.policy_published',
    input: z.strictObject(content),
    output: z.object({ id: z.uuid(), publishedAt: timestamp, ...content }).meta({ id: 'PublishedPolicy' }),
    examples: [
      {
        title: 'Publish',
        input: example,
        output: { id: newId(1), publishedAt: EXAMPLE.now, ...example },
      },
    ],
    run: async (ctx, input) => {
      const now = ctx.clock.now();
      const id = ctx.clock.id();
      const row = { id, content: input, by: ctx.actor.label };
      return ctx.db.batch([insertPolicy(row, now)], { id, publishedAt: now.toISOString(), ...input });
    },
  });

  const show = defineOperation({
    name: 'privacy.policy',
    route: 'GET /privacy/policy/{company}',
    summary: 'Get a company’s public privacy policy.',
    description: 'Needs no login. A company that has published none is not found.',
    effect: 'read',
    access: 'public',
    door: ({ company }) => ({ kind: 'tenant', id: company.toLowerCase() }),
    input: z.strictObject({ company: z.string().min(1).max(50).describe('Slug of the company.') }),
    output: Policy,
    examples: [
      {
        title: 'As anybody reads it',
        as: 'anonymous',
        input: { company: EXAMPLE.tenant.slug },
        output: {
          id: EXAMPLE.policyId,
          publishedAt: EXAMPLE.tenant.createdAt,
          company: EXAMPLE.tenant.name,
          taxId: EXAMPLE.tenant.taxId,
          ...example,
          activities,
          rights: RIGHTS,
        },
      },
    ],
    run: async (ctx) => {
      const [[policy], [company]] = await ctx.db.batch([currentPolicy, ownTenant]);
      if (!policy || !company)
        throw new AppError('not_found', {
          detail: { en: 'There is nothing here by that name.', es: 'No existe nada con ese nombre.' },
        });
      return {
        id: policy.id,
        publishedAt: policy.publishedAt,
        company: company.name,
        taxId: company.taxId,
        ...(policy.content as Content),
        activities: await readRegister(ctx, declared),
        rights: RIGHTS,
      };
    },
  });

  return [publish, show];
}
