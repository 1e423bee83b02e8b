import type { Tone } from '#components/ui/badge.tsx';
import type { Row } from '#lib/api/types.ts';

export type Import = Row<'/imports'>;

export const TONES: Readonly<Record<Import['state'], Tone>> = {
  uploading: 'warning',
  running: 'accent',
  undoing: 'accent',
  finished: 'success',
  cancelled: 'neutral',
  undone: 'neutral',
  failed: 'danger',
};

export const importHref = (id: string): string => `/contacts/import?id=${encodeURIComponent(id)}`;
