import { useTranslations } from 'use-intl';
import { showPhone } from '#lib/format/phone.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay, useSession } from '#lib/session/session.tsx';
import type { Entry } from './audit-page.tsx';

const MOST = 200;
/** What the audit calls somebody who has given no name. */
const NAMELESS = 'person';

/** Who did something, as people know them: by name, else by number, and oneself as such. */
export function useActorName(): (actor: Entry['actor']) => string {
  const t = useTranslations('audit');
  const may = useMay();
  const { me } = useSession();
  const { data } = useApi('/members', { query: { limit: MOST } }, { enabled: may('members:read') });
  return (actor) => {
    if (actor.kind !== 'person') return actor.name;
    if (actor.id === me.ugid) return t('you');
    if (actor.name !== NAMELESS) return actor.name;
    const member = data?.data.find(({ id }) => id === actor.id);
    return member?.name ?? (member?.phone ? showPhone(member.phone) : t('kinds.person'));
  };
}
