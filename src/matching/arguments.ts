/** Places in the arguments of a call. */
import type { Call, Expression, Name, Program } from '../syntax/ir.js';
import { pathOfValue } from '../values/evaluation/outside.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldAt, isAbsent } from '../values/fields.js';
import { hasConstructor } from '../values/instances.js';
import { absent, known, originOf, unknown, type ClassValue, type Frame, type ParameterValue, type Value } from '../values/value.js';
import type { Matched } from './matched.js';
import { fieldOfMade, givenToBase } from './subclasses.js';
import type { Place } from './surface.js';
import { writtenAt } from './written-records.js';

/** An argument that the receiver was constructed with. */
export function makerArgument(place: Place & { at: 'maker' }, { call, program, frame }: Matched, evaluator: Evaluator): Value | undefined {
  if (call?.callee.kind === 'name') return ofHook(place, call.callee, program, evaluator, frame);
  if (call?.callee.kind !== 'member') return undefined;
  const receiver = evaluator.evaluate(call.callee.object, program, frame);
  if (receiver.kind !== 'object') return undefined;
  // A class of the repository with a constructor says itself what the library's is given.
  if (receiver.instanceOf !== undefined && hasConstructor(receiver.instanceOf, receiver.call, evaluator)) {
    const handed = givenToBase(receiver, place.index, evaluator);
    return handed === undefined ? undefined : fieldAt(handed, place.path);
  }
  const given = receiver.call.args[place.index]?.value;
  return given === undefined ? undefined : fieldAt(evaluator.evaluate(given, receiver.program, receiver.frame), place.path);
}

/** What the call was given whose result a function is a part of: `const [value, set] = useCookie('name')`. */
function ofHook(
  place: Place & { at: 'maker' },
  callee: Name,
  program: Program,
  evaluator: Evaluator,
  frame: Frame | undefined,
): Value | undefined {
  const write = evaluator.indexOf(program).bindingOf(callee)?.writes[0];
  if (write?.value?.kind !== 'call' || write.path.length === 0) return undefined;
  const given = write.value.args[place.index]?.value;
  return given === undefined ? undefined : fieldAt(evaluator.evaluate(given, program, frame), place.path);
}

/** Words by which code names options rather than a cookie's text. */
const OPTIONS =
  /opt(?:ion)?s?\b|cookies?\b|attr(?:ib(?:ute)?)?s?\b|hash\b|settings?\b|params?\)|^\$\w*(?:params?|arr(?:ay)?)$|config|merge/i;

/** Whether an expression gives a record of options; where that cannot be told, its words decide. */
export function mayBeOptions(expression: Expression, program: Matched['program'], frame: Frame | undefined, evaluator: Evaluator): boolean {
  return isOptions(evaluator.evaluate(expression, program, frame)) ?? OPTIONS.test(program.text.slice(expression.start, expression.end));
}

/** Words by which code names when a cookie ends, which stands in the place of options. */
const ENDS = /expir|time|life|age\b|ttl|days?\b|hours?|minutes?|seconds?|weeks?|months?|years?|duration|until|date|now|\d/i;

/** Whether PHP's third argument of setcookie may be options for all that is known: what is handed in, or what a function gives. */
function isUndecided(expression: Expression, program: Program, frame: Frame | undefined, evaluator: Evaluator): boolean {
  if (program.language !== 'php' || ENDS.test(program.text.slice(expression.start, expression.end))) return false;
  const value = evaluator.evaluate(expression, program, frame);
  if (value.kind === 'parameter') return !/^\??(?:int|float)$/i.test(declaredType(value) ?? '');
  return value.kind === 'object' && value.path !== 'unknown' ? !ENDS.test(value.path) : false;
}

const declaredType = ({ name, function: fn }: ParameterValue): string | undefined =>
  fn.params.find(({ target }) => target.kind === 'name' && target.name === name)?.typeName;

function isOptions(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'record':
      return true;
    case 'choice': {
      const either = [isOptions(value.consequent), isOptions(value.alternate)];
      return either.includes(true) ? true : either.every((one) => one === false) ? false : undefined;
    }
    case 'known':
    case 'list':
    case 'environment':
    case 'request':
      return false;
    case 'operation':
      return value.operator === 'text' ? false : undefined;
    case 'object':
      // What a library gave, with keys that were stored in it since.
      return value.fields.parts.length > 0 ? true : undefined;
    default:
      return undefined;
  }
}

export function inArgument(
  place: Place & { at: 'argument' },
  { call, program, frame, node }: Matched,
  evaluator: Evaluator,
): { value: Value; written?: Expression | undefined } {
  const none = absent(originOf(program, node));
  if (call === undefined) return { value: none };
  const given = argumentOf(call, place.index, place.name);
  if (given === 'spread') return spreadArgument(place, call, program, frame, evaluator, none);
  if (given === undefined) return { value: none };
  if (place.plain === true && !mayBeOptions(given, program, frame, evaluator))
    return { value: isUndecided(given, program, frame, evaluator) ? unknown('it may be options', originOf(program, given)) : none };
  const value = valueAt(given, place.path ?? [], program, frame, evaluator);
  return { value, written: writtenAt(given, place.path ?? [], evaluator.indexOf(program)) };
}

/** The value at a path below an expression. Of a literal record only the entry that counts is evaluated. */
function valueAt(
  expression: Expression,
  path: readonly string[],
  program: Matched['program'],
  frame: Frame | undefined,
  evaluator: Evaluator,
): Value {
  const [key, ...rest] = path;
  if (key !== undefined && expression.kind === 'record') {
    const entries = [...expression.entries].reverse();
    const last = entries.findIndex((entry) => entry.kind === 'spread' || entry.key.kind !== 'literal' || String(entry.key.value) === key);
    const entry = entries[last];
    if (entry === undefined) return absent(originOf(program, expression));
    if (entry.kind === 'property' && entry.key.kind === 'literal' && entry.getter !== true)
      return valueAt(entry.value, rest, program, frame, evaluator);
  }
  return reached(evaluator.evaluate(expression, program, frame), path, evaluator);
}

const hasMember = ({ node, program }: ClassValue, name: string, evaluator: Evaluator): boolean =>
  evaluator.indexOf(program).classScope(node)?.bindings.has(name) === true;

/** The value at a path; `()` calls a function of the repository, and is nothing where there is none. */
function reached(value: Value, path: readonly string[], evaluator: Evaluator): Value {
  const at = path.indexOf('()');
  // An instance of a class of the repository has the fields of its class.
  if (
    value.kind === 'object' &&
    value.instanceOf !== undefined &&
    path[0] !== undefined &&
    isAbsent(fieldAt(value, path.slice(0, 1))) &&
    hasMember(value.instanceOf, path[0], evaluator)
  )
    return reached(evaluator.memberOf(value, path[0], value.origin), path.slice(1), evaluator);
  if (at < 0) return recognised(fieldOfMade(value, path, evaluator), evaluator);
  const fn = fieldAt(value, path.slice(0, at));
  return fn.kind === 'function' ? fieldAt(evaluator.callFunction(fn, [], fn.origin, fn.frame), path.slice(at + 1)) : absent(fn.origin);
}

/** A field of something outside the repository may be a setting: `session_get_cookie_params()['secure']`. */
function recognised(value: Value, evaluator: Evaluator): Value {
  const path = value.kind === 'operation' && value.operator === 'field' ? pathOfValue(value) : undefined;
  return (path === undefined ? undefined : evaluator.recognise(path, value.origin)) ?? value;
}

/** Arguments behind a spread: named ones are read from the spread record (`**options`), positional ones are not known. */
function spreadArgument(
  place: Place & { at: 'argument' },
  call: Call,
  program: Matched['program'],
  frame: Frame | undefined,
  evaluator: Evaluator,
  none: Value,
): { value: Value } {
  const spreads = call.args.filter((argument) => argument.spread !== undefined);
  const last = spreads.at(-1);
  if (last === undefined) return { value: none };
  const value = evaluator.evaluate(last.value, program, frame);
  if (last.spread === 'named' && place.name !== undefined) return { value: fieldAt(value, [place.name, ...(place.path ?? [])]) };
  if (value.kind === 'list' && place.index !== undefined) {
    const before = call.args.indexOf(last);
    const item = value.items[place.index - before];
    if (item !== undefined) return { value: fieldAt(item, place.path ?? []) };
    return { value: value.open ? unknown('the arguments are spread from a list', originOf(program, last)) : none };
  }
  return { value: unknown('the arguments are spread from a value that could not be followed', originOf(program, last)) };
}

/** The expression given for a parameter; 'spread' when a spread may give it. */
export function argumentOf(call: Call, index: number | undefined, name: string | undefined): Expression | 'spread' | undefined {
  if (name !== undefined) {
    const named = call.args.find((argument) => argument.name === name);
    if (named !== undefined) return named.value;
  }
  if (index !== undefined) {
    let position = 0;
    for (const argument of call.args) {
      if (argument.spread === 'positional') return 'spread';
      if (argument.name !== undefined || argument.spread !== undefined) continue;
      if (position++ === index) return argument.value;
    }
  }
  return name !== undefined && call.args.some((argument) => argument.spread === 'named') ? 'spread' : undefined;
}

export function wordAmong(
  place: Place & { at: 'word' },
  { call, program, node }: Matched,
  evaluator: Evaluator,
): { value: Value; written?: Expression } {
  const none = absent(originOf(program, node));
  if (call === undefined) return { value: none };
  for (const argument of call.args.slice(place.from ?? 0)) {
    const value = evaluator.evaluate(argument.value, program);
    const word = value.kind === 'known' ? String(value.value) : value.kind === 'symbol' ? value.path : undefined;
    if (word === undefined) continue;
    if (place.word instanceof RegExp ? place.word.test(word) : word.toLowerCase() === place.word.toLowerCase())
      return { value: known(true, originOf(program, argument)), written: argument.value };
  }
  return { value: none };
}
