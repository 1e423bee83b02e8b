import { EXAMPLE } from '#core/example.ts';
import type { Tenant } from './schema.ts';

export const exampleTenant: Tenant = {
  ...EXAMPLE.tenant,
  status: 'active',
  verified: false,
  purgeAfter: null,
  version: 1,
};
