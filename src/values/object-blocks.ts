/** Blocks that run on an object: Kotlin's `Cookie(…).apply { secure = true }`, and functions whose block configures what they make. */
import type { Call, Expression, FunctionExpression, Node, Program } from '../syntax/ir.js';
import { Context } from './context.js';
import { afterExtension } from './evaluation/extensions.js';
import type { Evaluator } from './evaluator.js';
import { withField } from './fields.js';
import { guardsOf } from './guards.js';
import type { ProgramIndex } from './program-index.js';
import { choice, originOf, type Frame, type ObjectValue, type Value } from './value.js';

/** The path of a target below the object: names that nothing in the file declares inside the block are the object's, and `this.x`. */
export function pathBelow(target: Expression, block: FunctionExpression, index: ProgramIndex): string[] | undefined {
  const path: string[] = [];
  let at = target;
  for (; at.kind === 'member'; at = at.object) path.unshift(at.property);
  if (at.kind !== 'name') return undefined;
  if (at.name === 'this') return path;
  const binding = index.bindingOf(at);
  // A local variable or parameter inside or around the block hides the object's member; a member of the class does not.
  const isLocal = binding !== undefined && (binding.parameter !== undefined || binding.writes.some((write) => 'kind' in write.node && write.node.kind === 'declaration')) && binding.scope.kind !== 'class' && binding.scope.kind !== 'program';
  const isParameter = binding?.parameter !== undefined && binding.parameterOf === block;
  return isLocal || isParameter ? undefined : [at.name, ...path];
}

/** The object after a block whose receiver it is; assignments under conditions are conditional. */
export function afterReceiverBlock(object: ObjectValue, block: FunctionExpression, program: Program, frame: Frame | undefined, evaluator: Evaluator): ObjectValue {
  const index = evaluator.indexOf(program);
  const inside = (node: Node): boolean => index.functionAround(node) === block;
  let value: Value = object;
  const events = [...index.assignments, ...index.calls].filter((node) => node.start >= block.start && node.end <= block.end && inside(node)).sort((a, b) => a.start - b.start);
  for (const event of events) {
    const origin = originOf(program, event);
    const guard = evaluator.conjunction(guardsOf(event, block, index, { earlyExits: false }), program, frame);
    if (event.kind === 'assignment') {
      const path = event.target.kind === 'pattern' ? undefined : pathBelow(event.target, block, index);
      if (path === undefined || path.length === 0) continue;
      const next = evaluator.evaluate(event.value, program, frame);
      value = withField(value, path, origin, (before) => (guard === undefined ? next : choice(guard, next, before, origin)));
      continue;
    }
    const path = pathBelow(event.callee, block, index);
    if (path?.length !== 1 || value.kind !== 'object') continue;
    const extended = afterExtension(value, path[0]!, event, guard, new Context(evaluator, program, frame));
    if (extended !== undefined) {
      value = extended;
      continue;
    }
    const args = event.args.map((argument) => evaluator.evaluate(argument.value, program, frame));
    value = { ...value, history: [...value.history, { method: path[0]!, args, origin, call: event, ...(guard === undefined ? {} : { guard }) }] };
  }
  return value.kind === 'object' ? value : object;
}

/** The object after a block that is given it as its parameter (`it`). */
export function afterParameterBlock(object: Value, block: FunctionExpression, program: Program, frame: Frame | undefined, evaluator: Evaluator): Value | undefined {
  const parameter = block.params[0];
  if (parameter === undefined || parameter.target.kind !== 'name') return undefined;
  const binding = evaluator.indexOf(program).scopeOf(block.body).bindings.get(parameter.target.name);
  if (binding === undefined) return undefined;
  const inner: Frame = { bindings: new Map([[parameter.target, object]]), parent: frame, depth: (frame?.depth ?? 0) + 1 };
  return evaluator.valueOfBinding(binding, program, undefined, inner);
}

/** `cookie.apply { secure = true }` and `.also { it.secure = true }` give the object with what the block did to it. */
export function afterBlock(object: ObjectValue, method: string, call: Call, { program, frame, evaluator, idioms }: Context): ObjectValue | undefined {
  if (idioms.objectBlocks?.includes(method) !== true) return undefined;
  const block = call.block ?? call.args.map((argument) => argument.value).find((one) => one.kind === 'function');
  if (block === undefined) return undefined;
  const given = afterParameterBlock(object, block, program, frame, evaluator);
  return afterReceiverBlock(given?.kind === 'object' ? given : object, block, program, frame, evaluator);
}
