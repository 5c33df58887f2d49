/** Go's several results of a call, and its checks of them. */
import type { Expression, Node } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { isKind, type Write } from '../program-index.js';
import { readsEnvironment } from '../worlds.js';
import { absent, choice, known, operation, unknown, type Origin, type Value } from '../value.js';

/**
 * One of several results of a call. Functions of the repository give a list; of others the first result stands for
 * itself, and a second one of a look-up says whether it was there.
 */
export function resultAt(value: Value, position: number, origin: Origin): Value {
  if (value.kind === 'list') return value.items[position] ?? absent(origin);
  if (value.kind === 'choice')
    return choice(value.test, resultAt(value.consequent, position, origin), resultAt(value.alternate, position, origin), origin);
  if (position === 0) return value;
  return value.kind === 'environment' ? operation('defined', [value], origin) : unknown('it is one of several results', origin);
}

/** `value, ok := settings["secure"]` of a map that is known: whether the key is there. */
export function foundIn(whole: Expression, position: string | number | undefined, context: Context, origin: Origin): Value | undefined {
  if (whole.kind !== 'subscript' || Number(position) !== 1 || context.evaluate(whole.object).kind !== 'record') return undefined;
  return operation('written', [context.evaluate(whole)], origin);
}

/** What a `return` gives; of several results each is worked out when somebody asks for it, errors never are. */
export function resultsOf(expression: Expression, context: Context): Value {
  if (expression.kind !== 'list' || expression.items.length < 2) return context.evaluate(expression);
  const items: Value[] = [];
  expression.items.forEach(({ value }, position) =>
    Object.defineProperty(items, position, { enumerable: true, get: () => context.evaluate(value) }),
  );
  return { kind: 'list', items, open: false, origin: context.origin(expression) };
}

/**
 * The error of a call, which is nil where the code goes on (`World.mayFail`). What a function of the repository does to
 * fail is not looked at: whole programs hang on it.
 */
export function errorOf(expression: Expression, origin: Origin, context: Context): Value {
  const value = isOfLibrary(expression, context) ? context.evaluate(expression) : undefined;
  // `strconv.ParseBool` fails for what is no word of its own, such as the empty text of a variable that is not set.
  if (value?.kind === 'operation' && value.operator === 'parse-boolean') return operation('parse-error', value.operands, origin);
  const own = value === undefined ? ownError(expression, origin, context) : undefined;
  if (own !== undefined) return own;
  return operation('error', [known(null, origin)], origin);
}

/** Longer functions do more than to read a variable. */
const MAX_READER = 600;

/** The error of a short function of the repository that reads the environment, where nothing else decides about it. */
function ownError(expression: Expression, origin: Origin, context: Context): Value | undefined {
  if (expression.kind !== 'call') return undefined;
  const fn = context.evaluate(expression.callee);
  if (
    fn.kind !== 'function' ||
    fn.node.end - fn.node.start > MAX_READER ||
    !/\b(?:os\.(?:Getenv|LookupEnv)|errors\.New|fmt\.Errorf)\(/.test(fn.program.text.slice(fn.node.start, fn.node.end))
  )
    return undefined;
  const results = context.evaluate(expression);
  const last = lastOf(results, origin);
  // It fails always, or as the environment says.
  return last !== undefined && (readsEnvironment(last) || (last.kind === 'known' && last.value !== null)) ? last : undefined;
}

/** The last of several results on each way: nil, or that something failed. */
function lastOf(results: Value, origin: Origin): Value | undefined {
  if (results.kind === 'choice') {
    const [one, other] = [lastOf(results.consequent, origin), lastOf(results.alternate, origin)];
    return one === undefined || other === undefined ? undefined : choice(results.test, one, other, origin);
  }
  const last = results.kind === 'list' ? results.items.at(-1) : undefined;
  if (last === undefined) return undefined;
  return known(last.kind === 'known' && (last.value === null || last.value === undefined) ? null : 'failed', origin);
}

/** Whether a function of a package is called that is none of the repository's. */
function isOfLibrary(expression: Expression, context: Context): boolean {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member' || expression.callee.object.kind !== 'name') return false;
  return context.index.bindingOf(expression.callee.object)?.import !== undefined && context.evaluate(expression.callee).kind !== 'function';
}

/** Whether a result is bound to a name for errors. */
export function isError(write: Write): boolean {
  const target = isKind(write.node, 'declaration') || isKind(write.node, 'assignment') ? write.node.target : undefined;
  const element = target?.kind === 'pattern' ? target.elements.find((one) => one.key === write.path[0]) : undefined;
  return element?.target.kind === 'name' && /^(?:err|error)\d*$|Err$/.test(element.target.name);
}

/** Whether the test asks the environment: then it is known what happens where the look-up fails. */
export const isOfEnvironment = (node: Node | undefined, context: Context): boolean =>
  isKind(node, 'if') && readsEnvironment(context.evaluate(node.test));

/** `if !ok { … }` after a look-up. */
export function isFailedLookUp(node: Node | undefined): boolean {
  return (
    isKind(node, 'if') &&
    node.test.kind === 'unary' &&
    node.test.operator === 'not' &&
    node.test.operand.kind === 'name' &&
    /^(?:ok|found|exists)$/i.test(node.test.operand.name)
  );
}
