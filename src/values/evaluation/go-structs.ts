/** Go's structs: zero values, fields that literals or libraries fill in, methods. */
import type { Call, ClassDeclaration, Declaration, RecordExpression } from '../../syntax/ir.js';
import { holdsConfiguration, isTagged, taggedField } from '../configuration-classes.js';
import type { Context } from '../context.js';
import { grouped } from '../grouped.js';
import { perIndex } from '../per-index.js';
import { isKind, type Binding, type ProgramIndex } from '../program-index.js';
import { typePath } from '../references.js';
import { known, unknown, type ClassValue, type EnvironmentValue, type Origin, type RecordPart, type Value } from '../value.js';
import { newObject } from './objects.js';
import { writtenAnywhere, writtenOnce } from './struct-writes.js';
import { classOfType, zeroValue } from './types.js';

/** `var c http.Cookie`: an object with nothing set. Structs of the repository may be filled in by whom they are passed to. */
export function zeroOfGo(node: Declaration, place: Origin, context: Context): Value | undefined {
  const own = classOfType(node.typeName, context);
  if (own !== undefined) return { ...own, origin: place };
  const { typeName, target, start, end } = node;
  if (/^(?:\[\]|map\[)/.test(typeName ?? '')) return known(null, place);
  // A variable of its own struct type, which some library fills in.
  if (typeName?.startsWith('struct') === true && target.kind === 'name')
    return { kind: 'environment', variable: target.name, source: 'configuration', origin: place };
  const path = typeName === undefined || !/^\w+\.\w+$/.test(typeName) ? undefined : typePath(typeName, context.index);
  if (path === undefined || target.kind !== 'name') return zeroValue(typeName, place);
  const made: Call = {
    kind: 'call',
    start,
    end,
    callee: target,
    args: [],
    isNew: false,
    argsRange: { start: end, end },
    parenthesised: false,
  };
  return newObject(made, path, context);
}

/** A method is declared at the top of a file, under the name of its type. */
export const goMethod = (node: ClassDeclaration, property: string, index: ProgramIndex): Binding | undefined =>
  index.root.bindings.get(`${node.name}.${property}`);

/** A field that is declared and never set by a method; undefined for other members. */
export function goMember(node: ClassDeclaration, property: string, binding: Binding, context: Context): Value | undefined {
  const [written] = binding.writes;
  if (written === undefined || !isKind(written.node, 'declaration')) return undefined;
  // A struct without a name, which is declared where the field is.
  const inner = context.index.classScope(node)?.bindings.get(`${node.name}.${property}`)?.class;
  const type: ClassValue | undefined =
    inner === undefined
      ? classOfType(written.node.typeName, context)
      : { kind: 'class', node: inner, program: context.program, origin: context.origin(inner) };
  if (inner !== undefined && !isTagged(written.node)) return type;
  if (type !== undefined && holdsConfiguration(type.node)) return type;
  return written.value === undefined ? unsetField(node, property, written.node, context) : undefined;
}

/** A field: what the package writes there, what a library fills in, or an instance of its type. */
function unsetField(node: ClassDeclaration, property: string, declaration: Declaration, context: Context): Value {
  const origin = context.origin(declaration);
  const { typeName } = declaration;
  const type = classOfType(typeName, context);
  const tagged = taggedField(declaration, node, origin);
  if (tagged !== undefined)
    return typeName?.startsWith('struct') === true
      ? { ...tagged, variable: property, source: 'configuration' }
      : (type ?? context.evaluator.informed(withDefault(tagged, node, property, typeName, context)));
  const written = writtenInto(
    node,
    property,
    context,
    isPlain(typeName) ? (...of) => writtenAnywhere(...of, (place) => zeroOfField(typeName, place)) : writtenOnce,
  );
  return (
    written ??
    type ??
    configuredUrl(property, declaration, origin) ??
    ofConfiguration(property, node, origin, context) ??
    unknown(`${property} of ${node.name} is set elsewhere`, origin)
  );
}

/** What is written into a field. A copy (`&T{a: t.a}`) says nothing about where it comes from. */
function writtenInto(node: ClassDeclaration, property: string, context: Context, read: typeof writtenOnce): Value | undefined {
  const { budget } = context.evaluator;
  const itself = (): Value => unknown(itselfOf(property, node), context.origin(node));
  return budget.once(`${property}@${budget.idOf(node)}`, () => read(node, property, context), itself);
}

/** https://go.dev/ref/spec#The_zero_value */
function zeroOfField(typeName: string | undefined, place: Origin): Value | undefined {
  if (typeName?.startsWith('*') === true) return known(null, place);
  return typeName === 'bool' ? known(false, place) : typeName === 'string' ? known('', place) : undefined;
}

/** A flag or a text, which are worth a look into other packages: stores and clients are not. */
const isPlain = (typeName: string | undefined): boolean => /^\*?(?:bool|string)$/.test(typeName ?? '');

/** What a function of defaults of the package gives a field that a library fills in: `return Options{Secure: true}`; a text that nobody gives is empty. */
function withDefault(
  tagged: EnvironmentValue,
  node: ClassDeclaration,
  property: string,
  typeName: string | undefined,
  context: Context,
): EnvironmentValue {
  if (tagged.fallback !== undefined) return tagged;
  const found = writtenInto(node, property, context, writtenOnce);
  // The literal of that function was read as one that the library fills in, too.
  const written = found?.kind === 'environment' && found.variable === tagged.variable ? found.fallback : found;
  const empty = typeName === 'string' && tagged.required !== true ? { ...tagged, fallback: known('', tagged.origin) } : tagged;
  if (written === undefined || (written.kind === 'unknown' && written.why === itselfOf(property, node))) return empty;
  // What nobody can tell is the default all the same: it is not the zero value.
  return written.kind === 'known' ||
    written.kind === 'unknown' ||
    written.kind === 'operation' ||
    written.kind === 'object' ||
    written.kind === 'symbol'
    ? { ...tagged, fallback: written }
    : empty;
}

const itselfOf = (property: string, { name }: ClassDeclaration): string => `${property} of ${name} depends on itself`;

/** A parsed URL that is kept in a struct is the operator's: those of requests stay in the requests. */
function configuredUrl(property: string, { typeName }: Declaration, origin: Origin): EnvironmentValue | undefined {
  return /^\*?url\.URL$/.test(typeName ?? '') ? { kind: 'environment', variable: property, source: 'configuration', origin } : undefined;
}

/** A field of a struct that is a section of the configuration: some struct of configuration has a field of its type. */
function ofConfiguration(property: string, node: ClassDeclaration, origin: Origin, { index }: Context): EnvironmentValue | undefined {
  const isSection =
    sectionsIn(index)
      .get(node.name)
      ?.some(({ holder }) => holder !== node) === true;
  return isSection ? { kind: 'environment', variable: property, source: 'configuration', origin } : undefined;
}

/** The structs of configuration that have fields of each type. */
const sectionsIn = perIndex((index) => {
  const sections = index.classes
    .filter(holdsConfiguration)
    .flatMap((holder) =>
      holder.body.body.flatMap((field) =>
        field.kind === 'declaration' && field.typeName !== undefined ? [{ holder, type: field.typeName.replace(/^\*/, '') }] : [],
      ),
    );
  return grouped(sections, ({ type }) => type);
});

/** `Config{true, "/"}`: values that are given by position are the struct's fields in their order. */
export function byName(parts: readonly RecordPart[], expression: RecordExpression, context: Context): readonly RecordPart[] {
  const [first] = expression.entries;
  if (expression.type === undefined || first?.kind !== 'property' || first.key.kind !== 'literal' || String(first.key.value) !== '0')
    return parts;
  const type = context.evaluator.evaluate(expression.type, context.program);
  if (type.kind !== 'class') return parts;
  const names = type.node.body.body.flatMap((field) =>
    field.kind === 'declaration' && field.target.kind === 'name' ? [field.target.name] : [],
  );
  return parts.map((part): RecordPart => {
    const name = part.kind === 'field' ? names[Number(part.key)] : undefined;
    if (part.kind !== 'field' || name === undefined) return part;
    return {
      kind: 'field',
      key: name,
      get value() {
        return part.value;
      },
      ...(part.property === undefined ? {} : { property: part.property }),
    };
  });
}

/** The fields of a struct of configuration: what a literal gives tagged ones is their default, what it leaves out the library fills in. */
export function withFilledFields(parts: readonly RecordPart[], expression: RecordExpression, context: Context): readonly RecordPart[] {
  if (expression.type === undefined) return parts;
  const { evaluator } = context;
  const type = evaluator.evaluate(expression.type, context.program);
  if (type.kind !== 'class' || !holdsConfiguration(type.node)) return parts;
  const scope = evaluator.indexOf(type.program).classScope(type.node);
  const defaults = parts.map((part): RecordPart => {
    const declaration = part.kind === 'field' && part.value.kind === 'known' ? scope?.bindings.get(part.key)?.writes[0]?.node : undefined;
    if (part.kind !== 'field' || !isKind(declaration, 'declaration') || !isTagged(declaration)) return part;
    const filled = taggedField(declaration, type.node, part.value.origin);
    return filled === undefined ? part : { ...part, value: evaluator.informed({ ...filled, fallback: part.value }) };
  });
  return [{ kind: 'spread', value: type }, ...defaults];
}
