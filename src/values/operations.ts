/** Operators and well-known pure functions, on outcomes: what `==`, `startsWith`, `toLowerCase` make of known values. */
import {
  isModeVariable,
  isRaised,
  literal,
  mayBeNothing,
  modeEquals,
  modeOfWord,
  RAISES,
  sameOutcome,
  type Outcome,
  type Hole,
  type Segment,
  type Truth,
  type WorldReader,
} from './outcome.js';
import { fieldOf, isAbsent } from './fields.js';
import { eitherText, pieceOf } from './either-text.js';
import { entriesOf } from './sequences.js';
import { isScalar, scalarOf } from './scalar-functions.js';
import { known, unknown, type OperationValue, type RecordValue, type Value } from './value.js';

const UNKNOWN = (value: Value): Outcome => ({ kind: 'unknown', value });

/** The outcome of an operation in the reader's world. Unknown operands make it unknown unless the operator does not need them. */
export function applyOperation(value: OperationValue, reader: WorldReader): Outcome {
  const { operator, operands } = value;
  if (operator === 'raise') return RAISES;
  if (operator === 'attempt') return attempted(operands, reader);
  const outcomes = operands.map((operand) => reader.read(operand));
  const raised = outcomes.find(isRaised);
  if (operator === 'raises') return outcomes[0]?.kind === 'unknown' ? UNKNOWN(value) : literal(raised !== undefined);
  if (raised !== undefined) return raised;
  if (operator === 'text') return concatenate(outcomes, operands, reader);
  const [left, right] = outcomes;
  if (left === undefined) return UNKNOWN(value);
  switch (operator) {
    case 'not':
    case 'boolean': {
      const truth = reader.truthOf(left);
      if (typeof truth === 'boolean') return literal(operator === 'not' ? !truth : truth);
      if (left.kind === 'unknown' && left.presence === true && left.either === undefined) return left;
      return eachSide(left, (side) => truthLiteral(side, operator, reader)) ?? carry(left, value);
    }
    case 'error':
      return reader.world.mayFail === true ? UNKNOWN(value) : left;
    case 'defined':
      return isThere(left, value);
    case 'written':
      // Whether an argument or a field is given at all, be it as nothing.
      return left.kind === 'request' || left.kind === 'unknown' ? literal(true) : literal(left.kind !== 'literal' || left.absent !== true);
    case 'not-undefined':
      if (left.kind === 'literal') return literal(left.value !== undefined);
      return isThere(left, value);
    case 'typeof':
      return left.kind === 'literal'
        ? literal(left.value === undefined ? 'undefined' : typeof left.value)
        : left.kind === 'thing'
          ? literal('object')
          : left.kind === 'symbol' && left.path === 'process'
            ? literal('object')
            : carry(left, value);
    case '==':
    case '!=': {
      if (right === undefined) return UNKNOWN(value);
      const equal = equals(counted(left, right, reader.world.truth), counted(right, left, reader.world.truth));
      if (equal === 'request') return plain(left.kind === 'request' ? left : right);
      if (equal === undefined) {
        const [one, other] = left.kind === 'literal' ? [right, left] : [left, right];
        return other.kind === 'literal' && isNothing(other.value) ? presenceOf(one, value) : carry(one, value);
      }
      return literal(operator === '==' ? equal : !equal);
    }
    case 'in':
    case 'not in': {
      const contained = right === undefined ? undefined : contains(right, left, reader);
      if (contained === undefined) return undecided(left, right, value);
      return literal(operator === 'in' ? contained : !contained);
    }
    case 'includes': {
      const contained = right === undefined ? undefined : contains(left, right, reader);
      return contained === undefined ? undecided(left, right, value) : literal(contained);
    }
    case 'indexOf': {
      const position = right === undefined ? undefined : positionIn(left, right, reader);
      if (position === undefined) return left.kind === 'text' ? indexOf(left, right, value, reader) : undecided(left, right, value);
      // PHP gives false where the text does not occur.
      return literal(position < 0 && reader.world.truth === 'php' ? false : position);
    }
    case 'startsWith':
    case 'endsWith':
      return affix(operator, left, right, value);
    case 'take':
      return slice('slice', [left, literal(0), right ?? literal(undefined)], value);
    case 'slice':
    case 'substr':
      return slice(operator, outcomes, value);
    case 'second':
      return right ?? UNKNOWN(value);
    case 'lower':
    case 'upper':
    case 'trim':
    case 'encode':
      return mapString(left, value, operator);
    case 'string':
      return left.kind === 'literal' && left.mode !== true
        ? literal(textOf(left.value, reader.world.truth))
        : mapString(left, value, operator);
    case 'length':
      return lengthOf(left, value, reader);
    case 'number': {
      if (left.kind !== 'literal') return carry(left, value);
      // `Number(null)` is 0, `Number(undefined)` is no number.
      return literal(Number(left.value));
    }
    case 'parse-boolean': {
      if (left.kind !== 'literal') return carry(left, value);
      return literal(
        typeof left.value === 'string'
          ? ['true', '1', 't', 'yes', 'on', 'y'].includes(left.value.trim().toLowerCase())
          : Boolean(left.value),
      );
    }
    case 'parse-error':
      return left.kind === 'literal'
        ? literal(/^(?:1|t|true|0|f|false)$/i.test(String(left.value ?? '')) ? null : 'invalid')
        : carry(left, value);
    case 'is-boolean-word':
      return left.kind === 'literal' ? literal(/^\s*(?:true|false)\s*$/i.test(String(left.value))) : carry(left, value);
    case 'true-word':
      // Java's Boolean.parseBoolean: true is the word "true" alone.
      return left.kind === 'literal' ? literal(String(left.value).toLowerCase() === 'true') : carry(left, value);
    case 'instanceof':
      return ofType(left, right, reader.world.truth) ?? plain(outcomes.find((outcome) => outcome.kind === 'request') ?? UNKNOWN(value));
    case 'instanceof':
      return isInstance(left, right) ?? carry(left, value);
    case 'is-a': {
      const own = isInstance(left, right);
      if (own !== undefined) return own;
      const type = right?.kind === 'symbol' ? right.path : undefined;
      const expected = type === undefined ? undefined : { bool: 'boolean', str: 'string', int: 'number', float: 'number' }[type];
      if (left.kind !== 'literal' || expected === undefined) return carry(left, value);
      return literal(typeof left.value === expected);
    }
    case 'parse-literal': {
      if (left.kind !== 'literal') return carry(left, value);
      return literal(
        left.value === 'True' ? true : left.value === 'False' ? false : left.value === 'None' ? null : parseScalar(left.value),
      );
    }
    case 'parse-text':
      // Rust's `parse` gives what the type beside it wants: a header's value is the text itself.
      return left.kind === 'literal' ? literal(parseScalar(left.value)) : left.kind === 'text' ? left : carry(left, value);
    case 'parse-json': {
      if (left.kind !== 'literal') return carry(left, value);
      return literal(parseScalar(left.value));
    }
    case 'blank':
    case 'present': {
      if (left.kind !== 'literal') return left.kind === 'thing' ? literal(operator === 'present') : carry(left, value);
      return literal(isBlank(left.value) === (operator === 'blank'));
    }
    case 'is-zero':
      // Go's zero values: an empty struct literal.
      if (left.kind === 'thing' && left.value.kind === 'record') return literal(left.value.parts.length === 0);
      return left.kind === 'thing' && left.value.kind === 'object' ? literal(false) : carry(left, value);
    case 'or-else':
      if (left.kind === 'request' || left.kind === 'unknown' || right === undefined) return plain(left);
      return left.kind === 'literal' && isNothing(left.value) ? right : left;
    case 'presence':
      return left.kind === 'literal' && isBlank(left.value) ? literal(undefined) : left;
    case 'undefined': {
      return negated(isThere(left, value));
    }
    case 'not-false-word':
      return left.kind === 'literal' ? literal(isNotFalseWord(left.value)) : carry(left, value);
    case 'date-text':
      return dateText(left) ?? carry(left, value);
    case 'scheme':
      return schemeOf(left, value);
    case 'minus':
      return left.kind === 'literal' && typeof left.value === 'number' ? literal(-left.value) : carry(left, value);
    case '*':
    case '-':
    case '/':
    case '%':
      return arithmetic(operator, left, right, value, reader.world.truth);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right, value, reader.world.truth);
    case 'turn':
      // Each item of a loop has its turn: what one of them gives is so for some.
      return { kind: 'unknown', value, presence: true };
    case 'is-collection':
      return left.kind === 'thing'
        ? literal(left.value.kind === 'list' || left.value.kind === 'record')
        : left.kind === 'literal'
          ? literal(false)
          : carry(left, value);
    case 'is-list':
      return left.kind === 'thing' ? literal(left.value.kind === 'list') : left.kind === 'literal' ? literal(false) : carry(left, value);
    case 'nothing-yet':
      return literal('');
    case 'join':
      return join(operands, left, right, value, reader);
    default:
      return ofScalars(value, outcomes, reader) ?? plain(outcomes.find((outcome) => outcome.kind === 'request') ?? UNKNOWN(value));
  }
}

/** Types of truth values and texts in Go and Java; of numbers there are many. */
const TYPES: Readonly<Record<string, string>> = { bool: 'boolean', Boolean: 'boolean', string: 'string', String: 'string' };

/** `case bool:` of Go's type switch, `value instanceof Boolean` of Java. */
function ofType(asked: Outcome, type: Outcome | undefined, truth: Truth): Outcome | undefined {
  const name = type?.kind === 'symbol' ? TYPES[type.path.slice(type.path.lastIndexOf('.') + 1)] : undefined;
  if (asked.kind !== 'literal' || name === undefined || truth !== 'strict') return undefined;
  return literal(typeof asked.value === name);
}

/** A function of texts and numbers that are all known; a mode may be spelled in more than one way. */
function ofScalars(value: OperationValue, outcomes: readonly Outcome[], { world }: WorldReader): Outcome | undefined {
  if (!isScalar(value.operator)) return undefined;
  const given = outcomes.map((outcome) => (outcome.kind === 'literal' && outcome.mode !== true ? outcome : undefined));
  if (given.includes(undefined))
    return carry(
      outcomes.find((_, i) => given[i] === undefined)!,
      value,
    );
  const made = scalarOf(
    value.operator,
    given.map((outcome) => outcome?.value),
    world.truth,
  );
  if (made === undefined) return UNKNOWN(value);
  if (typeof made !== 'object' || made === null) return literal(made);
  const { origin } = value;
  return { kind: 'thing', value: { kind: 'list', items: made.map((one) => known(one, origin)), open: false, origin } };
}

/** Whether an object is an instance of a class of the repository, where neither has to do with others. */
function isInstance(asked: Outcome, type: Outcome | undefined): Outcome | undefined {
  if (asked.kind !== 'thing' || asked.value.kind !== 'object' || type?.kind !== 'thing' || type.value.kind !== 'class') return undefined;
  const own = asked.value.instanceOf?.node;
  if (own === undefined) return undefined;
  if (own === type.value.node) return literal(true);
  return own.bases.length === 0 ? literal(false) : undefined;
}

/** JavaScript's `new Date(0).toUTCString()`. */
function dateText(date: Outcome): Outcome | undefined {
  if (date.kind !== 'thing' || date.value.kind !== 'object' || date.value.path !== 'Date') return undefined;
  const [milliseconds, ...rest] = date.value.call.args;
  if (rest.length > 0 || milliseconds?.value.kind !== 'literal' || typeof milliseconds.value.value !== 'number') return undefined;
  return literal(new Date(milliseconds.value.value).toUTCString());
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (typeof value === 'string' && value.trim() === '');

/** https://api.rubyonrails.org/classes/ActiveModel/Type/Boolean.html: nothing stays nothing, the words for false are false, all else is true. */
function isNotFalseWord(value: string | number | boolean | null | undefined): boolean | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return !['false', '0', 'f', 'off'].includes(String(value).toLowerCase());
}

const carry = (outcome: Outcome, value: Value): Outcome =>
  outcome.kind === 'request' || outcome.kind === 'unknown' ? plain(outcome) : UNKNOWN(value);

/** Whether something is there at all. */
function isThere(outcome: Outcome, value: Value): Outcome {
  if (outcome.kind === 'literal') return literal(!isNothing(outcome.value));
  if (outcome.kind === 'request' || outcome.kind === 'unknown' || (outcome.kind === 'thing' && mayBeNothing(outcome.value)))
    return presenceOf(outcome, value);
  // A name that nothing defines may be of something that is not there; constants are.
  return outcome.kind === 'symbol' && !/(?:^|[.:\\])[A-Z][\w$]*$/.test(outcome.path) ? UNKNOWN(value) : literal(true);
}

const negated = (outcome: Outcome): Outcome => (outcome.kind === 'literal' ? literal(outcome.value !== true) : outcome);

/** What is asked for may be there and may not; of a parameter, or of what could not be followed, nobody knows more. */
function presenceOf(outcome: Outcome, value: Value): Outcome {
  const asked = outcome.kind === 'unknown' || outcome.kind === 'thing' ? outcome.value : undefined;
  return asked !== undefined && isOfCall(asked) ? { kind: 'unknown', value: asked, presence: true } : carry(outcome, value);
}

/** What a function outside the repository gives, or a part of that. */
function isOfCall(value: Value): boolean {
  if (value.kind === 'object') return value.instanceOf === undefined;
  return (
    value.kind === 'operation' &&
    (value.operator === 'field' || value.operator.startsWith('method ')) &&
    value.operands[0] !== undefined &&
    isOfCall(value.operands[0])
  );
}

/** By the one of two operands that cannot be told. */
const undecided = (left: Outcome, right: Outcome | undefined, value: Value): Outcome =>
  carry([left, right].find((one) => one?.kind === 'request' || one?.kind === 'unknown') ?? left, value);

/** Without the sides that it can be: they are not those of what is made of it. */
function plain(outcome: Outcome): Outcome {
  if (outcome.kind === 'request') return { kind: 'request', by: outcome.by };
  return outcome.kind === 'unknown' ? { kind: 'unknown', value: outcome.value } : outcome;
}

/** What becomes of each side of an outcome that is one of two. */
function eachSide(outcome: Outcome, next: (side: Outcome) => Outcome | undefined): Outcome | undefined {
  if ((outcome.kind !== 'request' && outcome.kind !== 'unknown') || outcome.either === undefined) return undefined;
  const [left, right] = [next(outcome.either[0]), next(outcome.either[1])];
  return left === undefined || right === undefined ? undefined : { ...outcome, either: [left, right] };
}

function truthLiteral(outcome: Outcome, operator: 'not' | 'boolean', reader: WorldReader): Outcome | undefined {
  const truth = reader.truthOf(outcome);
  return typeof truth === 'boolean'
    ? literal(operator === 'not' ? !truth : truth)
    : eachSide(outcome, (side) => truthLiteral(side, operator, reader));
}

/** Python's `True == 1`. */
const counted = (outcome: Outcome, other: Outcome, truth: Truth): Outcome =>
  truth === 'python' &&
  outcome.kind === 'literal' &&
  typeof outcome.value === 'boolean' &&
  other.kind === 'literal' &&
  typeof other.value === 'number'
    ? literal(Number(outcome.value))
    : outcome;

function equals(left: Outcome, right: Outcome): boolean | 'request' | undefined {
  if (left.kind === 'request' || right.kind === 'request') return 'request';
  if (left.kind === 'literal' && right.kind === 'literal') {
    if (left.mode === true && typeof right.value === 'string') return modeMatches(left.value, right.value);
    if (right.mode === true && typeof left.value === 'string') return modeMatches(right.value, left.value);
    // `undefined == null` in the loose sense: which of the two "nothing" is written differs by language.
    if (isNothing(left.value) && isNothing(right.value)) return true;
    // A number in an environment or a request is text.
    if (
      typeof left.value === 'number' ? typeof right.value === 'string' : typeof left.value === 'string' && typeof right.value === 'number'
    )
      return String(left.value) === String(right.value);
    return left.value === right.value;
  }
  // `environment.mode == Mode.Prod`
  if (left.kind === 'literal' && left.mode === true && right.kind === 'symbol')
    return modeMatches(left.value, right.path.slice(right.path.lastIndexOf('.') + 1));
  if (left.kind === 'symbol' && right.kind === 'symbol') return left.path === right.path ? true : undefined;
  if (left.kind === 'text' && right.kind === 'literal') return textDiffers(left, right.value) ? false : undefined;
  if (right.kind === 'text' && left.kind === 'literal') return textDiffers(right, left.value) ? false : undefined;
  if (left.kind === 'thing' && right.kind === 'literal' && isNothing(right.value)) return mayBeNothing(left.value) ? undefined : false;
  if (right.kind === 'thing' && left.kind === 'literal' && isNothing(left.value)) return mayBeNothing(right.value) ? undefined : false;
  return undefined;
}

/** What is tried, or what its handler gives where that raises. */
function attempted([tried, handler]: readonly Value[], reader: WorldReader): Outcome {
  const outcome = tried === undefined ? RAISES : reader.read(tried);
  return isRaised(outcome) && handler !== undefined ? reader.read(handler) : outcome;
}

/** A value as a text: `str(True)` of Python is "True", PHP's text of false is empty. */
function textOf(value: string | number | boolean | null | undefined, truth: Truth): string {
  if (truth === 'python' && isNothing(value)) return 'None';
  if (truth === 'python' && typeof value === 'boolean') return value ? 'True' : 'False';
  if (truth === 'php' && typeof value === 'boolean') return value ? '1' : '';
  return isNothing(value) && truth !== 'javascript' ? '' : String(value);
}

/** How many items of a list are there; undefined where that of one is not known. */
function countThere(items: readonly Value[], reader: WorldReader): number | undefined {
  let count = 0;
  for (const item of items) {
    const outcome = reader.read(item);
    if (outcome.kind === 'literal' && outcome.absent === true) continue;
    if ((outcome.kind === 'unknown' || outcome.kind === 'request') && mayBeAbsent(item)) return undefined;
    count++;
  }
  return count;
}

/** An item that a condition puts into its list. */
const mayBeAbsent = (item: Value): boolean =>
  item.kind === 'choice' ? mayBeAbsent(item.consequent) || mayBeAbsent(item.alternate) : isAbsent(item);

/** How long a text or a list is; what is not there has no length, which nobody asks about where it would fail. */
function lengthOf(outcome: Outcome, value: Value, reader: WorldReader): Outcome {
  if (outcome.kind === 'literal') return literal(isNothing(outcome.value) ? 0 : String(outcome.value).length);
  if (outcome.kind !== 'thing') return carry(outcome, value);
  const { value: thing } = outcome;
  const items =
    thing.kind === 'list' && !thing.open
      ? thing.items
      : thing.kind === 'record'
        ? entriesOf(thing)?.map((entry) => entry.value)
        : undefined;
  const count = items === undefined ? undefined : countThere(items, reader);
  return count === undefined ? UNKNOWN(value) : literal(count);
}

function modeMatches(mode: Outcome extends never ? never : unknown, word: string): boolean {
  if (typeof mode !== 'string') return false;
  const named = modeOfWord(mode);
  return named !== undefined && modeEquals(named, word);
}

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const textDiffers = (text: Outcome & { kind: 'text' }, value: unknown): boolean => {
  const first = text.segments[0];
  return typeof value !== 'string' || (typeof first === 'string' && !value.startsWith(first));
};

function contains(container: Outcome, item: Outcome, reader: WorldReader): boolean | undefined {
  if (container.kind === 'literal') {
    if (typeof container.value === 'string' && item.kind === 'literal' && typeof item.value === 'string')
      return container.value.includes(item.value);
    return isNothing(container.value) ? false : undefined;
  }
  if (container.kind === 'text' && item.kind === 'literal' && typeof item.value === 'string') {
    const wanted = item.value;
    return container.segments.some((segment) => typeof segment === 'string' && segment.includes(wanted)) ? true : undefined;
  }
  if (container.kind !== 'thing') return undefined;
  if (container.value.kind === 'list') {
    let certain = !container.value.open;
    for (const element of container.value.items) {
      const same = equals(reader.read(element), item);
      if (same === true) return true;
      if (same !== false) certain = false;
    }
    return certain ? false : undefined;
  }
  if (container.value.kind === 'record' && item.kind === 'literal') {
    const wanted = String(item.value);
    const held = reader.read(fieldOf(container.value, wanted));
    if (held.kind === 'literal') return held.absent !== true;
    return (held.kind !== 'unknown' && held.kind !== 'request') || isWritten(container.value, wanted) ? true : undefined;
  }
  return undefined;
}

/** Whether a record has an entry of its own for a key, whatever it holds. */
const isWritten = ({ parts }: RecordValue, key: string): boolean => parts.some((part) => part.kind === 'field' && part.key === key);

/** The index of an item or of a part of a text; -1 where it certainly is not. */
function positionIn(container: Outcome, item: Outcome, reader: WorldReader): number | undefined {
  if (container.kind === 'literal')
    return typeof container.value === 'string' && item.kind === 'literal' && typeof item.value === 'string'
      ? container.value.indexOf(item.value)
      : undefined;
  if (container.kind === 'text') {
    const [first] = container.segments;
    return typeof first === 'string' && item.kind === 'literal' && typeof item.value === 'string' && first.includes(item.value)
      ? first.indexOf(item.value)
      : undefined;
  }
  if (container.kind !== 'thing' || container.value.kind !== 'list') return undefined;
  for (const [i, element] of container.value.items.entries()) {
    const same = equals(reader.read(element), item);
    if (same === true) return i;
    if (same !== false) return undefined;
  }
  return container.value.open ? undefined : -1;
}

function affix(operator: 'startsWith' | 'endsWith', left: Outcome, right: Outcome | undefined, value: Value): Outcome {
  // Python's `startswith(("on", "yes"))`.
  const words = right?.kind === 'thing' && right.value.kind === 'list' && !right.value.open ? right.value.items : undefined;
  if (words !== undefined) {
    const each = words.map((word) => (word.kind === 'known' ? affix(operator, left, literal(word.value), value) : UNKNOWN(value)));
    const all = each.map((one) => (one.kind === 'literal' ? one.value : undefined));
    return all.includes(true) ? literal(true) : all.includes(undefined) ? carry(left, value) : literal(false);
  }
  if (right?.kind !== 'literal' || typeof right.value !== 'string') return carry(right ?? left, value);
  if (left.kind === 'literal')
    return literal(
      typeof left.value === 'string' && (operator === 'startsWith' ? left.value.startsWith(right.value) : left.value.endsWith(right.value)),
    );
  if (left.kind === 'text') {
    const edge = operator === 'startsWith' ? left.segments[0] : left.segments.at(-1);
    if (typeof edge === 'string') {
      const has = operator === 'startsWith' ? edge.startsWith(right.value) : edge.endsWith(right.value);
      if (has) return literal(true);
      // What follows (or comes before) is not known, but these characters already differ.
      const mayStill = operator === 'startsWith' ? right.value.startsWith(edge) : right.value.endsWith(edge);
      if (!mayStill) return literal(false);
    }
  }
  return carry(left, value);
}

/** Where a text begins inside another: PHP gives false where it does not occur, JavaScript -1. */
function indexOf(left: Outcome, right: Outcome | undefined, value: Value, reader: WorldReader): Outcome {
  if (right?.kind !== 'literal' || typeof right.value !== 'string') return carry(right ?? left, value);
  const text = left.kind === 'literal' ? left.value : left.kind === 'text' ? left.segments[0] : undefined;
  if (typeof text === 'string') {
    const at = text.indexOf(right.value);
    if (at >= 0) return literal(at);
  }
  if (left.kind !== 'literal') return carry(left, value);
  return literal(reader.world.truth === 'php' ? false : -1);
}

/** A part of a text whose beginning is known: to a place (`slice`), or of a length (`substr`). */
function slice(operator: string, [text, from, to]: readonly Outcome[], value: Value): Outcome {
  if (text?.kind === 'literal' && isNothing(text.value)) return literal('');
  const known = text?.kind === 'literal' ? text.value : text?.kind === 'text' ? text.segments[0] : undefined;
  const [start, end] = [numberOf(from), numberOf(to)];
  if (typeof known !== 'string' || start === undefined || (to !== undefined && end === undefined))
    return carry(text ?? UNKNOWN(value), value);
  const until = end === undefined ? undefined : operator === 'substr' ? start + end : end;
  if (text?.kind === 'literal') return literal(known.slice(start, until));
  return start >= 0 && until !== undefined && until >= start && known.length >= until ? literal(known.slice(start, until)) : UNKNOWN(value);
}

const numberOf = (outcome: Outcome | undefined): number | undefined =>
  outcome?.kind === 'literal' && typeof outcome.value === 'number' ? outcome.value : undefined;

/** What is encoded for a cookie's value cannot end it. */
const encodeSeparators = (text: string): string => text.replace(/[;,\s]/g, encodeURIComponent);

const CHANGES: Readonly<Partial<Record<string, (text: string) => string>>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  encode: encodeSeparators,
};

function mapString(outcome: Outcome, value: Value, operator: string): Outcome {
  const change = CHANGES[operator] ?? ((text: string): string => text);
  if (outcome.kind === 'literal') {
    if (outcome.mode === true) return outcome;
    if (operator === 'string') return literal(outcome.value === undefined || outcome.value === null ? '' : String(outcome.value));
    // Languages differ in what a missing string does here; nothing stays nothing, as with `?.`.
    return typeof outcome.value === 'string'
      ? literal(change(outcome.value))
      : operator === 'lower' || operator === 'upper'
        ? literal(typeof outcome.value === 'boolean' ? String(outcome.value) : outcome.value)
        : outcome;
  }
  if (outcome.kind === 'text' && operator !== 'trim')
    return { kind: 'text', segments: outcome.segments.map((segment) => (typeof segment === 'string' ? change(segment) : segment)) };
  return outcome.kind === 'text' ? outcome : carry(outcome, value);
}

/** `new URL(x).protocol`, `urlparse(x).scheme`: the scheme without a colon. */
function schemeOf(outcome: Outcome, value: Value): Outcome {
  const text = outcome.kind === 'literal' ? outcome.value : outcome.kind === 'text' ? outcome.segments[0] : undefined;
  if (typeof text === 'string') {
    const match = /^([a-z][a-z0-9+.-]*):/i.exec(text);
    if (match !== null) return literal(match[1]!.toLowerCase());
    if (outcome.kind === 'literal') return literal('');
  }
  if (outcome.kind === 'literal') return literal(undefined);
  return carry(outcome, value);
}

function arithmetic(operator: string, one: Outcome, other: Outcome | undefined, value: Value, truth: Truth): Outcome {
  const [left, right] = [countOf(one, truth), countOf(other, truth)];
  if (left === undefined || right === undefined) return undecided(one, other, value);
  return literal(operator === '*' ? left * right : operator === '-' ? left - right : operator === '/' ? left / right : left % right);
}

/** A number; a truth value too, where the language counts with them, and its text in JavaScript and PHP. */
function countOf(outcome: Outcome | undefined, truth: Truth): number | undefined {
  if (outcome?.kind !== 'literal' || outcome.mode === true) return undefined;
  const { value } = outcome;
  if (typeof value === 'number') return value;
  const isLoose = truth === 'javascript' || truth === 'php';
  if (typeof value === 'boolean') return isLoose || truth === 'python' ? Number(value) : undefined;
  return isLoose && typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

function compare(operator: string, one: Outcome, other: Outcome | undefined, value: Value, truth: Truth): Outcome {
  const [left, right] = [countOf(one, truth), countOf(other, truth)];
  if (left === undefined || right === undefined) return undecided(one, other, value);
  return literal(operator === '<' ? left < right : operator === '<=' ? left <= right : operator === '>' ? left > right : left >= right);
}

/** String concatenation and templates; unknown pieces become holes. */
function concatenate(outcomes: readonly Outcome[], operands: readonly Value[], reader: WorldReader): Outcome {
  const isCount = (outcome: Outcome): boolean =>
    outcome.kind === 'literal' &&
    (typeof outcome.value === 'number' || (typeof outcome.value === 'boolean' && reader.world.truth !== 'strict'));
  const isNumber = outcomes.some((outcome) => outcome.kind === 'literal' && typeof outcome.value === 'number');
  if (outcomes.length === 2 && isNumber && outcomes.every(isCount)) {
    return literal(outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'literal' ? Number(outcome.value) : 0), 0));
  }
  return joinSegments(outcomes, operands, reader);
}

/** The length and the pieces that a text is followed to: one that is doubled line by line has no end. */
const MAX_TEXT = 100_000;
const MAX_SEGMENTS = 2_000;

/** The longest name of an attribute that is looked for before a piece, with its `;` and `=`. */
const LONGEST_NAME = 24;

/** A piece that is the value of an attribute. */
const asOfAttribute = (segment: Segment): Segment => {
  if (typeof segment === 'string') return segment;
  const either = segment.either?.map((side) => side.map(asOfAttribute)) as Hole['either'];
  return { ...segment, ...(either === undefined ? {} : { either }), isOfAttribute: true };
};

/** What is not known, or which pieces a request decides, stays a hole: the rest of the string counts. */
function joinSegments(outcomes: readonly Outcome[], operands: readonly Value[], reader: WorldReader): Outcome {
  const segments: Segment[] = [];
  let length = 0;
  const push = (segment: Segment): void => {
    const last = segments.at(-1);
    if (typeof segment === 'string') length += segment.length;
    if (typeof segment === 'string' && typeof last === 'string') segments[segments.length - 1] = last + segment;
    else segments.push(segment);
  };
  for (const [i, outcome] of outcomes.entries()) {
    const pieces = pieceOf(operands[i]!, outcome, reader);
    const last = segments.at(-1);
    const isOfAttribute = typeof last === 'string' && /;\s*[\w-]+=$/.test(last.slice(-LONGEST_NAME));
    (isOfAttribute ? pieces.map(asOfAttribute) : pieces).forEach(push);
    if (length > MAX_TEXT || segments.length > MAX_SEGMENTS) return UNKNOWN(unknown('the text is too long to follow', operands[i]!.origin));
  }
  if (segments.every((segment) => typeof segment === 'string')) return literal(segments.join(''));
  return { kind: 'text', segments };
}

/** How many lists by undecided tests a joined text may be one of. */
const MAX_LISTS = 32;

function join(
  operands: readonly Value[],
  left: Outcome,
  right: Outcome | undefined,
  value: Value,
  reader: WorldReader,
  budget = { lists: MAX_LISTS },
): Outcome {
  const [list] = operands;
  if (list?.kind === 'choice' && (left.kind === 'unknown' || left.kind === 'request') && --budget.lists > 0) {
    const [one, other] = [list.consequent, list.alternate].map((side) => join([side], reader.read(side), right, value, reader, budget));
    return (
      (one === undefined || other === undefined ? undefined : eitherText(one, other, value, left.kind === 'request')) ?? carry(left, value)
    );
  }
  if (left.kind !== 'thing' || left.value.kind !== 'list') return carry(left, value);
  const separator = right === undefined ? ',' : right.kind === 'literal' ? String(right.value ?? '') : undefined;
  if (separator === undefined) return UNKNOWN(value);
  const outcomes: Outcome[] = [];
  const values: Value[] = [];
  for (const item of left.value.items) {
    const outcome = reader.read(item);
    // `guarded` items are absent in worlds where their guard is off.
    if (outcome.kind === 'literal' && outcome.absent === true) continue;
    if (outcomes.length > 0) {
      outcomes.push(literal(separator));
      values.push(item);
    }
    // A list is joined without a word for nothing.
    outcomes.push(outcome.kind === 'literal' && (outcome.value === undefined || outcome.value === null) ? literal('') : outcome);
    values.push(item);
  }
  if (left.value.open) {
    outcomes.push(UNKNOWN(value));
    values.push(value);
  }
  return joinSegments(outcomes, values, reader);
}

function parseScalar(value: unknown): string | number | boolean | null | undefined {
  if (typeof value !== 'string') return typeof value === 'boolean' || typeof value === 'number' ? value : undefined;
  switch (value.trim()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default: {
      const number = Number(value);
      return value.trim() !== '' && !Number.isNaN(number) ? number : value;
    }
  }
}

export { isModeVariable, sameOutcome };
