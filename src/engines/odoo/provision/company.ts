import { engineError } from '#core/engine-errors.ts';
import type { Step, StepCtx } from '#core/engine.ts';
import { adminDoor, keptOf } from '#engines/odoo/doors.ts';
import { recordsOf, type Records } from '#engines/odoo/records.ts';
import { tenancyOf } from '#engines/odoo/settings.ts';
import type { Row } from '#engines/odoo/values.ts';

/** As Odoo may write it: with or without dots, and with the country before it. */
const bareTaxId = (text: unknown, country: string): string => {
  const plain = String(text)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  return plain.startsWith(country) ? plain.slice(country.length) : plain;
};

async function languageOf(records: Records): Promise<string | undefined> {
  const rows = await records.find('res.lang', [['active', '=', true]], ['code']);
  const codes = rows.map(({ code }) => String(code));
  return ['es_CL', 'es_419', 'es_ES'].find((code) => codes.includes(code));
}

/** Its row of res.company: the only one of a database of its own; in a shared one that of the partner with our id. */
async function findCompany(ctx: StepCtx, records: Records): Promise<Row | undefined> {
  const fields = ['name', 'vat', 'country_id', 'partner_id', 'active'];
  const domain =
    tenancyOf(ctx.link) === 'database'
      ? [['parent_id', '=', false]]
      : [['partner_id.ref', '=', ctx.company.id]];
  const [row] = await records.find('res.company', domain, fields);
  return row;
}

async function makeCompany(ctx: StepCtx, records: Records): Promise<Row> {
  const { id: ref, name, slug } = ctx.company;
  // The partner comes first and carries our id, so that a crash after it leaves nothing that can't be found.
  const [known] = await records.find('res.partner', [['ref', '=', ref]], ['id']);
  const partner =
    (known?.['id'] as number | undefined) ??
    (await records.create('res.partner', { name, ref, is_company: true }));
  const [taken] = await records.find('res.company', [['name', '=', name]], ['id']);
  const id = await records.create('res.company', {
    name: taken ? `${name} (${slug})` : name,
    partner_id: partner,
  });
  return { id, partner_id: [partner, name] };
}

export const company: Step = {
  name: 'company',
  title: { es: 'Datos de la empresa', en: 'Company' },
  timeoutMs: 60_000,
  async observe(ctx) {
    const records = recordsOf(ctx, adminDoor(ctx.link));
    const row = await findCompany(ctx, records);
    if (!row) return null;
    const { name, taxId, country, slug } = ctx.company;
    const named = row['name'] === name || row['name'] === `${name} (${slug})`;
    const taxed = bareTaxId(row['vat'], country) === bareTaxId(taxId, country);
    if (!named || !taxed || row['country_id'] === false || row['active'] === false) return null;
    const lang = await languageOf(records);
    return { state: { companyId: row['id'], ...(lang !== undefined && { lang }) } };
  },
  async apply(ctx) {
    const { name, taxId, country: code, slug } = ctx.company;
    const records = recordsOf(ctx, adminDoor(ctx.link));
    const row = (await findCompany(ctx, records)) ?? (await makeCompany(ctx, records));
    const id = row['id'] as number;
    const [country] = await records.find('res.country', [['code', '=', code]], ['id']);
    if (!country) throw engineError('engine_invalid', `Odoo knows no country ${code}`);
    const [taken] = await records.find(
      'res.company',
      [
        ['name', '=', name],
        ['id', '!=', id],
      ],
      ['id'],
    );
    await records.write('res.company', [id], {
      name: taken ? `${name} (${slug})` : name,
      vat: taxId,
      country_id: country['id'],
      active: true,
    });
    const lang = await languageOf(records);
    const [partner] = row['partner_id'] as [number, string];
    await records.write('res.partner', [partner], {
      ...(lang !== undefined && { lang }),
      ...(tenancyOf(ctx.link) === 'company' && { company_id: id }),
    });
    return { state: { companyId: id, ...(lang !== undefined && { lang }) } };
  },
};

/** In a shared database a company can't be deleted once anything was booked: it is put away. */
export async function archiveCompany(ctx: StepCtx): Promise<void> {
  const { companyId } = keptOf(ctx.link);
  if (companyId === undefined) return;
  await recordsOf(ctx, adminDoor(ctx.link)).write('res.company', [companyId], { active: false });
}

export async function companyIsOpen(ctx: StepCtx): Promise<boolean> {
  const { companyId } = keptOf(ctx.link);
  if (companyId === undefined) return false;
  const rows = await recordsOf(ctx, adminDoor(ctx.link)).find(
    'res.company',
    [['id', '=', companyId]],
    ['active'],
  );
  return rows[0]?.['active'] === true;
}
