import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { HostError, systemCode } from '#host/host-error.ts';
import { commandLine } from '#host/processes.ts';

const LISTENING = '0A';
const COMMAND_MAX_CHARS = 80;

/** The inodes of the sockets that listen on `port`, from the kernel's tables. */
function listeningInodes(port: number): Set<string> {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => {
    try {
      return readFileSync(table, 'utf8').split('\n').slice(1);
    } catch {
      return [];
    }
  });
  const fields = rows.map((row) => row.trim().split(/\s+/));
  const matching = fields.filter(
    ([, local, , state]) => state === LISTENING && local?.endsWith(`:${wanted}`),
  );
  return new Set(matching.map((row) => `socket:[${row[9]}]`));
}

function holds(pid: number, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false;
  }
}

/** Who listens on a port, as far as this user may know. */
export function portHolder(port: number): { pid: number; command: string } | undefined {
  const sockets = listeningInodes(port);
  if (sockets.size === 0) return undefined;
  const pid = readdirSync('/proc')
    .map(Number)
    .find((candidate) => candidate > 0 && holds(candidate, sockets));
  return pid === undefined
    ? undefined
    : { pid, command: commandLine(pid).join(' ').slice(0, COMMAND_MAX_CHARS) };
}

function tryListen(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function explainPort(host: string, port: number, error: unknown): Error {
  switch (systemCode(error)) {
    case 'EADDRINUSE': {
      const holder = portHolder(port);
      const who = holder ? `process ${holder.pid} (${holder.command})` : 'another program';
      return new HostError(
        `Port ${port} is taken by ${who}.`,
        `Stop it, or choose another port: SMARTEROS_PORT=${port + 1} ./smarteros up`,
      );
    }
    case 'EACCES':
      return new HostError(
        `Port ${port} needs special rights.`,
        'Choose one of 1024 or more with SMARTEROS_PORT, and put a proxy before it.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HostError(
        `This machine has no address "${host}".`,
        'Set SMARTEROS_HOST to one of its own addresses, 127.0.0.1 or 0.0.0.0.',
      );
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Makes sure the API can listen there, and answers the port (a free one for port 0).
 * @throws HostError naming who has it
 */
export async function claimPort(host: string, port: number): Promise<number> {
  try {
    return await tryListen(host, port);
  } catch (error) {
    throw explainPort(host, port, error);
  }
}
