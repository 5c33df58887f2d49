import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.js';
import { ByteSearch } from '../../src/text/byte-search.js';

const found = (words: readonly string[], text: string): boolean => new ByteSearch(words).isIn(Buffer.from(text));

describe('the search for many words at once', () => {
  test('finds a word wherever it stands, and no beginning of one', () => {
    const words = ['cookie(', 'Session', "'bun'"];
    for (const word of words) {
      expect(found(words, word)).toBe(true);
      expect(found(words, `${word} at the start`)).toBe(true);
      expect(found(words, `at the end ${word}`)).toBe(true);
      expect(found(words, `ünïcödé 🍪 ${word} between`)).toBe(true);
      expect(found(words, word.slice(0, -1))).toBe(false);
      expect(found(words, word.slice(1))).toBe(false);
    }
    expect(found(words, '')).toBe(false);
  });

  test('finds words of one and two letters, and long ones', () => {
    expect(found(['a', 'long word'], 'cba')).toBe(true);
    expect(found(['xy'], 'zx y')).toBe(false);
    expect(found(['xy'], 'zxy')).toBe(true);
    expect(found(['w'.repeat(1000)], 'w'.repeat(999))).toBe(false);
    expect(found(['w'.repeat(1000)], `v${'w'.repeat(1000)}`)).toBe(true);
  });

  test('says what an expression for all words says, whatever stands around them', () => {
    let seed = 1;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const letters = ['a', 'b', 'c', '(', ' ', 'é'];
    for (let round = 0; round < 3_000; round++) {
      const text = (length: number): string => Array.from({ length }, () => letters[next(letters.length)]!).join('');
      const words = Array.from({ length: 1 + next(4) }, () => text(1 + next(6)).replaceAll('é', 'a'));
      const searched = text(next(40));
      expect([words, searched, found(words, searched)]).toEqual([words, searched, words.some((word) => searched.includes(word))]);
    }
  });

  test('finds every trigger of the catalogue', () => {
    const triggers = [...new Set(rules.flatMap((rule) => rule.triggers.flat()))];
    const search = new ByteSearch(triggers);
    expect(triggers.filter((trigger) => !search.isIn(Buffer.from(`xx${trigger}yy`)))).toEqual([]);
  });
});
