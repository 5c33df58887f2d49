/** Where literal records write their entries. */
import type { Expression, Node, RecordExpression } from '../syntax/ir.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';

/** The expression written at a key path inside literal records, following plain names of the same file only to their record. */
export function writtenAt(expression: Expression, path: readonly string[], index: ProgramIndex): Expression | undefined {
  let at: Expression = expression;
  for (const key of path) {
    const record = literalRecord(at);
    if (record === undefined) return undefined;
    const entry = [...record.entries]
      .reverse()
      .find((one) => one.kind === 'property' && one.key.kind === 'literal' && String(one.key.value) === key);
    if (entry === undefined || entry.kind !== 'property') return undefined;
    at = entry.value;
  }
  void index;
  return at;
}

/** The record literal that an expression is, through constructors that only wrap it. */
export function literalRecord(expression: Expression): RecordExpression | undefined {
  if (expression.kind === 'record') return expression;
  if (expression.kind === 'call' && expression.initializer !== undefined) return expression.initializer;
  return undefined;
}

/** The innermost record around a node. */
export function recordAround(node: Node, index: ProgramIndex): RecordExpression | undefined {
  let at = index.parent(node);
  while (at !== undefined && !isKind(at, 'record')) at = index.parent(at);
  return at;
}
