'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import { apiHere } from '#lib/api/call.ts';
import { guarded } from '#lib/api/guarded.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { saveFile } from '#lib/save-file.ts';
import type { Tenant } from './settings-page.tsx';

const PAGE = 2_000;

/** Everything, page by page: a line of JSON for each row. */
async function allRows(tell: (rows: number) => void): Promise<string[]> {
  const api = apiHere();
  const parts: string[] = [];
  let rows = 0;
  for (let cursor: string | undefined; ;) {
    const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const page = await guarded(() => api.get('/export', { query }));
    parts.push(page.data.map((row) => `${JSON.stringify(row)}\n`).join(''));
    tell((rows += page.data.length));
    if (page.nextCursor === null) return parts;
    cursor = page.nextCursor;
  }
}

export function ExportButton({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings');
  const { number } = useFormat();
  const [rows, setRows] = useState(0);
  const get = useMutation({
    mutationFn: () => allRows(setRows),
    onSuccess: (parts) => {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`${tenant.slug}-${day}.jsonl`, parts, 'application/jsonl');
    },
    onError: () => toast.failed(t('exportFailed')),
  });
  return (
    <Button variant="outline" size="sm" busy={get.isPending} onClick={() => get.mutate()}>
      <Download aria-hidden />
      {get.isPending && rows > 0 ? t('exportRows', { rows: number(rows) }) : t('exportDo')}
    </Button>
  );
}
