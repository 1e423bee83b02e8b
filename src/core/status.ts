/**
 * The status of a success, one rule for REST and its documentation: 201 for a POST that is named `create` or
 * `create_<thing>`, 200 for everything else. Answers always have a body, so there is no 204.
 */
export function successStatus(compiled: {
  readonly method: string;
  readonly operation: { readonly name: string };
}): 200 | 201 {
  return compiled.method === 'POST' && /\.create(?:_|$)/.test(compiled.operation.name) ? 201 : 200;
}
