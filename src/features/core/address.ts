import { z } from 'zod';
import { defineOperation, type Operation } from '#core/operation.ts';
import { httpRequest } from '#platform/http.ts';

const TIMEOUT_MS = 5_000;
const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Says whether browsers elsewhere reach us by the address that the settings name. */
export function addressOperation(publicUrl: string): Operation {
  return defineOperation({
    name: 'core.address',
    route: 'GET /address',
    summary: 'Tell whether the public address of the installation answers.',
    description:
      'Asked from this machine, so an address that only a proxy outside knows may count as silent.',
    words: 'domain https public url reachable · dominio dirección pública accesible',
    effect: 'read',
    access: [{ operator: true }],
    input: z.strictObject({}),
    output: z
      .object({
        publicUrl: z.string().describe('SMARTEROS_PUBLIC_URL.'),
        state: z
          .enum(['local', 'answers', 'other', 'silent'])
          .describe('local: this machine only. other: somebody answers, but it is no SmarterOS.'),
      })
      .meta({ id: 'InstallationAddress' }),
    examples: [
      {
        title: 'A fresh installation',
        as: 'operator',
        input: {},
        output: { publicUrl, state: 'local' },
      },
    ],
    run: async (ctx) => {
      if (HERE.has(new URL(publicUrl).hostname)) return { publicUrl, state: 'local' as const };
      const answer = await httpRequest({
        method: 'GET',
        url: `${publicUrl}/`,
        headers: { accept: 'application/json' },
        timeoutMs: TIMEOUT_MS,
        signal: ctx.signal,
      }).catch(() => undefined);
      if (!answer) return { publicUrl, state: 'silent' as const };
      return { publicUrl, state: isOurs(answer.text) ? ('answers' as const) : ('other' as const) };
    },
  });
}

function isOurs(text: string): boolean {
  try {
    return (JSON.parse(text) as { name?: unknown } | null)?.name === 'SmarterOS';
  } catch {
    return false;
  }
}
