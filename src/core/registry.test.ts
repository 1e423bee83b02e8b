import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import type { Ctx } from '#core/context.ts';
import { NOTES } from '#test/conformance/fake-kernel.ts';
import { toolCatalogue, ToolCatalogue } from './registry.ts';

describe('the registry', () => {
  it('groups tools by category, both in order', () => {
    const { categories, count } = toolCatalogue(NOTES);
    assert.deepEqual(
      categories.map(({ name, tools }) => [name, ...tools.map((tool) => tool.name)]),
      [
        ['notes', 'notes_create', 'notes_delete', 'notes_list', 'notes_update', 'notes_wait'],
        ['server', 'server_status'],
      ],
    );
    assert.equal(count, NOTES.length);
    assert.deepEqual(categories, toolCatalogue(NOTES.toReversed()).categories);
  });

  it('says what a tool does and who may call it', () => {
    const [notes, server] = toolCatalogue(NOTES).categories;
    assert.deepEqual(notes!.tools[1], {
      name: 'notes_delete',
      operation: 'notes.delete',
      summary: 'Burn a note.',
      effect: 'destroy',
      credential: 'key',
      scopes: ['notes:destroy'],
    });
    assert.deepEqual([server!.tools[0]!.credential, server!.tools[0]!.scopes], ['operator', []]);
    const stranger = toolCatalogue([{ ...NOTES[0]!, access: 'public' }]).categories[0]!.tools[0]!;
    assert.deepEqual([stranger.credential, stranger.scopes], ['none', []]);
  });

  it('is what core.registry answers, with every operation in it', async () => {
    const catalogue = buildCatalogue();
    const registry = catalogue.find('core.registry')!;
    const answer = await registry.operation.run({} as Ctx, {} as never);
    assert.ok(registry.validateOutput(answer));
    assert.deepEqual(answer, toolCatalogue(catalogue.operations.map(({ operation }) => operation)));
    assert.equal(ToolCatalogue.parse(answer).count, catalogue.operations.length);
  });
});
