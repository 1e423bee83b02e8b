const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** What a file may unpack to: more is no list of contacts. */
const MAX_UNPACKED = 256 * 1024 * 1024;

/** Files of a zip archive, unpacked when they are asked for. @throws Error when it is none */
export async function unzip(file: Blob): Promise<(name: string) => Promise<string | undefined>> {
  const view = new DataView(await file.arrayBuffer());
  const bytes = new Uint8Array(view.buffer);
  let end = view.byteLength - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error('no zip');
  const places = new Map<string, { at: number; size: number; packed: boolean }>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error('no zip');
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length));
    places.set(name, {
      at: view.getUint32(at + 42, true),
      size: view.getUint32(at + 20, true),
      packed: view.getUint16(at + 10, true) !== 0,
    });
    at += ENTRY_BYTES + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return async (name) => {
    const place = places.get(name);
    if (!place) return undefined;
    const skip = view.getUint16(place.at + 26, true) + view.getUint16(place.at + 28, true);
    const from = place.at + LOCAL_BYTES + skip;
    const part = file.slice(from, from + place.size);
    return place.packed ? inflate(part) : part.text();
  };
}

async function inflate(part: Blob): Promise<string> {
  const reader = part.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.byteLength;
    if (size > MAX_UNPACKED) throw new Error('too large');
    text += decoder.decode(step.value, { stream: true });
  }
  return text + decoder.decode();
}
