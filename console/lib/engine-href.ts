export const engineHref = (engine: string): string => `/engines/view?engine=${encodeURIComponent(engine)}`;
