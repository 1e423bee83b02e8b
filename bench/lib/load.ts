import autocannon from 'autocannon';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: autocannon.Request[];
}

export interface Taken {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Asks as fast as answers come. @throws Error when anything but 2xx was answered */
export async function load({ port, connections, seconds, requests }: Load): Promise<Taken> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests,
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0 || result['2xx'] === 0)
    throw new Error(`${failed} of ${result.requests.total} requests failed`);
  return {
    requests: result['2xx'],
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
