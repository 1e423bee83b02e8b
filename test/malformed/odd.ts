/** What clients send by mistake and attackers on purpose, by the part of a request that it stands in. */

/** Marks of SQL, HTML, templates and shells; near misses of mails, ids and times. */
// oxfmt-ignore
export const ODD_TEXTS = [
  ' ', '\t\n', '\u00a0', '\u200b', '\u202eevil', '\ufeff', '\u0007\u001b[31m', '💥'.repeat(30),
  'ﷺ'.repeat(200), '㌖㌕㌔㍀㍁㍂㍍㎏'.repeat(25), 'a\u0301'.repeat(100), "' or 1=1 --", '"; drop',
  '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '`id`', '$(id)', '%s%n%x', '../../etc/passwd',
  '\\\\host\\share', 'null', 'undefined', 'NaN', 'true', '[object Object]', '__proto__', 'constructor', '-1',
  '1e999', '٣٤', '=1+1', 'a@b', '@', '@@', 'a@b.c'.repeat(20), 'ana@localhost', 'ana@[127.0.0.1]',
  '"a b"@example.com', 'ana@exämple.com', '00000000-0000-0000-0000-000000000000',
  '{01960000-0000-7000-8000-000000000011}', '0196000000007000800000000000001', 'not-a-uuid',
  '2026-02-30T00:00:00Z', '-'.repeat(36),
];

// oxfmt-ignore
export const TEXT_BODIES = [
  '', ' ', '{', '}', '{"name":', '{"name":"Ana"', "{'name':'Ana'}", '{name:"Ana"}', '{"name":"Ana",}',
  '{"a":1}{"b":2}', '[]', '[{}]', 'null', 'true', '0', '"text"', 'NaN', 'undefined', '<a/>', 'name=Ana&x=1',
  '{"name":"a\nb"}', '{"name":"\\x"}', '{"name":"\\ud8"}', '\ufeff', '/* */{}',
  '{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}',
  '{"a":{"__proto__":{"polluted":1}}}', '{"\\u005f_proto__":{"polluted":1}}', '['.repeat(100_000),
  '{"a":'.repeat(50_000),
];

export const BINARY_BODIES = [
  Buffer.from('{"name":"Almac\xe9n"}', 'latin1'),
  Buffer.from('{"name":"Ana"}', 'utf16le'),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.from([0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xc0, 0xaf, 0x22, 0x7d]),
  Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]),
  Buffer.alloc(1024 * 1024 + 1, 0x20),
  Buffer.alloc(16),
];

// oxfmt-ignore
export const TYPES = [
  'text/plain', 'text/html', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data',
  'multipart/form-data; boundary=x', 'application/octet-stream', 'json', 'application/', '/json',
  'application/json-patch+json', 'application/problem+json', '*/*', 'application/json, text/plain', ';',
  'a'.repeat(2_000),
];

const eachOf = (name: string, values: readonly string[]): Record<string, string>[] =>
  values.map((value) => ({ [name]: value }));

export const ODD_HEADERS: readonly Record<string, string>[] = [
  ...eachOf('if-match', ['', '"', '"x"', '1', '"1', 'W/"x"', '"1", "2"', '"-1"', '"1e3"', '"٣"', '*, "1"']),
  { 'if-match': `"${'9'.repeat(400)}"` },
  ...eachOf('idempotency-key', ['', 'x'.repeat(256), 'x'.repeat(5_000), '\u00e9', '"quoted"', ' ']),
  ...eachOf('prefer', [
    ', dry-run',
    ',,,, dry-run',
    'respond-async, dry-run',
    ';;;=, dry-run',
    'dry-run=maybe',
  ]),
  ...eachOf('accept-language', ['', '*', 'xx-yy-zz', ',;,;', 'es;q=2', 'q='.repeat(1_000), '\u00e9']),
  ...eachOf('x-request-id', ['', 'x'.repeat(65), 'a b', '<script>', '../..', '{"a":1}', 'x'.repeat(8_000)]),
  ...eachOf('accept', ['', 'text/html', 'image/png', '*/*;q=0', 'x'.repeat(3_000)]),
  ...eachOf('origin', ['null', 'https://evil.example', 'x']),
  ...eachOf('host', ['', 'evil.example', 'a:b:c', '[::1']),
  { 'x-forwarded-for': '1.2.3.4, ::1, x', 'x-forwarded-host': 'evil.example', forwarded: 'for=x' },
  { range: 'bytes=0-0', expect: '200-ok', upgrade: 'websocket', connection: 'upgrade', te: 'gzip' },
  { 'content-encoding': 'gzip' },
  { 'content-length': '5' },
];

// oxfmt-ignore
export const ESCAPES = [
  '%', '%z', '%zz', '%0', '%00', '%c0%af', '%ff', '%ed%a0%80', '%u0041', '%2e%2e%2f', '..%5c', '%0d%0aX:%20y',
  '%25', ';', "'", '%7B%7D', '%F0%9F%92%A5', 'x'.repeat(600),
];

// oxfmt-ignore
export const QUERIES = [
  '?', '?&&&', '?=', '?==&=', '?%', '?%=%', '?a[]=1&a[]=2', '?a[b]=c', '?limit=1&limit=2', '?limit',
  '?limit=', '?limit=%20', '?limit=1e9', '?limit=0x10', '?limit=-0', '?limit=Infinity', '?limit=٣',
  '?cursor=', '?cursor=x', '?cursor=!!!!', `?cursor=${'A'.repeat(200)}`, `?cursor=${'-'.repeat(22)}`,
  '?__proto__=1', '?__proto__[x]=1', '?constructor=1', `?${'a=1&'.repeat(2_000)}`,
  `?q=${'%F0%9F%92%A5'.repeat(60)}`, '?q=%00', '?tag=%ED%A0%80',
];

export const METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'LOCK',
];

// oxfmt-ignore
export const PATHS = [
  '//contacts', '/contacts//', '/Contacts', '/contacts/x/y', '/.git/config', '/.env', '/wp-login.php',
  '/%2e%2e/etc/passwd', '/contacts%2f', '/%', '/%zz', '/%00', '/contacts/%', '/nothing?%', '/contacts;x=1',
  '/*', '/:id', '/contacts/:id', '/x'.repeat(2_000),
];

// oxfmt-ignore
export const NAMES = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'tenantId', 'tenant_id', 'dryRun',
  'idempotencyKey', 'ifVersion', '$ref', '', ' ', 'a.b', 'a/b', '~', '0', 'x'.repeat(5_000), 'ñandú',
  '\u0000',
];
