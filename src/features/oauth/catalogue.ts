export { connectAgent, disconnectAgent, GRANT_DAYS } from './connect.ts';
export { oauthOperations } from './operations.ts';
