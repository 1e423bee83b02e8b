import type { EventDefinition } from '#core/event.ts';
import { auditEvents } from '#features/audit/index.ts';
import { claimEvents } from '#features/claims/index.ts';
import { contactFieldEvents } from '#features/contact-fields/index.ts';
import { contactSyncEvents } from '#features/contact-sync/index.ts';
import { contactEvents } from '#features/contacts/index.ts';
import { deletionEvents } from '#features/deletion/index.ts';
import { engineEvents } from '#features/engines/index.ts';
import { hookEvents } from '#features/hooks/index.ts';
import { grantEvents } from '#features/grants/index.ts';
import { identityEvents } from '#features/identity/index.ts';
import { importEvents } from '#features/imports/index.ts';
import { invitationEvents } from '#features/invitations/index.ts';
import { memberEvents } from '#features/members/index.ts';
import { messageEvents } from '#features/messages/index.ts';
import { privacyEvents } from '#features/privacy/index.ts';
import { secretEvents } from '#features/secrets/index.ts';
import { tenantEvents } from '#features/tenants/index.ts';
import { webhookEvents } from '#features/webhooks/index.ts';
import { ENGINES, SENDERS } from './engines.ts';

/** The one list of events. */
export const EVENTS: readonly EventDefinition[] = [
  ...auditEvents,
  ...claimEvents,
  ...contactEvents,
  ...contactFieldEvents,
  ...contactSyncEvents,
  ...deletionEvents,
  ...engineEvents,
  ...grantEvents,
  ...hookEvents(ENGINES, SENDERS),
  ...identityEvents,
  ...importEvents,
  ...invitationEvents,
  ...memberEvents,
  ...messageEvents,
  ...privacyEvents,
  ...secretEvents,
  ...tenantEvents,
  ...webhookEvents,
];
