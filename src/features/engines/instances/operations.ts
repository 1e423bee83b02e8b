import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import { AppError, type Language } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { label } from '#core/schemas.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { dropSecret } from '#platform/db/secrets.ts';
import { keepSecret } from '#platform/engines/secrets.ts';
import { checked } from '#features/engines/checked.ts';
import { credentialsField, DISCOVERY_ERRORS, settingsField, urlField } from '#features/engines/connect.ts';
import { discover } from '#features/engines/discover.ts';
import {
  exampleCredentials,
  exampleInstance,
  exampleUrl,
  spareInstance,
} from '#features/engines/examples.ts';
import { instanceConnected } from '#features/engines/events.ts';
import type { EngineParts } from '#features/engines/parts.ts';
import { engineName, SharedInstance } from '#features/engines/schema.ts';
import { insertInstance, saveCheck } from '#features/engines/store.ts';
import { errorOf, findEngine } from '#features/engines/view.ts';
import { credentialsOf, place, sharedLink } from './shared.ts';
import {
  changeInstance,
  deleteInstance,
  findInstance,
  listInstances,
  lockInstance,
  type InstanceRow,
} from './store.ts';

const id = z.uuid().describe('Id of the instance.');
const forAll = z
  .boolean()
  .describe('Each new company gets its part by itself, and the others may take theirs (engines.enable).');
const operator = [{ operator: true }] as const;

function toInstance(row: InstanceRow, language: Language): SharedInstance {
  const { secretPath: _path, errorCode, ...rest } = row;
  return { ...rest, error: errorOf(errorCode, language) };
}

const taken = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'There is an instance of that engine with that name.',
      es: 'Ya hay una instancia de ese sistema con ese nombre.',
    },
  });
const occupied = (companies: number): AppError =>
  new AppError('conflict', {
    detail: {
      en: `${companies} companies have a part in it. Each has to be removed first.`,
      es: `${companies} empresas tienen una parte en ella. Primero hay que quitarlas.`,
    },
  });

/** What companies share is the operator's: he vouches for its address, and no company ever sees its credentials. */
export function instanceOperations(parts: EngineParts): readonly Operation[] {
  const { secrets } = parts;

  async function need(ctx: Ctx, instance: string): Promise<InstanceRow> {
    const [[row]] = await ctx.db.batch([findInstance(instance)]);
    if (!row) throw new AppError('not_found');
    return row;
  }

  const list = defineOperation({
    name: 'instances.list',
    route: 'GET /instances',
    summary: 'List the engines that companies share, how they fare, and how far their companies are.',
    effect: 'read',
    access: operator,
    input: z.strictObject({ engine: engineName.optional() }),
    output: z.object({ data: z.array(SharedInstance) }),
    examples: [
      {
        title: 'Those of one engine',
        as: 'operator',
        input: { engine: 'n8n' },
        output: { data: [exampleInstance, spareInstance] },
      },
    ],
    run: async (ctx, { engine }) => {
      const [rows] = await ctx.db.batch([listInstances(engine ?? null)]);
      return { data: rows.map((row) => toInstance(row, ctx.client.language)) };
    },
  });

  const create = defineOperation({
    name: 'instances.create',
    route: 'POST /instances',
    summary: 'Connect an engine that companies share.',
    description:
      'Its credentials are tested first, its version is read, and what it can do is noted. They are kept in the secret store, and no answer ever holds them.',
    effect: 'write',
    access: operator,
    stepUp: true,
    audit: 'instance.created',
    input: z.strictObject({
      engine: engineName,
      name: label(40).default('main').describe('Tells several of one engine apart.'),
      url: urlField,
      credentials: credentialsField,
      settings: settingsField.default({}),
      forAll: forAll.default(false),
    }),
    output: SharedInstance,
    versioned: true,
    errors: ['conflict', ...DISCOVERY_ERRORS],
    examples: [
      {
        title: 'A second n8n, for every company',
        as: 'operator',
        input: {
          engine: 'n8n',
          name: 'segundo',
          url: exampleUrl,
          credentials: exampleCredentials,
          forAll: true,
        },
        output: {
          ...exampleInstance,
          id: newId(3),
          name: 'segundo',
          forAll: true,
          checkedAt: EXAMPLE.now,
          createdAt: EXAMPLE.now,
          companies: { total: 0, done: 0, working: 0, failed: 0 },
        },
      },
    ],
    run: async (ctx, input) => {
      const { name: engine, connector } = findEngine(parts.engines, input.engine);
      const { url, credentials, settings, found } = await discover(ctx, parts, connector, input, true);
      const now = ctx.clock.now();
      const one = {
        id: ctx.clock.id(),
        engine,
        name: input.name.trim(),
        kind: 'connected' as const,
        url,
        trusted: true,
        settings,
        secretPath: '',
        forAll: input.forAll,
        engineVersion: found.version,
        capabilities: found.capabilities,
      };
      const path = `${engine}/${one.id}`;
      try {
        return await ctx.db.tx(async (tx) => {
          await tx.run(insertInstance({ ...one, secretPath: path }, now));
          await keepSecret(tx, secrets, place(path, ctx), credentials, now);
          ctx.emit(instanceConnected, { id: one.id, engine });
          const [row] = await tx.run(findInstance(one.id));
          return toInstance(row!, ctx.client.language);
        });
      } catch (error) {
        const same = error instanceof ConstraintError && error.constraint === 'engine_instances_name';
        throw same ? taken() : error;
      }
    },
  });

  const update = defineOperation({
    name: 'instances.update',
    route: 'PATCH /instances/{id}',
    summary: 'Change an engine that companies share.',
    description:
      'What is left out stays. Another address or other credentials are tested first. At another address the same companies are looked for: what isn’t there is made anew.',
    effect: 'write',
    access: operator,
    stepUp: true,
    audit: 'instance.updated',
    input: z.strictObject({
      id,
      url: urlField.optional(),
      credentials: credentialsField.optional(),
      settings: settingsField.optional(),
      forAll: forAll.optional(),
    }),
    output: SharedInstance,
    versioned: true,
    errors: DISCOVERY_ERRORS,
    examples: [
      {
        title: 'From now on for every company',
        as: 'operator',
        input: { id: EXAMPLE.instanceId, forAll: true },
        output: { ...exampleInstance, forAll: true, version: 2 },
      },
    ],
    run: async (ctx, input) => {
      const before = await need(ctx, input.id);
      const { connector } = findEngine(parts.engines, before.engine);
      const looks =
        input.url !== undefined || input.credentials !== undefined || input.settings !== undefined;
      const found = looks
        ? await discover(
            ctx,
            parts,
            connector,
            {
              url: input.url ?? before.url,
              credentials: input.credentials ?? (await credentialsOf(ctx, parts, before)),
              settings: input.settings ?? before.settings,
            },
            true,
          )
        : undefined;
      const now = ctx.clock.now();
      return ctx.db.tx(async (tx) => {
        await tx.run(lockInstance(input.id));
        const [row] = await tx.run(findInstance(input.id));
        if (!row) throw new AppError('not_found');
        requireVersion(ctx, row.version);
        if (row.version !== before.version) throw new AppError('version_conflict');
        const change = {
          id: row.id,
          url: found?.url ?? row.url,
          settings: found?.settings ?? row.settings,
          forAll: input.forAll ?? row.forAll,
          engineVersion: found?.found.version ?? row.engineVersion,
          capabilities: found?.found.capabilities ?? row.capabilities,
        };
        await tx.run(changeInstance(change, looks, now));
        if (found && input.credentials)
          await keepSecret(tx, secrets, place(row.secretPath, ctx), found.credentials, now);
        const [changed] = await tx.run(findInstance(row.id));
        return toInstance(changed!, ctx.client.language);
      });
    },
  });

  const remove = defineOperation({
    name: 'instances.delete',
    route: 'DELETE /instances/{id}',
    summary: 'Forget an engine that companies share, with its credentials.',
    description: 'Only when no company has a part in it. The engine itself stays as it is.',
    effect: 'destroy',
    access: operator,
    stepUp: true,
    audit: 'instance.deleted',
    input: z.strictObject({ id }),
    output: SharedInstance,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'One that nobody uses',
        as: 'operator',
        input: { id: EXAMPLE.spareInstanceId },
        output: spareInstance,
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        await tx.run(lockInstance(input.id));
        const [row] = await tx.run(findInstance(input.id));
        if (!row) throw new AppError('not_found');
        requireVersion(ctx, row.version);
        if (row.companies.total > 0) throw occupied(row.companies.total);
        await tx.run(deleteInstance(row.id));
        await tx.run(dropSecret(row.secretPath));
        return toInstance(row, ctx.client.language);
      }),
  });

  const check = defineOperation({
    name: 'instances.check',
    route: 'POST /instances/{id}/check',
    summary: 'Look at a shared engine again: whether it answers, takes the credentials, and what it is.',
    effect: 'write',
    access: operator,
    audit: 'instance.checked',
    input: z.strictObject({ id }),
    output: SharedInstance,
    examples: [
      {
        title: 'All is well',
        as: 'operator',
        input: { id: EXAMPLE.instanceId },
        output: { ...exampleInstance, checkedAt: EXAMPLE.now },
      },
    ],
    run: async (ctx, input) => {
      const row = await need(ctx, input.id);
      const { connector } = findEngine(parts.engines, row.engine);
      const found = await checked(ctx, parts, connector, await sharedLink(ctx, parts, row));
      return ctx.db.tx(async (tx) => {
        await tx.run(saveCheck(row.id, found, ctx.clock.now()));
        const [changed] = await tx.run(findInstance(row.id));
        if (!changed) throw new AppError('not_found');
        return toInstance(changed, ctx.client.language);
      });
    },
  });

  return [list, create, update, remove, check];
}
