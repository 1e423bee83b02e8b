import { isFresh } from '#host/health.ts';

/** A link to the first visit that makes whoever opens it the operator; those printed before stop working. */
export async function setupLink(home: string, apiUrl: string): Promise<string> {
  // Not above: the supervisor, which runs for months, needs it once at the most.
  const { newSetupToken } = await import('#platform/setup-token.ts');
  return `${apiUrl}/app/setup#token=${newSetupToken(home)}`;
}

/**
 * Where a newcomer begins, while nobody has ever logged in. `logged`: what is printed is kept in a log, which is no
 * place for a secret; then it is the command that prints the link.
 */
export async function firstVisit(
  { home, apiUrl }: { home: string; apiUrl: string },
  logged: boolean,
): Promise<string | undefined> {
  if (!(await isFresh(apiUrl))) return undefined;
  return logged ? './smarteros setup' : setupLink(home, apiUrl);
}
