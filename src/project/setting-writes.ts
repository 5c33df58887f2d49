/** Where a setting gets the value that counts: the last write in the order in which Python runs the modules. */
import type { Assignment, ClassDeclaration, Expression, Node, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldOf, isAbsent } from '../values/fields.js';
import type { NamespaceWrite } from '../values/module-namespace.js';
import { isKind } from '../values/program-index.js';

export interface SettingWrite {
  readonly program: Program;
  /** The assignment, or the method that a class has under the name. */
  readonly node: Node;
  readonly assignment?: Assignment;
  readonly value?: Expression;
  /** It may write any setting: what it really writes is not known. */
  readonly open?: true;
}

const MAX_DEPTH = 12;

/** The last write of a module-level name, in the module itself or in one that it imports whole. */
export function lastWrite(program: Program, name: string, evaluator: Evaluator, depth = 0): SettingWrite | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const index = evaluator.indexOf(program);
  const own = (index.root.bindings.get(name)?.writes ?? []).filter(({ node }) => index.functionAround(node) === undefined);
  const candidates = [
    ...own.map(({ node, value }): { at: number; write: () => SettingWrite | undefined } => ({
      at: node.start,
      write: () => ({
        program,
        node,
        ...(isKind(node, 'assignment') ? { assignment: node } : {}),
        ...(value === undefined ? {} : { value }),
      }),
    })),
    ...index.starImports.map((statement): { at: number; write: () => SettingWrite | undefined } => ({
      at: statement.start,
      write: () => {
        const target = evaluator.links.moduleOf(program, statement.module);
        return target === undefined || target === program ? undefined : lastWrite(target, name, evaluator, depth + 1);
      },
    })),
    ...index.namespaceWrites.map((write): { at: number; write: () => SettingWrite | undefined } => ({
      at: write.node.start,
      write: () => namespaceWrite(write, program, name, evaluator, depth),
    })),
  ].sort((a, b) => b.at - a.at);
  for (const candidate of candidates) {
    const write = candidate.write();
    if (write !== undefined) return write;
  }
  // `from .base import SESSION_COOKIE_SECURE`
  const imported = index.root.bindings.get(name)?.import;
  const target = imported === undefined ? undefined : evaluator.links.moduleOf(program, imported.statement.module);
  if (imported !== undefined && target !== undefined) return lastWrite(target, imported.imported, evaluator, depth + 1);
  // Nothing that can be followed gives it, but something that can't be followed may.
  const open = index.namespaceWrites.find(({ kind }) => kind !== 'name');
  return open === undefined || evaluator.exportOf(program, name)?.kind !== 'unknown' ? undefined : { program, node: open.node, open: true };
}

/** Where a namespace write has what it gives a name. */
function namespaceWrite(
  write: NamespaceWrite,
  program: Program,
  name: string,
  evaluator: Evaluator,
  depth: number,
): SettingWrite | undefined {
  if (write.kind === 'name') return write.name === name ? { program, node: write.node, value: write.value } : undefined;
  if (write.kind === 'any') return undefined;
  if (write.kind === 'class') {
    const value = evaluator.evaluate(write.of, program);
    return value.kind === 'class' ? classWrite(value.node, value.program, name, evaluator, depth + 1) : undefined;
  }
  for (const { name: given, value } of write.of.args) {
    if (given === name) return { program, node: write.node, value };
    if (given !== undefined) continue;
    const record = evaluator.evaluate(value, program);
    const part = record.kind === 'record' ? fieldOf(record, name) : undefined;
    if (part === undefined || isAbsent(part) || part.kind === 'unknown' || (part.kind === 'operation' && part.operator === 'field'))
      continue;
    const written =
      value.kind === 'record'
        ? value.entries.find((entry) => entry.kind === 'property' && entry.key.kind === 'literal' && entry.key.value === name)
        : undefined;
    return written?.kind === 'property' ? { program, node: written.value, value: written.value } : { program, node: write.node };
  }
  return undefined;
}

/** The write of a class attribute: the class's own, or that of the first base that has one. */
export function classWrite(
  one: ClassDeclaration,
  program: Program,
  name: string,
  evaluator: Evaluator,
  depth = 0,
): SettingWrite | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const binding = evaluator.indexOf(program).classScope(one)?.bindings.get(name);
  const write = binding?.writes.at(-1);
  if (write !== undefined)
    return {
      program,
      node: write.node,
      ...(isKind(write.node, 'assignment') ? { assignment: write.node } : {}),
      ...(write.value === undefined ? {} : { value: write.value }),
    };
  if (binding?.function !== undefined) return { program, node: binding.function };
  for (const base of one.bases) {
    const value = evaluator.evaluate(base, program);
    if (value.kind !== 'class' || value.node === one) continue;
    const found = classWrite(value.node, value.program, name, evaluator, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
