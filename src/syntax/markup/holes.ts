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
  /** Stands for it in the code, in the same length. */
  readonly fill: string;
}

/** What writes nothing becomes blanks, what writes a value becomes a name. */
function holeOf(start: number, end: number, writes: 'nothing' | 'value'): Hole {
  return { start, end, fill: (writes === 'nothing' ? ' ' : '_').repeat(end - start) };
}

/** The scripts of XHTML and JSP pages stand in `<![CDATA[ … ]]>`. */
const CDATA = /<!\[CDATA\[|\]\]>/g;

/** Fills the holes of `text` between `start` and `end`; `code` is that part only, `holes` count from the start of `text`. */
export function fillHoles(text: string, { start, end }: Range, engine: Engine): Filled {
  const holes = findHoles(text, start, end, engine);
  const pieces: string[] = [];
  let copied = start;
  for (const hole of holes) {
    pieces.push(text.slice(copied, hole.start), hole.fill);
    copied = hole.end;
  }
  pieces.push(text.slice(copied, end));
  const code = pieces.join('').replace(CDATA, (mark) => ' '.repeat(mark.length));
  return { code, holes: holes.map((hole) => ({ start: hole.start, end: hole.end })) };
}

function findHoles(text: string, start: number, end: number, engine: Engine): Hole[] {
  const openings = engine.holes.map(({ open }) => `(${open})`);
  if (engine.atSign === 'velocity') openings.push(VELOCITY_DIRECTIVE);
  else if (engine.atSign !== undefined) openings.push('(?<![\\w@])@(?=[\\w@({*:])');
  if (openings.length === 0) return [];
  const opening = new RegExp(openings.join('|'), 'g');
  const holes: Hole[] = [];
  // A mark that does not occur again need not be looked for again.
  const exhausted = new Set<string>();
  opening.lastIndex = start;
  for (let match = opening.exec(text); match !== null && match.index < end; match = opening.exec(text)) {
    const delimiters = engine.holes.find((_, index) => match[index + 1] !== undefined);
    if (delimiters !== undefined && exhausted.has(delimiters.close)) continue;
    const hole = delimiters
      ? delimitedHole(text, match.index, match[0].length, end, delimiters)
      : engine.atSign === 'razor'
        ? razorHole(text, match.index, end)
        : engine.atSign === 'velocity'
          ? velocityHole(text, match.index, match[0].length)
          : bladeHole(text, match.index, end);
    if (hole === undefined) {
      if (delimiters !== undefined) exhausted.add(delimiters.close);
      continue;
    }
    holes.push(hole);
    opening.lastIndex = hole.end;
  }
  return holes;
}

function delimitedHole(
  text: string,
  start: number,
  openLength: number,
  limit: number,
  delimiters: Engine['holes'][number],
): Hole | undefined {
  const close = text.indexOf(delimiters.close, start + openLength);
  if (close === -1 || close >= limit) return undefined;
  const end = close + delimiters.close.length;
  return holeOf(start, end, delimiters.isSilent(text.slice(start, end)) ? 'nothing' : 'value');
}

/** https://velocity.apache.org/engine/2.4/vtl-reference.html: directives, and the mark of a quiet reference. */
const VELOCITY_DIRECTIVE = '#\\{?(?:if|elseif|else|end|foreach|set|parse|include|macro|define|evaluate|stop|break)\\b\\}?|\\$!(?=\\w)';

function velocityHole(text: string, start: number, length: number): Hole {
  const after = start + length;
  return text[start] === '$' ? holeOf(start, after, 'value') : holeOf(start, endOfGroup(text, after, text.length), 'nothing');
}

const WORD = /\w+/y;

function wordAt(text: string, offset: number): string {
  WORD.lastIndex = offset;
  return WORD.exec(text)?.[0] ?? '';
}

/** Statements that JavaScript has, too: their condition becomes a name, the rest stays. */
const RAZOR_CONDITIONS = new Set(['if', 'while', 'switch']);
/** Statements whose header goes and whose braces stay: those are a block. */
const RAZOR_HEADERS = new Set(['for', 'foreach', 'using', 'lock']);
const RAZOR_SILENT = new Set(['else', 'try', 'catch', 'finally', 'do', 'section', 'model', 'inject', 'page', 'functions', 'code']);

/** https://learn.microsoft.com/aspnet/core/mvc/views/razor */
function razorHole(text: string, start: number, limit: number): Hole | undefined {
  const next = text[start + 1];
  if (next === '@' || next === ':') return holeOf(start, start + 2, 'nothing');
  if (next === '*') {
    const close = text.indexOf('*@', start + 2);
    return close === -1 || close >= limit ? undefined : holeOf(start, close + 2, 'nothing');
  }
  if (next === '(' || next === '{') {
    const end = closeOfBracket(text, start + 1, limit);
    return end === undefined ? undefined : holeOf(start, end, next === '{' ? 'nothing' : 'value');
  }
  const word = wordAt(text, start + 1);
  const afterWord = start + 1 + word.length;
  if (RAZOR_SILENT.has(word)) return holeOf(start, afterWord, 'nothing');
  if (RAZOR_HEADERS.has(word)) return holeOf(start, endOfGroup(text, afterWord, limit), 'nothing');
  if (RAZOR_CONDITIONS.has(word)) return conditionHole(start, word, afterWord, endOfGroup(text, afterWord, limit));
  return holeOf(start, endOfPath(text, word === 'await' ? afterWord + 1 : start + 1, limit), 'value');
}

function conditionHole(start: number, word: string, afterWord: number, end: number): Hole {
  const condition = end - afterWord - 2;
  return { start, end, fill: condition > 0 ? ` ${word}(${'_'.repeat(condition)})` : ' '.repeat(end - start) };
}

/** Directives that write a value; the others (`@if`, `@endforeach`, `@csrf`) steer or write markup. */
const BLADE_WRITING = new Set(['json', 'js', 'lang', 'choice', 'vite']);

/** https://laravel.com/docs/blade#blade-directives */
function bladeHole(text: string, start: number, limit: number): Hole | undefined {
  const word = wordAt(text, start + 1);
  if (word === '') return undefined;
  if (word === 'php' && text[start + 1 + word.length] !== '(') {
    const close = text.indexOf('@endphp', start);
    return close === -1 || close >= limit ? undefined : holeOf(start, close + '@endphp'.length, 'nothing');
  }
  return holeOf(start, endOfGroup(text, start + 1 + word.length, limit), BLADE_WRITING.has(word) ? 'value' : 'nothing');
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
