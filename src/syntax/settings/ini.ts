/** Lowers INI files (and the INI dialects of php-fpm, systemd and configparser) and lighttpd's settings to records. */

import type { Comment, Expression, Language, Literal, Program, Property, Range, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { isLighttpd, lowerLighttpd } from './lighttpd.js';
import { contentStart, linesOf, skipSpace, trimEnd } from './lines.js';
import { bareLiteral, commentNode, expressionStatement, problem, propertyNode, rangeOf, settingsRecord, stringLiteral } from './nodes.js';
import { literalOrTemplate, maskTemplates } from './templates.js';

const INI_EXTENSIONS: ReadonlySet<string> = new Set(['ini', 'service', 'cnf']);
const INI_NAMES: ReadonlySet<string> = new Set([
  'airflow.cfg',
  'grafana.cfg',
  'setup.cfg',
  'tox.cfg',
  'supervisord.conf',
  'superset.cfg',
  'buildout.cfg',
]);

export const iniLanguage: Language = { id: 'ini', matches: isIni, lower: lowerIni };

function isIni(path: string): boolean {
  const { base, folder, extension } = fileNameOf(path);
  // PHP ships `php.ini-development` and `php.ini-production`.
  if (INI_EXTENSIONS.has(extension) || INI_NAMES.has(base) || base.startsWith('php.ini-')) return true;
  return (
    extension === 'conf' &&
    (base.startsWith('lighttpd') ||
      base.startsWith('php-fpm') ||
      folder.includes('/lighttpd/') ||
      folder.includes('/php-fpm.d/') ||
      folder.endsWith('/fpm/pool.d/'))
  );
}

interface Section {
  readonly key: Literal | undefined;
  readonly start: number;
  readonly bodyStart: number;
  readonly entries: Property[];
}

/** Lowers the text of an INI file; lighttpd's own format is told by name or text. */
function lowerIni(text: string, path: string): Program {
  if (isLighttpd(path, text)) return lowerLighttpd(text, path);
  const shape = maskTemplates(text);
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const top: Property[] = [];
  let section: Section | undefined;
  let last: { readonly property: Property; readonly indent: number; readonly into: Property[] } | undefined;
  const closeSection = (end: number): void => {
    if (section?.key === undefined) return;
    top.push(propertyNode(section.key, settingsRecord(section.entries, rangeOf(section.bodyStart, end)), rangeOf(section.start, end)));
  };
  for (const line of linesOf(shape)) {
    const start = skipSpace(shape, line.start, line.end);
    const end = trimEnd(shape, start, line.end);
    if (start === end) continue;
    const first = shape[start];
    if (first === ';' || first === '#') {
      comments.push(commentNode(text, rangeOf(start, line.end), 1));
      continue;
    }
    const close = first === '[' ? sectionEnd(shape, start, end) : -1;
    if (close > 0) {
      closeSection(line.start);
      section = { key: bareLiteral(text, start + 1, close), start, bodyStart: line.next, entries: [] };
      last = undefined;
      pushInlineComment(text, close + 1, end, comments);
      continue;
    }
    const into = section?.entries ?? top;
    const indent = start - line.start;
    const separator = separatorAt(shape, start, end);
    // `package_dir =` and below it `    = src` is one value of configparser.
    if ((separator < 0 || separator === start) && last !== undefined && indent > last.indent) {
      const property = continued(text, last.property, rangeOf(start, end));
      last.into[last.into.length - 1] = property;
      last = { ...last, property };
      continue;
    }
    if (separator === start) {
      problems.push(problem('a line without a key', start, end));
      continue;
    }
    const property = propertyAt(text, shape, rangeOf(start, end), separator, comments);
    into.push(property);
    last = { property, indent, into };
  }
  closeSection(text.length);
  const body = [expressionStatement(settingsRecord(top, rangeOf(contentStart(text), text.length)))];
  return { path, language: 'ini', text, body, comments, problems };
}

/** The `]` of a section line, or -1 where the line is no section: `[a] = b` is not. */
function sectionEnd(text: string, start: number, end: number): number {
  const close = text.indexOf(']', start);
  if (close < 0 || close >= end) return -1;
  const after = skipSpace(text, close + 1, end);
  return after === end || text[after] === ';' || text[after] === '#' ? close : -1;
}

/** The first `=`, or a `:` before it that a blank follows (configparser); -1 where there is none. */
function separatorAt(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '=') return at;
    if (char === ':' && (at + 1 === end || text[at + 1] === ' ' || text[at + 1] === '\t')) return at;
  }
  return -1;
}

function propertyAt(text: string, shape: string, line: Range, separator: number, comments: Comment[]): Property {
  if (separator < 0) {
    // A flag without a value: `skip-networking`, `allow_no_value` of configparser.
    const keyEnd = inlineCommentStart(text, line.start, line.end);
    pushInlineComment(text, keyEnd, line.end, comments);
    const end = trimEnd(text, line.start, keyEnd);
    return propertyNode(bareLiteral(text, line.start, end), stringLiteral('', rangeOf(end, end)));
  }
  const keyEnd = trimEnd(text, line.start, separator);
  const value = valueAt(text, shape, skipSpace(shape, separator + 1, line.end), line.end);
  pushInlineComment(text, value.end, line.end, comments);
  return keyed(text, rangeOf(line.start, keyEnd), literalOrTemplate(text, shape, value));
}

/** `php_admin_value[session.cookie_secure]` and `env[A]` are entries of a record of their own. */
function keyed(text: string, key: Range, value: Expression): Property {
  const open = text.indexOf('[', key.start);
  if (open <= key.start || open >= key.end || text[key.end - 1] !== ']' || open + 1 >= key.end - 1) {
    return propertyNode(bareLiteral(text, key.start, key.end), value);
  }
  const inner = propertyNode(bareLiteral(text, open + 1, key.end - 1), value);
  const range = rangeOf(inner.start, inner.end);
  return propertyNode(bareLiteral(text, key.start, open), settingsRecord([inner], range));
}

function valueAt(text: string, shape: string, start: number, end: number): Literal {
  const quote = shape[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const mark = shape.startsWith('"""', start) ? '"""' : quote;
    const close = closingQuote(shape, start + mark.length, end, mark);
    const after = close < 0 ? end : skipSpace(shape, close + mark.length, end);
    // `"a" "b"` and `"x".CONST` are more than one quoted text: kept as written.
    if (close >= 0 && (after === end || shape[after] === ';' || shape[after] === '#')) {
      const content = rangeOf(start + mark.length, close);
      return stringLiteral(text.slice(content.start, content.end), rangeOf(start, close + mark.length), content);
    }
  }
  const valueEnd = trimEnd(shape, start, inlineCommentStart(shape, start, end));
  return bareLiteral(text, start, Math.max(start, valueEnd));
}

function closingQuote(text: string, start: number, end: number, mark: string): number {
  for (let at = start; at < end; at++) {
    if (text[at] === '\\' && mark === '"') at++;
    else if (text.startsWith(mark, at)) return at;
  }
  return -1;
}

/** Where ` ;` or ` #` begins a comment after an unquoted value, or `end`. */
function inlineCommentStart(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const char = text[at];
    if ((char === ';' || char === '#') && (at === start || text[at - 1] === ' ' || text[at - 1] === '\t')) return at;
  }
  return end;
}

function pushInlineComment(text: string, start: number, end: number, comments: Comment[]): void {
  const at = skipSpace(text, start, end);
  if (at < end && (text[at] === ';' || text[at] === '#')) comments.push(commentNode(text, rangeOf(at, end), 1));
}

/** The property with its value drawn out over a following indented line (configparser). */
function continued(text: string, property: Property, line: Range): Property {
  const { key, value } = property;
  if (value.kind === 'record') {
    const entries = value.entries.map((entry) => (entry.kind === 'property' ? continued(text, entry, line) : entry));
    return propertyNode(key, settingsRecord(entries, rangeOf(value.start, line.end)));
  }
  return propertyNode(key, bareLiteral(text, value.start === value.end ? line.start : value.start, line.end));
}
