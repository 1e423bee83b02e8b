import { isFresh } from '#host/health.ts';

interface Place {
  readonly home: string;
  /** Where browsers reach us, those of other machines included. */
  readonly publicUrl: string;
}

/** A link to the first visit that makes whoever opens it the operator; those printed before stop working. */
export async function setupLink({ home, publicUrl }: Place): Promise<string> {
  // Not above: the supervisor, which runs for months, needs it once at the most.
  const { newSetupToken } = await import('#platform/setup-token.ts');
  return `${publicUrl}/app/setup#token=${newSetupToken(home)}`;
}

/**
 * Where a newcomer begins, while nobody has ever logged in. `logged`: what is printed is kept in a log, which is no
 * place for a secret; then it is the command that prints the link.
 */
export async function firstVisit(
  place: Place & { readonly apiUrl: string },
  logged: boolean,
): Promise<string | undefined> {
  if (!(await isFresh(place.apiUrl))) return undefined;
  return logged ? './smarteros setup' : setupLink(place);
}
