'use client';

import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useApi } from '#lib/api/use-api.ts';

const LOOK_AGAIN_MS = 5_000;
const LOOKS = {
  local: [CircleDashed, 'text-muted-foreground'],
  answers: [CircleCheck, 'text-success'],
  other: [CircleAlert, 'text-warning'],
  silent: [LoaderCircle, 'animate-spin text-primary motion-reduce:animate-none'],
} as const;

/** For the operator. */
export const useAddress = (enabled = true) => useApi('/address', {}, { enabled, refetchMs: LOOK_AGAIN_MS });

/** Whether the address that is set answers by now. */
export function AddressState() {
  const t = useTranslations('setup');
  const { data } = useAddress();
  const [Icon, look] = LOOKS[data?.state ?? 'local'];
  return (
    <p role="status" className="flex min-h-11 items-center gap-2.5 rounded-md bg-muted px-3 py-2 text-[13px]">
      {data && (
        <>
          <Icon aria-hidden className={`size-4.5 shrink-0 ${look}`} />
          <span className="min-w-0 break-words">{t(`states.${data.state}`, { url: data.publicUrl })}</span>
        </>
      )}
    </p>
  );
}
