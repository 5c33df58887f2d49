/** What functions of the repository do to the objects that they are given: `harden(cookie)`, `applyDefaults(options)`. */
import type { Call, Expression, FunctionExpression, Loop, Node, Parameter } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { emptyRecord, fieldAt, isAbsent, withField } from '../fields.js';
import { guardsOf } from '../guards.js';
import { isChanged, type Handover } from '../handover-table.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { isKind, type Binding, type ProgramIndex } from '../program-index.js';
import { afterFiller } from '../text-builders.js';
import { choice, unknown, type Frame, type FunctionValue, type Origin, type RecordPart, type Value } from '../value.js';
import { boundFlag } from './bound-flags.js';
import { afterForeign } from './filled-objects.js';
import { under, type When } from './conditions.js';
import { afterBlockOf } from './object-blocks.js';

/** How deep functions that hand an object on are followed. */
export const MAX_DEPTH = 6;

/** `base` after a call that is given it (or what lies at a path below it), which happens under a condition. */
export function afterHandover({ node, argument, path }: Handover, base: Value, when: When, context: Context): Value {
  const flag = boundFlag(node, argument, context);
  if (flag !== undefined) return path.length === 0 ? flag : withField(base, path, flag.origin, () => flag);
  const given = heldAt(base, path, context.origin(argument));
  const changed = afterCall(node, argument, given, context);
  if (changed === given) return base;
  const origin = context.origin(node);
  const next = under(when, changed, given, origin);
  return path.length === 0 ? next : withField(base, path, origin, () => next);
}

/** What lies at a path below an object. Of a library's object, a member that nobody has touched is one with nothing set yet: `options.Cookie`. */
function heldAt(base: Value, path: readonly string[], origin: Origin): Value {
  const held = fieldAt(base, path);
  if (base.kind !== 'object' || path.length === 0) return held;
  if (isAbsent(held)) return emptyRecord(origin);
  return held.kind === 'operation' && held.operator === 'field'
    ? { kind: 'record', parts: [{ kind: 'spread', value: held }], origin }
    : held;
}

/** The object that an argument of a call is, after the call; the same where the function is not of the repository, or leaves it as it is. */
export function afterCall(call: Call, argument: Expression, given: Value, context: Context): Value {
  if (!isObject(given) || (context.frame?.depth ?? 0) >= MAX_DEPTH) return given;
  const configured = afterBlockOf(call, argument, given, context);
  if (configured !== undefined) return configured;
  const fn = context.evaluate(call.callee);
  if (fn.kind === 'function') return afterFunction(call, argument, given, fn, context);
  return (
    afterOptions(call, argument, given, context) ??
    afterForeign(call, argument, afterLibrary(call, argument, given, fn, context), fn, context)
  );
}

function afterFunction(call: Call, argument: Expression, given: Value, fn: FunctionValue, context: Context): Value {
  const place = call.args.findIndex((one) => one.value === argument);
  const args = givenArguments(call, (one) => (one === call.args[place] ? given : context.evaluate(one.value)));
  const origin = context.origin(call);
  const bindings = bindParameters(fn, args, origin);
  const parameter = fn.node.params.find(({ target }) => bindings.isGiven(target, args[place]!));
  if (parameter === undefined || !isShared(parameter, given, fn)) return given;
  const frame: Frame = {
    bindings,
    parent: fn.frame ?? (fn.program === context.program ? context.frame : undefined),
    depth: (context.frame?.depth ?? 0) + 1,
  };
  return atItsEnd(parameter, given, fn, new Context(context.evaluator, fn.program, frame));
}

/** How an object that is a function is called: Java's and .NET's. */
const CALLS = new Set(['accept', 'apply', 'customize', 'Invoke', 'invoke']);

/** `for (const option of options) option(cookie)`: functions that callers hand over, as options of what is made. */
function afterOptions(call: Call, argument: Expression, given: Value, context: Context): Value | undefined {
  const { callee } = call;
  const called = callee.kind === 'member' && CALLS.has(callee.property) ? callee.object : callee;
  const binding = called.kind === 'name' ? context.index.bindingOf(called) : undefined;
  const loop = binding?.writes.map(({ node }) => node).find((node): node is Loop => isKind(node, 'loop'));
  if (loop?.iterable === undefined) return undefined;
  const options = context.evaluate(loop.iterable);
  const origin = context.origin(call);
  if (options.kind !== 'list' || options.open)
    return context.language === 'go'
      ? changedSomehow(given, options, origin)
      : options.kind === 'parameter' && given.kind === 'record'
        ? { ...given, parts: [...given.parts, { kind: 'spread', value: options }] }
        : undefined;
  return options.items.reduce<Value>(
    (before, one) => (one.kind === 'function' ? afterFunction(call, argument, before, one, context) : changedSomehow(before, one, origin)),
    given,
  );
}

/** What is on may be switched off there; what is not written is as good as missing, whatever an option could add. */
function changedSomehow(given: Value, by: Value, origin: Origin): Value {
  if (given.kind !== 'record') return given;
  const value = by.kind === 'parameter' ? by : unknown('options may write it', origin);
  const overwritten = given.parts.flatMap((part): RecordPart[] =>
    part.kind === 'field' && !(part.value.kind === 'known' && part.value.value !== true) ? [{ kind: 'field', key: part.key, value }] : [],
  );
  return { ...given, parts: [...given.parts, ...overwritten] };
}

/** What a function of a library does to the object that it is given first. */
function afterLibrary(call: Call, argument: Expression, given: Value, fn: Value, context: Context): Value {
  const [first, ...others] = call.args;
  if (given.kind !== 'object' || fn.kind !== 'symbol' || first?.value !== argument) return given;
  return afterFiller(given, call, fn.path, context.idioms, context.origin(call), () => others.map(({ value }) => context.evaluate(value)));
}

/** Whether a value is something that functions can change. */
export const isObject = (value: Value): boolean =>
  value.kind === 'choice'
    ? isObject(value.consequent) || isObject(value.alternate)
    : value.kind === 'object' || value.kind === 'record' || value.kind === 'list';

/** Whether what the function does to its parameter reaches the caller's object: Go's pointers, Rust's `&mut`, PHP's `&` of arrays. */
function isShared(parameter: Parameter, given: Value, { program }: FunctionValue): boolean {
  switch (program.language) {
    case 'go':
      return parameter.typeName?.startsWith('*') === true || parameter.typeName?.startsWith('map[') === true;
    case 'rust':
      // What is not borrowed is moved: the caller gets its object back, if at all, as the function left it.
      return !/^&\s*(?:'\w+\s+)?(?!mut\b)/.test(parameter.typeName ?? '&');
    case 'php':
      // An array is copied, whatever makes it.
      return (
        (given.kind === 'object' && parameter.typeName !== 'array') || program.text.slice(parameter.start, parameter.end).includes('&')
      );
    default:
      return true;
  }
}

/** The parameter where the function ends: at each early return, and behind its last statement. */
export function atItsEnd({ target }: Parameter, given: Value, { node }: FunctionValue, context: Context): Value {
  const { index } = context;
  const binding = target.kind === 'name' ? index.scopeOf(node.body).bindings.get(target.name) : undefined;
  return binding === undefined || !isChanged(binding, index) || isReplaced(binding, node, context) ? given : leftIn(binding, node, context);
}

/** What a binding of a function holds where the function ends. */
export function leftIn(binding: Binding, node: FunctionExpression, context: Context): Value {
  const { index, evaluator, program, frame } = context;
  let value = evaluator.valueOfBinding(binding, program, undefined, frame);
  for (const statement of index
    .returnsOf(node)
    .filter((one) => !isLast(one, node, index))
    .reverse()) {
    const guard = evaluator.conjunction(guardsOf(statement, node, index, { earlyExits: false }), program, frame);
    if (guard !== undefined)
      value = choice(guard, evaluator.valueOfBinding(binding, program, statement, frame), value, context.origin(statement));
  }
  return value;
}

/** Whether nothing of the function comes after a statement. */
function isLast(statement: Node, fn: FunctionExpression, index: ProgramIndex): boolean {
  let child = statement;
  for (let at = index.parent(child); at !== undefined && at !== fn; child = at, at = index.parent(at))
    if (isKind(at, 'block') && at.body.at(-1) !== child) return false;
  return true;
}

/** Whether the name is given another object, which the caller never sees. `options = options || {}` keeps it. */
function isReplaced(binding: Binding, node: FunctionExpression, { language, program }: Context): boolean {
  if (language === 'php' && program.text.slice(node.start, node.body.start).includes(`&$${binding.name}`)) return false;
  return binding.writes.some(({ value }) => !(value?.kind === 'logical' && value.left.kind === 'name' && value.left.name === binding.name));
}
