let sure = false;

/**
 * Neither "back" nor a reload throws away what was begun. `keep` says whether to stay, when the page would be left. Only
 * browsers that know `navigation` can hold "back" up.
 *
 * @returns what ends it
 */
export function guardLeaving(keep: () => boolean): () => void {
  const guard = (event: Event): void => {
    if (event.cancelable && !sure && keep()) event.preventDefault();
  };
  const back = (event: Event): void => {
    if ((event as Event & { readonly navigationType: string }).navigationType === 'traverse') guard(event);
  };
  const { navigation } = window as typeof window & { readonly navigation?: EventTarget };
  navigation?.addEventListener('navigate', back);
  window.addEventListener('beforeunload', guard);
  return () => {
    navigation?.removeEventListener('navigate', back);
    window.removeEventListener('beforeunload', guard);
  };
}

/** For somebody else than who was here: nothing of theirs stays, begun or not. */
export function loadAnew(): void {
  sure = true;
  window.location.reload();
}
