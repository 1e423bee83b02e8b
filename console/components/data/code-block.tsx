'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

/** Text for machines, as it is: nothing in it is markup. Long ones scroll. */
export function CodeBlock({ label, text, copy = true }: { label: string; text: string; copy?: boolean }) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  return (
    <div className="relative min-w-0">
      <pre
        aria-label={label}
        role="region"
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border bg-muted/60 p-3 pr-12 font-mono text-[13px] leading-5 break-words whitespace-pre-wrap"
      >
        {text}
      </pre>
      {copy && (
        <Button
          variant="ghost"
          size="iconSm"
          className="absolute top-1.5 right-1.5"
          aria-label={copied ? t('copied') : t('copy')}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        </Button>
      )}
    </div>
  );
}

/** JSON is laid out; whatever else it is stays as it came. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
