import { usePosted } from '#lib/api/use-api.ts';

/** So many rows are added up; with more, what stands there is "or more". */
const ADDED = 200;

type Record_ = Readonly<Record<string, unknown>>;

export interface Sum {
  readonly count: number;
  readonly more: boolean;
  /** By currency, the largest first. */
  readonly amounts: readonly (readonly [currency: string, total: number])[];
}

function sumOf(rows: readonly Record_[], field: string, more: boolean): Sum {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const currency = (row['currency_id'] as { name?: string } | null)?.name ?? 'CLP';
    totals.set(currency, (totals.get(currency) ?? 0) + Number(row[field] ?? 0));
  }
  return { count: rows.length, more, amounts: [...totals].toSorted(([, a], [, b]) => b - a) };
}

/** Of the day that it is where the reader is. */
function midnight(): string {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}

/** What was sold today. Null where Odoo keeps no orders for the company. */
export function useToday() {
  const { data, error, refetch } = usePosted('/odoo/search_read', {
    body: {
      model: 'sale.order',
      domain: [
        ['date_order', '>=', midnight()],
        ['state', 'in', ['sale', 'done']],
      ],
      fields: ['amount_total', 'currency_id'],
      limit: ADDED,
    },
  });
  const sum = data && sumOf(data.data, 'amount_total', data.nextCursor !== null);
  return { sum: error?.code === 'engine_not_found' ? null : sum, error, refetch };
}

/** What customers owe, and what of that is overdue. Null where Odoo keeps no invoices for the company. */
export function useUnpaid() {
  const { data, error, refetch } = usePosted('/odoo/search_read', {
    body: {
      model: 'account.move',
      domain: [
        ['move_type', '=', 'out_invoice'],
        ['state', '=', 'posted'],
        ['payment_state', 'in', ['not_paid', 'partial']],
      ],
      fields: ['amount_residual', 'currency_id', 'invoice_date_due'],
      order: 'invoice_date_due asc, id asc',
      limit: ADDED,
    },
  });
  const today = new Date().toLocaleDateString('sv');
  const late = data?.data.filter(({ invoice_date_due: due }) => typeof due === 'string' && due < today) ?? [];
  const more = data !== undefined && data.nextCursor !== null;
  const missing = error?.code === 'engine_not_found';
  return {
    sum: missing ? null : data && sumOf(data.data, 'amount_residual', more),
    overdue: sumOf(late, 'amount_residual', more && late.length === data.data.length),
    error,
    refetch,
  };
}
