'use client';

import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/field.tsx';
import { Input, Select } from '#components/ui/input.tsx';
import { nameOf, type OwnField, type OwnValue } from './own-values.ts';

interface OwnInputsProps {
  readonly fields: readonly OwnField[];
  readonly values: Readonly<Record<string, OwnValue>>;
  readonly errors: Readonly<Record<string, string>>;
}

const TYPES: Partial<Record<OwnField['type'], string>> = {
  date: 'date',
  mail: 'email',
  phone: 'tel',
  url: 'url',
};

/** The company's own fields, in a form that is read when it is sent. */
export const OwnInputs = ({ fields, values, errors }: OwnInputsProps) =>
  fields.map((field) =>
    field.type === 'many_of' ? (
      <Several key={field.key} field={field} value={values[field.key]} error={errors[nameOf(field)]} />
    ) : (
      <Field key={field.key} label={field.title} error={errors[nameOf(field)]}>
        {(control) => <One control={control} field={field} value={values[field.key]} />}
      </Field>
    ),
  );

function One({ control, field, value }: { control: object; field: OwnField; value: OwnValue | undefined }) {
  const t = useTranslations('contacts');
  const given = value === undefined ? '' : String(value);
  if (field.type !== 'boolean' && field.type !== 'one_of')
    return (
      <Input
        {...control}
        name={nameOf(field)}
        type={TYPES[field.type] ?? 'text'}
        inputMode={field.type === 'number' ? 'decimal' : undefined}
        autoComplete="off"
        defaultValue={given}
      />
    );
  const options =
    field.type === 'boolean'
      ? (['true', 'false'] as const).map((one) => [one, t(`booleans.${one}`)] as const)
      : field.options.map((one) => [one, one] as const);
  return (
    <Select {...control} name={nameOf(field)} defaultValue={given}>
      <option value="" />
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </Select>
  );
}

interface SeveralProps {
  readonly field: OwnField;
  readonly value: OwnValue | undefined;
  readonly error: string | undefined;
}

function Several({ field, value, error }: SeveralProps) {
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset className="grid gap-1.5">
      <legend className="pb-1.5 text-sm font-medium">{field.title}</legend>
      <div className="flex flex-wrap gap-2">
        {field.options.map((option) => (
          <label
            key={option}
            className="flex min-h-9 items-center gap-2 rounded-md border px-2.5 py-1 has-checked:border-primary has-checked:bg-accent"
          >
            <input
              type="checkbox"
              name={nameOf(field)}
              value={option}
              defaultChecked={chosen.includes(option)}
              className="size-4 accent-primary"
            />
            {option}
          </label>
        ))}
      </div>
      {error !== undefined && <p className="text-[13px] text-destructive">{error}</p>}
    </fieldset>
  );
}
