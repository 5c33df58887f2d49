/** Lowers dotenv files to one record of string values. */

import type { Comment, Language, Literal, Program, Property, Range, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, lineAt, skipSpace, trimEnd } from './lines.js';
import { bareLiteral, commentNode, expressionStatement, problem, propertyNode, rangeOf, settingsRecord, stringLiteral } from './nodes.js';
import { literalOrTemplate, maskTemplates } from './templates.js';

/** Endings of `.env.*` files that hold code, another format or ciphertext. */
const NOT_DOTENV = /\.(?:[cm]?[jt]sx?|json|ya?ml|toml|py|rb|php|go|java|kt|md|txt|html|sh|vault|gpg|enc|asc|age|sops|d)$/;
const DOTENV_NAME =
  /^(?:\.env(?:rc)?(?:[.\-_].*)?|\.flaskenv|env|env\.(?:example|sample|dist|template|local|dev|development|prod|production|staging|test|docker|defaults?))$/;

export const dotenvLanguage: Language = { id: 'dotenv', matches: isDotenv, lower: lowerDotenv };

function isDotenv(path: string): boolean {
  const { base, folder, extension, isTemplate } = fileNameOf(path);
  if (NOT_DOTENV.test(base)) return false;
  // `env` alone is as often a folder's or a script's name: only as a sample (`env.example`) is it surely one.
  if (base === 'env') return isTemplate;
  if (base === '.env' || (extension === 'env' && base !== '.env')) return true;
  return DOTENV_NAME.test(base) || folder.includes('/.envs/');
}

/** Lowers the text of a dotenv file. Interpolations stay in the literal. */
function lowerDotenv(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const entries: Property[] = [];
  const shape = maskTemplates(text);
  const quotes = new QuoteFinder(shape);
  for (let at = contentStart(shape); at < text.length;) {
    const line = lineAt(shape, at);
    at = line.next;
    const start = skipSpace(shape, line.start, line.end);
    if (start === line.end) continue;
    if (shape[start] === '#') {
      comments.push(commentNode(text, rangeOf(start, line.end), 1));
      continue;
    }
    const key = keyAt(shape, start, line.end);
    if (key === undefined) {
      problems.push(problem('neither a variable nor a comment', start, line.end));
      continue;
    }
    const { value, next } = valueAt(text, shape, key.valueStart, line, quotes);
    entries.push(propertyNode(bareLiteral(text, key.start, key.end), literalOrTemplate(text, shape, value)));
    const rest = skipSpace(shape, value.end, lineAt(shape, value.end).end);
    if (shape[rest] === '#' && rest > value.end) comments.push(commentNode(text, rangeOf(rest, lineAt(shape, rest).end), 1));
    at = Math.max(next, line.next);
  }
  const body = [expressionStatement(settingsRecord(entries, rangeOf(contentStart(text), text.length)))];
  return { path, language: 'dotenv', text, body, comments, problems };
}

const KEY = /(?:(?:export|set|declare[ \t]+-x)[ \t]+)?([\w.\-[\]]+)[ \t]*(?:=|:(?=[ \t\r\n]|$))/dy;

function keyAt(text: string, start: number, end: number): (Range & { readonly valueStart: number }) | undefined {
  KEY.lastIndex = start;
  const match = KEY.exec(text);
  const [keyStart, keyEnd] = match?.indices?.[1] ?? [end, end];
  if (match === null || KEY.lastIndex > end) return undefined;
  return { start: keyStart, end: keyEnd, valueStart: skipInline(text, KEY.lastIndex, end) };
}

function skipInline(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** A quoted value may run over lines, as dotenv reads it, when its closing quote ends a line. */
function valueAt(
  text: string,
  shape: string,
  start: number,
  line: { readonly end: number; readonly next: number },
  quotes: QuoteFinder,
): { readonly value: Literal; readonly next: number } {
  const quote = shape[start];
  if (start < line.end && (quote === '"' || quote === "'" || quote === '`')) {
    const close = quotes.closing(quote, start + 1);
    if (close >= 0) {
      const last = lineAt(shape, close + 1);
      const after = skipInline(shape, close + 1, last.end);
      if (after === last.end || shape[after] === '#') {
        const content = rangeOf(start + 1, close);
        return {
          value: stringLiteral(decoded(text.slice(content.start, content.end), quote), rangeOf(start, close + 1), content),
          next: last.next,
        };
      }
    }
  }
  let end = start;
  while (end < line.end && !(shape[end] === '#' && (end === start || shape[end - 1] === ' ' || shape[end - 1] === '\t'))) end++;
  return { value: bareLiteral(text, start, Math.max(start, trimEnd(shape, start, end))), next: line.next };
}

function decoded(content: string, quote: string): string {
  if (quote !== '"' || !content.includes('\\')) return content;
  return content.replace(/\\([nrt"\\$])/g, (_match, char: string) => ({ n: '\n', r: '\r', t: '\t' })[char] ?? char);
}

/** Finds closing quotes in linear time over the whole text: a quote that was not found is not looked for again. */
class QuoteFinder {
  readonly #text: string;
  readonly #absent = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The next unescaped `quote` at or after `from`, or -1. */
  closing(quote: string, from: number): number {
    if (this.#absent.has(quote)) return -1;
    for (let at = this.#text.indexOf(quote, from); at >= 0; at = this.#text.indexOf(quote, at + 1)) {
      if (quote !== '"' || !isEscaped(this.#text, at, from)) return at;
    }
    this.#absent.add(quote);
    return -1;
  }
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - 1 - slashes >= from && text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
