import type { Language } from '#core/errors.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import {
  findOwners,
  findReachable,
  noticeId,
  type Notice,
  type Reachable,
  type SendNotices,
} from '#features/notices/index.ts';
import { tenantClaimed, tenantTransferred } from './events.ts';

type Words = Readonly<Record<Language, (company: string) => string>>;

const CLAIMED: Words = {
  es: (company) =>
    `Alguien declara ante SmarterOS que la empresa «${company}» es suya. El operador lo revisará y se comunicará con usted. Puede exportar sus datos en cualquier momento.`,
  en: (company) =>
    `Somebody tells SmarterOS that the company «${company}» is theirs. The operator will look into it and contact you. You can export your data at any time.`,
};
const LOST: Words = {
  es: (company) =>
    `El operador de SmarterOS verificó que la empresa «${company}» pertenece a otra persona. Su acceso terminó; para una copia de lo que usted guardó, comuníquese con el operador.`,
  en: (company) =>
    `The operator of SmarterOS verified that the company «${company}» belongs to somebody else. Your access has ended; for a copy of what you kept there, contact the operator.`,
};
const WON: Words = {
  es: (company) =>
    `El operador de SmarterOS verificó que la empresa «${company}» es suya. Ya puede ingresar.`,
  en: (company) =>
    `The operator of SmarterOS verified that the company «${company}» is yours. You can log in.`,
};

const told =
  (eventId: string, kind: Notice['kind'], words: Words, company: string) =>
  ({ id, to, language }: Reachable): Notice => ({
    id: noticeId(eventId, id),
    to,
    language,
    kind,
    text: words[language](company),
  });

export const claimJobs = ({ notify }: { readonly notify: SendNotices }): readonly JobDefinition[] => [
  defineJob({
    name: 'tenants.tell_claimed',
    summary: 'Tell the owners that somebody claims their company.',
    realm: 'identity',
    on: tenantClaimed,
    run: async (ctx, { id, data: { tenantId, name } }) => {
      const [owners] = await ctx.db.batch([findOwners(tenantId)]);
      if (owners.length > 0) await notify(ctx, owners.map(told(id, 'tenant_claimed', CLAIMED, name)));
    },
  }),
  defineJob({
    name: 'tenants.tell_transferred',
    summary: 'Tell everybody concerned that a company changed hands.',
    realm: 'identity',
    on: tenantTransferred,
    run: async (ctx, { id, data: { name, to, from } }) => {
      const [lost, won] = await ctx.db.batch([findReachable(from), findReachable([to])]);
      const notices = [
        ...lost.map(told(id, 'tenant_displaced', LOST, name)),
        ...won.map(told(id, 'tenant_displaced', WON, name)),
      ];
      if (notices.length > 0) await notify(ctx, notices);
    },
  }),
];
