import type { LaunchCtx } from '#core/engine-people.ts';

/** What contexts of tests have of our login, where it isn't about that. */
export const login: Pick<LaunchCtx, 'login' | 'ticket'> = {
  login: {
    clientId: 'example',
    page: 'https://api.example.cl/login/engines/x/example',
    userinfo: 'https://api.example.cl/login/engines/x/example/userinfo',
  },
  ticket: () => ({ token: 'ticket', expiresAt: '2030-01-01T00:00:00.000Z' }),
};
