/** A condition around the statement that adds Secure to a text: `if (secure) parts.push('Secure')` loses it, and keeps what it does. */
import { isKind } from '../values/program-index.js';
import type { Edit } from '../cookies/finding.js';
import type { Block, Expression, FunctionExpression, If, Node, Statement } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { evaluated, type FixContext } from './draft.js';
import { modeEdit } from './mode-fix.js';
import { orphans } from './on-value.js';

/** The edit that makes such a statement unconditional; undefined where there is none, or more than one. */
export function withoutGuard(written: Expression, context: FixContext, says: (expression: Expression) => boolean): Edit | undefined {
  const edits = bodiesOf(written, context).flatMap(({ body, names }) => guardsIn(body, names, context, says));
  const unique = [...new Map(edits.map((edit) => [edit.start, edit])).values()];
  const [edit] = unique;
  return edit === undefined || unique.length > 1 || orphans(edit, context) ? undefined : edit;
}

interface Place {
  readonly body: readonly Statement[];
  /** The variables that the text is made of. */
  readonly names: ReadonlySet<string>;
}

/** The function in which the text is put together: the one around it, or the helper that gives it. */
function bodiesOf(written: Expression, context: FixContext): Place[] {
  const { index, program } = context;
  const around = index.functionAround(written);
  const own: Place = { body: around?.body.body ?? program.body, names: namesIn([written]) };
  const value = written.kind === 'call' ? evaluated(written.callee, context) : undefined;
  if (value?.kind !== 'function' || value.program !== program) return [own];
  return [own, { body: value.node.body.body, names: returnedNames(value.node, context) }];
}

const returnedNames = (fn: FunctionExpression, { index }: FixContext): ReadonlySet<string> =>
  namesIn(index.returnsOf(fn).flatMap(({ value }) => (value === undefined ? [] : [value])));

function namesIn(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    walk(node, (one) => {
      if (isKind(one, 'name')) names.add(one.name);
      return !isKind(one, 'function');
    });
  }
  return names;
}

function guardsIn(
  body: readonly Statement[],
  names: ReadonlySet<string>,
  context: FixContext,
  says: (expression: Expression) => boolean,
): Edit[] {
  const found: Edit[] = [];
  for (const statement of body) {
    walk(statement, (node) => {
      if (isKind(node, 'function')) return false;
      if (!isKind(node, 'if')) return true;
      const edit = editOf(node, names, context, says);
      if (edit !== undefined) found.push(edit);
      return edit === undefined;
    });
  }
  return found;
}

function editOf(node: If, names: ReadonlySet<string>, context: FixContext, says: (expression: Expression) => boolean): Edit | undefined {
  const { program, text, state } = context;
  const only = theOnly(node.consequent);
  if (only === undefined || node.alternate !== undefined || isElse(node, text)) return undefined;
  const expression = only.kind === 'expression' ? only.expression : undefined;
  if (expression === undefined || !says(expression) || ![...namesIn([expression])].some((name) => names.has(name))) return undefined;
  const asked = state === 'env-conditional' ? modeEdit(node.test, context) : undefined;
  if (asked !== undefined) return asked;
  // What goes over several lines would stand too far to the right.
  if (text.slice(only.start, only.end).includes('\n')) return undefined;
  // A comment there would be lost.
  if (program.comments.some(({ start, end }) => start >= node.start && end <= node.end && !(start >= only.start && end <= only.end)))
    return undefined;
  const end = text[only.end] === ';' && only.end < node.end ? only.end + 1 : only.end;
  return { start: node.start, end: node.end, text: text.slice(only.start, end) };
}

const theOnly = ({ body }: Block): Statement | undefined => (body.length === 1 ? body[0] : undefined);

const isElse = ({ start }: If, text: string): boolean =>
  /\b(?:else|elif|elsif)\s*$/.test(text.slice(Math.max(0, start - 20), start)) || /^(?:elif|elsif)\b/.test(text.slice(start, start + 6));
