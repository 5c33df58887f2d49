/** The ways by which a value comes to a cookie in Python, and the values themselves: what Flask sends, against our verdict for the same text. */
import { describe, expect, it } from 'vitest';
import { answersOf, projectOf, pythonWith, seenAs, statesOf } from '../python-oracle.js';
import { agreement, type Judged } from './agreement.js';
import { statesSeen, worldsFor } from './asked-worlds.js';
import { PYTHON_MORE_WAYS } from './python-more-ways.js';
import { PYTHON_VALUES, PYTHON_WAYS } from './python-ways.js';
import { RUNS } from './programs.js';
import { print } from './report.js';

const HEAD = 'import json\nimport os\nimport re\nimport sys\nfrom urllib.parse import urlparse\n\nfrom flask import Flask\n';
const WRITTEN = ['True', 'False', 'os.environ.get("COOKIE_SECURE") == "true"'];

function sourceOf(way: string, value: string): string {
  const [top = '', inside = ''] = way.split('---\n');
  const fill = (text: string): string =>
    text
      .replaceAll(/\bS\b/g, value.includes(' ') ? `(${value})` : value)
      .replaceAll(/SEND\((.*)\)$/gm, 'response.set_cookie("sid", "x", $1)');
  const body = fill(inside)
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `${HEAD}\n${fill(top)}\n\ndef write(response, request):\n${body}\n`;
}

/** All of them in a long run, a part in the suite. */
const isAsked = (i: number): boolean => RUNS >= 100 || i % 8 === 0;

const programs = [
  ...Object.entries({ ...PYTHON_WAYS, ...PYTHON_MORE_WAYS }).flatMap(([name, way]) =>
    WRITTEN.map((value) => ({ idiom: name, source: sourceOf(way, value) })),
  ),
  ...PYTHON_VALUES.map((value) => ({ idiom: value, source: sourceOf(PYTHON_WAYS['direct']!, value) })),
].filter((_, i) => isAsked(i));

const python = pythonWith('flask');

describe.skipIf(python === undefined)(
  `ways of Python programs${python === undefined ? ' (skipped: flask is not installed for any Python here)' : ''}`,
  () => {
    it('are judged as Flask sends them', { timeout: 3_600_000 }, async () => {
      const worlds = programs.map(({ source }) => worldsFor(source, ['APP_ENV']));
      const answers = answersOf(
        python!,
        programs.map(({ source }, i) => ({ kind: 'flask_write', source, worlds: worlds[i]!, shared: true as const })),
      );
      const root = projectOf(python!);
      const found: Judged[] = [];
      for (const [i, { idiom, source }] of programs.entries()) {
        const real = statesSeen(
          worlds[i]!,
          answers[i]!.map(({ value, error }) => (error === undefined ? (value as boolean) : null)),
        );
        if (real !== undefined)
          found.push({ title: 'flask', idiom, source, real, ours: [seenAs((await statesOf('app.py', source, root)).get('sid'))] });
      }
      const result = agreement(found);
      print('flask, ways and values', result);
      expect(result.programs).toBeGreaterThan(programs.length * 0.9);
      expect(result.falseOn).toEqual([]);
      expect(result.right / result.programs).toBeGreaterThan(0.85);
    });
  },
);
