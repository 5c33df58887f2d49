/** Trees that nobody would make by accident: the run ends, reads what can be read, and names the rest. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import type { Report } from '../../src/cookies/finding.js';

const APP =
  "const options = require('./options');\nimport lib from 'lib';\nimport own from '@/own';\nconst app = require('express')();\napp.get('/', (req, res) => {\n  res.cookie('plain', 'x');\n  res.cookie('other', 'x', { secure: options.secure && lib && own });\n});\n";
/** What the links between files and the settings of apps are read from. */
const MANIFESTS = [
  'package.json',
  'tsconfig.json',
  'jsconfig.json',
  'composer.json',
  'go.mod',
  'go.work',
  'Gemfile',
  'requirements.txt',
  'pyproject.toml',
  'pom.xml',
  'build.gradle',
  'build.sbt',
  'Cargo.toml',
  'App.csproj',
  'App.sln',
  'manage.py',
  '.env',
  'docker-compose.yml',
  'Dockerfile',
  'application.properties',
  'appsettings.json',
  'php.ini',
  'nginx.conf',
  'options.js',
  'lib/index.js',
  'src/own.ts',
];

let root: string;
const at = (...names: string[]): string => path.join(root, ...names);
const write = (name: string, text = ''): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
const scanned = (): Promise<Report> => scan({ root, config: defaultConfig, pedantic: true });
const plain = ({ findings }: Report): unknown =>
  findings.filter(({ cookie }) => cookie.name === 'plain').map(({ path: file, problem }) => [file, problem]);

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'cookie-lint-hostile-')));
  write('app.js', APP);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const linked =
  (target: (name: string) => string): ((name: string) => void) =>
  (name) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    symlinkSync(target(name), at(name));
  };

describe.skipIf(process.platform === 'win32')('manifests and settings that are', () => {
  const makers: Readonly<Record<string, (name: string) => void>> = {
    folders: (name) => void mkdirSync(at(name), { recursive: true }),
    'links to a device without end': linked(() => '/dev/zero'),
    'links to the terminal': linked(() => '/dev/tty'),
    'links out of the root': linked(() => '/etc/passwd'),
    'links to themselves': linked((name) => path.basename(name)),
    'links to nothing': linked(() => 'nowhere'),
    'pipes that nobody writes to': (name) => {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      execFileSync('mkfifo', [at(name)]);
    },
    'not what they are called': (name) => write(name, '\0\u0001binary'),
    broken: (name) => write(name, '{ [ <a b=" \'\n\t- : ${ #{ {{ {% @\n'),
    empty: (name) => write(name),
  };
  it.each(Object.keys(makers))('%s', async (kind) => {
    for (const name of MANIFESTS) makers[kind]!(name);
    for (const git of [false, true]) {
      if (git) execFileSync('git', ['init', '-q', '.'], { cwd: root });
      const report = await scanned();
      expect(plain(report)).toEqual([['app.js', 'missing']]);
      expect(report.skipped.filter(({ kind: of }) => of === 'internal')).toEqual([]);
      expect(report.cookies.find(({ cookie }) => cookie.name === 'other')?.state).not.toBe('on');
    }
  });
});

describe.skipIf(process.platform === 'win32')('the tree', () => {
  it('may have links that lead round and round', async () => {
    mkdirSync(at('sub'));
    symlinkSync('..', at('sub/up'));
    symlinkSync('.', at('here'));
    symlinkSync('b', at('a'));
    symlinkSync('a', at('b'));
    expect(plain(await scanned())).toEqual([['app.js', 'missing']]);
  });

  it('may list files that are gone', async () => {
    write('gone.js', APP);
    execFileSync('git', ['init', '-q', '.'], { cwd: root });
    execFileSync('git', ['add', '.'], { cwd: root });
    rmSync(at('gone.js'));
    const report = await scanned();
    expect(plain(report)).toEqual([['app.js', 'missing']]);
    expect(report.skipped).toEqual([]);
  });

  it.each([false, true])('names files whose names are not UTF-8 (under git: %s)', async (git) => {
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.py')]),
      "def v(request):\n    r = HttpResponse()\n    r.set_cookie('latin', 'x')\n    return r\n",
    );
    if (git) {
      execFileSync('git', ['init', '-q', '.'], { cwd: root });
      execFileSync('git', ['add', '.'], { cwd: root });
    }
    const report = await scanned();
    expect(report.skipped).toEqual([{ path: 'caf\uFFFD.py', why: 'its name is not valid UTF-8' }]);
    expect(plain(report)).toEqual([['app.js', 'missing']]);
  });

  it('may have a great many empty files', async () => {
    for (let folder = 0; folder < 20; folder++) {
      mkdirSync(at(`d${folder}`));
      for (let i = 0; i < 500; i++) writeFileSync(at(`d${folder}`, `${i}.${['js', 'py', 'php', 'yml', 'properties'][i % 5]!}`), '');
    }
    const report = await scanned();
    expect(report.files).toBe(10_001);
    expect(plain(report)).toEqual([['app.js', 'missing']]);
    expect(report.skipped).toEqual([]);
  });

  it('may have names that are commands elsewhere', async () => {
    const names = [
      '::error file=x::owned.js',
      '=cmd|calc!A0.js',
      '<img src=x onerror=alert(1)>.js',
      '\u001B]0;owned\u0007.js',
      'a\nb.js',
      '\u202Esj.a.js',
      '__proto__.js',
      '##vso[task.setvariable]x.js',
      '-rf.js',
      '%0A::error::.js',
    ];
    for (const name of names) write(name, "document.cookie = 'odd=1';\n");
    expect(
      (await scanned()).findings
        .filter(({ cookie }) => cookie.name === 'odd')
        .map(({ path: file }) => file)
        .sort(),
    ).toEqual([...names].sort());
  });
});

it('a long flat PHP file is read, and one whose code stands in one line', async () => {
  write(
    'flat.php',
    `<?php\nsetcookie('plain', 'x');\n${Array.from({ length: 10_000 }, (_, i) => `$a${i} = [${i}, 'text ${i}', foo(${i})];\n`).join('')}`,
  );
  write('line.php', `<?php setcookie('plain', 'x'); ${Array.from({ length: 2_000 }, (_, i) => `$a${i} = ${i};`).join('')}\n`);
  const report = await scanned();
  expect(plain(report)).toEqual([
    ['app.js', 'missing'],
    ['flat.php', 'missing'],
    ['line.php', 'missing'],
  ]);
  expect(report.skipped).toEqual([]);
});
