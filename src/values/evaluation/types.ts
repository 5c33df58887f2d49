/** Type annotations: the class of the repository that one names, and what a variable of a type holds at first. */
import type { ClassDeclaration, Expression, LanguageId } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { known, type ClassValue, type Origin, type Value } from '../value.js';

/** The class of the repository that a type annotation names. */
export function classOfType(typeName: string | undefined, context: Context): ClassValue | undefined {
  if (context.language === 'rust') return classOfRust(typeName, context);
  const [first = '', ...rest] = (typeName ?? '')
    .replace(/^[*&?\s]+/, '')
    .replace(/[<?![].*$/s, '')
    .trim()
    .split('.');
  // Go's packages and unexported types are written small.
  if (!(context.language === 'go' ? /^\w+$/ : /^[A-Z]\w*$/).test(first)) return undefined;
  let value = typeNamed(first, context);
  for (const name of rest) value = value === undefined ? undefined : context.evaluator.memberOf(value, name, value.origin);
  return value?.kind === 'class' ? value : undefined;
}

/** The same, where it has fields of its own: not an enumeration, one of whose names is a value. */
export function sectionOfType(typeName: string | undefined, context: Context): ClassValue | undefined {
  const type = classOfType(typeName, context);
  return type === undefined || isEnumeration(type.node) ? undefined : type;
}

/** What a field of an enumeration's type holds at first where that is no null: C#'s is its first constant. */
export function firstConstant(typeName: string | undefined, origin: Origin, context: Context): Value | undefined {
  const type = context.language === 'csharp' && typeName?.endsWith('?') !== true ? classOfType(typeName, context) : undefined;
  const [first] = type !== undefined && isEnumeration(type.node) ? type.node.body.body : [];
  return first?.kind === 'declaration' && first.target.kind === 'name'
    ? { ...known(first.target.name, origin), isMember: true }
    : undefined;
}

/** The enumeration that a name means although a property has that name, too: C#'s `public Mode Mode { get; set; } = Mode.Prod`. */
export function enumerationBehind(name: Expression, context: Context): ClassValue | undefined {
  if (context.language !== 'csharp' || name.kind !== 'name') return undefined;
  const node = context.index.bindingOf(name)?.writes[0]?.node;
  const typeName = node?.kind === 'declaration' ? node.typeName?.replace(/\?$/, '') : undefined;
  const type = typeName === name.name ? classOfType(typeName, context) : undefined;
  return type !== undefined && isEnumeration(type.node) ? type : undefined;
}

/** Whether a class lists its values: constants without a written type, which are nobody's fields. */
const isEnumeration = ({ body }: ClassDeclaration): boolean =>
  body.body.some((one) => one.kind === 'declaration' && one.constant && one.isStatic === true && one.typeName === undefined);

/** A type of Rust goes by its last name, which the file declares or imports; a path in full is looked up as it is. */
function classOfRust(typeName: string | undefined, context: Context): ClassValue | undefined {
  const name = typeNameOf(typeName, 'rust');
  if (name === undefined || !/^[A-Z]\w*$/.test(name)) return undefined;
  const path = new RegExp(`\\b(?=\\w)(?<!\\w\\s*::\\s*)((?:\\w+\\s*::\\s*)+)${name}\\b`)
    .exec(typeName ?? '')?.[1]
    ?.split(/(?<!\s)\s*::\s*/)
    .filter((piece) => piece !== '');
  const value =
    typeNamed(name, context) ??
    (path === undefined ? undefined : context.evaluator.definedElsewhere(context.program, [...path, name].join('.')));
  return value?.kind === 'class' ? value : undefined;
}

function typeNamed(name: string, context: Context): Value | undefined {
  const { evaluator, program, index } = context;
  const binding = index.root.bindings.get(name);
  if (binding !== undefined) return evaluator.valueOfBinding(binding, program);
  const declared = index.classes.find((one) => one.name === name);
  return declared === undefined ? evaluator.definedElsewhere(program, name) : classValue(declared, context);
}

/** A class with fields that is declared inside another. */
export function nestedSection(node: ClassDeclaration, typeName: string, context: Context): ClassValue | undefined {
  const inner = context.index.classScope(node)?.bindings.get(typeName.replace(/[<?].*$/s, ''))?.class;
  return inner === undefined || isEnumeration(inner) ? undefined : classValue(inner, context);
}

const classValue = (node: ClassDeclaration, context: Context): ClassValue => ({
  kind: 'class',
  node,
  program: context.program,
  origin: context.origin(node),
});

/** Wrappers that stand for what they hold: pointers, locks, and what frameworks hand to a handler. */
const WRAPPERS =
  /^(?:Arc|Rc|Box|Cow|Ref|RefMut|RwLock|Mutex|Lazy|LazyLock|OnceCell|OnceLock|State|Extension|Data|Result|Option|Depot|Inject)$/;

/** The last name of a written type, without what is only how it is passed: `*pkg.T`, `&'a mut T`, `Arc<T>`. */
export function typeNameOf(typeName: string | undefined, language: LanguageId): string | undefined {
  const bare = (typeName ?? '').replace(/^(?:[*&?\s]|'\w+\b|mut\b|dyn\b|impl\b)+/, '');
  if (language !== 'rust') return /^(?:\w+\.)*(\w+)$/.exec(bare)?.[1];
  const [, name, inner] = /^(?:\w+\s*::\s*)*(\w+)\s*(?:<([\s\S]*)>)?$/.exec(bare) ?? [];
  return name !== undefined && inner !== undefined && WRAPPERS.test(name) ? typeNameOf(inner.split(',')[0], language) : name;
}

/** What a field without initialiser holds in the languages that say so. */
export const zeroValue = (typeName: string | undefined, place: Origin): Value | undefined =>
  place.program.language !== 'rust' && typeName !== undefined && /^(?:bool|boolean)$/.test(typeName) ? known(false, place) : undefined;
