import { freshKey } from '#lib/api/attempts.ts';
import { callOf } from '#lib/api/call.ts';
import { guarded } from '#lib/api/guarded.ts';
import { currentCompany } from '#lib/session/company.ts';

/** The API takes 700,000 characters of base64 at once; a multiple of three bytes leaves no padding inside. */
const PART_BYTES = 524_286;
export const MAX_BYTES = 32 * 1024 * 1024;
const WORKBOOK = /\.xlsx$/i;

const base64 = (part: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(part);
  });

/** A workbook becomes what the API reads: the CSV of its first sheet. */
async function readable(file: File): Promise<Blob> {
  if (!WORKBOOK.test(file.name)) return file;
  const { csvOf } = await import('./workbook.ts');
  return new Blob([await csvOf(file)]);
}

/** How far a file has come, for who goes on after the network was away. */
export interface Sending {
  readonly file: File;
  readonly way: { readonly company: string | undefined; readonly key: string };
  content?: Blob;
  id?: string;
  parts: number;
}

export const beginSending = (file: File): Sending => ({
  file,
  way: { company: currentCompany(), key: freshKey() },
  parts: 0,
});

/**
 * Sends a file in parts, from the first that isn't there; `told` hears the share that is. The API takes the same part twice
 * as once. @returns the import's id @throws ApiError after which the same can be sent on
 */
export async function upload(sending: Sending, told: (share: number) => void): Promise<string> {
  const { file, way } = sending;
  const post = callOf('post', { company: way.company });
  const whole = (sending.content ??= await readable(file));
  const parts = Math.max(1, Math.ceil(whole.size / PART_BYTES));
  const part = (index: number): Promise<string> =>
    base64(whole.slice(index * PART_BYTES, (index + 1) * PART_BYTES));
  if (sending.id === undefined) {
    const fileName = file.name.replace(WORKBOOK, '.csv').slice(-200);
    const body = { fileName, content: await part(0), base64: true };
    sending.id = (await guarded(() => callOf('post', way)('/imports', { body }))).id;
    sending.parts = 1;
  }
  const path = { id: sending.id };
  for (; sending.parts < parts; sending.parts += 1) {
    told(sending.parts / parts);
    const body = { part: sending.parts + 1, content: await part(sending.parts), base64: true };
    await guarded(() => post('/imports/{id}/parts', { path, body }));
  }
  told(1);
  return sending.id;
}
