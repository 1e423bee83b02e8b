import { EXAMPLE } from '#core/example.ts';
import {
  exampleCollectionId,
  exampleDashboard,
  exampleGroupId,
  exampleResult,
} from '#engines/metabase/examples.ts';
import type { StandIn } from '#test/engines/stand-in.ts';
import { MetabaseServer, type MetabaseSeed } from './server.ts';

const KEY = 'mb_key_of_the_example';
const [shown] = exampleDashboard.cards;
const card = { id: Number(shown!.id), name: shown!.name };

const SEED: MetabaseSeed = {
  collections: [
    {
      id: exampleCollectionId,
      name: EXAMPLE.tenant.name,
      description: `SmarterOS [${EXAMPLE.tenant.id}]`,
      archived: false,
      location: '/',
      personal_owner_id: null,
    },
  ],
  dashboards: [
    {
      id: Number(exampleDashboard.id),
      name: exampleDashboard.name,
      description: exampleDashboard.description,
      collection_id: exampleCollectionId,
      archived: false,
      enable_embedding: true,
      embedding_params: { tenant_id: 'locked' },
      parameters: exampleDashboard.parameters.map((one) => ({ ...one, id: 'p1' })),
      dashcards: [
        {
          id: 51,
          card_id: card.id,
          card: { ...card, display: 'line', collection_id: exampleCollectionId },
          parameter_mappings: [{ parameter_id: 'p1', card_id: card.id }],
        },
      ],
      updated_at: EXAMPLE.tenant.createdAt,
    },
  ],
  cards: [
    { id: card.id, name: card.name, display: 'line', collection_id: exampleCollectionId, parameters: [] },
  ],
  runs: {
    [card.id]: () => ({
      status: 'completed',
      row_count: exampleResult.rowCount,
      data: {
        rows: exampleResult.rows,
        cols: exampleResult.columns.map(({ name, title, type }) => ({
          name,
          display_name: title,
          base_type: type,
        })),
      },
    }),
  },
};

const server = new MetabaseServer(KEY);

export const metabaseStandIn: StandIn = {
  engine: 'metabase',
  example: {
    url: 'https://metabase.example.cl',
    credentials: { apiKey: KEY, embeddingSecret: '0123456789abcdef'.repeat(4) },
    settings: {},
    version: '0.56.6',
    capabilities: ['embedding'],
    state: { collectionId: exampleCollectionId, groupId: exampleGroupId },
    secrets: {},
  },
  reset: () => server.reset(SEED),
  answer: (asked) => server.answer(asked),
};
