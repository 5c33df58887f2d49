/** Functions that are written as an argument or as the block of a call, and how the function that they are handed to calls them. */
import { calledName } from '../syntax/called-name.js';
import type { Call, Expression, FunctionExpression, Name } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import type { Called } from './parameters.js';
import { perIndex } from './per-index.js';
import { isKind, type ProgramIndex } from './program-index.js';

/** The call that a function is written in, as an argument or as the block. */
export function handingCall(fn: FunctionExpression, index: ProgramIndex): Call | undefined {
  const parent = index.parent(fn);
  const call = parent !== undefined && !isKind(parent, 'call') ? index.parent(parent) : parent;
  if (!isKind(call, 'call')) return undefined;
  return call.block === fn || call.args.some(({ value }) => value === fn) ? call : undefined;
}

/** The calls by which a function calls what it is handed; none where it hands it on, too. */
export function usesOfHanded(target: Called, handed: Call, fn: FunctionExpression, index: ProgramIndex): readonly Call[] {
  const last = target.node.params.at(-1);
  const position = handed.args.findIndex(({ value }) => value === fn);
  const parameter = position >= 0 ? target.node.params[position] : takesBlock(target) ? last : undefined;
  const name = parameter?.target.kind === 'name' ? parameter.target.name : undefined;
  if (position >= 0 && (name === undefined || parameter?.rest === true)) return [];
  return usesIn(index).of(target.node, name);
}

/** Whether the block is the last parameter: Ruby's `&block`, and the trailing lambdas of Kotlin. */
const takesBlock = ({ node, program }: Called): boolean => {
  const last = node.params.at(-1);
  return last !== undefined && (program.language !== 'ruby' || program.text[last.start] === '&');
};
/** The calls of a parameter in a function, or what it yields; none where the parameter is used otherwise. */
const usesIn = perIndex((index) => {
  const known = new Map<FunctionExpression, Map<string, readonly Call[]>>();
  return {
    of(node: FunctionExpression, name: string | undefined): readonly Call[] {
      const ofFunction = known.get(node) ?? new Map<string, readonly Call[]>();
      known.set(node, ofFunction);
      const key = name ?? 'yield';
      const before = ofFunction.get(key);
      if (before !== undefined) return before;
      const found = callsBy(node, name, index);
      ofFunction.set(key, found);
      return found;
    },
  };
});

function callsBy(node: FunctionExpression, name: string | undefined, index: ProgramIndex): readonly Call[] {
  const calls: Call[] = [];
  const called = new Set<Expression>();
  let isOther = false;
  const isIt = (expression: Expression): boolean =>
    expression.kind === 'name' &&
    (expression.name === 'yield' ? index.program.language === 'ruby' : expression.name === name && isParameterOf(expression, node, index));
  walk(node.body, (one) => {
    if (isKind(one, 'call')) {
      const { callee } = one;
      const held = callee.kind === 'member' && CALLS.test(calledName(callee) ?? '') ? callee.object : callee;
      if (isIt(held)) {
        calls.push(one);
        called.add(held);
      }
    } else if (isKind(one, 'name') && isIt(one) && !called.has(one)) isOther = true;
    return true;
  });
  return isOther ? [] : calls;
}

const isParameterOf = (name: Name, node: FunctionExpression, index: ProgramIndex): boolean => index.bindingOf(name)?.parameterOf === node;

/** By what names functions that are held are called. */
const CALLS = /^(?:call|yield|invoke|Invoke|apply|accept|test|run|get|handle|execute)$/;
