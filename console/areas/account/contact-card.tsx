'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { showPhone } from '#lib/format/phone.ts';
import { useSession } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';

const PhoneDialog = dynamic(() => import('./phone-dialog.tsx').then((module) => module.PhoneDialog));
const EmailDialog = dynamic(() => import('./email-dialog.tsx').then((module) => module.EmailDialog));
const EmailRemoval = dynamic(() => import('./email-dialog.tsx').then((module) => module.EmailRemoval));

/** Where codes and notices reach the person. Each is changed by a code to the new one. */
export function ContactCard() {
  const t = useTranslations('account');
  const { me } = useSession();
  const [{ change: open }, set] = useUrlState(['change']);
  const close = (): void => set({ change: undefined });
  return (
    <Card>
      <CardHeader title={t('contact')} />
      <div className="grid gap-4 p-4">
        <Way term={t('phone')} text={t('phoneFor')} value={me.phone === null ? null : showPhone(me.phone)}>
          <Button variant="outline" aria-label={t('changePhone')} onClick={() => set({ change: 'phone' })}>
            {t('change')}
          </Button>
        </Way>
        <Way term={t('email')} text={t('emailFor')} value={me.email}>
          {me.email !== null && (
            <Button variant="ghost" aria-label={t('removeEmail')} onClick={() => set({ change: 'no-email' })}>
              {t('takeOff')}
            </Button>
          )}
          <Button
            variant="outline"
            aria-label={t(me.email === null ? 'addEmail' : 'changeEmail')}
            onClick={() => set({ change: 'email' })}
          >
            {t(me.email === null ? 'add' : 'change')}
          </Button>
        </Way>
      </div>
      {open === 'phone' && <PhoneDialog onClose={close} />}
      {open === 'email' && <EmailDialog onClose={close} />}
      {open === 'no-email' && me.email !== null && <EmailRemoval onClose={close} />}
    </Card>
  );
}

interface WayProps {
  readonly term: string;
  readonly value: string | null;
  readonly text: string;
  readonly children: ReactNode;
}

function Way({ term, value, text, children }: WayProps) {
  const t = useTranslations('account');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2">
          <span className="font-medium">{term}</span>
          <span className="min-w-0 break-all text-muted-foreground">{value ?? t('none')}</span>
        </p>
        <p className="text-[13px] text-muted-foreground">{text}</p>
      </div>
      <span className="flex gap-2">{children}</span>
    </div>
  );
}
