/** Functions of texts and numbers that give the same for the same: what they make of values that are known. */
import type { Primitive } from './value.js';

/** The operands, and the language's rules of truth: `undefined` where nobody can tell. */
type Scalar = (operands: readonly Primitive[], language: string) => Primitive | readonly Primitive[] | undefined;

const text =
  (make: (text: string, ...more: readonly Primitive[]) => Primitive | readonly Primitive[] | undefined): Scalar =>
  ([first, ...more]) =>
    typeof first === 'string' ? make(first, ...more) : undefined;

const asNumber = (value: Primitive): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : undefined;

const numbers =
  (make: (...values: readonly number[]) => number | boolean | undefined): Scalar =>
  (operands) => {
    const values = operands.map(asNumber);
    return values.includes(undefined) ? undefined : make(...(values as number[]));
  };

/** Of truth values most languages make truth values, JavaScript and PHP numbers. */
const bits =
  (make: (left: number, right: number) => number): Scalar =>
  ([left, right], language) => {
    const [one, other] = [asNumber(left ?? 0), asNumber(right ?? 0)];
    if (one === undefined || other === undefined || !Number.isInteger(one) || !Number.isInteger(other)) return undefined;
    const made = make(one, other);
    const isTruth = typeof left === 'boolean' && typeof right === 'boolean' && language !== 'javascript' && language !== 'php';
    return isTruth ? made !== 0 : made;
  };

/** More pieces or repetitions than these are not followed. */
const MAX_PIECES = 50;

const pieces = (made: readonly string[]): readonly string[] | undefined => (made.length > MAX_PIECES ? undefined : made);

/** Words with a capital each: Python's `title`, Ruby's and PHP's kin differ in what follows an apostrophe only. */
const capitalised = (words: string): string =>
  words.toLowerCase().replace(/(^|[^a-z])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

const whole = (value: Primitive, otherwise: number): number => (typeof value === 'number' && Number.isInteger(value) ? value : otherwise);

/** As comparing functions answer. */
function order(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}

const SCALARS: Readonly<Record<string, Scalar>> = {
  replace: text((all, from, to) => (typeof from === 'string' && typeof to === 'string' ? all.replace(from, () => to) : undefined)),
  'replace-all': text((all, from, to) =>
    typeof from === 'string' && typeof to === 'string' && from !== '' ? all.replaceAll(from, () => to) : undefined,
  ),
  split: text((all, by) =>
    typeof by === 'string' && by !== ''
      ? pieces(all.split(by))
      : by === undefined || by === null
        ? pieces(
            all
              .trim()
              .split(/\s+/)
              .filter((one) => one !== ''),
          )
        : undefined,
  ),
  partition: text((all, by) => {
    if (typeof by !== 'string' || by === '') return undefined;
    const at = all.indexOf(by);
    return at < 0 ? [all, '', ''] : [all.slice(0, at), by, all.slice(at + by.length)];
  }),
  'char-at': text((all, at) => all.charAt(whole(at, 0))),
  'pad-start': text((all, length, by) =>
    whole(length, 0) <= MAX_PIECES ? all.padStart(whole(length, 0), typeof by === 'string' ? by : ' ') : undefined,
  ),
  repeat: ([all, count]) => {
    const [one, times] = typeof all === 'string' ? [all, asNumber(count ?? 0)] : [count, asNumber(all ?? 0)];
    return typeof one === 'string' && times !== undefined && times <= MAX_PIECES ? one.repeat(Math.max(0, times)) : undefined;
  },
  title: text(capitalised),
  capitalize: text((all) => all.slice(0, 1).toUpperCase() + all.slice(1).toLowerCase()),
  'upper-first': text((all) => all.slice(0, 1).toUpperCase() + all.slice(1)),
  'without-prefix': text((all, prefix) => {
    if (typeof prefix !== 'string') return undefined;
    return all.startsWith(prefix) ? all.slice(prefix.length) : all;
  }),
  'without-suffix': text((all, suffix) => {
    if (typeof suffix !== 'string') return undefined;
    return suffix !== '' && all.endsWith(suffix) ? all.slice(0, -suffix.length) : all;
  }),
  'is-digits': text((all) => /^\d+$/.test(all)),
  'count-of': text((all, part) => (typeof part === 'string' && part !== '' ? all.split(part).length - 1 : undefined)),
  find: text((all, part) => (typeof part === 'string' ? all.indexOf(part) : undefined)),
  reversed: text((all) => [...all].reverse().join('')),
  'compare-ignoring-case': text((all, other) => {
    if (typeof other !== 'string') return undefined;
    return order(all.toLowerCase(), other.toLowerCase());
  }),
  'compare-texts': text((all, other) => (typeof other === 'string' ? order(all, other) : undefined)),
  max: numbers((...values) => (values.length > 0 ? Math.max(...values) : undefined)),
  min: numbers((...values) => (values.length > 0 ? Math.min(...values) : undefined)),
  absolute: numbers((value) => (value === undefined ? undefined : Math.abs(value))),
  floor: numbers((value) => (value === undefined ? undefined : Math.floor(value))),
  round: numbers((value) => (value === undefined ? undefined : Math.round(value))),
  'is-nan': ([value]) => (typeof value === 'number' ? Number.isNaN(value) : undefined),
  'is-text': ([value]) => typeof value === 'string',
  'is-truth': ([value]) => typeof value === 'boolean',
  'is-number': ([value]) => typeof value === 'number',
  'bit-and': bits((left, right) => left & right),
  'bit-or': bits((left, right) => left | right),
  'bit-xor': bits((left, right) => left ^ right),
  'shift-left': bits((left, right) => left << right),
  'shift-right': bits((left, right) => left >> right),
  power: numbers((left, right) => (left === undefined || right === undefined ? undefined : left ** right)),
  'floor-divide': numbers((left, right) =>
    left === undefined || right === undefined || right === 0 ? undefined : Math.floor(left / right),
  ),
};

/** What languages write for operators that have no name of their own in the tree. */
export const OTHER_OPERATORS: Readonly<Record<string, string>> = {
  '&': 'bit-and',
  '|': 'bit-or',
  '^': 'bit-xor',
  xor: 'bit-xor',
  '<<': 'shift-left',
  '>>': 'shift-right',
  '**': 'power',
  '//': 'floor-divide',
};

/** Whether an operator is one of them. */
export const isScalar = (operator: string): boolean => Object.hasOwn(SCALARS, operator);

/** What an operator makes of these; undefined where it is none of them, or nobody can tell. */
export const scalarOf = (
  operator: string,
  operands: readonly Primitive[],
  language: string,
): Primitive | readonly Primitive[] | undefined => (isScalar(operator) ? SCALARS[operator]!(operands, language) : undefined);
