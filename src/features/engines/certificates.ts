import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { exampleUrl } from './examples.ts';
import { listInstances } from './instances/store.ts';
import type { EngineParts } from './parts.ts';
import { engineName } from './schema.ts';
import { ownInstances } from './store.ts';

/** Caddy, and whoever else renews by itself, does so with a third of the life left: this little means that it fails. */
const EXPIRING_MS = 14 * 24 * 3_600_000;
const TIMEOUT_MS = 5_000;
/** Handshakes at a time. */
const WIDTH = 8;

const Certificate = z
  .object({
    engine: z.string().nullable().describe('Whose; null: the installation’s own public address.'),
    title: z.string().describe('What to call it.'),
    host: z.string().describe('Host, and port where it isn’t 443.'),
    issuer: z.string().nullable().describe('Who vouches for it, as it says itself.'),
    notAfter: timestamp.nullable().describe('When it ends.'),
    state: z
      .enum(['ok', 'expiring', 'expired', 'untrusted', 'unreachable'])
      .describe(
        'expiring: 14 days or less are left. untrusted: self-signed, of another name, or of nobody known. unreachable: no handshake in 5 s.',
      ),
  })
  .meta({ id: 'Certificate' });
type Certificate = z.infer<typeof Certificate>;
const Certificates = z.object({ data: z.array(Certificate) }).meta({ id: 'Certificates' });

/** A server whose certificate people depend on. */
interface Place {
  readonly engine: string | null;
  readonly url: string;
  /** The operator vouches for the address. */
  readonly trusted: boolean;
}

/** What a handshake says now. Whatever goes wrong is an outcome: nobody learns from it what a name resolves to. */
async function look(ctx: Ctx, { engines, calls }: EngineParts, place: Place): Promise<Certificate> {
  const { engine, url, trusted } = place;
  const title = engines.find(({ name }) => name === engine)?.title ?? engine ?? 'SmarterOS';
  const { host } = new URL(url);
  const found = await calls
    .certificate({ url, trusted, timeoutMs: TIMEOUT_MS, signal: ctx.signal })
    .catch(() => undefined);
  if (!found) return { engine, title, host, issuer: null, notAfter: null, state: 'unreachable' };
  const left = found.notAfter.getTime() - ctx.clock.now().getTime();
  const state =
    left <= 0 ? 'expired' : found.problem !== null ? 'untrusted' : left <= EXPIRING_MS ? 'expiring' : 'ok';
  return { engine, title, host, issuer: found.issuer, notAfter: found.notAfter.toISOString(), state };
}

/** In their order, a few at a time. */
async function lookAtAll(ctx: Ctx, parts: EngineParts, all: readonly Place[]): Promise<Certificate[]> {
  const places = all.filter(({ url }) => URL.parse(url)?.protocol === 'https:');
  const found: Certificate[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < places.length; index = next++)
      found[index] = await look(ctx, parts, places[index]!);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return found;
}

export function certificateOperations(parts: EngineParts): readonly Operation[] {
  const installation = defineOperation({
    name: 'instances.certificates',
    route: 'GET /instances/certificates',
    summary: 'Look at the TLS certificates that the installation depends on.',
    description:
      'Its public address and the engines that companies share, as far as they have https, by a handshake with each now. Asked from this machine.',
    words: 'ssl https expired renew · certificado vencido renovar',
    effect: 'read',
    access: [{ operator: true }],
    input: z.strictObject({ engine: engineName.optional().describe('Only those of this engine.') }),
    output: Certificates,
    examples: [
      {
        title: 'Two of one engine, neither of which answers',
        as: 'operator',
        input: { engine: 'n8n' },
        output: {
          data: Array.from({ length: 2 }, () => ({
            engine: 'n8n',
            title: 'n8n',
            host: new URL(exampleUrl).host,
            issuer: null,
            notAfter: null,
            state: 'unreachable' as const,
          })),
        },
      },
    ],
    run: async (ctx, { engine }) => {
      const [rows] = await ctx.db.batch([listInstances(engine ?? null)]);
      const shared = rows.map((row) => ({ engine: row.engine, url: row.url, trusted: true }));
      const own = engine === undefined ? [{ engine: null, url: parts.publicUrl, trusted: true }] : [];
      return { data: await lookAtAll(ctx, parts, [...own, ...shared]) };
    },
  });

  const company = defineOperation({
    name: 'engines.certificates',
    route: 'GET /engines/certificates',
    summary: 'Look at the TLS certificates of the engines that this company connected itself.',
    description:
      'By a handshake with each now. Engines that companies share are the operator’s to look after.',
    words: 'ssl https expired · certificado vencido',
    effect: 'read',
    access: [{ scope: 'engines:read' }],
    input: z.strictObject({}),
    output: Certificates,
    examples: [{ title: 'A company that connected none itself', input: {}, output: { data: [] } }],
    run: async (ctx) => {
      const [rows] = await ctx.db.batch([ownInstances]);
      return { data: await lookAtAll(ctx, parts, rows) };
    },
  });

  return [installation, company];
}
