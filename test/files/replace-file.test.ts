/** Files that are replaced are the old ones or the new ones, whenever the run ends, and nothing else is left in the tree. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Replacement, writeWhole } from '../../src/files/replace-file.js';

const SOURCES = path.resolve(import.meta.dirname, '../../src');
const LOADER = import.meta.resolve('tsx');

const folder = (name = 'root'): string => {
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-replace-')), name);
  mkdirSync(root);
  return root;
};

async function replaced(root: string, file: string, remake: (bytes: Buffer) => Buffer | string): Promise<string | undefined> {
  const replacement = await Replacement.begin(root);
  if (typeof replacement === 'string') return replacement;
  try {
    return replacement.replace(file, remake);
  } finally {
    replacement.release();
  }
}

const upper = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('utf8').toUpperCase());

describe('a file', () => {
  it('keeps its mode', async () => {
    const root = folder();
    writeFileSync(path.join(root, 'a'), 'x');
    chmodSync(path.join(root, 'a'), 0o751);
    expect(await replaced(root, 'a', upper)).toBeUndefined();
    expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe('X');
    expect(statSync(path.join(root, 'a')).mode & 0o7777).toBe(0o751);
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('that changes while it is remade is left alone', async () => {
    const root = folder();
    const file = path.join(root, 'a');
    writeFileSync(file, 'x');
    const why = await replaced(root, 'a', () => {
      writeFileSync(file, 'y');
      return Buffer.from('z');
    });
    expect(why).toBe('it changed while it was being fixed');
    expect(readFileSync(file, 'utf8')).toBe('y');
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('is not reached through a link, and no pipe or device is opened', async () => {
    const [root, outside] = [folder(), folder('outside')];
    writeFileSync(path.join(outside, 'a'), 'x');
    symlinkSync(path.join(outside, 'a'), path.join(root, 'link'));
    symlinkSync(outside, path.join(root, 'folder'));
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    expect(await replaced(root, 'link', upper)).toBe('a symbolic link');
    expect(await replaced(root, 'folder/a', upper)).toBe('a symbolic link leads out of the scanned folder');
    expect(await replaced(root, 'pipe', upper)).toBe('not a regular file');
    expect(await replaced(root, 'gone', upper)).toBe('it is not there any more');
    expect(readFileSync(path.join(outside, 'a'), 'utf8')).toBe('x');
  });

  it('is kept where the disk is full', async ({ skip }) => {
    const root = folder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', root], { stdio: 'ignore' }).status !== 0)
      skip('no file system can be mounted here');
    try {
      const text = 'x'.repeat(20_000);
      writeFileSync(path.join(root, 'a'), text);
      mkdirSync(path.join(root, '.git'));
      expect(await replaced(root, 'a', () => Buffer.from('y'.repeat(200_000)))).toMatch(/^ENOSPC/);
      expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe(text);
      expect(() => writeWhole(path.join(root, 'a'), Buffer.from('y'.repeat(200_000)))).toThrow('ENOSPC');
      expect(readFileSync(path.join(root, 'a'), 'utf8')).toBe(text);
      expect(readdirSync(root)).toEqual(['.git', 'a']);
      expect(readdirSync(path.join(root, '.git'))).toEqual([]);
    } finally {
      execFileSync('umount', ['-l', root]);
    }
  });

  it('that was asked for is written whole, through a link of its own and to what is no file', () => {
    const root = folder();
    writeWhole(path.join(root, 'new'), Buffer.from('1'));
    symlinkSync('new', path.join(root, 'link'));
    writeWhole(path.join(root, 'link'), Buffer.from('2'));
    expect(readFileSync(path.join(root, 'new'), 'utf8')).toBe('2');
    expect(() => writeWhole('/dev/null', Buffer.from('3'))).not.toThrow();
    expect(readdirSync(root)).toEqual(['link', 'new']);
  });
});

/** A program that turns every file of a folder from all `a` to all `b` or back, again and again. */
const PROGRAM = `
import { readdirSync } from 'node:fs';
import { Replacement } from ${JSON.stringify(path.join(SOURCES, 'files/replace-file.ts'))};
const root = process.argv[2];
console.log('ready');
for (;;) {
  const replacement = await Replacement.begin(root);
  if (typeof replacement === 'string') throw new Error(replacement);
  for (const file of readdirSync(root)) {
    if (file.startsWith('.')) continue;
    const why = replacement.replace(file, (bytes) => Buffer.alloc(bytes.length, bytes[0] === 97 ? 'b' : 'a'));
    if (why !== undefined) throw new Error(why);
  }
  replacement.release();
}
`;

describe('runs', () => {
  const size = 200_000;
  const setUp = (isRepository: boolean): string => {
    const root = folder();
    for (const name of ['one', 'two', 'three']) writeFileSync(path.join(root, name), 'a'.repeat(size));
    if (isRepository) mkdirSync(path.join(root, '.git'));
    return root;
  };
  const program = path.join(folder(), 'program.mts');
  writeFileSync(program, PROGRAM);
  const start = (root: string): ReturnType<typeof spawn> =>
    spawn(process.execPath, ['--import', LOADER, program, root], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ready = (child: ReturnType<typeof spawn>): Promise<void> => new Promise((resolve) => child.stdout!.once('data', () => resolve()));
  const ended = (child: ReturnType<typeof spawn>): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));
  const check = (root: string): void => {
    for (const name of ['one', 'two', 'three']) {
      const bytes = readFileSync(path.join(root, name));
      expect(bytes.length).toBe(size);
      expect(bytes.equals(Buffer.alloc(size, bytes[0]))).toBe(true);
    }
    expect(
      readdirSync(root)
        .filter((name) => name !== '.git')
        .sort(),
    ).toEqual(['one', 'three', 'two']);
  };

  it.each([
    ['a repository', true],
    ['a folder', false],
  ])('that are killed at any moment in %s', async (_, isRepository) => {
    const root = setUp(isRepository);
    for (let i = 0; i < 8; i++) {
      const child = start(root);
      await ready(child);
      await new Promise((resolve) => setTimeout(resolve, (i * 37) % 60));
      child.kill('SIGKILL');
      await ended(child);
      check(root);
    }
    // The next one clears away what they left, wherever that is.
    const replacement = await Replacement.begin(root);
    if (typeof replacement === 'string') throw new Error(replacement);
    replacement.release();
    if (isRepository) expect(readdirSync(path.join(root, '.git'))).toEqual([]);
  });

  it('at once wait for one another', async () => {
    const root = setUp(true);
    const children = [start(root), start(root)];
    let trouble = '';
    for (const child of children) child.stderr!.on('data', (text: Buffer) => (trouble += text.toString()));
    await Promise.all(children.map(ready));
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(ended));
    expect(trouble).toBe('');
    check(root);
    rmSync(root, { recursive: true });
    expect(existsSync(root)).toBe(false);
  });
});
