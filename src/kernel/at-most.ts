/** A limit of lru-cache by number: `max` itself lays out room for all of them at once, 40 bytes each. */
export const atMost = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 });
