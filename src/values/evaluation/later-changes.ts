/** An object that a record holds, and that is changed behind the record by its own name: `{ cookie: options }`, then `options.secure = false`. */
import type { Block, Expression, Node } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { isKind, type Binding, type ProgramIndex } from '../program-index.js';
import { choice, unknownOrder, type Value } from '../value.js';
import { isObject } from './handovers.js';

/** Languages in which records hold objects, not copies of them. */
const COPIES: ReadonlySet<string> = new Set(['go', 'rust', 'php']);

/** How much text is looked through for a use of the record. */
const MAX_BETWEEN = 4_000;

/** `held`, the value of an entry where it is written, or what it is once the object has been changed. */
export function changedLater(entry: Expression, held: Value, context: Context): Value {
  if (entry.kind !== 'name' || COPIES.has(context.language) || !isObject(held)) return held;
  const { index, evaluator, program, frame } = context;
  const binding = index.bindingOf(entry);
  if (binding === undefined) return held;
  const changes = changesOf(binding);
  const last = changes.at(-1);
  if (last === undefined || last.start < entry.end) return held;
  const function_ = index.functionAround(entry);
  if (index.functionAround(last) === function_ && isUnreadUntil(entry, last, index))
    return evaluator.valueOfBinding(binding, program, nextAfter(last, index), frame);
  const why = unknownOrder('the object is changed afterwards', context.origin(last));
  // Of several changes nobody knows which have happened.
  if ((changes.at(-2)?.start ?? 0) > entry.end) return why;
  const later = evaluator.valueOfBinding(binding, program, undefined, frame);
  return later === held ? held : choice(why, later, held, context.origin(entry));
}

/** Methods that change a record. */
const CHANGING =
  /^(?:update!?|merge!|deep_merge!|reverse_merge!|store|put(?:IfAbsent)?|setdefault|pop|delete|remove|Remove|except!|set[A-Z]\w*)$/;

const tables = new WeakMap<Binding, readonly Node[]>();

/** The changes of parts of the object in source order. */
function changesOf(binding: Binding): readonly Node[] {
  const known = tables.get(binding);
  if (known !== undefined) return known;
  const changes = binding.mutations
    .filter(({ kind, path }) => kind !== 'call' || CHANGING.test(path.at(-1) ?? ''))
    .map(({ node }) => node)
    .sort((a, b) => a.start - b.start);
  tables.set(binding, changes);
  return changes;
}

/** Whether the variable that the record is given to is not read before the change. */
function isUnreadUntil(entry: Expression, last: Node, index: ProgramIndex): boolean {
  let at: Node | undefined = index.parent(entry);
  while (isKind(at, 'property') || isKind(at, 'record') || isKind(at, 'list')) at = index.parent(at);
  if ((!isKind(at, 'declaration') && !isKind(at, 'assignment')) || at.target.kind !== 'name') return false;
  if (last.start - at.end > MAX_BETWEEN) return false;
  const between = index.program.text.slice(at.end, last.start);
  return !new RegExp(`(?<![\\w$])${at.target.name.replaceAll('$', '\\$')}(?![\\w$])`).test(between);
}

/** A place behind a change where its effect is seen; the end of the function where nothing comes after it. */
function nextAfter(last: Node, index: ProgramIndex): Node | undefined {
  let at: Node = last;
  for (let around = index.parent(at); around !== undefined && !isKind(around, 'block'); around = index.parent(at)) at = around;
  const body = index.parent(at) === undefined ? index.program.body : (index.parent(at) as Block).body;
  return body[body.findIndex((statement) => statement === at) + 1];
}
