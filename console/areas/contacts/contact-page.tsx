'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useRouter } from '#lib/session/router.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmByName } from '#components/data/confirm-by-name.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { ContactConsents } from './contact-consents.tsx';
import { ContactDetails } from './contact-details.tsx';
import { ContactSheet } from './contact-sheet.tsx';
import { ContactTimeline } from './contact-timeline.tsx';

/** One contact: who it is, and what happened. */
export function ContactPage() {
  const t = useTranslations('contacts');
  const [{ id = '' }] = useUrlState(['id']);
  const { data, error, refetch } = useApi('/contacts/{id}', { path: { id } }, { enabled: id !== '' });
  const may = useMay();
  const back = { href: '/contacts', label: t('title') };
  return (
    <>
      <PageHeader title={data?.name ?? t('contact')} back={back}>
        {data && <Actions contact={data} />}
      </PageHeader>
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_1fr]">
        <div className="grid gap-4">
          {data ? <ContactDetails contact={data} /> : !error && <Skeleton className="h-64 w-full" />}
          {data && may('consents:read') && <ContactConsents contact={data} />}
        </div>
        {!error && <ContactTimeline id={id} />}
      </div>
    </>
  );
}

function Actions({ contact }: { contact: Row<'/contacts'> }) {
  const t = useTranslations('contacts');
  const may = useMay();
  const router = useRouter();
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const close = (): void => setOpen(undefined);
  const remove = useApiMutation('delete', '/contacts/{id}', {
    onSuccess: () => {
      toast.done(t('deleted', { name: contact.name }));
      router.replace('/contacts');
    },
  });
  return (
    <>
      {may('contacts:write') && (
        <Button variant="outline" onClick={() => setOpen('edit')}>
          <Pencil aria-hidden />
          {t('edit')}
        </Button>
      )}
      {may('contacts:destroy') && (
        <Button variant="outline" onClick={() => setOpen('delete')}>
          <Trash2 aria-hidden className="text-destructive" />
          {t('delete')}
        </Button>
      )}
      <ContactSheet key={contact.version} open={open === 'edit'} onClose={close} contact={contact} />
      {open === 'delete' && (
        <ConfirmByName
          open
          onClose={close}
          title={t('deleteTitle')}
          consequence={t('deleteConsequence', { name: contact.name })}
          name={contact.name}
          action={t('delete')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ path: { id: contact.id }, version: contact.version })}
        />
      )}
    </>
  );
}
