/** What is done to a text to make a new one: bytes, tokens, lines, truncation, splices, encodings, nesting. */
import type { Random } from './random.js';

/** `other` is a text of the same kind of file. */
type Mutation = (text: string, random: Random, other: string) => string;

const TOKEN = /[A-Za-z_$][\w$]*|\d+|\s+|[^\s\w]/g;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Characters that end something, begin something, or are not what they seem. */
const ODD = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '"',
  "'",
  '`',
  '\\',
  '/',
  '*',
  '#',
  '$',
  '%',
  '&',
  '|',
  '@',
  '=',
  ':',
  ';',
  ',',
  '.',
  '!',
  '?',
  '~',
  '^',
  '-',
  '+',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u2028',
  '\uFEFF',
  '\uD800',
  '\u202E',
  'é',
  '😀',
  '${',
  '#{',
  '<?php ',
  '?>',
  '<%',
  '%>',
  '{{',
  '}}',
  '"""',
  "'''",
  '/*',
  '*/',
  '//',
  '<<EOT\n',
  '=begin\n',
  '...',
  '=>',
  '->',
  '::',
  '&&',
  '||',
  '??',
];

const BRACKETS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['f(', ')'],
  ['!', ''],
  ['-', ''],
  ['a ? ', ' : b'],
  ['', ' + 1'],
  ['', '.a()'],
  ['"#{', '}"'],
  ['`${', '}`'],
  ['if (a) {\n', '}\n'],
  ['<a>', '</a>'],
  ['function () {', '}'],
  ['x => ', ''],
  ['not ', ''],
  ['&', ''],
  ['*', ''],
];

function placeIn(text: string, random: Random): readonly [number, number] {
  const from = random.number(text.length + 1);
  return [from, Math.min(text.length, from + random.number(random.chance(0.5) ? 20 : 400))];
}

const replaced = (text: string, [from, to]: readonly [number, number], by: string): string => text.slice(0, from) + by + text.slice(to);

function onTokens(change: (tokens: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return text;
    change(tokens, random.number(tokens.length), random);
    return tokens.join('');
  };
}

const isName = (token: string): boolean => /^[A-Za-z_$]/.test(token);

function onLines(change: (lines: string[], at: number, random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split('\n');
    change(lines, random.number(lines.length), random);
    return lines.join('\n');
  };
}

/** A name in place of another: what is defined comes to be defined through itself. */
const renamed: Mutation = (text, random) => {
  const tokens = tokensOf(text);
  const names = [...new Set(tokens.filter(isName))];
  if (names.length < 2) return text;
  const places = tokens.flatMap((token, i) => (isName(token) ? [i] : []));
  tokens[random.pick(places)] = random.pick(names);
  return tokens.join('');
};

const MUTATIONS: readonly Mutation[] = [
  (text, random) =>
    replaced(text, [random.number(text.length + 1), random.number(text.length + 1)].sort((a, b) => a - b) as [number, number], ''),
  (text, random) => replaced(text, [...placeIn(text, random)], random.pick(ODD)),
  (text, random) => {
    const at = random.number(text.length + 1);
    return replaced(text, [at, at], random.pick(ODD));
  },
  (text, random) => {
    const at = random.number(text.length + 1);
    return replaced(text, [at, at + 1], '');
  },
  (text, random) => {
    const at = random.number(text.length + 1);
    return replaced(text, [at, at + 1], String.fromCharCode(random.number(256)));
  },
  (text, random) => text.slice(0, random.number(text.length + 1)),
  (text, random) => text.slice(random.number(text.length + 1)),
  onTokens((tokens, at) => void tokens.splice(at, 1)),
  onTokens((tokens, at) => void tokens.splice(at, 0, tokens[at]!)),
  onTokens((tokens, at, random) => {
    const other = random.number(tokens.length);
    [tokens[at], tokens[other]] = [tokens[other]!, tokens[at]!];
  }),
  onLines((lines, at) => void lines.splice(at, 1)),
  onLines((lines, at, random) => void lines.splice(random.number(lines.length), 0, lines[at]!)),
  onLines((lines, at, random) => void lines.splice(random.number(lines.length), 0, ...lines.splice(at, 1 + random.number(5)))),
  onLines((lines, at, random) => void (lines[at] = ' '.repeat(random.number(12)) + (lines[at] ?? '').trimStart())),
  renamed,
  renamed,
  renamed,
  (text, random, other) => {
    const [from, to] = placeIn(other, random);
    const at = random.number(text.length + 1);
    return replaced(text, [at, at], other.slice(from, to));
  },
  (text, random, other) => text.slice(0, random.number(text.length + 1)) + other.slice(random.number(other.length + 1)),
  (text, random) => {
    const place = placeIn(text, random);
    const [open, close] = random.pick(BRACKETS);
    const levels = random.chance(0.8) ? 1 + random.number(5) : random.number(1_200);
    return replaced(text, [...place], open.repeat(levels) + text.slice(...place) + close.repeat(levels));
  },
  (text, random) => {
    const place = placeIn(text, random);
    const part = text.slice(...place);
    return replaced(
      text,
      [...place],
      part.repeat(random.chance(0.8) ? 2 + random.number(4) : Math.min(random.number(400), Math.floor(40_000 / (part.length + 1)))),
    );
  },
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\n/g, '\r'),
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/ {2}/g, '\t'),
  (text) => text.replace(/\n/g, ' '),
];

/** A new text of a given one. */
export function mutated(text: string, random: Random, other: string): string {
  let result = text;
  const times = 1 + random.number(random.chance(0.7) ? 3 : 10);
  for (let i = 0; i < times; i++) result = random.pick(MUTATIONS)(result, random, other).slice(0, 60_000);
  return result;
}
