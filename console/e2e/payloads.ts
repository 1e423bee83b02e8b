/** Runs where something of an answer is taken for more than text. It says so outside of the page's own variables. */
const RUN = "self.ran=(self.ran||0)+1;self.alert&&alert('ran')";

/** Each holds `MARK`, by which a page is known to show it. */
export const MARK = 'zqx';

export const PAYLOADS: readonly string[] = [
  `<script>${RUN}</script>${MARK}`,
  `<img id=${MARK} src=x onerror="${RUN}">`,
  `"><svg id=${MARK} onload="${RUN}"></svg>`,
  `'"--></title></style></script><script id=${MARK}>${RUN}</script>`,
  `<a id=${MARK} href="javascript:${RUN}">${MARK}</a>`,
  `{${MARK}, plural, =0 {<b>} other {{{#}}}}`,
  `{{constructor.constructor("${RUN}")()}} \${${RUN}} <%= ${MARK} %>`,
  `\u202E\u2066${MARK} fdp.exe`,
  `${MARK}\u200B\u200D\uFEFF\u00AD${MARK}`,
  `${MARK} 👩‍👩‍👧‍👦🇨🇱 Ñandú Z͑ͫ̓ͪ̂ͫ̽a̴̵̡l̵g̸o`,
  MARK + 'W'.repeat(160),
  `__proto__ constructor ${MARK} %00 ../../ ${MARK}`,
];

/** Addresses that must not become links. */
export const ADDRESSES: readonly string[] = [
  `javascript:${RUN}//${MARK}`,
  ` java\tscript:${RUN}//${MARK}`,
  `data:text/html,<script>${RUN}</script>${MARK}`,
  `vbscript:${RUN}//${MARK}`,
];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const TIME = /^\d{4}-\d\d-\d\d/;
const ADDRESS = /^(?:https?|wss?):/;
/** Words of the machine: states, kinds, keys. Another one is nothing that the API can answer. */
const TOKEN = /^[\w$.:*/-]{1,60}$/;
/** What people wrote, however short. */
const PROSE =
  /^(?:name|title|detail|description|text|message|content|label|email|phone|subject|tag|value|note|purpose|evidence|agent|actorName|fileName|raw|display_name|company|body|line|summary)s?$/i;
/** An answer as it would be if everything in it that somebody else may have written had been written by an enemy. */
export function poisoned(answer: unknown): unknown {
  let n = 0;
  const next = (list: readonly string[]): string => list[n++ % list.length]!;
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
    if (typeof value !== 'string' || UUID.test(value) || TIME.test(value)) return value;
    if (ADDRESS.test(value)) return next(ADDRESSES);
    if (PROSE.test(key) || !TOKEN.test(value)) return next(PAYLOADS);
    return value;
  };
  return walk(answer, '');
}
