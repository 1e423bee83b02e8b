import { EXAMPLE } from '#core/example.ts';

/** What is kept about the example contact and person, by declaration. */
export const seededRecords: Readonly<Record<string, Record<string, unknown>[]>> = {
  contacts: [
    {
      name: EXAMPLE.contact.name,
      email: EXAMPLE.contact.email,
      phone: EXAMPLE.contact.phone,
      taxId: EXAMPLE.contact.taxId,
      tags: [...EXAMPLE.contact.tags],
      createdAt: '2026-03-01T12:00:00+00:00',
      updatedAt: '2026-03-01T12:00:00+00:00',
    },
  ],
  consents: [
    {
      purpose: 'marketing',
      text: 'Acepto recibir ofertas por correo.',
      textVersion: '2026-01',
      channel: 'paper',
      givenAt: '2026-03-01T12:00:00+00:00',
    },
  ],
  requests: [{ kind: 'erase', details: 'Borren mis datos.', receivedAt: '2026-03-01T12:00:00+00:00' }],
  audit: [{ at: '2026-03-01T12:00:00+00:00', action: 'contact.created' }],
  invitations: [
    {
      company: EXAMPLE.neighbour.name,
      recipient: EXAMPLE.person.phone,
      role: 'accountant',
      createdAt: '2026-03-01T12:00:00+00:00',
      acceptedAt: null,
    },
  ],
  factors: [
    {
      kind: 'issuer',
      name: 'https://login.example.com carla carla@example.com',
      since: '2026-03-01T12:00:00+00:00',
    },
    { kind: 'passkey', name: 'Teléfono', since: '2026-03-01T12:00:00+00:00' },
    { kind: 'app', name: null, since: '2026-03-02T12:00:00+00:00' },
    { kind: 'password', name: 'carla', since: '2026-03-02T12:00:00+00:00' },
  ],
  login: [
    {
      ugid: EXAMPLE.person.ugid,
      name: EXAMPLE.person.name,
      phone: EXAMPLE.person.phone,
      email: null,
      language: 'es',
      operator: false,
      createdAt: '2026-03-01T12:00:00+00:00',
    },
  ],
  sessions: [
    {
      network: '127.0.0.1',
      agent: null,
      methods: ['otp'],
      createdAt: '2026-03-01T12:00:00+00:00',
      endedAt: null,
    },
    {
      agent: 'Firefox',
      createdAt: '2026-03-01T12:00:00+00:00',
      endedAt: null,
      methods: ['otp'],
      network: '192.0.2.7',
    },
  ],
  memberships: [
    {
      company: EXAMPLE.tenant.name,
      slug: EXAMPLE.tenant.slug,
      role: 'owner',
      since: '2026-03-01T12:00:00+00:00',
    },
    {
      company: EXAMPLE.tenant.name,
      agent: 'Example Agent',
      scopes: ['contacts:read'],
      since: '2026-03-01T12:00:00+00:00',
      endedAt: null,
    },
  ],
};
