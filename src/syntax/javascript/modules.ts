/** Lowers imports, exports, and what TypeScript turns into values: enums and namespaces. */

import type * as es from 'oxc-parser';

import type { Expression, ImportedName, Range, RecordEntry, Statement } from '../ir.js';
import { lowerRequire } from './calls.js';
import { lowerClass } from './classes.js';
import type { Context } from './context.js';
import { rangeOf } from './estree.js';
import { lowerFunctionDeclaration } from './functions.js';
import { nameOf } from './patterns.js';
import { lowerKey } from './records.js';

/** `import … from 'm'`. */
export function lowerImport(node: es.ImportDeclaration): Statement {
  return {
    kind: 'import',
    ...rangeOf(node),
    module: node.source.value,
    names: node.specifiers.map((specifier): ImportedName => {
      const imported =
        specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : specifier.type === 'ImportNamespaceSpecifier'
            ? '*'
            : exportedName(specifier.imported);
      return { imported, local: specifier.local.name, range: rangeOf(specifier) };
    }),
    ...(node.importKind === 'type' ? { typeOnly: true } : undefined),
  };
}

/** `import x = require('m')` means what `const x = require('m')` means. */
export function lowerImportEquals(context: Context, node: es.TSImportEqualsDeclaration): Statement {
  const reference = node.moduleReference;
  return {
    kind: 'declaration',
    ...rangeOf(node),
    target: nameOf(node.id),
    value: reference.type === 'TSExternalModuleReference' ? lowerRequire(context, reference) : lowerQualifiedName(context, reference),
    scope: 'block',
    constant: true,
  };
}

function lowerQualifiedName(context: Context, node: es.TSTypeName): Expression {
  if (node.type !== 'TSQualifiedName') return context.expression(node);
  return {
    kind: 'member',
    ...rangeOf(node),
    object: lowerQualifiedName(context, node.left),
    property: node.right.name,
    propertyRange: rangeOf(node.right),
  };
}

/** `export const x = …`, `export { x }`, `export { x } from 'm'`; types are left out. */
export function lowerExportNamed(context: Context, node: es.ExportNamedDeclaration, out: Statement[]): void {
  if (node.declaration) {
    const declared: Statement[] = [];
    context.statement(node.declaration, declared);
    for (const declaration of declared) {
      const range = declared.length === 1 ? rangeOf(node) : { start: declaration.start, end: declaration.end };
      out.push(exported(declaration, range, false));
    }
    return;
  }
  if (node.exportKind === 'type') return;
  const specifiers = node.specifiers.filter((specifier) => specifier.exportKind !== 'type');
  if (node.source) {
    const names = specifiers.map(({ local, exported }) => ({ imported: exportedName(local), exported: exportedName(exported) }));
    out.push({ kind: 'export', form: 'from', ...rangeOf(node), module: node.source.value, names });
  } else {
    const names = specifiers.map(({ local, exported }) => ({ local: exportedName(local), exported: exportedName(exported) }));
    out.push({ kind: 'export', form: 'names', ...rangeOf(node), names });
  }
}

/** `export default …`; without a name, functions and classes are expressions. */
export function lowerExportDefault(context: Context, node: es.ExportDefaultDeclaration, out: Statement[]): void {
  const { declaration } = node;
  const declared: Statement[] = [];
  if (declaration.type === 'FunctionDeclaration' && declaration.id) declared.push(lowerFunctionDeclaration(context, declaration));
  else if (declaration.type === 'ClassDeclaration' && declaration.id) declared.push(lowerClass(context, declaration));
  else if (declaration.type !== 'TSInterfaceDeclaration' && (declaration.type as string) !== 'TSDeclareFunction') {
    declared.push({ kind: 'expression', ...rangeOf(declaration), expression: context.expression(declaration) });
  }
  for (const statement of declared) out.push(exported(statement, rangeOf(node), true));
}

/** `enum E { A = 'a', B }` is at run time a record; members without a value count on from the one before. */
export function lowerEnum(context: Context, node: es.TSEnumDeclaration): Statement {
  const entries: RecordEntry[] = [];
  let next: number | undefined = 0;
  for (const member of node.body.members) {
    const { end } = rangeOf(member);
    const value: Expression = member.initializer
      ? context.expression(member.initializer)
      : next === undefined
        ? { kind: 'opaque', start: end, end, children: [] }
        : { kind: 'literal', start: end, end, value: next };
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
    entries.push({ kind: 'property', ...rangeOf(member), key: lowerKey(context, member.id, false), value });
  }
  return {
    kind: 'declaration',
    ...rangeOf(node),
    target: nameOf(node.id),
    value: { kind: 'record', ...rangeOf(node.body), entries, style: 'object' },
    scope: 'block',
    constant: true,
  };
}

type Namespace = Pick<es.TSModuleDeclaration | es.TSGlobalDeclaration, 'type' | 'id' | 'body'>;

/** `namespace A { … }` is at run time what a function of its statements gives: a record of what they export. One of types alone is a block. */
export function lowerNamespace(context: Context, { id, body }: Namespace, out: Statement[]): void {
  // `namespace A.B {}` is a declaration within a declaration for some parsers.
  const inner = body as es.TSModuleBlock | Namespace | null | undefined;
  if (inner?.type === 'TSModuleDeclaration') lowerNamespace(context, inner, out);
  if (inner?.type !== 'TSModuleBlock') return;
  const range = rangeOf(inner);
  const statements = context.statements(inner.body);
  const names = statements.flatMap((statement) =>
    statement.kind === 'export' && statement.form === 'declaration' ? declaredNames(statement.declaration) : [],
  );
  if (id.type !== 'Identifier' || names.length === 0) {
    out.push({ kind: 'block', ...range, body: statements });
    return;
  }
  const place = { start: range.end, end: range.end };
  const entries = names.map((name): RecordEntry => ({
    kind: 'property',
    ...place,
    key: { kind: 'literal', ...place, value: name },
    value: { kind: 'name', ...place, name },
  }));
  const given: Statement = { kind: 'return', ...place, value: { kind: 'record', ...place, entries, style: 'object' } };
  const own = statements.map((statement) =>
    statement.kind === 'export' && statement.form === 'declaration' ? statement.declaration : statement,
  );
  const callee: Expression = {
    kind: 'function',
    ...range,
    params: [],
    body: { kind: 'block', ...range, body: [...own, given] },
    isExpressionBody: false,
  };
  out.push({
    kind: 'declaration',
    ...range,
    target: nameOf(id),
    value: { kind: 'call', ...range, callee, args: [], isNew: false, argsRange: place, parenthesised: true },
    scope: 'block',
    constant: true,
  });
}

function declaredNames(statement: Statement): string[] {
  if (statement.kind === 'function-declaration' || statement.kind === 'class-declaration') return [statement.name];
  return statement.kind === 'declaration' && statement.target.kind === 'name' ? [statement.target.name] : [];
}

/** `@Injectable() export class A {}` has the decorator in the class and before the export. */
export function exported(declaration: Statement, range: Range, isDefault: boolean): Statement {
  return { kind: 'export', form: 'declaration', start: Math.min(range.start, declaration.start), end: range.end, isDefault, declaration };
}

/** The name in an import or export, which may be a string. */
export function exportedName(node: es.ModuleExportName): string {
  return node.type === 'Literal' ? node.value : node.name;
}
