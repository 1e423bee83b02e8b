import type { Hold } from './store.ts';

/** Whether a hold covers this class of data of this contact (null: of nobody in particular). */
export const covers = (hold: Hold, dataClass: string, subject: string | null): boolean =>
  (hold.class === null || hold.class === dataClass) &&
  (hold.contactId === null || hold.contactId === subject);
