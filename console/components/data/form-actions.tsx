import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '#components/ui/button.tsx';
import { DialogActions } from '#components/ui/dialog.tsx';

/** The last row of a form in a dialog: what sends it, named by its children, and the way out. */
export function FormActions({ onCancel, ...submit }: ButtonProps & { readonly onCancel: () => void }) {
  const t = useTranslations('common');
  return (
    <DialogActions>
      <Button variant="outline" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" {...submit} />
    </DialogActions>
  );
}
