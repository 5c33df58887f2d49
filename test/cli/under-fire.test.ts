/**
 * The built program, under fire while it fixes: killed at any moment, ended by a person or a system, with no room left on the disk.
 * Every file is the old one or the new one, and nothing else is left.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const built = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const FILES = 30;
const FILLER = `// ${'y'.repeat(76)}\n`.repeat(300);
const name = (i: number): string => `f${i}.js`;
const before = (i: number): string =>
  `const app = require('express')();\napp.get('/${i}', (req, res) => {\n  res.cookie('session', 'x', { httpOnly: true });\n});\n${FILLER}`;
const after = (i: number): string => before(i).replace('httpOnly: true }', 'httpOnly: true, secure: true }');

interface Tree {
  readonly root: string;
  /** What is not as it was, and not as it is to be. */
  readonly broken: () => readonly string[];
  readonly fixed: () => number;
  /** Names that were not there. */
  readonly litter: () => readonly string[];
}

function tree(root: string, isRepository: boolean): Tree {
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'package.json'), '{"dependencies":{"express":"5"}}');
  for (let i = 0; i < FILES; i++) writeFileSync(path.join(root, name(i)), before(i));
  if (isRepository) execFileSync('git', ['init', '-q'], { cwd: root });
  const all = Array.from({ length: FILES }, (_, i) => i);
  const text = (i: number): string => readFileSync(path.join(root, name(i)), 'utf8');
  const known = new Set(['package.json', '.git', ...all.map(name)]);
  return {
    root,
    broken: () => all.filter((i) => text(i) !== before(i) && text(i) !== after(i)).map(name),
    fixed: () => all.filter((i) => text(i) === after(i)).length,
    litter: () => [
      ...readdirSync(root).filter((one) => !known.has(one)),
      ...(isRepository ? readdirSync(path.join(root, '.git')).filter((one) => one.includes('cookie-lint')) : []),
    ],
  };
}

const fresh = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-fire-')), 'app');

/** Starts `--fix`, and does something to it after so many milliseconds or, with `writing`, when the first file is fixed. */
async function underFire(
  { root, fixed }: Tree,
  signal: NodeJS.Signals,
  wait: number | 'writing',
): Promise<{ readonly signal: NodeJS.Signals | null; readonly err: string }> {
  const child = spawn(process.execPath, [built, '--fix', '.'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  if (wait === 'writing')
    while (child.exitCode === null && child.signalCode === null && fixed() === 0) await new Promise((resolve) => setImmediate(resolve));
  else await new Promise((resolve) => setTimeout(resolve, wait));
  child.kill(signal);
  return { signal: await ended, err };
}

/** The rest is fixed by the next run, which also clears away what a killed one left outside of the tree's files. */
function mended(one: Tree): void {
  const { status } = spawnSync(process.execPath, [built, '--fix', '.'], { cwd: one.root, stdio: 'ignore' });
  expect(status).toBe(0);
  expect([one.broken(), one.fixed(), one.litter()]).toEqual([[], FILES, []]);
}

describe.skipIf(!existsSync(built) || process.platform === 'win32')('the built program, while it fixes', () => {
  it.each([
    ['a repository', true],
    ['a folder', false],
  ])('is killed at any moment in %s', async (_, isRepository) => {
    const one = tree(fresh(), isRepository);
    for (let i = 0; i < 12; i++) {
      // Every third in the midst of writing, wherever the machine is by then at other moments.
      await underFire(one, 'SIGKILL', i % 3 === 0 ? 'writing' : 150 + i * 71);
      expect(one.broken()).toEqual([]);
      for (let k = 0; i % 3 === 2 && k < FILES; k++) writeFileSync(path.join(one.root, name(k)), before(k));
    }
    mended(one);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is ended by %s and says how far it came', async (signal) => {
    const one = tree(fresh(), true);
    const ended = await underFire(one, signal, 'writing');
    expect([one.broken(), one.litter()]).toEqual([[], []]);
    // It may have been done by then: in no other case is it silent.
    if (one.fixed() < FILES) {
      expect(ended.signal).toBe(signal);
      expect(ended.err).toBe(`ended by ${signal}: ${one.fixed()} of ${FILES} files are fixed, the others are as they were\n`);
    }
    mended(one);
  });

  it('finds no room for a file', () => {
    const one = tree(fresh(), true);
    // A limit on the size of files, for whoever may not mount a file system that is full.
    const { status, stdout } = spawnSync('sh', ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath, built, '--fix', '.'], {
      cwd: one.root,
      encoding: 'utf8',
    });
    expect([status, one.broken(), one.fixed(), one.litter()]).toEqual([1, [], 0, []]);
    expect(stdout).toContain(`${FILES} errors`);
    mended(one);
  });

  it('finds no place for temporary files', () => {
    const one = tree(fresh(), false);
    const { status, stderr } = spawnSync(process.execPath, [built, '--fix', '.'], {
      cwd: one.root,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: path.join(one.root, 'nowhere') },
    });
    expect([status, one.broken(), one.fixed(), one.litter()]).toEqual([1, [], 0, []]);
    expect(stderr).toContain(`${name(0)}: not fixed: ENOENT`);
  });

  it('finds the disk full', ({ skip }) => {
    const disk = fresh();
    mkdirSync(disk);
    // Room for the files, and for hardly more than one of them.
    const size = Math.ceil((FILES * before(0).length) / 4096 + FILES + 12) * 4;
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', disk], { stdio: 'ignore' }).status !== 0)
      skip('no file system can be mounted here');
    try {
      const one = tree(path.join(disk, 'app'), false);
      // What is left is taken by somebody else.
      spawnSync('sh', ['-c', 'cat /dev/zero > taken'], { cwd: disk, stdio: 'ignore' });
      const { status, stderr } = spawnSync(process.execPath, [built, '--fix', '.'], {
        cwd: one.root,
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: disk },
      });
      expect([status, one.broken(), one.fixed(), one.litter()]).toEqual([1, [], 0, []]);
      expect(stderr).toContain('ENOSPC');
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
