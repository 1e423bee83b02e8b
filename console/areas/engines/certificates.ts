import { useTranslations } from 'use-intl';
import type { Matter } from '#areas/matter.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { engineHref } from '#lib/engine-href.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useSession } from '#lib/session/session.tsx';

type Certificate = Row<'/engines/certificates'>;

const URGENCIES = { expired: 'now', untrusted: 'now', expiring: 'soon' } as const;

/**
 * Certificates that are over, or whose renewal seems to fail: of the company's own engines and, for the operator, of the
 * installation. Servers that don't answer aren't told of here: the engine itself says so.
 */
export function useCertificateMatters(): readonly Matter[] {
  const t = useTranslations('engines');
  const { date } = useFormat();
  const { me } = useSession();
  const own = useApi('/engines/certificates', {});
  const all = useApi('/instances/certificates', {}, { enabled: me.operator });
  const matterOf = ({ engine, title, host, notAfter, state }: Certificate): Matter[] => {
    if (state === 'ok' || state === 'unreachable') return [];
    return [
      {
        id: `certificate ${engine} ${host}`,
        urgency: URGENCIES[state],
        title: t(`certificate.${state}`, { host }),
        detail: t(`certificate.${state}Text`, { date: notAfter === null ? '' : date(notAfter) }),
        action:
          engine === null
            ? { label: t('certificate.installation'), href: '/setup?step=list' }
            : { label: t('see', { title }), href: engineHref(engine) },
      },
    ];
  };
  return [...(own.data?.data ?? []), ...(all.data?.data ?? [])].flatMap(matterOf);
}
