/**
 * The example tenant that every operation's examples are true in. Tests seed it before each example; its clock
 * stands still and its ids count up from `newId(1)`, so that answers can be compared exactly.
 */
export const EXAMPLE = {
  now: '2026-03-02T12:00:00.000Z',
  tenant: {
    id: '01960000-0000-7000-8000-000000000001',
    slug: '123456785',
    taxId: '12345678-5',
    country: 'CL',
    name: 'Almacén Don Pepe',
    createdAt: '2026-03-01T12:00:00.000Z',
  },
  keyId: '01960000-0000-7000-8000-000000000002',
  contact: {
    id: '01960000-0000-7000-8000-000000000011',
    name: 'Ana Pérez',
    email: 'ana@example.com',
    phone: '+56912345678',
    taxId: '11111111-1',
    tags: ['vip'],
    createdAt: '2026-03-01T12:00:00.000Z',
    version: 1,
  },
} as const;

/** The n-th id that the example clock gives out, from 1. */
export const newId = (n: number): string => `01970000-0000-7000-8000-${String(n).padStart(12, '0')}`;
