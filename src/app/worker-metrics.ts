import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Telemetry } from '#platform/telemetry.ts';

const PATIENCE_MS = 5_000;

export interface MetricsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** A worker's own `/metrics`, for the operator's key as the API's is. It answers nothing else. */
export async function serveMetrics(
  telemetry: Pick<Telemetry, 'scrape' | 'contentType'>,
  { host, port, operatorKey }: { host: string; port: number; operatorKey: string },
): Promise<MetricsServer> {
  const expected = tokenHash(operatorKey);
  const server = createServer(
    { requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS },
    (request, response) => {
      const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      const refuse = (status: number, headers: Record<string, string> = {}): void =>
        void response.writeHead(status, { ...headers, connection: 'close' }).end();
      if (request.method !== 'GET' || request.url !== '/metrics') return refuse(404);
      if (!timingSafeEqual(tokenHash(given), expected)) return refuse(401, { 'www-authenticate': 'Bearer' });
      return void telemetry.scrape().then(
        (text) => response.writeHead(200, { 'content-type': telemetry.contentType }).end(text),
        () => refuse(500),
      );
    },
  );
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
