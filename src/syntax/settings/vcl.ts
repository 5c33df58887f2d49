/** Lowers Varnish's VCL: `set` is an assignment to a member, a `sub` a function; other statements are calls. */

import type {
  Argument,
  BinaryOperator,
  Block,
  Comment,
  Expression,
  If,
  Language,
  Literal,
  Program,
  Statement,
  SyntaxProblem,
} from '../ir.js';
import { fileNameOf } from './file-names.js';
import {
  directiveCall,
  expressionStatement,
  nameNode,
  opaqueNode,
  plainLiteral,
  positional,
  problem,
  rangeOf,
  stringLiteral,
} from './nodes.js';
import { vclTokens } from './vcl-tokens.js';
import type { VclToken } from './vcl-tokens.js';

const MAX_DEPTH = 128;

export const vclLanguage: Language = { id: 'vcl', matches: isVcl, lower: lowerVcl };

function isVcl(path: string): boolean {
  return fileNameOf(path).extension === 'vcl';
}

/** Lowers the text of a VCL file. */
function lowerVcl(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const reader = new VclReader(text, vclTokens(text, comments, problems), problems);
  return { path, language: 'vcl', text, body: reader.statements(0), comments, problems };
}

const COMPARISONS: Readonly<Record<string, BinaryOperator>> = {
  '==': '==',
  '!=': '!=',
  '~': 'matches',
  '!~': 'matches',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};
const SUMS: Readonly<Record<string, BinaryOperator>> = { '+': '+', '-': '-' };
const PRODUCTS: Readonly<Record<string, BinaryOperator>> = { '*': '*', '/': '/', '%': '%' };
const ELSE_IF: ReadonlySet<string> = new Set(['elsif', 'elseif', 'elif']);
/** Words that begin a named block which holds no statements. */
const DEFINITIONS: ReadonlySet<string> = new Set(['backend', 'probe', 'acl', 'director', 'table', 'penaltybox', 'ratecounter']);

class VclReader {
  readonly #text: string;
  readonly #tokens: readonly VclToken[];
  readonly #problems: SyntaxProblem[];
  #index = 0;

  constructor(text: string, tokens: readonly VclToken[], problems: SyntaxProblem[]) {
    this.#text = text;
    this.#tokens = tokens;
    this.#problems = problems;
  }

  /** Statements up to the `}` of this block or the end. */
  statements(depth: number): Statement[] {
    const found: Statement[] = [];
    for (;;) {
      const token = this.#token();
      if (token.kind === 'end' || (token.text === '}' && depth > 0)) return found;
      const before = this.#index;
      const statement = this.#statement(depth);
      if (statement !== undefined) found.push(statement);
      if (this.#index === before) this.#next();
    }
  }

  #token(ahead = 0): VclToken {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)] as VclToken;
  }

  #next(): VclToken {
    const token = this.#token();
    if (token.kind !== 'end') this.#index++;
    return token;
  }

  /** True, and one further, when the next token is that mark. */
  #takes(mark: string): boolean {
    if (this.#token().kind !== 'mark' || this.#token().text !== mark) return false;
    this.#index++;
    return true;
  }

  /** The end of the token before the next one. */
  #lastEnd(): number {
    return this.#tokens[this.#index - 1]?.end ?? 0;
  }

  #statement(depth: number): Statement | undefined {
    const token = this.#token();
    if (token.kind === 'inline-c') {
      this.#next();
      return expressionStatement(opaqueNode(token));
    }
    if (token.text === '{' && depth < MAX_DEPTH) return this.#block(depth);
    if (token.kind !== 'word') {
      this.#next();
      if (token.text !== ';') this.#problems.push(problem(`unexpected \`${token.text.slice(0, 20)}\``, token.start, token.end));
      return undefined;
    }
    switch (token.text) {
      case 'sub':
        return this.#sub(depth);
      case 'if':
        return this.#if(depth);
      case 'set':
      case 'add':
      case 'new':
        return this.#set();
      case 'call':
        return this.#callSub();
      case 'return':
        return this.#return();
      case 'import':
        return this.#import();
      default:
        return DEFINITIONS.has(token.text) ? this.#definition() : this.#plain();
    }
  }

  #block(depth: number): Block {
    const { start } = this.#token();
    if (!this.#takes('{')) {
      const end = this.#lastEnd();
      this.#problems.push(problem('`{` is missing', end, end));
      return { kind: 'block', body: [], start: end, end };
    }
    const body = this.statements(depth + 1);
    if (!this.#takes('}')) this.#problems.push(problem('`}` is missing', this.#token().start, this.#token().start));
    return { kind: 'block', body, start, end: Math.max(this.#lastEnd(), start) };
  }

  #sub(depth: number): Statement {
    const { start } = this.#next();
    const name = this.#token().kind === 'word' ? this.#next().text : '';
    // Fastly's functional subroutines have a return type.
    const returnType = this.#token().kind === 'word' ? this.#next().text : undefined;
    const body = this.#nestedBlock(depth);
    return {
      kind: 'function-declaration',
      name,
      function: {
        kind: 'function',
        name,
        params: [],
        body,
        isExpressionBody: false,
        start,
        end: body.end,
        ...(returnType === undefined ? {} : { returnType }),
      },
      start,
      end: body.end,
    };
  }

  #nestedBlock(depth: number): Block {
    if (depth < MAX_DEPTH) return this.#block(depth);
    const { start } = this.#token();
    this.#problems.push(problem('nested too deeply to be read', start, start));
    this.#skipBraces();
    return { kind: 'block', body: [], start, end: Math.max(this.#lastEnd(), start) };
  }

  #if(depth: number): If {
    const { start } = this.#next();
    const test = this.#takes('(') ? this.#expression(0) : this.#missing();
    this.#takes(')');
    const consequent = this.#nestedBlock(depth);
    const alternate = this.#alternate(depth);
    return {
      kind: 'if',
      test,
      consequent,
      start,
      end: alternate?.end ?? consequent.end,
      ...(alternate === undefined ? {} : { alternate }),
    };
  }

  #alternate(depth: number): Block | undefined {
    const token = this.#token();
    if (token.kind !== 'word') return undefined;
    const isElse = token.text === 'else';
    if (isElse && this.#token(1).text === 'if') this.#next();
    else if (isElse) {
      this.#next();
      return this.#nestedBlock(depth);
    } else if (!ELSE_IF.has(token.text)) return undefined;
    if (depth >= MAX_DEPTH) return this.#nestedBlock(depth);
    const inner = this.#if(depth + 1);
    return { kind: 'block', body: [inner], start: inner.start, end: inner.end };
  }

  /** `set a.b = x;`, Fastly's `add a.b = x;`, `new a = x;`. */
  #set(): Statement {
    const keyword = this.#next();
    const target = this.#chain();
    const mark = this.#token();
    const isAssigned = mark.kind === 'mark' && mark.text.endsWith('=') && !['==', '!=', '<=', '>='].includes(mark.text);
    if (!isAssigned) {
      this.#problems.push(problem('`=` is missing', target.end, target.end));
      const end = this.#terminator();
      return expressionStatement(opaqueNode(rangeOf(keyword.start, end), [target]));
    }
    this.#next();
    const value = this.#expression(0);
    const operator = keyword.text === 'add' || mark.text === '+=' ? 'append' : mark.text === '=' ? '=' : 'other';
    const assignment: Expression = {
      kind: 'assignment',
      target,
      value,
      operator,
      start: target.start,
      end: Math.max(value.end, target.end),
    };
    return expressionStatement(assignment, rangeOf(keyword.start, this.#terminator()));
  }

  #callSub(): Statement {
    const keyword = this.#next();
    const callee = this.#chain();
    const call: Expression = {
      kind: 'call',
      callee,
      args: [],
      isNew: false,
      argsRange: rangeOf(callee.end, callee.end),
      parenthesised: false,
      start: keyword.start,
      end: callee.end,
    };
    return expressionStatement(call, rangeOf(keyword.start, this.#terminator()));
  }

  #return(): Statement {
    const { start } = this.#next();
    const hasValue = this.#token().text !== ';' && this.#token().text !== '}' && this.#token().kind !== 'end';
    const value = hasValue ? this.#expression(0) : undefined;
    return { kind: 'return', start, end: this.#terminator(), ...(value === undefined ? {} : { value }) };
  }

  #import(): Statement {
    const { start } = this.#next();
    const name = this.#token();
    const module = name.kind === 'word' ? this.#next().text : '';
    const names = module === '' ? [] : [{ imported: '*', local: module, range: rangeOf(name.start, name.end) }];
    return { kind: 'import', module, names, start, end: this.#terminator() };
  }

  #definition(): Statement {
    const keyword = this.#next();
    const args: Argument[] = [];
    if (this.#token().kind === 'word') args.push(positional(this.#wordLiteral(this.#next())));
    while (this.#token().kind === 'word') this.#next();
    if (this.#token().text === '{') this.#skipBraces();
    else this.#terminator();
    return expressionStatement(directiveCall(nameNode(keyword.text, keyword), args, rangeOf(keyword.start, this.#lastEnd())));
  }

  /** `unset x;`, `synthetic("…");`, `vcl 4.1;`, `std.log("…");`. */
  #plain(): Statement {
    const keyword = this.#token();
    const after = this.#token(1);
    if (after.text === '(') {
      const value = this.#expression(0);
      return expressionStatement(value, rangeOf(value.start, this.#terminator()));
    }
    this.#next();
    const args: Argument[] = [];
    while (this.#startsExpression()) args.push(positional(this.#expression(0)));
    const end = this.#lastEnd();
    const statementEnd = this.#terminator();
    return expressionStatement(
      directiveCall(nameNode(keyword.text, keyword), args, rangeOf(keyword.start, end)),
      rangeOf(keyword.start, statementEnd),
    );
  }

  #startsExpression(): boolean {
    const token = this.#token();
    return token.kind === 'word' || token.kind === 'number' || token.kind === 'string' || token.text === '(' || token.text === '!';
  }

  /** Skips to the `;` of this statement, which it takes, or to a brace or the end. Returns where the statement ends. */
  #terminator(): number {
    const first = this.#token();
    while (this.#token().text !== ';' && this.#token().text !== '}' && this.#token().text !== '{' && this.#token().kind !== 'end')
      this.#next();
    const token = this.#token();
    if (token !== first) this.#problems.push(problem('not understood', first.start, token.start));
    if (token.text === ';') this.#next();
    return this.#lastEnd();
  }

  #skipBraces(): void {
    let depth = 0;
    while (this.#token().kind !== 'end') {
      const { text } = this.#next();
      if (text === '{') depth++;
      else if (text === '}' && --depth <= 0) return;
    }
  }

  #expression(depth: number): Expression {
    return this.#joined(depth, '||', 'or', () => this.#joined(depth, '&&', 'and', () => this.#comparison(depth)));
  }

  #joined(depth: number, mark: string, operator: 'and' | 'or', operand: () => Expression): Expression {
    let left = operand();
    for (let count = depth; count < MAX_DEPTH && this.#takes(mark); count++) {
      const right = operand();
      left = { kind: 'logical', operator, left, right, start: left.start, end: Math.max(right.end, left.end) };
    }
    return left;
  }

  #comparison(depth: number): Expression {
    const left = this.#sum(depth);
    const mark = this.#token();
    const operator = mark.kind === 'mark' ? COMPARISONS[mark.text] : undefined;
    if (operator === undefined) return left;
    this.#next();
    const right = this.#sum(depth);
    const range = rangeOf(left.start, Math.max(right.end, left.end));
    const comparison: Expression = { kind: 'binary', operator, left, right, ...range };
    return mark.text === '!~' ? { kind: 'unary', operator: 'not', operand: comparison, ...range } : comparison;
  }

  /** Sums; strings side by side are joined as `+` joins them. */
  #sum(depth: number): Expression {
    let left = this.#product(depth);
    for (let count = depth; count < MAX_DEPTH; count++) {
      const token = this.#token();
      const written = token.kind === 'mark' ? SUMS[token.text] : undefined;
      const isAdjacent = token.kind === 'string' || token.kind === 'word';
      if (written === undefined && !isAdjacent) break;
      if (written !== undefined) this.#next();
      const right = this.#product(depth);
      left = { kind: 'binary', operator: written ?? '+', left, right, start: left.start, end: Math.max(right.end, left.end) };
    }
    return left;
  }

  #product(depth: number): Expression {
    let left = this.#operand(depth);
    for (let count = depth; count < MAX_DEPTH; count++) {
      const token = this.#token();
      const operator = token.kind === 'mark' ? PRODUCTS[token.text] : undefined;
      if (operator === undefined) break;
      this.#next();
      const right = this.#operand(depth);
      left = { kind: 'binary', operator, left, right, start: left.start, end: Math.max(right.end, left.end) };
    }
    return left;
  }

  #operand(depth: number): Expression {
    const token = this.#token();
    if (depth >= MAX_DEPTH) {
      this.#problems.push(problem('nested too deeply to be read', token.start, token.end));
      this.#next();
      return opaqueNode(token);
    }
    if (token.kind === 'string') {
      this.#next();
      const content = token.content ?? token;
      return stringLiteral(this.#text.slice(content.start, content.end), token, content);
    }
    if (token.kind === 'number') {
      this.#next();
      return /^\d+(?:\.\d+)?$/.test(token.text) ? plainLiteral(Number(token.text), token) : this.#wordLiteral(token);
    }
    if (token.kind === 'word') return this.#reference(depth);
    if (token.text === '!' || token.text === '-') {
      this.#next();
      const operand = this.#operand(depth + 1);
      return {
        kind: 'unary',
        operator: token.text === '!' ? 'not' : 'minus',
        operand,
        start: token.start,
        end: Math.max(operand.end, token.end),
      };
    }
    if (token.text === '(') {
      this.#next();
      const inner = this.#expression(depth + 1);
      this.#takes(')');
      return inner;
    }
    return this.#missing();
  }

  /** Stands for an operand that is not there. */
  #missing(): Expression {
    return opaqueNode(rangeOf(this.#lastEnd(), this.#lastEnd()));
  }

  #reference(depth: number): Expression {
    const token = this.#token();
    if (token.text === 'true' || token.text === 'false') {
      this.#next();
      return plainLiteral(token.text === 'true', token);
    }
    const callee = this.#chain();
    const open = this.#token();
    if (!this.#takes('(')) return callee;
    const args: Argument[] = [];
    while (this.#startsExpression() || this.#token().text === '-') {
      args.push(this.#argument(depth + 1));
      if (!this.#takes(',')) break;
    }
    const close = this.#token();
    const isClosed = this.#takes(')');
    const argsEnd = isClosed ? close.start : Math.max(this.#lastEnd(), open.end);
    return {
      kind: 'call',
      callee,
      args,
      isNew: false,
      argsRange: rangeOf(open.end, argsEnd),
      parenthesised: true,
      start: callee.start,
      end: isClosed ? close.end : argsEnd,
    };
  }

  #argument(depth: number): Argument {
    const token = this.#token();
    if (token.kind === 'word' && this.#token(1).text === '=') {
      this.#index += 2;
      const value = this.#expression(depth);
      return {
        name: token.text,
        nameRange: rangeOf(token.start, token.end),
        value,
        start: token.start,
        end: Math.max(value.end, token.end),
      };
    }
    return positional(this.#expression(depth));
  }

  /** `resp.http.Set-Cookie`: a name and its members. */
  #chain(): Expression {
    const token = this.#token();
    if (token.kind !== 'word') return this.#missing();
    this.#next();
    const parts = token.text.split('.').slice(0, MAX_DEPTH);
    let end = token.start + (parts[0]?.length ?? 0);
    let chain: Expression = nameNode(parts[0] ?? '', rangeOf(token.start, end));
    for (const property of parts.slice(1)) {
      const propertyRange = rangeOf(end + 1, end + 1 + property.length);
      end = propertyRange.end;
      chain = { kind: 'member', object: chain, property, propertyRange, start: token.start, end };
    }
    return chain;
  }

  #wordLiteral(token: VclToken): Literal {
    return stringLiteral(token.text, rangeOf(token.start, token.end));
  }
}
