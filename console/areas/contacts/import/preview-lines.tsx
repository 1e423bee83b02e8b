'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Preview } from './settings.ts';

type Line = Preview['lines'][number];

/** What the first lines would become, or what is wrong with them. */
export function PreviewLines({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('imports');
  const wrong = lines.filter(({ errors }) => errors.length > 0).length;
  return (
    <>
      <p className="px-4 pb-2 text-[13px] text-muted-foreground" role="status">
        {wrong === 0
          ? t('allRight', { count: lines.length })
          : t('someWrong', { wrong, count: lines.length })}
      </p>
      <ul className="divide-y border-t">
        {lines.map((line) => (
          <PreviewLine key={line.line} line={line} />
        ))}
      </ul>
    </>
  );
}

function PreviewLine({ line: { line, contact, errors } }: { line: Line }) {
  const t = useTranslations('imports');
  const bad = errors.length > 0;
  const facts = [contact?.phone, contact?.email, contact?.taxId, ...(contact?.tags ?? [])];
  const own = Object.values(contact?.fields ?? {}).map(String);
  return (
    <li className="flex gap-3 px-4 py-2.5">
      <span className="w-8 shrink-0 text-right text-[13px] text-muted-foreground tabular-nums">{line}</span>
      {bad ? (
        <CircleAlert role="img" aria-label={t('wrong')} className="mt-0.5 size-4 shrink-0 text-destructive" />
      ) : (
        <CircleCheck role="img" aria-label={t('right')} className="mt-0.5 size-4 shrink-0 text-success" />
      )}
      <div className="min-w-0">
        {contact && <p className="font-medium break-words">{contact.name}</p>}
        {contact && (
          <p className="text-[13px] break-words text-muted-foreground">
            {[...facts, ...own].filter(Boolean).join(' · ')}
          </p>
        )}
        {errors.map(({ column, message }, index) => (
          <p key={index} className="text-[13px] break-words text-destructive">
            {column === null ? message : t('errorIn', { column, message })}
          </p>
        ))}
      </div>
    </li>
  );
}
