/** What a new cluster is told, in single-user mode, before it first listens. All other SQL comes from the migrations. */
export const CREATE_DATABASE = 'CREATE DATABASE smarteros\n';
