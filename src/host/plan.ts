/**
 * What `up` hands to the supervisor on its command line, where every user of the machine can read it: no secret may be
 * in here. Those travel in the environment, which the API and the worker inherit.
 */
export type Plan = {
  home: string;
  /** The program to start as `api` and `worker`. */
  entry: string;
  host: string;
  port: number;
  apiUrl: string;
  publicUrl: string;
  /** Without its password. */
  databaseUrl: string;
  embedded: boolean;
  /** Writes to a person's terminal, too. */
  foreground: boolean;
  /** Engines that run beside, by name. */
  natives: readonly string[];
  /** Whether the console is built and served. */
  console: boolean;
};
