/** The conditions nearest to a place and farthest from it are the two ends of all of them. */
import { expect, it } from 'vitest';
import { languagesByName } from '../../src/engine/languages.js';
import { guardsAtEnds, guardsOf } from '../../src/values/guards.js';
import { indexOf } from '../../src/values/program-index.js';

const chain = (arms: number): string =>
  [
    'function f(a) {',
    '  if (a < 0) return;',
    '  if (a) {',
    Array.from({ length: arms }, (_, i) => `if (a === ${i}) { g(${i}); }`).join(' else '),
    '  }',
    '}',
  ].join('\n');

it.each([1, 3, 9, 40])('of a chain of %i arms', (arms) => {
  const [program] = languagesByName('a.js').map((language) => language.lower(chain(arms), 'a.js'));
  const index = indexOf(program!);
  expect(index.calls.length).toBe(arms);
  for (const call of index.calls) {
    const all = guardsOf(call, undefined, index, { earlyExits: true });
    const ends = all.length <= 8 ? all : [...all.slice(0, 5), ...all.slice(-3)];
    expect(guardsAtEnds(call, index, { inner: 5, outer: 3 })).toEqual(ends);
  }
});
