/** Lowers XML settings: an element is a property whose record holds `@attributes`, child elements and `#text`. */

import type { Comment, Language, Literal, Program, Property, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, isSpace, skipSpace, trimEnd } from './lines.js';
import { commentNode, expressionStatement, problem, propertyNode, rangeOf, settingsRecord, stringLiteral } from './nodes.js';

const XML_EXTENSIONS: ReadonlySet<string> = new Set(['xml', 'config', 'csproj', 'vbproj', 'fsproj', 'props', 'targets', 'pubxml']);
/** Elements deeper than this are read as children of the element at this depth. */
const MAX_DEPTH = 256;

export const xmlLanguage: Language = { id: 'xml', matches: isXml, lower: lowerXml };

function isXml(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  return XML_EXTENSIONS.has(extension) && base !== `.${extension}`;
}

interface OpenElement {
  readonly name: string;
  readonly key: Literal;
  readonly start: number;
  readonly entries: Property[];
}

/**
 * Lowers the text of an XML file. The property of an element and its record both span the whole element;
 * its key is the local name, so an attribute can be added at `key.end`. Attributes keep their prefix: `@p:cookieSecure`.
 */
function lowerXml(text: string, path: string): Program {
  const reader = new XmlReader(text);
  const entries = reader.read();
  const body = [expressionStatement(settingsRecord(entries, rangeOf(contentStart(text), text.length)))];
  return { path, language: 'xml', text, body, comments: reader.comments, problems: reader.problems };
}

class XmlReader {
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  readonly #root: Property[] = [];
  readonly #open: OpenElement[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): Property[] {
    const text = this.#text;
    let at = contentStart(text);
    while (at < text.length) {
      const tag = text.indexOf('<', at);
      this.#addText(at, tag < 0 ? text.length : tag);
      if (tag < 0) break;
      at = this.#markup(tag);
    }
    for (const left of this.#open) this.problems.push(problem(`<${left.name}> is not closed`, left.start, left.key.end));
    while (this.#open.length > 0) this.#close(text.length);
    return this.#root;
  }

  /** Reads one piece of markup and returns where it ends. */
  #markup(start: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', start)) return this.#comment(start);
    if (text.startsWith('<![CDATA[', start)) {
      const end = this.#until(']]>', start);
      this.#addCharacterData(start + '<![CDATA['.length, Math.max(end - ']]>'.length, start + '<![CDATA['.length));
      return end;
    }
    if (text[start + 1] === '?') return this.#until('?>', start);
    if (text[start + 1] === '!') return this.#declaration(start);
    if (text[start + 1] === '/') return this.#endTag(start);
    if (isNameStart(text.charCodeAt(start + 1))) return this.#startTag(start);
    this.problems.push(problem('a `<` that begins no markup', start, start + 1));
    return start + 1;
  }

  #comment(start: number): number {
    const end = this.#until('-->', start);
    this.comments.push(commentNode(this.#text, rangeOf(start, end), 4, this.#text.endsWith('-->', end) && end - start >= 7 ? 3 : 0));
    return end;
  }

  /** The offset after `mark`, or the end of the text with a problem. */
  #until(mark: string, start: number): number {
    const found = this.#text.indexOf(mark, start + 2);
    if (found >= 0) return found + mark.length;
    this.problems.push(problem(`\`${mark}\` is missing`, start, this.#text.length));
    return this.#text.length;
  }

  /** `<!DOCTYPE … [ … ]>`: its internal subset holds declarations of its own. */
  #declaration(start: number): number {
    const text = this.#text;
    let depth = 0;
    for (let at = start; at < text.length; at++) {
      const char = text[at];
      if (char === '[') depth++;
      else if (char === ']') depth--;
      else if (char === '>' && depth <= 0) return at + 1;
    }
    return this.#until('>', start);
  }

  #startTag(start: number): number {
    const text = this.#text;
    const nameEnd = this.#nameEnd(start + 1);
    const written = text.slice(start + 1, nameEnd);
    const name = written.slice(written.indexOf(':') + 1);
    const element: OpenElement = { name: written, key: stringLiteral(name, rangeOf(nameEnd - name.length, nameEnd)), start, entries: [] };
    let at = nameEnd;
    for (;;) {
      at = skipSpace(text, at, text.length);
      const char = text[at];
      if (char === undefined || char === '<') {
        this.problems.push(problem(`the tag <${written}> is not closed`, start, at));
        this.#push(element, false, at);
        return at;
      }
      if (char === '>') {
        this.#push(element, false, at + 1);
        return at + 1;
      }
      if (char === '/' && text[at + 1] === '>') {
        this.#push(element, true, at + 2);
        return at + 2;
      }
      at = this.#attribute(element, at);
    }
  }

  /** Reads an attribute, or steps over one unit that is none. */
  #attribute(element: OpenElement, start: number): number {
    const text = this.#text;
    const nameEnd = this.#nameEnd(start);
    if (nameEnd === start) {
      this.problems.push(problem('not an attribute', start, start + 1));
      return start + 1;
    }
    const key = stringLiteral(`@${text.slice(start, nameEnd)}`, rangeOf(start, nameEnd));
    const equals = skipSpace(text, nameEnd, text.length);
    if (text[equals] !== '=') {
      element.entries.push(propertyNode(key, stringLiteral('', rangeOf(nameEnd, nameEnd))));
      return nameEnd;
    }
    const open = skipSpace(text, equals + 1, text.length);
    const quote = text[open];
    if (quote === '"' || quote === "'") {
      const close = text.indexOf(quote, open + 1);
      const bracket = close < 0 ? lineEnd(text, open) : close;
      if (close < 0) this.problems.push(problem('an attribute value that is not closed', open, bracket));
      const content = rangeOf(Math.min(open + 1, bracket), bracket);
      const end = close < 0 ? bracket : close + 1;
      element.entries.push(propertyNode(key, stringLiteral(decoded(text.slice(content.start, content.end)), rangeOf(open, end), content)));
      return end;
    }
    let end = open;
    while (end < text.length && !isSpace(text.charCodeAt(end)) && text[end] !== '>' && text[end] !== '<') end++;
    element.entries.push(propertyNode(key, stringLiteral(decoded(text.slice(open, end)), rangeOf(open, end))));
    return end;
  }

  #push(element: OpenElement, isClosed: boolean, end: number): void {
    if (isClosed || this.#open.length >= MAX_DEPTH) {
      this.#add(element, end);
    } else {
      this.#open.push(element);
    }
  }

  #endTag(start: number): number {
    const text = this.#text;
    const nameEnd = this.#nameEnd(start + 2);
    const name = text.slice(start + 2, nameEnd);
    const close = text.indexOf('>', nameEnd);
    const nextTag = text.indexOf('<', nameEnd);
    const end = close < 0 || (nextTag >= 0 && nextTag < close) ? nameEnd : close + 1;
    const opener = this.#open.findLastIndex((element) => element.name === name);
    if (opener < 0) {
      this.problems.push(problem(`</${name}> closes nothing`, start, end));
      return end;
    }
    while (this.#open.length > opener + 1) {
      const left = this.#open.at(-1);
      if (left !== undefined) this.problems.push(problem(`<${left.name}> is not closed`, left.start, left.key.end));
      this.#close(start);
    }
    this.#close(end);
    return end;
  }

  #close(end: number): void {
    const element = this.#open.pop();
    if (element !== undefined) this.#add(element, end);
  }

  #add(element: OpenElement, end: number): void {
    const range = rangeOf(element.start, end);
    this.#siblings().push(propertyNode(element.key, settingsRecord(element.entries, range), range));
  }

  #siblings(): Property[] {
    return this.#open.at(-1)?.entries ?? this.#root;
  }

  #addText(start: number, end: number): void {
    const from = skipSpace(this.#text, start, end);
    if (from < end) this.#addCharacterData(from, trimEnd(this.#text, from, end));
  }

  #addCharacterData(start: number, end: number): void {
    if (this.#open.length === 0 || skipSpace(this.#text, start, end) === end) return;
    const value = stringLiteral(decoded(this.#text.slice(start, end)), rangeOf(start, end));
    this.#siblings().push(propertyNode(stringLiteral('#text', rangeOf(start, start)), value));
  }

  #nameEnd(start: number): number {
    const text = this.#text;
    let at = start;
    while (at < text.length && isNamePart(text.charCodeAt(at))) at++;
    return at;
  }
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code > 127;
}

function isNamePart(code: number): boolean {
  return isNameStart(code) ? !isSpace(code) : (code >= 48 && code <= 57) || code === 45 || code === 46;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
    (match, hex: string | undefined, decimal: string | undefined, entity: string | undefined) => {
      if (entity !== undefined) return ENTITIES[entity] ?? match;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : match;
    },
  );
}
