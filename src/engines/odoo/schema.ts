import { z } from 'zod';

/** Letters, digits, dots and underscores: it becomes part of a path. */
export const model = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$/)
  .describe('Name of the model, e.g. `res.partner`.');

const field = z
  .string()
  .regex(/^[a-z_][a-zA-Z0-9_]*$/)
  .max(100);
const id = z.int().min(1).max(2_147_483_647);

export const ids = z.array(id).min(1).max(1_000).describe('Ids of records.');

const value = z.unknown();
export const values = z
  .record(field, value)
  .describe(
    'Values by field. A relation takes an id or `{id}`, several take ids or Odoo’s commands, null empties, times are ISO 8601.',
  );

export const domain = z
  .array(z.unknown())
  .max(1_000)
  .default([])
  .describe('Conditions as Odoo writes them, e.g. `[["is_company", "=", true]]`; none finds all.');

export const fields = z
  .array(field)
  .min(1)
  .max(200)
  .optional()
  .describe('What to read; `id` comes always. Without it `display_name`.');

export const context = z
  .record(z.string().max(60), z.unknown())
  .optional()
  .describe('Odoo’s context, e.g. `{"active_test": false}` to see what is archived, or `lang`.');

export const method = z
  .string()
  .max(100)
  .regex(/^[a-zA-Z][a-zA-Z0-9_]*$/)
  .describe('Name of a public method; those that begin with an underscore are Odoo’s own.');

export const Row = z.record(z.string(), z.unknown());
