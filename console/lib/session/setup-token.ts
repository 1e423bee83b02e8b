const KEY = 'smarteros.setup';

/** The token of the link that the machine printed. It leaves the address at once, and stays with this tab. */
export function setupToken(): string | undefined {
  const [, given] = /^#token=([\w-]+)$/.exec(window.location.hash) ?? [];
  if (given !== undefined) {
    sessionStorage.setItem(KEY, given);
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }
  return sessionStorage.getItem(KEY) ?? undefined;
}

export const forgetSetupToken = (): void => sessionStorage.removeItem(KEY);
