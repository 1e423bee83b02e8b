import type { ComponentProps } from 'react';

export function TextArea(props: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      className="w-full min-w-0 rounded-md border border-input bg-card px-3 py-2 text-base aria-invalid:border-destructive sm:text-sm"
      {...props}
    />
  );
}
