import type { Member, PeopleDefinition } from '#core/engine-people.ts';
import type { StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { roleOf } from './accounts.ts';
import { inAccount, orNothing } from './client.ts';

interface Agent {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

const list = (ctx: StepCtx): Promise<readonly Agent[]> =>
  inAccount<readonly Agent[]>(ctx, { method: 'GET', path: '/agents' });

/** Who leaves with our way in: then nothing could be done there any more. */
const isUs = (ctx: StepCtx, id: string): boolean => Number(id) === ctx.link.state['userId'];

const ownToken = (): AppError =>
  new AppError('engine_unsupported', {
    detail: {
      en: 'SmarterOS acts by this person’s token. Connect Chatwoot again with the token of another administrator first.',
      es: 'SmarterOS actúa con el token de esta persona. Primero vuelva a conectar Chatwoot con el token de otro administrador.',
    },
  });

async function put(ctx: StepCtx, member: Member, known: string | null): Promise<string | null> {
  const role = roleOf(member.role);
  if (!role) {
    if (known !== null) await disable(ctx, known);
    return null;
  }
  const all = await list(ctx);
  const found =
    all.find(({ id }) => String(id) === known) ??
    all.find(({ email }) => email.toLowerCase() === member.email);
  const { name, email } = member;
  if (found) {
    const same = found.role === role && found.name === name;
    if (!same && !isUs(ctx, String(found.id)))
      await inAccount(ctx, {
        method: 'PUT',
        path: `/agents/${found.id}`,
        body: { name, role },
        harmless: true,
      });
    return String(found.id);
  }
  // They come in by an invitation that is mailed, so that nobody is invited who has no address.
  if (email === null) return null;
  const made = await inAccount<Agent>(ctx, { method: 'POST', path: '/agents', body: { name, email, role } });
  return String(made.id);
}

async function disable(ctx: StepCtx, id: string): Promise<void> {
  if (isUs(ctx, id)) throw ownToken();
  await orNothing(
    inAccount(ctx, { method: 'DELETE', path: `/agents/${encodeURIComponent(id)}`, harmless: true }),
  );
}

/** People of an account that was there before us: its administrator invites them, as no platform app may touch it. */
export const agents: Pick<PeopleDefinition, 'put' | 'disable'> = { put, disable };
