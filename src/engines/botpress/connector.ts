import { z } from 'zod';
import type { Connector } from '#core/engine.ts';
import { ask } from './client.ts';
import { people } from './people.ts';
import { provisioner } from './provision.ts';
import { botpressId } from './shapes.ts';

const CLOUD = 'https://api.botpress.cloud';

/** Botpress Cloud (the client's default address). What each call takes and gives is by the types of @botpress/client 1.45.0. */
export const connector: Connector = {
  credentials: z.strictObject({
    token: z
      .string()
      .min(1)
      .describe('A personal access token (`bp_pat_…`) of somebody who manages the workspace.'),
  }),
  settings: z.strictObject({
    workspaceId: botpressId.describe('Id of the workspace, `wkspace_…`.'),
  }),
  adopt: ({ BOTPRESS_URL, BOTPRESS_TOKEN: token, BOTPRESS_WORKSPACE_ID: workspaceId }) =>
    token && workspaceId
      ? { url: BOTPRESS_URL ?? CLOUD, credentials: { token }, settings: { workspaceId } }
      : undefined,
  discover: async (ctx) => {
    await ask(ctx, { method: 'GET', path: '/v1/admin/account/me' });
    await ask(ctx, { method: 'GET', path: '/v1/admin/bots?pageSize=1' });
    // The cloud has no versions.
    return { version: 'cloud', capabilities: [] };
  },
  provisioner,
  people,
};
