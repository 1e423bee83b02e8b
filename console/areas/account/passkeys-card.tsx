'use client';

import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { canMakePasskey, makePasskey } from '#lib/session/make-passkey.ts';

type Passkey = Answer<'/auth/passkeys'>['data'][number];
const CHANGES = ['/auth/passkeys', '/auth/factors'];

/** Devices that open the door by themselves. */
export function PasskeysCard() {
  const t = useTranslations('account');
  const { date } = useFormat();
  const [ending, setEnding] = useState<Passkey>();
  const { data, error, refetch } = useApi('/auth/passkeys', {});
  const add = useApiMutation('post', '/auth/passkeys', {
    invalidates: CHANGES,
    onSuccess: ({ name }) => toast.done(t('passkeyAdded', { name })),
  });
  const prepare = useApiMutation('post', '/auth/passkeys/prepare', {
    onSuccess: ({ publicKey }) =>
      void makePasskey(publicKey).then(
        (response) => add.mutate({ body: { name: deviceName(), response } }),
        // Whoever closes the browser's question knows that they did.
        () => undefined,
      ),
  });
  const remove = useApiMutation('delete', '/auth/passkeys/{id}', {
    invalidates: CHANGES,
    onSuccess: () => setEnding(undefined),
  });
  return (
    <Card>
      <CardHeader
        title={t('passkeys')}
        action={
          canMakePasskey() && (
            <Button
              variant="outline"
              size="sm"
              busy={prepare.isPending || add.isPending}
              onClick={() => prepare.mutate({})}
            >
              {t('addPasskey')}
            </Button>
          )
        }
      />
      <div className="grid gap-3 p-4">
        <p className="text-[13px] text-muted-foreground">{t('passkeysText')}</p>
        <ProblemNote
          error={prepare.error ?? add.error ?? (data ? null : error)}
          retry={data ? undefined : refetch}
        />
        {!data && !error && <SkeletonRows rows={1} />}
        {data && data.data.length > 0 && (
          <ul className="divide-y">
            {data.data.map((one) => (
              <li key={one.id} className="flex items-center gap-3 py-2">
                <Fingerprint aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium break-all">{one.name}</span>
                  <span className="text-[13px] text-muted-foreground">
                    {t('addedOn', { date: date(one.createdAt) })}
                  </span>
                </span>
                <Button
                  variant="ghost"
                  size="sm"
                  aria-label={t('removeNamed', { name: one.name })}
                  onClick={() => setEnding(one)}
                >
                  {t('takeOff')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {ending && (
        <Confirm
          title={t('removeNamed', { name: ending.name })}
          consequence={t('removePasskeyText')}
          action={t('takeOff')}
          busy={remove.isPending}
          error={remove.error}
          onClose={() => setEnding(undefined)}
          onConfirm={() => remove.mutate({ path: { id: ending.id } })}
        />
      )}
    </Card>
  );
}

const SYSTEMS = ['iPhone', 'iPad', 'Android', 'Mac', 'Windows', 'Linux'];
const deviceName = (): string => SYSTEMS.find((name) => navigator.userAgent.includes(name)) ?? 'Passkey';
