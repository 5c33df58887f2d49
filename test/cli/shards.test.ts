/** `--shard` and `merge`: the reports of all shards are together the report of one run, in every format. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { shardOf } from '../../src/cli/shard.js';
import { publicRemote } from '../../src/cli/run-facts.js';
import type { Parsed } from '../../src/cli/arguments.js';
import type { Report } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { byPlace, joinReports, partOf, shareOut } from '../../src/engine/shards.js';
import { scan } from '../../src/engine/scan.js';
import { verdictOf } from '../../src/engine/score.js';
import { Apps } from '../../src/project/apps.js';
import { formatNames } from '../../src/report/formats.js';
import { world, type Result, type World } from './world.js';

const express = (name: string): string => `{ "name": "${name}", "dependencies": { "express": "5" } }`;

/** Apps that are decided by one another: a helper that another app calls, a comment that only that call needs, a proxy, a deployment. */
const tree: Readonly<Record<string, string>> = {
  'api/package.json': express('api'),
  'api/server.js': `const express = require('express');
const { isProd } = require('../shared/mode.js');
express().get('/', (req, res) => {
  res.cookie('session', 'x', { secure: isProd });
  res.cookie('theme', 'x', { secure: false });
  // cookie-lint-disable-next-line express -- read by the status page only
  res.cookie('status', 'x');
});
`,
  'shared/package.json': express('shared'),
  'shared/mode.js': "exports.isProd = process.env.NODE_ENV === 'production';\n",
  'shared/send.js': `const express = require('express');
exports.send = (res, name, options) => res.cookie(name, 'x', options);
exports.app = express();
`,
  'web/package.json': express('web'),
  'web/server.js': `const { send } = require('../shared/send.js');
exports.login = (req, res) => {
  // cookie-lint-disable-next-line express -- the helper's cookie is for the test page
  send(res, 'token', { secure: false });
  send(res, 'refresh_token', { httpOnly: true });
  // cookie-lint-disable-next-line express -- was needed once
  send(res, 'fine', { secure: true });
};
`,
  'office/manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'office.settings')\n",
  'office/office/settings.py':
    "INSTALLED_APPS = ['django.contrib.sessions']\nMIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware']\nSESSION_COOKIE_SECURE = False\n",
  'admin/Gemfile': "gem 'rails', '~> 7.1'\n",
  'admin/app/controllers/login_controller.rb':
    "class LoginController < ApplicationController\n  def create\n    cookies[:remember_token] = { value: 'x', httponly: true }\n  end\nend\n",
  'pay/go.mod': 'module pay\n',
  'pay/main.go':
    'package main\n\nimport "net/http"\n\nfunc login(w http.ResponseWriter, name string) {\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Value: "x", HttpOnly: true})\n\thttp.SetCookie(w, &http.Cookie{Name: name, Value: "x", Secure: flag(name)})\n}\n',
  'empty/package.json': '{ "name": "empty" }',
  'empty/index.js': 'export const nothing = 1;\n',
  'nginx.conf': 'server { location / { proxy_pass http://web; proxy_cookie_flags theme secure; } }\n',
};

const TOTAL = 4;
let place: World;

const run = (...args: string[]): Promise<Result> => place.runWith({ scan, env: { SOURCE_DATE_EPOCH: '1700000000' } }, ...args);

beforeAll(async () => {
  place = world(tree);
  place.git('init', '-q');
  place.git('add', '.');
  place.git('commit', '-q', '-m', 'first');
  place.git('remote', 'add', 'origin', 'https://ci-token:secret@git.example/acme/shop.git');
  // Reports stand beside the tree: in it they would be files of it.
  mkdirSync(path.join(place.root, '.git/reports'));
  const outputs = ['json', 'sarif'];
  for (const part of Array.from({ length: TOTAL }, (_, at) => at + 1))
    await run('--shard', `${part}/${TOTAL}`, ...outputs.flatMap((name) => ['--format', `${name}=.git/reports/${part}.${name}`]));
});

const reports = (form: string, parts: readonly number[] = [3, 1, 4, 2]): string[] => parts.map((part) => `.git/reports/${part}.${form}`);

/** The page names the command that made it. */
const withoutCommand = (text: string): string => text.replace(/<p class="run">.*?<\/p>/, '');

describe('the merged report', () => {
  it.each(formatNames.flatMap((format) => ['json', 'sarif'].map((form) => [format, form] as const)))(
    'is the report of one run as %s, from %s',
    async (format, form) => {
      const whole = await run('--format', format);
      const merged = await run('merge', ...reports(form), '--format', format);
      expect(withoutCommand(merged.out)).toBe(withoutCommand(whole.out));
      expect(merged).toMatchObject({ code: whole.code, err: '' });
      expect(whole.code).toBe(1);
      expect(whole.out).not.toBe('');
    },
  );

  it('is the same with --pedantic, and is made without the tree too', async () => {
    for (const part of [1, 2]) await run('--pedantic', '--shard', `${part}/2`, '--format', `json=.git/reports/pedantic-${part}.json`);
    const files = ['.git/reports/pedantic-1.json', '.git/reports/pedantic-2.json'];
    for (const format of ['json', 'compact', 'jsonl']) {
      const { out } = await run('--pedantic', '--format', format);
      const elsewhere = await run('merge', '--source', '.git/reports', ...files, '--format', format);
      // Only names come from the folder that it runs in.
      expect(elsewhere.out).toBe(out);
    }
    const { out } = await run('merge', '--source', '.git/reports', ...files);
    expect(out).toMatch(/api\/server\.js:4:\d+/);
    expect(out).not.toContain('secure: isProd');
  });

  it('says which files are others now, and shows them without code', async () => {
    const before = place.read('api/server.js');
    place.write('api/server.js', `// new\n${before}`);
    const { out, err } = await run('merge', ...reports('json'));
    place.write('api/server.js', before);
    expect(err).toBe('1 file shown without code: changed since the run, api/server.js for one\n');
    expect(out).toMatch(/api\/server\.js:4:\d+/);
  });
});

describe('a shard', () => {
  it('writes reports that the schema describes, and names its tree without the password', async () => {
    const schema = JSON.parse(place.read('.git/reports/1.json')) as object;
    const { default: published } = (await import('../../schemas/report.schema.json', { with: { type: 'json' } })) as { default: object };
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(published);
    expect(validate(schema), JSON.stringify(validate.errors)).toBe(true);
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: place.root, encoding: 'utf8' }).trim();
    expect(schema).toMatchObject({
      run: { repository: path.basename(place.root), remote: 'https://git.example/acme/shop', commit, date: '2023-11-14T22:13:20.000Z' },
      shard: { index: 1, total: TOTAL },
    });
    expect(place.read('.git/reports/1.sarif')).not.toContain('secret');
  });

  it('has whole apps, each in one shard, and says so', async () => {
    const apps = [1, 2, 3, 4].flatMap((part) => {
      const { summary, findings } = JSON.parse(place.read(`.git/reports/${part}.json`)) as {
        summary: { apps: { root: string }[] };
        findings: { app: string; problem: string }[];
      };
      const own = summary.apps.map(({ root }) => root);
      expect(findings.filter(({ app, problem }) => problem !== 'suppression' && !own.includes(app))).toEqual([]);
      return own;
    });
    const whole = JSON.parse((await run('--format', 'json')).out) as { summary: { apps: { root: string }[] } };
    expect(apps.sort()).toEqual(whole.summary.apps.map(({ root }) => root).sort());
    const { err } = await run('--shard', '1/4', '--format', 'compact');
    expect(err).toMatch(/^shard 1 of 4, with \d apps? that set cookies; cookie-lint merge joins/);
  });

  it('leaves the stale entries of a baseline to whoever sees everything', async () => {
    await run('--baseline', '.git/reports/baseline.json', '--update-baseline');
    const { code, err } = await run('--shard', '1/2', '--baseline', '.git/reports/baseline.json');
    expect(code).toBe(0);
    expect(err).not.toContain('stale');
  });
});

describe('merge refuses', () => {
  const refused = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await run('merge', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    return err;
  };
  const edited = (name: string, edit: (report: { tool: { version: string }; shard: Record<string, unknown> }) => void): string => {
    const report = JSON.parse(place.read('.git/reports/2.json')) as Parameters<typeof edit>[0];
    edit(report);
    place.write(`.git/reports/${name}`, JSON.stringify(report));
    return `.git/reports/${name}`;
  };

  it('a set that is not whole', async () => {
    expect(await refused()).toContain('which reports?');
    expect(await refused(...reports('json', [1, 3]))).toContain('shards 2, 4 of 4 are missing');
    expect(await refused(...reports('json'), '.git/reports/2.sarif')).toMatch(/2\.json and .*2\.sarif are both shard 2 of 4/);
    await run('--format', 'json=.git/reports/whole.json');
    expect(await refused('.git/reports/whole.json')).toContain('the report of a whole run');
  });

  it('parts of different runs', async () => {
    expect(
      await refused(
        ...reports('json', [1, 3, 4]),
        edited('v.json', ({ tool }) => (tool.version = '9.9.9')),
      ),
    ).toContain('v.json is of another version of the tool (9.9.9)');
    await run('--no-config', '--quiet', '--shard', '2/4', '--format', 'json=.git/reports/quiet.json');
    expect(await refused(...reports('json', [1, 3, 4]), '.git/reports/quiet.json')).toContain('another configuration or other options');
    await run('--shard', '2/3', '--format', 'json=.git/reports/third.json');
    expect(await refused('.git/reports/1.json', '.git/reports/third.json')).toContain('another number of shards');
    expect(
      await refused(
        '.git/reports/1.json',
        edited('t.json', ({ shard }) => (shard['files'] = 3)),
      ),
    ).toContain('of another tree');
  });

  it('what is no report', async () => {
    const text = place.read('.git/reports/2.json');
    place.write('.git/reports/cut.json', text.slice(0, 2_000));
    place.write('.git/reports/binary.json', '\u0000\u0001\u001B[31m');
    place.write('.git/reports/other.json', '{"version": 2, "findings": []}');
    place.write('.git/reports/list.json', '[1]');
    place.write('.git/reports/other.sarif', '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "semgrep"}}}]}');
    place.write('.git/reports/null.sarif', '{"runs": [null]}');
    for (const [name, why] of [
      ['cut.json', 'is no JSON'],
      ['binary.json', 'is no JSON'],
      ['other.json', 'is no report of cookie-lint'],
      ['list.json', 'is no report of cookie-lint'],
      ['other.sarif', 'is no report of cookie-lint'],
      ['null.sarif', 'is no report of cookie-lint'],
      ['nowhere.json', 'no such file'],
    ] as const)
      expect(await refused(`.git/reports/${name}`)).toContain(why);
    expect(await refused('.git')).toContain('not a regular file');
    place.write('.git/reports/v3.json', text.replace('"version": 2', '"version": 3'));
    expect(await refused('.git/reports/v3.json')).toContain('a report of version 3; this cookie-lint reads version 2');
    const damaged = edited('damaged.json', ({ shard }) => (shard['cookies'] = [{ path: 3 }]));
    expect(await refused(damaged)).toContain('damaged.json is damaged: shard.cookies[0]');
  });
});

describe('--shard', () => {
  const asked = (value: string, env: Record<string, string> = {}, ...flags: string[]): unknown => {
    const parsed: Parsed = { flags: new Set(flags), values: new Map([['shard', [value]]]), positionals: [] };
    try {
      return shardOf(parsed, { env });
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ['2/4', {}, { index: 2, total: 4 }],
    ['auto', { COOKIE_LINT_SHARD_INDEX: '0', COOKIE_LINT_SHARD_TOTAL: '4' }, { index: 1, total: 4 }],
    ['auto', { CI_NODE_INDEX: '4', CI_NODE_TOTAL: '4' }, { index: 4, total: 4 }],
    ['auto', { CI_NODE_TOTAL: '1' }, { index: 1, total: 1 }],
    ['auto', { CIRCLE_NODE_INDEX: '3', CIRCLE_NODE_TOTAL: '4' }, { index: 4, total: 4 }],
    ['auto', { BUILDKITE_PARALLEL_JOB: '0', BUILDKITE_PARALLEL_JOB_COUNT: '2' }, { index: 1, total: 2 }],
    ['auto/8', { JOB_COMPLETION_INDEX: '7' }, { index: 8, total: 8 }],
    ['auto', { JOB_COMPLETION_INDEX: '7', COOKIE_LINT_SHARD_TOTAL: '9' }, { index: 8, total: 9 }],
  ])('%s with %o', (value, env, expected) => {
    expect(asked(value, env)).toEqual(expected);
  });

  it.each([
    ['0/4', {}, 'there is no part 0 of 4'],
    ['5/4', {}, 'there is no part 5 of 4'],
    ['1/0', {}, 'from 1 to 10000 parts'],
    ['1/99999', {}, 'from 1 to 10000 parts'],
    ['half', {}, '2/4 for the second of four'],
    ['2', {}, '2/4 for the second of four'],
    ['auto', {}, 'none of COOKIE_LINT_SHARD_INDEX, CI_NODE_INDEX'],
    ['auto', { JOB_COMPLETION_INDEX: '7' }, 'write --shard auto/4 or set COOKIE_LINT_SHARD_TOTAL'],
    ['auto', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '2' }, 'CI_NODE_INDEX=x of 2 (GitLab) are no numbers'],
    ['auto', { CIRCLE_NODE_INDEX: '4', CIRCLE_NODE_TOTAL: '4' }, 'there is no part 5 of 4'],
  ])('%s with %o is refused', (value, env, why) => {
    expect(asked(value, env)).toContain(why);
  });

  it('does not go with what changes files', () => {
    for (const flag of ['fix', 'fix-dry-run', 'stdin', 'update-baseline', 'watch'])
      expect(asked('1/2', {}, flag)).toBe(`--shard and --${flag} do not go together`);
  });
});

describe('apps are shared out', () => {
  const sizes = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat(100_000), { maxKeys: 40 });

  it('each once, alike on every machine, and evenly', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (apps, total) => {
        const shares = shareOut(new Map(Object.entries(apps)), total);
        expect(new Map([...shares].sort())).toEqual(new Map([...shareOut(new Map(Object.entries(apps).reverse()), total)].sort()));
        expect([...shares.keys()].sort()).toEqual(Object.keys(apps).sort());
        const loads = Array.from({ length: total }, () => 0);
        for (const [root, shard] of shares) loads[shard - 1]! += (apps[root] ?? 0) + 1;
        // No shard has more than another by more than one app.
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...Object.values(apps)) + 1);
      }),
    );
  });

  it('and any partition of them joins to the same report', async () => {
    const whole = await scan({ root: place.root, config: defaultConfig, pedantic: true });
    const { textOf: _textOf, isBroken: _isBroken, ...data } = whole;
    const apps = new Apps({
      root: place.root,
      files: Object.keys(tree),
      textOf: (file: string) => tree[file],
      has: (file: string) => file in tree,
    } as never);
    const roots = apps.all().map(({ root }) => root);
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: roots.length, maxLength: roots.length }), fc.infiniteStream(fc.nat()), (of, order) => {
        const parts = [0, 1, 2, 3, 4].map((part) => partOf(whole, apps, (root) => of[roots.indexOf(root)] === part));
        const keys = new Map(parts.map((part) => [part, order.next().value]));
        expect(joinReports(parts.toSorted((a, b) => keys.get(a)! - keys.get(b)!))).toEqual(data);
      }),
    );
    expect(whole.findings.length).toBeGreaterThan(5);
    expect([...whole.findings].sort(byPlace)).toEqual(whole.findings);
    const nothing: Report = { ...whole, apps: [], ...verdictOf([]) };
    expect(joinReports([nothing]).verdict).toBe('none');
  });
});

it('an address is shown without what is secret or private in it', () => {
  expect(publicRemote('https://user:token@git.example:8443/acme/shop.git?x=1#y')).toBe('https://git.example:8443/acme/shop');
  expect(publicRemote('git@git.example:acme/shop.git')).toBe('ssh://git.example/acme/shop');
  expect(publicRemote('ssh://git@git.example/acme/shop.git/')).toBe('ssh://git.example/acme/shop');
  for (const other of ['', '/home/somebody/shop', '../shop', 'C:\\shop', 'file:///home/x', 'javascript:alert(1)'])
    expect(publicRemote(other)).toBe(undefined);
});
