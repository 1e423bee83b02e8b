'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import type { ApiError } from '#lib/api/error.ts';
import { ProblemNote } from './problem-note.tsx';

interface ConfirmProps {
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and for whom. */
  readonly consequence: ReactNode;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** False for what can be taken back. */
  readonly destructive?: boolean;
  readonly children?: ReactNode;
}

/** Asks once more, saying what will happen. For what can't be made anew: ConfirmByName. */
export function Confirm({ title, consequence, action, destructive = true, ...props }: ConfirmProps) {
  const t = useTranslations('common');
  return (
    <Dialog open onClose={props.onClose} title={title} description={consequence}>
      {props.children}
      <ProblemNote error={props.error} />
      <DialogActions>
        <Button variant="outline" onClick={props.onClose}>
          {t('cancel')}
        </Button>
        <Button variant={destructive ? 'destructive' : 'primary'} busy={props.busy} onClick={props.onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
