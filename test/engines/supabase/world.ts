import { after, before, beforeEach } from 'node:test';
import { supabase } from '#engines/supabase/index.ts';
import { EngineWorld } from '#test/engines/world.ts';
import type { Scene, Side } from './contract.ts';

/** Two companies of which the first has its part of that instance. */
export function supabaseScene(open: () => Promise<Side>): () => Scene {
  let scene: Scene;
  before(async () => {
    const world = await EngineWorld.build([supabase]);
    const [own, other] = [await world.company(), await world.company()];
    const side = await open();
    scene = { world, side, own, other };
    await side.fill(own.id, other.id);
    const instance = await world.shared({
      engine: 'supabase',
      url: side.url,
      credentials: { serviceRole: side.key },
      settings: { path: side.path },
    });
    world.reconciler();
    await world.want(own, 'supabase', instance);
    await world.reached(own, 'supabase');
  });
  beforeEach(() => scene.side.fill(scene.own.id, scene.other.id));
  after(async () => {
    await scene.world.stop();
    await scene.side.close?.();
  });
  return () => scene;
}
