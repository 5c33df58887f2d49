// The toolkit that lowerings of tree-sitter trees share: ranges, literals, opaque fallbacks, blocks, nesting limit.
import type { Block, Call, Expression, FunctionExpression, Literal, Name, Opaque, Range, Return, Statement, SyntaxProblem } from '../ir.js';
import type { Node } from './node.js';

/** Expressions and statements nested deeper than this are cut off: everything that reads the IR recurses. Hand-written code stays below 100. */
const MAXIMUM_NESTING = 400;

/** What a lowering of one file carries along. */
export class LoweringContext {
  readonly source: string;
  /** Nodes taken out of the tree besides comments, in source order. */
  readonly detached: readonly Node[];
  readonly problems: SyntaxProblem[] = [];
  /** What the code being lowered calls its own object, where that is an ordinary name (`self` in Python, `s` in Go): reads of it become the name `this`. */
  receiver: string | undefined;
  #nesting = 0;

  constructor(source: string, detached: readonly Node[] = []) {
    this.source = source;
    this.detached = detached;
  }

  /** Records a part of the file that is not understood. */
  report(range: Range, message: string): void {
    this.problems.push({ start: range.start, end: range.end, message });
  }

  /** Runs `lower` with another name for the object itself. */
  withReceiver<Lowered>(receiver: string | undefined, lower: () => Lowered): Lowered {
    const outer = this.receiver;
    this.receiver = receiver;
    try {
      return lower();
    } finally {
      this.receiver = outer;
    }
  }

  /** Runs `lower` one level deeper; beyond the limit reports the node and answers `cutOff` instead. The dispatchers below use it. */
  nested<Lowered>(node: Node, cutOff: Lowered, lower: () => Lowered): Lowered {
    if (this.#nesting >= MAXIMUM_NESTING) {
      this.report(node, 'nested too deeply');
      return cutOff;
    }
    this.#nesting += 1;
    try {
      return lower();
    } finally {
      this.#nesting -= 1;
    }
  }
}

export type LowerExpression = (node: Node, context: LoweringContext) => Expression;
/** One syntax node may become no statement (`pass`), one, or several (`import a, b`). */
export type LowerStatements = (node: Node, context: LoweringContext) => readonly Statement[];

/** Steps to a member: with the call around it each is one link of a chain, and nests no deeper than a call alone. */
const LINKS: ReadonlySet<string> = new Set([
  'navigation_expression',
  'field_expression',
  'selector_expression',
  'attribute',
  'member_access_expression',
]);

/** A dispatcher over node types. A type without an entry becomes opaque and keeps its sub-expressions. */
export function expressionDispatcher(table: Readonly<Record<string, LowerExpression>>): LowerExpression {
  const byType = new Map(Object.entries(table));
  const lowered: LowerExpression = (node, context) => {
    // What the parser made up to recover from an error is nothing that stands in the file.
    if (node.isMissing) return opaqueOf(node, []);
    return byType.get(node.type)?.(node, context) ?? opaque(node, lower, context);
  };
  const lower: LowerExpression = (node, context) =>
    LINKS.has(node.type) ? lowered(node, context) : context.nested(node, opaqueOf(node, []), () => lowered(node, context));
  return lower;
}

/** A dispatcher over statement types. A type without an entry is lowered as an expression statement. */
export function statementDispatcher(table: Readonly<Record<string, LowerStatements>>, expression: LowerExpression): LowerStatements {
  const byType = new Map(Object.entries(table));
  return (node, context) =>
    context.nested(node, [], () => byType.get(node.type)?.(node, context) ?? keptStatements(expression(node, context)));
}

/** An expression as a statement; none when nothing was understood of it. */
function keptStatements(expression: Expression): readonly Statement[] {
  return expression.kind === 'opaque' && expression.children.length === 0 ? [] : [expressionStatement(expression)];
}

/** Start and end only, to spread into an IR node. */
export function rangeOf(node: Range): Range {
  return { start: node.start, end: node.end };
}

/** From the start of one to the end of another. */
export function spanOf(first: Range, last: Range): Range {
  return { start: first.start, end: last.end };
}

/** An opaque expression that keeps what can be lowered of the named children (or of the nodes given). Opaques inside opaques are flattened. */
export function opaque(node: Node, lower: LowerExpression, context: LoweringContext, parts: readonly Node[] = node.named): Opaque {
  return opaqueOf(
    node,
    parts.map((part) => lower(part, context)),
  );
}

/** An opaque expression of expressions already lowered. */
export function opaqueOf(range: Range, children: readonly Expression[]): Opaque {
  return { kind: 'opaque', ...rangeOf(range), children: children.flatMap((child) => (child.kind === 'opaque' ? child.children : [child])) };
}

export function nameOf(node: Node, name: string = node.text): Name {
  return { kind: 'name', ...rangeOf(node), name };
}

export function literalOf(range: Range, value: number | boolean | null | undefined): Literal {
  return { kind: 'literal', ...rangeOf(range), value };
}

/** A string literal. `content` is where its text stands, without quotes. */
export function stringLiteral(range: Range, value: string, content: Range): Literal {
  return { kind: 'literal', ...rangeOf(range), value, content: rangeOf(content) };
}

/** A fixed name used as a key or written without quotes. */
export function bareString(node: Range, value: string): Literal {
  return stringLiteral(node, value, node);
}

/** Number literal of any of the languages: underscores, radix prefixes, type suffixes. Opaque when it is none. */
export function numberLiteral(node: Node): Expression {
  const text = node.text.replaceAll('_', '');
  const plain = /^(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)/.exec(text)?.[0] ?? /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(text)?.[0];
  return plain === undefined ? opaqueOf(node, []) : literalOf(node, Number(plain));
}

export function blockOf(range: Range, body: readonly Statement[]): Block {
  return { kind: 'block', ...rangeOf(range), body };
}

/** An empty block at the end of a node: a branch or body that is not there. */
export function emptyBlock(node: Range): Block {
  return { kind: 'block', start: node.end, end: node.end, body: [] };
}

export function expressionStatement(expression: Expression, range: Range = expression): Statement {
  return { kind: 'expression', ...rangeOf(range), expression };
}

/** The function body of a single expression. */
export function returning(expression: Expression): Block {
  const result: Return = { kind: 'return', ...rangeOf(expression), value: expression };
  return blockOf(expression, [result]);
}

/**
 * The pairs of a parallel assignment (`a.b, c[0] = 1, 2`) that writes to more than variables, which patterns cannot say.
 * Undefined when all targets are variables or the two sides do not match one to one.
 */
export function parallelPairs(
  targets: readonly Node[],
  values: readonly Node[],
  isVariable: (target: Node) => boolean,
): readonly (readonly [target: Node, value: Node])[] | undefined {
  const isSpread = (node: Node): boolean => /splat|rest/.test(node.type);
  if (targets.length !== values.length || targets.every(isVariable) || [...targets, ...values].some(isSpread)) return undefined;
  return targets.flatMap((target, index) => {
    const value = values[index];
    return value ? [[target, value] as const] : [];
  });
}

/** A block that stands where an expression is wanted (Ruby `begin`, Rust and Scala blocks): a function that is called at once. */
export function calledBlock(range: Range, body: Block): Call {
  const callee: FunctionExpression = { kind: 'function', ...rangeOf(range), params: [], body, isExpressionBody: false };
  return {
    kind: 'call',
    ...rangeOf(range),
    callee,
    args: [],
    isNew: false,
    argsRange: { start: range.end, end: range.end },
    parenthesised: false,
  };
}

/**
 * Makes the last statement of a block its value, for languages in which blocks have one: an expression becomes a return,
 * also in the branches of a last `if`, `switch`, `try` or nested block.
 */
export function withImplicitReturn(body: readonly Statement[]): readonly Statement[] {
  const last = body.at(-1);
  if (!last) return body;
  const value = returnedStatement(last);
  return value === last ? body : [...body.slice(0, -1), value];
}

function returnedStatement(statement: Statement): Statement {
  switch (statement.kind) {
    case 'expression':
      return { kind: 'return', ...rangeOf(statement), value: statement.expression };
    case 'if':
      return {
        ...statement,
        consequent: returnedBlock(statement.consequent),
        ...(statement.alternate ? { alternate: returnedBlock(statement.alternate) } : {}),
      };
    case 'switch':
      return { ...statement, cases: statement.cases.map((arm) => ({ ...arm, body: returnedBlock(arm.body) })) };
    case 'try':
      return { ...statement, body: returnedBlock(statement.body), handlers: statement.handlers.map(returnedBlock) };
    case 'block':
      return returnedBlock(statement);
    default:
      return statement;
  }
}

function returnedBlock(block: Block): Block {
  return { ...block, body: withImplicitReturn(block.body) };
}

/** Escapes of one letter that the C family, Python, Ruby and PHP agree on. */
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  e: '\u001b',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  $: '$',
};

const ESCAPE = /\\(?:u\{([\da-fA-F]+)\}|u+([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{1,2})|([0-7]{1,3})|\r?(\n)|([\s\S]))/g;

/** The value of text with backslash escapes. An unknown escape keeps its backslash, as in Python and PHP. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (all: string, ...groups: (string | undefined)[]) => {
    const [braced, four, eight, two, octal, newline, letter] = groups;
    const hex = braced ?? four ?? eight ?? two;
    if (hex !== undefined || octal !== undefined) {
      const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    }
    if (newline !== undefined) return '';
    return SIMPLE_ESCAPES[letter ?? ''] ?? all;
  });
}
