import { z } from 'zod';
import type { Link } from '#core/engine.ts';

const collectionId = z.int().min(1);

export const credentials = z.strictObject({
  apiKey: z.string().min(1).optional().describe('An API key of the group Administrators.'),
  username: z.string().min(1).optional().describe('Instead of a key: mail address of an administrator.'),
  password: z.string().min(1).optional().describe('Of the same administrator.'),
  embeddingSecret: z
    .string()
    .min(32)
    .optional()
    .describe('Secret of static embedding; it opens every company’s dashboards and stays on the server.'),
});

export const settings = z.strictObject({
  publicUrl: z.url().optional().describe('Where people’s browsers reach it, if that is another address.'),
  tenantParameter: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/)
    .default('tenant_id')
    .describe('Slug of the parameter that says whose rows are shown.'),
  tenantKey: z
    .enum(['id', 'slug'])
    .default('id')
    .describe('What that parameter is given: the company’s id, or its slug (the tax id).'),
  rootCollectionId: collectionId
    .optional()
    .describe('The collection in which those of companies are made; else they stand at the top.'),
  sharedCollectionId: collectionId
    .optional()
    .describe('The collection of dashboards that every company may embed, with its own rows only.'),
  people: z
    .boolean()
    .default(false)
    .describe(
      'Of a shared one: people of companies get users. In the open-source edition whoever logs in can list the names and addresses of all users.',
    ),
});
export type Settings = z.output<typeof settings>;

export const settingsOf = ({ settings: kept }: Pick<Link, 'settings'>): Settings => settings.parse(kept);

/** Where people go. */
export const publicUrl = (link: Link): string => (settingsOf(link).publicUrl ?? link.url).replace(/\/+$/, '');
