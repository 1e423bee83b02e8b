import type { PeopleDefinition } from '#core/engine-people.ts';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { ask } from './client.ts';
import type { N8nWorkflow } from './shapes.ts';

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

/** The project of whoever our key belongs to: what somebody leaves behind goes there. */
async function ownersProject(ctx: EngineCtx): Promise<string | undefined> {
  type Shares = {
    shared?: {
      role: string;
      projectId: string;
      project?: { projectRelations?: { user?: { role?: string } }[] };
    }[];
  };
  const starter = (ctx.link.state['workflows'] as Record<string, string> | undefined)?.['starter'];
  if (!starter) return undefined;
  const { shared = [] } = await ask<N8nWorkflow & Shares>(ctx, {
    method: 'GET',
    path: `/workflows/${starter}?excludePinnedData=true`,
  });
  return shared.find(({ role }) => role === 'workflow:owner')?.projectId;
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
    if (!(await find(ctx, id))) return;
    const project = await ownersProject(ctx);
    // n8n can't lock anybody out but by deleting them, and deletes their workflows with them unless told who gets them.
    if (!project)
      throw new AppError('engine_unsupported', {
        detail: {
          en: 'n8n would delete this person’s workflows with them, and who gets them is unknown. Delete the user in n8n.',
          es: 'n8n eliminaría los flujos de esta persona, y no se sabe quién los recibe. Elimine al usuario en n8n.',
        },
      });
    await ask(ctx, {
      method: 'DELETE',
      path: `/users/${encodeURIComponent(id)}?transferId=${encodeURIComponent(project)}`,
      harmless: true,
    });
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
