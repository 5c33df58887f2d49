/**
 * The objects that Spring's XML has made, as the code that would make them: `<bean class="a.B"><property name="c" value="d"/></bean>`
 * is a method that returns `new a.B()` after `setC("d")`. https://docs.spring.io/spring-framework/reference/core/beans/dependencies/factory-properties-detailed.html
 */
import type {
  Argument,
  Call,
  Expression,
  FunctionDeclaration,
  Parameter,
  Program,
  Property,
  Range,
  RecordExpression,
  Statement,
} from '../ir.js';
import { expressionStatement, nameNode, opaqueNode, plainLiteral, rangeOf, stringLiteral } from '../settings/nodes.js';

/** What a bean is called in its method, where nothing else has a name. */
const MADE = 'made';

const settingOf = (word: string): string => `set${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const definitions = new WeakSet<Program>();

/** Whether a program stands for definitions in XML: its text is no Java. */
export const isBeanDefinitions = (program: Program): boolean => definitions.has(program);

/** The bean definitions of an XML file as a program of Java; undefined where it has none. */
export function beanDefinitions(program: Program): Program | undefined {
  if (program.language !== 'xml' || !/<(?:\w+:)?bean\s/.test(program.text)) return undefined;
  const body: Statement[] = [];
  const open: RecordExpression[] = program.body.flatMap((statement) =>
    statement.kind === 'expression' && statement.expression.kind === 'record' ? [statement.expression] : [],
  );
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    for (const entry of record.entries) {
      if (entry.kind !== 'property' || entry.value.kind !== 'record') continue;
      open.push(entry.value);
      const method = keyOf(entry) === 'bean' ? methodOf(entry.value, body.length) : undefined;
      if (method !== undefined) body.push(method);
    }
  }
  body.sort((one, other) => one.start - other.start);
  if (body.length === 0) return undefined;
  const beans: Program = { path: program.path, language: 'java', text: program.text, body, comments: [], problems: program.problems };
  definitions.add(beans);
  return beans;
}

const keyOf = ({ key }: Property): string => (key.kind === 'literal' ? String(key.value) : '');

const propertiesOf = (record: RecordExpression): readonly Property[] =>
  record.entries.filter((entry): entry is Property => entry.kind === 'property');

interface Text extends Range {
  readonly value: string;
}

/** A text that stands under a key of an element: an attribute, or the text of a child. */
function textAt(record: RecordExpression, ...keys: readonly string[]): Text | undefined {
  let at: Expression | undefined = record;
  for (const key of keys) at = at?.kind === 'record' ? propertiesOf(at).find((entry) => keyOf(entry) === key)?.value : undefined;
  if (at?.kind !== 'literal' || typeof at.value !== 'string') return undefined;
  const { start, end } = at.content ?? at;
  return { value: at.value, start, end };
}

const elementsOf = (record: RecordExpression, name: string): readonly RecordExpression[] =>
  propertiesOf(record).flatMap((entry) => (keyOf(entry) === name && entry.value.kind === 'record' ? [entry.value] : []));

/** The method that makes a bean. The construction's `argsRange` is empty: it lies behind the last element in the bean, or behind the bean. */
function methodOf(bean: RecordExpression, number: number): FunctionDeclaration | undefined {
  const type = textAt(bean, '@class');
  if (type === undefined || !/^[\w.$]+$/.test(type.value)) return undefined;
  const params: Parameter[] = [];
  const given = (element: RecordExpression): Expression => valueOf(element, params);
  const args = elementsOf(bean, 'constructor-arg').map(given);
  const last = propertiesOf(bean).findLast((entry) => !keyOf(entry).startsWith('@') && !keyOf(entry).startsWith('#'));
  const made = construction(type, args, last === undefined ? rangeOf(bean.end, bean.end) : rangeOf(last.end, last.end));
  const setters = [
    ...elementsOf(bean, 'property').flatMap((element) => {
      const name = textAt(element, '@name');
      return name === undefined ? [] : [setter(name, given(element))];
    }),
    // https://docs.spring.io/spring-framework/reference/core/beans/dependencies/factory-properties-detailed.html#beans-p-namespace
    ...propertiesOf(bean).flatMap((entry) => {
      const key = keyOf(entry);
      const text = /^@p:[\w]+$/.test(key) ? textAt(bean, key) : undefined;
      return text === undefined
        ? []
        : [setter({ value: key.slice('@p:'.length), start: entry.key.start, end: entry.key.end }, written(text, params))];
    }),
  ];
  const { start, end } = bean;
  const name = textAt(bean, '@id')?.value ?? textAt(bean, '@name')?.value ?? `bean${number}`;
  const whole = rangeOf(type.start, type.end);
  const statements: Statement[] = [
    { kind: 'declaration', target: nameNode(MADE, whole), value: made, typeName: type.value, scope: 'block', constant: true, ...whole },
    ...setters,
    { kind: 'return', value: nameNode(MADE, rangeOf(end, end)), ...rangeOf(end, end) },
  ];
  const body = { kind: 'block' as const, body: statements, start, end };
  return {
    kind: 'function-declaration',
    name,
    function: { kind: 'function', name, params, body, isExpressionBody: false, returnType: type.value, start, end },
    start,
    end,
  };
}

function construction(type: Text, args: readonly Expression[], argsRange: Range): Call {
  const range = rangeOf(type.start, type.end);
  const [first = '', ...rest] = type.value.split(/[.$]/);
  const callee = rest.reduce<Expression>(
    (object, property) => ({ kind: 'member', object, property, propertyRange: range, ...range }),
    nameNode(first, range),
  );
  return { kind: 'call', callee, args: args.map(argument), isNew: true, argsRange, parenthesised: true, ...range };
}

const argument = (value: Expression): Argument => ({ value, start: value.start, end: value.end });

function setter(name: Text, value: Expression): Statement {
  const range = rangeOf(name.start, Math.max(name.end, value.end));
  const at = rangeOf(name.start, name.end);
  const callee: Expression = { kind: 'member', object: nameNode(MADE, at), property: settingOf(name.value), propertyRange: at, ...at };
  return expressionStatement({
    kind: 'call',
    callee,
    args: [argument(value)],
    isNew: false,
    argsRange: rangeOf(value.start, value.end),
    parenthesised: true,
    ...range,
  });
}

/** What an element gives: its value, another bean, or something that is made in ways of its own. */
function valueOf(element: RecordExpression, params: Parameter[]): Expression {
  const text = textAt(element, '@value') ?? textAt(element, 'value', '#text');
  if (text !== undefined) return written(text, params);
  const other = textAt(element, '@ref') ?? textAt(element, 'ref', '@bean');
  const range = rangeOf(element.start, element.end);
  if (other === undefined || !/^[\w$]+$/.test(other.value)) return opaqueNode(range);
  return {
    kind: 'call',
    callee: nameNode(other.value, rangeOf(other.start, other.end)),
    args: [],
    isNew: false,
    argsRange: rangeOf(other.end, other.end),
    parenthesised: true,
    ...rangeOf(other.start, other.end),
  };
}

/** A text as the container converts it: https://docs.spring.io/spring-framework/reference/core/validation/conversion.html; a placeholder is what `@Value` is given. */
function written({ value, start, end }: Text, params: Parameter[]): Expression {
  const range = rangeOf(start, end);
  if (/^(?:true|false)$/i.test(value)) return plainLiteral(value.toLowerCase() === 'true', range);
  if (/^-?\d{1,15}$/.test(value)) return plainLiteral(Number(value), range);
  if (/^\$\{[^{}]*\}$/.test(value)) {
    const name = `given${params.length}`;
    const annotation: Call = {
      kind: 'call',
      callee: nameNode('Value', range),
      args: [argument(stringLiteral(value, range))],
      isNew: false,
      argsRange: range,
      parenthesised: true,
      ...range,
    };
    params.push({ target: nameNode(name, range), typeName: 'String', decorators: [annotation], ...range });
    return nameNode(name, range);
  }
  return /[$#]\{/.test(value) ? opaqueNode(range) : stringLiteral(value, range);
}
