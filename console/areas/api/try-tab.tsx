'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock, prettyJson } from '#components/data/code-block.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Check } from '#components/ui/check.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input, Textarea } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { textOf } from '#lib/form.ts';
import { useUrlState } from '#lib/url-state.ts';
import { callTool, loadTools, type Tool, type ToolAnswer } from './openapi.ts';
import { ToolFields } from './tool-fields.tsx';
import { inputOf } from './tool-input.ts';

const FIRST = 'core_contacts';
/** The field that holds the whole input. No input is called so. */
const SOURCE = '{}';

/** Any operation, called as the person who is here, with what it really answers. */
export function TryTab() {
  const t = useTranslations('api');
  const list = useId();
  const [url, change] = useUrlState(['tool']);
  const {
    data: tools,
    refetch,
    isError,
  } = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => loadTools(signal),
    staleTime: Infinity,
  });
  const tool = tools?.find(({ name }) => name === (url.tool ?? FIRST));
  if (isError)
    return (
      <Button variant="outline" onClick={() => void refetch()}>
        {t('loadAgain')}
      </Button>
    );
  if (!tools) return <Skeleton className="h-64 w-full" />;
  return (
    <div className="grid max-w-2xl gap-4">
      <Card className="grid gap-4 p-4">
        <Field label={t('tool')} hint={tool?.summary ?? t('noSuchTool')}>
          {(control) => (
            <Input
              {...control}
              list={list}
              defaultValue={tool?.name ?? url.tool}
              autoComplete="off"
              spellCheck={false}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => change({ tool: target.value.trim() })}
            />
          )}
        </Field>
        <datalist id={list}>
          {tools.map(({ name, summary }) => (
            <option key={name} value={name}>
              {summary}
            </option>
          ))}
        </datalist>
        {tool && <Call key={tool.name} tool={tool} />}
      </Card>
    </div>
  );
}

function Call({ tool }: { tool: Tool }) {
  const t = useTranslations('api');
  const [wrong, setWrong] = useState<string>();
  const [source, setSource] = useState(false);
  const [input, setInput] = useState(tool.sample);
  const [dry, setDry] = useState(tool.changes);
  const call = useMutation<ToolAnswer, Error, Record<string, unknown>>({
    mutationFn: (input) => callTool(tool, input, dry),
  });
  /** What stands in the form; nothing, and a word at the field, while it can't be read. */
  const read = (form: HTMLFormElement): Record<string, unknown> | undefined => {
    try {
      setWrong(undefined);
      return source ? parsed(textOf(form, SOURCE)) : inputOf(tool.inputs, new FormData(form));
    } catch (error) {
      setWrong(error instanceof SyntaxError ? String(error.cause ?? SOURCE) : SOURCE);
      return undefined;
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = read(event.currentTarget);
    if (found) call.mutate(found);
  };
  const turn = (form: HTMLFormElement | null): void => {
    const found = form && read(form);
    if (!found) return;
    setInput(found);
    setSource(!source);
  };
  return (
    <>
      <form className="grid gap-4" onSubmit={submit}>
        {source ? (
          <Field label={t('input')} error={wrong === SOURCE ? t('notJson') : undefined}>
            {(control) => (
              <Textarea
                {...control}
                look="source"
                name={SOURCE}
                rows={8}
                spellCheck={false}
                defaultValue={JSON.stringify(input, null, 2)}
              />
            )}
          </Field>
        ) : (
          <ToolFields inputs={tool.inputs} initial={input} wrong={wrong} />
        )}
        {tool.changes && (
          <Check
            label={t('dry')}
            hint={t('dryHint')}
            checked={dry}
            onChange={({ target }) => setDry(target.checked)}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            variant={tool.changes && !dry ? 'destructive' : 'primary'}
            busy={call.isPending}
          >
            {tool.changes && !dry ? t('runForReal') : t('run')}
          </Button>
          {tool.inputs.length > 0 && (
            <Button
              variant="ghost"
              aria-pressed={source}
              onClick={({ currentTarget }) => turn(currentTarget.form)}
            >
              {t('asJson')}
            </Button>
          )}
          <code className="font-mono text-[13px] break-all text-muted-foreground">{`${tool.method} ${tool.path}`}</code>
        </div>
      </form>
      <div aria-live="polite">
        {call.isError && <p className="text-destructive">{t('noAnswer')}</p>}
        {call.data && <AnswerView answer={call.data} />}
      </div>
    </>
  );
}

function AnswerView({ answer }: { answer: ToolAnswer }) {
  const t = useTranslations('api');
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold">{t('answer')}</h2>
        <Badge
          tone={answer.status < 400 ? 'success' : 'danger'}
        >{`${answer.status} · ${answer.ms} ms`}</Badge>
      </div>
      <CodeBlock label={t('answer')} text={prettyJson(answer.body)} />
    </div>
  );
}

/** @throws SyntaxError */
function parsed(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text === '' ? '{}' : text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new SyntaxError(text);
}
