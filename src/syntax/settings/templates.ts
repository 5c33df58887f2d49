/** Hides template markup (`{{ … }}`, `{% … %}`, `<% … %>`) from a settings parser without moving anything. */

import type { Expression, Literal, Range } from '../ir.js';
import { isSpace } from './lines.js';
import { opaqueNode, rangeOf, stringLiteral } from './nodes.js';

/** Stands for every unit of a hole in the masked text; a private-use character, so that no grammar gives it a meaning. */
const HOLE = '\ue000';

const OPENINGS: readonly (readonly [opening: string, closing: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['{#', '#}'],
];

const ANY_OPENING = /\{[{%#]|<%/g;

/**
 * Masks template markup: markup that fills its lines becomes blank, markup inside a line a run of placeholders.
 * The result is as long as the text, and is the text itself where there is no markup.
 * With `indentation` kept (YAML), markup in front of other text stays a placeholder, since blanks would indent that text.
 */
export function maskTemplates(text: string, indentation: 'kept' | 'free' = 'free'): string {
  ANY_OPENING.lastIndex = 0;
  const pieces: string[] = [];
  // A closing mark that does not occur again need not be looked for again.
  const exhausted = new Set<string>();
  let copied = 0;
  for (let match = ANY_OPENING.exec(text); match !== null; match = ANY_OPENING.exec(text)) {
    const opening = match[0];
    const closing = OPENINGS.find(([mark]) => mark === opening)?.[1] ?? '}}';
    const start = match.index;
    if (exhausted.has(closing) || (opening === '{#' && !isCommentMark(text, start))) continue;
    const found = text.indexOf(closing, start + opening.length);
    if (found < 0) {
      exhausted.add(closing);
      continue;
    }
    const end = found + closing.length;
    ANY_OPENING.lastIndex = end;
    const isStatement = opening !== '{{' && text[start + 2] !== '=';
    pieces.push(text.slice(copied, start));
    const opensLine = startsLine(text, start);
    const closesLine = endsLine(text, end);
    // `{% if x %}listen 443;{% endif %}` leaves a directive; in `a: {% if x %}b{% endif %}` the markup belongs to the value.
    if ((opensLine && closesLine) || (isStatement && (closesLine || (opensLine && indentation === 'free')))) {
      pieces.push(blank(text.slice(start, end)));
    } else {
      pieces.push(HOLE.repeat(end - start));
    }
    copied = end;
  }
  if (copied === 0) return text;
  pieces.push(text.slice(copied));
  return pieces.join('');
}

/** Jinja's `{# … #}` is followed by a blank or dash; `{#anchor}` and YAML's `{#` are not. */
function isCommentMark(text: string, start: number): boolean {
  const next = text.charCodeAt(start + 2);
  return isSpace(next) || next === 45;
}

function startsLine(text: string, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  return before < 0 || text[before] === '\n';
}

function endsLine(text: string, end: number): boolean {
  let after = end;
  while (after < text.length && (text[after] === ' ' || text[after] === '\t' || text[after] === '\r')) after++;
  return after >= text.length || text[after] === '\n';
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The first offset in `[start, end)` behind placeholders, or `start` where nothing else follows. */
export function afterHoles(shape: string, start: number, end: number): number {
  let at = start;
  while (at < end && shape[at] === HOLE) at++;
  return at === end ? start : at;
}

export function hasHole(shape: string): boolean {
  return shape.includes(HOLE);
}

/**
 * A value with template markup inside `content`: opaque where it is one hole, else a template of literal parts and holes.
 * `text` is the original text, `shape` its masked form.
 */
export function valueWithHoles(text: string, shape: string, range: Range, content: Range): Expression {
  const parts: Expression[] = [];
  let at = content.start;
  while (at < content.end) {
    const isHole = shape[at] === HOLE;
    let end = at + 1;
    while (end < content.end && (shape[end] === HOLE) === isHole) end++;
    const part = rangeOf(at, end);
    parts.push(isHole ? opaqueNode(part) : stringLiteral(text.slice(at, end), part));
    at = end;
  }
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'opaque') return { ...only, start: range.start, end: range.end };
  return { kind: 'template', parts, start: range.start, end: range.end };
}

/** A string literal, or what `valueWithHoles` makes of it. */
export function literalOrTemplate(text: string, shape: string, literal: Literal): Expression {
  const content = literal.content ?? literal;
  return hasHole(shape.slice(content.start, content.end)) ? valueWithHoles(text, shape, literal, content) : literal;
}
