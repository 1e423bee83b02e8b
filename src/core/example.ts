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
    hue: null,
    language: 'es',
    logo: '431ced6916a2a21a',
    createdAt: '2026-03-01T12:00:00.000Z',
  },
  /** A dot, about as small as a PNG gets. */
  logo: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  /** A company about to be deleted. */
  closing: {
    id: '01960000-0000-7000-8000-000000000003',
    slug: '77777777k',
    taxId: '77777777-K',
    name: 'Kiosko Sur',
    purgeAfter: '2026-03-31T12:00:00.000Z',
  },
  keyId: '01960000-0000-7000-8000-000000000002',
  event: { id: '01960000-0000-7000-8000-000000000081', position: 1 },
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
    passkeyId: '01960000-0000-7000-8000-000000000061',
    newPhone: '+56955550009',
    newEmail: 'carla.soto@example.cl',
    lostNumberId: '01960000-0000-7000-8000-000000000062',
    identityId: '01960000-0000-7000-8000-000000000063',
    password: 'el caballo come pasto',
    otherSessionId: '01960000-0000-7000-8000-000000000043',
  },
  /** The other owner. */
  partner: {
    ugid: '2b6f0c1a-5d4e-4f3b-9a8c-7d6e5f4a3b2c',
    name: 'Rosa Díaz',
    phone: '+56955550002',
  },
  member: {
    ugid: 'c3d4e5f6-0a1b-4c2d-8e3f-4a5b6c7d8e9f',
    name: 'Pedro Rojas',
    phone: '+56955550003',
  },
  role: { id: '01960000-0000-7000-8000-000000000051', name: 'Bodega', scopes: ['contacts:read'] },
  accountId: '01960000-0000-7000-8000-000000000052',
  grantId: '01960000-0000-7000-8000-000000000053',
  invitation: {
    id: '01960000-0000-7000-8000-000000000054',
    phone: '+56955550004',
    until: '2026-03-08T12:00:00.000Z',
  },
  /** Another company, which has invited the example person and which somebody else claims. */
  neighbour: {
    id: '01960000-0000-7000-8000-000000000000',
    slug: '765432103',
    taxId: '76543210-3',
    country: 'CL',
    name: 'Ferretería Sur',
    createdAt: '2026-02-28T12:00:00.000Z',
    invitationToken: 'smi_EXAMPLE1_of_the_neighbours_company_012345678',
    /** Far off: some tests' clocks run. */
    invitedUntil: '2999-01-01T00:00:00.000Z',
    claimId: '01960000-0000-7000-8000-000000000055',
  },
  /** One that was given up, and one that waits for its next attempt. */
  failedJobId: '900001',
  waitingJobId: '900002',
  jobEventId: '01960000-0000-7000-8000-000000000072',
  heldMessageId: '01960000-0000-7000-8000-000000000032',
  /** Of the one row of its audit. */
  auditHash: '728b6af6dfd04ad13a02259f1c2f302a0d1a9d4770b118b1aa841c882c6066e7',
  consentId: '01960000-0000-7000-8000-000000000051',
  requestId: '01960000-0000-7000-8000-000000000052',
  breachId: '01960000-0000-7000-8000-000000000053',
  /** A person whose erasure the operator granted, and their request. */
  formerPersonId: '3b1e9a52-7c40-4f0e-9d11-5a6b7c8d9e0f',
  ownRequestId: '01960000-0000-7000-8000-000000000056',
  policyId: '01960000-0000-7000-8000-000000000055',
  holdId: '01960000-0000-7000-8000-000000000054',
  webhook: {
    id: '01960000-0000-7000-8000-000000000075',
    url: 'https://bodega.example.com/smarteros',
  },
  /** A message of the shop’s. */
  hookDeliveryId: '01960000-0000-7000-8000-000000000091',
  /** The shared n8n that the example tenant has a part of. */
  instanceId: '01960000-0000-7000-8000-000000000100',
  /** Another one, of which nobody has a part. */
  spareInstanceId: '01960000-0000-7000-8000-000000000199',
  fieldId: '01960000-0000-7000-8000-000000000071',
  importId: '01960000-0000-7000-8000-000000000072',
  finishedImportId: '01960000-0000-7000-8000-000000000074',
  /** A contact that undoing an import left alone. */
  conflictId: '01960000-0000-7000-8000-000000000013',
  mergeId: '01960000-0000-7000-8000-000000000073',
  /** Probably the same as the contact. */
  twinId: '01960000-0000-7000-8000-000000000014',
  /** Became part of the twin. */
  mergedContactId: '01960000-0000-7000-8000-000000000012',
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
