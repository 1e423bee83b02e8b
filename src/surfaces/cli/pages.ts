import type { HttpResponse } from '#platform/http.ts';
import type { Page } from './render.ts';
import { shapeOf } from './schema.ts';
import type { Call } from './types.ts';

/** The texts of all pages behind each other are the file. */
type FilePage = { readonly text: string; readonly nextCursor: string | null };

export type Send = (input: Call['input']) => Promise<HttpResponse>;

/** The largest pages that the list gives, unless a size was asked for. */
function widest({ command, input }: Call): Call['input'] {
  const properties = shapeOf(command.inputSchema).properties();
  const limit = properties.find((one) => one.name === 'limit')?.shape.maximum;
  return limit === undefined ? input : { limit, ...input };
}

/** Follows `nextCursor` to the end: all pages as one answer. A single page stays as the API wrote it. */
export async function allPages(call: Call, send: Send): Promise<HttpResponse> {
  const input = widest(call);
  const data: unknown[] = [];
  const texts: string[] = [];
  let response = await send(input);
  while (response.status === 200) {
    const page = JSON.parse(response.text) as Page | FilePage;
    const isFirst = data.length + texts.length === 0;
    if (page.nextCursor === null && isFirst) return response;
    if ('text' in page) texts.push(page.text);
    else data.push(...page.data);
    if (page.nextCursor === null) {
      const all = 'text' in page ? { text: texts.join('') } : { data };
      return { ...response, text: JSON.stringify({ ...all, nextCursor: null }) };
    }
    response = await send({ ...input, cursor: page.nextCursor });
  }
  return response;
}
