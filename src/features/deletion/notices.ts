type Language = 'es' | 'en';

export const DAY_MS = 24 * 3_600_000;

/** How long before the end its owners are told again, and under which name that is noted. */
export const STAGES = [
  { name: 'day', days: 1 },
  { name: 'week', days: 7 },
  { name: 'asked', days: Infinity },
] as const;

/** `company` and `slug` as the owner knows them; `until` is an ISO time. */
export function closingNotice(
  language: Language,
  { company, slug, until }: { company: string; slug: string; until: string },
): { subject: string; text: string } {
  const day = until.slice(0, 10);
  return language === 'es'
    ? {
        subject: `${company} se eliminará el ${day}`,
        text: `Se pidió eliminar la empresa ${company} (${slug}) de SmarterOS. El ${day} se borrarán todos sus datos, sin vuelta atrás.

Hasta entonces puede entrar a leer, descargar la exportación final y deshacer la eliminación, en Ajustes de la empresa.

Si usted no lo pidió, deshágala y avise al operador.
`,
      }
    : {
        subject: `${company} will be deleted on ${day}`,
        text: `Somebody asked to delete the company ${company} (${slug}) from SmarterOS. On ${day} all of its data goes for good.

Until then you can read, download the final export and undo the deletion, under Company settings.

If it wasn’t you, undo it and tell the operator.
`,
      };
}
