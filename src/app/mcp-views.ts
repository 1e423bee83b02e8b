import type { EngineDefinition } from '#core/engine.ts';
import { ofCategories, type View } from '#surfaces/mcp/views.ts';

const VALIDATOR = ofCategories(
  {
    name: 'validator',
    title: 'Validator',
    description: 'Checks tokens, settings and inputs, and changes nothing.',
  },
  ['validator'],
);

/** Our MCP servers of a part of the catalogue, beside that of everything. */
export const mcpViews = (engines: readonly EngineDefinition[]): readonly View[] => [
  VALIDATOR,
  ...engines.flatMap(({ name, title, mcpServer }) =>
    mcpServer === undefined ? [] : [ofCategories({ name, title, description: mcpServer }, [name])],
  ),
];
