import type { Page } from 'playwright-core';

/** A name that would do something if it were markup. */
const EVIL = '<img src=x onerror="document.title=\'broken\'"><b>Marta</b> Rojas';
const CSV = [
  'Nombre;Correo;Teléfono;RUT;Etiquetas',
  `"${EVIL.replaceAll('"', '""')}";marta@example.cl;987651234;;cliente`,
  'Pedro Díaz;pedro@example.cl;912345678;12.345.678-5;cliente, sur',
  'Pedro Diaz;pedro.diaz@example.cl;912345678;;',
  'Sin Correo;esto no es un correo;;;',
].join('\n');

/** Reads a file in, with a line that is wrong and a name that is markup; merges two that are the same; takes both back. */
export async function importAndMerge(
  page: Page,
  base: string,
  look: (name: string) => Promise<void>,
): Promise<string[]> {
  await page.goto(`${base}/app/contacts/import`);
  await page.getByText('Suba su lista').waitFor();
  await page.getByLabel('Archivo de contactos').setInputFiles({
    name: 'clientes 2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CSV),
  });
  await page.getByText('1 de las primeras 4 líneas').waitFor();
  await look('contacts-import-review');
  await page.getByLabel('Si el contacto ya existe').selectOption('Agregar otro');
  await page.getByRole('button', { name: 'Importar' }).click();
  await page.getByText('Terminada').waitFor();
  await page.getByText('Líneas que no se agregaron').waitFor();
  await look('contacts-import-result');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar para corregir' }).click(),
  ]);
  const failures = file.suggestedFilename().includes('errores') ? [] : ['the error file has no name'];
  await page.goto(`${base}/app/contacts?q=marta`);
  await page.getByText(EVIL).first().waitFor();
  await look('contacts-markup');
  await page.goto(`${base}/app/contacts/duplicates`);
  await page.getByRole('button', { name: 'Unir' }).first().waitFor();
  await look('contacts-duplicates');
  await page.getByRole('button', { name: 'Unir' }).first().click();
  await page.getByRole('dialog').getByLabel('pedro.diaz@example.cl').check();
  await look('contacts-merge');
  await page.getByRole('dialog').getByRole('button', { name: 'Unir' }).click();
  await page.getByText('es ahora un solo contacto').waitFor();
  await look('contacts-merged');
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByText('vuelven a estar separados').waitFor();
  return failures;
}

/** A field of the company's own, and a contact that has a value in it. */
export async function ownField(
  page: Page,
  base: string,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto(`${base}/app/contacts/fields?new=1`);
  await page.getByLabel('Nombre').fill('Comuna');
  await page.getByLabel('Tipo').selectOption('Una opción');
  await page.getByLabel('Opciones').fill('Ñuñoa, Talca');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Comuna quedó agregado').waitFor();
  await look('contacts-fields');
  await page.goto(`${base}/app/contacts?q=pedro`);
  await page
    .getByRole('link', { name: /pedro@example/i })
    .or(page.getByRole('link', { name: /Pedro D[ií]az/ }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Editar' }).click();
  await page.getByLabel('Comuna').selectOption('Talca');
  await look('contacts-edit');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('quedó guardado').waitFor();
  await page.goto(`${base}/app/contacts?field=comuna%3DTalca`);
  await page.getByText('Comuna: Talca').waitFor();
  await page.getByRole('link', { name: /Pedro/ }).first().waitFor();
  await look('contacts-filtered');
}
