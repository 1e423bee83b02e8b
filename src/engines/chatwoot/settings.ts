import { z } from 'zod';
import type { Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';

export const credentials = z.strictObject({
  platformToken: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Token of a platform app: makes accounts and people. Needed where companies share the instance.',
    ),
  userToken: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Access token of an administrator’s profile: for an account that is there already.'),
});

const id = z.int().min(1);

export const settings = z.strictObject({
  accountId: id.optional().describe('Account of `userToken` to work in; not needed when it has only one.'),
  inboxId: id.optional().describe('Inbox that conversations begin in; else one named `inboxName` is made.'),
  inboxName: z
    .string()
    .regex(/^[^<>/\\@\p{Cc}]{1,60}$/u)
    .optional()
    .describe('Name of the inbox that we make; `SmarterOS`.'),
  publicUrl: z.url().max(300).optional().describe('Where people reach it, if that is not its base address.'),
});

type Settings = z.infer<typeof settings>;
type Kept = Pick<Link, 'settings' | 'shared' | 'credentials'>;

export const settingsOf = ({ settings: kept }: Pick<Link, 'settings'>): Settings => kept;

/** An account that we make by the platform API, or one that was there before us. */
export type Tenancy = 'made' | 'adopted';

const refuse = (en: string, es: string): AppError =>
  new AppError('engine_unsupported', { detail: { en, es } });

/** @throws AppError engine_unsupported where companies would have to share one account */
export function tenancyOf(link: Kept): Tenancy {
  const { platformToken, userToken } = link.credentials;
  if (link.shared) {
    if (platformToken) return 'made';
    throw refuse(
      'This Chatwoot is shared by companies, and each needs an account of its own: connect it with the token of a platform app (platformToken).',
      'Este Chatwoot lo comparten empresas, y cada una necesita una cuenta propia: conéctelo con el token de una aplicación de plataforma (platformToken).',
    );
  }
  if (platformToken && settingsOf(link).accountId === undefined) return 'made';
  if (userToken) return 'adopted';
  throw refuse(
    'An account that is there already needs the access token of an administrator of it (userToken).',
    'Una cuenta que ya existe necesita el token de acceso de uno de sus administradores (userToken).',
  );
}
