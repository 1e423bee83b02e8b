import { z } from 'zod';
import { BASES, DATA_CLASSES, type PersonalData } from '#core/personal-data.ts';
import type { ActivityRow } from './store.ts';

const MAX_WORDS = 1_000;
const words = z.strictObject({ es: z.string().max(MAX_WORDS), en: z.string().max(MAX_WORDS) });

/** What a company may describe otherwise than its features declare. */
export const description = {
  title: words.describe('What it is called.'),
  purposes: words.describe('What for.'),
  basis: z.enum(BASES).describe('What makes it lawful.'),
  classes: z.array(z.enum(DATA_CLASSES)).min(1).max(DATA_CLASSES.length).describe('Which kinds of data.'),
  subjects: words.describe('Whose data.'),
  recipients: words.describe('Who else gets them.'),
  abroad: words.nullable().describe('Which other countries they go to and on what ground; null: none.'),
  retention: words.describe('How long they are kept, and why.'),
  security: words.describe('How they are kept safe.'),
};

export const Activity = z
  .object({
    key: z.string(),
    declared: z.boolean().describe('A feature declares it; otherwise the company added it.'),
    edited: z.boolean().describe('The company describes it otherwise than the feature.'),
    ...description,
    retentionDays: z.int().nullable(),
  })
  .meta({ id: 'ProcessingActivity' });
export type Activity = z.infer<typeof Activity>;

const SUBJECTS = {
  contacts: { es: 'Contactos de la empresa.', en: 'The company’s contacts.' },
  people: { es: 'Personas con acceso.', en: 'People with a login.' },
};

export const fromDeclaration = (one: PersonalData): Activity => ({
  key: one.name,
  declared: true,
  edited: false,
  title: one.title,
  purposes: one.purposes,
  basis: one.basis,
  classes: [...one.classes],
  subjects: SUBJECTS[one.about ?? 'contacts'],
  recipients: one.recipients,
  abroad: one.abroad,
  retention: one.retention.why,
  security: one.security,
  retentionDays: one.retention.days,
});

/** The register: what features declare, with the company's own words over it, and what the company added. */
export function register(
  declared: readonly PersonalData[],
  rows: readonly ActivityRow[],
  rules: ReadonlyMap<string, number | null>,
): Activity[] {
  const own = new Map(rows.map((row) => [row.key, row]));
  const days = (key: string, otherwise: number | null): number | null =>
    rules.has(key) ? rules.get(key)! : otherwise;
  const from = declared.map((one) => {
    const activity = fromDeclaration(one);
    const row = own.get(one.name);
    const content = row ? (row.content as Partial<Activity>) : {};
    return {
      ...activity,
      ...content,
      edited: row !== undefined,
      retentionDays: days(one.name, activity.retentionDays),
    };
  });
  const names = new Set(declared.map(({ name }) => name));
  const added = rows
    .filter(({ key, removed }) => !names.has(key) && !removed)
    .map(({ key, content }) => ({
      ...(content as Omit<Activity, 'key' | 'declared' | 'edited' | 'retentionDays'>),
      key,
      declared: false,
      edited: true,
      retentionDays: days(key, null),
    }));
  return [...from, ...added];
}
