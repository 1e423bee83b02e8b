import type { PeopleDefinition } from '#core/engine-people.ts';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { ask, askAll } from './client.ts';

interface N8nUser {
  readonly id: string;
  readonly email: string;
  readonly isPending?: boolean;
}

/** What an invitation answers, one for each. */
interface Invited {
  readonly user?: { readonly id?: string; readonly inviteAcceptUrl?: string };
  readonly error?: string;
}

/** Those who write workflows. The community edition refuses any other role than member, whatever ours is. */
const ROLES = ['owner', 'admin', 'member'];

const invite = async (ctx: EngineCtx, email: string): Promise<Invited | undefined> =>
  (
    await ask<Invited[]>(ctx, {
      method: 'POST',
      path: '/users',
      body: [{ email, role: 'global:member' }],
      // Inviting somebody again only gives the same invitation.
      harmless: true,
    })
  )[0];

const find = (ctx: EngineCtx, idOrEmail: string): Promise<N8nUser | undefined> =>
  ask<N8nUser>(ctx, { method: 'GET', path: `/users/${encodeURIComponent(idOrEmail)}` }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'engine_not_found') throw error;
      return undefined;
    },
  );

interface Owned {
  readonly shared?: readonly {
    readonly role: string;
    readonly project?: {
      readonly type?: string;
      readonly projectRelations?: readonly { readonly userId?: string }[];
    };
  }[];
}

/** Whether deleting somebody would delete workflows. */
async function ownsWorkflows(ctx: EngineCtx, id: string): Promise<boolean> {
  const rows = await askAll<Owned>(ctx, '/workflows?excludePinnedData=true');
  return rows.some(({ shared = [] }) =>
    shared.some(
      ({ role, project }) =>
        role === 'workflow:owner' &&
        project?.type === 'personal' &&
        project.projectRelations?.some(({ userId }) => userId === id),
    ),
  );
}

/**
 * People of a company that has an n8n of its own; in a shared one nobody but the operator logs in, as n8n keeps all
 * credentials under one owner.
 */
export const people: PeopleDefinition = {
  put: async (ctx, member, known) => {
    if (ctx.link.shared || !ROLES.includes(member.role)) return null;
    const found = (known && (await find(ctx, known))) || (await find(ctx, member.login));
    if (found) return found.id;
    const invited = await invite(ctx, member.login);
    if (invited?.user?.id) return invited.user.id;
    throw new AppError('engine_invalid', { cause: invited?.error });
  },
  disable: async (ctx, id) => {
    const user = await find(ctx, id);
    if (!user) return;
    // n8n can't lock anybody out but by deleting them, and its public API deletes their workflows with them.
    if (!user.isPending && (await ownsWorkflows(ctx, id)))
      throw new AppError('engine_unsupported', {
        detail: {
          en: 'n8n would delete this person’s workflows with them. Delete the user in n8n, where their workflows can be handed on.',
          es: 'n8n eliminaría los flujos de esta persona junto con ella. Elimine al usuario en n8n, donde sus flujos se pueden traspasar.',
        },
      });
    await ask(ctx, { method: 'DELETE', path: `/users/${encodeURIComponent(id)}`, harmless: true });
  },
  launch: async (ctx, _member, id) => {
    const { url } = ctx.link;
    if (ctx.link.shared || id === null) return { url, expiresAt: null, reason: 'no_user' };
    const user = await find(ctx, id);
    if (!user) return { url, expiresAt: null, reason: 'no_user' };
    // Until they have chosen a password, their invitation is the way in.
    const link = user.isPending ? (await invite(ctx, user.email))?.user?.inviteAcceptUrl : undefined;
    return { url: link ?? url, expiresAt: null, reason: link ? null : 'login_needed' };
  },
};
