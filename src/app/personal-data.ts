import type { PersonalData } from '#core/personal-data.ts';
import { contactSyncData } from '#features/contact-sync/index.ts';
import { contactData } from '#features/contacts/index.ts';
import { personData } from '#features/identity/index.ts';
import { importData } from '#features/imports/index.ts';
import { invitationData } from '#features/invitations/index.ts';
import { messageData } from '#features/messages/index.ts';
import { notificationData } from '#features/notifications/index.ts';
import { allPersonalData } from '#features/privacy/index.ts';

/** The one list of what features keep about people. */
export const FEATURE_DATA: readonly PersonalData[] = [
  ...messageData,
  ...contactData,
  ...contactSyncData,
  ...importData,
  ...invitationData,
  ...notificationData,
  ...personData,
];
export const PERSONAL_DATA: readonly PersonalData[] = allPersonalData(FEATURE_DATA);
