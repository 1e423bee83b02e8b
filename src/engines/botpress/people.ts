import type { PeopleDefinition } from '#core/engine-people.ts';

const STUDIO = 'https://app.botpress.cloud';

/** Nobody: accounts of Botpress Cloud are people's own, and members of a workspace join by an invitation that they accept. */
export const people: PeopleDefinition = {
  put: () => Promise.resolve(null),
  disable: () => Promise.resolve(),
  launch: ({ link }) => {
    // A shared workspace is the operator's, and its name is nobody else's business.
    const workspace = link.shared ? '' : `/workspaces/${String(link.settings['workspaceId'])}`;
    return Promise.resolve({ url: STUDIO + workspace, expiresAt: null, reason: 'no_user' });
  },
};
