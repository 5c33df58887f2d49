/** Changes that leave a program as it is: a truth value by another name, from a function, out of a list, negated twice. The verdict stays. */
import { booleansIn, replaced, type Literal } from './changes.js';
import { endingOf } from './code.js';
import type { Broken, Outcome } from './unknown.js';
import { textOf, verdictsOf, type Subject, type Verdicts } from './verdicts.js';

/** What stands in the value's place, and the line at the top of the file that goes with it. */
interface Change {
  readonly name: string;
  readonly value: (literal: Literal) => string;
  readonly top?: (literal: Literal) => string;
}

const SCRIPT: readonly Change[] = [
  { name: 'constant', value: () => 'EXTRACTED', top: ({ text }) => `const EXTRACTED = ${text};` },
  { name: 'helper', value: () => 'extracted()', top: ({ text }) => `function extracted() { return ${text}; }` },
  { name: 'negated', value: ({ other }) => `!${other}` },
  { name: 'item', value: ({ text }) => `[${text}][0]` },
  { name: 'member', value: () => 'EXTRACTED.held', top: ({ text }) => `const EXTRACTED = { held: ${text} };` },
];
const PYTHON: readonly Change[] = [
  { name: 'constant', value: () => 'EXTRACTED', top: ({ text }) => `EXTRACTED = ${text}` },
  { name: 'helper', value: () => 'extracted()', top: ({ text }) => `def extracted():\n    return ${text}` },
  { name: 'negated', value: ({ other }) => `(not ${other})` },
  { name: 'item', value: ({ text }) => `[${text}][0]` },
  { name: 'member', value: () => 'EXTRACTED["held"]', top: ({ text }) => `EXTRACTED = {"held": ${text}}` },
];
const PHP: readonly Change[] = [
  { name: 'constant', value: () => 'EXTRACTED', top: ({ text }) => `const EXTRACTED = ${text};` },
  { name: 'helper', value: () => 'extracted()', top: ({ text }) => `function extracted() { return ${text}; }` },
  { name: 'negated', value: ({ other }) => `!${other}` },
  { name: 'item', value: ({ text }) => `[${text}][0]` },
];
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  ...Object.fromEntries(['js', 'mjs', 'cjs', 'ts', 'tsx', 'jsx'].map((ending) => [ending, SCRIPT])),
  py: PYTHON,
  php: PHP,
};

/** Where a line can be added at the top; undefined where other lines have to be first. */
function topOf(file: string, text: string): number | undefined {
  if (/^#!|^["']use |from __future__|<\?php\s+(?:declare|namespace)|^\s*(?:"""|''')/.test(text)) return undefined;
  if (endingOf(file) !== 'php') return 0;
  return text.startsWith('<?php\n') ? 6 : undefined;
}

/** Where a value has to be written as such: a type, a constant of a class, a case. */
const isPlain = (text: string, { start, end }: Literal): boolean =>
  !/(?:\bcase|\bconst\s+\w+|\|)\s*(?:=\s*)?$/.test(text.slice(Math.max(0, start - 60), start)) && !/^\s*(?:\||=>)/.test(text.slice(end));

const isSame = (before: Verdicts, after: Verdicts): boolean =>
  before.size === after.size && [...before].every(([key, states]) => after.get(key)?.join() === states.join());

/** Each truth value of a file in turn, in each of the ways. */
export async function keptBooleans(subject: Subject): Promise<Outcome> {
  const text = textOf(subject);
  const changes = CHANGES[endingOf(subject.file)] ?? [];
  const top = topOf(subject.file, text);
  const literals = booleansIn(subject.file, text).filter((literal) => isPlain(text, literal));
  if (changes.length === 0 || literals.length === 0) return { tried: 0, deciding: 0, broken: [] };
  const before = await verdictsOf(subject, text);
  const broken: Broken[] = [];
  let tried = 0;
  for (const literal of literals)
    for (const { name, value, top: line } of changes) {
      if (line !== undefined && top === undefined) continue;
      const changed = replaced(text, literal, value(literal));
      const whole = line === undefined ? changed : `${changed.slice(0, top)}${line(literal)}\n${changed.slice(top)}`;
      const after = await verdictsOf(subject, whole);
      tried += 1;
      if (isSame(before, after)) continue;
      const states = [...before].map(([key, was]) => `${key}: ${was.join()} → ${after.get(key)?.join() ?? 'gone'}`);
      const lost = [...before].some(([key, was]) => was.some((one, i) => one !== 'on' && ['on', undefined].includes(after.get(key)?.[i])));
      const at = `${text.slice(0, literal.start).split('\n').length}: ${literal.text} as ${name}`;
      broken.push({
        kind: lost ? 'silent' : 'other',
        subject,
        place: literal,
        was: at,
        states: states.filter((one) => !/: (\S+) → \1$/.test(one)).join('; '),
      });
    }
  return { tried, deciding: tried, broken };
}
