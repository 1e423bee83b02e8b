import { definePersonalData, type PersonalData } from '#core/personal-data.ts';
import { dropImports, dueImports, eraseChanges, exportChanges } from './store.ts';

const IMPORT_DAYS = 30;

export const importData: readonly PersonalData[] = [
  definePersonalData({
    name: 'imports',
    tables: ['app.imports', 'app.import_parts', 'app.import_errors', 'app.import_changes'],
    title: { es: 'Archivos de contactos importados', en: 'Imported files of contacts' },
    purposes: {
      es: 'Cargar contactos, corregir líneas con errores y deshacer la carga.',
      en: 'Reading contacts in, mending lines with errors, taking it back.',
    },
    basis: 'contract',
    classes: ['identification', 'contact'],
    recipients: { es: 'Nadie fuera de la empresa.', en: 'Nobody outside of the company.' },
    abroad: null,
    security: {
      es: 'Separación por empresa en la base de datos; el archivo se elimina al terminar la lectura.',
      en: 'Each company fenced in the database; the file is deleted once it has been read.',
    },
    retention: {
      days: IMPORT_DAYS,
      why: {
        es: 'Treinta días bastan para corregir o deshacer una carga.',
        en: 'Thirty days are enough to mend an import or take it back.',
      },
    },
    export: exportChanges,
    erase: async (run, id) => (await run(eraseChanges(id)))[0]?.n ?? 0,
    expire: { due: dueImports, drop: dropImports },
  }),
];
