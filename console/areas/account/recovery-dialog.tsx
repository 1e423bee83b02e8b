'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#components/data/code-block.tsx';
import { Confirm } from '#components/data/confirm.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions } from '#components/ui/dialog.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { download } from '#lib/download.ts';

/** Other codes for paper; those before stop working. */
export function RecoveryDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const make = useApiMutation('post', '/auth/recovery-codes', { invalidates: ['/auth/factors'] });
  if (make.data) return <CodesDialog codes={make.data.recoveryCodes ?? []} onClose={onClose} />;
  return (
    <Confirm
      title={t('newCodes')}
      consequence={t('newCodesText')}
      action={t('makeCodes')}
      destructive={false}
      busy={make.isPending}
      error={make.error}
      onClose={onClose}
      onConfirm={() => make.mutate({})}
    />
  );
}

export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useTranslations('account');
  const text = codes.join('\n');
  return (
    <Dialog open insistent onClose={onClose} title={t('yourCodes')} description={t('yourCodesText')}>
      <CodeBlock label={t('recovery')} text={text} />
      <DialogActions>
        <Button variant="outline" onClick={() => download('smarteros-codigos.txt', `${text}\n`)}>
          <Download aria-hidden />
          {t('download')}
        </Button>
        <Button onClick={onClose}>{t('kept')}</Button>
      </DialogActions>
    </Dialog>
  );
}
