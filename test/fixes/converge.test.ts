/** Fixes are made until none is left, and what does not do its work is taken back. */
import { describe, expect, it } from 'vitest';
import type { Edit, Finding, Report } from '../../src/cookies/finding.js';
import { converge, type Converged } from '../../src/fixes/converge.js';
import { clean, finding } from '../report/sample.js';

interface Trouble {
  /** A word that is a finding, and what its fix writes instead. */
  readonly fixes: Readonly<Record<string, string>>;
  /** A text that no parser reads. */
  readonly isBroken?: (text: string) => boolean;
  /** The surface that each word is a finding of; one for all where it is left out. */
  readonly surfaces?: Readonly<Record<string, string>>;
}

/** Files in which every word of `fixes` is a finding. */
async function fixed(
  files: Readonly<Record<string, string>>,
  { fixes, isBroken, surfaces = {} }: Trouble,
): Promise<Converged<Report> & { readonly scans: number; readonly texts: Readonly<Record<string, string>> }> {
  let scans = 0;
  const scan = (texts: ReadonlyMap<string, string>): Report => {
    scans++;
    const now = new Map([...Object.entries(files), ...texts]);
    const findings: Finding[] = [...now].flatMap(([path, text]) =>
      [...text.matchAll(/\w+/g)].flatMap((match) => {
        const written = fixes[match[0]];
        if (written === undefined) return [];
        const range = { start: match.index, end: match.index + match[0].length };
        const edit: Edit = { ...range, text: written };
        return [
          finding({
            path,
            range,
            surface: surfaces[match[0]] ?? 'express/res-cookie',
            cookie: { name: match[0], session: true },
            severity: 'error',
            fixes: [{ title: 'Fix', safe: true, edits: [edit] }],
          }),
        ];
      }),
    );
    return { ...clean, findings, textOf: (path) => now.get(path), isBroken: (path) => isBroken?.(now.get(path) ?? '') === true };
  };
  const result = await converge(scan(new Map()), {
    rescan: (texts) => Promise.resolve(scan(texts)),
    reportOf: (outcome) => outcome,
    whyNot: (path) => (path === 'locked' ? 'it is locked' : undefined),
  });
  return { ...result, scans, texts: Object.fromEntries(result.files.map(({ path, after }) => [path, after])) };
}

describe('fixes', () => {
  it('are made in all files, and in as many passes as they need', async () => {
    const result = await fixed({ a: 'BAD x BAD', b: 'FIRST' }, { fixes: { BAD: 'GOOD', FIRST: 'BAD' } });
    // What a fix uncovers is new, so that the fix of `FIRST` is taken back.
    expect(result.texts).toEqual({ a: 'GOOD x GOOD' });
    expect(result.fixed).toBe(2);
    expect(result.outcome.findings.map(({ path }) => path)).toEqual(['b']);
  });

  it('are kept where they uncover the next cookie that the same call registers', async () => {
    const result = await fixed(
      { a: 'IDENTITY' },
      {
        fixes: { IDENTITY: 'TWOFACTOR', TWOFACTOR: 'GOOD' },
        surfaces: { IDENTITY: 'aspnetcore/external', TWOFACTOR: 'aspnetcore/two-factor' },
      },
    );
    expect(result.texts).toEqual({ a: 'GOOD' });
    expect(result.fixed).toBe(2);
  });

  it('are taken back where the finding stays, and the others of the file are made', async () => {
    const result = await fixed({ a: 'BAD STAYS BAD' }, { fixes: { BAD: 'GOOD', STAYS: 'x STAYS' } });
    expect(result.texts).toEqual({ a: 'GOOD STAYS GOOD' });
    expect(result.outcome.findings.map(({ cookie }) => cookie.name)).toEqual(['STAYS']);
  });

  it('are taken back where the text can’t be parsed afterwards', async () => {
    const result = await fixed(
      { a: 'BAD BREAKS', b: 'BAD' },
      { fixes: { BAD: 'GOOD', BREAKS: '(' }, isBroken: (text) => text.includes('(') },
    );
    expect(result.texts).toEqual({ a: 'GOOD BREAKS', b: 'GOOD' });
  });

  it('do not go in circles', async () => {
    const result = await fixed({ a: 'ONE' }, { fixes: { ONE: 'TWO', TWO: 'ONE' } });
    expect(result.files).toEqual([]);
    expect(result.scans).toBeLessThan(6);
  });

  it('are left out of a file that can’t be written', async () => {
    const result = await fixed({ locked: 'BAD', a: 'BAD' }, { fixes: { BAD: 'GOOD' } });
    expect(result.texts).toEqual({ a: 'GOOD' });
    expect(result.skipped).toEqual([{ path: 'locked', why: 'not fixed: it is locked' }]);
    expect(result.outcome.findings.map(({ path }) => path)).toEqual(['locked']);
  });
});
