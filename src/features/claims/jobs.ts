import type { Language } from '#core/errors.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import type { Teller } from '#features/notifications/index.ts';
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
const SUBJECTS = {
  claimed: { en: 'Somebody claims your company', es: 'Alguien reclama su empresa' },
  transferred: { en: 'Your company has a verified owner', es: 'Su empresa tiene un dueño verificado' },
} as const;

export const claimJobs = ({ teller }: { readonly teller: Teller }): readonly JobDefinition[] => [
  defineJob({
    name: 'tenants.tell_claimed',
    summary: 'Tell the owners that somebody claims their company.',
    realm: 'identity',
    on: tenantClaimed,
    run: async (ctx, { id, data: { tenantId, name } }) => {
      await teller.tell(ctx, {
        id,
        kind: 'tenant.claimed',
        tenantId,
        words: (language) => ({ subject: SUBJECTS.claimed[language], text: CLAIMED[language](name) }),
      });
    },
  }),
  defineJob({
    name: 'tenants.tell_transferred',
    summary: 'Tell everybody concerned that a company changed hands.',
    realm: 'identity',
    on: tenantTransferred,
    run: async (ctx, { id, data: { name, to, from } }) => {
      await teller.tellPeople(ctx, {
        id,
        people: [...from, to],
        words: (language, person) => ({
          subject: SUBJECTS.transferred[language],
          text: (person === to ? WON : LOST)[language](name),
        }),
      });
    },
  }),
];
