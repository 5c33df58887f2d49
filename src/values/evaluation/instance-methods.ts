/** What methods of a class do to the instance that they are called on: `settings.setSecure(false)`, `builder.secure(true)`. */
import type { Assignment, Call, Expression, FunctionExpression, LanguageId, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { withField } from '../fields.js';
import { guardsOf } from '../guards.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { perIndex } from '../per-index.js';
import type { ProgramIndex } from '../program-index.js';
import { unknown, type FunctionValue, type ObjectValue, type Origin, type RecordPart, type Value } from '../value.js';
import { classMember } from './class-members.js';
import { under, type When } from './conditions.js';
import { MAX_DEPTH } from './handovers.js';
import { assigned } from './writes.js';

/** Languages whose fields may be written by their bare names; of the others `own-methods.ts` knows. */
const WITH_INSTANCES = new Set<LanguageId>(['java', 'kotlin', 'scala', 'csharp', 'ruby']);

/** An assignment to a field of the own object, and where below it. */
interface OwnWrite {
  readonly node: Assignment;
  readonly path: readonly string[];
}

/** The instance after the call, which happens under a condition; undefined where the method leaves it as it is. */
export function afterInstanceMethod(
  object: ObjectValue,
  method: string,
  call: Call,
  when: When,
  context: Context,
): ObjectValue | undefined {
  const { instanceOf } = object;
  if (instanceOf === undefined || !WITH_INSTANCES.has(instanceOf.program.language) || (context.frame?.depth ?? 0) >= MAX_DEPTH)
    return undefined;
  const fn = instanceMethod(object, method, context);
  if (fn === undefined) return undefined;
  const origin = context.origin(call);
  const bindings = bindParameters(
    fn,
    givenArguments(call, ({ value }) => context.evaluate(value)),
    origin,
  );
  const changed = leftBy(
    fn,
    object,
    new Context(context.evaluator, fn.program, { bindings, parent: undefined, depth: (context.frame?.depth ?? 0) + 1 }),
  );
  return changed === object ? undefined : whereItHappens(changed, object, when, context, origin);
}

/** The method that a call runs; a setter of Ruby is called `secure=`. */
function instanceMethod({ instanceOf, origin }: ObjectValue, method: string, context: Context): FunctionValue | undefined {
  if (instanceOf === undefined) return undefined;
  const { node, program } = instanceOf;
  // A field may have the name of a method.
  const declared = context.evaluator.indexOf(program).classScope(node)?.bindings.get(method)?.function;
  if (declared !== undefined) return { kind: 'function', node: declared.function, program, frame: context.frame, origin };
  const found = classMember(node, method, new Context(context.evaluator, program, context.frame));
  return found?.kind === 'function' ? found : undefined;
}

/** Each change in turn, with the object as the changes before left it. */
function leftBy({ node, program }: FunctionValue, object: ObjectValue, { evaluator, frame }: Context): ObjectValue {
  const index = evaluator.indexOf(program);
  const writes = writesOf(index).get(node) ?? [];
  let changed = object;
  for (const { node: event, path } of writes) {
    if (!evaluator.budget.step()) return changed;
    const inside = new Context(evaluator, program, { ...frame!, self: changed });
    const origin = inside.origin(event);
    const isDirect = index.functionAround(event) === node;
    const when: When = () => evaluator.conjunction(guardsOf(event, node, index, { earlyExits: true }), program, inside.frame);
    const [head, ...rest] = path as [string, ...string[]];
    const before = evaluator.memberOf(changed, head, origin);
    const next = isDirect
      ? (held: Value): Value => under(when, assigned(event, held, inside), held, origin)
      : (): Value => unknown('a function in the method assigns it', origin);
    const value = rest.length === 0 ? next(before) : withField(before, rest, origin, next);
    changed = withPart(changed, { kind: 'field', key: head, value, added: origin });
  }
  return changed;
}

/** An object with a field in place of what it had there: one that is set a thousand times has one. */
function withPart(object: ObjectValue, part: RecordPart & { kind: 'field' }): ObjectValue {
  const { parts } = object.fields;
  const others = parts.some((one) => one.kind === 'spread') ? parts : parts.filter((one) => one.kind !== 'field' || one.key !== part.key);
  return { ...object, fields: { ...object.fields, parts: [...others, part] } };
}

/** What the call changed, under its condition. */
function whereItHappens(changed: ObjectValue, object: ObjectValue, when: When, { evaluator, frame }: Context, origin: Origin): ObjectValue {
  if (when() === undefined) return changed;
  return changed.fields.parts
    .filter((part): part is RecordPart & { kind: 'field' } => part.kind === 'field' && !object.fields.parts.includes(part))
    .reduce((held, part) => {
      const value = under(when, part.value, evaluator.memberOf(object, part.key, origin, frame), origin);
      return withPart(held, { ...part, value });
    }, object);
}

/** The assignments to own fields in each method, those of the functions in it too. */
const writesOf = perIndex((index): ReadonlyMap<FunctionExpression, readonly OwnWrite[]> => {
  const table = new Map<FunctionExpression, OwnWrite[]>();
  for (const node of index.assignments) {
    const path = node.target.kind === 'pattern' ? undefined : ownPath(node.target, index);
    const method = path === undefined ? undefined : methodAround(node, index);
    if (path === undefined || path.length === 0 || method === undefined) continue;
    table.set(method, [...(table.get(method) ?? []), { node, path }]);
  }
  return table;
});

/** The method of a class around a node. */
function methodAround(node: Node, index: ProgramIndex): FunctionExpression | undefined {
  let fn = index.functionAround(node);
  for (let outer = fn; outer !== undefined; outer = index.functionAround(outer)) fn = outer;
  return fn;
}

/** The names below the own object: `this.secure`, `self.options.secure`, and a bare field of the class. */
function ownPath(target: Expression, index: ProgramIndex): readonly string[] | undefined {
  const path: string[] = [];
  let at = target;
  for (;;) {
    if (at.kind === 'member') path.unshift(at.property);
    else if (at.kind === 'subscript' && at.index.kind === 'literal') path.unshift(String(at.index.value));
    else break;
    at = at.object;
  }
  if (at.kind !== 'name') return undefined;
  const binding = index.bindingOf(at);
  if (at.name === 'this' || (at.name === 'self' && index.program.language === 'python' && binding?.parameter !== undefined)) return path;
  return binding?.scope.kind === 'class' && binding.scope.node === index.classAround(target) ? [at.name, ...path] : undefined;
}
