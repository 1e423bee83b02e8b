/** As large as it is shown anywhere, for dense screens. */
const SIDE = 256;
const MOST_BYTES = 100 * 1024;
/** Better first; the next when it is still too big. */
const KINDS = [
  ['image/webp', 0.92],
  ['image/png', 1],
  ['image/webp', 0.7],
  ['image/jpeg', 0.7],
] as const;

const drawn = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * A picture, made as small as a logo needs to be, in base64: photographs of a sign straight from the phone work as well.
 * Undefined for what this browser can't read as a picture.
 */
export async function shrunk(file: File): Promise<string | undefined> {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image || image.width === 0 || image.height === 0) return undefined;
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const [type, quality] of KINDS) {
    const blob = await drawn(canvas, type, quality);
    if (blob && blob.type === type && blob.size <= MOST_BYTES) return base64(blob);
  }
  return undefined;
}
