/** What functions that make a struct (`func New(secure bool) *T`, `fn new(secure: bool) -> Self`) are given, as their calls say. */
import { calledName } from '../../syntax/called-name.js';
import type { Call, FunctionExpression, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { bindParameters } from '../parameters.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, isDeclaredAt, unknown, type Frame, type Value } from '../value.js';
import { dependenciesOf } from '../worlds.js';

/** More places that write a field, or that call the function which does, are not told apart. */
export const MAX_PLACES = 4;

/** One of several values, nobody knows which. */
export function oneOf([first, ...others]: readonly Value[]): Value | undefined {
  return first === undefined
    ? undefined
    : others.reduce(
        (before, value) => choice(unknown('it is written at several places', value.origin), value, before, value.origin),
        first,
      );
}

/** The declared function in which a node stands, at whatever depth: an option of `func WithSecure(on bool) Option { return func(…) { … } }`. */
export function makerAround(node: Node, index: ProgramIndex): FunctionExpression | undefined {
  let at = index.functionAround(node);
  while (at !== undefined && !isKind(index.parent(at), 'function-declaration')) at = index.functionAround(at);
  return at;
}

/** The value that stands at a node, with the parameters of the function around it as its calls bind them. */
export function asConstructed(node: Node, valueIn: (frame: Frame | undefined) => Value, context: Context): Value {
  const value = valueIn(context.frame);
  const maker = makerAround(node, context.index);
  const needed = new Set(
    maker === undefined
      ? []
      : dependenciesOf(value).parameters.flatMap((parameter) => (parameter.function === maker ? [parameter.name] : [])),
  );
  if (maker === undefined || needed.size === 0) return value;
  const calls = callsOf(maker, context);
  return calls.length > MAX_PLACES
    ? value
    : (oneOf(calls.map(({ call, there }) => valueIn(frameOf(call, there, maker, needed, context)))) ?? value);
}

/** The calls of a function at the top of a package, or of a method, in the package and in those that import it. */
function callsOf(node: FunctionExpression, context: Context): readonly { readonly call: Call; readonly there: Context }[] {
  const { evaluator, program, index } = context;
  const declaration = index.parent(node);
  if (!isKind(declaration, 'function-declaration')) return [];
  const name = declaration.name.slice(declaration.name.lastIndexOf('.') + 1);
  const isMethod = declaration.name.includes('.') || index.classAround(declaration) !== undefined;
  const words = [`${name}(`];
  const programs = [
    program,
    ...(evaluator.links.packageFiles?.(program, words) ?? []),
    ...(evaluator.links.importers?.(program, words) ?? []),
  ];
  return programs.flatMap((one) => {
    const there = new Context(evaluator, one);
    const named = there.index.calls.filter(({ callee }) => calledName(callee) === name);
    return named.filter(({ callee }) => isCallOf(there.evaluate(callee), node, program, isMethod)).map((call) => ({ call, there }));
  });
}

/** A method of an object that could not be followed may be this one. */
const isCallOf = (called: Value, node: FunctionExpression, program: Context['program'], isMethod: boolean): boolean =>
  called.kind === 'function' ? isDeclaredAt(called, node, program) : isMethod;

/** Only what is needed of the call: its other arguments are often whole programs. */
function frameOf(call: Call, there: Context, node: FunctionExpression, needed: ReadonlySet<string>, { program }: Context): Frame {
  const origin = there.origin(call);
  const given = call.args.map(({ value, spread }, position) => {
    const target = node.params[position]?.target;
    const isNeeded = spread !== undefined || (target?.kind === 'name' && needed.has(target.name));
    return {
      value: isNeeded ? there.evaluate(value) : unknown('it is not asked for', origin),
      ...(spread === undefined ? {} : { spread }),
    };
  });
  return { bindings: bindParameters({ node, program }, given, origin), parent: undefined, depth: 1 };
}
