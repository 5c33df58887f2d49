/** Functions that configure what they are given: `o => o.secure = true`. */
import type { Call, FunctionExpression, Range } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { afterReceiverBlock } from '../values/object-blocks.js';
import type { Frame, Value } from '../values/value.js';
import type { Matched } from './matched.js';

/** What a lambda or block does to its parameter. */
export function configuredBy(matched: Matched, evaluator: Evaluator): Value | undefined {
  const { call, program, frame } = matched;
  if (call === undefined) {
    // `options.OnAppendCookie = context => { … }`
    const fn = matched.value === undefined ? undefined : asFunction(evaluator.evaluate(matched.value, program, frame));
    return fn === undefined ? undefined : afterBody(fn.node, fn.program, fn.frame, fn.node, evaluator);
  }
  for (const candidate of [...call.args.map((argument) => argument.value), ...(call.block === undefined ? [] : [call.block])].reverse()) {
    const fn = candidate.kind === 'function' ? { node: candidate, program, frame } : asFunction(evaluator.evaluate(candidate, program, frame));
    if (fn === undefined) continue;
    const configured = afterBody(fn.node, fn.program, fn.frame, call, evaluator);
    if (configured !== undefined) return configured;
  }
  return undefined;
}

const asFunction = (value: Value): { node: FunctionExpression; program: Matched['program']; frame: Frame | undefined } | undefined => (value.kind === 'function' ? value : undefined);

export function afterBody(fn: FunctionExpression, program: Matched['program'], frame: Frame | undefined, at: Range, evaluator: Evaluator): Value | undefined {
  const parameter = fn.params[0];
  if (parameter === undefined || parameter.target.kind !== 'name') return undefined;
  const index = evaluator.indexOf(program);
  const binding = index.scopeOf(fn.body).bindings.get(parameter.target.name) ?? index.lookUp(parameter.target.name, index.scopeOf(fn.body));
  if (binding === undefined) return undefined;
  const made: Call = { kind: 'call', start: at.start, end: at.end, callee: parameter.target, args: [], isNew: false, argsRange: { start: at.end, end: at.end }, parenthesised: false };
  const blank = evaluator.newObject(made, parameter.target.name, program, frame);
  const inner: Frame = { bindings: new Map([[parameter.target, blank]]), parent: frame, depth: (frame?.depth ?? 0) + 1 };
  const given = evaluator.valueOfBinding(binding, program, undefined, inner);
  // Kotlin's configuring blocks have the object as `this`.
  const value = given.kind === 'object' && evaluator.idiomsOf(program).objectBlocks !== undefined ? afterReceiverBlock(given, fn, program, inner, evaluator) : given;
  if (!fn.isExpressionBody) return value;
  // `o -> o.secure(true)`: what the chain on the parameter gives.
  const returned = index.returnsOf(fn)[0]?.value;
  const chained = returned === undefined ? undefined : evaluator.evaluate(returned, program, inner);
  return chained?.kind === 'object' && chained.history.length > 0 ? { ...chained, fields: value.kind === 'object' ? value.fields : chained.fields } : value;
}
