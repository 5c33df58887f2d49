/** Lowers TOML settings: tables nest, arrays of tables become lists. */

import { parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { Comment, Expression, Language, Literal, Program, Property, Range, RecordExpression, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, lineAt, skipSpace } from './lines.js';
import { deepBracket } from './nesting.js';
import {
  commentNode,
  expressionStatement,
  listNode,
  plainLiteral,
  problem,
  propertyNode,
  rangeOf,
  settingsRecord,
  stringLiteral,
} from './nodes.js';

/** The library stops at the first error; this many unreadable lines are blanked out before the rest is given up. */
const MAX_REPAIRS = 12;
/** The library recurses. */
const MAX_DEPTH = 256;

export const tomlLanguage: Language = { id: 'toml', matches: isToml, lower: lowerToml };

function isToml(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  // oauth2-proxy documents its configuration file as TOML with the ending `.cfg`.
  return extension === 'toml' || (extension === 'cfg' && /^oauth2[-_]proxy/.test(base));
}

/** A table while it is being filled: TOML may come back to it in a later header. */
interface Table {
  start: number;
  end: number;
  readonly entries: Map<string, Entry>;
}

interface Entry {
  readonly key: Literal;
  readonly start: number;
  end: number;
  /** A table, the tables of an array, or a value. */
  readonly value: Table | Table[] | Expression;
}

/** Lowers the text of a TOML file. */
function lowerToml(text: string, path: string): Program {
  const problems: SyntaxProblem[] = [];
  const ast = parsed(text, problems);
  const comments: Comment[] = (ast?.comments ?? []).map((comment) => commentNode(text, rangeOf(...comment.range), 1));
  const root: Table = { start: contentStart(text), end: text.length, entries: new Map() };
  for (const node of ast?.body[0].body ?? []) {
    if (node.type === 'TOMLKeyValue') addKeyValue(text, root, node);
    else addTable(text, root, node);
  }
  return { path, language: 'toml', text, body: [expressionStatement(recordOf(root))], comments, problems };
}

type Attempt = { readonly ast: AST.TOMLProgram } | { readonly ast?: undefined; readonly message: string; readonly index: number };

/** Parses the text, blanking out lines the library cannot read. */
function parsed(text: string, problems: SyntaxProblem[]): AST.TOMLProgram | undefined {
  let source = contentStart(text) === 0 ? text : ` ${text.slice(1)}`;
  let attempt = parse(source);
  for (let repairs = 0; attempt.ast === undefined && repairs < MAX_REPAIRS; repairs++) {
    const { message, index } = attempt;
    const line = lineBefore(source, index + 1);
    if (line === undefined) break;
    // An error where a line begins is mostly the fault of what was left open before it.
    const previous = skipSpace(source, line.start, line.end) === index ? lineBefore(source, line.start) : undefined;
    const repaired = [previous, line].filter((candidate) => candidate !== undefined).map((candidate) => repair(source, candidate));
    const best = repaired.reduce((left, right) => (progress(right.attempt) > progress(left.attempt) ? right : left));
    problems.push(problem(message, best.line.start, best.line.end));
    ({ source, attempt } = best);
  }
  if (attempt.ast === undefined) problems.push(problem(attempt.message, Math.min(attempt.index, text.length), text.length));
  return attempt.ast;
}

function parse(source: string): Attempt {
  const tooDeep = deepBracket(source, MAX_DEPTH);
  if (tooDeep !== undefined) return { message: 'nested too deeply to be read', index: tooDeep };
  try {
    return { ast: parseTOML(source) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      message: error.message,
      index: 'index' in error && typeof error.index === 'number' ? Math.min(error.index, source.length) : 0,
    };
  }
}

/** How far an attempt came. */
function progress(attempt: Attempt): number {
  return attempt.ast === undefined ? attempt.index : Number.POSITIVE_INFINITY;
}

function repair(source: string, line: Range): { readonly source: string; readonly line: Range; readonly attempt: Attempt } {
  const repaired = source.slice(0, line.start) + ' '.repeat(line.end - line.start) + source.slice(line.end);
  return { source: repaired, line, attempt: parse(repaired) };
}

/** The last line that begins before `limit` and is not blank. */
function lineBefore(source: string, limit: number): Range | undefined {
  for (let at = limit; at > 0;) {
    // A negative offset would count as 0.
    const start = at < 2 ? 0 : source.lastIndexOf('\n', at - 2) + 1;
    const line = lineAt(source, start);
    if (skipSpace(source, start, line.end) < line.end) return rangeOf(start, line.end);
    at = start;
  }
  return undefined;
}

function addTable(text: string, root: Table, node: AST.TOMLTable): void {
  const [start, end] = node.range;
  let table = root;
  node.key.keys.forEach((key, index) => {
    const isLast = index === node.key.keys.length - 1;
    table = isLast && node.kind === 'array' ? pushTable(text, table, key, end) : innerTable(text, table, key, rangeOf(key.range[0], end));
  });
  for (const pair of node.body) addKeyValue(text, table, pair);
  root.start = Math.min(root.start, start);
}

function addKeyValue(text: string, into: Table, node: AST.TOMLKeyValue): void {
  const keys = node.key.keys;
  const last = keys.at(-1);
  if (last === undefined) return;
  let table = into;
  for (const key of keys.slice(0, -1)) table = innerTable(text, table, key, rangeOf(key.range[0], node.range[1]));
  const key = keyLiteral(text, last);
  table.entries.set(String(key.value), { key, start: key.start, end: node.range[1], value: valueOf(text, node.value) });
}

/** The table under a key, made if need be; the newest one of an array of tables. */
function innerTable(text: string, table: Table, node: AST.TOMLBare | AST.TOMLQuoted, range: Range): Table {
  const key = keyLiteral(text, node);
  const found = table.entries.get(String(key.value));
  if (found !== undefined) {
    const inner = Array.isArray(found.value)
      ? found.value.at(-1)
      : 'entries' in found.value && found.value.entries instanceof Map
        ? (found.value as Table)
        : undefined;
    if (inner !== undefined) {
      inner.end = Math.max(inner.end, range.end);
      found.end = Math.max(found.end, range.end);
      return inner;
    }
  }
  const inner: Table = { start: range.start, end: range.end, entries: new Map() };
  table.entries.set(String(key.value), { key, start: key.start, end: range.end, value: inner });
  return inner;
}

function pushTable(text: string, table: Table, node: AST.TOMLBare | AST.TOMLQuoted, end: number): Table {
  const key = keyLiteral(text, node);
  const inner: Table = { start: key.start, end, entries: new Map() };
  const found = table.entries.get(String(key.value));
  if (found !== undefined && Array.isArray(found.value)) {
    found.value.push(inner);
    found.end = Math.max(found.end, end);
  } else {
    table.entries.set(String(key.value), { key, start: key.start, end, value: [inner] });
  }
  return inner;
}

function recordOf(table: Table): RecordExpression {
  const entries: Property[] = [...table.entries.values()].map((entry) =>
    propertyNode(entry.key, expressionOf(entry.value), rangeOf(entry.start, entry.end)),
  );
  return settingsRecord(entries, rangeOf(table.start, table.end));
}

function expressionOf(value: Entry['value']): Expression {
  if (Array.isArray(value)) return listNode(value.map(recordOf), rangeOf(value[0]?.start ?? 0, value.at(-1)?.end ?? 0));
  return 'kind' in value ? value : recordOf(value);
}

function keyLiteral(text: string, node: AST.TOMLBare | AST.TOMLQuoted): Literal {
  const range = rangeOf(...node.range);
  return node.type === 'TOMLBare' ? stringLiteral(node.name, range) : stringLiteral(node.value, range, insideQuotes(text, range, 1));
}

function insideQuotes(text: string, range: Range, quotes: number): Range {
  let start = range.start + quotes;
  // A line feed right after `"""` does not belong to the string.
  if (quotes === 3 && text[start] === '\r') start++;
  if (quotes === 3 && text[start] === '\n') start++;
  return rangeOf(Math.min(start, range.end), Math.max(Math.min(start, range.end), range.end - quotes));
}

function valueOf(text: string, node: AST.TOMLContentNode): Expression {
  const range = rangeOf(...node.range);
  if (node.type === 'TOMLArray') {
    return listNode(
      node.elements.map((element) => valueOf(text, element)),
      range,
    );
  }
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { start: range.start, end: range.end, entries: new Map() };
    for (const pair of node.body) addKeyValue(text, table, pair);
    return recordOf(table);
  }
  switch (node.kind) {
    case 'string':
      return stringLiteral(node.value, range, insideQuotes(text, range, node.multiline ? 3 : 1));
    case 'integer':
    case 'float':
    case 'boolean':
      return plainLiteral(node.value, range);
    default:
      return stringLiteral(text.slice(range.start, range.end), range);
  }
}
