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
  /** Secrets to generate, by name: bytes of randomness. */
  readonly secrets: Readonly<Record<string, number>>;
  readonly health: { readonly path: string; readonly status: readonly number[] };
  /** Limits, and what was measured that it needs. */
  readonly resources: {
    readonly memoryMb: number;
    readonly cpus: number;
    readonly diskGb: number;
    readonly reserveMb: number;
  };
  /** Subdomains; the first is the one that people see. None: it isn't reached from outside. */
  readonly domains: readonly string[];
  /** Engines that have to run before it. */
  readonly needs: readonly string[];
  /** Commands inside the container around a backup of its volumes. */
  readonly backup?: { readonly before?: readonly string[]; readonly after?: readonly string[] };
  readonly licence: string;
}
