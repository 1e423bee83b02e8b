import { z } from 'zod';
import { defineOperation, type Operation } from '#core/operation.ts';
import { pageInput, pageOf } from '#core/pagination.ts';

/** For this folder's tests only: operations of all kinds. Their answers come from `fakeApi`. */

const Note = z.object({
  id: z.string(),
  name: z.string(),
  price: z.int(),
  tags: z.array(z.string()),
  dueAt: z.string().nullable(),
});
const run = () => Promise.reject(new Error('the fake server answers'));
const scope = (level: 'read' | 'write' | 'destroy') => [{ scope: `notes:${level}` }] as const;
export const note = {
  id: 'n-1',
  name: 'Milk',
  price: 990,
  tags: ['shop', 'soon'],
  dueAt: '2026-03-04T05:06:07.890Z',
};

export const operations: readonly Operation[] = [
  defineOperation({
    name: 'notes.create',
    route: 'POST /notes',
    summary: 'Write a note down.',
    description: 'It is yours alone.',
    effect: 'write',
    access: scope('write'),
    audit: 'note.created',
    input: z.strictObject({
      name: z.string().describe('What it says.'),
      colour: z.enum(['red', 'blue']).default('red').describe('Its paper.'),
      price: z.int().min(0).max(1000).optional(),
      taxId: z.string().nullish().describe('Whose it is'),
      urgent: z.boolean().optional(),
      tags: z.array(z.string()).default([]),
      place: z.strictObject({ street: z.string(), floor: z.int().optional() }).optional(),
      values: z.record(z.string(), z.unknown()).optional(),
      url: z.string().optional().describe('Where it came from.'),
    }),
    output: Note,
    examples: [{ title: 'A note', input: { name: "Don't forget", tags: ['shop', 'soon'] }, output: note }],
    run,
  }),
  defineOperation({
    name: 'core.notes',
    alias: 'notes.list',
    route: 'GET /notes',
    summary: 'List notes.',
    effect: 'read',
    access: scope('read'),
    input: z.strictObject({ ...pageInput, tags: z.array(z.string()).optional() }),
    output: pageOf(Note),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'notes.search_all',
    route: 'GET /notes/{id}/lines/{line}',
    summary: 'Find a line.',
    effect: 'read',
    access: scope('read'),
    input: z.strictObject({ id: z.string(), line: z.int() }),
    output: Note,
    examples: [],
    run,
  }),
  defineOperation({
    name: 'notes.delete',
    route: 'DELETE /notes/{id}',
    summary: 'Throw a note away.',
    effect: 'destroy',
    access: scope('destroy'),
    audit: 'note.deleted',
    versioned: true,
    input: z.strictObject({ id: z.string().describe('The note.') }),
    output: Note,
    examples: [],
    run,
  }),
  defineOperation({
    name: 'keys.create',
    route: 'POST /keys',
    summary: 'Create a key.',
    words: 'token credential integration · token credencial integración',
    effect: 'write',
    access: scope('write'),
    audit: 'key.created',
    input: z.strictObject({ name: z.string(), scopes: z.array(z.string()) }),
    output: z.object({ id: z.string(), key: z.string().nullable().meta({ secret: true }) }),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'grants.open',
    route: 'POST /grants',
    summary: 'Enter a company.',
    effect: 'write',
    access: [{ operator: true }],
    audit: 'grant.opened',
    input: z.strictObject({ tenant: z.string(), reason: z.string() }),
    output: z.object({ id: z.string(), token: z.string().nullable(), expiresAt: z.string() }),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'core.health',
    route: 'GET /health',
    summary: 'Say how it is.',
    words: 'up down offline outage running working · caído caída arriba funciona lento',
    effect: 'read',
    access: 'public',
    input: z.strictObject({}),
    output: z.object({ status: z.string() }),
    status: () => 503,
    examples: [],
    run,
  }),
];

/** A file of up to 40 bytes, in parts of 12. */
const part = {
  content: z
    .string()
    .max(16)
    .meta({ 'x-upload': { parts: 'files.add_part', maxBytes: 40 } }),
  base64: z.boolean().default(false),
};

/** A category of its own, for who asks for it. */
export const fileOperations: readonly Operation[] = [
  defineOperation({
    name: 'files.upload',
    route: 'POST /uploads',
    summary: 'Upload notes.',
    effect: 'write',
    access: scope('write'),
    audit: 'note.uploaded',
    input: z.strictObject({ fileName: z.string().optional(), ...part }),
    output: z.object({ id: z.string() }),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'files.add_part',
    route: 'POST /uploads/{id}/parts',
    summary: 'Upload the next part.',
    effect: 'write',
    access: scope('write'),
    audit: 'note.part_added',
    input: z.strictObject({ id: z.string(), part: z.int(), ...part }),
    output: z.object({ id: z.string() }),
    examples: [],
    run,
  }),
  defineOperation({
    name: 'files.export',
    route: 'GET /files/export',
    summary: 'Export notes.',
    effect: 'read',
    access: scope('read'),
    input: z.strictObject({ cursor: pageInput.cursor }),
    output: z.object({ text: z.string(), nextCursor: z.string().nullable() }),
    examples: [],
    run,
  }),
];
