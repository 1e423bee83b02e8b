'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';

/** A secret that is shown this once: what it is, a button that copies it, and that it will not be seen again. */
export function CopyOnce({ label, value }: { label: string; value: string }) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  // Made, but its answer never came; the API says no secret twice.
  if (value === '')
    return <p className="rounded-md bg-warning-soft p-3 text-sm text-warning">{t('secretLost')}</p>;
  return (
    <div className="grid gap-2 rounded-md bg-warning-soft p-3">
      <p className="text-sm font-medium text-warning">{t('copyOnce')}</p>
      <div className="flex gap-2">
        <Input
          look="secret"
          readOnly
          aria-label={label}
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button variant="outline" onClick={() => void copy()}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
        </Button>
      </div>
    </div>
  );
}
