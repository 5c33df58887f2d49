// Prints the IR on one line, so that a test of a front-end is a table of snippet → compact form.
import type {
  Argument,
  Block,
  Expression,
  FunctionExpression,
  Parameter,
  Pattern,
  Program,
  RecordEntry,
  Statement,
} from '../../src/syntax/ir.js';

/** `x = {a: 1}; if (not(x)) {…}`. Statements are separated by `; `. */
export function compact(program: Program): string {
  return statements(program.body);
}

function statements(body: readonly Statement[]): string {
  return body.map(statement).join('; ');
}

function block(node: Block): string {
  return node.body.length === 0 ? '{}' : `{ ${statements(node.body)} }`;
}

function decorated(decorators: readonly Expression[] | undefined): string {
  return (decorators ?? []).map((decorator) => `@${expression(decorator)} `).join('');
}

function statement(node: Statement): string {
  switch (node.kind) {
    case 'expression':
      return expression(node.expression);
    case 'declaration': {
      const keyword = `${node.isStatic ? 'static ' : ''}${node.constant ? 'const' : 'var'}${node.scope === 'function' ? '(function)' : ''}`;
      return `${decorated(node.decorators)}${keyword} ${target(node.target)}${typed(node.typeName)}${node.value ? ` = ${expression(node.value)}` : ''}`;
    }
    case 'if':
      return `if (${expression(node.test)}) ${block(node.consequent)}${node.alternate ? ` else ${block(node.alternate)}` : ''}`;
    case 'switch': {
      const cases = node.cases.map(
        (arm) =>
          `${arm.isContinued === true ? 'continued ' : ''}${arm.tests.length === 0 ? 'default' : `case ${arm.tests.map(expression).join(', ')}`}: ${block(arm.body)}`,
      );
      return `switch (${node.subject ? expression(node.subject) : ''}) { ${cases.join(' ')} }`;
    }
    case 'try':
      return `try ${block(node.body)}${node.handlers.map((handler) => ` catch ${block(handler)}`).join('')}${node.final ? ` finally ${block(node.final)}` : ''}`;
    case 'loop': {
      const head = [
        node.target && node.iterable
          ? `${target(node.target)} of ${expression(node.iterable)}`
          : node.iterable
            ? expression(node.iterable)
            : '',
        node.test ? expression(node.test) : '',
      ].filter(Boolean);
      return `loop (${head.join('; ')}) ${block(node.body)}`;
    }
    case 'block':
      return block(node);
    case 'return':
      return node.value ? `return ${expression(node.value)}` : 'return';
    case 'throw':
      return node.value ? `throw ${expression(node.value)}` : 'throw';
    case 'jump':
      return 'jump';
    case 'outer':
      return `outer(${node.from}) ${node.names.join(', ')}`;
    case 'function-declaration':
      return `${node.isStatic ? 'static ' : ''}${node.isGetter ? 'get ' : ''}${expression(node.function)}`;
    case 'class-declaration': {
      const params = node.params ? `(${node.params.map(parameter).join(', ')})` : '';
      const bases = node.bases.length > 0 ? ` < ${node.bases.map(expression).join(', ')}` : '';
      return `${decorated(node.decorators)}${node.isSingleton ? 'singleton' : 'class'} ${node.name}${params}${bases} ${block(node.body)}`;
    }
    case 'import':
      return `import ${node.typeOnly ? 'type ' : ''}${JSON.stringify(node.module)} {${node.names.map((name) => (name.local === undefined ? name.imported : name.local === name.imported ? name.local : `${name.imported} as ${name.local}`)).join(', ')}}`;
    case 'export':
      if (node.form === 'declaration') return `export ${node.isDefault ? 'default ' : ''}${statement(node.declaration)}`;
      if (node.form === 'names') return `export {${node.names.map((name) => `${name.local} as ${name.exported}`).join(', ')}}`;
      return `export ${JSON.stringify(node.module)} {${node.names.map((name) => (name.exported === undefined ? name.imported : `${name.imported} as ${name.exported}`)).join(', ')}}`;
  }
}

function typed(typeName: string | undefined): string {
  return typeName === undefined ? '' : `: ${typeName}`;
}

function target(node: Expression | Pattern): string {
  if (node.kind !== 'pattern') return expression(node);
  return `<${node.elements.map((element) => `${element.key}:${target(element.target)}${element.default ? ` = ${expression(element.default)}` : ''}`).join(', ')}>`;
}

function parameter(node: Parameter): string {
  return `${decorated(node.decorators)}${node.rest ? '...' : ''}${target(node.target)}${typed(node.typeName)}${node.default ? ` = ${expression(node.default)}` : ''}`;
}

function functionForm(node: FunctionExpression): string {
  const head = `${decorated(node.decorators)}${node.isAsync ? 'async ' : ''}fn${node.name === undefined ? '' : ` ${node.name}`}(${node.params.map(parameter).join(', ')})${typed(node.returnType)}`;
  return node.isExpressionBody ? `${head} => ${statements(node.body.body)}` : `${head} ${block(node.body)}`;
}

function argument(node: Argument): string {
  const prefix = node.spread === 'positional' ? '*' : node.spread === 'named' ? '**' : node.name === undefined ? '' : `${node.name}=`;
  return prefix + expression(node.value);
}

function entry(node: RecordEntry): string {
  if (node.kind === 'spread') return `**${expression(node.value)}`;
  const key =
    node.key.kind === 'literal' && typeof node.key.value === 'string' && /^[\w.-]+$/.test(node.key.value)
      ? node.key.value
      : `[${expression(node.key)}]`;
  return `${node.getter ? 'get ' : ''}${key}: ${expression(node.value)}`;
}

const ASSIGNMENTS = { '=': '=', or: '||=', nullish: '??=', and: '&&=', append: '+=', other: '?=' } as const;

export function expression(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value) ?? 'undefined';
    case 'template':
      return `template(${node.parts.map(expression).join(', ')})`;
    case 'name':
      return node.name;
    case 'member':
      return `${expression(node.object)}.${node.property}`;
    case 'subscript':
      return `${expression(node.object)}[${expression(node.index)}]`;
    case 'call': {
      const types = node.typeArguments && node.typeArguments.length > 0 ? `<${node.typeArguments.join(', ')}>` : '';
      const initializer = node.initializer ? ` ${expression(node.initializer)}` : '';
      return `${node.isNew ? 'new ' : ''}${expression(node.callee)}${types}(${node.args.map(argument).join(', ')})${initializer}${node.block ? ` do ${functionForm(node.block)}` : ''}`;
    }
    case 'record':
      return `${node.type ? `${expression(node.type)} ` : ''}{${node.entries.map(entry).join(', ')}}`;
    case 'list':
      return `[${node.items.map(argument).join(', ')}]`;
    case 'unary':
      return `${node.operator}(${expression(node.operand)})`;
    case 'binary':
    case 'logical':
      return `(${expression(node.left)} ${node.operator} ${expression(node.right)})`;
    case 'conditional':
      return `(${expression(node.test)} ? ${expression(node.consequent)} : ${expression(node.alternate)})`;
    case 'function':
      return functionForm(node);
    case 'class-expression':
      return statement(node.declaration);
    case 'assignment':
      return `${target(node.target)} ${ASSIGNMENTS[node.operator]} ${expression(node.value)}`;
    case 'opaque':
      return `opaque(${node.children.map(expression).join(', ')})`;
  }
}
