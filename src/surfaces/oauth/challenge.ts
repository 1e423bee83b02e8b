import type { FastifyInstance } from 'fastify';

const UNAUTHORIZED = 401;

/**
 * Adds to every challenge, of whichever surface, where to get a token (RFC 9728 §5.1). Who comes without one also hears
 * which scopes to begin with; what an operation needs beyond them its own refusal says.
 */
export function registerChallenge(
  app: FastifyInstance,
  options: { readonly resourceMetadata: string; readonly scopes: readonly string[] },
): void {
  const where = `resource_metadata="${options.resourceMetadata}"`;
  const first = `scope="${options.scopes.join(' ')}"`;
  app.addHook('onSend', (_request, reply, payload, done) => {
    const challenge = reply.getHeader('www-authenticate');
    if (typeof challenge === 'string' && challenge.startsWith('Bearer')) {
      const parts = [challenge.slice('Bearer'.length).trim(), where];
      if (reply.statusCode === UNAUTHORIZED && !challenge.includes('scope=')) parts.push(first);
      reply.header('www-authenticate', `Bearer ${parts.filter(Boolean).join(', ')}`);
    }
    done(null, payload);
  });
}
