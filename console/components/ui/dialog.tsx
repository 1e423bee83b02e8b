'use client';

import { X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cn } from '#lib/cn.ts';
import { guardLeaving } from '#lib/leaving.ts';
import { Button } from './button.tsx';

interface OverlayProps {
  readonly onClose: () => void;
  readonly className: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  /** Stays until it is answered: a click beside it is no way out. */
  readonly insistent?: boolean | undefined;
  readonly children: ReactNode;
}

/**
 * The browser's own dialog: it keeps the focus inside, the rest of the page out of reach, closes on Escape and gives the
 * focus back. It exists while it is open.
 */
export function Overlay({
  onClose,
  className,
  labelledBy,
  label,
  describedBy,
  insistent,
  children,
}: OverlayProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Where one starts to type; the button that closes comes first otherwise.
    dialog?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Pressed twice in a row, Escape closes whatever was said the first time.
      onClose={onClose}
      // The dialog itself is hit only beside what it holds.
      onPointerDown={(event) => event.target === event.currentTarget && !insistent && onClose()}
      className={cn('border bg-transparent p-0 text-foreground shadow-xl backdrop:bg-black/45', className)}
    >
      <div className="flex min-h-full flex-col bg-card">{children}</div>
    </dialog>
  );
}

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** From the side, for forms beside a list; in the middle otherwise. */
  readonly side?: boolean;
  readonly insistent?: boolean;
  readonly children: ReactNode;
}

const MIDDLE = 'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md animate-appear rounded-lg';
const SIDE = 'my-0 mr-0 ml-auto h-dvh max-h-dvh w-full max-w-md animate-slide-in border-y-0 border-r-0';

export function Dialog({ open, ...props }: DialogProps) {
  return open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  onClose,
  title,
  description,
  side = false,
  insistent,
  children,
}: Omit<DialogProps, 'open'>) {
  const t = useTranslations('common');
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(false);
  // A form that was begun isn't thrown away by a key or a click beside it. One that was sent is gone by then.
  const leave = (): void => (form.current?.isConnected && !asking ? setAsking(true) : onClose());
  useEffect(
    () =>
      guardLeaving(() => {
        const begun = form.current?.isConnected === true;
        if (begun) setAsking(true);
        return begun;
      }),
    [],
  );
  const typed = ({ target }: FormEvent): void => {
    if (side && target instanceof Element) form.current = target.closest('form');
  };
  return (
    <Overlay
      onClose={leave}
      labelledBy={id}
      describedBy={description === undefined ? undefined : `${id}-about`}
      insistent={insistent}
      className={side ? SIDE : MIDDLE}
    >
      <header className="flex items-start justify-between gap-4 px-5 pt-5">
        <div className="grid gap-1">
          <h2 id={id} className="text-base leading-tight font-semibold">
            {title}
          </h2>
          {description !== undefined && (
            <p id={`${id}-about`} className="text-muted-foreground">
              {description}
            </p>
          )}
        </div>
        <Button variant="ghost" size="icon" aria-label={t('close')} onClick={leave} className="-mt-2 -mr-2">
          <X aria-hidden />
        </Button>
      </header>
      <div onInput={typed} className="grid flex-1 content-start gap-4 p-5">
        {children}
      </div>
      {asking && (
        <div
          role="alert"
          className="sticky bottom-0 flex flex-wrap items-center justify-end gap-2 border-t bg-card px-5 py-3"
        >
          <p className="mr-auto">{t('unsaved')}</p>
          <Button variant="outline" size="sm" onClick={onClose}>
            {t('discard')}
          </Button>
          <Button size="sm" autoFocus onClick={() => setAsking(false)}>
            {t('keepEditing')}
          </Button>
        </div>
      )}
    </Overlay>
  );
}

/** The last row of a dialog: what to do on the right, the way out beside it. On phones below one another. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-col-reverse gap-2 pt-1 sm:flex-row sm:justify-end">{children}</div>;
}
