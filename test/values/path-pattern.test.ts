/** Tables of path patterns give what a look at every entry gives. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idioms } from '../../rules/index.js';
import { pathPattern, PatternTables } from '../../src/values/path-pattern.js';

const segment = fc.constantFrom('a', 'bc', 'd()', '*', 'node:x', 'A::b', '@s/p');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('.'));
const pattern = fc.oneof(
  path,
  path.map((one) => `**.${one}`),
  path.map((one) => `**${one}`),
  path.map((one) => `${one}.**`),
);

it('the first entry that fits is found', () => {
  fc.assert(
    fc.property(fc.array(pattern), path, (patterns, asked) => {
      const table = patterns.map((one) => ({ path: one }));
      const tables = new PatternTables<{ path: string }>((entry) => entry.path);
      expect(tables.find(table, asked)).toBe(table.find((entry) => pathPattern(entry.path).test(asked)));
    }),
    { numRuns: 2000 },
  );
});

it('every function of the real tables is found by a path that it is written as', () => {
  const tables = new PatternTables<{ readonly path: string }>((entry) => entry.path);
  for (const { functions } of Object.values(idioms)) {
    for (const { path: written } of functions) {
      const asked = written.replace('**', 'x').replaceAll('*', 'y');
      expect(tables.find(functions, asked)).toBe(functions.find((one) => pathPattern(one.path).test(asked)));
    }
  }
});
