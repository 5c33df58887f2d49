/** The code of the built program that is kept between runs decides nothing but how soon a run starts. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CompiledProgram } from '../../src/cli/compiled-program.js';

const PART = 'part-abcdefgh.cjs';
const FILLING = `/* ${'x'.repeat(10_000)} */`;

/** A program of an entry and a part, and where its code is kept. */
function program(): { parts: string; kept: string; load: () => CompiledProgram; files: () => string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-compiled-'));
  const [parts, kept] = [path.join(folder, 'program'), path.join(folder, 'kept')];
  mkdirSync(parts);
  writeFileSync(path.join(parts, 'entry.cjs'), `exports.answer = require('./${PART}').answer + require('node:path').sep; ${FILLING}`);
  writeFileSync(path.join(parts, PART), `exports.answer = (() => 'right')(); ${FILLING}`);
  const files = () =>
    readdirSync(kept, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.code'))
      .map((name) => path.join(kept, name));
  const load = () => {
    const loaded = new CompiledProgram(parts, kept);
    expect(loaded.load('entry.cjs')).toEqual({ answer: `right${path.sep}` });
    return loaded;
  };
  return { parts, kept, load, files };
}

it('keeps the code of parts that are named by their text, and takes it the next time', () => {
  const { load, files } = program();
  const first = load();
  expect(first.compiledAnew).toBe(1);
  first.keep();
  expect(files().map((file) => path.basename(file))).toEqual([`${PART}.code`]);
  expect(load().compiledAnew).toBe(0);
});

it.each<[string, (file: string) => void]>([
  ['is damaged', (file) => writeFileSync(file, readFileSync(file).fill(7, 100, 120))],
  ['is empty', (file) => writeFileSync(file, '')],
  ['was cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 200))],
])('compiles anew where what was kept %s', (_, change) => {
  const { load, files } = program();
  load().keep();
  files().forEach(change);
  const again = load();
  expect(again.compiledAnew).toBe(1);
  again.keep();
  expect(load().compiledAnew).toBe(0);
});

it.skipIf(process.platform === 'win32')('takes no code that another user may have written', () => {
  const { load, files } = program();
  load().keep();
  for (const file of files()) chmodSync(file, 0o666);
  expect(load().compiledAnew).toBe(1);
});

it('runs where nothing can be kept', () => {
  const { parts, kept } = program();
  writeFileSync(kept, 'a file, not a folder');
  const loaded = new CompiledProgram(parts, kept);
  expect(loaded.load('entry.cjs')).toEqual({ answer: `right${path.sep}` });
  loaded.keep();
  expect(readFileSync(kept, 'utf8')).toBe('a file, not a folder');
});
