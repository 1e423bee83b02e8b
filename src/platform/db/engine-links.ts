import type { Statement } from '#core/db.ts';
import type { Cost } from '#platform/engines/call.ts';
import { statement } from './statement.ts';

/** A secret as core.secrets keeps it; without ciphertext, Vault has it. */
export interface SealedSecret {
  readonly path: string;
  readonly revision: number;
  readonly keyId: string | null;
  readonly wrapped: Buffer | null;
  readonly sealed: Buffer | null;
}

export interface LinkRow {
  readonly shared: boolean;
  readonly instanceId: string;
  readonly url: string;
  readonly trusted: boolean;
  readonly settings: Record<string, unknown>;
  readonly version: string | null;
  readonly status: string;
  readonly wanted: string;
  readonly usable: boolean;
  readonly state: Record<string, unknown>;
  readonly credentials: SealedSecret | null;
  readonly secrets: SealedSecret | null;
}

const sealed = (prefix: string): string =>
  `case when ${prefix}_path is not null then json_build_object('path', ${prefix}_path, 'revision', ${prefix}_revision,
     'keyId', ${prefix}_key, 'wrapped', encode(${prefix}_wrapped, 'base64'),
     'sealed', encode(${prefix}_sealed, 'base64')) end`;

/** The entered company's way to an engine; no row when it has none. */
export const findLink = (engine: string): Statement<{ link: RawLink }> =>
  statement(
    `select json_build_object('shared', shared, 'instanceId', instance_id, 'url', url, 'trusted', trusted, 'settings', settings,
       'version', engine_version, 'status', status, 'wanted', wanted, 'usable', usable, 'state', state,
       'credentials', ${sealed('credentials')}, 'secrets', ${sealed('secrets')}) as link
     from core.engine_link($1)`,
    [engine],
  );

type Encoded = Omit<SealedSecret, 'wrapped' | 'sealed'> & { wrapped: string | null; sealed: string | null };
export type RawLink = Omit<LinkRow, 'credentials' | 'secrets'> & {
  credentials: Encoded | null;
  secrets: Encoded | null;
};

const bytes = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'));
const decoded = (one: Encoded | null): SealedSecret | null =>
  one && { ...one, wrapped: bytes(one.wrapped), sealed: bytes(one.sealed) };

export const toLinkRow = (raw: RawLink): LinkRow => ({
  ...raw,
  credentials: decoded(raw.credentials),
  secrets: decoded(raw.secrets),
});

/** What an act in an engine cost, under the id of its audit row. */
export const insertCall = (
  id: string,
  call: { engine: string; instanceId: string; operation: string; outcome: string; at: Date } & Cost,
): Statement =>
  statement(
    `insert into core.engine_calls
       (id, engine, instance_id, operation, outcome, requests, engine_ms, bytes_out, bytes_in, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      call.engine,
      call.instanceId,
      call.operation,
      call.outcome,
      call.requests,
      call.engineMs,
      call.bytesOut,
      call.bytesIn,
      call.at,
    ],
  );
