/** Where a native engine's process lives, and what it is given. */
interface NativePlace {
  /** Folder of its own data. */
  readonly data: string;
  /** It listens on this port of loopback. */
  readonly port: number;
  /** As people and webhooks reach it. */
  readonly url: string;
  /** PostgreSQL: a database and a login that are only its own. */
  readonly database: {
    /** Folder of the server's socket. */
    readonly host: string;
    readonly name: string;
    readonly user: string;
    /** Holds its password. */
    readonly passwordFile: string;
  };
  /** Files with its generated secrets, by name; each holds one. */
  readonly secretFiles: Readonly<Record<string, string>>;
}

/** A small HTTP client towards the process; answers of any status. */
export type NativeHttp = (request: {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}) => Promise<{
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}>;

/** How an engine runs as a process of ours, without containers: `smarteros up --with <engine>`. */
export interface Native {
  /** Pinned. */
  readonly version: string;
  /** npm packages by name and version, and what their dependencies get instead. No script of theirs is run. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  /** Of the folder that they are installed in; Node runs it. */
  readonly program: string;
  readonly args: readonly string[];
  /** Taken when it is free. */
  readonly port: number;
  /** Answers 200 once all is ready. */
  readonly health: string;
  /** Random bytes of each secret; made once and kept. */
  readonly secrets: Readonly<Record<string, number>>;
  /** All that it sees of the environment beside PATH and HOME. Holds no secret: they come as files. */
  readonly environment: (place: NativePlace) => Readonly<Record<string, string>>;
  /**
   * Makes it ours: its owner and our key. Bears repeating after a crash at any point; a key that nobody kept is
   * replaced. `secrets` are the values of the files.
   * @returns the credentials of its connector
   */
  readonly claim: (
    http: NativeHttp,
    secrets: Readonly<Record<string, string>>,
  ) => Promise<Readonly<Record<string, string>>>;
}
