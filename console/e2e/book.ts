import type { Page } from 'playwright-core';

const FIRST = ['Ana', 'Luis', 'María José', 'Pedro', 'Camila', 'Diego', 'Ximena', 'Andrés', 'Sofía', 'Paz'];
const LAST = ['Pérez', 'Soto', 'Muñoz', 'Rojas', 'Díaz', 'Silva', 'Araya', 'Núñez', 'Vera', 'Tapia', 'Lagos'];
const TAGS = ['cliente', 'proveedor', 'vip', 'prospecto'];
/** Minutes of the worker, on a machine that is busy. */
const PATIENCE_MS = 300_000;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** What somebody brings along from elsewhere: a file with as many people. */
export function listOf(people: number): string {
  const lines = Array.from({ length: people }, (_, n) => {
    const name = `${pick(FIRST, n)} ${pick(LAST, n * 7)} ${pick(LAST, n * 3 + 1)}`;
    return `${name};persona${n}@example.cl;9${String(10_000_000 + n * 11)};${pick(TAGS, n)}`;
  });
  return ['Nombre;Correo;Teléfono;Etiquetas', ...lines].join('\n');
}

/** Through the wizard, as a person would. @returns seconds from "Importar" to the end */
export async function readIn(page: Page, base: string, people: number): Promise<number> {
  await page.goto(`${base}/app/contacts/import`);
  await page.getByLabel('Archivo de contactos').setInputFiles({
    name: 'clientes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(listOf(people)),
  });
  await page.getByText('Así quedarían las primeras líneas').waitFor();
  const began = performance.now();
  await page.getByRole('button', { name: 'Importar' }).click();
  await page.getByText('Terminada').waitFor({ timeout: PATIENCE_MS });
  return (performance.now() - began) / 1000;
}

/** What rows are waited for: others than there are now, or those of a search. */
type Wanted = { readonly others: true } | { readonly search: string };

/**
 * Milliseconds in the browser from the last click or letter until a table's rows are painted. Looked at each frame, from
 * within: no way between two processes is part of it.
 */
export async function untilRows(page: Page, wanted: Wanted, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((asked) => {
    const seen = { at: 0, painted: 0 };
    Object.assign(globalThis, { seen });
    const begin = (event: Event): void => void (seen.at = event.timeStamp);
    for (const type of ['click', 'input']) addEventListener(type, begin, { capture: true });
    const firstRow = (): Element | null => document.querySelector('main tbody tr');
    const before = firstRow();
    const isThere = (): boolean =>
      'search' in asked
        ? new URLSearchParams(location.search).get('q') === asked.search
        : firstRow() !== before && firstRow() !== null;
    const look = (): void => {
      const table = document.querySelector('main table');
      if (seen.at === 0 || !table || table.getAttribute('aria-busy') === 'true' || !isThere())
        return void requestAnimationFrame(look);
      for (const type of ['click', 'input']) removeEventListener(type, begin, { capture: true });
      // After the frame in which they are painted.
      requestAnimationFrame(() => setTimeout(() => (seen.painted = performance.now())));
    };
    requestAnimationFrame(look);
  }, wanted);
  await act();
  await page.waitForFunction(() => (globalThis as unknown as { seen: { painted: number } }).seen.painted > 0);
  return page.evaluate(() => {
    const { at, painted } = (globalThis as unknown as { seen: { at: number; painted: number } }).seen;
    return painted - at;
  });
}

/** Milliseconds that the last call of the list took, as the browser counted. */
export const lastCall = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const calls = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/contacts\?/.test(name) && !name.includes('/app/'));
    return calls.at(-1)?.duration ?? 0;
  });
