import type { FastifyRequest } from 'fastify';

const FORWARDED = ['cookie', 'accept-language', 'x-forwarded-for', 'x-forwarded-proto', 'host'] as const;

/**
 * The person's own request, as a page would send it to the API. The caller has checked `sec-fetch-site`: browsers say by
 * it who asks, and what stands here is that it was us.
 */
export function personHeaders({ headers }: FastifyRequest, company: string): Record<string, string> {
  const kept = FORWARDED.flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
  );
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    'x-smarteros-tenant': company,
    'sec-fetch-site': 'same-origin',
  };
}
