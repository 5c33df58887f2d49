/** Lowers Dockerfiles: an instruction is a call of its name; ENV, ARG and LABEL take named arguments. */

import type { Argument, Comment, Language, Program, Statement, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { contentStart, isSpace, lineAt, skipSpace, trimEnd } from './lines.js';
import {
  commentNode,
  directiveCall,
  expressionStatement,
  nameNode,
  plainLiteral,
  positional,
  problem,
  rangeOf,
  stringLiteral,
} from './nodes.js';
import { wordAt, wordLiteral } from './words.js';
import type { WordRules } from './words.js';

// docs.docker.com/reference/dockerfile.
const RULES: WordRules = { quotes: '"', rawQuotes: "'", quotesAnywhere: true, escapes: true, stops: '' };
const NAMED_INSTRUCTIONS: ReadonlySet<string> = new Set(['ENV', 'ARG', 'LABEL']);

/** Without a limit, texts with many open heredocs would take quadratic time. */
const MAX_HEREDOC_LINES = 300;

export const dockerfileLanguage: Language = { id: 'dockerfile', matches: isDockerfile, lower: lowerDockerfile };

function isDockerfile(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  if (extension === 'dockerfile' || extension === 'containerfile') return true;
  return (
    /^(?:docker|container)file(?:[.\-_]|$)/.test(base) &&
    !/\.(?:[cm]?[jt]s|py|rb|sh|go|rs|java|php|lua|vim|html|md|txt|json|ya?ml|toml|xml|dockerignore)$/.test(base)
  );
}

/** Lowers the text of a Dockerfile. Names of instructions are in upper case, whatever the file says. */
function lowerDockerfile(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const body: Statement[] = [];
  const escape = /^\ufeff?#[ \t]*escape[ \t]*=[ \t]*`/i.test(text) ? '`' : '\\';
  for (let at = contentStart(text); at < text.length;) {
    const line = lineAt(text, at);
    const start = skipSpace(text, line.start, line.end);
    if (start === line.end) {
      at = line.next;
    } else if (text[start] === '#') {
      comments.push(commentNode(text, rangeOf(start, line.end), 1));
      at = line.next;
    } else {
      const instruction = instructionAt(text, start, escape, comments);
      const statement = statementOf(text, instruction);
      if (statement === undefined) problems.push(problem('not an instruction', start, line.end));
      else body.push(statement);
      at = instruction.next;
    }
  }
  return { path, language: 'dockerfile', text, body, comments, problems };
}

/** An instruction over all its lines. */
interface Instruction {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** The text of `[start, end)` with continuations and inner comments blanked out, as long as it. */
  readonly shape: string;
}

function instructionAt(text: string, start: number, escape: string, comments: Comment[]): Instruction {
  let shape = '';
  let line = lineAt(text, start);
  let end = line.end;
  for (;;) {
    const from = shape === '' ? start : line.start;
    const last = trimEnd(text, from, line.end);
    const first = skipSpace(text, from, line.end);
    const isComment = from !== start && text[first] === '#' && first < line.end;
    const goesOn = isComment || (from !== start && first === line.end) || text[last - 1] === escape;
    if (isComment) comments.push(commentNode(text, rangeOf(first, line.end), 1));
    const kept = isComment ? from : goesOn && text[last - 1] === escape ? last - 1 : last;
    shape += text.slice(from, kept) + ' '.repeat(line.next - kept);
    if (kept > from) end = kept;
    if (!goesOn || line.next >= text.length) break;
    line = lineAt(text, line.next);
  }
  const next = heredocEnd(text, shape, line.next);
  if (next > line.next) end = trimEnd(text, start, next);
  else end = Math.max(trimEnd(text, start, end), start);
  return { start, end, next, shape: shape.slice(0, end - start).padEnd(end - start, ' ') };
}

/** Where the here-documents of `RUN <<EOF` end, or `from` where there are none. */
function heredocEnd(text: string, shape: string, from: number): number {
  if (!/^(?:RUN|COPY|ADD)\b/i.test(shape) || !shape.includes('<<')) return from;
  let next = from;
  for (const match of shape.matchAll(/<<-?(["']?)([A-Za-z_]\w{0,63})\1/g)) {
    const marker = match[2] ?? '';
    for (let at = next, count = 0; at < text.length && count < MAX_HEREDOC_LINES; count++) {
      const line = lineAt(text, at);
      at = line.next;
      if (text.slice(line.start, line.end).trim() === marker) {
        next = at;
        break;
      }
    }
  }
  return next;
}

function statementOf(text: string, { start, end, shape }: Instruction): Statement | undefined {
  const name = /^[A-Za-z]+(?=\s|$)/.exec(shape)?.[0];
  if (name === undefined) return undefined;
  const callee = nameNode(name.toUpperCase(), rangeOf(start, start + name.length));
  const from = skipSpace(text, callee.end, end);
  const args = NAMED_INSTRUCTIONS.has(callee.name)
    ? namedArguments(text, shape, start, from, end)
    : from < end
      ? [positional(stringLiteral(shape.slice(from - start).trimEnd() === '' ? '' : text.slice(from, end), rangeOf(from, end)))]
      : [];
  return expressionStatement(directiveCall(callee, args, rangeOf(start, Math.max(end, callee.end))));
}

/** `name=value` pairs; `ENV name value` of old; `ARG name` has an undefined value. */
function namedArguments(text: string, shape: string, offset: number, start: number, end: number): Argument[] {
  const found: Argument[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(shape.charCodeAt(at - offset))) {
      at++;
      continue;
    }
    const nameStart = at;
    while (at < end && shape[at - offset] !== '=' && !isSpace(shape.charCodeAt(at - offset)))
      at = shape[at - offset] === '"' ? afterQuote(shape, at - offset) + offset : at + 1;
    at = Math.min(at, end);
    const nameRange = rangeOf(nameStart, at);
    const name = unquoted(text.slice(nameStart, at));
    if (at === nameStart) {
      // A `=` without a name.
      at++;
    } else if (shape[at - offset] === '=') {
      const value = valueAt(text, shape, offset, at + 1, end);
      found.push({ name, nameRange, value, start: nameStart, end: value.end });
      at = value.end;
    } else if (found.length === 0 && skipSpace(shape, at - offset, end - offset) < end - offset && /^ENV|^LABEL/i.test(shape)) {
      const from = skipSpace(shape, at - offset, end - offset) + offset;
      const value = stringLiteral(text.slice(from, end), rangeOf(from, end));
      return [{ name, nameRange, value, start: nameStart, end }];
    } else {
      found.push({ name, nameRange, value: plainLiteral(undefined, rangeOf(at, at)), start: nameStart, end: at });
    }
  }
  return found;
}

function valueAt(text: string, shape: string, offset: number, start: number, end: number): ReturnType<typeof stringLiteral> {
  if (start >= end || isSpace(shape.charCodeAt(start - offset)))
    return stringLiteral('', rangeOf(Math.min(start, end), Math.min(start, end)));
  const word = wordAt(shape, start - offset, end - offset, RULES);
  const moved = {
    ...word,
    start: word.start + offset,
    end: word.end + offset,
    content: rangeOf(word.content.start + offset, word.content.end + offset),
  };
  return wordLiteral(text, moved);
}

function afterQuote(shape: string, open: number): number {
  const close = shape.indexOf('"', open + 1);
  return close < 0 ? shape.length : close + 1;
}

function unquoted(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name;
}
