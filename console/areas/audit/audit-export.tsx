'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import { apiHere } from '#lib/api/call.ts';
import { guarded } from '#lib/api/guarded.ts';
import { download } from '#lib/download.ts';
import { useSession } from '#lib/session/session.tsx';

const PAGE = 2_000;

async function allLines(): Promise<string[]> {
  const api = apiHere();
  const lines: string[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { format: 'csv' as const, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const page = await guarded(() => api.get('/audit/export', { query }));
    lines.push(...page.data);
    if (page.nextCursor === null) return lines;
    cursor = page.nextCursor;
  }
}

/** The whole, as a file that can be checked elsewhere. */
export function AuditExport() {
  const t = useTranslations('audit');
  const { company } = useSession();
  const get = useMutation({
    mutationFn: allLines,
    onSuccess: (lines) => {
      const day = new Date().toISOString().slice(0, 10);
      download(`auditoria-${company?.slug ?? ''}-${day}.csv`, `${lines.join('\n')}\n`, 'text/csv');
    },
    onError: () => toast.failed(t('exportFailed')),
  });
  return (
    <Button variant="outline" busy={get.isPending} onClick={() => get.mutate()}>
      <Download aria-hidden />
      {t('export')}
    </Button>
  );
}
