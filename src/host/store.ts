/** What a new cluster is told, in single-user mode, before it first listens. All other SQL comes from the migrations. */
export const CREATE_DATABASE = 'CREATE DATABASE smarteros\n';

/** The same at any time. `password` is base64url. */
export const setPassword = (password: string): string => `ALTER ROLE postgres PASSWORD '${password}'\n`;
