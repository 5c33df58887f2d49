/** PHP's constants by their names: https://www.php.net/manual/en/function.constant.php, https://www.php.net/manual/en/function.defined.php */
import type { Call } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { known, type Value } from '../value.js';

/** What `constant('FORCE')` gives, and that `defined('FORCE')` is true, where the repository surely defines it; undefined for all else. */
export function constantByName(call: Call, context: Context): Value | undefined {
  const { evaluator, index, program, frame, language } = context;
  const { callee, args } = call;
  if (language !== 'php' || callee.kind !== 'name' || (callee.name !== 'constant' && callee.name !== 'defined')) return undefined;
  const name = args.length === 1 ? context.evaluate(args[0]!.value) : undefined;
  if (name?.kind !== 'known' || typeof name.value !== 'string') return undefined;
  const [owner = '', member] = name.value.replace(/^\\/, '').split('::');
  const binding = index.root.bindings.get(owner);
  const value =
    binding === undefined ? evaluator.definedElsewhere(program, owner) : evaluator.valueOfBinding(binding, program, call, frame);
  if (value === undefined) return undefined;
  const found = member === undefined ? value : evaluator.memberOf(value, member, context.origin(call), frame);
  if (callee.name === 'constant') return found;
  // What a condition defines may not be there, and what stands below is not there yet.
  const isSure =
    binding === undefined ||
    binding.writes.some(({ node }) => node.end <= call.start && guardsOf(node, undefined, index, { earlyExits: true }).length === 0);
  return isSure && member === undefined && found.kind !== 'unknown' ? known(true, context.origin(call)) : undefined;
}
