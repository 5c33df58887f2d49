/** What Go functions that make a struct (`func New(secure bool) *T`) are given, as their calls say. */
import { calledName } from '../../syntax/called-name.js';
import type { Call, FunctionExpression, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { bindParameters } from '../parameters.js';
import { isKind } from '../program-index.js';
import { choice, isDeclaredAt, unknown, type Frame, type Value } from '../value.js';
import { dependenciesOf } from '../worlds.js';

/** More places that write a field, or that call the function which does, are not told apart. */
export const MAX_PLACES = 4;

/** One of several values, nobody knows which. */
export function oneOf([first, ...others]: readonly Value[]): Value | undefined {
  return first === undefined ? undefined : others.reduce((before, value) => choice(unknown('it is written at several places', value.origin), value, before, value.origin), first);
}

/** The value that stands at a node, with the parameters of the function around it as its calls bind them. */
export function asConstructed(node: Node, valueIn: (frame: Frame | undefined) => Value, context: Context): Value {
  const value = valueIn(context.frame);
  const maker = context.index.functionAround(node);
  const needed = new Set(maker === undefined ? [] : dependenciesOf(value).parameters.flatMap((parameter) => (parameter.function === maker ? [parameter.name] : [])));
  if (maker === undefined || needed.size === 0) return value;
  const calls = callsOf(maker, context);
  return calls.length > MAX_PLACES ? value : (oneOf(calls.map(({ call, there }) => valueIn(frameOf(call, there, maker, needed, context)))) ?? value);
}

/** The calls of a function at the top of a package, in the package and in those that import it. */
function callsOf(node: FunctionExpression, context: Context): readonly { readonly call: Call; readonly there: Context }[] {
  const { evaluator, program, index } = context;
  const declaration = index.parent(node);
  if (!isKind(declaration, 'function-declaration') || declaration.name.includes('.')) return [];
  const words = [`${declaration.name}(`];
  const programs = [program, ...(evaluator.links.packageFiles?.(program, words) ?? []), ...(evaluator.links.importers?.(program, words) ?? [])];
  return programs.flatMap((one) => {
    const there = new Context(evaluator, one);
    const named = there.index.calls.filter(({ callee }) => calledName(callee) === declaration.name);
    return named.filter((call) => isDeclaredAt(there.evaluate(call.callee), node, program)).map((call) => ({ call, there }));
  });
}

/** Only what is needed of the call: its other arguments are often whole programs. */
function frameOf(call: Call, there: Context, node: FunctionExpression, needed: ReadonlySet<string>, { program }: Context): Frame {
  const origin = there.origin(call);
  const given = call.args.map(({ value, spread }, position) => {
    const target = node.params[position]?.target;
    const isNeeded = spread !== undefined || (target?.kind === 'name' && needed.has(target.name));
    return { value: isNeeded ? there.evaluate(value) : unknown('it is not asked for', origin), ...(spread === undefined ? {} : { spread }) };
  });
  return { bindings: bindParameters({ node, program }, given, origin), parent: undefined, depth: 1 };
}
