/** Lowers HOCON (Play, Akka, Ktor): keys as written, dotted or nested; `${X}` is a call of `substitution`. */

import type { Argument, Comment, Expression, Language, Literal, Program, RecordEntry, RecordExpression, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, isSpace, lineAt, trimEnd } from './lines.js';
import {
  commentNode,
  directiveCall,
  expressionStatement,
  listNode,
  nameNode,
  opaqueNode,
  plainLiteral,
  positional,
  problem,
  propertyNode,
  rangeOf,
  settingsRecord,
  spreadEntry,
  stringLiteral,
} from './nodes.js';

// The grammar: lightbend/config HOCON.md.
const MAX_DEPTH = 128;
/** Characters that cannot stand in an unquoted string. */
const FORBIDDEN = '$"{}[]:=,+#`^?!@*&\\';

export const hoconLanguage: Language = { id: 'hocon', matches: isHocon, lower: lowerHocon };

function isHocon(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  return extension === 'hocon' || (extension === 'conf' && (/^application(?:[.\-_].*)?\.conf$/.test(base) || base === 'reference.conf'));
}

/** Lowers the text of a HOCON file. Later entries of the same key override earlier ones, as their order says. */
function lowerHocon(text: string, path: string): Program {
  const reader = new HoconReader(text);
  const body = [expressionStatement(reader.document())];
  return { path, language: 'hocon', text, body, comments: reader.comments, problems: reader.problems };
}

class HoconReader {
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = contentStart(text);
  }

  /** The whole file: its braces may be left out. */
  document(): RecordExpression {
    const start = contentStart(this.#text);
    const entries: RecordEntry[] = [];
    this.#skipAll();
    if (this.#peek() === '{') {
      this.#at++;
      this.#entries(entries, '}', 1);
      this.#expect('}');
    }
    while (this.#at < this.#text.length) {
      this.#entries(entries, '', 0);
      if (this.#at < this.#text.length) {
        this.problems.push(problem(`unexpected \`${this.#peek()}\``, this.#at, this.#at + 1));
        this.#at++;
      }
    }
    return settingsRecord(entries, rangeOf(start, this.#text.length));
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #expect(char: string): void {
    this.#skipAll();
    if (this.#peek() === char) this.#at++;
    else
      this.problems.push(
        problem(`\`${char}\` is missing`, Math.min(this.#at, this.#text.length), Math.min(this.#at + 1, this.#text.length)),
      );
  }

  /** Reads entries until `closing`, another closing bracket or the end of the text. */
  #entries(into: RecordEntry[], closing: string, depth: number): void {
    for (;;) {
      this.#skipSeparators();
      const char = this.#peek();
      if (char === '' || char === closing || char === '}' || char === ']') return;
      const before = this.#at;
      this.#entry(into, depth);
      if (this.#at === before) {
        this.problems.push(problem(`unexpected \`${char}\``, before, before + 1));
        this.#at++;
      }
    }
  }

  #entry(into: RecordEntry[], depth: number): void {
    const text = this.#text;
    const start = this.#at;
    const keyEnd = this.#keyEnd(start);
    if (keyEnd === start) return;
    if (/^include\s/.test(text.slice(start, Math.min(keyEnd, start + 8)))) {
      into.push(this.#include(start));
      return;
    }
    const key = keyLiteral(text, start, trimEnd(text, start, keyEnd));
    this.#at = keyEnd;
    this.#skipAll();
    const char = this.#peek();
    if (char === '+' && text[this.#at + 1] === '=') this.#at += 2;
    else if (char === '=' || char === ':') this.#at++;
    else if (char !== '{') {
      this.problems.push(problem('a key without a value', key.start, key.end));
      this.#at = Math.max(keyEnd, start + 1);
      return;
    }
    into.push(propertyNode(key, this.#value(depth)));
  }

  /** The end of a key path: quoted and unquoted parts up to a separator, brace or the end of the line. */
  #keyEnd(start: number): number {
    const text = this.#text;
    let at = start;
    while (at < text.length) {
      const char = text.charAt(at);
      if (char === '"') at = this.#quotedEnd(at);
      else if (char === '\n' || '{}[],=:+#$'.includes(char) || text.startsWith('//', at)) break;
      else at++;
    }
    return at;
  }

  #include(start: number): RecordEntry {
    const line = lineAt(this.#text, start);
    const callee = nameNode('include', rangeOf(start, start + 'include'.length));
    let open = callee.end;
    while (open < line.end && this.#text[open] !== '"') open++;
    const args: Argument[] = [];
    let end = trimEnd(this.#text, start, line.end);
    if (open < line.end) {
      end = this.#quotedEnd(open);
      args.push(positional(quotedLiteral(this.#text, open, end)));
      while (end < line.end && this.#text[end] === ')') end++;
    }
    this.#at = Math.max(end, callee.end);
    return spreadEntry(directiveCall(callee, args, rangeOf(start, this.#at)));
  }

  /** A value: one or several parts of one line, joined. */
  #value(depth: number): Expression {
    this.#skipAll();
    const start = this.#at;
    const parts: Expression[] = [];
    for (;;) {
      this.#skipBlanks();
      const part = this.#part(depth);
      if (part === undefined) break;
      parts.push(part);
    }
    const [first] = parts;
    if (first === undefined) return stringLiteral('', rangeOf(start, start));
    if (parts.length === 1) return first;
    return joined(this.#text, parts);
  }

  #part(depth: number): Expression | undefined {
    const text = this.#text;
    const start = this.#at;
    const char = this.#peek();
    if (char === '' || char === '\n' || char === ',' || char === '}' || char === ']' || char === '#' || text.startsWith('//', start))
      return undefined;
    if (depth >= MAX_DEPTH && (char === '{' || char === '[')) {
      this.problems.push(problem('nested too deeply to be read', start, start + 1));
      this.#at = text.length;
      return opaqueNode(rangeOf(start, text.length));
    }
    if (char === '{') return this.#record(depth + 1);
    if (char === '[') return this.#list(depth + 1);
    if (char === '"') {
      this.#at = this.#quotedEnd(start);
      return quotedLiteral(text, start, this.#at);
    }
    if (char === '$' && text[start + 1] === '{') return this.#substitution(start);
    return this.#unquoted(start);
  }

  #record(depth: number): RecordExpression {
    const start = this.#at++;
    const entries: RecordEntry[] = [];
    this.#entries(entries, '}', depth);
    this.#expect('}');
    return settingsRecord(entries, rangeOf(start, this.#at));
  }

  #list(depth: number): Expression {
    const start = this.#at++;
    const items: Expression[] = [];
    for (;;) {
      this.#skipSeparators();
      const char = this.#peek();
      if (char === '' || char === ']' || char === '}') break;
      const before = this.#at;
      items.push(this.#value(depth));
      if (this.#at === before) this.#at++;
    }
    this.#expect(']');
    return listNode(items, rangeOf(start, this.#at));
  }

  /** `${name}` or `${?name}`. */
  #substitution(start: number): Expression {
    const text = this.#text;
    const line = lineAt(text, start);
    const isOptional = text[start + 2] === '?';
    const nameStart = Math.min(start + (isOptional ? 3 : 2), line.end);
    let nameEnd = nameStart;
    while (nameEnd < line.end && text[nameEnd] !== '}') nameEnd++;
    const isClosed = nameEnd < line.end;
    this.#at = isClosed ? nameEnd + 1 : line.end;
    if (!isClosed) this.problems.push(problem('a substitution that is not closed', start, line.end));
    const args = [positional(stringLiteral(text.slice(nameStart, nameEnd).trim(), rangeOf(nameStart, nameEnd)))];
    if (isOptional) args.push(positional(plainLiteral(true, rangeOf(nameEnd, nameEnd))));
    return directiveCall(nameNode('substitution', rangeOf(start, start)), args, rangeOf(start, this.#at));
  }

  #unquoted(start: number): Expression {
    const text = this.#text;
    let end = start;
    while (end < text.length && text[end] !== '\n' && !FORBIDDEN.includes(text.charAt(end)) && !text.startsWith('//', end)) end++;
    // A forbidden character in a value is an error in HOCON; it is kept, so that the rest can be read.
    if (end === start) end++;
    end = Math.max(trimEnd(text, start, end), start + 1);
    this.#at = end;
    const word = text.slice(start, end);
    const range = rangeOf(start, end);
    if (word === 'true' || word === 'false') return plainLiteral(word === 'true', range);
    if (word === 'null') return plainLiteral(null, range);
    return /^-?\d+(?:\.\d+)?$/.test(word) ? plainLiteral(Number(word), range) : stringLiteral(word, range);
  }

  /** The offset after a quoted string; one that is not closed ends with its line. */
  #quotedEnd(start: number): number {
    const text = this.#text;
    if (text.startsWith('"""', start)) {
      let close = text.indexOf('"""', start + 3);
      if (close < 0) return this.#unclosed(start);
      close += 3;
      while (text[close] === '"') close++;
      return close;
    }
    let at = start + 1;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
    return text[at] === '"' ? at + 1 : this.#unclosed(start);
  }

  #unclosed(start: number): number {
    const { end } = lineAt(this.#text, start);
    this.problems.push(problem('a string that is not closed', start, end));
    return Math.max(end, start + 1);
  }

  #skipBlanks(): void {
    const text = this.#text;
    while (this.#at < text.length && text[this.#at] !== '\n' && isSpace(text.charCodeAt(this.#at))) this.#at++;
  }

  #skipAll(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      if (isSpace(text.charCodeAt(this.#at))) {
        this.#at++;
      } else if (text[this.#at] === '#' || text.startsWith('//', this.#at)) {
        const line = lineAt(text, this.#at);
        this.comments.push(commentNode(text, rangeOf(this.#at, line.end), text[this.#at] === '#' ? 1 : 2));
        this.#at = line.next;
      } else {
        return;
      }
    }
  }

  #skipSeparators(): void {
    this.#skipAll();
    while (this.#peek() === ',') {
      this.#at++;
      this.#skipAll();
    }
  }
}

/** A key path as written; the quotes of a key that is wholly quoted do not count. */
function keyLiteral(text: string, start: number, end: number): Literal {
  const written = text.slice(start, end);
  if (!written.includes('"')) return stringLiteral(written, rangeOf(start, end));
  if (written.indexOf('"', 1) === written.length - 1 && written.startsWith('"')) return quotedLiteral(text, start, end);
  return stringLiteral(written.replaceAll('"', ''), rangeOf(start, end));
}

function quotedLiteral(text: string, start: number, end: number): Literal {
  const isTriple = text.startsWith('"""', start) && end - start >= 6;
  const quotes = isTriple ? 3 : 1;
  const isClosed = end - start >= 2 * quotes && text[end - 1] === '"';
  const content = rangeOf(start + quotes, isClosed ? end - quotes : end);
  const raw = text.slice(content.start, content.end);
  return stringLiteral(isTriple ? raw : unescaped(raw), rangeOf(start, end), content);
}

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_match, unicode: string | undefined, char: string | undefined) => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    return ({ n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' } as Record<string, string>)[char ?? ''] ?? char ?? '';
  });
}

/** Joined parts: records are laid over each other, lists run together, anything else is a text with holes. */
function joined(text: string, parts: readonly Expression[]): Expression {
  const range = rangeOf(parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0);
  if (parts.some((part) => part.kind === 'record')) {
    const entries = parts.flatMap((part): readonly RecordEntry[] => (part.kind === 'record' ? part.entries : [spreadEntry(part)]));
    return settingsRecord(entries, range);
  }
  if (parts.some((part) => part.kind === 'list')) return opaqueNode(range, parts);
  const holed = parts.map((part) =>
    part.kind === 'literal' && typeof part.value !== 'string' ? stringLiteral(text.slice(part.start, part.end), part) : part,
  );
  return { kind: 'template', parts: holed, ...range };
}
