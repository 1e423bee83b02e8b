import { useTranslations } from 'use-intl';
import { Field } from '#components/ui/field.tsx';
import { Input, Select, Textarea } from '#components/ui/input.tsx';
import type { ToolInput } from './openapi.ts';
import { choicesOf, kindOf, textOfValue } from './tool-input.ts';

/** Above this, words get several lines. */
const SHORT = 300;

interface ToolFieldsProps {
  readonly inputs: readonly ToolInput[];
  readonly initial: Readonly<Record<string, unknown>>;
  /** The field whose JSON can't be read. */
  readonly wrong: string | undefined;
}

/** A tool's inputs as fields, from its own schema. */
export function ToolFields({ inputs, initial, wrong }: ToolFieldsProps) {
  const t = useTranslations('api');
  return inputs.map(({ name, required, hint, schema }) => {
    const kind = kindOf(schema);
    return (
      <Field
        key={name}
        label={required ? name : t('optionalInput', { name })}
        hint={hint}
        error={wrong === name ? t('notJsonValue') : undefined}
      >
        {(control) => {
          const common = { ...control, name, required, defaultValue: textOfValue(initial[name]) };
          if (kind === 'choice' || kind === 'yesNo')
            return (
              <Select {...common}>
                {!required && <option value="" aria-label={t('notSent')} />}
                {kind === 'yesNo' && <option value="true">{t('yes')}</option>}
                {kind === 'yesNo' && <option value="false">{t('no')}</option>}
                {choicesOf(schema).map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </Select>
            );
          if (kind === 'json') return <Textarea {...common} look="source" rows={3} spellCheck={false} />;
          if (kind === 'text' && (schema.maxLength ?? 0) > SHORT) return <Textarea {...common} rows={3} />;
          return (
            <Input {...common} inputMode={kind === 'number' ? 'numeric' : undefined} autoComplete="off" />
          );
        }}
      </Field>
    );
  });
}
