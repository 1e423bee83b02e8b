import { defineJob, type JobDefinition } from '#core/job.ts';
import type { Teller } from '#features/notifications/index.ts';
import { grantOpened } from './events.ts';

const WORDS = {
  es: (company: string, reason: string, until: string) => ({
    subject: `El operador entró a ${company}`,
    text: `El operador de SmarterOS entró a su empresa ${company}, hasta las ${until}. Motivo: ${reason}. Puede terminar el acceso en Accesos del operador.`,
  }),
  en: (company: string, reason: string, until: string) => ({
    subject: `The operator entered ${company}`,
    text: `The operator of SmarterOS entered your company ${company}, until ${until}. Reason: ${reason}. You can end that under Operator access.`,
  }),
} as const;

/** `2026-03-02 12:30 UTC`: the operator's and the owner's clocks may differ. */
const shown = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

export const grantJobs = ({ teller }: { readonly teller: Teller }): readonly JobDefinition[] => [
  defineJob({
    name: 'grants.tell_owners',
    summary: 'Tell the owners that the operator entered their company.',
    realm: 'identity',
    on: grantOpened,
    run: async (ctx, { id, data: { reason, expiresAt } }) => {
      await teller.tell(ctx, {
        id,
        kind: 'grant.opened',
        tenantId: ctx.tenant.id,
        words: (language, company) => WORDS[language](company, reason, shown(expiresAt)),
      });
    },
  }),
];
