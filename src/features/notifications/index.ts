import { noticeSender, type NotifierParts, type SendNotices } from './send.ts';
import { teller, type Teller } from './tell.ts';

export { notificationData } from './personal-data.ts';
export type { SendNotices, Teller };

/** What jobs tell people by: `notify` whoever is named by number or address, `teller` the people of a company. */
export function notifier(parts: NotifierParts): { readonly notify: SendNotices; readonly teller: Teller } {
  const notify = noticeSender(parts);
  return { notify, teller: teller(parts, notify) };
}
