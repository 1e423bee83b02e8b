import { takesVersion } from '#core/operation.ts';
import type { OptionSpec } from './options.ts';
import { shapeOf, type Shape } from './schema.ts';
import type { Command } from './types.ts';
import { uploadOf } from './upload.ts';

/** Whether `--tenant` is the operation's own input: it is where the operator speaks about tenants from outside. */
export function ownsTenant(command: Command, shape: Shape): boolean {
  const { access } = command.operation;
  const forOperator = access !== 'public' && access.some((rule) => 'operator' in rule);
  return forOperator && shape.properties().some((property) => property.name === 'tenant');
}

/** A list in pages: `--all` can follow its cursor. */
const isPaged = (shape: Shape): boolean => shape.properties().some((property) => property.name === 'cursor');

const hasNullable = (shape: Shape): boolean =>
  shape
    .properties()
    .some(
      (one) =>
        one.shape.nullable ||
        (one.shape.kind === 'object' && one.shape.properties().some((p) => p.shape.nullable)),
    );

/** Whether a common flag has a meaning for the operation. */
export function acceptedBy(command: Command): (option: OptionSpec) => boolean {
  const { effect } = command.operation;
  const shape = shapeOf(command.inputSchema);
  const meaning: Readonly<Record<NonNullable<OptionSpec['when']>, boolean>> = {
    list: effect === 'read' && isPaged(shape),
    write: effect !== 'read',
    versioned: takesVersion(command.operation),
    destroy: effect === 'destroy',
    input: shape.properties().length > 0,
    nullable: hasNullable(shape),
    upload: uploadOf(command) !== undefined,
    root: false,
  };
  return ({ when }) => when === undefined || meaning[when];
}
