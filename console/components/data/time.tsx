'use client';

import { useFormat } from '#lib/format/use-format.ts';

/** How long ago; the exact moment on hovering. */
export function Ago({ at, style }: { readonly at: string; readonly style?: 'short' }) {
  const { ago, moment } = useFormat();
  return (
    <time dateTime={at} title={moment(at)} className="whitespace-nowrap">
      {ago(at, style)}
    </time>
  );
}
