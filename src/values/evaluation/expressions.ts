/** What each kind of expression evaluates to. */
import { isCounting } from '../../syntax/counting.js';
import type { Binary, Expression, LanguageId, Logical, Subscript, Unary } from '../../syntax/ir.js';
import { isOfRequest } from '../of-request.js';
import { callOf } from '../calls.js';
import type { Context } from '../context.js';
import { folded } from '../folded.js';
import { awaited } from '../promises.js';
import { formatted } from '../formatting.js';
import { patternTest } from '../regular-expressions.js';
import { choice, known, operation, unknown, type Value } from '../value.js';
import { readsEnvironment } from '../worlds.js';
import { headerSetBefore, textWithVariables } from './server-variables.js';
import { valueOfHole } from './holes.js';
import { asList, joinedLists, listOf } from './lists.js';
import { OTHER_OPERATORS } from '../scalar-functions.js';
import { valueOfName } from './names.js';
import { inTurn, LOOP_VARIABLE } from './loop-items.js';
import { membership } from './presence.js';
import { choiceOfEntries, joinedRecords, recordOf } from './records.js';
import { sharedState } from './shared-state.js';
import { enumerationBehind } from './types.js';

export function valueOfExpression(expression: Expression, context: Context): Value {
  const { program, frame, evaluator } = context;
  const origin = context.origin(expression);
  switch (expression.kind) {
    case 'literal':
      return textWithVariables(expression, context) ?? known(expression.value, origin);
    case 'template':
      return operation(
        'text',
        expression.parts.map((part) => context.evaluate(part)),
        origin,
      );
    case 'name':
      return valueOfName(expression, context);
    case 'member':
      if (context.language === 'vcl') {
        const set = headerSetBefore(expression, context);
        if (set !== undefined) return set;
      }
      return (
        sharedState(expression, context) ??
        evaluator.memberOf(
          enumerationBehind(expression.object, context) ?? context.evaluate(expression.object),
          expression.property,
          origin,
          frame,
          expression,
        )
      );
    case 'subscript':
      return sharedState(expression, context) ?? subscript(expression, context);
    case 'call':
      return sharedState(expression, context) ?? callOf({ call: expression, program, frame, evaluator });
    case 'record':
      return recordOf(expression, context);
    case 'list':
      return listOf(expression, context);
    case 'unary':
      return unary(expression, context);
    case 'binary':
      return binary(expression, context);
    case 'logical':
      return logical(expression, context);
    case 'conditional':
      return choice(
        context.evaluate(expression.test),
        context.evaluate(expression.consequent),
        context.evaluate(expression.alternate),
        origin,
      );
    case 'function':
      return { kind: 'function', node: expression, program, frame, origin };
    case 'class-expression':
      return { kind: 'class', node: expression.declaration, program, origin };
    case 'assignment':
      return isCounting(expression) ? unknown('it is a number that is counted', origin) : context.evaluate(expression.value);
    case 'opaque': {
      const embedded = program.language === 'yaml' ? valueOfHole(expression, context) : undefined;
      if (embedded !== undefined) return embedded;
      // What it is made of may still say that the environment decides: a comprehension over a variable's text.
      const parts = expression.children.map((child) => context.evaluate(child)).filter(readsEnvironment);
      return parts.length > 0 ? operation('opaque', parts, origin) : unknown('this expression is not understood', origin);
    }
  }
}

function subscript(expression: Subscript, context: Context): Value {
  const origin = context.origin(expression);
  const object = context.evaluate(expression.object);
  const part = sliceOf(expression, object, context);
  if (part !== undefined) return part;
  const index = countedFrom(folded(context.evaluate(expression.index)), origin);
  const counted = itemAt(object, index, origin, context);
  if (counted !== undefined) return counted;
  if (index.kind === 'known' && typeof index.value === 'number' && isText(object)) return operation('char-at', [object, index], origin);
  if (index.kind === 'known' && (typeof index.value === 'string' || typeof index.value === 'number'))
    return context.evaluator.memberOf(object, String(index.value), origin, context.frame);
  if (object.kind === 'record' && index.kind !== 'unknown')
    return choiceOfEntries(object, index, origin, RAISING.has(context.language) ? operation('raise', [], origin) : undefined);
  // `proto[:i]`, `proto[/^\w+/]`: a part of what the request gave is the request's too.
  if (isOfRequest(object)) return { kind: 'request', what: 'other', origin };
  const item = object.kind === 'list' && index.kind === 'unknown' && index.why === LOOP_VARIABLE ? inTurn(object, origin) : undefined;
  return item ?? unknown('the key is not known', origin);
}

/** `flags[len(flags)-1]`: a place that is counted from the length of a list which is known. */
function countedFrom(index: Value, origin: Value['origin']): Value {
  const [length, less] = index.kind === 'operation' && index.operator === '-' ? index.operands : [];
  const [list] = length?.kind === 'operation' && length.operator === 'length' ? length.operands : [];
  return list?.kind === 'list' && !list.open && less?.kind === 'known' && typeof less.value === 'number'
    ? known(list.items.length - less.value, origin)
    : index;
}

/** `flags[-1]` counts from the end, and Python's `(False, True)[on]` takes a truth value for a number. */
function itemAt(list: Value, index: Value, origin: Value['origin'], { language }: Context): Value | undefined {
  if (list.kind !== 'list' || list.open || (language !== 'python' && language !== 'ruby')) return undefined;
  const [back] = index.kind === 'operation' && index.operator === 'minus' ? index.operands : [];
  if (back?.kind === 'known' && typeof back.value === 'number') return list.items.at(-back.value);
  if (index.kind === 'known' && typeof index.value === 'number' && index.value < 0) return list.items.at(index.value);
  const isTruth = index.kind === 'operation' && ['boolean', 'not', '==', '!=', 'in', 'not in'].includes(index.operator);
  return language === 'python' && list.items.length === 2 && (isTruth || (index.kind === 'known' && typeof index.value === 'boolean'))
    ? choice(index, list.items[1]!, list.items[0]!, origin)
    : undefined;
}

/** Operators that give a text. */
const TEXTS = new Set(['lower', 'upper', 'trim', 'text', 'string', 'replace', 'replace-all', 'title', 'capitalize', 'slice']);

/** Whether a value is a text, whichever it is. */
function isText(value: Value, depth = 0): boolean {
  if (value.kind === 'known') return typeof value.value === 'string';
  if (value.kind === 'environment') return value.source === 'environment' && value.cast === undefined;
  if (value.kind === 'choice') return depth < MAX_SIDES && isText(value.consequent, depth + 1) && isText(value.alternate, depth + 1);
  return value.kind === 'operation' && TEXTS.has(value.operator);
}

const MAX_SIDES = 8;

/** Languages in which looking up a key that is not there raises. */
const RAISING = new Set<LanguageId>(['python', 'csharp']);

/** `[:5]`, `[0:5]`, `[..5]`, `[0...5]`, and Ruby's `[0, 5]` with a length; the numbers are written. */
const SLICE = /^\[\s*(-?\d*)(?:(?<=[-\d])\s*)?(:|\.\.\.|\.\.=|\.\.|,)\s*(-?\d*)(?:(?<=[-\d])\s*)?\]$/;

/** A part of a text by its place. */
function sliceOf({ object, end }: Subscript, value: Value, context: Context): Value | undefined {
  const match = SLICE.exec(context.program.text.slice(object.end, end).replace(/^[\s)]+/, ''));
  if (match === null || value.kind === 'record') return undefined;
  const [, from = '', sign = '', to = ''] = match;
  const origin = context.origin({ start: object.start, end });
  if (value.kind === 'list') {
    const isPlain = !value.open && context.language === 'python' && sign === ':';
    return isPlain ? { ...value, items: value.items.slice(Number(from), to === '' ? undefined : Number(to)), origin } : undefined;
  }
  const start = known(Number(from), origin);
  if (to === '') return operation('slice', [value, start], origin);
  // Ruby's two dots and Rust's `..=` hold the last one too.
  const isInclusive = sign === '..=' || (sign === '..' && context.language === 'ruby');
  return operation(sign === ',' ? 'substr' : 'slice', [value, start, known(Number(to) + (isInclusive ? 1 : 0), origin)], origin);
}

function unary({ operator, operand, ...range }: Unary, context: Context): Value {
  const origin = context.origin(range);
  const value = context.evaluate(operand);
  switch (operator) {
    case 'not':
      return value.kind === 'known' && typeof value.value === 'boolean' ? known(!value.value, origin) : operation('not', [value], origin);
    case 'await':
      return context.language === 'javascript' ? awaited(value, context) : value;
    case 'deref':
      return value;
    case 'plus':
      return context.language === 'javascript' || context.language === 'php' ? operation('number', [value], origin) : value;
    case 'void':
      return known(undefined, origin);
    case 'minus':
      return value.kind === 'known' && typeof value.value === 'number' ? known(-value.value, origin) : operation('minus', [value], origin);
    default:
      return operation(operator, [value], origin);
  }
}

function binary(expression: Binary, context: Context): Value {
  const origin = context.origin(expression);
  const left = context.evaluate(expression.left);
  const right = context.evaluate(expression.right);
  const joined = joinedRecords(
    expression.operator,
    left,
    right,
    context.program.text.slice(expression.left.end, expression.right.start),
    context,
  );
  if (joined !== undefined) return joined;
  if (expression.operator === '+')
    return left.kind === 'list' && right.kind === 'list' ? joinedLists(left, right, origin) : operation('text', [left, right], origin);
  if (expression.operator === '%' && context.language === 'python')
    return formatted(left, right.kind === 'list' ? right.items : [right], origin) ?? operation('%', [left, right], origin);
  const tried =
    expression.operator === 'matches' && expression.right.kind === 'opaque'
      ? patternTest(context.program.text.slice(expression.right.start, expression.right.end), left, origin)
      : undefined;
  return (
    tried ??
    unnamed(expression, left, right, context) ??
    membership(expression.operator, left, right, origin, context.evaluator) ??
    operation(expression.operator, [left, right], origin)
  );
}

/** Operators that have no name in the tree: `flags & SECURE`, `1 << 2`, Python's union of sets. */
function unnamed(expression: Binary, left: Value, right: Value, context: Context): Value | undefined {
  if (expression.operator !== 'other') return undefined;
  const written = context.program.text.slice(expression.left.end, expression.right.start).replaceAll(/[()\s]/g, '');
  const operator = Object.hasOwn(OTHER_OPERATORS, written) ? OTHER_OPERATORS[written] : undefined;
  if (operator === undefined) return undefined;
  const origin = context.origin(expression);
  const lists = [left, right].map((side) => asList(side, origin));
  if (operator === 'bit-or' && lists[0] !== undefined && lists[1] !== undefined && context.language !== 'javascript')
    return joinedLists(lists[0], lists[1], origin);
  return operation(operator, [left, right], origin);
}

/** Logical operators are choices, so that options merged with `...(prod && {…})` need no case of their own. */
function logical(expression: Logical, context: Context): Value {
  const origin = context.origin(expression);
  const left = context.evaluate(expression.left);
  const right = context.evaluate(expression.right);
  if (expression.operator === 'and') return choice(left, right, left, origin);
  if (expression.operator === 'or') return choice(left, left, right, origin);
  return choice(operation('defined', [left], origin), left, right, origin);
}
