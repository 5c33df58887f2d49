/** Lowers JSON, JSONC and (lightly) JSON5 settings to nested records. */

import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Comment, Expression, Language, Literal, Program, Property, Range, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, lineAt } from './lines.js';
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
import { readYaml } from './yaml.js';

const JSON_EXTENSIONS: ReadonlySet<string> = new Set(['json', 'jsonc', 'json5']);
/** Lock files hold no settings, and are large. */
/** Files that are JSON without saying so. */
const JSON_NAMES: ReadonlySet<string> = new Set(['.sailsrc']);
const LOCK_FILES: ReadonlySet<string> = new Set(['package-lock.json', 'npm-shrinkwrap.json', 'packages.lock.json']);
/** jsonc-parser recurses; deeper texts are not settings. */
const MAX_DEPTH = 512;

export const jsonLanguage: Language = { id: 'json', matches: isJson, lower: lowerJson };

function isJson(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  return (JSON_EXTENSIONS.has(extension) && !LOCK_FILES.has(base)) || JSON_NAMES.has(base);
}

interface OpenContainer {
  readonly isRecord: boolean;
  readonly start: number;
  readonly properties: Property[];
  readonly items: Expression[];
  key: Literal | undefined;
}

/** Lowers the text of a JSON file. Comments and trailing commas are read in every dialect. */
function lowerJson(text: string, path: string): Program {
  const problems: SyntaxProblem[] = [];
  const comments: Comment[] = [];
  const from = contentStart(text);
  const tooDeep = deepBracket(text, MAX_DEPTH);
  if (tooDeep !== undefined) {
    problems.push(problem(`nested deeper than ${MAX_DEPTH} levels`, tooDeep, tooDeep + 1));
    return { path, language: 'json', text, body: [], comments, problems };
  }
  if (fileNameOf(path).extension === 'json5') return lowerJson5(text, path);
  const tree = new JsonTree(text);
  visit(
    from === 0 ? text : ` ${text.slice(1)}`,
    {
      onObjectBegin: (offset) => tree.open(true, offset),
      onArrayBegin: (offset) => tree.open(false, offset),
      onObjectProperty: (name, offset, length) =>
        tree.key(stringLiteral(name, rangeOf(offset, offset + length), quotedContent(text, offset, length))),
      onObjectEnd: (offset, length) => tree.close(offset + length),
      onArrayEnd: (offset, length) => tree.close(offset + length),
      onLiteralValue: (value: string | number | boolean | null, offset, length) => {
        const range = rangeOf(offset, offset + length);
        tree.add(typeof value === 'string' ? stringLiteral(value, range, quotedContent(text, offset, length)) : plainLiteral(value, range));
      },
      onComment: (offset, length) => {
        // The length of an unclosed comment goes beyond the text.
        const end = Math.min(offset + length, text.length);
        comments.push(commentNode(text, rangeOf(offset, end), 2, text.startsWith('/*', offset) && text.endsWith('*/', end) ? 2 : 0));
      },
      onError: (error, offset, length) => {
        problems.push(problem(printParseErrorCode(error), offset, Math.min(offset + length, text.length)));
      },
    },
    { disallowComments: false, allowTrailingComma: true, allowEmptyContent: true },
  );
  return { path, language: 'json', text, body: tree.roots().map((root) => expressionStatement(root)), comments, problems };
}

function quotedContent(text: string, offset: number, length: number): Range {
  const end = offset + length;
  if (text[offset] !== '"') return rangeOf(offset, end);
  return rangeOf(offset + 1, length > 1 && text[end - 1] === '"' ? end - 1 : end);
}

/** Collects the events of jsonc-parser into nodes. */
class JsonTree {
  readonly #text: string;
  readonly #roots: Expression[] = [];
  readonly #open: OpenContainer[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  open(isRecord: boolean, start: number): void {
    this.#open.push({ isRecord, start, properties: [], items: [], key: undefined });
  }

  key(key: Literal): void {
    const container = this.#open.at(-1);
    if (container !== undefined) container.key = key;
  }

  add(value: Expression): void {
    const container = this.#open.at(-1);
    if (container === undefined) {
      this.#roots.push(value);
    } else if (!container.isRecord) {
      container.items.push(value);
    } else if (container.key !== undefined) {
      container.properties.push(propertyNode(container.key, value));
      container.key = undefined;
    }
  }

  close(end: number): void {
    const container = this.#open.pop();
    if (container === undefined) return;
    // At the end of a broken text the library reports offsets beyond it.
    const range = rangeOf(container.start, Math.min(end, this.#text.length));
    this.add(container.isRecord ? settingsRecord(container.properties, range) : listNode(container.items, range));
  }

  /** The values at the top; what was left open ends with the text. */
  roots(): readonly Expression[] {
    while (this.#open.length > 0) this.close(this.#text.length);
    return this.#roots;
  }
}

/** JSON5 is close to YAML's flow style; what is not, its comments, becomes YAML's of the same length. */
function lowerJson5(text: string, path: string): Program {
  return { path, language: 'json', text, ...readYaml(text, withYamlComments(text)) };
}

function withYamlComments(text: string): string {
  const mark = /["']|\/[/*]/g;
  let shape = '';
  let copied = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const start = match.index;
    const token = match[0];
    if (token === '//') {
      shape += `${text.slice(copied, start)} #`;
      copied = start + 2;
      mark.lastIndex = lineAt(text, copied).next;
    } else if (token === '/*') {
      const close = text.indexOf('*/', start + 2);
      const end = close < 0 ? text.length : close + 2;
      shape += text.slice(copied, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
      copied = end;
      mark.lastIndex = end;
    } else {
      let end = start + 1;
      while (end < text.length && text[end] !== token && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      mark.lastIndex = end + 1;
    }
  }
  return shape + text.slice(copied);
}
