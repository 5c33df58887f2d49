/** A digest never denies a word that the text holds as a whole. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlainWord, WordDigest } from '../../src/text/word-digest.js';

const digestOf = (text: string): WordDigest => new WordDigest(Buffer.from(text));

it('holds each whole word of any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\w+$/), fc.constantFrom(' ', '.', '-', 'é', '\n'))),
      (parts) => {
        const text = parts.join('');
        const digest = digestOf(text);
        for (const [word] of text.matchAll(/\w+/g)) expect(digest.mayHold(word)).toBe(true);
      },
    ),
  );
});

it('denies most words that a text does not hold', () => {
  const digest = digestOf(Array.from({ length: 2_000 }, (_, i) => `const name${i} = value${i % 50};`).join('\n'));
  const absent = Array.from({ length: 1_000 }, (_, i) => `other${i}`);
  expect(absent.filter((word) => digest.mayHold(word)).length).toBeLessThan(100);
  expect(digest.mayHold('name1999')).toBe(true);
});

it('knows plain words only', () => {
  expect(['name', '_1', '$name', 'a b', 'ñ', ''].map(isPlainWord)).toEqual([true, true, false, false, false, false]);
});
