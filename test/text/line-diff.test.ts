import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, editsBetween } from '../../src/fixes/diff.js';
import { changedLines, differencesOf } from '../../src/text/line-diff.js';

it.each<[before: string, after: string, lines: number[][]]>([
  ['a\nb\nc\n', 'a\nb\nc\n', []],
  ['a\nb\nc\n', 'a\nX\nc\n', [[2, 2]]],
  ['a\nb\nc\n', 'a\nb\nX\nY\nc\n', [[3, 4]]],
  ['a\nb\nc\n', 'a\nc\n', [[1, 2]]],
  ['a\nb\n', 'b\n', [[1, 1]]],
  ['', 'a\n', [[1, 1]]],
  ['a\r\nb\r\n', 'a\nb\n', []],
  [
    'a\nb\nc\nd\ne\n',
    'X\nb\nc\nY\ne\n',
    [
      [1, 1],
      [4, 4],
    ],
  ],
])('%j → %j', (before, after, lines) => {
  expect(changedLines(before, after)).toEqual(lines);
});

it('differences are the whole difference, and no more than needed', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\r\n', 'd');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.array(line, { maxLength: 30 }), (old, now) => {
      const [before, after] = [old.join(''), now.join('')];
      expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      expect(differencesOf(old, old)).toEqual([]);
    }),
    { numRuns: 500, seed: 1 },
  );
});

it('texts that have little in common are one difference, without a long search', () => {
  const lines = (word: string): string[] => Array.from({ length: 5_000 }, (_, i) => `${word}${i}`);
  expect(differencesOf(['same', ...lines('a')], ['same', ...lines('b')])).toEqual([{ before: [1, 5_001], after: [1, 5_001] }]);
});
