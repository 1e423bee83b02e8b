/** Hosts right under the domain that are services and not companies (the edge's own names). */
const SERVICES: ReadonlySet<string> = new Set([
  'api',
  'app',
  'bot',
  'chatwoot',
  'crm',
  'dokploy',
  'erp',
  'kpi',
  'mcp',
  'n8n',
  'odoo',
  'status',
  'store',
  'vault',
  'www',
]);

/**
 * The company whose host `{slug}.<domain>` is, in lower case. A name that we don't know counts as a company, which
 * nobody belongs to: it is refused, instead of letting everybody in.
 */
export function tenantOfHost(host: string, domain: string | undefined): string | undefined {
  if (domain === undefined || !host.endsWith(`.${domain}`)) return undefined;
  const label = host.slice(0, -domain.length - 1);
  return SERVICES.has(label) ? undefined : label;
}
