/** Blocks that run on an object: Kotlin's `Cookie(…).apply { secure = true }`, and functions whose block configures what they make. */
import type { Assignment, Call, Expression, FunctionExpression, Program } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { withField } from '../fields.js';
import { guardsOf } from '../guards.js';
import type { ProgramIndex } from '../program-index.js';
import type { Frame, FunctionValue, ObjectValue, Value } from '../value.js';
import { under, type When } from './conditions.js';
import { afterExtension } from './extensions.js';
import { afterCall, atItsEnd, isObject, MAX_DEPTH } from './handovers.js';

/** The path of a target below the object: names that nothing in the file declares inside the block are the object's, and `this.x`. */
export function pathBelow(target: Expression, block: FunctionExpression, index: ProgramIndex): string[] | undefined {
  const path: string[] = [];
  let at = target;
  for (; at.kind === 'member'; at = at.object) path.unshift(at.property);
  if (at.kind !== 'name') return undefined;
  if (at.name === 'this') return path;
  const binding = index.bindingOf(at);
  // A local variable or parameter inside or around the block hides the object's member; a member of the class does not.
  const isLocal =
    binding !== undefined &&
    (binding.parameter !== undefined || binding.writes.some((write) => 'kind' in write.node && write.node.kind === 'declaration')) &&
    binding.scope.kind !== 'class' &&
    binding.scope.kind !== 'program';
  const isParameter = binding?.parameter !== undefined && binding.parameterOf === block;
  return isLocal || isParameter ? undefined : [at.name, ...path];
}

/** The object after a block whose receiver it is; what happens under conditions is conditional. */
export function afterReceiverBlock(
  object: ObjectValue,
  block: FunctionExpression,
  program: Program,
  frame: Frame | undefined,
  evaluator: Evaluator,
): ObjectValue {
  const index = evaluator.indexOf(program);
  const context = new Context(evaluator, program, frame);
  let value: Value = object;
  const events = [...index.assignments, ...index.calls]
    .filter((node) => node.start >= block.start && node.end <= block.end && index.functionAround(node) === block)
    .sort((a, b) => a.start - b.start);
  for (const event of events) {
    const when = (): Value | undefined => evaluator.conjunction(guardsOf(event, block, index, { earlyExits: false }), program, frame);
    value =
      event.kind === 'assignment'
        ? afterAssignment(value, event, block, when, context)
        : afterCallInside(value, event, block, when, context);
  }
  return value.kind === 'object' ? value : object;
}

function afterAssignment(
  value: Value,
  { target, value: written, ...range }: Assignment,
  block: FunctionExpression,
  when: When,
  context: Context,
): Value {
  const path = target.kind === 'pattern' ? undefined : pathBelow(target, block, context.index);
  if (path === undefined || path.length === 0) return value;
  const origin = context.origin(range);
  const next = context.evaluate(written);
  return withField(value, path, origin, (before) => under(when, next, before, origin));
}

/** A call in the block: of a method of the object, or of a function that is given it as `this`. */
function afterCallInside(value: Value, call: Call, block: FunctionExpression, when: When, context: Context): Value {
  const origin = context.origin(call);
  const itself = call.args.find((argument) => argument.value.kind === 'name' && argument.value.name === 'this');
  if (itself !== undefined) return under(when, afterCall(call, itself.value, value, context), value, origin);
  const inner = afterInnerBlock(value, call, block, when, context);
  if (inner !== undefined) return inner;
  const path = pathBelow(call.callee, block, context.index);
  if (path?.length !== 1 || value.kind !== 'object') return value;
  const [method] = path as [string];
  const configured = afterBlock(value, method, call, context);
  if (configured !== undefined) return under(when, configured, value, origin);
  const args = (): Value[] => call.args.map((argument) => context.evaluate(argument.value));
  return (
    afterExtension(value, method, call, when, context) ?? {
      ...value,
      history: value.history.with({ method, args: args(), origin, call, guard: when() }),
    }
  );
}

/** A block in the block that runs on a part of the object: `cookie.apply { secure = true }`, `with(cookie) { secure = true }`. */
function afterInnerBlock(value: Value, call: Call, around: FunctionExpression, when: When, context: Context): Value | undefined {
  const { index, idioms } = context;
  const { callee, block } = call;
  const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  const part = callee.kind === 'member' ? callee.object : call.args[0]?.value;
  if (block === undefined || part === undefined || idioms.objectBlocks?.includes(name) !== true) return undefined;
  const prefix = pathBelow(part, around, index);
  if (prefix === undefined || prefix.length === 0) return undefined;
  let changed = value;
  for (const assignment of index.assignments) {
    const { target, value: written } = assignment;
    if (target.kind === 'pattern' || index.functionAround(assignment) !== block) continue;
    const path = pathBelow(target, block, index) ?? pathOfParameter(target, block, index);
    if (path === undefined || path.length === 0) continue;
    const origin = context.origin(assignment);
    changed = withField(changed, [...prefix, ...path], origin, (before) => under(when, context.evaluate(written), before, origin));
  }
  return changed;
}

/** `it.secure` in a block whose parameter is the object. */
function pathOfParameter(target: Expression, block: FunctionExpression, index: ProgramIndex): string[] | undefined {
  const path: string[] = [];
  let at = target;
  for (; at.kind === 'member'; at = at.object) path.unshift(at.property);
  return at.kind === 'name' && (at.name === 'it' || index.bindingOf(at)?.parameterOf === block) ? path : undefined;
}

/** The object after a function that is given it as its first parameter: a block's `it`, Kotlin's `cookie.also(::harden)`. */
function afterParameterBlock(object: Value, fn: FunctionValue, { evaluator, program, frame }: Context): Value {
  const [parameter] = fn.node.params;
  const depth = (frame?.depth ?? 0) + 1;
  if (parameter === undefined || depth > MAX_DEPTH) return object;
  const parent = fn.frame ?? (fn.program === program ? frame : undefined);
  const inner: Frame = { bindings: new Map([[parameter.target, object]]), parent, depth };
  return atItsEnd(parameter, object, fn, new Context(evaluator, fn.program, inner));
}

/** A value after a block that runs on it: `cookie.apply { secure = true }`, `cookie.also(::harden)`; undefined for other methods. */
export function afterBlock(value: Value, method: string, call: Call, context: Context): Value | undefined {
  const { idioms, evaluator, program, frame } = context;
  if (idioms.objectBlocks?.includes(method) !== true || !isObject(value)) return undefined;
  const given = call.block ?? call.args.at(-1)?.value;
  const fn = given === undefined ? undefined : context.evaluate(given);
  if (fn?.kind !== 'function') return undefined;
  const changed = afterParameterBlock(value, fn, context);
  return idioms.blocksHaveThis === true && changed.kind === 'object' && given === fn.node
    ? afterReceiverBlock(changed, fn.node, program, frame, evaluator)
    : changed;
}

/** The object that is given to a function with a block that runs on it: Kotlin's `with(cookie) { secure = true }`. */
export function afterBlockOf(call: Call, argument: Expression, given: Value, context: Context): Value | undefined {
  const { callee, block, args } = call;
  return callee.kind === 'name' && block !== undefined && args[0]?.value === argument
    ? afterBlock(given, callee.name, call, context)
    : undefined;
}
