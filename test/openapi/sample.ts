import { z } from 'zod';
import { defineOperation, type Operation } from '#core/operation.ts';
import { pageInput, pageOf } from '#core/pagination.ts';

/** A small catalogue with every trait that the document has to render: what the tests of this surface are about. */
const CONTACT_ID = '01989c1e-8a50-7000-8000-0000000000c1';

const Contact = z
  .object({
    id: z.uuid().describe('Made by us, never changes.'),
    name: z.string(),
    email: z.email().nullable(),
    tags: z.array(z.string()).default([]),
    version: z.int().min(1),
  })
  .meta({ id: 'Contact', description: 'A person or an organisation.' });

const ana = { id: CONTACT_ID, name: 'Ana Rojas', email: 'ana@example.com', tags: ['vip'], version: 1 };
const never = (): Promise<never> => Promise.reject(new Error('the sample is never run'));

export const sampleOperations: readonly Operation[] = [
  defineOperation({
    name: 'core.health',
    route: 'GET /health',
    summary: 'Say how the platform fares.',
    effect: 'read',
    access: 'public',
    input: z.strictObject({}),
    output: z.object({ status: z.enum(['healthy', 'degraded', 'unhealthy']) }),
    status: (answer) => (answer.status === 'unhealthy' ? 503 : 200),
    examples: [{ title: 'All is well', input: {}, output: { status: 'healthy' }, as: 'anonymous' }],
    run: never,
  }),
  defineOperation({
    name: 'contacts.list',
    route: 'GET /contacts',
    summary: 'List contacts.',
    effect: 'read',
    access: [{ scope: 'contacts:read' }],
    input: z.strictObject({
      ...pageInput,
      tag: z.array(z.string()).optional().describe('Only with all of these tags.'),
    }),
    output: pageOf(Contact),
    examples: [{ title: 'The first page', input: { limit: 1 }, output: { data: [ana], nextCursor: null } }],
    run: never,
  }),
  defineOperation({
    name: 'contacts.create',
    route: 'POST /contacts',
    summary: 'Create a contact.',
    description: 'An address that is there already makes a **second** contact.',
    effect: 'write',
    audit: 'contact.created',
    access: [{ scope: 'contacts:write' }, { operator: true }],
    input: z.strictObject({ name: z.string().min(1).max(200), email: z.email().optional() }),
    output: z.object({ contact: Contact, token: z.string().nullable().meta({ secret: true }) }),
    errors: ['tax_id_taken'],
    examples: [
      {
        title: 'With an address',
        input: { name: 'Ana Rojas', email: 'ana@example.com' },
        output: { contact: ana, token: 'shown once' },
      },
    ],
    run: never,
  }),
  defineOperation({
    name: 'contacts.update',
    route: 'PATCH /contacts/{id}',
    summary: 'Change a contact.',
    effect: 'write',
    audit: 'contact.updated',
    access: [{ scope: 'contacts:write' }],
    versioned: true,
    input: z.strictObject({ id: z.uuid(), name: z.string().min(1).optional() }),
    output: Contact,
    examples: [
      { title: 'A new name', input: { id: CONTACT_ID, name: 'Ana Rojas' }, output: ana },
      { title: 'A new name', input: { id: CONTACT_ID, name: 'Ana R.' }, output: { ...ana, name: 'Ana R.' } },
    ],
    run: never,
  }),
  defineOperation({
    name: 'contacts.import',
    route: 'POST /contacts/import',
    summary: 'Import a contact with its tree.',
    effect: 'write',
    audit: 'contact.imported',
    access: [{ scope: 'contacts:write' }],
    input: z.strictObject({ contact: Contact }),
    output: z.object({ tree: z.lazy(() => Tree) }),
    examples: [],
    run: never,
  }),
  defineOperation({
    name: 'contacts.delete',
    route: 'DELETE /contacts/{id}',
    summary: 'Delete a contact.',
    effect: 'destroy',
    audit: 'contact.deleted',
    access: [{ scope: 'contacts:destroy' }],
    versioned: true,
    input: z.strictObject({ id: z.uuid() }),
    output: z.object({ id: z.uuid() }),
    examples: [{ title: 'One contact', input: { id: CONTACT_ID }, output: { id: CONTACT_ID } }],
    run: never,
  }),
];

interface Branch {
  name: string;
  branches: Branch[];
}
const Tree: z.ZodType<Branch> = z.object({ name: z.string(), branches: z.array(z.lazy(() => Tree)) });
