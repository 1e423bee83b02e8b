'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import type { Account } from './accounts-tab.tsx';

type Key = Row<'/keys'>;
const SHOWN = 20;

/** The keys of an account that work. */
export function AccountKeys({ account, onNew }: { account: Account; onNew: () => void }) {
  const t = useTranslations('api');
  const may = useMay();
  const [ending, setEnding] = useState<Key>();
  const { data, error, refetch } = useApi('/keys', {
    query: { limit: SHOWN, accountId: account.id, state: 'active' },
  });
  const revoke = useApiMutation('delete', '/keys/{id}', {
    invalidates: ['/keys'],
    onSuccess: ({ name }) => {
      toast.done(t('revoked', { name }));
      setEnding(undefined);
    },
  });
  const keys = account.disabled ? [] : (data?.data ?? []);
  return (
    <section className="grid gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{t('accountKeys')}</h3>
        {!account.disabled && may('keys:write') && (
          <Button variant="outline" size="sm" onClick={onNew}>
            {t('newKey')}
          </Button>
        )}
      </div>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <SkeletonRows rows={1} />}
      {data && keys.length === 0 && <p className="text-[13px] text-muted-foreground">{t('noAccountKeys')}</p>}
      {keys.length > 0 && (
        <ul className="divide-y rounded-md border">
          {keys.map((key) => (
            <KeyRow key={key.id} of={key} onRevoke={may('keys:destroy') ? setEnding : undefined} />
          ))}
        </ul>
      )}
      {data && data.nextCursor !== null && (
        <p className="text-[13px] text-muted-foreground">{t('moreKeys', { count: SHOWN })}</p>
      )}
      {ending && (
        <Confirm
          title={t('revokeTitle', { name: ending.name })}
          consequence={t('revokeConsequence')}
          action={t('revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onClose={() => setEnding(undefined)}
          onConfirm={() => revoke.mutate({ path: { id: ending.id } })}
        />
      )}
    </section>
  );
}

function KeyRow({ of: key, onRevoke }: { of: Key; onRevoke: ((key: Key) => void) | undefined }) {
  const t = useTranslations('api');
  const { date } = useFormat();
  const { name, prefix, expiresAt, lastUsedAt } = key;
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium break-all">{name}</span>
          {expiresAt !== null && <Badge tone="warning">{t('until', { date: date(expiresAt) })}</Badge>}
        </span>
        <span className="flex flex-wrap gap-x-2 text-xs text-muted-foreground">
          <span className="font-mono">{prefix}…</span>
          <span>
            {t('lastUsed')}: {lastUsedAt === null ? t('never') : <Ago at={lastUsedAt} />}
          </span>
        </span>
      </span>
      {onRevoke && (
        <Button
          variant="ghost"
          size="sm"
          aria-label={t('revokeNamed', { name })}
          onClick={() => onRevoke(key)}
        >
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
