/** Replaces what a template engine fills in by text of the same length that a JavaScript parser can read. */

import type { Range } from '../ir.js';
import { closeOfBracket } from './brackets.js';
import type { Engine } from './engines.js';

export interface Filled {
  /** As long as the original. */
  readonly code: string;
  readonly holes: readonly Range[];
}

interface Hole extends Range {
  /** Writes nothing, so blanks stand for it; else a name does. */
  readonly isSilent: boolean;
}

/** The scripts of XHTML and JSP pages stand in `<![CDATA[ … ]]>`. */
const CDATA = /<!\[CDATA\[|\]\]>/g;

/** Fills the holes of `text` between `start` and `end`; `code` is that part only, `holes` count from the start of `text`. */
export function fillHoles(text: string, { start, end }: Range, engine: Engine): Filled {
  const holes = findHoles(text, start, end, engine);
  const pieces: string[] = [];
  let copied = start;
  for (const hole of holes) {
    pieces.push(text.slice(copied, hole.start), (hole.isSilent ? ' ' : '_').repeat(hole.end - hole.start));
    copied = hole.end;
  }
  pieces.push(text.slice(copied, end));
  const code = pieces.join('').replace(CDATA, (mark) => ' '.repeat(mark.length));
  return { code, holes: holes.map((hole) => ({ start: hole.start, end: hole.end })) };
}

function findHoles(text: string, start: number, end: number, engine: Engine): Hole[] {
  const openings = engine.holes.map(({ open }) => `(${open})`);
  if (engine.atSign !== undefined) openings.push('(?<![\\w@])@(?=[\\w@({*:])');
  if (openings.length === 0) return [];
  const opening = new RegExp(openings.join('|'), 'g');
  const holes: Hole[] = [];
  opening.lastIndex = start;
  for (let match = opening.exec(text); match !== null && match.index < end; match = opening.exec(text)) {
    const delimiters = engine.holes.find((_, index) => match![index + 1] !== undefined);
    const hole = delimiters
      ? delimitedHole(text, match.index, match[0].length, end, delimiters)
      : engine.atSign === 'razor'
        ? razorHole(text, match.index, end)
        : bladeHole(text, match.index, end);
    if (hole === undefined) continue;
    holes.push(hole);
    opening.lastIndex = hole.end;
  }
  return holes;
}

function delimitedHole(text: string, start: number, openLength: number, limit: number, delimiters: Engine['holes'][number]): Hole | undefined {
  const close = text.indexOf(delimiters.close, start + openLength);
  if (close === -1 || close >= limit) return undefined;
  const end = close + delimiters.close.length;
  return { start, end, isSilent: delimiters.isSilent(text.slice(start, end)) };
}

const WORD = /\w+/y;

function wordAt(text: string, offset: number): string {
  WORD.lastIndex = offset;
  return WORD.exec(text)?.[0] ?? '';
}

/** Statements whose header goes and whose braces stay: they are blocks in JavaScript, too. */
const RAZOR_HEADERS = new Set(['if', 'for', 'foreach', 'while', 'switch', 'using', 'lock']);
const RAZOR_SILENT = new Set(['else', 'try', 'catch', 'finally', 'do', 'section', 'model', 'inject', 'page', 'functions', 'code']);

/** https://learn.microsoft.com/aspnet/core/mvc/views/razor */
function razorHole(text: string, start: number, limit: number): Hole | undefined {
  const next = text[start + 1];
  if (next === '@' || next === ':') return { start, end: start + 2, isSilent: true };
  if (next === '*') {
    const close = text.indexOf('*@', start + 2);
    return close === -1 || close >= limit ? undefined : { start, end: close + 2, isSilent: true };
  }
  if (next === '(' || next === '{') {
    const end = closeOfBracket(text, start + 1, limit);
    return end === undefined ? undefined : { start, end, isSilent: next === '{' };
  }
  const word = wordAt(text, start + 1);
  const end = start + 1 + word.length;
  if (RAZOR_SILENT.has(word)) return { start, end, isSilent: true };
  if (RAZOR_HEADERS.has(word)) return { start, end: endOfGroup(text, end, limit), isSilent: true };
  if (word === 'await') return { start, end: endOfPath(text, end + 1, limit), isSilent: false };
  return { start, end: endOfPath(text, start + 1, limit), isSilent: false };
}

/** Directives that write a value; the others (`@if`, `@endforeach`, `@csrf`) steer or write markup. */
const BLADE_WRITING = new Set(['json', 'js', 'lang', 'choice', 'vite']);

/** https://laravel.com/docs/blade#blade-directives */
function bladeHole(text: string, start: number, limit: number): Hole | undefined {
  const word = wordAt(text, start + 1);
  if (word === '') return undefined;
  if (word === 'php' && text[start + 1 + word.length] !== '(') {
    const close = text.indexOf('@endphp', start);
    return close === -1 || close >= limit ? undefined : { start, end: close + '@endphp'.length, isSilent: true };
  }
  return { start, end: endOfGroup(text, start + 1 + word.length, limit), isSilent: !BLADE_WRITING.has(word) };
}

/** The end of `( … )` when that follows, blanks allowed; else `offset`. */
function endOfGroup(text: string, offset: number, limit: number): number {
  let open = offset;
  while (text[open] === ' ') open++;
  return text[open] === '(' ? (closeOfBracket(text, open, limit) ?? offset) : offset;
}

/** The end of `A.B(c)[d].E`: what Razor reads after an at-sign without parentheses. */
function endOfPath(text: string, offset: number, limit: number): number {
  let end = offset + wordAt(text, offset).length;
  while (end < limit) {
    const character = text[end];
    if (character === '(' || character === '[') {
      const close = closeOfBracket(text, end, limit);
      if (close === undefined) break;
      end = close;
      continue;
    }
    const dot = character === '.' ? 1 : character === '?' && text[end + 1] === '.' ? 2 : 0;
    const word = dot === 0 ? '' : wordAt(text, end + dot);
    if (word === '') break;
    end += dot + word.length;
  }
  return Math.min(end, limit);
}
