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
  person: {
    ugid: '7f2c1d9e-4b3a-4c5d-8e6f-0a1b2c3d4e5f',
    name: 'Carla Soto',
    phone: '+56987654321',
    code: '123456',
    sessionId: '01960000-0000-7000-8000-000000000041',
    refreshToken: 'smr_EXAMPLE1_of_the_example_person_0123456789',
    ticket: 'sml_EXAMPLE1_of_the_example_person_0123456789',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    totpCode: '524793',
    recoveryCode: 'EXAM-PEEX-AMP0-EXAM-P0EX-AMP0',
    passkeyId: '01960000-0000-7000-8000-000000000043',
    newPhone: '+56955550009',
    lostNumberId: '01960000-0000-7000-8000-000000000045',
    identityId: '01960000-0000-7000-8000-000000000044',
    password: 'el caballo come pasto',
  },
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
