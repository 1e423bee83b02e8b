'use client';

import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#lib/cn.ts';
import { ApiError } from '#lib/api/error.ts';
import { useInvalidate } from '#lib/api/use-api.ts';
import { beginSending, MAX_BYTES, upload, type Sending } from './upload.ts';

const KINDS = '.csv,.txt,.tsv,.xlsx,.vcf,text/csv,text/vcard';
const PERCENT = 100;

/** Chosen or dropped; it is sent at once, as nothing is read in before somebody says so. */
export function ChooseFile({ onSent }: { onSent: (id: string) => void }) {
  const t = useTranslations('imports');
  const refresh = useInvalidate();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [over, setOver] = useState(false);
  const [error, setError] = useState<ApiError | string>();
  const [sending, setSending] = useState<Sending>();
  const send = async (file: File | undefined): Promise<void> => {
    if (!file || share !== undefined) return;
    setSending(undefined);
    if (file.size > MAX_BYTES) return setError(t('tooLarge'));
    if (file.size === 0) return setError(t('emptyFile'));
    await goOn(beginSending(file));
  };
  const goOn = async (at: Sending): Promise<void> => {
    setSending(at);
    setError(undefined);
    setShare(0);
    try {
      const id = await upload(at, setShare);
      await refresh(['/imports']);
      onSent(id);
    } catch (reason) {
      setError(reason instanceof ApiError ? reason : t('unreadable'));
    } finally {
      setShare(undefined);
    }
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(event.dataTransfer.files[0]);
      }}
      className={cn(
        'grid justify-items-center gap-4 rounded-lg border border-dashed px-6 py-12 text-center',
        over ? 'border-primary bg-accent' : 'border-input bg-card',
      )}
    >
      <span className="grid size-11 place-items-center rounded-full bg-accent text-accent-foreground">
        <FileUp aria-hidden className="size-5" />
      </span>
      <div className="grid gap-1">
        <p className="font-medium">{t('choose')}</p>
        <p className="text-[13px] text-muted-foreground">{t('kinds')}</p>
      </div>
      <input
        ref={input}
        type="file"
        accept={KINDS}
        aria-label={t('file')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button busy={share !== undefined} onClick={() => input.current?.click()}>
        {share === undefined ? t('chooseFile') : t('sending', { percent: Math.round(share * PERCENT) })}
      </Button>
      {typeof error === 'string' && (
        <p role="alert" className="text-destructive">
          {error}
        </p>
      )}
      {error instanceof ApiError && <ProblemNote error={error} retry={sending && (() => goOn(sending))} />}
    </div>
  );
}
