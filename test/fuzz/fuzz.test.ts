/** What once broke a promise, and a few new inputs: the same ones on every machine. `npm run fuzz` tries others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputOf } from './inputs.js';
import { brokenBy } from './promises.js';
import { allSeeds, type Files } from './seeds.js';
import { shrunk } from './shrink.js';

const CORPUS = path.join(import.meta.dirname, 'corpus');

it.each(readdirSync(CORPUS))('%s', async (name) => {
  const { files } = JSON.parse(readFileSync(path.join(CORPUS, name), 'utf8')) as { readonly files: Files };
  expect(await brokenBy(files, true)).toBeUndefined();
});

describe('new inputs', () => {
  let seeds: readonly Files[];
  beforeAll(async () => {
    seeds = await allSeeds();
  });

  it('are the same for the same number', () => {
    expect(inputOf(7, seeds)).toEqual(inputOf(7, seeds));
    expect(new Set(Array.from({ length: 100 }, (_, number) => JSON.stringify(inputOf(number, seeds)))).size).toBeGreaterThan(95);
  });

  it.each(Array.from({ length: 6 }, (_, i) => i * 10))('keep every promise, from number %i on', async (first) => {
    for (let number = first; number < first + 10; number++)
      expect(await brokenBy(inputOf(number, seeds), number % 8 === 0), `input ${number}`).toBeUndefined();
  });
});

it('an input is made as small as what breaks the promise', async () => {
  const text = Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n');
  expect(await shrunk({ 'a.js': text, 'b.js': text }, (files) => Promise.resolve(files['a.js']?.includes('line 77') === true))).toEqual({
    'a.js': 'line 77',
  });
});
