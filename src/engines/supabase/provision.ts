import { engineError } from '#core/engine-errors.ts';
import type { Found, Provisioner, Step, StepCtx } from '#core/engine.ts';
import { ask } from './client.ts';
import { describeTables } from './describe.ts';
import { fenceOf, settingsOf } from './settings.ts';

/** Reads a row of the company's, or that there is none, in a table that has its column. */
async function look(ctx: StepCtx, table: string): Promise<boolean> {
  const fence = fenceOf(ctx);
  const column = fence.columnOf(table);
  const params = new URLSearchParams({
    limit: '1',
    ...(column !== null && { select: column, [column]: `eq.${fence.value}` }),
  });
  const answer = await ask(ctx, { method: 'GET', path: `${table}?${params.toString()}` });
  return answer.json<object[]>().length > 0;
}

async function observe(ctx: StepCtx): Promise<Found | null> {
  const { companies } = settingsOf(ctx.link);
  if (companies) return (await look(ctx, companies.table)) ? { state: { table: companies.table } } : null;
  const answer = await ask(ctx, { method: 'GET', path: '' });
  const [table] = describeTables(answer.json(), fenceOf(ctx));
  if (!table) return null;
  await look(ctx, table.name);
  return { state: { table: table.name } };
}

/** The database is somebody else's: nothing is made there that its settings don't allow. */
async function apply(ctx: StepCtx): Promise<Found> {
  const { companies } = settingsOf(ctx.link);
  if (!companies?.create)
    throw engineError(
      'engine_unsupported',
      companies
        ? `The table ${companies.table} has no row for this company.`
        : 'No table has the column that says whose a row is.',
    );
  const { table, nameColumn } = companies;
  const fence = fenceOf(ctx);
  const column = fence.columnOf(table);
  await ask(ctx, {
    method: 'POST',
    path: table,
    prefer: ['return=minimal'],
    body: {
      ...(column !== null && { [column]: fence.value }),
      ...(nameColumn !== undefined && { [nameColumn]: ctx.company.name }),
    },
  });
  return { state: { table } };
}

const rows: Step = {
  name: 'rows',
  title: { es: 'Filas de la empresa legibles', en: 'The company’s rows can be read' },
  observe,
  apply,
};

/** Rows stay when a company leaves: they are data of a database that isn't ours. */
export const provisioner: Provisioner = { present: [rows], suspended: [], absent: [] };
