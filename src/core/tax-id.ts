import { invalidField, type AppError } from './errors.ts';

/** Countries whose tax ids we know how to check (facts of arithmetic: SII, AFIP/ARCA, SUNAT). */
export const COUNTRIES = ['CL', 'AR', 'PE'] as const;
export type Country = (typeof COUNTRIES)[number];

export interface TaxId {
  readonly country: Country;
  /** What is stored and sent: `12345678-5`, `20-12345678-6`, `20512333797`. */
  readonly canonical: string;
  /** What people read: `12.345.678-5`. */
  readonly display: string;
  /** Lower case, without marks; Chile's is the tenant's slug. */
  readonly compact: string;
}

interface Rule {
  readonly title: string;
  readonly example: string;
  /** How people write it; spaces are gone and letters are capitals by then. */
  readonly form: RegExp;
  /** Body and check digit, once dots and dashes are gone too. */
  readonly digits: RegExp;
  /** First characters that the country has given out, or none to check. */
  readonly prefixes?: readonly string[];
  readonly checkDigit: (body: string) => string | null;
  readonly format: (body: string, digit: string) => Pick<TaxId, 'canonical' | 'display'>;
}

const weighted = (body: string, weights: readonly number[]): number =>
  [...body].reduce((sum, digit, i) => sum + Number(digit) * weights[i]!, 0);

/** Weights 2 to 7 from the right, repeating. 11 becomes 0, 10 becomes K. */
function rutDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest);
}

const ELEVEN = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;
const dotted = (body: string): string => body.replace(/\B(?=(\d{3})+$)/g, '.');

const RULES: Readonly<Record<Country, Rule>> = {
  CL: {
    title: 'RUT',
    example: '12.345.678-5',
    form: /^(?:\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})-?[\dK]$/,
    digits: /^0*([1-9]\d{0,7})([\dK])$/,
    checkDigit: rutDigit,
    format: (body, digit) => ({ canonical: `${body}-${digit}`, display: `${dotted(body)}-${digit}` }),
  },
  AR: {
    title: 'CUIT',
    example: '20-12345678-6',
    form: /^\d{2}-?\d{8}-?\d$/,
    digits: /^(\d{10})(\d)$/,
    prefixes: ['20', '23', '24', '25', '26', '27', '30', '33', '34'],
    checkDigit: (body) => {
      const rest = 11 - (weighted(body, ELEVEN) % 11);
      // 10 means that the prefix can't be used with this body: the holder has another one.
      return rest === 10 ? null : String(rest % 11);
    },
    format: (body, digit) => {
      const text = `${body.slice(0, 2)}-${body.slice(2)}-${digit}`;
      return { canonical: text, display: text };
    },
  },
  PE: {
    title: 'RUC',
    example: '20512333797',
    form: /^\d{11}$/,
    digits: /^(\d{10})(\d)$/,
    prefixes: ['10', '15', '16', '17', '20'],
    checkDigit: (body) => String((11 - (weighted(body, ELEVEN) % 11)) % 10),
    format: (body, digit) => ({ canonical: body + digit, display: body + digit }),
  },
};

function refuse(field: string, code: string, en: string, es: string): AppError {
  return invalidField(field, code, { en, es });
}

/**
 * Reads a tax id as people write it: dots, dashes, spaces and lower case are fine.
 * @throws AppError invalid_input about `field`, naming the right check digit when only that is wrong
 */
export function parseTaxId(text: string, country: Country, field = 'taxId'): TaxId {
  const rule = RULES[country];
  const written = text.toUpperCase().replace(/\s/g, '').replace(/[‐–]/g, '-');
  const bare = written.replace(/[.-]/g, '');
  const match = rule.form.test(written) ? rule.digits.exec(bare) : null;
  if (!match || (rule.prefixes && !rule.prefixes.includes(bare.slice(0, 2)))) {
    throw refuse(
      field,
      'tax_id',
      `must be a ${rule.title}, like ${rule.example}`,
      `debe ser un ${rule.title}, como ${rule.example}`,
    );
  }
  const [, body, digit] = match as unknown as [string, string, string];
  const right = rule.checkDigit(body);
  if (right === null) {
    throw refuse(
      field,
      'tax_id',
      `no ${rule.title} can start like this`,
      `ningún ${rule.title} puede empezar así`,
    );
  }
  if (digit !== right) {
    throw refuse(
      field,
      'check_digit',
      `the check digit must be ${right}`,
      `el dígito verificador debe ser ${right}`,
    );
  }
  return { country, ...rule.format(body, digit), compact: (body + digit).toLowerCase() };
}

/** The tenant's name in addresses: Chile's compact form as it is, other countries with a prefix. */
export const tenantSlug = (id: TaxId): string =>
  id.country === 'CL' ? id.compact : `${id.country.toLowerCase()}-${id.compact}`;

/**
 * What is stored of a tax id. The company's own country needs no prefix; another's is kept (`AR:20-12345678-6`), so that
 * the number can be read without knowing whose it is.
 * @throws AppError invalid_input about `field`
 */
export function storedTaxId(text: string, own: string, field = 'taxId'): string {
  const [, prefix, bare] = /^\s*([A-Za-z]{2})\s*[:\s]\s*(.+)$/.exec(text) ?? [];
  const country = prefix?.toUpperCase() ?? own;
  if (!(COUNTRIES as readonly string[]).includes(country)) {
    const known = COUNTRIES.join(', ');
    throw invalidField(field, 'country', {
      en: `${country} is not a country we can check; there are: ${known}`,
      es: `no podemos verificar el país ${country}; existen: ${known}`,
    });
  }
  const { canonical } = parseTaxId(bare ?? text, country as Country, field);
  return country === own ? canonical : `${country}:${canonical}`;
}
