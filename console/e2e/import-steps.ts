import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { zip } from './zip.ts';

interface Kind {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
  /** Of the error file: what it has to tell. */
  readonly wrong: string;
}

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
/** The phone as some programs keep it. */
const SHEET = `<worksheet><sheetData>
<row>${['Nombre', 'Teléfono', 'Correo'].map(cell).join('')}</row>
<row>${cell('Óscar Ibáñez')}<c><v>9.87650001E8</v></c>${cell('oscar@example.cl')}</row>
<row>${cell('Malo Planilla')}<c><v>912</v></c>${cell('sin arroba')}</row></sheetData></worksheet>`;

const KINDS: readonly Kind[] = [
  {
    name: 'excel antiguo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Nombre;Correo;Teléfono\r\nÍñigo Muñoz;inigo@example.cl;987650002\r\nMalo;no;\r\n',
      'latin1',
    ),
    wrong: 'Malo;no;',
  },
  {
    name: 'planilla.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: zip({ 'xl/worksheets/sheet1.xml': SHEET }),
    wrong: 'Malo Planilla',
  },
  {
    name: 'agenda.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from(
      ['Zoë Ñancupil', 'Malo Agenda']
        .map(
          (name, n) =>
            `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:${n === 0 ? '+56987650003' : '12'}\r\nEND:VCARD\r\n`,
        )
        .join(''),
    ),
    wrong: 'Malo Agenda',
  },
];
const THERE = ['Íñigo Muñoz', 'Óscar Ibáñez', 'Zoë Ñancupil'];

/** Each kind of file that the wizard offers, with a line that is right and one that is wrong. @returns what went wrong */
export async function importKinds(page: Page, base: string): Promise<string[]> {
  const failures: string[] = [];
  for (const [n, { wrong, ...file }] of KINDS.entries()) {
    await page.goto(`${base}/app/contacts/import`);
    await page.getByLabel('Archivo de contactos').setInputFiles(file);
    await page.getByText('1 de las primeras 2 líneas').waitFor();
    await page.getByText(THERE[n]!).first().waitFor();
    await page.getByRole('button', { name: 'Importar' }).click();
    await page.getByText('Terminada').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar para corregir' }).click(),
    ]);
    const text = await readFile(await saved.path(), 'utf8');
    if (!text.includes(wrong) || text.includes(THERE[n]!))
      failures.push(`${file.name}: its error file says ${text}`);
  }
  return failures;
}
