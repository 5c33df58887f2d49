/** A condition around the statement that adds Secure to a text: `if (secure) parts.push('Secure')` loses it, and keeps what it does. */
import { isKind } from '../values/program-index.js';
import type { Edit } from '../cookies/finding.js';
import type { Assignment, Block, Expression, FunctionExpression, If, Node, Statement } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { definitionOf } from './definition.js';
import { evaluated, type FixContext } from './draft.js';
import { modeEdit } from './mode-fix.js';
import { onText, orphans } from './on-value.js';

/** The edits that make such a statement unconditional; undefined where there is none, or more than one. */
export function withoutGuard(written: Expression, context: FixContext, says: (expression: Expression) => boolean): Edit[] | undefined {
  const found = bodiesOf(written, context).flatMap(({ body, names }) => guardsIn(body, names, context, says));
  const unique = [...new Map(found.map((edits) => [edits[0]?.start, edits])).values()];
  const [edits] = unique;
  return edits === undefined || unique.length > 1 || edits.some((edit) => orphans(edit, context)) ? undefined : edits;
}

interface Place {
  readonly body: readonly Statement[];
  /** The variables that the text is made of. */
  readonly names: ReadonlySet<string>;
}

/** Texts are put together from few pieces; what goes on further is not followed. */
const MOST_STEPS = 24;

/**
 * The functions in which the text is put together: the one around it, with the variables that lead to it, and the helpers that give it or a
 * piece of it.
 */
function bodiesOf(written: Expression, context: FixContext): Place[] {
  const { index, program } = context;
  const around = index.functionAround(written);
  const places: Place[] = [];
  const seen = new Set<Node>();
  const waiting: { readonly body: readonly Statement[]; readonly from: readonly Expression[] }[] = [
    { body: around?.body.body ?? program.body, from: [written] },
  ];
  for (const { body, from } of waiting) {
    const names = new Set<string>();
    const pieces = [...from];
    for (const piece of pieces) {
      if (seen.has(piece) || seen.size >= MOST_STEPS) continue;
      seen.add(piece);
      walk(piece, (one) => {
        if (isKind(one, 'function')) return false;
        if (isKind(one, 'name')) {
          names.add(one.name);
          const value = definitionOf(one, context);
          if (value !== undefined) pieces.push(value);
        }
        const helper = isKind(one, 'call') ? evaluated(one.callee, context) : undefined;
        if (helper?.kind === 'function' && helper.program === program)
          waiting.push({ body: helper.node.body.body, from: returnedBy(helper.node, context) });
        return true;
      });
    }
    places.push({ body, names });
  }
  return places;
}

const returnedBy = (fn: FunctionExpression, { index }: FixContext): Expression[] =>
  index.returnsOf(fn).flatMap(({ value }) => (value === undefined ? [] : [value]));

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
): Edit[][] {
  const found: Edit[][] = [];
  for (const statement of body) {
    walk(statement, (node) => {
      if (isKind(node, 'function')) return false;
      if (!isKind(node, 'if')) return true;
      const edits = editsOf(node, (only) => addsSecure(only, names, says), context);
      if (edits !== undefined) found.push(edits);
      return edits === undefined;
    });
  }
  return found;
}

function addsSecure(only: Statement, names: ReadonlySet<string>, says: (expression: Expression) => boolean): boolean {
  if (only.kind !== 'expression' || !says(only.expression)) return false;
  return [...namesIn([only.expression])].some((name) => names.has(name));
}

/** What stands before and behind the statement goes: what decides is cut out, and what it decided about stays as it is. */
function editsOf(node: If, isMeant: (only: Statement) => boolean, context: FixContext): Edit[] | undefined {
  const { program, text, state } = context;
  const only = theOnly(node.consequent);
  if (only === undefined || node.alternate !== undefined || isElse(node, text)) return undefined;
  if (!isMeant(only)) return undefined;
  const asked = state === 'env-conditional' ? modeEdit(node.test, context) : undefined;
  if (asked !== undefined) return [asked];
  // What goes over several lines would stand too far to the right.
  if (text.slice(only.start, only.end).includes('\n')) return undefined;
  // A comment there would be lost.
  if (program.comments.some(({ start, end }) => start >= node.start && end <= node.end && !(start >= only.start && end <= only.end)))
    return undefined;
  const end = text[only.end] === ';' && only.end < node.end ? only.end + 1 : only.end;
  return [
    { start: node.start, end: only.start, text: '' },
    { start: end, end: node.end, text: '' },
  ].filter((edit) => edit.start < edit.end);
}

/** The edits that take the condition away from an assignment that always says on: `if (nconf.get('secure')) cookie.secure = true`. */
export function assignedAlways(assignment: Assignment, context: FixContext): Edit[] | undefined {
  const { index } = context;
  const statement = index.parent(assignment);
  const block = statement === undefined ? undefined : index.parent(statement);
  const around = isKind(block, 'block') ? index.parent(block) : block;
  if (!isKind(around, 'if') || assignment.value.kind !== 'literal' || assignment.value.value !== true) return undefined;
  const edits = editsOf(around, (only) => only === statement, context);
  if (edits === undefined || edits.some((edit) => orphans(edit, context))) return undefined;
  const { start, end } = assignment.value;
  const on = onText(context);
  const isTurned = edits.every((edit) => edit.text !== '');
  return isTurned || on === context.text.slice(start, end) ? edits : [...edits, { start, end, text: on }].sort((a, b) => a.start - b.start);
}

const theOnly = ({ body }: Block): Statement | undefined => (body.length === 1 ? body[0] : undefined);

const isElse = ({ start }: If, text: string): boolean =>
  /\b(?:else|elif|elsif)\s*$/.test(text.slice(Math.max(0, start - 20), start)) || /^(?:elif|elsif)\b/.test(text.slice(start, start + 6));
