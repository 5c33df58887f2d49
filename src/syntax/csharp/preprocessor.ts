// The conditional directives of a C# file: `#if DEBUG … #elif … #else … #endif`.
import type { Expression, Range } from '../ir.js';
import { literalOf, rangeOf } from '../tree-sitter/lowering.js';
import { operationOf, unaryOf } from '../tree-sitter/shapes.js';

/** What stands between two directives of a region. */
export interface Branch {
  /** The condition as written; undefined after `#else`. */
  readonly condition: Range | undefined;
  /** The lines between the directives. */
  readonly content: Range;
}

/** `#if … #endif`, with the directives. */
export interface Region extends Range {
  readonly branches: readonly Branch[];
}

const DIRECTIVE = /^[ \t]*#[ \t]*(if|elif|else|endif)\b((?:(?!\/\/)[^\r\n])*)(?:\/\/[^\r\n]*)?$/gm;

interface OpenRegion {
  readonly start: number;
  readonly branches: Branch[];
  condition: Range | undefined;
  contentStart: number;
}

/** The regions of a text, outer before inner, in order of their start. An `#if` without its end is left out. */
export function regionsOf(text: string): readonly Region[] {
  if (!text.includes('#')) return [];
  const open: OpenRegion[] = [];
  const closed: Region[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const [line, word] = match;
    const written = (match[2] ?? '').trim();
    const end = match.index + line.length;
    const conditionStart = match.index + line.indexOf(written, line.indexOf(word ?? '') + (word?.length ?? 0));
    const condition = { start: conditionStart, end: conditionStart + written.length };
    if (word === 'if') {
      open.push({ start: match.index, branches: [], condition, contentStart: end });
      continue;
    }
    const region = open.at(-1);
    if (region === undefined) continue;
    region.branches.push({ condition: region.condition, content: { start: region.contentStart, end: match.index } });
    region.condition = word === 'elif' ? condition : undefined;
    region.contentStart = end;
    if (word === 'endif') {
      open.pop();
      closed.push({ start: region.start, end, branches: region.branches });
    }
  }
  return closed.sort((a, b) => a.start - b.start);
}

/**
 * The text as the grammar should read it: directives blanked out, so that they may stand inside an initialiser or a call, and where
 * the brackets of a branch do not match (two versions of one `if (…) {`), all branches but one.
 */
export function withoutDirectives(text: string): string {
  const regions = regionsOf(text);
  if (regions.length === 0) return text;
  const blanks: Range[] = [];
  for (const region of regions) {
    let from = region.start;
    for (const { content } of region.branches) {
      blanks.push({ start: from, end: content.start });
      from = content.end;
    }
    blanks.push({ start: from, end: region.end });
    if (region.branches.some(({ content }) => !isBalanced(text.slice(content.start, content.end)))) {
      const kept = keptBranch(text, region);
      blanks.push(...region.branches.filter((branch) => branch !== kept).map(({ content }) => content));
    }
  }
  return blank(text, blanks);
}

/** What a release build compiles: not the branch under `#if DEBUG`. */
function keptBranch(text: string, region: Region): Branch | undefined {
  const [first] = region.branches;
  const isDebug = first?.condition !== undefined && text.slice(first.condition.start, first.condition.end) === 'DEBUG';
  return isDebug ? region.branches.find((branch) => branch.condition === undefined) : first;
}

function blank(text: string, ranges: readonly Range[]): string {
  let result = text;
  for (const { start, end } of ranges) {
    result = result.slice(0, start) + result.slice(start, end).replace(/[^\r\n]/g, ' ') + result.slice(end);
  }
  return result;
}

/** Whether brackets match, counting neither those in strings nor those in comments. */
function isBalanced(text: string): boolean {
  const code = text.replace(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'/g, '');
  const depth: Record<string, number> = { '{': 0, '(': 0, '[': 0 };
  const opening: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' };
  for (const [bracket] of code.matchAll(/[{}()[\]]/g)) {
    const closes = opening[bracket];
    if (closes === undefined) depth[bracket] = (depth[bracket] ?? 0) + 1;
    else if ((depth[closes] = (depth[closes] ?? 0) - 1) < 0) return false;
  }
  return Object.values(depth).every((count) => count === 0);
}

/** The condition of an `#if` as an expression of names: `DEBUG`, `!RELEASE && (A || B)`. */
export function conditionOf(text: string, range: Range): Expression {
  const tokens = [...text.slice(range.start, range.end).matchAll(/\w+|&&|\|\||[!=]=|[!()]/g)].map((match) => ({
    text: match[0],
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  }));
  let next = 0;
  const levels = [['||'], ['&&'], ['==', '!=']];

  function operations(level: number): Expression {
    const operators = levels[level];
    if (operators === undefined) return operand();
    let left = operations(level + 1);
    for (let operator = tokens[next]; operator !== undefined && operators.includes(operator.text); operator = tokens[next]) {
      next += 1;
      const right = operations(level + 1);
      left = operationOf({ start: left.start, end: right.end }, operator.text, left, right);
    }
    return left;
  }

  function operand(): Expression {
    const token = tokens[next];
    if (token === undefined) return { kind: 'opaque', start: range.end, end: range.end, children: [] };
    next += 1;
    if (token.text === '!') {
      const negated = operand();
      return unaryOf({ start: token.start, end: negated.end }, 'not', negated);
    }
    if (token.text === '(') {
      const inner = operations(0);
      if (tokens[next]?.text === ')') next += 1;
      return inner;
    }
    if (token.text === 'true' || token.text === 'false') return literalOf(token, token.text === 'true');
    return { kind: 'name', ...rangeOf(token), name: token.text };
  }

  return operations(0);
}

/** Whether a condition asks how the program is built (`DEBUG`, `RELEASE`) and not for which platform. */
export function asksForConfiguration(text: string, branches: readonly Branch[]): boolean {
  return branches.some(
    ({ condition }) => condition !== undefined && /\b(?:DEBUG|RELEASE)\b/.test(text.slice(condition.start, condition.end)),
  );
}
