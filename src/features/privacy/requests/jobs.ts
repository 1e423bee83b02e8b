import { defineJob, type JobDefinition } from '#core/job.ts';
import { PLATFORM } from '#core/platform.ts';
import type { Teller } from '#features/notifications/index.ts';
import { requestDecided, requestDue, requestReceived } from '#features/privacy/events.ts';
import { dueNotice, receivedNotice } from './notices.ts';
import { decisionNotice } from './rules.ts';
import { companyName, findRequest, requestsToRemind, setReminded, type RequestRow } from './store.ts';

/** How long before the end of the term the company is reminded; a block's whole term is shorter. */
const REMIND_MS = 5 * 24 * 3_600_000;

const remind = (teller: Teller): JobDefinition =>
  defineJob({
    name: 'privacy.remind',
    summary: 'Remind a company of requests about personal data that must be decided soon.',
    every: '41 * * * *',
    run: async (ctx) => {
      const now = ctx.clock.now();
      const due = new Date(now.getTime() + REMIND_MS);
      const [requests] = await ctx.db.batch([requestsToRemind(due)]);
      if (requests.length === 0) return;
      await teller.tell(ctx, {
        id: `privacy-due:${requests[0]!.id}`,
        kind: 'privacy.request_due',
        tenantId: ctx.tenant.id,
        words: (language, company) => dueNotice(language, company, requests),
      });
      for (const { id, kind, dueAt } of requests) ctx.emit(requestDue, { id, kind, dueAt });
      const ids = requests.map(({ id }) => id);
      await ctx.db.batch([setReminded(ids, now)], null);
    },
  });

const tellReceived = (teller: Teller): JobDefinition =>
  defineJob({
    name: 'privacy.tell_received',
    summary: 'Tell whoever decides about it that somebody asked about their data.',
    on: requestReceived,
    run: async (ctx, { id, data }) => {
      // Requests about logins are the operator's.
      if (ctx.tenant.id === PLATFORM.id) return;
      await teller.tell(ctx, {
        id,
        kind: 'privacy.request_received',
        tenantId: ctx.tenant.id,
        words: (language, company) =>
          receivedNotice(language, company, data as Pick<RequestRow, 'kind' | 'dueAt'>),
      });
    },
  });

/** By mail, where there is a sender and an address; otherwise the company tells them itself. */
const notify = defineJob({
  name: 'privacy.notify_decision',
  summary: 'Tell the requester what was decided about their data.',
  on: requestDecided,
  run: async (ctx, event) => {
    const mail = ctx.engine('mail');
    const [[request], [company]] = await ctx.db.batch([findRequest(event.data.id), companyName]);
    if (!mail || !request?.requesterEmail || !request.decidedAt || !company) return;
    const notice = decisionNotice({
      kind: request.kind,
      name: request.requesterName,
      company: company.name,
      outcome: request.outcome!,
      ground: request.reasonCode,
      reason: request.reason,
      decidedAt: new Date(request.decidedAt),
    });
    await mail.send({ to: request.requesterEmail, ...notice, key: event.id });
  },
});

export const requestJobs = ({ teller }: { readonly teller: Teller }): readonly JobDefinition[] => [
  remind(teller),
  tellReceived(teller),
  notify,
];
