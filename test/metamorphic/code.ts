/** Which parts of a text are code: what stands in comments and strings is left alone. */
import path from 'node:path';

interface Lexis {
  readonly comments: readonly RegExp[];
  readonly strings: readonly RegExp[];
}

const SLASHES = [/\/\/[^\n]*/y, /\/\*[\s\S]*?\*\//y];
const HASH = [/#[^\n]*/y];
const QUOTES = [/"(?:\\.|[^"\\\n])*"/y, /'(?:\\.|[^'\\\n])*'/y];

const C: Lexis = { comments: SLASHES, strings: [/"""[\s\S]*?"""/y, ...QUOTES] };
const SCRIPT: Lexis = { comments: SLASHES, strings: [...QUOTES, /`(?:\\.|[^`\\])*`/y] };

/** The programming languages by the end of the file's name. */
const LANGUAGES: Readonly<Record<string, Lexis>> = {
  js: SCRIPT,
  mjs: SCRIPT,
  cjs: SCRIPT,
  ts: SCRIPT,
  tsx: SCRIPT,
  jsx: SCRIPT,
  py: { comments: HASH, strings: [/"""[\s\S]*?"""/y, /'''[\s\S]*?'''/y, ...QUOTES] },
  rb: { comments: HASH, strings: QUOTES },
  php: { comments: [...SLASHES, /#(?!\[)[^\n]*/y], strings: [/"(?:\\[\s\S]|[^"\\])*"/y, /'(?:\\[\s\S]|[^'\\])*'/y] },
  java: C,
  kt: C,
  scala: C,
  cs: { comments: SLASHES, strings: [/@"(?:""|[^"])*"/y, ...QUOTES] },
  go: SCRIPT,
  rs: { comments: SLASHES, strings: [/"(?:\\[\s\S]|[^"\\])*"/y, /'(?:\\.|[^'\\\n])'/y] },
};

export const endingOf = (file: string): string => path.extname(file).slice(1);
export const isProgram = (file: string): boolean => endingOf(file) in LANGUAGES;

export interface Part {
  readonly kind: 'code' | 'string';
  readonly start: number;
  readonly text: string;
}

/** The code and the strings of a program, without its comments. */
export function partsOf(file: string, text: string): readonly Part[] {
  const { comments, strings } = LANGUAGES[endingOf(file)]!;
  const parts: Part[] = [];
  const at = (expressions: readonly RegExp[], i: number): string | undefined => {
    for (const expression of expressions) {
      expression.lastIndex = i;
      const found = expression.exec(text)?.[0];
      if (found !== undefined && found !== '') return found;
    }
    return undefined;
  };
  let start = 0;
  const close = (end: number): void => void (end > start && parts.push({ kind: 'code', start, text: text.slice(start, end) }));
  for (let i = 0; i < text.length;) {
    const comment = at(comments, i);
    const string = comment === undefined ? at(strings, i) : undefined;
    const found = comment ?? string;
    if (found === undefined) {
      i += 1;
      continue;
    }
    close(i);
    if (string !== undefined) parts.push({ kind: 'string', start: i, text: string });
    i += found.length;
    start = i;
  }
  close(text.length);
  return parts;
}
