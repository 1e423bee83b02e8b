import type { MetabaseServer, Run } from '#test/engines/metabase/server.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;
const OURS = /^SmarterOS \[.+\]$/;

interface Card {
  readonly name: string;
  readonly display: string;
  readonly columns: readonly (readonly [name: string, title: string, type: string])[];
  readonly rows: readonly (readonly unknown[])[];
}

const day = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);

const CARDS: readonly Card[] = [
  {
    name: 'Ventas por día',
    display: 'line',
    columns: [
      ['dia', 'Día', 'type/Date'],
      ['total', 'Total', 'type/Integer'],
    ],
    rows: Array.from({ length: DAYS }, (_, n) => [day(DAYS - n), 380_000 + ((n * 7_919) % 13) * 41_500]),
  },
  {
    name: 'Ventas por producto',
    display: 'bar',
    columns: [
      ['producto', 'Producto', 'type/Text'],
      ['total', 'Total', 'type/Integer'],
    ],
    rows: [
      ['Cemento 25 kg', 2_450_000],
      ['Pintura látex 1 gl', 1_320_500],
      ['Taladro percutor', 989_900],
      ['Clavos 2"', 214_300],
      ['Guantes', 98_000],
    ],
  },
  {
    name: 'Últimas ventas',
    display: 'table',
    columns: [
      ['fecha', 'Fecha', 'type/Date'],
      ['cliente', 'Cliente', 'type/Text'],
      ['total', 'Total', 'type/Integer'],
    ],
    rows: Array.from({ length: 8 }, (_, n) => [day(n), `Cliente ${n + 1}`, 19_990 * (n + 1)]),
  },
  { name: 'Metas', display: 'bar', columns: [], rows: [] },
];

const answered =
  ({ columns, rows }: Card): Run =>
  () => ({
    status: 'completed',
    row_count: rows.length,
    data: {
      rows,
      cols: columns.map(([name, display_name, base_type]) => ({ name, display_name, base_type })),
    },
  });

/** Two dashboards in every company's collection: one that may be embedded, one that can't. */
export function fillMetabase(server: MetabaseServer): void {
  for (const { id: collection, description } of server.collections) {
    const taken = server.dashboards.some(({ collection_id: one }) => one === collection);
    if (taken || !OURS.test(description ?? '')) continue;
    const cards = CARDS.map((card) => {
      const made = {
        id: server.nextId(),
        name: card.name,
        display: card.display,
        collection_id: collection,
        parameters: [],
      };
      server.cards.push(made);
      server.runs[made.id] = answered(card);
      return made;
    });
    const board = (name: string, about: string | null, embedded: boolean) => ({
      id: server.nextId(),
      name,
      description: about,
      collection_id: collection,
      archived: false,
      enable_embedding: embedded,
      embedding_params: { tenant_id: 'locked' },
      parameters: [{ id: 'p1', name: 'Empresa', slug: 'tenant_id', type: 'string/=' }],
      dashcards: cards.map((card) => ({
        id: server.nextId(),
        card_id: card.id,
        card,
        parameter_mappings: [{ parameter_id: 'p1', card_id: card.id }],
      })),
      updated_at: new Date(Date.now() - DAY_MS).toISOString(),
    });
    server.dashboards.push(board('Ventas', 'Cómo va el mes', true), board('Inventario', null, false));
  }
}
