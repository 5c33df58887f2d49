/** What is kept in memory changes nothing of what is reported. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { Kept } from '../../src/engine/kept.js';
import { scan } from '../../src/engine/scan.js';
import { Workspace, type KeptCharacters } from '../../src/engine/workspace.js';
import type { Report } from '../../src/cookies/finding.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const FIXTURES = path.resolve('fixtures');
const NOTHING: KeptCharacters = { texts: 0, programs: 0, breath: 0 };
const EVERYTHING: KeptCharacters = { texts: Infinity, programs: Infinity, breath: Infinity };

/** Folders of fixtures: repositories whose files refer to one another. */
const FRAMEWORKS = ['gin', 'flask', 'nest', 'quarkus', 'laravel'];
/** After so many pieces of work the garbage is collected; after each of them it would take minutes. */
const EVERY = 20;

async function withGarbageCollected(root: string, kept: KeptCharacters): Promise<unknown> {
  let isOver = false;
  let piece = 0;
  const collect = (): void => {
    if (isOver) return;
    if (++piece % EVERY === 0) collectGarbage();
    setImmediate(collect);
  };
  if (kept.programs === 0) setImmediate(collect);
  const report = await scan({ root, config: defaultConfig, pedantic: true, kept });
  isOver = true;
  return comparable(report);
}

const comparable = ({ findings, cookies, apps, undecided, skipped, candidates }: Report): unknown =>
  JSON.parse(JSON.stringify({ findings, cookies, apps, undecided, skipped, candidates }));

describe('memory', () => {
  it('lets go what was used longest ago, and gives the same thing while somebody has it', () => {
    const kept = new Kept<{ name: string }>(10);
    const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    kept.set('a', a, 6);
    kept.set('b', b, 4);
    expect(kept.get('a')).toBe(a);
    kept.set('c', c, 5);
    expect(kept.held()).toEqual(['c']);
    expect(kept.get('a')).toBe(a);
    expect(kept.get('b')).toBe(b);
  });

  it('lowers a program again that nobody had, and gives all of a file while one is had', async () => {
    const workspace = new Workspace(
      '.',
      [],
      new Map([
        ['a.js', 'export const a = 1;'],
        ['b.js', 'export const b = 2;'],
        ['c.js', 'export const c = 3;'],
      ]),
      NOTHING,
    );
    const had = workspace.programOf('a.js');
    const gone = new WeakRef(workspace.programOf('b.js')!);
    workspace.programOf('c.js');
    await workspace.breathe();
    collectGarbage();
    expect(gone.deref()).toBeUndefined();
    expect(workspace.programOf('a.js')).toBe(had);
    expect(workspace.programOf('b.js')?.path).toBe('b.js');
  });

  it.each(FRAMEWORKS)(
    'reports the same of %s, whether all is kept or nothing',
    async (name) => {
      const root = path.join(FIXTURES, name);
      expect(statSync(root).isDirectory()).toBe(true);
      expect(await withGarbageCollected(root, NOTHING)).toEqual(await withGarbageCollected(root, EVERYTHING));
    },
    120_000,
  );
});
