/** `--cache`: a report is only given again where nothing that decided it is another. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { scan, type ScanOptions } from '../../src/engine/scan.js';
import { world, type Result, type World } from './world.js';

const FILES = {
  'package.json': '{"dependencies":{"express":"^4"}}',
  'composer.json': '{"require":{"symfony/framework-bundle":"*"}}',
  'composer.lock': '{"packages":[{"name":"symfony/framework-bundle","version":"v7.1.0"}]}',
  'config/packages/framework.yaml': 'framework:\n  session:\n    name: sid\n',
  'app.js': "import { secure } from './options.js';\napp.get('/', (req, res) => res.cookie('session', 'x', { secure }));\n",
  'options.js': 'export const secure = true;\n',
  'other.js': 'export const other = 1;\n',
};

interface Cached {
  readonly at: World;
  readonly location: string;
  /** A run with `--cache`, and whether it looked at the files itself. */
  readonly run: (...args: string[]) => Promise<{ readonly scanned: boolean; readonly result: Result }>;
}

function cached(over: { version?: string } = {}): Cached {
  const at = world(FILES);
  const location = mkdtempSync(path.join(tmpdir(), 'cookie-lint-kept-'));
  const run: Cached['run'] = async (...args) => {
    let scanned = false;
    const result = await at.runWith(
      { ...over, scan: (options: ScanOptions) => ((scanned = true), scan(options)) },
      '--cache',
      '--cache-location',
      location,
      '--format',
      'json',
      ...args,
    );
    return { scanned, result };
  };
  return { at, location, run };
}

it('gives the same report again without reading a program', async () => {
  const { run } = cached();
  const first = await run('--pedantic');
  const second = await run('--pedantic');
  expect([first.scanned, second.scanned]).toEqual([true, false]);
  expect(second.result).toEqual(first.result);
});

const changes: Readonly<Record<string, (at: World) => void>> = {
  'the text of a file with a cookie': (at) => at.write('app.js', FILES['app.js'].replace('session', 'sid')),
  'the text of a file that decides it': (at) => at.write('options.js', 'export const secure = false;\n'),
  'the text of a file that has nothing to do with it': (at) => at.write('other.js', 'export const other = 2;\n'),
  'a text of the same length, with the times put back': (at) => {
    const file = path.join(at.root, 'other.js');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'export const other = 9;\n');
    utimesSync(file, atime, mtime);
  },
  'a file that comes': (at) => at.write('new.js', "res.cookie('session', 'x');\n"),
  'a file that goes': (at) => rmSync(path.join(at.root, 'other.js')),
  'a file with another name': (at) => renameSync(path.join(at.root, 'other.js'), path.join(at.root, 'another.js')),
  'a file that becomes a link': (at) => {
    renameSync(path.join(at.root, 'options.js'), path.join(at.root, '.hidden'));
    symlinkSync('.hidden', path.join(at.root, 'options.js'));
  },
  'what is ignored': (at) => at.write('.gitignore', 'app.js\n'),
  'the configuration': (at) => at.write('cookie-lint.config.yaml', 'rules:\n  express: warning\n'),
  'the versions that a lock file has': (at) => at.write('composer.lock', FILES['composer.lock'].replace('7.1.0', '6.4.0')),
};

it.each(Object.entries(changes))('is made anew for %s', async (_what, change) => {
  const { at, run } = cached();
  await run();
  change(at);
  const after = await run();
  expect(after.scanned).toBe(true);
  // And what it says then is what a run without a cache says.
  expect(after.result).toEqual(await at.runWith({ scan }, '--format', 'json'));
  expect((await run()).scanned).toBe(false);
});

it.each([['--pedantic'], ['--fix-style', 'fail-closed'], ['app.js'], ['--no-config'], ['--config', '<root>/mine.yaml']])(
  'is made anew for %s',
  async (...args) => {
    const { at, run } = cached();
    at.write('mine.yaml', 'pedantic: true\n');
    at.write('cookie-lint.config.yaml', 'rules:\n  express: warning\n');
    await run();
    const { scanned, result } = await run(...args.map((arg) => arg.replace('<root>', at.root)));
    expect([scanned, result.err]).toEqual([true, '']);
  },
);

it('is made anew for another version of the program', async () => {
  const { at, location, run } = cached();
  await run();
  let scanned = false;
  await at.runWith(
    { version: '1.2.4', scan: (options) => ((scanned = true), scan(options)) },
    '--cache',
    '--cache-location',
    location,
    '--format',
    'json',
  );
  expect(scanned).toBe(true);
});

it('is made anew where what was kept cannot be read', async () => {
  const { location, run } = cached();
  await run();
  for (const name of readdirSync(location))
    writeFileSync(path.join(location, name), readFileSync(path.join(location, name)).subarray(0, 100));
  expect((await run()).scanned).toBe(true);
});

it('says where a report cannot be kept, and gives it', async () => {
  const { at } = cached();
  const file = path.join(at.root, 'app.js');
  const { code, err } = await at.runWith({ scan }, '--cache', '--cache-location', file);
  expect(code).toBe(1);
  expect(err).toContain('the report could not be kept for --cache: ');
});

it('touching a file changes nothing, and a file that cannot be read is a change', async () => {
  const { at, run } = cached();
  await run();
  utimesSync(path.join(at.root, 'other.js'), new Date(), new Date());
  expect((await run()).scanned).toBe(false);
  chmodSync(path.join(at.root, 'other.js'), 0);
  // The owner of everything may read it still.
  expect((await run()).scanned).toBe(process.getuid?.() !== 0);
});

it('narrows what was kept as it narrows what was found', async () => {
  const { at, run } = cached();
  at.git('init', '-q');
  at.git('add', '.');
  at.git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'all');
  at.write('options.js', 'export const secure = false;\n');
  const first = await run('--since', 'HEAD');
  const second = await run('--since', 'HEAD');
  expect([first.scanned, second.scanned, second.result.code]).toEqual([true, false, 1]);
  expect(second.result).toEqual(first.result);
});

it('mends without it', async () => {
  const { at, run } = cached();
  at.write('app.js', FILES['app.js'].replace(', { secure })', ', { httpOnly: true })'));
  await run();
  expect((await run('--fix')).scanned).toBe(true);
  expect(at.read('app.js')).toContain('{ httpOnly: true, secure: true }');
});
