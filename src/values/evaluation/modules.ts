/** What other files give: exports by name, names that need no import, members of the class a file is named after. */
import type { Export, ExportDeclaration, Name, Node, Pattern, Program } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { isAbsent } from '../fields.js';
import { isKind } from '../program-index.js';
import { through, type Value } from '../value.js';
import { classMember } from './class-members.js';
import { condition } from './foreign-writes.js';
import { importerChanges } from './importer-changes.js';
import { afterMutation } from './mutations.js';
import { starred } from './star-imports.js';
import { exportedAs } from './whole-files.js';

/** Languages whose files hold one class of the same name. */
const NAMED_AFTER_CLASS = new Set<Program['language']>(['java', 'kotlin', 'scala', 'csharp']);

/** What a module exports under a name; `default` for the default export. */
export function exportOf(program: Program, name: string, evaluator: Evaluator): Value | undefined {
  const context = new Context(evaluator, program);
  if (program.language !== 'javascript') return topLevel(name, context);
  return ownExport(name, context) ?? exportFrom(name, context) ?? fieldOfWhole(name, context);
}

/** What the module itself declares under the name. */
function ownExport(name: string, context: Context): Value | undefined {
  const { evaluator, program, index } = context;
  for (const one of index.exports) {
    if (one.form === 'declaration' && one.isDefault && name === 'default') return defaultExport(one, context);
    const local = localName(one, name);
    const binding = local === undefined ? undefined : index.root.bindings.get(local);
    if (binding !== undefined) return evaluator.valueOfBinding(binding, program);
  }
  return undefined;
}

/** What the module calls that which this statement exports under the name. */
function localName(one: Export, name: string): string | undefined {
  if (one.form === 'declaration') return !one.isDefault && declares(one.declaration, name) ? name : undefined;
  return one.form === 'names' ? one.names.find(({ exported }) => exported === name)?.local : undefined;
}

function defaultExport({ declaration }: ExportDeclaration, context: Context): Value | undefined {
  const { program } = context;
  if (isKind(declaration, 'expression'))
    return declaration.expression.kind === 'name'
      ? context.evaluate(declaration.expression)
      : afterImporters(context.evaluate(declaration.expression), context);
  if (isKind(declaration, 'function-declaration'))
    return { kind: 'function', node: declaration.function, program, frame: undefined, origin: context.origin(declaration) };
  return isKind(declaration, 'class-declaration')
    ? { kind: 'class', node: declaration, program, origin: context.origin(declaration) }
    : undefined;
}

/** A default export that has no name of its own, after what the files that import it do to it. */
function afterImporters(whole: Value, { evaluator, program }: Context): Value {
  if (whole.kind !== 'record' && whole.kind !== 'object') return whole;
  let value: Value = whole;
  for (const { mutation, program: other } of importerChanges(program, evaluator)) {
    const [exported, ...path] = mutation.path;
    if (exported !== 'default' || (mutation.kind === 'set' && path.length === 0)) continue;
    const [before, there] = [value, new Context(evaluator, other)];
    value = afterMutation({ ...mutation, path }, before, () => condition(mutation.node, before, program, there), there);
  }
  return value;
}

/** `export … from './other'`: what another module exports, under its own name, a new one, or as a whole. */
function exportFrom(name: string, context: Context): Value | undefined {
  const { evaluator, program } = context;
  for (const one of context.index.exports) {
    if (one.form !== 'from') continue;
    for (const { imported, exported } of one.names) {
      if (exported !== name && !(imported === '*' && exported === undefined && name !== 'default')) continue;
      const target = evaluator.links.moduleOf(program, one.module);
      if (target === undefined) continue;
      if (imported === '*' && exported !== undefined) return { kind: 'module', program: target, origin: context.origin(one) };
      const value = evaluator.exportOf(target, imported === '*' ? name : imported);
      if (value !== undefined) return through(value, context.origin(one));
    }
  }
  return undefined;
}

/** A name at the top of a file of a language that exports all of them. */
function topLevel(name: string, context: Context): Value | undefined {
  const { evaluator, program, index } = context;
  const binding = index.root.bindings.get(name) ?? starred(name, context);
  if (binding !== undefined) return evaluator.valueOfBinding(binding, program);
  return fieldOfWhole(name, context) ?? memberOfFileClass(name, context) ?? evaluator.definedElsewhere(program, name);
}

function fieldOfWhole(name: string, { evaluator, program }: Context): Value | undefined {
  const whole = program.language === 'javascript' && name !== 'default' ? exportedAs(name, program, evaluator) : evaluator.wholeOf(program);
  if (whole === undefined || name === 'default') return whole;
  const field = evaluator.memberOf(whole, name, whole.origin);
  return isAbsent(field) ? undefined : field;
}

/** `import static a.Flags.SECURE` and `using static`: a member of the class that the file is named after. */
function memberOfFileClass(name: string, context: Context): Value | undefined {
  if (!NAMED_AFTER_CLASS.has(context.language)) return undefined;
  const { path } = context.program;
  const own = context.index.root.bindings.get(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''))?.class;
  return own === undefined ? undefined : classMember(own, name, context);
}

/** A global name, dotted for nested ones, that another file of the repository defines. */
export function definedElsewhere(program: Program, name: string, evaluator: Evaluator): Value | undefined {
  const elsewhere = evaluator.links.definitionOf(program, name);
  if (elsewhere === undefined) return undefined;
  const found = evaluator.valueOfBinding(elsewhere.binding, elsewhere.program);
  return through(found, found.origin);
}

function declares(statement: Node, name: string): boolean {
  if (isKind(statement, 'declaration')) return targetDeclares(statement.target, name);
  if (isKind(statement, 'function-declaration') || isKind(statement, 'class-declaration')) return statement.name === name;
  if (isKind(statement, 'block')) return statement.body.some((inner) => declares(inner, name));
  return false;
}

function targetDeclares(target: Name | Pattern, name: string): boolean {
  return target.kind === 'name' ? target.name === name : target.elements.some((element) => targetDeclares(element.target, name));
}

/** The specifier of a name inside a module: Python `.` + `settings`, Java `a.b` + `C`. */
export function joinModule(module: string, name: string, program: Program): string {
  if (program.language === 'javascript') return `${module}/${name}`;
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}
