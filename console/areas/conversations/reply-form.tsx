'use client';

import { Send } from 'lucide-react';
import { useRef, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Textarea } from '#components/ui/input.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useDraft } from '#lib/draft.ts';
import { MOD } from '#lib/hotkeys.ts';
import { useSession } from '#lib/session/session.tsx';

/**
 * An answer, or a note among ourselves. What was sent can't be called back, so that it shows in the conversation only once
 * Chatwoot has it; until then it stays in the field, also while one looks at another conversation.
 */
export function ReplyForm({ id }: { id: string }) {
  const t = useTranslations('conversations');
  const { me, company } = useSession();
  const place = `${me.ugid} ${company?.slug} ${id}`;
  const [text, setText] = useDraft(`reply ${place}`, '');
  const [note, setNote] = useDraft(`note ${place}`, false);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useApiMutation('post', '/chatwoot/conversations/{id}/messages', {
    invalidates: ['/chatwoot/conversations'],
    onSuccess: () => {
      setText('');
      setNote(false);
      field.current?.focus();
    },
  });
  const content = text.trim();
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (content !== '' && !send.isPending) send.mutate({ path: { id }, body: { content, private: note } });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
  };
  return (
    <form onSubmit={submit} className="grid gap-2.5 border-t p-3">
      <Textarea
        ref={field}
        aria-label={t(note ? 'writeNote' : 'writeReply')}
        placeholder={t(note ? 'writeNote' : 'writeReply')}
        value={text}
        maxLength={10_000}
        readOnly={send.isPending}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {/* Where nobody knows whether it was sent, sending it again might say it twice. */}
      <ProblemNote
        error={send.error}
        retry={send.error?.code === 'engine_outcome_unknown' ? undefined : () => submit()}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <label className="flex min-h-8 items-center gap-2 text-[13px]">
          <input
            type="checkbox"
            checked={note}
            onChange={(event) => setNote(event.target.checked)}
            className="size-4 accent-primary"
          />
          {t('asNote')}
        </label>
        <div className="ml-auto flex items-center gap-3">
          <span className="hidden text-xs text-muted-foreground sm:inline">
            {t('sendKeys', { mod: MOD })}
          </span>
          <Button type="submit" busy={send.isPending} disabled={content === ''}>
            <Send aria-hidden />
            {t(note ? 'saveNote' : 'send')}
          </Button>
        </div>
      </div>
    </form>
  );
}
