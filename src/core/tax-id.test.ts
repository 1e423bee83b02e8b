import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import others from '#test/fixtures/ar-pe-id-vectors.json' with { type: 'json' };
import ruts from '#test/fixtures/rut-vectors.json' with { type: 'json' };
import { AppError } from './errors.ts';
import { parseTaxId, tenantSlug, type Country } from './tax-id.ts';

const refusal = (text: string, country: Country): AppError => {
  try {
    parseTaxId(text, country);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new assert.AssertionError({ message: `${text} was accepted` });
};

describe('tax ids', () => {
  it('reads every form of a RUT', () => {
    for (const rut of ruts.valid) {
      for (const form of [
        rut.canonical,
        rut.dotted,
        rut.compact,
        ` ${rut.dotted.toLowerCase()} `,
        `0${rut.compact}`,
      ]) {
        const { canonical, display, compact } = parseTaxId(form, 'CL');
        assert.deepEqual(
          { canonical, display, compact },
          { canonical: rut.canonical, display: rut.dotted, compact: rut.compact.toLowerCase() },
        );
      }
    }
  });

  it('refuses wrong RUTs and names the right digit', () => {
    for (const rut of ruts.invalid) refusal(rut, 'CL');
    const { fields } = refusal('12345678-9', 'CL').options;
    assert.equal(fields?.[0]?.message.es, 'el dígito verificador debe ser 5');
    assert.equal(fields[0].code, 'check_digit');
  });

  it('reads CUIT and RUC', () => {
    for (const cuit of others.cuit.valid)
      assert.equal(parseTaxId(cuit.replaceAll('-', ''), 'AR').canonical, cuit);
    for (const ruc of others.ruc_pe.valid) assert.equal(parseTaxId(ruc, 'PE').canonical, ruc);
    for (const cuit of others.cuit.invalid) refusal(cuit, 'AR');
    for (const ruc of others.ruc_pe.invalid) refusal(ruc, 'PE');
  });

  it('refuses a CUIT whose prefix can’t go with its body, whatever the digit', () => {
    for (const raw of Object.keys(others.cuit.raw10_cases)) {
      for (let digit = 0; digit < 10; digit++) refusal(`${raw}-${digit}`, 'AR');
    }
  });

  it('makes slugs that are unique over countries', () => {
    assert.equal(tenantSlug(parseTaxId('60.803.000-K', 'CL')), '60803000k');
    assert.equal(tenantSlug(parseTaxId('20-12345678-6', 'AR')), 'ar-20123456786');
    assert.equal(tenantSlug(parseTaxId('20512333797', 'PE')), 'pe-20512333797');
  });
});
