import { defineJob, type JobDefinition } from '#core/job.ts';
import { findOwners, noticeId, type SendNotices } from '#features/notices/index.ts';
import { grantOpened } from './events.ts';

const TEXT = {
  es: (reason: string, until: string) =>
    `El operador de SmarterOS entró a su empresa, hasta las ${until}. Motivo: ${reason}. Puede terminar el acceso en Accesos del operador.`,
  en: (reason: string, until: string) =>
    `The operator of SmarterOS entered your company, until ${until}. Reason: ${reason}. You can end that under Operator access.`,
} as const;

/** `2026-03-02 12:30 UTC`: the operator's and the owner's clocks may differ. */
const shown = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

export const grantJobs = ({ notify }: { readonly notify: SendNotices }): readonly JobDefinition[] => [
  defineJob({
    name: 'grants.tell_owners',
    summary: 'Tell the owners that the operator entered their company.',
    realm: 'identity',
    on: grantOpened,
    run: async (ctx, { id: eventId, data: { reason, expiresAt } }) => {
      const [owners] = await ctx.db.batch([findOwners(ctx.tenant.id)]);
      if (owners.length === 0) return;
      await notify(
        ctx,
        owners.map(({ id, to, language }) => ({
          id: noticeId(eventId, id),
          to,
          language,
          kind: 'grant_opened',
          text: TEXT[language](reason, shown(expiresAt)),
        })),
      );
    },
  }),
];
