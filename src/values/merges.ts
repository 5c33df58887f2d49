/** Calls that write into an object under keys which stand elsewhere: `Object.assign(config, loaded)`, `setattr(config, key, value)`, `config.__dict__.update(loaded)`. */
import type { Argument, Call, Expression, Program } from '../syntax/ir.js';

/** What such a call does to which object. */
export type Merge =
  /** The entries of others are set, or only those that are missing (`isDefault`). */
  | { readonly kind: 'merge'; readonly into: Expression; readonly others: readonly Argument[]; readonly isDefault: boolean }
  /** One entry, under a key that is written or computed. */
  | { readonly kind: 'entry'; readonly into: Expression; readonly key: Expression; readonly value: Expression };

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Object/assign, https://lodash.com/docs/#merge, https://api.jquery.com/jQuery.extend/ */
const MERGES = /^(?:assign|assignIn|extend|merge)$/;
const DEFAULTS = /^defaults(?:Deep)?$/;

/** What a call merges; undefined for other calls. */
export function mergeOf(call: Call, { language }: Program): Merge | undefined {
  if (language === 'python') return mergeOfPython(call);
  const { callee, args } = call;
  const defined = language === 'javascript' ? definedEntry(call) : undefined;
  if (defined !== undefined) return defined;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' && language === 'javascript' ? callee.name : undefined;
  if (name === undefined || !(MERGES.test(name) || DEFAULTS.test(name))) return undefined;
  // `$.extend(true, target, …)` goes deep.
  const [first, ...others] = args[0]?.value.kind === 'literal' && args[0].value.value === true ? args.slice(1) : args;
  if (first === undefined || others.length === 0) return undefined;
  return { kind: 'merge', into: first.value, others, isDefault: DEFAULTS.test(name) };
}

/** https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Reflect/set, …/Object/defineProperty */
function definedEntry({ callee, args: [into, key, value] }: Call): Merge | undefined {
  if (callee.kind !== 'member' || callee.object.kind !== 'name' || into === undefined || key === undefined || value === undefined)
    return undefined;
  const path = `${callee.object.name}.${callee.property}`;
  if (path === 'Reflect.set') return { kind: 'entry', into: into.value, key: key.value, value: value.value };
  if (path !== 'Object.defineProperty' || value.value.kind !== 'record') return undefined;
  const given = value.value.entries.find(
    (entry) => entry.kind === 'property' && entry.key.kind === 'literal' && entry.key.value === 'value',
  );
  return given?.kind === 'property' ? { kind: 'entry', into: into.value, key: key.value, value: given.value } : undefined;
}

/** https://docs.python.org/3/library/functions.html#setattr, …#vars */
function mergeOfPython({ callee, args }: Call): Merge | undefined {
  if (callee.kind === 'name') {
    const [into, key, value] = args;
    return callee.name === 'setattr' && into !== undefined && key !== undefined && value !== undefined
      ? { kind: 'entry', into: into.value, key: key.value, value: value.value }
      : undefined;
  }
  if (callee.kind !== 'member' || callee.property !== 'update') return undefined;
  const into = dictOf(callee.object);
  return into === undefined ? undefined : { kind: 'merge', into, others: args, isDefault: false };
}

/** The object whose attributes a dict is: `config.__dict__`, `vars(config)`. */
function dictOf(expression: Expression): Expression | undefined {
  if (expression.kind === 'member') return expression.property === '__dict__' ? expression.object : undefined;
  return expression.kind === 'call' &&
    expression.callee.kind === 'name' &&
    expression.callee.name === 'vars' &&
    expression.args.length === 1
    ? expression.args[0]?.value
    : undefined;
}
