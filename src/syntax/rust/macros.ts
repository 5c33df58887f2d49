// Rust macro invocations: the grammar gives their arguments as bare tokens, which are read as far as cookies need.
import type { Argument, BinaryOperator, Expression, Range } from '../ir.js';
import { opaqueOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { assignmentOf, binaryOf, callOf, memberOf, operationOf, positional, prefixOf } from '../tree-sitter/shapes.js';
import { expression } from './expressions.js';
import { formatTemplate, type FormatArguments } from './strings.js';
import { typeExpression } from './types.js';

/** Macros that are like calls of a function: they ask the build or the environment, or end the program. */
const CALLS = new Set([
  'cfg',
  'env',
  'option_env',
  'concat',
  'include_str',
  'panic',
  'unreachable',
  'todo',
  'unimplemented',
  'bail',
  'assert',
  'ensure',
]);

/** Assertions of two values, which are those of their comparison. */
const COMPARING: ReadonlyMap<string, BinaryOperator> = new Map([
  ['assert_eq', '=='],
  ['assert_ne', '!='],
]);

export function macroInvocation(node: Node, context: LoweringContext): Expression {
  const macro = node.child('macro');
  const tree = node.find('token_tree');
  return macro === undefined || tree === undefined ? opaqueOf(node, []) : macroCall(node, macro, tree, context);
}

function macroCall(node: Range, macro: Node, tree: Node, context: LoweringContext): Expression {
  const name = macro.text.split('::').at(-1) ?? '';
  const [first, ...rest] = argumentsOf(tree);
  if (name === 'format' && first !== undefined && isString(first.tokens))
    return formatTemplate(node, first.tokens[0], formatArguments(rest, context));
  // https://doc.rust-lang.org/std/macro.write.html
  const [written, ...values] = rest;
  if ((name === 'write' || name === 'writeln') && first !== undefined && written !== undefined && isString(written.tokens)) {
    const target = tokenExpression(
      first.tokens.filter(({ type }) => type !== '&' && type !== 'mutable_specifier' && type !== 'mut'),
      context,
    );
    const text = formatTemplate(node, written.tokens[0], formatArguments(values, context));
    return target === undefined ? text : assignmentOf(node, '+=', target, text);
  }
  if (name === 'vec') return { kind: 'list', ...rangeOf(node), items: lowered(tree, context) };
  if (name === 'matches' && first !== undefined && rest[0] !== undefined) return matchesMacro(node, first, rest[0], context);
  const compared = COMPARING.get(name);
  if (compared !== undefined)
    return callOf({
      range: node,
      callee: { kind: 'name', ...rangeOf(macro), name: 'assert' },
      args: comparison(lowered(tree, context), compared),
      list: tree,
    });
  if (CALLS.has(name)) return callOf({ range: node, callee: typeExpression(macro), args: lowered(tree, context), list: tree });
  return opaqueOf(
    node,
    lowered(tree, context).map((argument) => argument.value),
  );
}

function comparison([left, right, ...message]: readonly Argument[], operator: BinaryOperator): readonly Argument[] {
  if (left === undefined || right === undefined) return [];
  return [positional(binaryOf({ start: left.start, end: right.end }, operator, left.value, right.value)), ...message];
}

/** Tokens between two commas. */
interface TokenArgument {
  readonly name: Node | undefined;
  readonly tokens: readonly Node[];
}

function argumentsOf(tree: Node): readonly TokenArgument[] {
  const groups: Node[][] = [[]];
  for (const token of tree.children.slice(1, -1)) {
    if (token.type === ',' || token.type === ';' || token.type === '=>') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups
    .filter((tokens) => tokens.length > 0)
    .map((tokens) =>
      isKey(tokens[0]) && tokens[1]?.type === '=' ? { name: tokens[0], tokens: tokens.slice(2) } : { name: undefined, tokens },
    );
}

/** `default` is a word of the grammar. */
const isKey = (token: Node | undefined): token is Node => token?.type === 'identifier' || token?.type === 'default';

function lowered(tree: Node, context: LoweringContext): readonly Argument[] {
  return argumentsOf(tree).flatMap(({ name, tokens }): Argument[] => {
    const value = tokenExpression(tokens, context);
    if (value === undefined) return [];
    return [
      name === undefined ? positional(value) : { start: name.start, end: value.end, name: name.text, nameRange: rangeOf(name), value },
    ];
  });
}

function isString(tokens: readonly Node[]): tokens is readonly [Node] {
  return tokens.length === 1 && (tokens[0]?.type === 'string_literal' || tokens[0]?.type === 'raw_string_literal');
}

function formatArguments(args: readonly TokenArgument[], context: LoweringContext): FormatArguments {
  const result: FormatArguments = { positional: [], named: new Map() };
  for (const { name, tokens } of args) {
    const value = tokenExpression(tokens, context);
    if (value === undefined) continue;
    if (name === undefined) result.positional.push(value);
    else result.named.set(name.text, value);
  }
  return result;
}

/** `matches!(x, A::B | "c")` compares with constants; other patterns are not followed. */
function matchesMacro(node: Range, subject: TokenArgument, pattern: TokenArgument, context: LoweringContext): Expression {
  const alternatives: Node[][] = [[]];
  for (const token of pattern.tokens) {
    if (token.type === '|') alternatives.push([]);
    else alternatives.at(-1)?.push(token);
  }
  const tests = alternatives.map((tokens): Expression => {
    const value = tokenExpression(subject.tokens, context);
    const constant = held(tokenExpression(tokens, context));
    if (value === undefined || constant === undefined) return opaqueOf(node, []);
    const range = { start: value.start, end: constant.end };
    if (constant.kind === 'literal' || constant.kind === 'member') return binaryOf(range, '==', value, constant);
    return binaryOf(range, 'matches', value, opaqueOf(constant, []));
  });
  return tests.reduce((left, right) => ({ kind: 'logical', start: left.start, end: right.end, operator: 'or', left, right }));
}

/** `Ok("production")` holds what `Ok(x)` stands for. */
function held(pattern: Expression | undefined): Expression | undefined {
  const isWrapper =
    pattern?.kind === 'call' && pattern.callee.kind === 'name' && (pattern.callee.name === 'Ok' || pattern.callee.name === 'Some');
  return isWrapper && pattern.args.length === 1 ? pattern.args[0]?.value : pattern;
}

/** Binary operators by how tightly they bind. */
const PRECEDENCE: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!=', '<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];

const isBlock = ({ type, text }: Node): boolean => type === 'token_tree' && text.startsWith('{');

/** Tokens as an expression: paths, calls, fields, literals and operators. What is left over makes it opaque. */
function tokenExpression(tokens: readonly Node[], context: LoweringContext): Expression | undefined {
  let next = 0;

  function operations(level: number): Expression | undefined {
    const operators = PRECEDENCE[level];
    if (operators === undefined) return prefixed();
    let left = operations(level + 1);
    for (let token = tokens[next]; left !== undefined && token !== undefined && operators.includes(token.type); token = tokens[next]) {
      next += 1;
      const right = operations(level + 1);
      if (right === undefined) return left;
      left = operationOf({ start: left.start, end: right.end }, token.type, left, right);
    }
    return left;
  }

  function prefixed(): Expression | undefined {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (token.type === '&' || token.type === 'mut' || token.type === 'mutable_specifier') {
      next += 1;
      return prefixed();
    }
    if (token.type === '!' || token.type === '-' || token.type === '*') {
      next += 1;
      const operand = prefixed();
      return operand === undefined ? undefined : prefixOf({ start: token.start, end: operand.end }, token.type, operand);
    }
    return token.text === 'if' ? conditional(token) : postfixed(token);
  }

  /** `if secure { "; Secure" } else { "" }`. */
  function conditional(keyword: Node): Expression | undefined {
    const block = tokens.findIndex((token, at) => at > next && isBlock(token));
    const [consequent, otherwise, after] = block < 0 ? [] : tokens.slice(block, block + 3);
    if (consequent === undefined || after === undefined || otherwise?.text !== 'else') return undefined;
    const test = tokenExpression(tokens.slice(next + 1, block), context);
    const left = tokenExpression(consequent.children.slice(1, -1), context);
    next = block + 2;
    const right = after.text === 'if' ? conditional(after) : tokenExpression(after.children.slice(1, -1), context);
    if (isBlock(after)) next += 1;
    if (test === undefined || left === undefined || right === undefined) return undefined;
    return {
      kind: 'conditional',
      start: keyword.start,
      end: isBlock(after) ? after.end : right.end,
      test,
      consequent: left,
      alternate: right,
    };
  }

  function postfixed(first: Node): Expression | undefined {
    if (!first.isNamed) return undefined;
    next += 1;
    let left: Expression = first.type === 'token_tree' ? grouped(first) : expression(first, context);
    for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
      const following = tokens[next + 1];
      if (token.type === '?') {
        next += 1;
      } else if ((token.type === '.' || token.type === '::') && following?.isNamed === true && following.type !== 'token_tree') {
        next += 2;
        if (following.text !== 'await') left = memberOf({ start: left.start, end: following.end }, left, following, following.text);
      } else if (token.type === '!' && following?.type === 'token_tree' && left.kind === 'name') {
        next += 2;
        left = macroCall({ start: left.start, end: following.end }, first, following, context);
      } else if (token.type === 'token_tree' && token.text.startsWith('(')) {
        next += 1;
        left = callOf({ range: { start: left.start, end: token.end }, callee: left, args: lowered(token, context), list: token });
      } else {
        break;
      }
    }
    return left;
  }

  function grouped(tree: Node): Expression {
    const args = lowered(tree, context);
    const [only, ...others] = args;
    if (tree.text.startsWith('(') && only !== undefined && others.length === 0) return only.value;
    if (!tree.text.startsWith('{')) return { kind: 'list', ...rangeOf(tree), items: args };
    return opaqueOf(
      tree,
      args.map((argument) => argument.value),
    );
  }

  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const read = operations(0);
  if (read !== undefined && next === tokens.length) return read;
  const children = read === undefined ? [] : [read];
  // Not an expression that is known: what stands further on is read for itself.
  for (next = Math.max(next, 1); next < tokens.length; next += 1) {
    const rest = tokenExpression(tokens.slice(next), context);
    if (rest !== undefined) {
      children.push(rest);
      break;
    }
  }
  return opaqueOf({ start: first.start, end: last.end }, children);
}

/** `#[serde(default = "x")]` as a call of `serde`. */
export function attributeCall(node: Node, context: LoweringContext): Expression {
  const path = node.named[0];
  if (path === undefined) return opaqueOf(node, []);
  const tree = node.child('arguments');
  return callOf({ range: node, callee: typeExpression(path), args: tree === undefined ? [] : lowered(tree, context), list: tree });
}
