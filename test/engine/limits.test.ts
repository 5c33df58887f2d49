/** What takes too much is cut, the same on every machine, and named. */
import { expect, it, vi } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import type { Report } from '../../src/cookies/finding.js';
import { Budget, MAX_FILE_STEPS } from '../../src/values/budget.js';

const scanned = (files: Readonly<Record<string, string>>, timeout?: number): Promise<Report> =>
  scan({
    root: '/repository',
    alone: true,
    texts: new Map(Object.entries(files)),
    config: defaultConfig,
    pedantic: true,
    ...(timeout === undefined ? {} : { timeout }),
  });

/** Each function asks every one of the next row: the values are many, though none of them is large. */
const web = (rows: number): string =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: 6 },
      (_one, i) =>
        `function f${row}_${i}(x) { return ${row === rows - 1 ? `x.a${i}` : Array.from({ length: 6 }, (_two, next) => `f${row + 1}_${next}({ ...x, a${i}: x.b${next} })`).join(' || ')}; }`,
    ).join('\n'),
  ).join('\n');

const app = (cookies: number): string =>
  `const app = require('express')();\n${web(9)}\napp.get('/', (req, res) => {\n  res.cookie('plain', 'x');\n${Array.from({ length: cookies }, (_, i) => `  res.cookie('c${i}', 'x', { secure: f0_0({ n: ${i} }) });\n`).join('')}});\n`;

it('a value that takes too many steps is unresolved, and the place is named', async () => {
  const report = await scanned({ 'app.js': app(1), 'other.js': "document.cookie = 'other=1';\n" });
  expect(report.findings.map(({ cookie, problem }) => [cookie.name, problem])).toEqual([
    ['plain', 'missing'],
    ['c0', 'unresolved'],
    ['other', 'missing'],
  ]);
  expect(report.skipped).toEqual([
    { path: 'app.js', kind: 'limit', why: 'line 58: what decides express/res-cookie takes more than 20,000 steps' },
  ]);
});

it('the questions about one file have a limit together, beside that of each', () => {
  const budget = new Budget();
  budget.beginFile();
  let taken = 0;
  for (let question = 0; question < 25; question++) {
    budget.begin();
    while (budget.step()) taken += 1;
    expect(budget.takeCut()).toBe(question < 20 - 1 ? 'question' : 'file');
  }
  expect(taken).toBeLessThanOrEqual(MAX_FILE_STEPS);
  budget.beginFile();
  budget.begin(1);
  expect(budget.step()).toBe(true);
  // A small question is meant to be cut: whoever asks it knows.
  expect(budget.step()).toBe(false);
  expect(budget.takeCut()).toBeUndefined();
});

it('what is left over when the time limit ends is named, and nothing else is said of it', async () => {
  const files = {
    'a.js': "document.cookie = 'a=1';\n",
    'b.py': "def v(request):\n    r = HttpResponse()\n    r.set_cookie('b', 'x')\n    return r\n",
  };
  const late = await scanned(files, 0);
  expect(late.findings).toEqual([]);
  expect(late.skipped).toEqual(['a.js', 'b.py'].map((path) => ({ path, kind: 'limit', why: 'not read, because the time limit is over' })));
  expect((await scanned(files, 1_000_000)).skipped).toEqual([]);
  expect((await scanned(files)).findings).toHaveLength(2);
});

it('the clock is asked in the middle of a value too', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const report = await scanned({ 'app.js': app(3) }, 40);
  vi.restoreAllMocks();
  expect(report.skipped.map(({ why }) => why)).toContainEqual(
    expect.stringContaining('was not followed further, because the time limit is over'),
  );
});
