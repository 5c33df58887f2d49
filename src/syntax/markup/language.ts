/** The front-end for JavaScript inside markup: components (Vue, Svelte, Astro), pages and server templates. */

import type { Comment, Language, Program, Statement, SyntaxProblem } from '../ir.js';
import { dialectsOf, lowerJavaScript, readWhole, repair, type Dialect, type Source } from '../javascript/language.js';
import { locateBlocks, type Block, type Located } from './blocks.js';
import { type Engine, markupKind } from './engines.js';
import { fillHoles, type Filled } from './holes.js';

/** Markup files that can carry scripts; their programs are JavaScript. */
export const markup: Language = { id: 'html', matches: (path) => markupKind(path) !== undefined, lower: lowerMarkup };

/** What a browser writes into a page that it saves: others sent it. */
const SAVED = /<!--\s*(?:saved from url=|Page saved with SingleFile)/i;

/** A block with its holes filled. */
export interface Part extends Block, Filled {}

function lowerMarkup(text: string, path: string): Program {
  const kind = markupKind(path);
  const located =
    kind === undefined || SAVED.test(text.slice(0, 2_000)) ? { blocks: [], comments: [] } : blocksOf(text, kind.engine, kind.script);
  const parts = located.blocks.map((block): Part => ({ ...block, ...fillHoles(text, block, kind!.engine) }));
  const body: Statement[] = [];
  const comments: Comment[] = [...located.comments];
  const problems: SyntaxProblem[] = [];
  for (const group of byDialect(parts)) {
    for (const program of lowerParts(group, text, path)) {
      body.push(...program.body);
      comments.push(...program.comments);
      problems.push(...program.problems);
    }
  }
  return {
    path,
    language: 'javascript',
    text,
    body: body.sort(byStart),
    comments: comments.sort(byStart),
    problems: problems.sort(byStart),
  };
}

function blocksOf(text: string, engine: Engine, script: string | undefined): Located {
  if (script === undefined) return locateBlocks(text, engine);
  return { blocks: [{ start: 0, end: text.length, dialects: dialectsOf(script), isHandler: false }], comments: [] };
}

function byDialect(parts: readonly Part[]): Part[][] {
  const groups = new Map<Dialect | undefined, Part[]>();
  for (const part of parts) {
    const group = groups.get(part.dialects[0]);
    if (group === undefined) groups.set(part.dialects[0], [part]);
    else group.push(part);
  }
  return [...groups.values()];
}

function byStart(a: { readonly start: number }, b: { readonly start: number }): number {
  return a.start - b.start;
}

/** Lowers parts of one dialect: all at once, and when one of them is broken, what is left of each. */
function lowerParts(parts: readonly Part[], text: string, path: string): Program[] {
  const { dialects } = parts[0]!;
  const together = readWhole(sourceOf(parts, text), path, dialects);
  if (!('dialect' in together)) return [withoutSeparators(together, parts)];
  const problems: SyntaxProblem[] = [];
  const readable = parts.map((part) => readablePart(part, text, problems));
  const left = readWhole(sourceOf(readable, text), path, dialects);
  if (!('dialect' in left)) return [{ ...withoutSeparators(left, readable), problems: [...problems, ...left.problems] }];
  // Scripts that do not go together, such as a module and one of the old kind in `<!-- -->`.
  return parts.map((part) => lowerJavaScript(sourceOf([part], text), path, part.dialects));
}

/** Lowers what can be read of scripts that a program holds as texts; what is no script is only a text. */
export function lowerReadableParts(parts: readonly Part[], text: string, path: string): Program | undefined {
  const readable = parts.filter((part) => repair(part.code, part.dialects).problems.length === 0);
  const programs = byDialect(readable).flatMap((group) => lowerParts(group, text, path));
  if (programs.length === 0) return undefined;
  return {
    path,
    language: 'javascript',
    text,
    body: programs.flatMap(({ body }) => body).sort(byStart),
    comments: programs.flatMap(({ comments }) => comments),
    problems: [],
  };
}

/** The part with blanks for what cannot be read; reports the loss, except of handlers. */
function readablePart(part: Part, text: string, problems: SyntaxProblem[]): Part {
  const repaired = repair(part.code, part.dialects);
  if (repaired.problems.length === 0) return part;
  if (part.isHandler) return { ...part, code: ' '.repeat(part.code.length) };
  // What looked like a hole may be JavaScript: `style={{ margin: 0 }}`.
  const unfilled = text.slice(part.start, part.end);
  if (repair(unfilled, part.dialects).problems.length === 0) return { ...part, code: unfilled, holes: [] };
  for (const { start, end, message } of repaired.problems) problems.push({ start: part.start + start, end: part.start + end, message });
  return { ...part, code: repaired.text };
}

/**
 * Stands between two parts. The line break ends an unfinished statement, and the block keeps a following `(` from
 * becoming its continuation; a semicolon would count into the statement before it.
 */
const SEPARATOR = '\n{}';

/** The parts where they stand in the file, with blanks and separators instead of the markup around them. */
function sourceOf(parts: readonly Part[], text: string): Source {
  const pieces: string[] = [];
  let end = 0;
  for (const [index, part] of parts.entries()) {
    const gap = ' '.repeat(part.start - end);
    pieces.push(index === 0 ? gap : SEPARATOR + gap.slice(SEPARATOR.length), part.code);
    end = part.end;
  }
  return { code: pieces.join(''), text, holes: parts.flatMap(({ holes }) => holes) };
}

function withoutSeparators(program: Program, parts: readonly Part[]): Program {
  if (parts.length === 1) return program;
  const separators = new Set(parts.map(({ end }) => end + SEPARATOR.indexOf('{')));
  return { ...program, body: program.body.filter(({ kind, start }) => kind !== 'block' || !separators.has(start)) };
}
