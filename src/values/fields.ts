/** Reading and overwriting fields of record values, through spreads, choices and unknown parts. */
import { counts } from './counts.js';
import {
  absent,
  alongWay,
  atEntry,
  choice,
  operation,
  originOf,
  unknown,
  type ChoiceValue,
  type EnvironmentValue,
  type ObjectValue,
  type OperationValue,
  type Origin,
  type RecordPart,
  type RecordValue,
  type Value,
} from './value.js';

/** How keys compare: settings of some frameworks ignore case and dashes. */
export type KeyComparison = (written: string, wanted: string) => boolean;
export const exactKey: KeyComparison = (written, wanted) => written === wanted;

/**
 * The value of `key` in `value`. An `absent` value when the record certainly has no such key;
 * unknown where a spread or the whole value could not be followed.
 */
export function fieldOf(value: Value, key: string, same: KeyComparison = exactKey): Value {
  const search = new Search(key, same);
  return search.completed(search.in(value, 0), () => absent(value.origin));
}

/** The value at a path of keys. */
export function fieldAt(value: Value, path: readonly string[], same: KeyComparison = exactKey): Value {
  let at = value;
  for (const key of path) at = fieldOf(at, key, same);
  return at;
}

/** How deep records, spreads and choices may be nested. */
const MAX_NESTED = 400;

/** Stands for a key that is not there, where it is found that a value may not have it. */
const NOT_HERE: Value = {
  kind: 'known',
  value: undefined,
  absent: true,
  origin: { program: { path: '', language: 'json', text: '', body: [], comments: [], problems: [] }, range: { start: 0, end: 0 } },
};

/** Also where it was given the place of an entry since. */
const isNotHere = (value: Value): boolean => value.origin === NOT_HERE.origin;

/** The search for one key: every part of a value is looked through once, however often it is shared. */
class Search {
  readonly #key: string;
  readonly #same: KeyComparison;
  readonly #found = new Map<Value, Value>();
  /** Whether choices end in {@link NOT_HERE} somewhere. */
  readonly #open = new Map<Value, boolean>();

  constructor(key: string, same: KeyComparison) {
    this.#key = key;
    this.#same = same;
  }

  /** What a value has under the key; {@link NOT_HERE} where, or on the branches on which, it has nothing. */
  in(value: Value, depth: number): Value {
    counts.fields++;
    const before = this.#found.get(value);
    if (before !== undefined) return before;
    const found = depth > MAX_NESTED ? unknown('the options are nested too deeply', value.origin) : this.#in(value, depth);
    this.#found.set(value, found);
    return found;
  }

  /** What was found, with something else where the key is not. */
  completed(found: Value, otherwise: () => Value): Value {
    if (!this.#isOpen(found)) return found;
    let rest: Value | undefined;
    const done = new Map<Value, Value>();
    const complete = (at: Value): Value => {
      if (isNotHere(at)) return (rest ??= otherwise());
      if (at.kind !== 'choice' || !this.#isOpen(at)) return at;
      let whole = done.get(at);
      if (whole === undefined) done.set(at, (whole = this.#choice(at, complete(at.consequent), complete(at.alternate))));
      return whole;
    };
    return complete(found);
  }

  /** The choice between what its branches have. */
  #choice(by: ChoiceValue, consequent: Value, alternate: Value): Value {
    if (isAbsent(consequent) && isAbsent(alternate) && isNotHere(consequent) === isNotHere(alternate)) return consequent;
    return inherit(choice(by.test, consequent, alternate, by.origin), by);
  }

  #isOpen(value: Value): boolean {
    if (value.kind !== 'choice') return isNotHere(value);
    let open = this.#open.get(value);
    if (open === undefined) this.#open.set(value, (open = this.#isOpen(value.consequent) || this.#isOpen(value.alternate)));
    return open;
  }

  #in(value: Value, depth: number): Value {
    switch (value.kind) {
      case 'record':
        return this.#inParts(value, depth);
      case 'choice':
        // `...(x && { … })`: what is false has no fields.
        return this.#choice(
          value,
          this.in(value.consequent, depth + 1),
          value.alternate === value.test ? NOT_HERE : this.in(value.alternate, depth + 1),
        );
      case 'list': {
        const index = Number(this.#key);
        // What a condition leaves out moves the others up.
        if (Number.isInteger(index) && index >= 0 && value.items.length > 1 && value.items.slice(0, index + 1).some(mayBeLeftOut))
          return unknown('which items are there is not known', value.origin);
        return (
          (Number.isInteger(index) ? value.items[index] : undefined) ??
          (Number.isInteger(index) && value.open ? unknown('the list is not known in full', value.origin) : NOT_HERE)
        );
      }
      case 'known':
      case 'function':
        return NOT_HERE;
      case 'object': {
        const found = this.in(value.fields, depth + 1);
        // A library object made from arguments may have any property; one made from nothing has the library's defaults.
        return (value.call.args.length === 0 || value.isCopy === true) && isConstruction(value)
          ? found
          : this.completed(found, () => this.#unread(value));
      }
      case 'operation':
        return isScalar(value) ? NOT_HERE : this.#unread(value);
      case 'environment':
        return value.source === 'configuration' && value.of === undefined ? this.#configured(value) : this.#unread(value);
      default:
        return this.#unread(value);
    }
  }

  /** A key of the operator's configuration may be there or not; files have booleans. */
  #configured({ variable, source, origin }: EnvironmentValue): Value {
    const held: EnvironmentValue = { kind: 'environment', variable: `${variable}.${this.#key}`, source, cast: 'words', origin };
    return choice(operation('defined', [held], origin), held, NOT_HERE, origin);
  }

  #unread(value: Value): Value {
    return operation('field', [value, { kind: 'known', value: this.#key, origin: value.origin }], value.origin);
  }

  /** The last part that has the key counts; one that may not have it leaves it to those before it. */
  #inParts(record: RecordValue, depth: number): Value {
    const open: Value[] = [];
    let last: Value = NOT_HERE;
    for (let i = record.parts.length - 1; i >= 0; i--) {
      const found = this.#inPart(record.parts[i]!, record, depth);
      if (isNotHere(found)) continue;
      if (this.#isOpen(found)) {
        open.push(found);
        continue;
      }
      last = found;
      break;
    }
    return open.reduceRight((rest, found) => this.#resumed(found, rest), last);
  }

  #inPart(part: RecordPart, record: RecordValue, depth: number): Value {
    const { kind } = part;
    if (kind === 'field') return this.#same(part.key, this.#key) ? inherit(entered(part, record), record) : NOT_HERE;
    return part.without?.some((one) => this.#same(one, this.#key)) === true ? NOT_HERE : this.in(part.value, depth + 1);
  }

  /** What was found in a part, with what the parts before it have where it has nothing. */
  #resumed(found: Value, rest: Value): Value {
    return this.completed(found, () => rest);
  }
}

/** An item that is there under a condition only. */
const mayBeLeftOut = (item: Value): boolean => item.kind === 'choice' && (isAbsent(item.consequent) || isAbsent(item.alternate));

/** Languages whose functions begin with a capital letter as well as their types. */
const CAPITAL_FUNCTIONS = new Set(['csharp', 'go']);

/** Whether a call makes a new object by its looks. What another function of a library gives may hold anything. */
export function isConstruction({ call, path, program }: ObjectValue): boolean {
  if (call.isNew || call.initializer !== undefined) return true;
  if (path.startsWith('unknown.')) return false;
  const name = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1);
  return /^(?:new|builder|build|create|default)/i.test(name) || (/^[A-Z]/.test(name) && !CAPITAL_FUNCTIONS.has(program.language));
}

/** Operators whose result is a number or a truth value. */
const SCALAR_OPERATORS = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '-',
  '*',
  '/',
  '%',
  'minus',
  'not',
  'in',
  'not in',
  'boolean',
  'defined',
  'startsWith',
  'endsWith',
  'includes',
  'number',
]);

/** Whether an operation surely gives no record: `time() + 60`. A `+` of unknown things may join two records (PHP). */
const isScalar = (value: OperationValue): boolean =>
  SCALAR_OPERATORS.has(value.operator) ||
  (value.operator === 'text' &&
    value.operands.some((operand) => operand.kind === 'known' && (typeof operand.value === 'string' || typeof operand.value === 'number')));

/** The field's value, with the place of the entry. */
function entered(part: RecordPart & { kind: 'field' }, { origin }: RecordValue): Value {
  return atEntry(part.value, part.property === undefined ? part.added : originOf(origin.program, part.property));
}

/** A field keeps the way by which its record was reached. */
function inherit(value: Value, record: Value): Value {
  if (record.via === undefined || record.via.length === 0) return value;
  return alongWay(value, record.via);
}

export const isAbsent = (value: Value): boolean => value.kind === 'known' && value.absent === true;

/** `value` with `path` set to what `next` makes of the old value there. */
export function withField(value: Value, path: readonly string[], origin: Origin, next: (old: Value) => Value): Value {
  const [key, ...rest] = path;
  if (key === undefined) return next(value);
  const old = fieldOf(value, key);
  const inner = rest.length === 0 ? next(old) : withField(isAbsent(old) ? emptyRecord(origin) : old, rest, origin, next);
  const part: RecordPart = { kind: 'field', key, value: inner, added: origin };
  if (value.kind === 'object') return { ...value, fields: { ...value.fields, parts: [...value.fields.parts, part] } };
  if (value.kind === 'record') return { ...value, parts: [...value.parts, part] };
  return {
    kind: 'record',
    parts: [{ kind: 'spread', value }, part],
    origin: value.origin,
    ...(value.via === undefined ? {} : { via: value.via }),
  };
}

export const emptyRecord = (origin: Origin): RecordValue => ({ kind: 'record', parts: [], origin });
