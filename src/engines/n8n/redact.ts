/** Names under which workflows carry what opens something. Compared without dashes and underscores. */
const SECRET =
  /^(?:.*(?:authorization|cookie|token|secret|password|passwd|apikey|credential|signature|privatekey).*|headers|headerparameters|auth|key|stack|stacktrace|path|webhookurl|webhookid|jwt|pin)$/;
const MAX_DEPTH = 12;
const MAX_TEXT = 2_000;
const MAX_LIST = 50;

const isSecret = (name: string): boolean => SECRET.test(name.toLowerCase().replaceAll(/[-_\s]/g, ''));

/**
 * A value out of a workflow or its executions without what could be a secret: whole headers, and whatever is named like
 * one. A list of `{name, value}` pairs is judged by the names in it. Long texts and lists are cut off.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.slice(0, MAX_LIST).map((one) => redact(one, depth + 1));
  const { name } = value as { name?: unknown };
  const pair = typeof name === 'string' && isSecret(name);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isSecret(key) && !(pair && key === 'value'))
      .map(([key, one]) => [key, redact(one, depth + 1)]),
  );
}
