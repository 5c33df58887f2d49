import { expect, it } from 'vitest';
import { fingerprints } from '../../src/engine/fingerprint.js';
import { finding } from '../report/sample.js';

function marks(text: string): string[] {
  const found = [...text.matchAll(/BAD/g)].map((match) => finding({ path: 'a.js', range: { start: match.index, end: match.index + 3 } }));
  const all = fingerprints(found, () => text);
  return found.map((one) => all.get(one) ?? '');
}

it('survives moved lines and reindentation', () => {
  expect(marks('\n\n    BAD( 1 );\n')).toEqual(marks('BAD(1);\n'));
});

it('tells apart equal lines by their order, and everything else by content', () => {
  const [first, second] = marks('BAD(1);\nBAD(1);\n');
  expect(first).not.toBe(second);
  expect(marks('BAD(1);\n')).toEqual([first]);
  expect(marks('BAD(2);\n')).not.toEqual([first]);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
});

it('does not depend on line 1 for an absent setting', () => {
  const absent = finding({ path: 'settings.py', range: { start: 0, end: 0 } });
  const of = (text: string | undefined): string | undefined => fingerprints([absent], () => text).get(absent);
  expect(of('import os\n')).toBe(of('"""Settings."""\n'));
  expect(of(undefined)).toBe(of(''));
});
