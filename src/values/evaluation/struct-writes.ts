/** What a field of a struct (Go, Rust) holds by what the program writes into it. */
import type { Call, ClassDeclaration, Expression, Member } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { grouped } from '../grouped.js';
import { handoversOf } from '../handover-table.js';
import type { Wanted } from '../links.js';
import { perIndex } from '../per-index.js';
import { isKind } from '../program-index.js';
import { choice, isDeclaredAt, unknownOrder, type Frame, type Origin, type Value } from '../value.js';
import { bindsMember, boundFlag, takesAddress } from './bound-flags.js';
import { isStart } from './runs.js';
import { isInstance, writesOf, type FieldAssignment, type StructLiteral } from './struct-fields.js';
import { asConstructed, makerAround, MAX_PLACES, oneOf } from './struct-makers.js';

/** What the language gives a field that a literal leaves out; undefined where nothing is known of it. */
export type Zero = (origin: Origin) => Value | undefined;

/** What a field holds that is written at one place; undefined where there are none or several. */
export function writtenOnce(node: ClassDeclaration, property: string, context: Context): Value | undefined {
  const { literals, assignments } = writesOf(node, property, context);
  const places = [
    ...literals.flatMap(({ valueIn, context: there }) => (valueIn === undefined ? [] : [() => valueIn(there.frame)])),
    ...assignments.map(
      ({ node: at, context: there }) =>
        () =>
          there.evaluate(at.value),
    ),
  ];
  return places.length === 1 ? places[0]!() : undefined;
}

/** What a field holds that the program writes anywhere; undefined where nothing is seen to. */
export function writtenAnywhere(node: ClassDeclaration, property: string, context: Context, zero: Zero): Value | undefined {
  const flag = flagOf(node, property, context);
  if (flag !== undefined) return flag;
  const { literals, assignments } = writesOf(node, property, context);
  // What the function that makes a struct does to it belongs to what it makes.
  const inMaker = assignments.filter((one) => literals.some((literal) => isOfMaker(one, literal)));
  const starts =
    inMaker.length === 0
      ? startsOf(literals, property, zero)
      : literals.flatMap(
          (literal) =>
            startOf(
              literal,
              inMaker.filter((one) => isOfMaker(one, literal)),
              property,
              zero,
            ) ?? [],
        );
  const made = several(starts);
  const later = assignments.filter((one) => !inMaker.includes(one));
  if (later.length > MAX_PLACES) return undefined;
  return later.reduce<Value | undefined>((before, one) => afterLater(one, before, zero), made) ?? handedOver(property, context);
}

/** The field in each literal; those that leave it out are alike, and one of them is enough where no library fills any in. */
function startsOf(literals: readonly StructLiteral[], property: string, zero: Zero): readonly Value[] {
  const left = literals.filter(({ valueIn }) => valueIn === undefined);
  const others = literals.filter(({ valueIn }) => valueIn !== undefined);
  const filled = left.find(isFilledOutside);
  return [...others, ...left.slice(0, 1), ...(filled === undefined ? [] : [filled])].flatMap(
    (literal) => startOf(literal, [], property, zero) ?? [],
  );
}

/** Whether the function around an assignment makes the struct that is assigned to. */
function isOfMaker({ node, context }: FieldAssignment, literal: StructLiteral): boolean {
  const { index } = context;
  if (
    literal.context.program !== context.program ||
    node.start < literal.node.end ||
    node.target.kind !== 'member' ||
    node.target.object.kind !== 'name'
  )
    return false;
  const around = index.functionAround(node);
  if (around === undefined || around !== index.functionAround(literal.node)) return false;
  const writes = index.bindingOf(node.target.object)?.writes ?? [];
  return writes.some(({ value }) => value === literal.node || (value?.kind === 'unary' && value.operand === literal.node));
}

/** The field of a literal, after what its maker assigns. */
function startOf(literal: StructLiteral, assigned: readonly FieldAssignment[], property: string, zero: Zero): Value | undefined {
  const { node, context, valueIn } = literal;
  const origin = context.origin(node);
  const first = valueIn ?? (isFilledOutside(literal) ? (): Value => configured(property, origin) : undefined);
  const left = first === undefined ? leftOut(zero(origin), property) : undefined;
  if (first === undefined && left === undefined && assigned.length === 0) return undefined;
  const all = (frame: Frame | undefined): Value => {
    const begun = first?.(frame) ?? left;
    return assigned.reduce<Value | undefined>((before, one) => underGuard(one, before, frame, zero), begun)!;
  };
  return asConstructed(node, all, context);
}

const leftOut = (value: Value | undefined, property: string): Value | undefined =>
  value?.kind === 'known' ? { ...value, leftOut: property } : value;

/** The assigned value under the conditions of the assignment. */
function underGuard({ node, context }: FieldAssignment, before: Value | undefined, frame: Frame | undefined, zero: Zero): Value {
  const { evaluator, index, program } = context;
  const value = evaluator.evaluate(node.value, program, frame);
  const guard = evaluator.conjunction(guardsOf(node, index.functionAround(node), index, { earlyExits: false }), program, frame);
  const origin = context.origin(node);
  const otherwise = before ?? zero(origin);
  return guard === undefined || otherwise === undefined ? value : choice(guard, value, otherwise, origin);
}

/** An assignment in another function than the one that makes the struct: `main` has run, of others nobody knows. */
function afterLater(one: FieldAssignment, before: Value | undefined, zero: Zero): Value {
  const { node, context } = one;
  // Nobody is seen to switch it on; whoever imports the package may switch it off.
  if (before?.kind === 'known' && (before.value !== true || isPrivate(one)) && isOfNobody(one)) return before;
  const value = asConstructed(node, (frame) => underGuard(one, before, frame, zero), context);
  if (before === undefined || isStart(context.index.functionAround(node), context.index)) return value;
  const origin = context.origin(node);
  return choice(unknownOrder('it is assigned in another function', origin), value, before, origin);
}

/** Different values of many literals are not told apart; equal ones are one. */
function several(values: readonly Value[]): Value | undefined {
  const plain = new Set<unknown>();
  const different = values.filter((value) => {
    if (value.kind !== 'known') return true;
    const isNew = !plain.has(value.value);
    plain.add(value.value);
    return isNew;
  });
  return different.length > MAX_PLACES ? oneOf(different.slice(0, MAX_PLACES)) : oneOf(different);
}

/** An assignment in a function that nothing in the repository names: an option or setter that nobody uses. */
function isOfNobody({ node, context }: FieldAssignment): boolean {
  const { index, program, evaluator } = context;
  const maker = makerAround(node, index);
  const declaration = maker === undefined ? undefined : index.parent(maker);
  if (maker === undefined || isStart(maker, index) || !isKind(declaration, 'function-declaration')) return false;
  const files = evaluator.links.filesNaming?.(program, nameOf(declaration.name));
  if (files?.some((file) => file !== program.path) === true) return false;
  const word = new RegExp(`\\b${nameOf(declaration.name)}\\b`, 'g');
  return (program.text.match(word) ?? []).length < 2;
}

/** https://go.dev/ref/spec#Exported_identifiers */
function isPrivate({ node, context }: FieldAssignment): boolean {
  const maker = makerAround(node, context.index);
  const declaration = maker === undefined ? undefined : context.index.parent(maker);
  return context.language === 'go' && isKind(declaration, 'function-declaration') && /^[a-z_]/.test(nameOf(declaration.name));
}

const nameOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** `t := &T{}` that is handed to a library, which fills it in: `json.Unmarshal(data, &t)`. */
function isFilledOutside({ node, context }: StructLiteral): boolean {
  const { index, program, language } = context;
  if (language !== 'go') return false;
  const parent = index.parent(node);
  const holder = isKind(parent, 'unary') ? index.parent(parent) : parent;
  const binding =
    isKind(holder, 'declaration') && holder.target.kind === 'name' ? index.lookUp(holder.target.name, index.scopeOf(holder)) : undefined;
  if (binding === undefined) return false;
  const isPointer = program.text[node.start - 1] === '&' || node.kind === 'call';
  return handoversOf(binding, index).some(
    ({ node: call, argument, path }) =>
      path.length === 0 &&
      argument.start > node.end &&
      (isPointer || program.text[argument.start - 1] === '&') &&
      isOutside(call.callee, context),
  );
}

const isOutside = (callee: Expression, context: Context): boolean =>
  callee.kind === 'member' && FILLS.test(callee.property) && context.evaluate(callee).kind !== 'function';

/** What fills a struct in: decoders, loaders of configuration, binders of requests. */
const FILLS =
  /^(?:Unmarshal\w*|Decode\w*|Parse\w*|Process\w*|Load\w*|Read\w*|Scan\w*|Bind\w*|ShouldBind\w*|Get|Fill|Populate|MapTo|From\w*|Exec|Run|Set)$/;

/** The flag of the command line that is bound to a field, in the package of the struct or in those that import it. */
function flagOf(node: ClassDeclaration, property: string, context: Context): Value | undefined {
  const { evaluator, program } = context;
  if (context.idioms.boundFlags === undefined) return undefined;
  const binds = bindsMember(property, context.idioms);
  const importers = evaluator.links.importers?.(program, [node.name, `.${property},`, binds]) ?? [];
  for (const there of [...packageOf([`.${property},`, binds], context), ...importers.map((one) => new Context(evaluator, one))]) {
    for (const { call, target } of addressesIn(there.index).get(property) ?? []) {
      const flag =
        call.args[0]?.value === target && mayBeOf(target.object, node, context, there) ? boundFlag(call, target, there) : undefined;
      if (flag !== undefined) return flag;
    }
  }
  return undefined;
}

const packageOf = (words: readonly Wanted[], { evaluator, program, frame }: Context): readonly Context[] =>
  [program, ...(evaluator.links.packageFiles?.(program, words) ?? [])].map((one) => new Context(evaluator, one, frame));

/** Whether an object may be an instance of the struct: names tell, what lies deeper does not. */
function mayBeOf(object: Expression, node: ClassDeclaration, context: Context, there: Context): boolean {
  if (object.kind !== 'name') return true;
  if (isInstance(object, node, context, there)) return true;
  const value = there.evaluate(object);
  const type =
    value.kind === 'record' && value.node?.type !== undefined ? there.evaluator.evaluate(value.node.type, value.origin.program) : value;
  return isDeclaredAt(type, node, context.program);
}

/** `fill(&c.Server.Secure, "SERVER_SECURE")`: a function that is given a field's address fills it in from outside the program. */
function handedOver(property: string, context: Context): Value | undefined {
  if (context.language !== 'go') return undefined;
  for (const there of packageOf([`.${property}`, takesAddress(property)], context)) {
    const [given] = addressesIn(there.index).get(property) ?? [];
    if (given !== undefined) return configured(property, there.origin(given.target));
  }
  return undefined;
}

/** `&c.Secure` as an argument of a call. */
interface Address {
  readonly call: Call;
  readonly target: Member;
}

/** The fields whose addresses calls are given, by their names: gone through once for each file. */
const addressesIn = perIndex((index): ReadonlyMap<string, readonly Address[]> => {
  const addresses = index.calls.flatMap((call) =>
    call.args.flatMap(({ value }): Address[] =>
      value.kind === 'member' && index.program.text[value.start - 1] === '&' ? [{ call, target: value }] : [],
    ),
  );
  return grouped(addresses, ({ target }) => target.property);
});

const configured = (variable: string, origin: Origin): Value => ({ kind: 'environment', variable, source: 'configuration', origin });
