/** Canonical paths of references: `cookieStore.set` is `next/headers.cookies().set`, whatever the names in between. */
import type { Call, Expression, FunctionDeclaration, Member, Name, Pattern, Program, Subscript } from '../syntax/ir.js';
import { pathPattern } from './path-pattern.js';
import { isKind, type Binding, type ProgramIndex } from './program-index.js';

/**
 * Where the path begins: in an imported module, at a name that the file does not define, at a parameter or variable
 * whose origin is not known, at `this`, at a definition of the file itself, or at a literal.
 */
export type Root = 'import' | 'global' | 'variable' | 'typed' | 'this' | 'local' | 'literal';

export interface Reference {
  /**
   * Dotted path. Calls are marked with `()`, an unknown subscript with `[]`. Imports begin with the module (`express`,
   * `net/http`), typed variables with the type (`HttpServletResponse`), variables and parameters with their own name.
   */
  readonly path: string;
  readonly root: Root;
  /** The name at the root as the file writes it. */
  readonly rootName: string;
  readonly binding?: Binding | undefined;
}

/** How many variables and operators may lie between an expression and the root of its path. */
const MAX_DEPTH = 24;
/** How many members and calls of one path are written out, from its root on: fluent configurations have a hundred. */
const MAX_LINKS = 2_000;

/** The reference an expression makes, or undefined when it is no path at all (a literal object, an operator). */
export function referenceOf(expression: Expression, index: ProgramIndex, depth = 0): Reference | undefined {
  if (depth > MAX_DEPTH) return undefined;
  // The links of a chain are walked from its end, so that a long one is no deeper than a short one.
  const links: string[] = [];
  let at = expression;
  let root: Reference | undefined;
  while (root === undefined && (at.kind === 'member' || at.kind === 'subscript' || at.kind === 'call')) {
    root = at.kind === 'member' ? fieldReference(at, index, depth) : at.kind === 'call' ? moduleReference(at) : undefined;
    if (root !== undefined) break;
    links.push(linkOf(at, index));
    at = at.kind === 'call' ? at.callee : at.object;
  }
  root ??= rootReference(at, index, depth);
  if (root === undefined || links.length === 0) return root;
  links.reverse();
  if (links.length > MAX_LINKS) links.length = links.lastIndexOf('()', MAX_LINKS - 1) + 1;
  // `(await import('m')).default` and `require('m').default` are what `import m from 'm'` is.
  const own = links[0] === '.default' && isModule(root, index) ? links.slice(1) : links;
  return { ...root, path: root.path + own.join('') };
}

/** A module of JavaScript as a whole. */
const isModule = ({ root, path, rootName, binding }: Reference, { program }: ProgramIndex): boolean =>
  program.language === 'javascript' && root === 'import' && (binding === undefined ? path === rootName : binding.import?.imported === '*');

/** What a member, subscript or call adds to the path. */
function linkOf(expression: Member | Subscript | Call, index: ProgramIndex): string {
  if (expression.kind === 'call') return '()';
  if (expression.kind === 'member') return `.${expression.property}`;
  const key = keyText(expression.index, index);
  return key === undefined ? '[]' : `.${key}`;
}

/** A key that is written, or the name of the header by a constant: `Headers[HeaderNames.SetCookie]`. */
function keyText(key: Expression, index: ProgramIndex): string | undefined {
  if (key.kind === 'literal') return typeof key.value === 'string' ? key.value : undefined;
  if (key.kind === 'member') return /^set[_-]?cookie$/i.test(key.property) ? 'Set-Cookie' : undefined;
  const [write, ...others] = key.kind === 'name' ? (index.bindingOf(key)?.writes ?? []) : [];
  const { value } = write ?? {};
  const isHeader = others.length === 0 && value?.kind === 'literal' && typeof value.value === 'string' && /^set-cookie$/i.test(value.value);
  return isHeader ? 'Set-Cookie' : undefined;
}

function moduleReference(call: Call): Reference | undefined {
  const module = requiredModule(call);
  return module === undefined ? undefined : { path: module, root: 'import', rootName: module };
}

/** The reference of what a chain begins with. */
function rootReference(expression: Expression, index: ProgramIndex, depth: number): Reference | undefined {
  switch (expression.kind) {
    case 'name':
      return nameReference(expression, index, depth);
    case 'unary':
      return expression.operator === 'await' || expression.operator === 'deref'
        ? referenceOf(expression.operand, index, depth + 1)
        : undefined;
    case 'assignment':
      return referenceOf(expression.value, index, depth + 1);
    case 'logical':
      return expression.operator === 'and'
        ? referenceOf(expression.right, index, depth + 1)
        : referenceOf(expression.left, index, depth + 1);
    case 'record':
      return expression.type === undefined ? undefined : suffixed(referenceOf(expression.type, index, depth + 1), '()');
    case 'literal':
      return typeof expression.value === 'string' ? { path: "''", root: 'literal', rootName: '' } : undefined;
    default:
      return undefined;
  }
}

const suffixed = (reference: Reference | undefined, suffix: string): Reference | undefined =>
  reference && { ...reference, path: reference.path + suffix };

/** `require('m')` and `import('m')`: the module's name. */
export function requiredModule(expression: Expression): string | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name') return undefined;
  if (!/^(?:require(?:_relative)?|import)$/.test(expression.callee.name)) return undefined;
  const first = expression.args[0]?.value;
  return first?.kind === 'literal' && typeof first.value === 'string' ? canonicalModule(first.value) : undefined;
}

/** Rust's `a::b` is `a.b` here. */
const canonicalModule = (module: string): string => module.replace(/^node:/, '').replaceAll('::', '.');

/** Path of an imported name: default and namespace imports are the module itself. */
export const importedPath = (module: string, imported: string): string =>
  imported === 'default' || imported === '*'
    ? canonicalModule(module)
    : module === ''
      ? imported
      : `${canonicalModule(module)}.${imported}`;

function nameReference(name: Name, index: ProgramIndex, depth: number): Reference | undefined {
  if (name.name === 'this') return { path: 'this', root: 'this', rootName: 'this' };
  const binding = index.bindingOf(name);
  if (binding === undefined) return { path: name.name, root: 'global', rootName: name.name };
  return bindingReference(binding, index, depth);
}

/** The reference that a binding stands for. */
export function bindingReference(binding: Binding, index: ProgramIndex, depth = 0): Reference {
  const { name } = binding;
  if (binding.import !== undefined)
    return { path: importedPath(binding.import.statement.module, binding.import.imported), root: 'import', rootName: name, binding };
  if (binding.function?.isGetter === true) {
    const given = ofGetter(binding.function, index, depth);
    if (given !== undefined) return { ...given, rootName: name, binding };
  }
  if (binding.function !== undefined || binding.class !== undefined) return { path: name, root: 'local', rootName: name, binding };
  if (binding.parameter !== undefined) {
    if (binding.parameter.target.kind === 'pattern')
      return { path: ['{}', ...(keysTo(binding.parameter.target, name) ?? [name])].join('.'), root: 'variable', rootName: name, binding };
    const type = binding.parameter.target.kind === 'name' ? typePath(binding.parameter.typeName, index) : undefined;
    const module = type === undefined ? definedModule(binding, index) : undefined;
    if (module !== undefined) return { path: canonicalModule(module), root: 'import', rootName: name, binding };
    return type === undefined
      ? { path: name, root: 'variable', rootName: name, binding }
      : { path: type, root: 'typed', rootName: name, binding };
  }
  const type = declaredType(binding, index);
  for (const write of binding.writes) {
    if (write.value === undefined) continue;
    const gathered = gatheredItem(write.value, write.path);
    if (gathered !== undefined) {
      const item = referenceOf(gathered, index, depth + 1);
      if (item !== undefined && item.root !== 'literal')
        return { ...item, path: [item.path, ...write.path.slice(1)].join('.'), rootName: name, binding };
    }
    const written = write.node.kind === 'loop' ? undefined : referenceOf(write.value, index, depth + 1);
    if (written !== undefined && written.root !== 'literal' && !(written.root === 'variable' && type !== undefined)) {
      const path = [written.path, ...write.path.filter((key) => typeof key === 'string' || index.program.language === 'javascript')].join(
        '.',
      );
      // Go's tuples: `a, err := f()` is what `f()` gives; a JavaScript hook's pair is told apart by position.
      return { ...written, path, rootName: name, binding };
    }
    break;
  }
  return type === undefined
    ? { path: name, root: 'variable', rootName: name, binding }
    : { path: type, root: 'typed', rootName: name, binding };
}

/**
 * `define(['js-cookie'], function (Cookies) { … })`, `require([…], …)`: the module that stands at the parameter's place in the list.
 * https://github.com/amdjs/amdjs-api/blob/master/AMD.md
 */
function definedModule({ parameter, parameterOf: fn }: Binding, index: ProgramIndex): string | undefined {
  if (index.program.language !== 'javascript' || parameter === undefined || fn === undefined) return undefined;
  const argument = index.parent(fn);
  const call = argument !== undefined && !isKind(argument, 'call') ? index.parent(argument) : argument;
  if (!isKind(call, 'call') || call.callee.kind !== 'name' || !AMD.has(call.callee.name)) return undefined;
  const list = call.args.map(({ value }) => value).find((value) => value.kind === 'list');
  const named = list?.kind === 'list' ? list.items[fn.params.indexOf(parameter)]?.value : undefined;
  return named?.kind === 'literal' && typeof named.value === 'string' ? named.value : undefined;
}

const AMD = new Set(['define', 'require', 'requirejs']);

/** `const [jar] = await Promise.all([cookies(), …])`: the item that the first key of the way asks for. */
function gatheredItem(value: Expression, [position]: readonly (string | number)[]): Expression | undefined {
  const call = value.kind === 'unary' && value.operator === 'await' ? value.operand : undefined;
  if (call?.kind !== 'call' || typeof position !== 'number' || call.callee.kind !== 'member' || call.callee.property !== 'all')
    return undefined;
  const list = call.callee.object.kind === 'name' && call.callee.object.name === 'Promise' ? call.args[0]?.value : undefined;
  const before = list?.kind === 'list' ? list.items.slice(0, position + 1) : [];
  return before.some(({ spread }) => spread !== undefined) ? undefined : before[position]?.value;
}

/** What a property that is computed stands for: C#'s `IResponseCookies Jar => Response.Cookies`, Kotlin's `val jar get() = …`. */
function ofGetter({ function: fn }: FunctionDeclaration, index: ProgramIndex, depth: number): Reference | undefined {
  const [only, ...others] = index.returnsOf(fn);
  const written = only?.value === undefined || others.length > 0 ? undefined : referenceOf(only.value, index, depth + 1);
  if (written !== undefined && written.root !== 'literal') return written;
  const type = typePath(fn.returnType, index);
  return type === undefined ? undefined : { path: type, root: 'typed', rootName: '' };
}

/** Languages whose classes say what their fields hold. */
const FIELDS = new Set<Program['language']>(['javascript', 'java', 'kotlin', 'csharp', 'scala']);

/** What a class says of its field: the type of an injected service, or what of a library it is set to. */
function fieldReference({ object, property }: Member, index: ProgramIndex, depth: number): Reference | undefined {
  if (!FIELDS.has(index.program.language) || object.kind !== 'name' || object.name !== 'this') return undefined;
  const owner = index.classAround(object);
  const binding = owner === undefined ? undefined : index.classScope(owner)?.bindings.get(property);
  if (binding === undefined) return undefined;
  const reference = bindingReference(binding, index, depth + 1);
  return reference.root === 'typed' || reference.root === 'import' || (binding.function?.isGetter === true && reference.root !== 'local')
    ? reference
    : undefined;
}

/** The type that a class of PHP declares for its field, or for the constructor's parameter that becomes one. */
export function declaredFieldType(expression: Expression, index: ProgramIndex): string | undefined {
  if (
    index.program.language !== 'php' ||
    expression.kind !== 'member' ||
    expression.object.kind !== 'name' ||
    expression.object.name !== 'this'
  )
    return undefined;
  const owner = index.classAround(expression);
  const binding = owner === undefined ? undefined : index.classScope(owner)?.bindings.get(expression.property);
  return binding === undefined ? undefined : (typePath(binding.parameter?.typeName, index) ?? declaredType(binding, index));
}

/** The keys of a destructuring pattern that lead to a name. */
function keysTo(pattern: Pattern, name: string): string[] | undefined {
  for (const element of pattern.elements) {
    if (element.target.kind === 'name') {
      if (element.target.name === name) return [String(element.key)];
    } else {
      const inner = keysTo(element.target, name);
      if (inner !== undefined) return [String(element.key), ...inner];
    }
  }
  return undefined;
}

function declaredType(binding: Binding, index: ProgramIndex): string | undefined {
  for (const write of binding.writes)
    if (write.node.kind === 'declaration' && write.node.typeName !== undefined) return typePath(write.node.typeName, index);
  return undefined;
}

/** The path of a type annotation: imports resolved, generics, nullability and the other members of a union dropped. */
export function typePath(typeName: string | undefined, index: ProgramIndex): string | undefined {
  if (typeName === undefined) return undefined;
  const member = typeName
    .split('|')
    .map((part) => part.trim())
    .find((part) => part !== 'null' && part !== 'undefined' && part !== 'None' && part !== '');
  if (member === undefined) return undefined;
  const bare = member
    .replace(/^(?:Annotated|Optional)\[\s*/, '')
    .replace(/^(?:[*&?\s]|'\w+\s|(?:mut|dyn|impl)\s)+/, '')
    .replace(/[<[({,].*$/s, '')
    .replace(/(?<![?!\s\])])[?!\s\])]+$/, '')
    .replace(/::/g, '.');
  if (bare === '' || /^(?:var|val|any|unknown|object|auto|let)$/.test(bare)) return undefined;
  const [first, ...rest] = bare.split('.');
  const binding = index.root.bindings.get(first!);
  const path = binding?.import === undefined ? first! : importedPath(binding.import.statement.module, binding.import.imported);
  return [path, ...rest].join('.');
}

/**
 * Whether a path fits a pattern. `*` in a pattern stands for one segment, `**.` at its start for any beginning.
 * A path that begins at a global name (no import seen) also fits when it is the pattern's end from a class or
 * module name on: Java's `ResponseCookie.from` fits `org.springframework.http.ResponseCookie.from`.
 */
export function pathFits(pattern: string, reference: Pick<Reference, 'path' | 'root'>, program: Program): boolean {
  const { path } = reference;
  if (pattern === path) return true;
  if (pattern.includes('*')) return globFits(pattern, path);
  if (program.language === 'javascript') return false;
  if (reference.root !== 'global' && reference.root !== 'typed') return false;
  // Go writes every name of another package with the package: a bare one is of the file's own.
  if (program.language === 'go' && !path.includes('.')) return false;
  // What an object is asked is never written without the object: Python's `set()` is no `manager().set()`.
  if (!path.includes('.') && /\(\)\.\w+$/.test(pattern)) return false;
  // A function of one's own is not the method of a class that has its name.
  if ((program.language === 'ruby' || program.language === 'php') && /^[a-z_]\w*$/.test(path)) return false;
  // Nor is it where a function of a type is always written with the type.
  if ((program.language === 'rust' || program.language === 'python') && !path.includes('.') && /\.[A-Z]\w*\.[a-z_]\w*$/.test(pattern))
    return false;
  return pattern.endsWith(path) && '.:/\\'.includes(pattern[pattern.length - path.length - 1] ?? ' ');
}

const globFits = (pattern: string, path: string): boolean => pathPattern(pattern).test(path);
