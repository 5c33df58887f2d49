/** Lowers Java `.properties` files: one record per document, dotted keys as written. */

import type { Comment, Language, Program, Property, Range, Statement } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, lineAt } from './lines.js';
import { commentNode, expressionStatement, propertyNode, rangeOf, settingsRecord, stringLiteral } from './nodes.js';
import { literalOrTemplate, maskTemplates } from './templates.js';

// The format: java.util.Properties#load. Documents: Spring Boot's `#---` and `!---` lines
// (docs.spring.io, Externalized Configuration, "Working With Multi-Document Files").
const DOCUMENT_SEPARATORS = ['#---', '!---'];

export const propertiesLanguage: Language = { id: 'properties', matches: isProperties, lower: lowerProperties };

function isProperties(path: string): boolean {
  return fileNameOf(path).extension === 'properties';
}

/** Lowers the text of a properties file. */
function lowerProperties(text: string, path: string): Program {
  const comments: Comment[] = [];
  const body: Statement[] = [];
  const shape = maskTemplates(text);
  let entries: Property[] = [];
  let documentStart = contentStart(text);
  const closeDocument = (end: number): void => {
    body.push(expressionStatement(settingsRecord(entries, rangeOf(documentStart, end))));
    entries = [];
  };
  for (let at = documentStart; at < text.length;) {
    const line = lineAt(shape, at);
    const first = skipBlanks(shape, line.start, line.end);
    if (first === line.end) {
      at = line.next;
    } else if (shape[first] === '#' || shape[first] === '!') {
      comments.push(commentNode(text, rangeOf(first, line.end), 1));
      if (first === line.start && isSeparator(text, line)) {
        closeDocument(line.start);
        documentStart = line.next;
      }
      at = line.next;
    } else {
      const end = logicalEnd(shape, line.start);
      entries.push(propertyAt(text, shape, first, end.end));
      at = end.next;
    }
  }
  closeDocument(text.length);
  return { path, language: 'properties', text, body, comments, problems: [] };
}

function isSeparator(text: string, line: Range): boolean {
  return DOCUMENT_SEPARATORS.includes(text.slice(line.start, line.end).trimEnd());
}

/** The end of a logical line: a line that ends in an odd number of backslashes goes on. */
function logicalEnd(text: string, start: number): { readonly end: number; readonly next: number } {
  for (let line = lineAt(text, start); ; line = lineAt(text, line.next)) {
    let slashes = 0;
    while (slashes < line.end - line.start && text[line.end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0 || line.next >= text.length) return line;
  }
}

function propertyAt(text: string, shape: string, start: number, end: number): Property {
  let keyEnd = start;
  while (keyEnd < end) {
    const char = shape[keyEnd];
    if (char === '=' || char === ':' || isBlank(char)) break;
    keyEnd += char === '\\' ? Math.min(escapeLength(shape, keyEnd), end - keyEnd) : 1;
  }
  let valueStart = skipBlanks(shape, keyEnd, end);
  if (shape[valueStart] === '=' || shape[valueStart] === ':') valueStart = skipBlanks(shape, Math.min(valueStart + 1, end), end);
  const key = stringLiteral(unescape(text.slice(start, keyEnd)), rangeOf(start, keyEnd));
  const value = stringLiteral(unescape(text.slice(valueStart, end)), rangeOf(valueStart, end));
  return propertyNode(key, literalOrTemplate(text, shape, value));
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\f';
}

/** Skips blanks and line continuations. */
function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    if (isBlank(text[at])) at++;
    else if (text[at] === '\\' && (text[at + 1] === '\n' || text[at + 1] === '\r')) at = Math.min(at + escapeLength(text, at), end);
    else break;
  }
  return at;
}

/** Units of the escape that begins at `at`; a continuation includes the indentation of the following line. */
function escapeLength(text: string, at: number): number {
  let next = at + 1;
  if (text[next] === '\r' && text[next + 1] === '\n') next++;
  if (text[next] !== '\n' && text[next] !== '\r') return 2;
  next++;
  while (isBlank(text[next])) next++;
  return next - at;
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(\r?\n|\r)[ \t\f]*|([^]))/g;
const NAMED_ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (_match, unicode: string | undefined, lineBreak: string | undefined, char: string | undefined) => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    return lineBreak !== undefined || char === undefined ? '' : (NAMED_ESCAPES[char] ?? char);
  });
}
