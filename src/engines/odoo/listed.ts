import type { Settings } from './settings.ts';

/**
 * What companies that share a database may touch there: models whose rows name their company, each with the methods
 * that may be called on a company's own records. Everything else is refused.
 */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  'res.partner': [],
  'product.template': [],
  'crm.lead': ['action_set_won', 'action_set_lost', 'toggle_active'],
  'sale.order': ['action_confirm', 'action_cancel', 'action_draft'],
  'sale.order.line': [],
  'purchase.order': ['button_confirm', 'button_cancel', 'button_draft'],
  'purchase.order.line': [],
  'account.move': ['action_post', 'button_cancel', 'button_draft'],
  'account.move.line': [],
  'project.project': [],
  'project.task': [],
};

/** The same for all companies, and nothing of anybody's: what relations may lead to beside a company's own rows. */
const COMMON: ReadonlySet<string> = new Set([
  'res.country',
  'res.country.state',
  'res.currency',
  'res.lang',
  'uom.uom',
  'uom.category',
]);

export const isCommon = (model: string): boolean => COMMON.has(model);

/** Methods of a listed model; undefined when it isn't listed. */
export function listedMethods(model: string, { listed }: Settings): readonly string[] | undefined {
  const ours = Object.hasOwn(LISTED, model) ? LISTED[model]! : undefined;
  const theirs = listed && Object.hasOwn(listed, model) ? listed[model]! : undefined;
  return ours || theirs ? [...(ours ?? []), ...(theirs ?? [])] : undefined;
}
