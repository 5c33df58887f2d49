/** Names that a module gets without an assignment: Python's `from .base import *` and `globals().update(…)`. */
import type { Node } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { fieldOf, isAbsent } from '../fields.js';
import { SETTING_NAME, type NamespaceWrite } from '../module-namespace.js';
import type { Binding, ProgramIndex } from '../program-index.js';
import { unknown, type Value } from '../value.js';

/** A statement that defines a name among others: it writes the name where it runs. */
export interface StarImport {
  readonly kind: 'star';
  readonly node: Node;
  readonly value: Value;
  /** What it defines is not known: a name that is off keeps its value. */
  readonly open?: true;
}

const starredNames = new WeakMap<ProgramIndex, Map<string, Binding>>();

/** A name that only such statements define: a binding without writes of its own. */
export function starred(name: string, context: Context): Binding | undefined {
  if (starImports(name, context).length === 0) return undefined;
  const { index } = context;
  let names = starredNames.get(index);
  if (names === undefined) starredNames.set(index, (names = new Map<string, Binding>()));
  let binding = names.get(name);
  if (binding === undefined) names.set(name, (binding = { name, scope: index.root, writes: [], mutations: [] }));
  return binding;
}

/** The star imports and namespace writes of a file that define a name, in the order in which they run. */
export function starImports(name: string, context: Context): readonly StarImport[] {
  const { evaluator, program, index } = context;
  if (index.starImports.length === 0 && index.namespaceWrites.length === 0) return [];
  const { budget } = evaluator;
  const find = (): StarImport[] => [
    ...index.starImports.flatMap((node): StarImport[] => {
      const module = evaluator.links.moduleOf(program, node.module);
      const value = module === undefined || module === program ? undefined : evaluator.exportOf(module, name);
      return value === undefined ? [] : [{ kind: 'star', node, value }];
    }),
    ...index.namespaceWrites.flatMap((write): StarImport[] => {
      const value = namespaceValue(write, name, context);
      if (value === undefined) return [];
      return value === 'open'
        ? [
            {
              kind: 'star',
              node: write.node,
              value: unknown('the module is given names that are not followed', context.origin(write.node)),
              open: true,
            },
          ]
        : [{ kind: 'star', node: write.node, value }];
    }),
  ];
  return evaluator.stars.of(program, name, () => budget.once(`*${budget.idOf(program)}:${name}`, find, () => []));
}

/** What a namespace write gives a name: `open` where it may be given anything. */
function namespaceValue(write: NamespaceWrite, name: string, context: Context): Value | 'open' | undefined {
  const { evaluator } = context;
  if (write.kind === 'name') return write.name === name ? context.evaluate(write.value) : undefined;
  if (write.kind === 'any') return SETTING_NAME.test(name) ? 'open' : undefined;
  if (write.kind === 'class') {
    const value = context.evaluate(write.of);
    if (!SETTING_NAME.test(name)) return undefined;
    if (value.kind !== 'class') return 'open';
    return definite(evaluator.memberOf(value, name, value.origin));
  }
  const given = write.of.args.find((argument) => argument.name === name);
  if (given !== undefined) return context.evaluate(given.value);
  const record = write.of.args.find((argument) => argument.name === undefined);
  if (record === undefined || !SETTING_NAME.test(name)) return undefined;
  const value = context.evaluate(record.value);
  // What a library makes from nothing has its defaults as an object, but as a dictionary it may hold anything.
  const field = value.kind === 'object' ? value : fieldOf(value, name);
  if (field === value) return 'open';
  return isAbsent(field) ? undefined : (definite(field) ?? 'open');
}

/** A value that is there for certain. */
const definite = (value: Value): Value | undefined =>
  isAbsent(value) || value.kind === 'unknown' || (value.kind === 'operation' && value.operator === 'field') ? undefined : value;
