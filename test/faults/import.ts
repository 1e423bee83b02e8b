import { setTimeout as sleep } from 'node:timers/promises';
import { signal } from '#host/processes.ts';
import { ask as request, type Answer } from './client.ts';
import type { Company } from './company.ts';
import { ask } from './database.ts';
import type { Random } from './random.ts';
import type { Verdicts } from './report.ts';
import type { System } from './system.ts';

const LINES = 5_000;
const BAD_EVERY = 33;
const LOOK_MS = 5;
const MORE_MAX_MS = 60;
const END_LIMIT_MS = 90_000;

const isBad = (n: number): boolean => n % BAD_EVERY === 0;

interface Import {
  readonly state: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
}

async function call<T>({ key: token }: Company, url: string, route: string, body?: unknown): Promise<T> {
  const answer: Answer = await request(url, route, { token, body });
  if (answer.status >= 300 || answer.status === 0) throw new Error(`${route}: ${answer.status}`);
  return answer.body as T;
}

/** All processes of workers, of which one reads the file in, are killed in the middle of it again and again. */
export async function checkImport(
  report: Verdicts,
  system: System,
  tenant: Company,
  options: { databaseUrl: string; kills: number; random: Random },
): Promise<void> {
  const { databaseUrl, random } = options;
  const lines = Array.from(
    { length: LINES },
    (_, i) => `Importada ${i};${isBad(i) ? 'no-es-correo' : `importada${i}@example.cl`}`,
  );
  const content = `Nombre;Correo\r\n${lines.join('\r\n')}\r\n`;
  const { id } = await call<{ id: string }>(tenant, system.url, 'POST /imports', {
    fileName: 'importadas.csv',
    content,
  });
  await call(tenant, system.url, `POST /imports/${id}/start`, { duplicates: 'create' });
  let killed = 0;
  let ended = false;
  await ask(databaseUrl, async (client) => {
    const look = async (): Promise<{ state: string; rows: number }> => {
      const { rows } = await client.query<{ state: string; rows: number }>(
        'select state, rows from app.imports where id = $1',
        [id],
      );
      return rows[0]!;
    };
    let reached = 0;
    const end = performance.now() + options.kills * END_LIMIT_MS;
    while (!ended && performance.now() < end) {
      const { state, rows } = await look();
      ended = state !== 'running';
      if (!ended && killed < options.kills && rows > reached) {
        await sleep(random.between(0, MORE_MAX_MS));
        for (const pid of system.working('worker')) signal(pid, 'SIGKILL');
        const after = await look();
        reached = after.rows;
        if (after.state === 'running') killed += 1;
      } else await sleep(LOOK_MS);
    }
  });
  const done = await call<Import>(tenant, system.url, `GET /imports/${id}`);
  const bad = lines.filter((_, i) => isBad(i)).length;
  const said = `${done.state} ${done.created} + ${done.failed}, ${killed} kills`;
  report.figure('import', said);
  const exact = done.created === LINES - bad && done.failed === bad && done.updated + done.skipped === 0;
  report.none(
    `an import whose worker is killed ${options.kills} times ends with exact counts`,
    ended && exact && done.state === 'finished' && killed === options.kills ? [] : [said],
  );
  const found = await ask(databaseUrl, async (client) => {
    const { rows } = await client.query<{ contacts: number; mails: number; events: number; errors: string }>(
      `select (select count(*)::int from app.contacts where tenant_id = $1) as contacts,
              (select count(distinct email)::int from app.contacts where tenant_id = $1) as mails,
              (select count(distinct data ->> 'id')::int from core.events
               where tenant_id = $1 and name = 'contact.created') as events,
              (select string_agg(line::text, ',' order by line) from app.import_errors where tenant_id = $1) as errors`,
      [tenant.id],
    );
    return rows[0]!;
  });
  const good = LINES - bad;
  const errors = lines.flatMap((_, i) => (isBad(i) ? [i + 2] : [])).join(',');
  const wrong = [
    ...(found.contacts === good && found.mails === good ? [] : [`${found.contacts} contacts`]),
    ...(found.events === good ? [] : [`${found.events} events`]),
    ...(found.errors === errors ? [] : ['other lines are called bad']),
  ];
  report.none('each good line is one contact and one event, each bad line is named', wrong);
}
