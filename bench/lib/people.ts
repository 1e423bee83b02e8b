const FIRST = [
  'Ana',
  'Luis',
  'María José',
  'Pedro',
  'Camila',
  'Diego',
  'Ximena',
  'Andrés',
  'Sofía',
  'Ignacio',
  'Paz',
];
const LAST = [
  'Pérez',
  'Soto',
  'Muñoz',
  'Rojas',
  'Díaz',
  'Silva',
  'Contreras',
  'Araya',
  'Núñez',
  'Fuentes',
  'Vera',
  'Tapia',
  'Lagos',
];
const TAGS = ['Cliente', 'Proveedor', 'VIP', 'Prospecto', 'Mayorista'];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

function taxId(body: number): string {
  const sum = [...String(body)]
    .toReversed()
    .reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  return `${body}-${'0123456789K0'[(11 - (sum % 11)) % 11]!}`;
}

/** What somebody types into the form for a new contact: each has a mail, a phone and a tax id of its own. */
export function person(n: number) {
  const first = pick(FIRST, n);
  const last = pick(LAST, n * 7);
  return {
    name: `${first} ${last}`,
    email: `Persona${n}@Example.com`,
    phone: `9 ${String(1000 + (Math.floor(n / 9000) % 9000))} ${String(1000 + (n % 9000))}`,
    taxId: taxId(5_000_000 + n),
    tags: [pick(TAGS, n)],
  };
}
