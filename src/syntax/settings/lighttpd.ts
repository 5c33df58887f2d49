/** Lowers lighttpd's settings: `key = value` with strings, arrays `( "a" => "b" )` and conditional blocks. */

import type { Comment, Expression, Program, Property, Range, RecordEntry, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, isSpace, lineAt, trimEnd } from './lines.js';
import {
  commentNode,
  expressionStatement,
  listNode,
  opaqueNode,
  plainLiteral,
  problem,
  propertyNode,
  rangeOf,
  settingsRecord,
  stringLiteral,
} from './nodes.js';

const MAX_DEPTH = 64;
const LIGHTTPD_LINE =
  /^[ \t]*(?:server\.(?:modules|document-root|port|errorlog|username)|setenv\.(?:add|set)-(?:request|response|environment)[a-z-]*|\$(?:HTTP|SERVER)\["[a-z-]+"\])[ \t]*(?:\+?=|!~)/im;

/** True for lighttpd's own format, told by the name or by settings that only it has. */
export function isLighttpd(path: string, text: string): boolean {
  const { base, folder, extension } = fileNameOf(path);
  if (extension !== 'conf') return false;
  return base.startsWith('lighttpd') || folder.includes('/lighttpd/') || LIGHTTPD_LINE.test(text);
}

/** Lowers the text of a lighttpd configuration; blocks become records under their condition as written. */
export function lowerLighttpd(text: string, path: string): Program {
  const reader = new LighttpdReader(text);
  const entries = reader.entries(0);
  const body = [expressionStatement(settingsRecord(entries, rangeOf(contentStart(text), text.length)))];
  return { path, language: 'ini', text, body, comments: reader.comments, problems: reader.problems };
}

/** What a text holds, put together from its pieces. */
function textOf(value: Expression): string | undefined {
  if (value.kind === 'literal') return String(value.value);
  if (value.kind !== 'binary') return undefined;
  const [left, right] = [textOf(value.left), textOf(value.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

class LighttpdReader {
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  #at: number;
  readonly #variables = new Map<string, string | undefined>();

  constructor(text: string) {
    this.#text = text;
    this.#at = contentStart(text);
  }

  /** Entries up to the `}` of this block or the end of the text. */
  entries(depth: number): RecordEntry[] {
    const found: RecordEntry[] = [];
    for (;;) {
      this.#skip();
      if (this.#at >= this.#text.length) return found;
      if (this.#text[this.#at] === '}') {
        if (depth > 0) return found;
        this.#at++;
        continue;
      }
      const entry = this.#entry(depth);
      if (entry !== undefined) found.push(entry);
    }
  }

  #entry(depth: number): Property | undefined {
    const text = this.#text;
    const start = this.#at;
    const line = lineAt(text, start);
    let at = start;
    while (at < line.end && text[at] !== '{' && text[at] !== '#' && !this.#isAssignment(at))
      at = text[at] === '"' ? this.#afterString(at) : at + 1;
    const keyEnd = trimEnd(text, start, Math.min(at, line.end));
    const key = stringLiteral(text.slice(start, keyEnd), rangeOf(start, keyEnd));
    if (text[at] === '{' && at < line.end && depth < MAX_DEPTH) {
      this.#at = at + 1;
      const inner = this.entries(depth + 1);
      this.#at = Math.min(this.#at + 1, text.length);
      return propertyNode(key, settingsRecord(inner, rangeOf(at, this.#at)));
    }
    if (at >= line.end || !this.#isAssignment(at)) {
      // `include "x"`, `else`, or something unreadable.
      this.#at = Math.max(line.next, start + 1);
      if (!/^(?:include|include_shell|else)\b/.test(key.value as string))
        this.problems.push(problem('neither a setting nor a block', start, line.end));
      return undefined;
    }
    this.#at = text[at] === '+' || text[at] === ':' ? at + 2 : at + 1;
    this.#skip();
    const value = this.#value(depth);
    this.#keep(String(key.value), textOf(value));
    return propertyNode(key, value);
  }

  /** What a variable holds from here on; one that is written in several places or is no text is not followed. */
  #keep(name: string, text: string | undefined): void {
    if (name.startsWith('var.')) this.#variables.set(name, this.#variables.has(name) ? undefined : text);
  }

  #isAssignment(at: number): boolean {
    const text = this.#text;
    const char = text[at];
    if (char === '+' || char === ':') return text[at + 1] === '=';
    const before = text[at - 1];
    return (
      char === '=' &&
      text[at + 1] !== '=' &&
      text[at + 1] !== '~' &&
      text[at + 1] !== '>' &&
      before !== '=' &&
      before !== '!' &&
      before !== '^' &&
      before !== '$'
    );
  }

  /** A value with those joined to it by `+`. */
  #value(depth: number): Expression {
    const start = this.#at;
    const operands = [this.#operand(depth)];
    for (;;) {
      const after = this.#at;
      while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++;
      if (this.#text[this.#at] !== '+' || this.#text[this.#at + 1] === '=') {
        this.#at = after;
        break;
      }
      this.#at++;
      this.#skip();
      operands.push(this.#operand(depth));
    }
    const [only] = operands;
    if (only === undefined) return opaqueNode(rangeOf(start, this.#at));
    return operands
      .slice(1)
      .reduce((left, right): Expression => ({ kind: 'binary', operator: '+', left, right, start, end: right.end }), only);
  }

  #operand(depth: number): Expression {
    const text = this.#text;
    const start = this.#at;
    if (text[start] === '"') {
      const end = this.#afterString(start);
      this.#at = end;
      const content = rangeOf(start + 1, end > start + 1 && text[end - 1] === '"' ? end - 1 : end);
      return stringLiteral(text.slice(content.start, content.end), rangeOf(start, end), content);
    }
    if (text[start] === '(' && depth < MAX_DEPTH) return this.#array(depth + 1);
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end)) && !',()#{}'.includes(text.charAt(end))) end++;
    this.#at = Math.max(end, Math.min(start + 1, text.length));
    const word = text.slice(start, end);
    if (/^\d+$/.test(word)) return plainLiteral(Number(word), rangeOf(start, end));
    if (word.startsWith('var.') || word.startsWith('env.')) return this.#variable(word, rangeOf(start, end));
    return word === '' ? opaqueNode(rangeOf(start, start)) : stringLiteral(word, rangeOf(start, end));
  }

  /** https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_Configuration#Using-variables */
  #variable(name: string, range: Range): Expression {
    const text = this.#variables.get(name);
    return text === undefined ? opaqueNode(range) : stringLiteral(text, range);
  }

  /** `( "a" => "b" )` is a record, `( "a", "b" )` a list. */
  #array(depth: number): Expression {
    const text = this.#text;
    const start = this.#at++;
    const items: Expression[] = [];
    const properties: Property[] = [];
    for (;;) {
      this.#skip();
      if (this.#at >= text.length || text[this.#at] === ')' || text[this.#at] === '}') break;
      if (text[this.#at] === ',') {
        this.#at++;
        continue;
      }
      const item = this.#value(depth);
      this.#skip();
      if (text.startsWith('=>', this.#at)) {
        this.#at += 2;
        this.#skip();
        properties.push(propertyNode(item, this.#value(depth)));
      } else {
        items.push(item);
      }
    }
    if (text[this.#at] === ')') this.#at++;
    else this.problems.push(problem('an array that is not closed', start, start + 1));
    const range: Range = rangeOf(start, this.#at);
    return properties.length > 0 ? settingsRecord(properties, range) : listNode(items, range);
  }

  #afterString(start: number): number {
    const text = this.#text;
    let at = start + 1;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
    return Math.min(text[at] === '"' ? at + 1 : at, text.length);
  }

  /** Skips white space and comments. */
  #skip(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      if (isSpace(text.charCodeAt(this.#at))) {
        this.#at++;
      } else if (text[this.#at] === '#') {
        const line = lineAt(text, this.#at);
        this.comments.push(commentNode(text, rangeOf(this.#at, line.end), 1));
        this.#at = line.next;
      } else {
        return;
      }
    }
  }
}
