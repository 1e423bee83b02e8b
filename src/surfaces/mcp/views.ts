import type { Operation } from '#core/operation.ts';

/** One MCP server: an address, and what of the catalogue can be called there. Credentials and audience are the same. */
export interface View {
  /** Of the server, e.g. `vault`; its address is `/mcp/<name>`, but for the main one's. */
  readonly name: string;
  readonly title: string;
  /** At most 100 characters, for registries and clients. */
  readonly description: string;
  readonly holds: (operation: Operation) => boolean;
}

/** The server of everything, at `/mcp`. */
export const MAIN: View = {
  name: 'smarter',
  title: 'SmarterOS',
  description: 'Everything that SmarterOS and its engines can do for a company.',
  holds: () => true,
};
export const MAIN_PATH = '/mcp';
/** The same with every tool in its list, for clients that search lists themselves. */
export const WHOLE_PATH = '/mcp/all';

export const pathOf = (view: View): string => (view === MAIN ? MAIN_PATH : `${MAIN_PATH}/${view.name}`);

/** A server of some categories. */
export const ofCategories = (view: Omit<View, 'holds'>, categories: readonly string[]): View => ({
  ...view,
  holds: ({ name }) => categories.includes(name.slice(0, name.indexOf('.'))),
});
