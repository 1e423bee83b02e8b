/** Words by area. */
type Words = Readonly<Record<string, object>>;

type Joined<A extends Words, B extends Words> = {
  [K in keyof A | keyof B]: (K extends keyof A ? A[K] : unknown) & (K extends keyof B ? B[K] : unknown);
};

/** Both lists; an area that stands in both has the words of both. */
export function joined<A extends Words, B extends Words>(a: A, b: B): Joined<A, B> {
  const areas = Object.keys(b).map((area) => [area, { ...a[area], ...b[area] }]);
  return { ...a, ...Object.fromEntries(areas) } as Joined<A, B>;
}
