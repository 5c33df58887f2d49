/** Lowers ESTree and TS-ESTree, from whichever parser, into the IR. */

import type * as es from 'oxc-parser';

import type {
  Argument,
  Assignment,
  BinaryOperator,
  Block,
  Call,
  ClassDeclaration,
  Comment,
  Declaration,
  Expression,
  FunctionExpression,
  ImportedName,
  Literal,
  Name,
  Parameter,
  Pattern,
  PatternElement,
  Program,
  Property,
  Range,
  RecordEntry,
  Statement,
  SwitchCase,
  SyntaxProblem,
} from '../ir.js';

/** Any ESTree node: espree and oxc-parser write `start` and `end`, @typescript-eslint/parser only `range`. */
export interface EstreeNode {
  readonly type: string;
  readonly range?: readonly [number, number] | undefined;
  readonly start?: number;
  readonly end?: number;
}

/** A comment as the parsers hand it over; its `value` is without delimiters. */
export interface EstreeComment extends EstreeNode {
  readonly value: string;
}

/** Deeper code than this becomes `opaque`: later stages recurse, and no one writes such code by hand. */
const MAX_DEPTH = 600;

/** Longer chains of binary operators (generated text, concatenated line by line) are kept flat. */
const MAX_OPERANDS = 150;

/** What is known about a text beyond its syntax tree. */
export interface Reading {
  /** What the parser could not read. */
  readonly problems?: readonly SyntaxProblem[];
  /** Parts that a template engine fills in, in order; the parser saw something else in their place. */
  readonly holes?: readonly Range[];
}

/**
 * Lowers a parsed file. The syntax tree is only read.
 * @param ast an ESTree `Program` whose offsets are UTF-16 code units of `text`
 * @param text the text that the offsets refer to
 * @param path path of the file, with forward slashes
 * @param comments the comments of the file, by default those that hang on the tree
 */
export function lowerEstree(
  ast: EstreeNode,
  text: string,
  path: string,
  comments: readonly EstreeComment[] = (ast as { comments?: readonly EstreeComment[] }).comments ?? [],
  { problems = [], holes = [] }: Reading = {},
): Program {
  const lowering = new Lowering(text, [...problems], holes);
  return {
    path,
    language: 'javascript',
    text,
    body: lowering.statements((ast as es.Program).body),
    comments: comments.map((comment) => lowerComment(comment, text)),
    problems: lowering.problems,
  };
}

/** Cuts the text out of the file, where what the parser saw may have been blanked out. */
function lowerComment(comment: EstreeComment, text: string): Comment {
  const { start, end } = rangeOf(comment);
  const isBlock = text.startsWith('/*', start);
  if (!isBlock && !text.startsWith('//', start)) return { start, end, text: comment.value };
  return { start, end, text: text.slice(start + 2, isBlock ? end - 2 : end) };
}

function startOf(node: EstreeNode): number {
  return node.range === undefined ? node.start! : node.range[0];
}

function endOf(node: EstreeNode): number {
  return node.range === undefined ? node.end! : node.range[1];
}

function rangeOf(node: EstreeNode): { start: number; end: number } {
  return node.range === undefined ? { start: node.start!, end: node.end! } : { start: node.range[0], end: node.range[1] };
}

const BINARY_OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  in: 'in',
  instanceof: 'instanceof',
};

const UNARY_OPERATORS = { '!': 'not', '-': 'minus', '+': 'plus', typeof: 'typeof', void: 'void', '~': 'other', delete: 'other' } as const;

const ASSIGNMENT_OPERATORS: Readonly<Record<string, Assignment['operator']>> = {
  '=': '=',
  '||=': 'or',
  '??=': 'nullish',
  '&&=': 'and',
  '+=': 'append',
};

/** Wrappers that change types or grouping but not values. */
type Wrapper =
  | es.ChainExpression
  | es.ParenthesizedExpression
  | es.TSAsExpression
  | es.TSSatisfiesExpression
  | es.TSNonNullExpression
  | es.TSTypeAssertion
  | es.TSInstantiationExpression;

type AnyFunction = es.Function | es.ArrowFunctionExpression;

/** One lowering of one file: holds the text, and how deep it stands in the tree. */
class Lowering {
  readonly #text: string;
  readonly problems: SyntaxProblem[];
  readonly #holes: readonly Range[];
  #depth = 0;

  constructor(text: string, problems: SyntaxProblem[], holes: readonly Range[]) {
    this.#text = text;
    this.problems = problems;
    this.#holes = holes;
  }

  // ---------------------------------------------------------------- statements

  statements(nodes: readonly es.Statement[]): Statement[] {
    const statements: Statement[] = [];
    for (const node of nodes) this.#statement(node, statements);
    return statements;
  }

  /** Lowers one statement into `out`: none for what only declares types, several for `let a, b`. */
  #statement(node: es.Statement, out: Statement[]): void {
    if (this.#depth >= MAX_DEPTH) {
      out.push({ kind: 'expression', ...rangeOf(node), expression: this.#tooDeep(node) });
      return;
    }
    this.#depth++;
    this.#shallowStatement(node, out);
    this.#depth--;
  }

  #shallowStatement(node: es.Statement, out: Statement[]): void {
    switch (node.type) {
      case 'ExpressionStatement':
        out.push({ kind: 'expression', ...rangeOf(node), expression: this.expression(node.expression) });
        return;
      case 'VariableDeclaration':
        this.#variables(node, out);
        return;
      case 'FunctionDeclaration':
        out.push(this.#functionDeclaration(node));
        return;
      case 'ClassDeclaration':
        out.push(this.#class(node));
        return;
      case 'ReturnStatement':
        out.push({ kind: 'return', ...rangeOf(node), ...this.#optional('value', node.argument) });
        return;
      case 'ThrowStatement':
        out.push({ kind: 'throw', ...rangeOf(node), value: this.expression(node.argument) });
        return;
      case 'IfStatement':
        out.push({
          kind: 'if',
          ...rangeOf(node),
          test: this.expression(node.test),
          consequent: this.#block(node.consequent),
          ...(node.alternate ? { alternate: this.#block(node.alternate) } : undefined),
        });
        return;
      case 'BlockStatement':
        out.push(this.#block(node));
        return;
      case 'LabeledStatement':
        this.#statement(node.body, out);
        return;
      case 'SwitchStatement':
        out.push({
          kind: 'switch',
          ...rangeOf(node),
          subject: this.expression(node.discriminant),
          cases: node.cases.map((clause) => this.#case(clause)),
        });
        return;
      case 'TryStatement':
        out.push({
          kind: 'try',
          ...rangeOf(node),
          body: this.#block(node.block),
          handlers: node.handler ? [this.#handler(node.handler)] : [],
          ...(node.finalizer ? { final: this.#block(node.finalizer) } : undefined),
        });
        return;
      case 'ForStatement':
        this.#for(node, out);
        return;
      case 'ForOfStatement':
      case 'ForInStatement':
        out.push(this.#forEach(node));
        return;
      case 'WhileStatement':
      case 'DoWhileStatement':
        out.push({ kind: 'loop', ...rangeOf(node), test: this.expression(node.test), body: this.#block(node.body) });
        return;
      case 'WithStatement':
        out.push({ kind: 'expression', ...rangeOf(node.object), expression: this.expression(node.object) });
        out.push(this.#block(node.body));
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        out.push({ kind: 'jump', ...rangeOf(node) });
        return;
      case 'ImportDeclaration':
        out.push(this.#import(node));
        return;
      case 'ExportNamedDeclaration':
        this.#exportNamed(node, out);
        return;
      case 'ExportDefaultDeclaration':
        this.#exportDefault(node, out);
        return;
      case 'ExportAllDeclaration':
        if (node.exportKind === 'type') return;
        out.push({
          kind: 'export',
          form: 'from',
          ...rangeOf(node),
          module: node.source.value,
          names: [node.exported ? { imported: '*', exported: exportedName(node.exported) } : { imported: '*' }],
        });
        return;
      case 'TSExportAssignment':
        out.push(exported({ kind: 'expression', ...rangeOf(node.expression), expression: this.expression(node.expression) }, rangeOf(node), true));
        return;
      case 'TSImportEqualsDeclaration':
        if (node.importKind !== 'type') out.push(this.#importEquals(node));
        return;
      case 'TSEnumDeclaration':
        if (!node.declare) out.push(this.#enum(node));
        return;
      case 'TSModuleDeclaration':
        if (!node.declare && node.body) this.#module(node.body, out);
        return;
      case 'EmptyStatement':
      case 'DebuggerStatement':
      case 'TSDeclareFunction' as never:
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSNamespaceExportDeclaration':
        return;
      default:
        this.#unknownStatement(node, out);
    }
  }

  /** A statement of a newer or foreign syntax tree: keeps its sub-expressions. */
  #unknownStatement(node: EstreeNode, out: Statement[]): void {
    out.push({ kind: 'expression', ...rangeOf(node), expression: this.#opaqueFields(node) });
  }

  #block(node: es.Statement | es.FunctionBody): Block {
    const body = node.type === 'BlockStatement' ? this.statements(node.body as es.Statement[]) : this.statements([node as es.Statement]);
    return { kind: 'block', ...rangeOf(node), body };
  }

  #variables(node: es.VariableDeclaration, out: Statement[]): void {
    for (const declarator of node.declarations) {
      const typeName = this.#typeName(declarator.id);
      out.push({
        kind: 'declaration',
        ...rangeOf(node.declarations.length === 1 ? node : declarator),
        target: this.#bindingTarget(declarator.id),
        ...this.#optional('value', declarator.init),
        ...(typeName === undefined ? undefined : { typeName }),
        scope: node.kind === 'var' ? 'function' : 'block',
        constant: node.kind !== 'var' && node.kind !== 'let',
      });
    }
  }

  #case(node: es.SwitchCase): SwitchCase {
    const range = rangeOf(node);
    const first = node.consequent[0];
    return {
      ...range,
      tests: node.test ? [this.expression(node.test)] : [],
      body: { kind: 'block', start: first ? startOf(first) : range.end, end: range.end, body: this.statements(node.consequent) },
    };
  }

  /** The caught error becomes a declaration without a value, so that it hides outer names. */
  #handler(node: es.CatchClause): Block {
    const body: Statement[] = [];
    if (node.param) {
      body.push({ kind: 'declaration', ...rangeOf(node.param), target: this.#bindingTarget(node.param), scope: 'block', constant: false });
    }
    body.push(...this.statements(node.body.body));
    return { kind: 'block', ...rangeOf(node), body };
  }

  /** `for (init; test; update)`: the initialisation stands before the loop, in a block of its own. */
  #for(node: es.ForStatement, out: Statement[]): void {
    const before: Statement[] = [];
    if (node.init?.type === 'VariableDeclaration') this.#variables(node.init, before);
    else if (node.init) before.push({ kind: 'expression', ...rangeOf(node.init), expression: this.expression(node.init) });
    const head: Expression[] = [];
    if (node.test) head.push(this.expression(node.test));
    if (node.update && node.update.type !== 'UpdateExpression') head.push(this.expression(node.update));
    const test: Expression | undefined =
      head.length > 1 ? { kind: 'opaque', start: head[0]!.start, end: head[1]!.end, children: head } : head[0];
    const start = test?.start ?? startOf(node.body);
    const loop: Statement = {
      kind: 'loop',
      start: before.length === 0 ? startOf(node) : start,
      end: endOf(node),
      ...(test === undefined ? undefined : { test }),
      body: this.#block(node.body),
    };
    out.push(before.length === 0 ? loop : { kind: 'block', ...rangeOf(node), body: [...before, loop] });
  }

  #forEach(node: es.ForOfStatement | es.ForInStatement): Statement {
    const left = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
    const target = left && this.#assignmentTarget(left);
    const right = this.expression(node.right);
    return {
      kind: 'loop',
      ...rangeOf(node),
      ...(target && (target.kind === 'name' || target.kind === 'pattern') ? { target } : undefined),
      // `for … in` yields the keys, not the elements.
      iterable: node.type === 'ForOfStatement' ? right : { kind: 'opaque', start: right.start, end: right.end, children: [right] },
      body: this.#block(node.body),
    };
  }

  #import(node: es.ImportDeclaration): Statement {
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
  #importEquals(node: es.TSImportEqualsDeclaration): Statement {
    const reference = node.moduleReference;
    return {
      kind: 'declaration',
      ...rangeOf(node),
      target: this.#name(node.id),
      value: reference.type === 'TSExternalModuleReference' ? this.#requireCall(reference) : this.#qualifiedName(reference),
      scope: 'block',
      constant: true,
    };
  }

  #requireCall(node: es.TSExternalModuleReference): Call {
    const range = rangeOf(node);
    const callee: Name = { kind: 'name', start: range.start, end: range.start + 'require'.length, name: 'require' };
    return {
      kind: 'call',
      ...range,
      callee,
      args: [this.#argument(node.expression)],
      isNew: false,
      ...this.#parentheses(callee.end, range.end),
    };
  }

  #qualifiedName(node: es.TSTypeName): Expression {
    if (node.type !== 'TSQualifiedName') return this.expression(node);
    return {
      kind: 'member',
      ...rangeOf(node),
      object: this.#qualifiedName(node.left),
      property: node.right.name,
      propertyRange: rangeOf(node.right),
    };
  }

  #exportNamed(node: es.ExportNamedDeclaration, out: Statement[]): void {
    if (node.declaration) {
      const declared: Statement[] = [];
      this.#statement(node.declaration, declared);
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

  #exportDefault(node: es.ExportDefaultDeclaration, out: Statement[]): void {
    const { declaration } = node;
    const declared: Statement[] = [];
    if (declaration.type === 'FunctionDeclaration' && declaration.id) declared.push(this.#functionDeclaration(declaration));
    else if (declaration.type === 'ClassDeclaration' && declaration.id) declared.push(this.#class(declaration));
    else if (declaration.type !== 'TSInterfaceDeclaration' && (declaration.type as string) !== 'TSDeclareFunction') {
      declared.push({ kind: 'expression', ...rangeOf(declaration), expression: this.expression(declaration as es.Expression) });
    }
    for (const statement of declared) out.push(exported(statement, rangeOf(node), true));
  }

  /** `enum E { A = 'a', B }` is at run time a record; members without a value count on from the one before. */
  #enum(node: es.TSEnumDeclaration): Statement {
    const entries: RecordEntry[] = [];
    let next: number | undefined = 0;
    for (const member of node.body.members) {
      const { end } = rangeOf(member);
      const value: Expression = member.initializer
        ? this.expression(member.initializer)
        : next === undefined
          ? { kind: 'opaque', start: end, end, children: [] }
          : { kind: 'literal', start: end, end, value: next };
      next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
      entries.push({ kind: 'property', ...rangeOf(member), key: this.#key(member.id as es.PropertyKey, false), value });
    }
    return {
      kind: 'declaration',
      ...rangeOf(node),
      target: this.#name(node.id),
      value: { kind: 'record', ...rangeOf(node.body), entries, style: 'object' },
      scope: 'block',
      constant: true,
    };
  }

  #module(body: es.TSModuleBlock | es.TSModuleDeclaration, out: Statement[]): void {
    // `namespace A.B {}` is a declaration within a declaration for some parsers.
    if (body.type === 'TSModuleBlock') out.push({ kind: 'block', ...rangeOf(body), body: this.statements(body.body as es.Statement[]) });
    else if (body.body) this.#module(body.body, out);
  }

  // ------------------------------------------------------- functions and classes

  #functionDeclaration(node: es.Function): Statement {
    return { kind: 'function-declaration', ...rangeOf(node), name: node.id?.name ?? '', function: this.#function(node) };
  }

  /** @param range where the function starts and ends, when it is written as a method */
  #function(node: AnyFunction, range: Range = rangeOf(node)): FunctionExpression {
    const returnType = node.returnType ? this.#source(node.returnType.typeAnnotation) : undefined;
    const isExpressionBody = node.body !== null && node.body.type !== 'BlockStatement';
    const params: Parameter[] = [];
    for (const param of node.params) {
      // TypeScript's `this` parameter takes no argument.
      if (param.type === 'Identifier' && param.name === 'this') continue;
      params.push(this.#parameter(param));
    }
    return {
      kind: 'function',
      start: range.start,
      end: range.end,
      ...(node.id ? { name: node.id.name } : undefined),
      params,
      body: isExpressionBody ? this.#expressionBody(node.body as es.Expression) : this.#functionBody(node, range),
      isExpressionBody,
      ...(node.async ? { isAsync: true } : undefined),
      ...(returnType === undefined ? undefined : { returnType }),
    };
  }

  #functionBody(node: AnyFunction, range: Range): Block {
    if (!node.body) return { kind: 'block', start: range.end, end: range.end, body: [] };
    return this.#block(node.body as es.FunctionBody);
  }

  #expressionBody(node: es.Expression): Block {
    const value = this.expression(node);
    const range = { start: value.start, end: value.end };
    return { kind: 'block', ...range, body: [{ kind: 'return', ...range, value }] };
  }

  #parameter(node: es.ParamPattern): Parameter {
    const inner = node.type === 'TSParameterProperty' ? node.parameter : node;
    const rest = inner.type === 'RestElement';
    const withDefault = inner.type === 'AssignmentPattern' ? inner : undefined;
    const target = withDefault ? withDefault.left : rest ? inner.argument : (inner as es.BindingPattern);
    const typeName = this.#typeName(target) ?? this.#typeName(inner as es.BindingPattern);
    const decorators = [...(node.decorators ?? []), ...(inner === node ? [] : (inner.decorators ?? []))];
    const range = decoratedRange({ ...rangeOf(node), type: node.type, decorators });
    const type = (target as { typeAnnotation?: EstreeNode | null }).typeAnnotation;
    return {
      start: range.start,
      end: type ? Math.max(endOf(type), range.end) : range.end,
      target: this.#bindingTarget(target),
      ...this.#optional('default', withDefault?.right),
      ...(typeName === undefined ? undefined : { typeName }),
      ...(rest ? { rest: true } : undefined),
      ...this.#decorators(decorators),
    };
  }

  #decorators(nodes: readonly es.Decorator[] | undefined): { decorators?: readonly Expression[] } {
    if (nodes === undefined || nodes.length === 0) return {};
    return { decorators: nodes.map((decorator) => this.expression(decorator.expression)) };
  }

  #class(node: es.Class): ClassDeclaration {
    const members: Statement[] = [];
    const params: Parameter[] = [];
    for (const member of node.body.body) {
      switch (member.type) {
        case 'MethodDefinition':
          if (!member.value.body) break;
          if (member.kind === 'constructor') params.push(...this.#parameterProperties(member.value.params));
          members.push(this.#method(member));
          break;
        case 'PropertyDefinition':
        case 'AccessorProperty':
          members.push(this.#field(member));
          break;
        case 'StaticBlock':
          members.push({ kind: 'block', ...rangeOf(member), body: this.statements(member.body) });
          break;
        case 'TSAbstractMethodDefinition':
        case 'TSAbstractPropertyDefinition':
        case 'TSAbstractAccessorProperty':
        case 'TSIndexSignature':
          break;
        default:
          this.#unknownStatement(member, members);
      }
    }
    return {
      kind: 'class-declaration',
      ...decoratedRange(node),
      name: node.id?.name ?? '',
      bases: node.superClass ? [this.expression(node.superClass)] : [],
      body: { kind: 'block', ...rangeOf(node.body), body: members },
      ...(params.length === 0 ? undefined : { params }),
      ...this.#decorators(node.decorators),
    };
  }

  /**
   * `constructor(private config: Config)` also declares the field `config`. Decorators and defaults stay with the
   * constructor's own parameter, so that no call occurs twice.
   */
  #parameterProperties(params: readonly es.ParamPattern[]): Parameter[] {
    const fields: Parameter[] = [];
    for (const param of params) {
      if (param.type !== 'TSParameterProperty') continue;
      const target = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
      const typeName = this.#typeName(target);
      fields.push({ ...rangeOf(target), target: this.#bindingTarget(target), ...(typeName === undefined ? undefined : { typeName }) });
    }
    return fields;
  }

  #method(node: es.MethodDefinition): Statement {
    const name = this.#memberName(node);
    const range = decoratedRange(node);
    return {
      kind: 'function-declaration',
      ...range,
      name: node.kind === 'set' ? `set ${name}` : name,
      function: { ...this.#function(node.value, range), ...this.#decorators(node.decorators) },
      ...(node.static ? { isStatic: true } : undefined),
      ...(node.kind === 'get' ? { isGetter: true } : undefined),
    };
  }

  #field(node: es.PropertyDefinition | es.AccessorProperty): Declaration {
    const typeName = node.typeAnnotation ? this.#source(node.typeAnnotation.typeAnnotation) : undefined;
    return {
      kind: 'declaration',
      ...decoratedRange(node),
      target: { kind: 'name', ...rangeOf(node.key), name: this.#memberName(node) },
      ...this.#optional('value', node.value),
      ...(typeName === undefined ? undefined : { typeName }),
      scope: 'block',
      constant: 'readonly' in node && node.readonly === true,
      ...(node.static ? { isStatic: true } : undefined),
      ...this.#decorators(node.decorators),
    };
  }

  /** The name of a class member; a computed one keeps its brackets, so that it equals no written name. */
  #memberName(node: { readonly key: es.PropertyKey; readonly computed: boolean }): string {
    const { key } = node;
    if (!node.computed) return fixedKey(key) ?? this.#source(key);
    return key.type === 'Literal' && typeof key.value === 'string' ? key.value : `[${this.#source(key)}]`;
  }

  // ---------------------------------------------------------------- expressions

  expression(node: es.Expression | es.PrivateIdentifier | es.Super): Expression {
    if (this.#depth >= MAX_DEPTH) return this.#tooDeep(node);
    this.#depth++;
    const expression = this.#shallowExpression(node);
    this.#depth--;
    return expression;
  }

  #shallowExpression(node: es.Expression | es.PrivateIdentifier | es.Super): Expression {
    switch (node.type) {
      case 'Identifier':
        if (node.name === 'undefined') return { kind: 'literal', ...rangeOf(node), value: undefined };
        return this.#holesIn(rangeOf(node)).length > 0 ? { kind: 'opaque', ...rangeOf(node), children: [] } : this.#name(node);
      case 'Literal':
        return this.#literal(node);
      case 'ThisExpression':
        return { kind: 'name', ...rangeOf(node), name: 'this' };
      case 'Super':
        return { kind: 'name', ...rangeOf(node), name: 'super' };
      case 'MetaProperty': {
        const object: Name = { kind: 'name', ...rangeOf(node.meta), name: node.meta.name };
        return { kind: 'member', ...rangeOf(node), object, property: node.property.name, propertyRange: rangeOf(node.property) };
      }
      case 'MemberExpression':
        if (node.computed) {
          return { kind: 'subscript', ...rangeOf(node), object: this.expression(node.object), index: this.expression(node.property) };
        }
        return {
          kind: 'member',
          ...rangeOf(node),
          object: this.expression(node.object),
          property: node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name,
          propertyRange: rangeOf(node.property),
        };
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node);
      case 'ImportExpression':
        return this.#importCall(node);
      case 'TaggedTemplateExpression':
        return this.#taggedTemplate(node);
      case 'TemplateLiteral':
        return this.#template(node);
      case 'ObjectExpression':
        return {
          kind: 'record',
          ...rangeOf(node),
          entries: node.properties.map((property): RecordEntry =>
            property.type === 'SpreadElement'
              ? { kind: 'spread', ...rangeOf(property), value: this.expression(property.argument) }
              : this.#property(property),
          ),
          style: 'object',
        };
      case 'ArrayExpression':
        return { kind: 'list', ...rangeOf(node), items: this.#items(node) };
      case 'UnaryExpression':
        return { kind: 'unary', ...rangeOf(node), operator: UNARY_OPERATORS[node.operator], operand: this.expression(node.argument) };
      case 'UpdateExpression':
        return { kind: 'unary', ...rangeOf(node), operator: 'other', operand: this.expression(node.argument as es.Expression) };
      case 'AwaitExpression':
        return { kind: 'unary', ...rangeOf(node), operator: 'await', operand: this.expression(node.argument) };
      case 'BinaryExpression':
      case 'LogicalExpression':
        return this.#binary(node);
      case 'ConditionalExpression':
        return {
          kind: 'conditional',
          ...rangeOf(node),
          test: this.expression(node.test),
          consequent: this.expression(node.consequent),
          alternate: this.expression(node.alternate),
        };
      case 'AssignmentExpression':
        return {
          kind: 'assignment',
          ...rangeOf(node),
          target: this.#assignmentTarget(node.left),
          value: this.expression(node.right),
          operator: ASSIGNMENT_OPERATORS[node.operator] ?? 'other',
        };
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.#function(node);
      case 'FunctionDeclaration' as never:
        // The anonymous function of `export default function () {}`.
        return this.#function(node as unknown as es.Function);
      case 'ClassExpression':
      case 'ClassDeclaration' as never:
        return this.#classExpression(node as es.Class);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'TypeCastExpression' as never: // Flow's `(x: T)`, as Babel has it
        return this.expression((node as Wrapper).expression);
      case 'SequenceExpression':
        return this.#opaque(node, node.expressions);
      default:
        return this.#opaqueFields(node);
    }
  }

  #classExpression(node: es.Class): Expression {
    const declaration = this.#class(node);
    return { kind: 'class-expression', start: declaration.start, end: declaration.end, declaration };
  }

  #name(node: { readonly name: string } & EstreeNode): Name {
    return { kind: 'name', ...rangeOf(node), name: node.name };
  }

  #literal(node: es.Expression & { readonly type: 'Literal' }): Expression {
    const range = rangeOf(node);
    if ('regex' in node && node.regex) return { kind: 'opaque', ...range, children: [] };
    if ('bigint' in node && node.bigint) return { kind: 'literal', ...range, value: Number(node.bigint) };
    const { value } = node as { value: Literal['value'] };
    if (typeof value !== 'string') return { kind: 'literal', ...range, value };
    const content = { start: range.start + 1, end: range.end - 1 };
    const holes = this.#holesIn(content);
    if (holes.length === 0) return { kind: 'literal', ...range, value, content };
    return { kind: 'template', ...range, parts: this.#partsAround(holes, content) };
  }

  #holesIn(range: Range): readonly Range[] {
    if (this.#holes.length === 0) return this.#holes;
    return this.#holes.filter((hole) => hole.start < range.end && hole.end > range.start);
  }

  /** What a template engine fills in is not known, but the text around it is. */
  #partsAround(holes: readonly Range[], content: Range): Expression[] {
    const parts: Expression[] = [];
    let { start } = content;
    for (const hole of [...holes, { start: content.end, end: content.end }]) {
      if (hole.start > start) {
        const piece = { start, end: hole.start };
        parts.push({ kind: 'literal', ...piece, value: this.#text.slice(start, hole.start), content: piece });
      }
      start = Math.max(start, hole.start);
      const end = Math.min(hole.end, content.end);
      if (end > start) parts.push({ kind: 'opaque', start, end, children: [] });
      start = end;
    }
    return parts;
  }

  #call(node: es.CallExpression | es.NewExpression): Call {
    const range = rangeOf(node);
    const typeArguments = node.typeArguments;
    return {
      kind: 'call',
      ...range,
      callee: this.expression(node.callee),
      args: node.arguments.map((argument) => this.#argument(argument)),
      isNew: node.type === 'NewExpression',
      ...this.#parentheses(typeArguments ? endOf(typeArguments) : endOf(node.callee), range.end),
      ...(typeArguments ? { typeArguments: typeArguments.params.map((type) => this.#source(type)) } : undefined),
    };
  }

  /** Finds the parentheses of a call between the end of its callee (or type arguments) and its own end. */
  #parentheses(from: number, end: number): { argsRange: Range; parenthesised: boolean } {
    const text = this.#text;
    for (let index = from; index < end; index++) {
      const character = text[index];
      if (character === '(') return { argsRange: { start: index + 1, end: end - 1 }, parenthesised: true };
      if (character !== '/') continue;
      // Between callee and arguments a slash can only open a comment.
      const close = text[index + 1] === '*' ? text.indexOf('*/', index + 2) + 1 : text.indexOf('\n', index);
      if (close <= index) break;
      index = close;
    }
    return { argsRange: { start: from, end: from }, parenthesised: false };
  }

  #argument(node: es.Argument): Argument {
    if (node.type === 'SpreadElement') {
      return { ...rangeOf(node), value: this.expression(node.argument), spread: 'positional' };
    }
    const value = this.expression(node);
    return { start: value.start, end: value.end, value };
  }

  #items(node: es.ArrayExpression): Argument[] {
    const items: Argument[] = [];
    let end = startOf(node) + 1;
    for (const element of node.elements) {
      if (element) {
        const item = this.#argument(element);
        end = item.end;
        items.push(item);
      } else {
        // A hole reads as undefined, and keeps the places of those that follow.
        items.push({ start: end, end, value: { kind: 'literal', start: end, end, value: undefined } });
      }
    }
    return items;
  }

  #importCall(node: es.ImportExpression): Call {
    const range = rangeOf(node);
    const calleeEnd = range.start + 'import'.length;
    const args = [this.#argument(node.source)];
    if (node.options) args.push(this.#argument(node.options));
    return {
      kind: 'call',
      ...range,
      callee: { kind: 'name', start: range.start, end: calleeEnd, name: 'import' },
      args,
      isNew: false,
      ...this.#parentheses(calleeEnd, range.end),
    };
  }

  #taggedTemplate(node: es.TaggedTemplateExpression): Call {
    const callee = this.expression(node.tag);
    const value = this.#template(node.quasi);
    return {
      kind: 'call',
      ...rangeOf(node),
      callee,
      args: [{ start: value.start, end: value.end, value }],
      isNew: false,
      argsRange: { start: value.start, end: value.start },
      parenthesised: false,
    };
  }

  /** A template without holes is a string literal. */
  #template(node: es.TemplateLiteral): Expression {
    const range = rangeOf(node);
    const first = node.quasis[0];
    // TS-ESTree counts the delimiters into a quasi, ESTree does not.
    const delimited = first !== undefined && startOf(first) === range.start;
    const parts: Expression[] = [];
    for (const [index, quasi] of node.quasis.entries()) {
      const start = startOf(quasi) + (delimited ? 1 : 0);
      const end = endOf(quasi) - (delimited ? (quasi.tail ? 1 : 2) : 0);
      const value = quasi.value.cooked ?? quasi.value.raw;
      const holes = this.#holesIn({ start, end });
      if (holes.length > 0) parts.push(...this.#partsAround(holes, { start, end }));
      else if (node.expressions.length === 0) return { kind: 'literal', ...range, value, content: { start, end } };
      else if (end > start) parts.push({ kind: 'literal', start, end, value, content: { start, end } });
      const hole = node.expressions[index];
      if (hole) parts.push(this.expression(hole));
    }
    return { kind: 'template', ...range, parts };
  }

  #property(node: es.ObjectProperty): Property {
    return {
      kind: 'property',
      ...rangeOf(node),
      key: node.kind === 'set' ? this.#setterKey(node) : this.#key(node.key, node.computed),
      value: node.method || node.kind !== 'init' ? this.#function(node.value as es.Function) : this.expression(node.value),
      ...(node.shorthand ? { shorthand: true } : undefined),
      ...(node.kind === 'get' ? { getter: true } : undefined),
    };
  }

  /** A setter must not stand for the value that its getter gives: its key is `set x`. */
  #setterKey(node: es.ObjectProperty): Literal {
    const range = { start: startOf(node), end: endOf(node.key) };
    return { kind: 'literal', ...range, value: this.#text.slice(range.start, range.end), content: { ...range } };
  }

  #key(node: es.PropertyKey, computed: boolean): Expression {
    if (computed) return this.expression(node);
    const value = fixedKey(node);
    if (value === undefined) return this.expression(node);
    const range = rangeOf(node);
    const isQuoted = node.type === 'Literal' && typeof node.value === 'string';
    return { kind: 'literal', ...range, value, content: isQuoted ? { start: range.start + 1, end: range.end - 1 } : { ...range } };
  }

  #binary(node: es.BinaryExpression | es.LogicalExpression | es.PrivateInExpression): Expression {
    const operands = this.#longChain(node);
    if (operands !== undefined) return this.#opaque(node, operands);
    const range = rangeOf(node);
    const left = this.expression(node.left);
    const right = this.expression(node.right);
    if (node.type === 'LogicalExpression') {
      const operator = node.operator === '&&' ? 'and' : node.operator === '||' ? 'or' : 'nullish';
      return { kind: 'logical', ...range, operator, left, right };
    }
    return { kind: 'binary', ...range, operator: BINARY_OPERATORS[node.operator] ?? 'other', left, right };
  }

  /** The operands of a chain too long to be worth a tree, else undefined. */
  #longChain(node: es.Expression): es.Expression[] | undefined {
    let operators = 0;
    for (let left = node; isBinary(left) && operators <= MAX_OPERANDS; left = left.left as es.Expression) operators++;
    if (operators <= MAX_OPERANDS) return undefined;
    const operands: es.Expression[] = [];
    let left = node;
    for (; isBinary(left); left = left.left as es.Expression) operands.push(left.right);
    operands.push(left);
    return operands.reverse();
  }

  #opaque(node: EstreeNode, nodes: readonly es.Expression[]): Expression {
    return { kind: 'opaque', ...rangeOf(node), children: nodes.map((child) => this.expression(child)) };
  }

  #tooDeep(node: EstreeNode): Expression {
    this.problems.push({ ...rangeOf(node), message: `Nested more than ${MAX_DEPTH} levels deep; not read further.` });
    return { kind: 'opaque', ...rangeOf(node), children: [] };
  }

  /** What has no shape of its own (JSX, `yield`, newer syntax): every expression below it is kept. */
  #opaqueFields(node: EstreeNode): Expression {
    const children: Expression[] = [];
    this.#collect(node, children);
    return { kind: 'opaque', ...rangeOf(node), children: children.sort((a, b) => a.start - b.start) };
  }

  #collect(node: EstreeNode, out: Expression[]): void {
    for (const [field, value] of Object.entries(node)) {
      if (field === 'parent' || field === 'loc' || field === 'range' || field === 'typeAnnotation') continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(child)) this.#collectNode(child, out);
      }
    }
  }

  #collectNode(node: EstreeNode, out: Expression[]): void {
    if (NESTED_STATEMENT.test(node.type)) {
      const body: Statement[] = [];
      this.#statement(node as es.Statement, body);
      for (const statement of body) {
        if (statement.kind === 'expression') out.push(statement.expression);
      }
    } else if (NO_VALUE.test(node.type)) {
      this.#collect(node, out);
    } else if (!node.type.startsWith('TS') || node.type.endsWith('Expression')) {
      const expression = this.expression(node as es.Expression);
      // Names of attributes and text between tags hold nothing.
      if (expression.kind !== 'opaque' || expression.children.length > 0) out.push(expression);
    }
  }

  // ------------------------------------------------------------------- patterns

  #bindingTarget(node: es.BindingPattern | es.BindingRestElement): Name | Pattern {
    const target = this.#patternTarget(node);
    if (target !== undefined) return target;
    return { kind: 'pattern', ...rangeOf(node), elements: [] };
  }

  #assignmentTarget(node: es.AssignmentTarget | es.BindingPattern): Expression | Pattern {
    return this.#patternTarget(node) ?? this.expression(node as es.Expression);
  }

  /** A name or a pattern; undefined for other targets of an assignment (`a.b`, `a[0]`). */
  #patternTarget(node: EstreeNode): Name | Pattern | undefined {
    const target = node as es.BindingPattern;
    if (target.type === 'Identifier') {
      const written = target.name;
      const decorator = target.decorators?.at(-1);
      // TS-ESTree counts the annotation into the identifier, and oxc the decorators of an optional parameter.
      const start = decorator ? Math.max(startOf(target), this.#text.indexOf(written, endOf(decorator))) : startOf(target);
      const end = this.#text.startsWith(written, start) ? start + written.length : endOf(target);
      return { kind: 'name', start, end, name: written };
    }
    if (target.type === 'ObjectPattern') return { kind: 'pattern', ...this.#patternRange(target), elements: this.#objectElements(target) };
    if (target.type === 'ArrayPattern') return { kind: 'pattern', ...this.#patternRange(target), elements: this.#arrayElements(target) };
    if (target.type === 'AssignmentPattern') return this.#patternTarget(target.left);
    return undefined;
  }

  #patternRange(node: es.ObjectPattern | es.ArrayPattern): Range {
    const range = rangeOf(node);
    if (!node.typeAnnotation) return range;
    const brace = node.type === 'ObjectPattern' ? '}' : ']';
    return { start: range.start, end: this.#text.lastIndexOf(brace, startOf(node.typeAnnotation)) + 1 };
  }

  #objectElements(node: es.ObjectPattern): PatternElement[] {
    const elements: PatternElement[] = [];
    for (const property of node.properties) {
      if (property.type === 'RestElement') {
        this.#element(property, '...', property.argument, elements);
        continue;
      }
      const fixed = property.computed ? literalText(property.key) : fixedKey(property.key);
      this.#element(property, fixed ?? `[${this.#source(property.key)}]`, property.value, elements);
    }
    return elements;
  }

  #arrayElements(node: es.ArrayPattern): PatternElement[] {
    const elements: PatternElement[] = [];
    for (const [index, element] of node.elements.entries()) {
      if (!element) continue;
      if (element.type === 'RestElement') this.#element(element, '...', element.argument, elements);
      else this.#element(element, index, element, elements);
    }
    return elements;
  }

  #element(node: EstreeNode, key: string | number, value: es.BindingPattern, out: PatternElement[]): void {
    const target = this.#patternTarget(value);
    // `[a.b] = …` names nothing that could be looked up later.
    if (target === undefined) return;
    out.push({ ...rangeOf(node), key, target, ...this.#optional('default', value.type === 'AssignmentPattern' ? value.right : undefined) });
  }

  // ---------------------------------------------------------------------- parts

  #optional<Field extends string>(field: Field, node: es.Expression | null | undefined): { [F in Field]?: Expression } {
    return node ? ({ [field]: this.expression(node) } as { [F in Field]: Expression }) : {};
  }

  #typeName(node: es.BindingPattern | es.BindingRestElement): string | undefined {
    const { typeAnnotation } = node as { typeAnnotation?: es.TSTypeAnnotation | null };
    return typeAnnotation ? this.#source(typeAnnotation.typeAnnotation) : undefined;
  }

  #source(node: EstreeNode): string {
    return this.#text.slice(startOf(node), endOf(node));
  }
}

const NESTED_STATEMENT = /Statement$/;

/** Nodes that are only frames around expressions. */
const NO_VALUE = /^JSX(?!Element$|Fragment$)|^(?:SpreadElement|TemplateElement|Property|Decorator)$/;

function isNode(value: unknown): value is EstreeNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function isBinary(node: es.Expression): node is es.BinaryExpression | es.LogicalExpression {
  return node.type === 'BinaryExpression' || node.type === 'LogicalExpression';
}

/** The text of a key that is written, not computed. */
function fixedKey(key: es.PropertyKey): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return literalText(key);
}

function literalText(key: es.PropertyKey): string | undefined {
  return key.type === 'Literal' && 'value' in key ? String(key.value) : undefined;
}

/** `@Injectable() export class A {}` has the decorator in the class and before the export. */
function exported(declaration: Statement, range: Range, isDefault: boolean): Statement {
  return { kind: 'export', form: 'declaration', start: Math.min(range.start, declaration.start), end: range.end, isDefault, declaration };
}

/** Parsers disagree on whether a class or member starts at its first decorator: it does here. */
function decoratedRange(node: EstreeNode & { readonly decorators?: readonly es.Decorator[] }): { start: number; end: number } {
  const range = rangeOf(node);
  const decorator = node.decorators?.[0];
  return decorator ? { start: Math.min(startOf(decorator), range.start), end: range.end } : range;
}

function exportedName(node: es.ModuleExportName): string {
  return node.type === 'Literal' ? node.value : node.name;
}
