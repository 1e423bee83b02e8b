'use client';

import { Link } from '#components/ui/link.tsx';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Select } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { useSession } from '#lib/session/session.tsx';

type Notifications = Answer<'/notifications'>;
type Notification = Notifications['data'][number];

/** Messages nest at dots, which are part of what an event is called. */
type Key<K> = K extends `${infer A}.${infer B}` ? `${A}_${B}` : never;
const keyOf = (kind: Notification['kind']) => kind.replace('.', '_') as Key<typeof kind>;

/** What the person is told of this company, each of it by the way that they choose. */
export function NotificationsCard({ changes }: { readonly changes: boolean }) {
  const t = useTranslations('settings');
  const { data, error, refetch } = useApi('/notifications', {});
  const card = useRef<HTMLDivElement>(null);
  const there = data !== undefined;
  useEffect(() => {
    // Mails lead here, and the browser looked for it before it was there.
    if (there && location.hash === '#notifications') card.current?.scrollIntoView();
  }, [there]);
  return (
    <div ref={card} id="notifications" className="scroll-mt-20">
      <Card>
        <CardHeader title={t('notifications')} />
        <div className="grid gap-4 p-4 pt-1">
          {error && !data && <ProblemNote error={error} retry={refetch} />}
          {!data && !error && <Skeleton className="h-96 w-full" />}
          {data && data.data.length === 0 && (
            <p className="text-muted-foreground">{t('notificationsNone')}</p>
          )}
          {data && data.data.length > 0 && (
            <>
              <WaysNote {...data} />
              <ul className="divide-y">
                {data.data.map((one) => (
                  <Choice key={one.kind} notification={one} all={data} changes={changes} />
                ))}
              </ul>
            </>
          )}
        </div>
      </Card>
    </div>
  );
}

/** Where one is reached; and that nothing can be sent, to whoever can mend it with the way there. */
function WaysNote({ ways, development }: Notifications) {
  const t = useTranslations('settings');
  const { me } = useSession();
  const sendable = ways.some(({ available }) => available);
  const reached = ways.flatMap(({ way, to, available }) =>
    to !== null && available ? [way === 'mail' ? to : showPhone(to)] : [],
  );
  return (
    <div className="grid gap-2 text-muted-foreground">
      <p>{t('notificationsText')}</p>
      {reached.length > 0 && <p className="wrap-anywhere">{t('reachedAt', { ways: reached.join(' · ') })}</p>}
      {sendable && reached.length === 0 && <p>{t('unreached')}</p>}
      {!sendable && (
        <p className="rounded-md bg-warning-soft px-3 py-2 text-foreground">
          {development ? t('cantSendHere') : t('cantSend')}{' '}
          {me.operator && (
            <Link href="/setup" className="underline underline-offset-2">
              {t('setSending')}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

function Choice({
  notification: { kind, channel, required, way },
  all: { ways },
  changes,
}: {
  readonly notification: Notification;
  readonly all: Notifications;
  readonly changes: boolean;
}) {
  const t = useTranslations('settings');
  const id = useId();
  const save = useApiMutation('put', '/notifications/{kind}', {
    invalidates: ['/notifications'],
    onSuccess: () => toast.done(t('notificationSaved')),
  });
  const shown = save.isPending ? save.variables.body.channel : channel;
  const instead = !save.isPending && (channel === 'mail' || channel === 'whatsapp') && way !== channel;
  const words = [
    required && t('notificationRequired'),
    instead && (way === null ? t('noWay') : t(`instead.${way}`)),
  ].filter((one) => one !== false);
  return (
    <li className="flex flex-col gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0 sm:flex-row sm:items-center sm:justify-between">
      <div className="min-w-0">
        <label htmlFor={id}>{t(`notification.${keyOf(kind)}`)}</label>
        {words.length > 0 && (
          <p id={`${id}-about`} className="text-[13px] text-muted-foreground">
            {words.join(' ')}
          </p>
        )}
        <ProblemNote error={save.error} />
      </div>
      <div className="shrink-0 sm:w-48">
        <Select
          id={id}
          value={shown}
          disabled={!changes}
          aria-describedby={words.length > 0 ? `${id}-about` : undefined}
          onChange={({ target }) =>
            save.mutate({ path: { kind }, body: { channel: target.value as Notification['channel'] } })
          }
        >
          <option value="best">{t('channel.best')}</option>
          {ways.map(({ way: one, to }) => (
            <option key={one} value={one} disabled={to === null && channel !== one}>
              {to === null ? t(`channelMissing.${one}`) : t(`channel.${one}`)}
            </option>
          ))}
          {!required && <option value="off">{t('channel.off')}</option>}
        </Select>
      </div>
    </li>
  );
}
