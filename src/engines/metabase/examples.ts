import { EXAMPLE } from '#core/example.ts';

const at = EXAMPLE.tenant.createdAt;

/** The example tenant's part of the operator's Metabase. */
export const exampleCollectionId = 12;
export const exampleGroupId = 5;

export const exampleRow = {
  id: '31',
  name: 'Ventas',
  description: 'Ventas del mes',
  collectionId: String(exampleCollectionId),
  updatedAt: at,
};

export const exampleDashboard = {
  ...exampleRow,
  parameters: [{ slug: 'tenant_id', name: 'Empresa', type: 'string/=' }],
  cards: [{ id: '41', name: 'Ventas por día', display: 'line' }],
  embeddable: true,
};

export const exampleResult = {
  columns: [
    { name: 'dia', title: 'Día', type: 'type/Date' },
    { name: 'total', title: 'Total', type: 'type/Integer' },
  ],
  rows: [
    ['2026-03-01', 125000],
    ['2026-03-02', 98000],
  ],
  rowCount: 2,
  truncated: false,
};
