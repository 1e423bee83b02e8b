import { successStatus } from '#core/status.ts';
import type { Compiled, JsonSchema } from '#kernel/types.ts';
import { examplesOf, type Values } from './examples.ts';
import { successHeaders } from './headers.ts';
import { problemResponses } from './problems.ts';

/**
 * The statuses of answers that are no problem. Where the operation decides by its answer (core.health), the values that
 * the answer's fields may take are tried.
 */
function answerStatuses(entry: Compiled, output: JsonSchema): number[] {
  const { status, examples } = entry.operation;
  if (!status) return [successStatus(entry)];
  const properties = Object.entries((output['properties'] ?? {}) as Record<string, JsonSchema>);
  const answers = examples.flatMap((example) => [
    example.output as Values,
    ...properties.flatMap(([name, { enum: values }]) =>
      ((values ?? []) as readonly unknown[]).map((value) => ({
        ...(example.output as Values),
        [name]: value,
      })),
    ),
  ]);
  return [...new Set([successStatus(entry), ...answers.map((answer) => status(answer as never))])];
}

/** All responses of an operation. Problems that others share are added to `shared`. */
export function responses(
  entry: Compiled,
  schema: JsonSchema,
  shared: Record<string, JsonSchema>,
): Record<string, JsonSchema> {
  const problems = problemResponses(entry);
  const found: Record<string, JsonSchema> = {};
  for (const status of answerStatuses(entry, schema)) {
    const isSuccess = status === successStatus(entry);
    const problem = problems[status];
    found[status] = {
      description: ['The answer.', problem?.response['description']].filter(Boolean).join('\n\n'),
      headers: { ...successHeaders(entry), ...(problem?.response['headers'] as JsonSchema | undefined) },
      content: {
        'application/json': { schema, ...(isSuccess && examplesOf(entry, (example) => example.output)) },
        ...(problem?.response['content'] as JsonSchema | undefined),
      },
    };
  }
  for (const [status, { name, response }] of Object.entries(problems)) {
    if (status in found) continue;
    shared[name] = response;
    found[status] = { $ref: `#/components/responses/${name}` };
  }
  return found;
}
