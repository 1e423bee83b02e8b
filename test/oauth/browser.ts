/** As much of a browser as the pages need: cookies by path, redirects within the site, forms. */

export interface Page {
  readonly status: number;
  /** Where it ended: a page of ours, or the address outside that it was sent to and didn't follow. */
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

export interface Browser {
  open(url: string, init?: RequestInit): Promise<Page>;
  /** Sends the page's form with its hidden fields; `fields` are what the person adds or somebody changes. */
  submit(page: Page, fields: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

const MAX_REDIRECTS = 10;

const unescape = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

export function createBrowser(first: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, Cookie>(
    Object.entries(first).map(([name, value]) => [`${name} /`, { name, value, path: '/' }]),
  );

  function keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((one) => /^path=/i.test(one))?.slice('path='.length) ?? '/';
      if (value === '') cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { name, value, path });
    }
  }

  async function open(url: string, init: RequestInit = {}): Promise<Page> {
    const { origin } = new URL(url);
    let [next, options] = [url, init];
    for (let i = 0; i < MAX_REDIRECTS; i += 1) {
      const { pathname } = new URL(next);
      const sent = [...cookies.values()].filter(({ path }) => pathname.startsWith(path));
      const response = await fetch(next, {
        ...options,
        redirect: 'manual',
        headers: {
          'accept-language': 'en',
          accept: 'text/html',
          ...(options.headers as Record<string, string>),
          cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; '),
        },
      });
      keep(response.headers);
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null) return { status: response.status, url: next, text, headers: response.headers };
      next = new URL(location, next).href;
      options = {};
      if (new URL(next).origin !== origin)
        return { status: response.status, url: next, text, headers: response.headers };
    }
    throw new Error('too many redirects');
  }

  return {
    open,
    async submit(page, fields, headers = { 'sec-fetch-site': 'same-origin' }) {
      const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1];
      if (action === undefined)
        throw new Error(`no form on ${page.url}: ${page.status} ${page.text.slice(-600)}`);
      const hidden = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name!, unescape(value!)] as const,
      );
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
      return open(new URL(unescape(action), page.url).href, { method: 'POST', body, headers });
    },
  };
}
