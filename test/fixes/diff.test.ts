import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/cookies/finding.js';
import { applyEdits, unifiedDiff } from '../../src/fixes/diff.js';

const ten = Array.from({ length: 20 }, (_, i) => `line ${i + 1}\n`).join('');
const insert = (text: string, before: string, addition: string): Edit => ({
  start: text.indexOf(before),
  end: text.indexOf(before),
  text: addition,
});

describe('unifiedDiff', () => {
  it('shows a change in a line with three lines of context', () => {
    expect(unifiedDiff('a.txt', ten, [insert(ten, ' 8', ' no.')])).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ -5,7 +5,7 @@\n line 5\n line 6\n line 7\n-line 8\n+line no. 8\n line 9\n line 10\n line 11\n',
    );
  });

  it('shows an inserted line as only added', () => {
    expect(unifiedDiff('a.txt', 'a\nb\n', [{ start: 2, end: 2, text: 'new\n' }])).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,3 @@\n a\n+new\n b\n',
    );
  });

  it('shows a new file', () => {
    expect(unifiedDiff('a.txt', undefined, [{ start: 0, end: 0, text: 'x\n' }])).toBe('--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1 @@\n+x\n');
  });

  it.each(['a b.js', 'é.js', 'tab\there.js', 'quote".js', 'line\nbreak.js', 'back\\slash.js', '\u202Ertl.js'])(
    'is applied by git to %j',
    (name) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-diff-'));
      writeFileSync(path.join(folder, name), 'a\nb\n');
      writeFileSync(path.join(folder, 'd'), unifiedDiff(name, 'a\nb\n', [{ start: 0, end: 1, text: 'A' }]));
      execFileSync('git', ['apply', 'd'], { cwd: folder, env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(folder) } });
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe('A\nb\n');
    },
  );

  it('is empty when nothing changes', () => {
    expect(unifiedDiff('a.txt', 'a\n', [{ start: 0, end: 1, text: 'a' }])).toBe('');
  });

  it('is what patch needs to make the same edits', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-diff-'));
    const line = fc.constantFrom('a', 'b', '', 'same', 'c\r');
    const text = fc
      .tuple(fc.array(line, { maxLength: 14 }), fc.boolean())
      .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.constantFrom('', 'X', '\n', 'new\n', '\nnew')), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, cuts, fc.nat(4), (before, places, width) => {
        const edits: Edit[] = [];
        for (const [place, addition] of [...places].sort((a, b) => a[0] - b[0])) {
          const start = Math.max(Math.min(place, before.length), (edits.at(-1)?.end ?? -1) + 1);
          if (start > before.length) continue;
          edits.push({ start, end: Math.min(start + width, before.length), text: addition });
        }
        const after = applyEdits(before, edits);
        const diff = unifiedDiff('f', before, edits);
        expect(diff === '').toBe(before === after);
        if (before === after) return;
        writeFileSync(path.join(folder, 'f'), before);
        writeFileSync(path.join(folder, 'd'), diff);
        execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', 'd'], {
          cwd: folder,
          env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(folder) },
        });
        let made = '';
        try {
          made = readFileSync(path.join(folder, 'f'), 'utf8');
        } catch {
          expect(after).toBe('');
        }
        expect(made).toBe(after);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
