/** Where a variable gets its value, for fixes that change it there. */
import type { Expression } from '../syntax/ir.js';
import { isKind } from '../values/program-index.js';
import type { FixContext } from './draft.js';

/** The only value that a variable of this file ever gets. */
export function definitionOf(name: Expression, { index }: FixContext): Expression | undefined {
  if (name.kind !== 'name') return undefined;
  const binding = index.bindingOf(name);
  const [write, another] = binding?.writes ?? [];
  if (
    binding === undefined ||
    write?.value === undefined ||
    another !== undefined ||
    write.path.length > 0 ||
    write.operator !== '=' ||
    binding.parameter !== undefined ||
    isKind(write.node, 'loop')
  )
    return undefined;
  return write.value;
}
