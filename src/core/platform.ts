import type { TenantRef } from './actor.ts';

/** The operator's own hidden tenant and its contact form (migrations/0001): fixed, so that nobody has to look them up. */
export const PLATFORM: TenantRef = {
  id: '00000000-0000-7000-8000-000000000000',
  slug: 'platform',
  country: 'CL',
};
export const PLATFORM_FORM_ID = '00000000-0000-7000-8000-000000000001';
