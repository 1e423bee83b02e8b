import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';

/** 16 px on phones: below that iOS zooms into the field. */
const inputVariants = cva(
  'w-full min-w-0 rounded-md border border-input bg-card aria-invalid:border-destructive disabled:opacity-55',
  {
    variants: {
      look: {
        default: 'h-10 px-3 text-base sm:h-9 sm:text-sm',
        search: 'h-10 pr-3 pl-9 text-base sm:h-9 sm:text-sm',
        secret: 'h-9 px-3 font-mono text-sm',
        lg: 'h-11 px-3 text-base tabular-nums',
        area: 'min-h-20 field-sizing-content max-h-60 resize-y px-3 py-2 text-base sm:text-sm',
        source: 'min-h-36 resize-y px-3 py-2 font-mono text-[13px]',
        code: 'h-12 px-3 font-mono text-2xl tracking-[0.35em]',
      },
    },
    defaultVariants: { look: 'default' },
  },
);

export function Input({
  look,
  className,
  ...props
}: ComponentProps<'input'> & VariantProps<typeof inputVariants>) {
  return <input className={inputVariants({ look, className })} {...props} />;
}

/** The system's own: fast, and at home on a phone. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select className={inputVariants({ className })} {...props} />;
}

/** Several lines: of words, or of what machines read (`source`). It grows with what is typed. */
export function Textarea({
  look = 'area',
  className,
  ...props
}: ComponentProps<'textarea'> & { readonly look?: 'area' | 'source' }) {
  return <textarea className={inputVariants({ look, className })} {...props} />;
}
