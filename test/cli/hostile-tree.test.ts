/** The built program over trees that nobody would make by accident: it ends soon, reports what it can read, and names the rest. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';

const built = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** Somebody who may not read what is not theirs; the superuser may read everything. */
const NOBODY = 65_534;

let root: string;
const at = (...names: string[]): string => path.join(root, ...names);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
const COOKIE = "const app = require('express')();\napp.get('/', (req, res) => res.cookie('session', 'x'));\n";
const git = (...args: string[]): void =>
  void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'ignore' });
const pipe = (name: string): void => void execFileSync('mkfifo', [at(name)]);

interface Reported {
  readonly found: readonly string[];
  readonly skipped: readonly (readonly [file: string, why: string])[];
}

/** What a run says. Without an end of its own it is ended, and fails. */
function run(uid?: number): Reported {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [built, '--format', 'json', '.'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 50_000,
    maxBuffer: 1 << 28,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  expect([signal, stderr]).toEqual([null, '']);
  const { findings, skipped } = JSON.parse(stdout) as {
    findings: readonly { path: string; problem: string }[];
    skipped: readonly { path: string; why: string; kind?: string }[];
  };
  expect(skipped.filter(({ kind }) => kind === 'internal')).toEqual([]);
  return { found: findings.map((one) => `${one.path} ${one.problem}`), skipped: skipped.map(({ path: file, why }) => [file, why]) };
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'cookie-lint-hostile-')));
  chmodSync(root, 0o755);
  write('package.json', '{"dependencies":{"express":"5"}}');
  write('app.js', COOKIE);
});

describe.skipIf(!existsSync(built) || process.platform === 'win32')('the built program', () => {
  it('is not held up by a pipe that git would read', () => {
    git('init', '-q');
    git('add', '.');
    write('sub/other.js', COOKIE);
    pipe('sub/.gitignore');
    expect(run()).toEqual({
      found: ['app.js missing', 'sub/other.js missing'],
      skipped: [['sub/.gitignore', 'not a regular file, so nothing is left out for being ignored']],
    });
    // Without a repository around it.
    renameSync(at('.git'), at('moved'));
    rmSync(at('moved'), { recursive: true });
    expect(run()).toEqual({
      found: ['app.js missing', 'sub/other.js missing'],
      skipped: [['sub/.gitignore', 'not a regular file, so nothing is left out for being ignored']],
    });
  });

  it.each(['index', 'HEAD', 'config', 'info/exclude', 'packed-refs', 'commondir'])(
    'is not held up by a pipe in the place of .git/%s',
    (name) => {
      git('init', '-q');
      git('add', '.');
      mkdirSync(path.dirname(at('.git', name)), { recursive: true });
      rmSync(at('.git', name), { force: true });
      pipe(`.git/${name}`);
      expect(run()).toEqual({
        found: ['app.js missing'],
        skipped: [[`.git/${name}`, 'not a regular file, so git was not asked which files there are']],
      });
    },
  );

  it('is not held up by a pipe that is .git, or that the settings include', () => {
    pipe('.git');
    expect(run()).toEqual({
      found: ['app.js missing'],
      skipped: [['.git', 'not a regular file, so git was not asked which files there are']],
    });
    rmSync(at('.git'));
    git('init', '-q');
    pipe('endless');
    writeFileSync(at('.git/config'), `[core]\n\tbare = false\n[include]\n\tpath = ${at('endless')}\n`);
    expect(run().found).toEqual(['app.js missing']);
  });

  it('reads what is a file, and goes round no cycle', () => {
    git('init', '-q');
    pipe('pipe.js');
    symlinkSync('/dev/zero', at('zero.js'));
    symlinkSync('loop.js', at('loop.js'));
    symlinkSync('.gitmodules', at('.gitmodules'));
    mkdirSync(at('folder'));
    symlinkSync('..', at('folder/up'));
    expect(run()).toEqual({ found: ['app.js missing'], skipped: [] });
  });

  it('goes on where .git is a link to itself', () => {
    symlinkSync('.git', at('.git'));
    expect(run()).toEqual({ found: ['app.js missing'], skipped: [] });
  });

  it('names what it may not read', ({ skip }) => {
    if (process.getuid === undefined) skip('no user ids here');
    write('secret.js', COOKIE);
    write('closed/other.js', COOKIE);
    chmodSync(at('secret.js'), 0o000);
    chmodSync(at('closed'), 0o000);
    // The folder that holds the scratch folders of a test run is its own user's.
    if (isRoot) chmodSync(path.dirname(root), 0o755);
    if (isRoot && spawnSync(process.execPath, [built, '--version'], { uid: NOBODY, gid: NOBODY }).status !== 0)
      skip('the superuser reads everything, and no other user may run the program');
    const { found, skipped } = run(isRoot ? NOBODY : undefined);
    chmodSync(at('closed'), 0o755);
    expect(found).toEqual(['app.js missing']);
    expect(skipped.map(([file]) => file).sort()).toEqual(['closed', 'secret.js']);
    expect(skipped.find(([file]) => file === 'secret.js')?.[1]).toBe('could not be read: EACCES');
  });

  it('names a file whose name is no UTF-8', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.js')]), COOKIE);
    expect(run()).toEqual({ found: ['app.js missing'], skipped: [['caf\uFFFD.js', 'its name is not valid UTF-8']] });
  });

  it('gets through a hundred thousand empty files', () => {
    for (let folder = 0; folder < 100; folder++) {
      mkdirSync(at(`d${folder}`));
      for (let i = 0; i < 1_000; i++) writeFileSync(at(`d${folder}`, `${i}.${['js', 'py', 'php', 'yml', 'properties'][i % 5]!}`), '');
    }
    expect(run()).toEqual({ found: ['app.js missing'], skipped: [] });
    rmSync(root, { recursive: true });
  }, 120_000);
});
