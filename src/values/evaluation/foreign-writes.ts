/** What other files write into a variable of a file: `settings.SECURE = …`, `Cookies.secure = …`, Go's `Secure = …` in `main`. */
import type { Assignment, Call, ClassDeclaration, Expression, LanguageId, Node, Program } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { importerChanges } from './importer-changes.js';
import { isOneProgram } from './environment-writes.js';
import { guardsOf } from '../guards.js';
import { indexOf, isKind, type Binding, type Mutation, type Write } from '../program-index.js';
import { isDeclaredAt, unknownOrder, type Value } from '../value.js';
import type { When } from './conditions.js';
import { isStart } from './runs.js';

/** A write or change of a variable that stands in another file. */
export interface ForeignWrite {
  readonly event: Write | Mutation;
  readonly program: Program;
}

/** More files than this are not looked through, nor more writes folded: what many write is nobody's constant. */
const MAX_FILES = 24;
const MAX_WRITES = 8;

type After = (event: Write | Mutation, old: Value, when: When, context: Context) => Value | undefined;

/** `value` of a variable after what other files do to it; `after` is what one of them does. */
export function afterForeign(binding: Binding, value: Value, context: Context, after: After): Value {
  if (!mayBeWritten(binding, value, context)) return value;
  let result = value;
  for (const { event, program } of foreignWrites(binding, context)) {
    const there = new Context(context.evaluator, program);
    const before = result;
    result = after(event, before, () => condition(event.node, before, context.program, there), there) ?? before;
  }
  return result;
}

/** `main` and `init` have run, and what a module of the same program does as it is loaded; of other code nobody knows whether it came before, unless it fills in what was left open. */
export function condition(node: Node, before: Value, own: Program, context: Context): Value | undefined {
  const { evaluator, index, program } = context;
  const around = index.functionAround(node);
  if (isStart(around, index) || (around === undefined && isOneProgram(program, own, evaluator)))
    return evaluator.conjunction(guardsOf(node, around, index, { earlyExits: true }), program);
  if (before.kind === 'known' && (before.value === null || before.value === undefined)) return undefined;
  return unknownOrder('another file assigns it', context.origin(node));
}

/** Whether others can reach the variable, and what they would change decides anything. */
function mayBeWritten(binding: Binding, value: Value, { index, program }: Context): boolean {
  if (binding.function !== undefined || binding.class !== undefined || binding.import !== undefined || binding.parameter !== undefined)
    return false;
  if (binding.scope !== index.root && binding.scope.kind !== 'class') return false;
  const isRoot = binding.scope === index.root;
  if (!isRoot && isPrivate(binding, program)) return false;
  if (program.language === 'javascript') return isRoot && isHolder(value) && exportedNames(binding, program).length > 0;
  if (isHolder(value)) return isRoot || value.kind === 'record';
  return isSwitch(value) && !binding.writes.some(({ node }) => isKind(node, 'declaration') && node.constant);
}

/** Languages in which nobody outside the class writes what is declared `private`. */
const HIDING = new Set<LanguageId>(['java', 'csharp', 'kotlin', 'scala', 'php']);

/** Whether the class alone can write the variable, and stands in one file. */
function isPrivate({ writes, scope, name }: Binding, { language, text }: Program): boolean {
  const declared = writes.map(({ node }) => node).filter((node) => node.kind === 'declaration');
  if (!HIDING.has(language) || declared.length === 0) return false;
  const owner = scope.node as ClassDeclaration;
  if (language === 'csharp' && /\bpartial\b/.test(text.slice(Math.max(0, owner.start - 80), owner.body.start))) return false;
  return declared.every(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 40), start);
    const own = text.slice(start, end);
    return /\bprivate\b/.test(
      before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('{'), before.lastIndexOf('}'), before.lastIndexOf(')')) + 1) +
        own.slice(0, own.indexOf(name)),
    );
  });
}

/** Objects whose fields may be set from outside: options, and instances of the repository's own classes. */
const isHolder = (value: Value): boolean => value.kind === 'record' || (value.kind === 'object' && value.instanceOf !== undefined);

/** What decides whether something is on: names, numbers and libraries' objects do not. */
function isSwitch(value: Value): boolean {
  if (value.kind === 'known')
    return typeof value.value === 'boolean' || value.value === null || value.value === undefined || value.value === '';
  return value.kind === 'choice' || value.kind === 'operation' || value.kind === 'environment';
}

/** The names under which other files know a variable. */
function exportedNames(binding: Binding, program: Program): readonly string[] {
  if (program.language !== 'javascript') return [binding.name];
  return indexOf(program).exports.flatMap((one): string[] => {
    if (one.form === 'names') return one.names.filter(({ local }) => local === binding.name).map(({ exported }) => exported);
    if (one.form !== 'declaration') return [];
    if (one.isDefault)
      return isKind(one.declaration, 'expression') &&
        one.declaration.expression.kind === 'name' &&
        one.declaration.expression.name === binding.name
        ? ['default']
        : [];
    return binding.writes.some(({ node }) => node === one.declaration) ? [binding.name] : [];
  });
}

function foreignWrites(binding: Binding, context: Context): readonly ForeignWrite[] {
  const { evaluator } = context;
  let found = evaluator.foreign.get(binding);
  if (found === undefined) {
    // A variable that is asked for while its writers are looked for has none.
    evaluator.foreign.set(binding, []);
    const names = exportedNames(binding, context.program);
    found = (
      context.language === 'javascript' ? writesOfImporters(names, context) : names.flatMap((name) => writesUnder(name, binding, context))
    ).slice(0, MAX_WRITES);
    evaluator.foreign.set(binding, found);
  }
  return found;
}

/** What importers of a JavaScript module change below what it exports under some names. */
function writesOfImporters(names: readonly string[], { program, evaluator }: Context): readonly ForeignWrite[] {
  return importerChanges(program, evaluator).flatMap(({ mutation, program: there }) => {
    const [exported, ...path] = mutation.path;
    return exported !== undefined && names.includes(exported) ? [{ event: { ...mutation, path }, program: there }] : [];
  });
}

function writesUnder(name: string, binding: Binding, context: Context): ForeignWrite[] {
  const { evaluator, program: own } = context;
  return (evaluator.links.filesAssigning?.(own, name, { most: MAX_FILES }) ?? []).flatMap((program) => {
    const there = new Context(evaluator, program);
    const isOf = (object: Expression | undefined, root: Expression): boolean =>
      object === undefined ? isBareName(root, name, binding, context, there) : isOwner(object, binding, context, there);
    return changesOf(name, there).flatMap(({ object, root, path, node }) =>
      isOf(object, root) ? [{ event: eventOf(node, path), program }] : [],
    );
  });
}

/** Methods that change what they are called on. */
const CHANGES = /^(?:set(?:[A-Z_]\w*)?|update!?|merge!|deep_merge!|store|put|delete|pop|setdefault|load\w*|from_\w+)$/;

interface Change {
  readonly node: Assignment | Call;
  /** The expression of that name, and what it is a member of. */
  readonly root: Expression;
  readonly object: Expression | undefined;
  /** The keys below it; of a call the method too. */
  readonly path: readonly string[];
}

/** The assignments to something of the name, or to what lies below it, and the calls of methods on it. */
function changesOf(name: string, { index }: Context): Change[] {
  const assigned = index.assignments.flatMap((node) => (node.target.kind === 'pattern' ? [] : (changeAt(node.target, name, node) ?? [])));
  const called = index.calls.flatMap((node): Change[] => {
    const { callee } = node;
    if (callee.kind !== 'member' || !CHANGES.test(callee.property)) return [];
    const change = changeAt(callee.object, name, node);
    return change === undefined ? [] : [{ ...change, path: [...change.path, callee.property] }];
  });
  return [...assigned, ...called].sort((a, b) => a.node.start - b.node.start);
}

function changeAt(target: Expression, name: string, node: Change['node']): Change | undefined {
  const path: string[] = [];
  let at = target;
  for (;;) {
    if (at.kind === 'name') return at.name === name ? { node, root: at, object: undefined, path } : undefined;
    if (at.kind === 'member') {
      if (at.property === name) return { node, root: at, object: at.object, path };
      path.unshift(at.property);
    } else if (at.kind === 'subscript' && at.index.kind === 'literal') path.unshift(String(at.index.value));
    else return undefined;
    at = at.object;
  }
}

function eventOf(node: Assignment | Call, path: readonly string[]): Write | Mutation {
  if (node.kind === 'call') return { kind: 'call', path, node };
  return path.length === 0 ? { node, value: node.value, path: [], operator: node.operator } : { kind: 'set', path, node };
}

/** Whether a bare name in another file is the variable: by import, by package, as a global. */
function isBareName(
  root: Expression,
  name: string,
  binding: Binding,
  { program: own, index: home }: Context,
  { program, index, evaluator }: Context,
): boolean {
  if (root.kind !== 'name' || binding.scope !== home.root) return false;
  const there = index.bindingOf(root);
  if (there?.import !== undefined)
    return there.import.imported === name && evaluator.links.moduleOf(program, there.import.statement.module)?.path === own.path;
  switch (program.language) {
    case 'go':
    case 'kotlin':
      // Assigned, and declared nowhere in the file: a name of the package.
      return (
        folderOf(program) === folderOf(own) &&
        there?.scope === index.root &&
        there.function === undefined &&
        there.writes.every(({ node }) => isKind(node, 'assignment'))
      );
    case 'ruby':
      // Constants are everybody's; a file that assigns one itself has its own.
      return name.startsWith('$') || (/^[A-Z]/.test(name) && (there === undefined || there.writes.length === 0));
    case 'php':
      // Only functions say that it is the global one.
      return there?.scope === index.root && index.functionAround(root) !== undefined;
    default:
      return false;
  }
}

const folderOf = ({ path }: Program): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Whether an object in another file is the module or class that the variable belongs to. */
function isOwner(object: Expression, binding: Binding, { program: own }: Context, there: Context): boolean {
  if (!['name', 'member'].includes(object.kind)) return false;
  const value = unchanged(there.evaluate(object));
  if (binding.scope.kind === 'class') {
    const owner = binding.scope.node as ClassDeclaration;
    // A class of the same package whose file could not be found by name.
    if (value.kind === 'symbol')
      return value.path === owner.name && there.program.namespace !== undefined && there.program.namespace === own.namespace;
    return isDeclaredAt(value, owner, own);
  }
  return (
    value.kind === 'module' &&
    (value.program.path === own.path ||
      (own.language === 'go' && folderOf(value.program) === folderOf(own) && folderOf(there.program) !== folderOf(own)))
  );
}

/** What a module or class was before the file set anything of it. */
function unchanged(value: Value): Value {
  const [first] = value.kind === 'record' ? value.parts : [];
  return first?.kind === 'spread' ? unchanged(first.value) : value;
}
