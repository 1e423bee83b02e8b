import { cva, type VariantProps } from 'class-variance-authority';
import { Link, type LinkProps } from './link.tsx';
import type { ComponentProps } from 'react';

const buttonVariants = cva(
  'inline-flex max-w-full shrink-0 items-center justify-center gap-2 overflow-hidden whitespace-nowrap rounded-md font-medium transition-colors disabled:pointer-events-none disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground hover:bg-primary/90',
        outline: 'border border-border bg-card hover:bg-muted',
        ghost: 'hover:bg-muted',
        destructive: 'bg-destructive text-destructive-foreground hover:bg-destructive/90',
        /** Reads as text: without the space around it. */
        link: 'text-primary underline-offset-4 hover:underline',
      },
      size: {
        default: 'h-9 text-sm',
        sm: 'h-8 text-[13px]',
        lg: 'h-11 text-[15px]',
        icon: 'size-9',
        iconSm: 'size-8',
      },
    },
    compoundVariants: [
      { variant: ['primary', 'outline', 'ghost', 'destructive'], size: 'default', class: 'px-3.5' },
      { variant: ['primary', 'outline', 'ghost', 'destructive'], size: 'sm', class: 'px-2.5' },
      { variant: ['primary', 'outline', 'ghost', 'destructive'], size: 'lg', class: 'px-5' },
    ],
    defaultVariants: { variant: 'primary', size: 'default' },
  },
);

type Looks = VariantProps<typeof buttonVariants>;

export interface ButtonProps extends ComponentProps<'button'>, Looks {
  /** Under way: it can't be pressed again, and says so to screen readers. */
  readonly busy?: boolean;
}

export function Button({ className, variant, size, busy = false, disabled = false, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      disabled={busy || disabled}
      aria-busy={busy}
      className={buttonVariants({ variant, size, className: [busy && 'animate-skeleton', className] })}
      {...props}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ className, variant, size, ...props }: LinkProps & Looks) {
  return <Link className={buttonVariants({ variant, size, className })} {...props} />;
}
