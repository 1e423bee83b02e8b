import type { Answer, Input } from '#lib/api/types.ts';

export type Preview = Answer<'/imports/{id}/preview', 'post'>;
export type Settings = NonNullable<Input<'/imports/{id}/start', 'post'>['body']>;
export const DUPLICATES = ['skip', 'update', 'create'] as const;
export const CHANNELS = ['paper', 'in_person', 'phone', 'whatsapp', 'email', 'web_form', 'api'] as const;
export type Channel = (typeof CHANNELS)[number];
export const TARGETS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'taxId',
  'tags',
  'consent',
] as const;
