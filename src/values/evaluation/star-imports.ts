/** Names that star imports define: Python's `from .base import *`. */
import type { Import } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { Binding, ProgramIndex } from '../program-index.js';
import type { Value } from '../value.js';

/** A star import that defines a name: it writes the name where it runs. */
export interface StarImport {
  readonly kind: 'star';
  readonly node: Import;
  readonly value: Value;
}

const starredNames = new WeakMap<ProgramIndex, Map<string, Binding>>();

/** A name that only star imports define: a binding without writes of its own. */
export function starred(name: string, context: Context): Binding | undefined {
  if (starImports(name, context).length === 0) return undefined;
  const { index } = context;
  let names = starredNames.get(index);
  if (names === undefined) starredNames.set(index, (names = new Map<string, Binding>()));
  let binding = names.get(name);
  if (binding === undefined) names.set(name, (binding = { name, scope: index.root, writes: [], mutations: [] }));
  return binding;
}

/** The star imports of a file that define a name, in the order in which they run. */
export function starImports(name: string, { evaluator, program, index }: Context): readonly StarImport[] {
  if (index.starImports.length === 0) return [];
  const { budget } = evaluator;
  const find = (): StarImport[] =>
    index.starImports.flatMap((node): StarImport[] => {
      const module = evaluator.links.moduleOf(program, node.module);
      const value = module === undefined || module === program ? undefined : evaluator.exportOf(module, name);
      return value === undefined ? [] : [{ kind: 'star', node, value }];
    });
  return budget.once(`*${budget.idOf(program)}:${name}`, find, () => []);
}
