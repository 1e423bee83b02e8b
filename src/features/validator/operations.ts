import { z } from 'zod';
import type { Actor } from '#core/actor.ts';
import { AppError, type FieldError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type AccessRule, type Operation } from '#core/operation.ts';
import { checkSettings } from '#platform/config.ts';

export interface ValidatorParts {
  /** Who a token belongs to; undefined when it opens nothing. `network` is where the question came from: guesses count. */
  readonly inspect: (token: string, network: string) => Promise<Actor | undefined>;
  /** What is wrong with an operation's input; undefined when there is no such operation. */
  readonly checkInput: (operation: string, input: unknown) => readonly FieldError[] | undefined;
}

const ASKERS: readonly AccessRule[] = [{ scope: 'validator:read' }, { operator: true }];
const MAX_SCOPES = 500;

const Wrong = z.object({ field: z.string(), code: z.string(), message: z.string() });

/** What is checked without doing anything: tokens, settings, inputs. */
export function validatorOperations({ inspect, checkInput }: ValidatorParts): readonly Operation[] {
  const token = defineOperation({
    name: 'validator.token',
    route: 'POST /validator/token',
    summary: 'Tell whether a token is live, whose it is, and what it may do.',
    description:
      'Of any kind: API key, session, access token, token of an agent. One of another company is answered like one that nobody has, save to the operator.',
    words: 'introspect verify JWT credential expired · verificar revisar token clave vencida',
    effect: 'read',
    access: ASKERS,
    input: z.strictObject({ token: z.string().min(1).max(4_096) }),
    output: z.object({
      valid: z.boolean(),
      kind: z.string().optional().describe('e.g. key, person or agent.'),
      id: z.string().nullable().optional().describe('Of the key, person or agent.'),
      name: z.string().optional(),
      tenant: z.string().nullable().optional().describe('Slug of the company; null: none.'),
      scopes: z.array(z.string()).max(MAX_SCOPES).optional(),
      expiresAt: z
        .string()
        .nullable()
        .optional()
        .describe('When it ends by itself; null: never, or when it is ended.'),
    }),
    examples: [
      {
        title: 'One that nobody has',
        input: { token: 'smk_ofnobody_0123456789' },
        output: { valid: false },
      },
    ],
    run: async (ctx, input) => {
      // What is asked is no row of the company; but who was shut out is told so here as well.
      await ctx.db.batch([]);
      const found = await inspect(input.token, ctx.client.network);
      const mine = found?.tenant?.id === ctx.actor.tenant?.id;
      const self = found?.kind === ctx.actor.kind && found.id === ctx.actor.id;
      if (!found || !(mine || self || ctx.actor.kind === 'operator')) return { valid: false };
      return {
        valid: true,
        kind: found.kind,
        id: found.id,
        name: found.label,
        tenant: found.tenant?.slug ?? null,
        scopes: [...found.scopes].toSorted().slice(0, MAX_SCOPES),
        expiresAt: found.expiresAt === null ? null : new Date(found.expiresAt).toISOString(),
      };
    },
  });

  const config = defineOperation({
    name: 'validator.config',
    route: 'POST /validator/config',
    summary: 'Tell what is wrong with settings, before SmarterOS is started with them.',
    description:
      'As they would stand in the environment or in `smarteros.yaml`. Values are neither kept nor answered.',
    words: 'check environment env yaml · revisar configuración ajustes',
    effect: 'read',
    access: [{ operator: true }],
    input: z.strictObject({
      settings: z
        .record(z.string().max(200), z.string().max(65_536))
        .describe('Values by name, e.g. SMARTEROS_PORT.'),
    }),
    output: z.object({
      ok: z.boolean(),
      problems: z.array(z.object({ name: z.string(), message: z.string() })),
    }),
    examples: [
      {
        title: 'One that is as it should be',
        as: 'operator',
        input: { settings: { SMARTEROS_PORT: '8000' } },
        output: { ok: true, problems: [] },
      },
    ],
    run: async (ctx, { settings }) => {
      await ctx.db.batch([]);
      const problems = checkSettings(settings);
      return { ok: problems.length === 0, problems };
    },
  });

  const spec = defineOperation({
    name: 'validator.spec',
    route: 'POST /validator/spec',
    summary: 'Tell whether an input fits an operation, without calling it.',
    description: 'By the same schema that the call itself goes by: OpenAPI’s and MCP’s.',
    words: 'validate arguments schema before calling · validar argumentos esquema antes de llamar',
    effect: 'read',
    access: ASKERS,
    input: z.strictObject({
      operation: z.string().min(1).max(100).describe('e.g. contacts.create.'),
      input: z.record(z.string(), z.unknown()),
    }),
    output: z.object({ ok: z.boolean(), errors: z.array(Wrong) }),
    errors: ['not_found'],
    examples: [
      {
        title: 'A contact that fits',
        input: { operation: 'contacts.create', input: { name: EXAMPLE.contact.name } },
        output: { ok: true, errors: [] },
      },
    ],
    run: async (ctx, { operation, input }) => {
      await ctx.db.batch([]);
      const wrong = checkInput(operation, input);
      if (!wrong) throw new AppError('not_found');
      const { language } = ctx.client;
      const errors = wrong.map(({ field, code, message }) => ({ field, code, message: message[language] }));
      return { ok: errors.length === 0, errors };
    },
  });

  return [token, config, spec];
}
