import type { Role } from '#core/roles.ts';
import type { Records } from './records.ts';

/** The right to change Odoo itself: server actions, mail servers, templates that are programs. Nobody of a company's has it. */
const NOBODYS: ReadonlySet<string> = new Set([
  'base.group_system',
  'base.group_erp_manager',
  'base.group_sanitize_override',
  'base.group_multi_company',
  'base.group_portal',
  'base.group_public',
  'base.default_user_group',
  'mail.group_mail_template_editor',
  'api_doc.group_allow_doc',
]);

const MEMBER = ['base.group_user', 'base.group_partner_manager'];
const ACCOUNTANT = [
  'account.group_account_invoice',
  'account.group_account_user',
  'account.group_account_manager',
];

/**
 * Ids of the groups of a role, those that this database has; undefined for roles that get no user. Owners get all that
 * its keeper has, except what changes Odoo itself.
 */
export async function groupsOf(records: Records, keeper: number, role: Role): Promise<number[] | undefined> {
  const named = await records.named('res.groups');
  const of = (names: readonly string[]): number[] => names.flatMap((name) => named.get(name) ?? []);
  switch (role) {
    case 'owner':
    case 'admin':
      return everything(records, keeper, named);
    case 'member':
      return of(MEMBER);
    case 'accountant':
      return of([...MEMBER, ...ACCOUNTANT]);
    case 'guest':
    case 'service':
      return undefined;
  }
}

async function everything(
  records: Records,
  keeper: number,
  named: ReadonlyMap<string, number>,
): Promise<number[]> {
  const field = await records.groupsField();
  // Before 19 a user's groups hold those that they imply.
  const all = field === 'group_ids' ? 'all_group_ids' : field;
  const [user] = await records.find('res.users', [['id', '=', keeper]], [all]);
  const never = new Set([...NOBODYS].flatMap((name) => named.get(name) ?? []));
  return ((user?.[all] as number[] | undefined) ?? []).filter((id) => !never.has(id));
}
