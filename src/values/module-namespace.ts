/** How Python code writes into its module's namespace other than by assignment: files taken over whole, `globals().update(…)`, classes that load themselves. */
import type { Assignment, Call, Expression, Import, Node } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';

/**
 * One such write. `any`: a name that is computed. `entries`: the names are the keys of a record, or what is given by name. `name`: one name. `class`: the names are
 * the upper-case members of a class.
 */
export type NamespaceWrite =
  | { readonly kind: 'entries'; readonly node: Call; readonly of: Call }
  | { readonly kind: 'name'; readonly node: Assignment | Call; readonly name: string; readonly value: Expression }
  | { readonly kind: 'any'; readonly node: Assignment }
  | { readonly kind: 'class'; readonly node: Call; readonly of: Expression };

/** Names that such a write may define although it can't be followed: settings. */
export const SETTING_NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;

/** Files whose text runs in the module: of the star imports' form, so that everybody who follows those follows these. */
export function includedFiles(calls: readonly Call[], imports: readonly Import[]): { readonly star: Import; readonly call: Call }[] {
  const hasSplitSettings = imports.some((one) => one.module === 'split_settings.tools');
  return calls.flatMap((call) => {
    if (call.callee.kind !== 'name') return [];
    if (call.callee.name === 'include') return hasSplitSettings ? splitSettings(call) : [];
    return call.callee.name === 'exec' || call.callee.name === 'execfile' ? executed(call) : [];
  });
}

/** django-split-settings (https://github.com/wemake-services/django-split-settings): `include('a/b.py', optional('c.py'))`. */
function splitSettings(call: Call): { readonly star: Import; readonly call: Call }[] {
  return call.args.flatMap((argument) => {
    const given = argument.value.kind === 'call' ? argument.value.args[0]?.value : argument.value;
    if (given?.kind !== 'literal' || typeof given.value !== 'string' || !/^[\w./-]+\.py$/.test(given.value)) return [];
    return [{ star: starOf(`./${given.value}`, argument), call }];
  });
}

/** https://docs.python.org/3/library/functions.html#exec: `exec(open(path).read())`; the path's literals tell the file, below the module's folder or the project's. */
function executed(call: Call): { readonly star: Import; readonly call: Call }[] {
  const parts: string[] = [];
  walk(call, (node) => {
    if ('kind' in node && node.kind === 'literal' && typeof node.value === 'string') parts.push(node.value);
  });
  const last = parts.findIndex((part) => part.endsWith('.py'));
  if (last < 0) return [];
  const path = parts.slice(0, last + 1).join('/');
  if (!/^[\w./-]+$/.test(path)) return [];
  return [`./${path}`, path].map((one) => ({ star: starOf(one, call), call }));
}

/** The modules' dots are in the names of such files too (`settings.dist.py`), so that the path itself is the specifier. */
const starOf = (path: string, range: Node): Import => ({
  kind: 'import',
  start: range.start,
  end: range.end,
  module: path,
  names: [{ imported: '*', range }],
});

/** The writes at the top level of a module, in source order. */
export function namespaceWrites(calls: readonly Call[], assignments: readonly Assignment[]): NamespaceWrite[] {
  return [...calls.flatMap(writtenByCall), ...assignments.flatMap(writtenByKey)].sort((a, b) => a.node.start - b.node.start);
}

/** https://docs.python.org/3/library/functions.html#globals; at a module's top level `locals()` and `vars()` are the same dictionary. */
const isNamespace = (expression: Expression): boolean =>
  expression.kind === 'call' &&
  expression.args.length === 0 &&
  expression.callee.kind === 'name' &&
  /^(?:globals|locals|vars)$/.test(expression.callee.name);

/** `sys.modules[__name__]` */
const isOwnModule = (expression: Expression | undefined): boolean =>
  expression?.kind === 'subscript' &&
  expression.object.kind === 'member' &&
  expression.object.property === 'modules' &&
  isOwnName(expression.index);

const isOwnName = (expression: Expression | undefined): boolean => expression?.kind === 'name' && expression.name === '__name__';

function writtenByCall(call: Call): NamespaceWrite[] {
  const { callee, args } = call;
  if (callee.kind === 'name') {
    const [object, name, value] = args;
    if (callee.name !== 'setattr' || !isOwnModule(object?.value) || name?.value.kind !== 'literal' || value === undefined) return [];
    return [{ kind: 'name', node: call, name: String(name.value.value), value: value.value }];
  }
  if (callee.kind !== 'member') return [];
  if (callee.property === 'update' && isNamespace(callee.object)) return [{ kind: 'entries', node: call, of: call }];
  // Class-based settings that a method of theirs copies into the module that it is given.
  return /^load|settings|export/i.test(callee.property) && args.length === 1 && isOwnName(args[0]?.value)
    ? [{ kind: 'class', node: call, of: callee.object }]
    : [];
}

function writtenByKey(node: Assignment): NamespaceWrite[] {
  const { target, value, operator } = node;
  if (target.kind !== 'subscript' || operator !== '=' || !isNamespace(target.object)) return [];
  if (target.index.kind !== 'literal') return [{ kind: 'any', node }];
  return [{ kind: 'name', node, name: String(target.index.value), value }];
}
