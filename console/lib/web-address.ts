/** A page to go to. What comes from engines may be anything, such as a script. */
export const isWebAddress = (text: string): boolean =>
  ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? '');
