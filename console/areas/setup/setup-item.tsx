'use client';

import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

interface SetupItemProps {
  readonly id: 'person' | 'operator' | 'place' | 'whatsapp' | 'mail' | 'systems' | 'company';
  readonly done: boolean;
  /** How it is right now, in place of what it is for. */
  readonly said?: string | undefined;
  /** What to do about it, while it isn't done. */
  readonly children?: ReactNode;
}

export function SetupItem({ id, done, said, children }: SetupItemProps) {
  const t = useTranslations('setup');
  const Icon = done ? CircleCheck : Circle;
  return (
    <li className="flex items-start gap-3 py-3.5 first:pt-0">
      <Icon
        role="img"
        aria-label={done ? t('done') : t('open')}
        className={`mt-0.5 size-4.5 shrink-0 ${done ? 'text-success' : 'text-muted-foreground'}`}
      />
      <div className="grid min-w-0 flex-1 gap-2">
        <div className="grid gap-0.5">
          <p className="font-medium">{t(`items.${id}.title`)}</p>
          {(!done || said !== undefined) && (
            <p className="text-[13px] break-words text-muted-foreground">{said ?? t(`items.${id}.text`)}</p>
          )}
        </div>
        {!done && children && <div className="min-w-0">{children}</div>}
      </div>
    </li>
  );
}
