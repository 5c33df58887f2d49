/** Every idiom in every language: nearly all cells are right, and none is silently wrong. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cells, gradeOf, PRINTERS, type Cell } from './matrix.js';

let all: readonly Cell[] = [];
beforeAll(async () => {
  all = await cells(path.resolve(import.meta.dirname));
}, 120_000);

const nameOf = ({ idiom, language, variant, expected, said }: Cell): string =>
  `${language} ${idiom} ${variant + 1}: ${said}, not ${expected}`;

describe('the idioms', () => {
  it('are never silently wrong', () => {
    expect(all.filter((cell) => gradeOf(cell) === 'silent').map(nameOf)).toEqual([]);
  });

  it('are right in 95 of 100 cells', () => {
    const wrong = all.filter((cell) => gradeOf(cell) !== 'right').map(nameOf);
    expect(wrong.length / all.length, wrong.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it.each(PRINTERS.map(({ language }) => language))('are printed in %s', (language) => {
    expect(all.filter((cell) => cell.language === language).length).toBeGreaterThan(50);
  });
});
