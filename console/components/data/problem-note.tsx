'use client';

import { CircleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { OFFLINE, TIMED_OUT, type ApiError } from '#lib/api/error.ts';
import { Button } from '#components/ui/button.tsx';

interface ProblemNoteProps {
  readonly error: ApiError | null;
  /** What to do about it; "try again" when this is a function. */
  readonly retry?: (() => unknown) | undefined;
  readonly action?: ReactNode;
}

/** What went wrong, what to do, and the number to name when asking for help. Nothing while there is no error. */
export function ProblemNote({ error, retry, action }: ProblemNoteProps) {
  const t = useTranslations('problem');
  const [busy, setBusy] = useState(false);
  if (!error) return null;
  const again = async (): Promise<void> => {
    setBusy(true);
    await Promise.resolve(retry?.()).finally(() => setBusy(false));
  };
  const words = wordsOf(error, t);
  return (
    <div role="alert" className="grid gap-2 rounded-md bg-danger-soft px-3 py-2.5 text-sm">
      <div className="flex items-start gap-2.5">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
        <div className="grid min-w-0 gap-0.5">
          <p className="font-medium text-destructive">{words.title}</p>
          {words.next !== undefined && <p>{words.next}</p>}
          {error.requestId !== undefined && error.status >= 500 && (
            <p className="text-[13px] break-all text-muted-foreground">
              {t('request', { id: error.requestId })}
            </p>
          )}
        </div>
      </div>
      {(retry || action) && (
        <div className="flex gap-2 pl-6.5">
          {action}
          {retry && (
            <Button variant="outline" size="sm" busy={busy} onClick={() => void again()}>
              {t('retry')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<'problem'>>;

/** The API's own words are for people already; here only what is ours to say, and the next step. */
export function wordsOf(error: ApiError, t: Translate): { title: string; next?: string } {
  if (error.code === OFFLINE) return { title: t('offline'), next: t('offlineNext') };
  if (error.code === TIMED_OUT) return { title: t('timedOut'), next: t('timedOutNext') };
  const title = error.problem?.title ?? t('unexpected');
  const detail = error.problem?.detail;
  if (error.code === 'rate_limited')
    return { title, next: detail ?? t('wait', { seconds: error.retryAfterSeconds ?? 60 }) };
  if (error.code === 'insufficient_scope') return { title: t('notAllowed'), next: t('notAllowedNext') };
  if (error.code === 'version_conflict') return { title, next: t('conflictNext') };
  if (error.code === 'invalid_input')
    return { title: t('invalid'), next: othersOf(error) ?? t('invalidNext') };
  // Its own words say to look first.
  if (error.code === 'engine_outcome_unknown') return { title };
  if (error.status >= 500) return { title, next: detail ?? t('serverNext') };
  return detail === undefined || detail === title ? { title } : { title, next: detail };
}

/** What is said of the whole form, and so stands beside no field. */
function othersOf(error: ApiError): string | undefined {
  return error.problem?.errors?.find(({ field }) => field === '(body)')?.message;
}
