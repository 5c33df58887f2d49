/** Functions that configure what they are given: `o => o.secure = true`. */
import type { Call, FunctionExpression, Name, Range } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { afterReceiverBlock } from '../values/evaluation/object-blocks.js';
import { handoversOf } from '../values/handover-table.js';
import type { Binding, ProgramIndex } from '../values/program-index.js';
import type { Frame, Value } from '../values/value.js';
import type { Matched } from './matched.js';

/** What a lambda or block does to its parameter. */
export function configuredBy(matched: Matched, evaluator: Evaluator): Value | undefined {
  const { call, program, frame, configurer } = matched;
  if (configurer !== undefined) return afterBody(configurer, program, frame, matched.node, evaluator);
  if (call === undefined) {
    // `options.OnAppendCookie = context => { … }`
    const fn = matched.value === undefined ? undefined : asFunction(evaluator.evaluate(matched.value, program, frame));
    return fn === undefined ? undefined : afterBody(fn.node, fn.program, fn.frame, fn.node, evaluator);
  }
  for (const candidate of [...call.args.map((argument) => argument.value), ...(call.block === undefined ? [] : [call.block])].reverse()) {
    const fn =
      candidate.kind === 'function' ? { node: candidate, program, frame } : asFunction(evaluator.evaluate(candidate, program, frame));
    if (fn === undefined) continue;
    const configured = afterBody(fn.node, fn.program, fn.frame, call, evaluator);
    if (configured !== undefined) return configured;
  }
  return undefined;
}

const asFunction = (value: Value): { node: FunctionExpression; program: Matched['program']; frame: Frame | undefined } | undefined =>
  value.kind === 'function' ? value : undefined;

export function afterBody(
  fn: FunctionExpression,
  program: Matched['program'],
  frame: Frame | undefined,
  at: Range,
  evaluator: Evaluator,
): Value | undefined {
  const index = evaluator.indexOf(program);
  const configured = configuredParameter(fn, index);
  if (configured === undefined) return undefined;
  const { parameter, binding } = configured;
  const made: Call = {
    kind: 'call',
    start: at.start,
    end: at.end,
    callee: parameter,
    args: [],
    isNew: false,
    argsRange: { start: at.end, end: at.end },
    parenthesised: false,
  };
  const blank = evaluator.newObject(made, parameter.name, program, frame);
  const inner: Frame = { bindings: new Map([[parameter, blank]]), parent: frame, depth: (frame?.depth ?? 0) + 1 };
  const given = evaluator.valueOfBinding(binding, program, undefined, inner);
  // Kotlin's configuring blocks have the object as `this`.
  const value =
    given.kind === 'object' && evaluator.idiomsOf(program).blocksHaveThis === true
      ? afterReceiverBlock(given, fn, program, inner, evaluator)
      : given;
  if (!fn.isExpressionBody) return value;
  // `o -> o.secure(true)`: what the chain on the parameter gives.
  const returned = index.returnsOf(fn)[0]?.value;
  const chained = returned === undefined ? undefined : evaluator.evaluate(returned, program, inner);
  return chained?.kind === 'object' && chained.history.length > 0
    ? { ...chained, fields: value.kind === 'object' ? value.fields : chained.fields }
    : value;
}

/** The parameter that the body sets something of, else the first: the options stand beside services (`(services, options) => …`) or a name. */
function configuredParameter(
  fn: FunctionExpression,
  index: ProgramIndex,
): { readonly parameter: Name; readonly binding: Binding } | undefined {
  const scope = index.scopeOf(fn.body);
  const parameters = fn.params.flatMap(({ target }) => {
    const binding = target.kind === 'name' ? (scope.bindings.get(target.name) ?? index.lookUp(target.name, scope)) : undefined;
    return target.kind === 'name' && binding !== undefined ? [{ parameter: target, binding }] : [];
  });
  const [first] = parameters;
  const isSet = parameters.find(({ binding }) => binding.mutations.some((mutation) => mutation.kind === 'set'));
  // `(services, options) => Harden(options.Cookie)`
  const isHandedOn = parameters.find(({ binding }) => handoversOf(binding, index).some(({ path }) => path.length > 0));
  return isSet ?? isHandedOn ?? (first?.parameter === fn.params[0]?.target ? first : undefined);
}
