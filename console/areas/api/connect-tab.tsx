'use client';

import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Card } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { CLIENTS, type McpClient } from './clients.ts';

const isLocal = (url: string): boolean =>
  url.startsWith('http://') || /^https:\/\/(localhost|127\.|\[::1\])/.test(url);

/** How agents are connected, word for word, with the address of this installation. */
export function ConnectTab() {
  const t = useTranslations('api');
  const [url, change] = useUrlState(['client', 'by']);
  const { data, error, refetch } = useApi('/', {});
  const client = CLIENTS.find(({ id }) => id === url.client) ?? CLIENTS[0]!;
  const byKey = url.by === 'key';
  if (error && !data) return <ProblemNote error={error} retry={refetch} />;
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="text-muted-foreground">{t('connectText')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('program')}>
          {(control) => (
            <Select
              {...control}
              value={client.id}
              onChange={({ target }) => change({ client: target.value })}
            >
              {CLIENTS.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!client.remote && (
          <Field label={t('entersBy')}>
            {(control) => (
              <Select
                {...control}
                value={byKey ? 'key' : 'person'}
                onChange={({ target }) => change({ by: target.value === 'key' ? 'key' : undefined })}
              >
                <option value="person">{t('byPerson')}</option>
                <option value="key">{t('byKey')}</option>
              </Select>
            )}
          </Field>
        )}
      </div>
      {data ? (
        <Steps client={client} address={new URL(data.mcp, window.location.origin).href} byKey={byKey} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </div>
  );
}

function Steps({ client, address, byKey }: { client: McpClient; address: string; byKey: boolean }) {
  const t = useTranslations('api');
  const { id, name, file, remote } = client;
  return (
    <Card className="grid gap-3 p-4">
      <p>
        {file ? t('putInto', { file }) : t(`steps.${id === 'claude' || id === 'chatgpt' ? id : 'command'}`)}
      </p>
      <CodeBlock label={name} text={client.text(address, byKey && !remote)} />
      {remote && isLocal(address) && (
        <p className="rounded-md bg-warning-soft px-3 py-2 text-warning">{t('notReachable', { name })}</p>
      )}
      <p className="text-[13px] text-muted-foreground">{byKey && !remote ? t('thenKey') : t('thenPerson')}</p>
    </Card>
  );
}
