/** A sample of the changes of `npm run metamorphic`: a deciding value that is replaced by something unknown never makes a cookie Secure. */
import { describe, expect, it } from 'vitest';
import { isSampled } from '../sampled.js';
import { keptBooleans } from './kept.js';
import { fixtureSubjects } from './subjects.js';
import { unknownBooleans, unknownRecords } from './unknown.js';

const sample = fixtureSubjects().filter(({ name }) => isSampled(name, 45));

describe('a value that nobody knows', () => {
  it.each(sample)('in $name silences nothing', { timeout: 120_000 }, async (subject) => {
    const outcomes = [await unknownBooleans(subject), await unknownRecords(subject)];
    expect(
      outcomes.flatMap(({ broken }) => broken.filter(({ kind }) => kind === 'silent').map(({ was, states }) => `${was} ${states}`)),
    ).toEqual([]);
  });
});

describe('a value that is written in another way', () => {
  it.each(sample.filter((_, i) => i % 4 === 1))('in $name is as Secure as before', { timeout: 120_000 }, async (subject) => {
    const { broken } = await keptBooleans(subject);
    expect(broken.filter(({ kind }) => kind === 'silent').map(({ was, states }) => `${was} ${states}`)).toEqual([]);
  });
});
