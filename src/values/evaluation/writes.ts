/** What writes give a binding: declarations, assignments, loop variables, destructuring. */
import type { Assignment, Declaration, Expression, Node } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { isAbsent } from '../fields.js';
import { isKind, type Write } from '../program-index.js';
import { restOf } from '../rest.js';
import { readsEnvironment } from '../worlds.js';
import { absent, choice, known, operation, through, unknown, type Origin, type Value } from '../value.js';
import { under, type When } from './conditions.js';
import { withDefault } from './defaults.js';
import { filledIn, injected } from './filled-in.js';
import { errorOf, foundIn, isError, resultAt } from './go-results.js';
import { zeroOfGo } from './go-structs.js';
import { joinedLists, lengthened } from './lists.js';
import { anItem, LOOP_VARIABLE } from './loop-items.js';
import { givenOut } from './out-arguments.js';
import { boundValue } from './parameter-values.js';
import { joinedRecords } from './records.js';
import { ofRustType } from './rust-structs.js';
import { roundAround } from './turns.js';
import type { StarImport } from './star-imports.js';
import { zeroValue } from './types.js';

export function afterStarImport(event: StarImport, old: Value | undefined, when: When, place: Origin, context: Context): Value {
  // What is off, or may be, stays so until somebody shows what turns it on; that nothing turns it off is not shown.
  if (event.open === true && old !== undefined && mayBeOff(old, 0)) return old;
  const origin = context.origin(event.node);
  if (mayBeAbsent(event.value) && old !== undefined)
    return under(when, choice(operation('defined', [event.value], origin), event.value, old, origin), old, origin);
  return under(when, through(event.value, origin), old ?? absent(place), origin);
}

const isOff = (value: Value): boolean =>
  value.kind === 'known' &&
  (value.value === false || value.value === null || value.value === undefined || value.value === 0 || value.value === '');

/** How deep the branches of a value are looked through. */
const MAX_BRANCHES = 12;

/** Whether a value is off somewhere: on some branch, or as the environment says. */
function mayBeOff(value: Value, depth: number): boolean {
  if (depth > MAX_BRANCHES) return false;
  if (value.kind === 'choice') return mayBeOff(value.consequent, depth + 1) || mayBeOff(value.alternate, depth + 1);
  if (value.kind === 'environment') return value.fallback === undefined || mayBeOff(value.fallback, depth + 1);
  return isOff(value) || (value.kind === 'operation' && readsEnvironment(value));
}

const mayBeAbsent = (value: Value): boolean => (value.kind === 'choice' ? mayBeAbsent(value.alternate) : isAbsent(value));

export function afterWrite(write: Write, old: Value | undefined, when: When, place: Origin, context: Context): Value | undefined {
  const next = written(write, old, place, context);
  if (next === undefined) return old;
  const guard = when();
  if (guard === undefined) return next;
  const origin = context.origin(write.node);
  return lengthened(guard, next, old) ?? choice(guard, next, old ?? absent(place), origin);
}

function written(write: Write, old: Value | undefined, place: Origin, context: Context): Value | undefined {
  const { node } = write;
  if (isKind(node, 'call')) return write.out === undefined ? old : givenOut(node, write.out, context);
  if (isKind(node, 'loop')) return iterated(write, place, context);
  if (isKind(node, 'declaration')) {
    if (write.value === undefined) return declared(node, old, place, context);
    // Kotlin's injected fields have an initial value too.
    const overridden = injected(node.decorators, context);
    return (
      overridden ??
      ofRustType(destructured(write, write.value, place, context), write.path.length === 0 ? node.typeName : undefined, context)
    );
  }
  if (write.path.length > 0) return destructured(write, node.value, place, context);
  return assigned(node, old ?? absent(place), context);
}

/** The variable of a loop. */
function iterated(write: Write, place: Origin, context: Context): Value {
  const item = itemOf(write, context);
  if (item !== undefined) return item;
  const over = write.value === undefined ? undefined : context.evaluate(write.value);
  // The values of a forwarded header are what the request says.
  if (over?.kind === 'request') return over;
  return (over === undefined ? undefined : anItem(write, over, place, context)) ?? unknown(LOOP_VARIABLE, place);
}

/** The item of the list that is being followed through the loop. */
function itemOf({ node, path }: Write, { frame }: Context): Value | undefined {
  if (!isKind(node, 'loop') || node.target === undefined) return undefined;
  const target = node.target.kind === 'pattern' ? node.target.elements.find(({ key }) => key === path.at(-1))?.target : node.target;
  return target === undefined ? undefined : boundValue(frame, target);
}

/** A declaration without a value: a framework, the language or nobody gives one. */
function declared(node: Declaration, old: Value | undefined, place: Origin, context: Context): Value | undefined {
  const given = injected(node.decorators, context) ?? filledIn(node.typeName, place, context);
  if (given !== undefined) return given;
  if (context.language === 'go') return old ?? zeroOfGo(node, place, context);
  return node.decorators !== undefined && node.decorators.length > 0
    ? unknown('it is injected', place)
    : (old ?? zeroValue(node.typeName, place) ?? nullOfJava(node, place, context));
}

/** https://docs.oracle.com/javase/specs/jls/se21/html/jls-4.html#jls-4.12.5: a private field that no annotation has filled in is null until its class sets it. */
function nullOfJava(node: Declaration, place: Origin, { index, language, program }: Context): Value | undefined {
  const block = index.parent(node);
  const owner = block === undefined ? undefined : index.parent(block);
  if (language !== 'java' || node.constant || !isKind(owner, 'class-declaration') || (owner.decorators ?? []).length > 0) return undefined;
  return /^(?:Boolean|String)$/.test(node.typeName ?? '') && /\bprivate\b/.test(program.text.slice(Math.max(0, node.start - 40), node.end))
    ? known(null, place)
    : undefined;
}

/** Whether what is counted is a variable of the function that counts it, outside of loops: others go on with what was there before. */
function isDoneOnce(assignment: Assignment, { index }: Context): boolean {
  const binding = assignment.target.kind === 'name' ? index.bindingOf(assignment.target) : undefined;
  const around = index.functionAround(assignment);
  return (
    binding !== undefined &&
    roundAround(assignment, index) === undefined &&
    (binding.scope.kind === 'function' ? binding.scope.node : index.functionAround(binding.scope.node as Node)) === around
  );
}

const ARITHMETIC = new Set(['-', '*', '/', '%']);

const isNumber = (value: Value): boolean => value.kind === 'known' && typeof value.value === 'number';

/** What an assignment leaves in its target. */
export function assigned(assignment: Assignment, before: Value, context: Context): Value {
  const next = context.evaluate(assignment.value);
  const origin = context.origin(assignment);
  const word = context.program.text.slice(assignment.target.end, assignment.value.start);
  const joined = assignment.operator === '=' ? undefined : joinedRecords(assignment.operator, before, next, word, context);
  if (joined !== undefined) return joined;
  switch (assignment.operator) {
    case 'or':
      return choice(before, before, next, origin);
    case 'nullish':
      return choice(operation('defined', [before], origin), before, next, origin);
    case 'and':
      return choice(before, next, before, origin);
    case 'append':
      // A sum that a loop goes on with may be any.
      if (isNumber(before) || isNumber(next))
        return isDoneOnce(assignment, context) ? operation('text', [before, next], origin) : unknown(LOOP_VARIABLE, origin);
      // `+=` joins two lists in Python; PHP's `[] =` and Ruby's `<<` add one item.
      if (before.kind === 'list' && next.kind === 'list' && context.language === 'python') return joinedLists(before, next, origin);
      if (context.language === 'php' && before.kind === 'record' && before.parts.length === 0)
        return { kind: 'list', items: [next], open: false, origin };
      return before.kind === 'list' ? { ...before, items: [...before.items, next] } : operation('text', [before, next], origin);
    case '=':
      return next;
    case 'other':
      // Of truth values `|=` and `&=` are "or" and "and".
      if (isNumber(next) && ARITHMETIC.has(word.trim()[0] ?? '') && isDoneOnce(assignment, context))
        return operation(word.trim()[0]!, [before, next], origin);
      if (/\|=/.test(word)) return choice(before, before, next, origin);
      return /&=/.test(word) ? choice(before, next, before, origin) : operation('computed', [before, next], origin);
  }
}

/** A key of a pattern; JavaScript's `[key]` is what its name holds. */
function keyIn(written: string | number, { node }: Write, context: Context): string | number | undefined {
  const computed = typeof written === 'string' ? /^\[(.*)\]$/s.exec(written)?.[1] : undefined;
  if (computed === undefined || context.language !== 'javascript') return written;
  const binding = context.index.lookUp(computed, context.index.scopeOf(node));
  const value = binding === undefined ? undefined : context.evaluator.valueOfBinding(binding, context.program, node, context.frame);
  return value?.kind === 'known' ? String(value.value) : undefined;
}

/** The part of a written value that a pattern gives to the name. */
function destructured(write: Write, whole: Expression, place: Origin, context: Context): Value {
  if (context.language === 'go' && isError(write)) return errorOf(whole, place, context);
  const value = context.evaluate(whole);
  if (write.path.length === 0) return value;
  if (context.language === 'go') return foundIn(whole, write.path[0], context, place) ?? resultAt(value, Number(write.path[0]), place);
  if (write.path.length === 1 && write.path[0] === '...' && 'target' in write.node && isKind(write.node.target, 'pattern'))
    return restOf(value, write.node.target, place);
  if (write.path.includes('...')) return unknown('it is the rest of a destructured object', place);
  let inner = value;
  for (const written of write.path) {
    const key = keyIn(written, write, context);
    if (key === undefined) return unknown('the key is not known', place);
    inner = context.evaluator.memberOf(inner, String(key), place, context.frame);
  }
  return write.fallback === undefined ? inner : withDefault(inner, () => context.evaluate(write.fallback!), place);
}
