import { api } from '#lib/api/call.ts';
import { guarded } from '#lib/api/guarded.ts';

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

/** Sends a file in parts; `told` hears the share that is there. @returns the import's id */
export async function upload(file: File, told: (share: number) => void): Promise<string> {
  const content = await readable(file);
  const parts = Math.max(1, Math.ceil(content.size / PART_BYTES));
  const part = (index: number): Promise<string> =>
    base64(content.slice(index * PART_BYTES, (index + 1) * PART_BYTES));
  const first = await part(0);
  const fileName = file.name.replace(WORKBOOK, '.csv').slice(-200);
  const { id } = await guarded(() =>
    api.post('/imports', { body: { fileName, content: first, base64: true } }),
  );
  told(1 / parts);
  for (let index = 1; index < parts; index += 1) {
    const body = { part: index + 1, content: await part(index), base64: true };
    await guarded(() => api.post('/imports/{id}/parts', { path: { id }, body }));
    told((index + 1) / parts);
  }
  return id;
}
