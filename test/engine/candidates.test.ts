/** Which files a scan reads: those that somebody wrote. */
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { chooseCandidates, lowerCandidates } from '../../src/engine/candidates.js';
import { Prefilter } from '../../src/engine/prefilter.js';
import { Workspace } from '../../src/engine/workspace.js';

const prefilter = Prefilter.of(rules);

function read(text: string, meant: readonly string[] = []): readonly string[] {
  const workspace = new Workspace('.', [], new Map([['server.js', text]]));
  const chosen = chooseCandidates(workspace, prefilter, { reported: undefined, named: [] });
  return lowerCandidates(chosen, workspace, prefilter, new Set(meant)).map(({ path }) => path);
}

it.each([' + ', ' || ', ' && ', ' ?? '])('reads the handler below one line of 500 operands of%s', (operator) => {
  const endless = Array.from({ length: 500 }, (_, index) => `'part ${index}'`).join(operator);
  expect(read(`const any = ${endless};\napp.get('/', (req, res) => {\n  res.cookie('sid', '1');\n});\n`)).toEqual(['server.js']);
});

it('reads the handler below an embedded image', () => {
  expect(read(`const logo = '${'A'.repeat(20_000)}';\nres.cookie('sid', '1');\n`)).toEqual(['server.js']);
});

it.each([
  ['an endless name', `res.cookie('sid${'b'.repeat(20_000)}', '1');\n`],
  ['endless blanks', `app.get('/', (req, res) => {\n${'\t'.repeat(20_000)}res.cookie('sid', '1');\n});\n`],
])('reads a cookie with %s', (_what, text) => {
  expect(read(text)).toEqual(['server.js']);
});

it('leaves minified code out, whatever its licence says', () => {
  expect(read(`/*!\n * JavaScript Cookie v3\n */\n${"a.cookie('sid', '1');".repeat(500)}\n`)).toEqual([]);
});

it('reads minified code that is named, and not because its folder is', () => {
  const minified = "a.cookie('sid', '1');".repeat(500);
  expect(read(minified, ['server.js'])).toEqual(['server.js']);
  expect(read(minified, ['.'])).toEqual([]);
});

it('leaves minified code out whose lines are broken near the limit', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `${'b=1;'.repeat(index % 5 === 0 ? 200 : 260)}document.cookie=a`);
  expect(read(`${lines.join('\n')}\n`)).toEqual([]);
});
