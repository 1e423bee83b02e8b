'use client';

import { useMutation } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Fact, Facts } from '#components/data/facts.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { apiHere } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import { guarded } from '#lib/api/guarded.ts';
import type { Answer } from '#lib/api/types.ts';
import { useFormat } from '#lib/format/use-format.ts';

type Proof = Answer<'/audit/verify'>;

/** Page after page, until the end or the first thing that is wrong. */
async function verifyAll(): Promise<Proof> {
  const api = apiHere();
  let checked = 0;
  for (let from = 1; ;) {
    const proof = await guarded(() => api.get('/audit/verify', { query: { from } }));
    checked += proof.checked;
    if (!proof.ok || proof.nextFrom === null) return { ...proof, checked };
    from = proof.nextFrom;
  }
}

export function AuditProof() {
  const t = useTranslations('audit');
  const { number } = useFormat();
  const [open, setOpen] = useState(false);
  const verify = useMutation<Proof, ApiError>({ mutationFn: verifyAll });
  const begin = (): void => {
    setOpen(true);
    verify.mutate();
  };
  const { data, error } = verify;
  const Icon = data?.ok === false ? ShieldAlert : ShieldCheck;
  return (
    <>
      <Button variant="outline" onClick={begin}>
        <ShieldCheck aria-hidden />
        {t('verify')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('verifyTitle')}
        description={t('verifyText')}
      >
        <ProblemNote error={error} retry={() => verify.mutate()} />
        {!data && !error && <Skeleton className="h-24 w-full" />}
        {data && (
          <>
            <p
              role="status"
              className={
                data.ok
                  ? 'flex items-center gap-2.5 rounded-md bg-success-soft px-3 py-2.5 font-medium text-success'
                  : 'flex items-center gap-2.5 rounded-md bg-danger-soft px-3 py-2.5 font-medium text-destructive'
              }
            >
              <Icon aria-hidden className="size-5 shrink-0" />
              {data.ok ? t('intact') : t('broken', { number: data.broken?.number ?? 0 })}
            </p>
            <Facts>
              <Fact term={t('checked')}>{number(data.checked)}</Fact>
              <Fact term={t('unsealed')}>{number(data.unsealed.count)}</Fact>
              <Fact term={t('head')}>
                {data.head && <code className="font-mono text-xs break-all">{data.head.hash}</code>}
              </Fact>
            </Facts>
          </>
        )}
      </Dialog>
    </>
  );
}
