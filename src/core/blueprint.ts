/** How an engine runs where we run it (PRODUCT §7). Everything about deploying it is derived from this. */
export interface Blueprint {
  /** Without its tag. */
  readonly image: string;
  /** Pinned. */
  readonly version: string;
  /** Other versions that connect. */
  readonly supports?: readonly string[];
  readonly ports: readonly { readonly name: string; readonly host: number; readonly container: number }[];
  readonly networks: readonly ('smarter-net' | 'tenants-net')[];
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
  /** Environment; `${secret:name}` stands for a generated secret, `${domain}` for its public name. */
  readonly env: Readonly<Record<string, string>>;
  /** Files put into the container, by path, with the same placeholders: for what can't be said by environment. */
  readonly files?: Readonly<Record<string, string>>;
  /** Secrets to generate, by name: bytes of randomness. */
  readonly secrets: Readonly<Record<string, number>>;
  /** `port`: name of the port that answers; the first. */
  readonly health: { readonly path: string; readonly status: readonly number[]; readonly port?: string };
  /** Limits, and what was measured that it needs. */
  readonly resources: {
    readonly memoryMb: number;
    readonly cpus: number;
    readonly diskGb: number;
    readonly reserveMb: number;
  };
  /** Subdomains; the first is the one that people see. None: it isn't reached from outside. */
  readonly domains: readonly string[];
  /** What has to run before it: engines, `postgres`, `redis`. */
  readonly needs: readonly string[];
  /** Commands inside the container around a backup of its volumes. */
  readonly backup?: { readonly before?: readonly string[]; readonly after?: readonly string[] };
  /** By its name, and what it forbids of what we do. */
  readonly licence: string;
}
