import type { Row } from '#lib/api/types.ts';
import { showPhone } from '#lib/format/phone.ts';
import { showTaxId } from '#lib/format/rut.ts';

export type Contact = Row<'/contacts'>;
export const FACTS = ['name', 'email', 'phone', 'taxId'] as const;
export type Fact = (typeof FACTS)[number];

export function factOf(contact: Contact, fact: Fact): string | undefined {
  const value = contact[fact];
  if (value === undefined) return undefined;
  return fact === 'phone' ? showPhone(value) : fact === 'taxId' ? showTaxId(value) : value;
}
