import type { PostgrestStandIn } from '#test/engines/supabase/stand-in.ts';
import type { Row } from '#test/engines/supabase/tables.ts';

const MANY = 60;
const HUGE = 10_000;
const PRODUCTS = 'Cemento 25 kg|Pintura látex|Taladro percutor|Clavos 2"|Guantes de cuero|Martillo'.split(
  '|',
);
const DAY_MS = 86_400_000;

/** Tables of a company's own program: products and orders, some of each company. */
export function fillTables(rest: PostgrestStandIn, tenants: readonly string[], huge = false): void {
  rest.tables['empresas'] ??= {
    columns: { tenant_id: 'uuid', name: 'text' },
    required: ['tenant_id'],
    unique: ['tenant_id'],
    references: {},
    rows: [],
  };
  rest.tables['productos'] ??= {
    columns: {
      id: 'bigint',
      tenant_id: 'uuid',
      nombre: 'text',
      precio: 'integer',
      disponible: 'boolean',
      creado: 'timestamp with time zone',
      notas: 'text',
    },
    required: ['id', 'tenant_id', 'nombre'],
    unique: ['id'],
    references: {},
    description: 'Lo que se vende.',
    rows: [],
  };
  const { rows } = rest.tables['productos'];
  for (const tenant of tenants) {
    if (rows.some((one) => one['tenant_id'] === tenant)) continue;
    const first = rows.length + 1;
    for (let n = 0; n < (huge ? HUGE : MANY); n++)
      rows.push({
        id: first + n,
        tenant_id: tenant,
        nombre: n < PRODUCTS.length ? PRODUCTS[n] : `${PRODUCTS[n % PRODUCTS.length]} ${n}`,
        precio: n === 3 ? null : 1_990 + n * 500,
        disponible: n % 4 !== 0,
        creado: new Date(Date.now() - n * DAY_MS).toISOString(),
        notas: n === 1 ? '<img src=x onerror=alert(1)>' : null,
      } satisfies Row);
  }
}
