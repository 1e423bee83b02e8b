import { openStandIn } from '#test/engines/stand-in.ts';
import { supabaseAttacks } from './attacks.ts';
import { supabaseContract } from './contract.ts';
import { createPostgrest } from './stand-in.ts';
import { exampleTables } from './tables.ts';
import { supabaseScene } from './world.ts';

const standIn = createPostgrest();

const scene = supabaseScene(async () => ({
  url: await openStandIn((asked) => standIn.answer(asked)),
  key: standIn.example.credentials['serviceRole']!,
  path: '/rest/v1',
  fill: async (own, other) => void (standIn.tables = exampleTables(own, other)),
  rows: async (table) => standIn.tables[table]!.rows,
}));

supabaseContract(scene);
supabaseAttacks(scene, 60);
