/** The front-end for JavaScript inside markup: components (Vue, Svelte, Astro), pages and server templates. */

import type { Comment, Language, Program, Statement, SyntaxProblem } from '../ir.js';
import { dialectsOf, lowerJavaScript, readWhole, type Dialect, type Source } from '../javascript/language.js';
import { locateBlocks, type Block, type Located } from './blocks.js';
import { type Engine, markupKind } from './engines.js';
import { fillHoles, type Filled } from './holes.js';

/** Markup files that can carry scripts; their programs are JavaScript. */
export const markup: Language = {
  id: 'html',
  matches: (path) => markupKind(path) !== undefined,
  lower: lowerMarkup,
};

/** A block with its holes filled. */
interface Part extends Block, Filled {}

function lowerMarkup(text: string, path: string): Program {
  const kind = markupKind(path);
  const located = kind === undefined ? { blocks: [], comments: [] } : blocksOf(text, kind.engine, kind.script);
  const parts = located.blocks.map((block): Part => ({ ...block, ...fillHoles(text, block, kind!.engine) }));
  const body: Statement[] = [];
  const comments: Comment[] = [...located.comments];
  const problems: SyntaxProblem[] = [];
  for (const group of byDialect(parts)) {
    for (const program of lowerParts(group, text, path)) {
      body.push(...program.body.filter((statement) => !isSeparator(statement, group)));
      comments.push(...program.comments);
      problems.push(...program.problems);
    }
  }
  return { path, language: 'javascript', text, body: body.sort(byStart), comments: comments.sort(byStart), problems: problems.sort(byStart) };
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

/** Lowers parts of one dialect: all at once, and one by one when a part of them is broken. */
function lowerParts(parts: readonly Part[], text: string, path: string): Program[] {
  const { dialects } = parts[0]!;
  const together = readWhole(sourceOf(parts, text), path, dialects);
  if (!('dialect' in together)) return [together];
  return parts.flatMap((part) => lowerPart(part, text, path));
}

function lowerPart(part: Part, text: string, path: string): Program[] {
  const filled = sourceOf([part], text);
  const attempt = readWhole(filled, path, part.dialects);
  if (!('dialect' in attempt)) return [attempt];
  if (part.isHandler) return [];
  // What looked like a hole may be JavaScript: `style={{ margin: 0 }}`.
  const raw = sourceOf([{ ...part, code: text.slice(part.start, part.end), holes: [] }], text);
  const unfilled = readWhole(raw, path, part.dialects);
  return ['dialect' in unfilled ? lowerJavaScript(filled, path, part.dialects) : unfilled];
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
  for (const part of parts) {
    const gap = ' '.repeat(part.start - end);
    pieces.push(end === 0 ? gap : SEPARATOR + gap.slice(SEPARATOR.length), part.code);
    end = part.end;
  }
  return { code: pieces.join(''), text, holes: parts.flatMap(({ holes }) => holes) };
}

function isSeparator(statement: Statement, parts: readonly Part[]): boolean {
  return statement.kind === 'block' && parts.some(({ end }) => statement.start === end + SEPARATOR.indexOf('{'));
}
