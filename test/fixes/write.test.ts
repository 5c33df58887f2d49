import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '../../src/cookies/finding.js';
import { applyEdits } from '../../src/fixes/diff.js';
import { plannedEdits } from '../../src/fixes/plan.js';
import { whyUnwritable, writeFixes } from '../../src/fixes/write.js';
import { finding } from '../report/sample.js';

const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-write-'));
const at = (start: number, end: number, text: string): Edit => ({ start, end, text });
const fixable = (file: string, ...edits: Edit[]): Finding =>
  finding({ path: file, range: { start: 0, end: 1 }, fixes: [{ title: 'Fix', safe: true, edits }] });

async function rewritten(
  file: string,
  bytes: Buffer | string,
  scanned: string,
  ...edits: Edit[]
): Promise<{ bytes: Buffer; skipped: readonly string[] }> {
  writeFileSync(path.join(root, file), bytes);
  const skipped = await writeFixes(root, [{ path: file, before: scanned, after: applyEdits(scanned, edits) }]);
  return { bytes: readFileSync(path.join(root, file)), skipped: skipped.map(({ why }) => why) };
}

describe('writing fixes', () => {
  it('keeps the byte order mark and the line ends, whether the scanned text has the mark or not', async () => {
    expect((await rewritten('bom.js', '\uFEFFa\r\nb\r\n', 'a\r\nb\r\n', at(3, 4, 'B'))).bytes.toString()).toBe('\uFEFFa\r\nB\r\n');
    expect((await rewritten('bom.js', '\uFEFFa\r\nb\r\n', '\uFEFFa\r\nb\r\n', at(4, 5, 'B'))).bytes.toString()).toBe('\uFEFFa\r\nB\r\n');
  });

  it('leaves a file alone that is not UTF-8, changed, or gone, and says so before anything is decided', async () => {
    const latin = Buffer.from([0x61, 0xe9, 0x0a]);
    expect(await rewritten('latin.js', latin, 'a\uFFFD\n', at(0, 1, 'b'))).toEqual({
      bytes: latin,
      skipped: ['not fixed: the file is not valid UTF-8'],
    });
    expect((await rewritten('changed.js', 'new', 'old', at(0, 1, 'b'))).skipped).toEqual([
      'not fixed: the file is not as it was checked: it changed meanwhile, or other changes are staged than made',
    ]);
    expect(await writeFixes(root, [{ path: 'gone.js', before: '', after: 'x' }])).toEqual([
      { path: 'gone.js', why: 'not fixed: it is not there any more' },
    ]);
    expect(whyUnwritable(root, 'latin.js', 'a\uFFFD\n')).toBe('the file is not valid UTF-8');
    expect(whyUnwritable(root, 'changed.js', 'new')).toBeUndefined();
    expect(whyUnwritable(root, 'gone.js', '')).toBe('it is not there any more');
  });
});

describe('the plan of a pass', () => {
  it('takes an edit that several findings share once, and leaves overlapping ones for the next pass', () => {
    const shared = at(5, 6, 'x');
    const [plan] = plannedEdits([
      fixable('a.js', shared),
      fixable('a.js', { ...shared }),
      fixable('a.js', at(6, 7, 'y')),
      fixable('a.js', at(1, 2, 'z')),
    ]);
    expect(plan?.edits).toEqual([at(1, 2, 'z'), shared]);
    expect(plan?.findings).toHaveLength(3);
  });

  it('takes only safe fixes', () => {
    expect(
      plannedEdits([
        finding({ path: 'a.js', range: { start: 0, end: 1 }, fixes: [{ title: 'Perhaps', safe: false, edits: [at(0, 1, 'x')] }] }),
      ]),
    ).toEqual([]);
  });
});
