import { defineJob, type JobDefinition } from '#core/job.ts';
import { requestDecided, requestDue } from '#features/privacy/events.ts';
import { dayOf } from './calendar.ts';
import { decisionNotice, KIND_WORDS } from './rules.ts';
import { companyName, findRequest, ownersWithMail, requestsToRemind, setReminded } from './store.ts';

/** How long before the end of the term the company is reminded; a block's whole term is shorter. */
const REMIND_MS = 5 * 24 * 3_600_000;

const remind = defineJob({
  name: 'privacy.remind',
  summary: 'Remind a company of requests about personal data that must be decided soon.',
  every: '41 * * * *',
  run: async (ctx) => {
    const now = ctx.clock.now();
    const due = new Date(now.getTime() + REMIND_MS);
    const [requests] = await ctx.db.batch([requestsToRemind(due)]);
    if (requests.length === 0) return;
    const mail = ctx.engine('mail');
    if (mail) {
      const [owners] = await ctx.db.batch([ownersWithMail]);
      const lines = requests.map(
        ({ kind, dueAt }) => `- ${KIND_WORDS[kind].es} / ${KIND_WORDS[kind].en}: ${dayOf(new Date(dueAt))}`,
      );
      const text = `Hay solicitudes sobre datos personales por resolver (Ley 19.628):\nRequests about personal data are to be decided:\n\n${lines.join('\n')}\n`;
      for (const owner of owners)
        await mail.send({
          to: owner.email,
          subject: 'Solicitudes de datos personales por vencer',
          text,
          key: `privacy-due:${requests[0]!.id}:${owner.id}`,
        });
    }
    for (const { id, kind, dueAt } of requests) ctx.emit(requestDue, { id, kind, dueAt });
    await ctx.db.batch(
      [
        setReminded(
          requests.map(({ id }) => id),
          now,
        ),
      ],
      null,
    );
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

export const requestJobs: readonly JobDefinition[] = [remind, notify];
