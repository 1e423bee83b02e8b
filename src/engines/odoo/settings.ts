import { z } from 'zod';
import type { Link } from '#core/engine.ts';

const name = z.string().min(1).max(120);

export const credentials = z.strictObject({
  login: name
    .optional()
    .describe('Login of the user that we act as; `admin` unless given. JSON-2 needs none.'),
  apiKey: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('API key, or before Odoo 19 a password, of that user. Needed where `database` is given.'),
  masterPassword: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The master password: needed where each company gets a database of its own.'),
});

export const settings = z.strictObject({
  database: z
    .string()
    .regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/)
    .max(63)
    .optional()
    .describe('The one database to work in. Without it each company of a shared instance gets its own.'),
  shared: z
    .boolean()
    .optional()
    .describe('Several companies live in `database`, each as a company of Odoo with its own user.'),
  prefix: z
    .string()
    .regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/)
    .max(20)
    .optional()
    .describe('What names of databases that we make begin with; `smarteros_`.'),
  modules: z
    .array(z.string().regex(/^[a-z][a-z0-9_]*$/))
    .max(50)
    .optional()
    .describe('Installed in each database that we make; `contacts`.'),
  publicUrl: z.url().max(300).optional().describe('Where people reach it, if that is not its base address.'),
  listed: z
    .record(z.string().regex(/^[a-z][a-z0-9_.]*$/), z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)).max(100))
    .optional()
    .describe(
      'In a shared database: models beside the usual ones, each with the methods that `odoo.call` may call on a company’s own records.',
    ),
  uid: z.int().optional().describe('Id of the user that we act as; found when the instance is connected.'),
});

export type Settings = z.infer<typeof settings>;

export const settingsOf = ({ settings: kept }: Pick<Link, 'settings'>): Settings => kept;

/** How a company lives in an instance: in its own one, in a database of its own, or beside others in one database. */
export type Tenancy = 'instance' | 'database' | 'company';

export function tenancyOf(link: Pick<Link, 'settings' | 'shared'>): Tenancy {
  if (!link.shared) return 'instance';
  // One database and many companies can only mean that they share it.
  return settingsOf(link).database === undefined ? 'database' : 'company';
}
