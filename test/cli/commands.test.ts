import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../rules/index.js';
import { problems } from '../../src/cookies/problems.js';
import { watchAndRun } from '../../src/cli/watch.js';
import { world, type World } from './world.js';

describe('inventory', () => {
  it('lists cookies as a table, JSON, CSV and HTML', async () => {
    const one = world({ 'a.js': 'BAD cookie:b\nGOOD cookie:a\n' });
    expect((await one.run('inventory')).out).toBe(
      'Cookie  App  Framework  Where   Secure   HttpOnly  Session\na       .    Express    a.js:2  on       true      yes\nb       .    Express    a.js:1  missing  true      yes\n',
    );
    expect(
      JSON.parse((await one.run('inventory', '-f', 'json')).out).cookies.map(({ name, state, why, reason }: Record<string, string>) => [
        name,
        state,
        why,
        reason,
      ]),
    ).toEqual([
      ['a', 'on', 'always Secure', null],
      ['b', 'missing', 'BAD in a.js', 'COOKIE_SECURE_SESSION_MISSING'],
    ]);
    expect((await one.run('inventory', '-f', 'csv')).out.split('\r\n')[2]).toBe(
      'b,.,Express,a.js:1,missing,true,,,,,,yes,,BAD in a.js,COOKIE_SECURE_SESSION_MISSING',
    );
    expect((await one.run('inventory', '-f', 'html')).out).toContain('<h1>Cookie inventory</h1>');
    expect((await world({ 'a.js': '' }).run('inventory')).out).toBe('No cookies are set.\n');
  });

  it('cuts long cells on a terminal only, and counts its columns', async () => {
    const one = world({ [`${'a'.repeat(60)}.js`]: 'GOOD\n', '会.js': 'GOOD\n' });
    const [, long, wide] = (await one.run('inventory')).out.split('\n');
    expect(long).toContain(`${'a'.repeat(60)}.js:1  on`);
    expect(wide).toContain(`会.js:1${' '.repeat(67 - 7)}on`);
    let shown = '';
    await one.runWith({ stdout: { isTTY: true, write: (text) => (shown += text) } }, 'inventory', '--no-color');
    expect(shown).toContain(`${'a'.repeat(43)}…  on`);
  });

  it('compares the whole repository only, and says which file it can’t read', async () => {
    const one = world({ 'src/a.js': 'GOOD', 'b.js': 'GOOD' });
    await one.run('inventory', '--check', 'cookies.json', '--update');
    expect((await one.run('inventory', 'src', '--check', 'cookies.json')).err).toBe(
      'cookie-lint: --check looks at the whole repository: leave out paths\n',
    );
    expect((await one.run('inventory', '.', '--check', 'cookies.json')).code).toBe(0);
    expect(await one.run('inventory', '--check', 'src')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^cookie-lint: --check: can't read src: not a regular file/),
    });
  });

  it('lets no control character through in CSV, and no formula', async () => {
    const one = world({ '=\u001B[31m\n.js': 'GOOD' });
    expect((await one.run('inventory', '-f', 'csv')).out.split('\r\n')[1]).toContain(",Express,'=\\u{1b}[31m\\n.js:1,on,");
  });

  it('tells drift from a committed one, but not moved lines', async () => {
    const one = world({ 'a.js': 'BAD cookie:b\nGOOD cookie:a\n' });
    expect((await one.run('inventory', '--check', 'cookies.json')).err).toBe(
      'cookie-lint: --check: there is no cookies.json; write it with --check cookies.json --update\n',
    );
    expect((await one.run('inventory', '--check', 'cookies.json', '--update')).code).toBe(0);
    one.write('a.js', '\n\nBAD cookie:b\nGOOD cookie:a\n');
    expect(await one.run('inventory', '--check', 'cookies.json')).toEqual({
      code: 0,
      out: 'The inventory is as in cookies.json.\n',
      err: '',
    });
    one.write('a.js', 'GOOD cookie:b\nBAD cookie:c\n');
    expect(await one.run('inventory', '--check', 'cookies.json')).toMatchObject({
      code: 1,
      out: '~ b (Express, a.js): state missing → on\n+ c (Express, a.js): new, missing\n- a (Express, a.js): no longer set\n',
    });
  });
});

describe('explain', () => {
  it('explains every rule, surface and problem', async () => {
    const one = world({});
    for (const subject of [
      ...Object.keys(problems),
      ...rules.map(({ id }) => id),
      ...rules.flatMap(({ surfaces }) => surfaces.map(({ id }) => id)),
    ]) {
      const { code, out } = await one.run('explain', subject);
      expect([subject, code]).toEqual([subject, 0]);
      expect(out.startsWith(subject.split('/')[0] === subject ? subject : '')).toBe(true);
    }
    expect((await one.run('explain', 'express')).out).toMatch(/bad\n {4}app\.get[\s\S]*good\n[\s\S]*secure: true/);
  });

  it('explains the reason codes of the report, and takes names in any case', async () => {
    const one = world({});
    expect((await one.run('explain', 'COOKIE_SECURE_SESSION_MISSING')).out).toMatch(
      /^COOKIE_SECURE_SESSION_MISSING: .*verdict of its app is fail, the score 0\.0\.\n$/,
    );
    expect((await one.run('explain', 'Express')).out).toBe((await one.run('explain', 'express')).out);
    expect((await one.run('explain', 'rejected')).err).toBe(
      'cookie-lint: there is no rule or problem rejected; did you mean rejected-prefix?\n',
    );
  });

  it('breaks prose on a terminal', async () => {
    let shown = '';
    await world({}).runWith({ stdout: { isTTY: true, columns: 60, write: (text) => (shown += text) } }, 'explain', 'missing', '--no-color');
    expect(shown).toContain('\nWithout Secure the browser also sends the cookie over plain\nhttp, ');
  });

  it('names each surface once, with what it does', async () => {
    const { out } = await world({}).run('explain', 'express/res-cookie');
    expect(out).toContain(
      'What it looks at:\n  express/res-cookie        sets a cookie\n  express/res-clear-cookie  deletes a cookie\n  express/trust-proxy       trusts the proxy in front of the app\n\n',
    );
  });
});

it('lists each rule once, and its surfaces once', async () => {
  const listed = JSON.parse((await world({}).run('rules', '--json')).out) as {
    rules: { id: string; surfaces: { id: string; docs: string }[] }[];
    problems: { id: string; severity: object }[];
  };
  const schema = JSON.parse(readFileSync(new URL('../../schemas/rules.schema.json', import.meta.url), 'utf8')) as object;
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  expect(validate(listed), JSON.stringify(validate.errors)).toBe(true);
  expect(listed.rules.map(({ id }) => id)).toEqual([...new Set(rules.map(({ id }) => id))].sort());
  for (const { surfaces } of listed.rules) expect(surfaces.map(({ id }) => id)).toEqual([...new Set(surfaces.map(({ id }) => id))]);
  expect(listed.problems.find(({ id }) => id === 'missing')?.severity).toEqual({ session: 'error', other: 'warning' });
  expect((await world({}).run('rules', '-f', 'json')).out).toBe((await world({}).run('rules', '--json')).out);
  expect((await world({}).run('rules')).out).toMatch(/^express {2,}Express {2,}3 surfaces$/m);
});

describe('init', () => {
  it('shows a diff and writes nothing without --yes', async () => {
    const one = world({ 'package.json': '{}', 'a.js': 'BAD' });
    const { out } = await one.run('init');
    expect(out).toContain('Found cookies of Express.');
    expect(out).toContain('+++ b/cookie-lint.config.yaml');
    expect(out).toContain('Nothing was written.');
    expect(() => one.read('cookie-lint.config.yaml')).toThrow();
  });

  it('writes what fits the project, once', async () => {
    const one = world({
      'package.json': '{}',
      'package-lock.json': '{}',
      '.github/CODEOWNERS': '',
      'eslint.config.js': "import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n];\n",
      '.pre-commit-config.yaml': '# ours\nrepos:\n- repo: https://example.org/a\n  rev: v1\n  hooks:\n  - id: a # keep\nci:\n  skip: [a]\n',
    });
    const { out } = await one.run('init', '--yes');
    expect(out).toContain('Wrote cookie-lint.config.yaml, .pre-commit-config.yaml, eslint.config.js, .github/workflows/cookie-lint.yml.');
    expect(one.read('eslint.config.js')).toBe(
      "import js from '@eslint/js';\nimport cookieLint from 'cookie-lint/eslint-plugin';\n\nexport default [\n  cookieLint.configs.recommended,\n  js.configs.recommended,\n];\n",
    );
    const hooks = one.read('.pre-commit-config.yaml');
    expect(hooks).toContain('- id: a # keep\n- repo: local\n');
    expect(parse(hooks)).toMatchObject({
      repos: [{ repo: 'https://example.org/a' }, { repo: 'local', hooks: [{ id: 'cookie-lint', entry: 'npx --no-install cookie-lint' }] }],
      ci: { skip: ['a'] },
    });
    expect(parse(one.read('.github/workflows/cookie-lint.yml')).jobs.cookies.steps.at(-1).run).toBe(
      'npx --no-install cookie-lint --format github --format pretty',
    );
    expect((await one.run()).code).toBe(0);
    expect((await one.run('init', '--yes')).out).toContain('Nothing to write: everything is set up.');
  });

  it('adds a job to GitLab, and says what it can’t edit', async () => {
    const one = world({
      '.gitlab-ci.yml': 'test:\n  script: [true]',
      'eslint.config.mjs': 'export default factory();\n',
      '.pre-commit-config.yaml': 'repos: []\n',
    });
    const { out } = await one.run('init', '--yes');
    expect(parse(one.read('.gitlab-ci.yml'))).toMatchObject({
      test: {},
      'cookie-lint': { artifacts: { reports: { codequality: 'gl-code-quality-report.json' } } },
    });
    expect(out).toContain("Add to eslint.config.mjs:\n  import cookieLint from 'cookie-lint/eslint-plugin';");
    expect(out).toContain('Add to `repos` in .pre-commit-config.yaml:');
    expect(one.read('.pre-commit-config.yaml')).toBe('repos: []\n');
  });
});

describe('init with a package manager', () => {
  const steps = (one: World): unknown[] =>
    (parse(one.read('.github/workflows/cookie-lint.yml')).jobs.cookies.steps as Record<string, unknown>[]).map(
      ({ uses, run }) => uses ?? run,
    );
  const gitlab = (one: World): unknown => parse(one.read('.gitlab-ci.yml'))['cookie-lint'].script;
  const hook = (one: World): unknown => parse(one.read('.pre-commit-config.yaml')).repos[0].hooks[0].entry;
  const github = ['actions/checkout@v5', 'actions/setup-node@v5'];
  const options = '--format github --format pretty';

  it.each<[string, Record<string, string>, string, string[], string]>([
    ['npm', { 'package-lock.json': '{}' }, 'npx --no-install cookie-lint', ['npm ci'], 'npm install --save-dev cookie-lint'],
    [
      'pnpm',
      { 'pnpm-lock.yaml': '' },
      'pnpm exec cookie-lint',
      ['corepack enable', 'pnpm install --frozen-lockfile'],
      'pnpm add --save-dev cookie-lint',
    ],
    [
      'Yarn 1',
      { 'yarn.lock': '' },
      'yarn run --silent cookie-lint',
      ['corepack enable', 'yarn install --frozen-lockfile'],
      'yarn add --dev cookie-lint',
    ],
    [
      'Yarn',
      { 'yarn.lock': '', '.yarnrc.yml': '' },
      'yarn run cookie-lint',
      ['corepack enable', 'yarn install --immutable'],
      'yarn add --dev cookie-lint',
    ],
    [
      'the named one',
      { 'package.json': '{ "packageManager": "yarn@4.9.1" }', 'yarn.lock': '', 'package-lock.json': '{}' },
      'yarn run cookie-lint',
      ['corepack enable', 'yarn install --immutable'],
      'yarn add --dev cookie-lint',
    ],
  ])('uses %s', async (_name, files, run, install, add) => {
    const one = world({ 'package.json': '{}', '.github/CODEOWNERS': '', ...files });
    expect((await one.run('init', '--yes')).out).toContain(`Next: ${add}, then ${run}\n`);
    expect(hook(one)).toBe(run);
    expect(steps(one)).toEqual([...github, ...install, `${run} ${options}`]);
    const two = world({ 'package.json': '{ "devDependencies": { "cookie-lint": "1" } }', '.gitlab-ci.yml': '', ...files });
    two.write(
      'package.json',
      (files['package.json'] ?? '{ }').replace(
        / ?}$/,
        `${files['package.json'] === undefined ? '' : ','} "devDependencies": { "cookie-lint": "1" } }`,
      ),
    );
    expect((await two.run('init', '--yes')).out).toContain(`Next: ${run}\n`);
    expect(gitlab(two)).toEqual([...install, `${run} --format pretty --format gitlab=gl-code-quality-report.json`]);
  });

  it('uses Bun, which has to be set up', async () => {
    const one = world({ 'package.json': '{}', '.github/CODEOWNERS': '', 'bun.lock': '' });
    await one.run('init', '--yes');
    expect(steps(one)).toEqual([
      'actions/checkout@v5',
      'oven-sh/setup-bun@v2',
      'actions/setup-node@v5',
      'bun install --frozen-lockfile',
      `bun run cookie-lint ${options}`,
    ]);
    const two = world({ 'package.json': '{}', '.gitlab-ci.yml': '', 'bun.lock': '' });
    await two.run('init', '--yes');
    expect(gitlab(two)).toEqual([
      'npm install --global bun',
      'bun install --frozen-lockfile',
      'bun run cookie-lint --format pretty --format gitlab=gl-code-quality-report.json',
    ]);
  });

  it('builds its own version where nothing is locked, and asks no registry for it', async () => {
    for (const files of [{}, { 'package.json': '{}' }] as Record<string, string>[]) {
      const one = world({ '.github/CODEOWNERS': '', ...files });
      await one.run('init', '--yes');
      expect(steps(one)).toEqual(['actions/checkout@v5', 'cookie-lint/cookie-lint@v1.2.3']);
      const two = world({ '.gitlab-ci.yml': '', ...files });
      await two.run('init', '--yes');
      expect(gitlab(two)).toEqual([
        expect.stringContaining('git clone'),
        'npm ci --prefix /tmp/cookie-lint --ignore-scripts',
        'npm run build --prefix /tmp/cookie-lint',
        'node /tmp/cookie-lint/dist/src/cli/main.js --format pretty --format gitlab=gl-code-quality-report.json',
      ]);
    }
  });

  it('uses the versions of actions that the documentation names', () => {
    const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');
    expect(page).toContain(`uses: ${github[0] ?? ''}\n`);
  });

  it.each<[string, Record<string, string>]>([
    ['.eslintrc.json', { '.eslintrc.json': '{}' }],
    ['`eslintConfig` in package.json', { 'package.json': '{ "eslintConfig": {} }' }],
  ])('says what to do about %s', async (name, files) => {
    expect((await world(files).run('init')).out).toContain(`needs a flat configuration (eslint.config.js); ${name} is of the old kind`);
    expect((await world({ ...files, 'eslint.config.js': 'export default [];\n' }).run('init')).out).not.toContain('old kind');
  });

  it('shows lines for a CommonJS configuration', async () => {
    expect((await world({ 'eslint.config.js': 'module.exports = [];\n' }).run('init')).out).toContain(
      "  const cookieLint = require('cookie-lint/eslint-plugin');\n",
    );
  });
});

describe('init with the hooks that a project has', () => {
  const npm = 'npx --no-install cookie-lint';
  const after = async (files: Record<string, string>): Promise<{ one: World; out: string }> => {
    const one = world({ 'package.json': '{}', ...files });
    const { out } = await one.run('init', '--yes');
    expect(() => one.read(files['.pre-commit-config.yaml'] === undefined ? '.pre-commit-config.yaml' : 'none')).toThrow();
    // Whatever was written, a second run finds it.
    const { out: again } = await one.run('init', '--yes');
    if (!out.includes('Add to ')) expect(again).toContain('Nothing to write');
    return { one, out };
  };

  it.each<[string, string, unknown]>([
    [
      'no hook',
      '# ours\npre-push:\n  commands:\n    test:\n      run: make test\n',
      {
        'pre-push': { commands: { test: { run: 'make test' } } },
        'pre-commit': { commands: { 'cookie-lint': { run: `${npm} {staged_files}` } } },
      },
    ],
    ['an empty file', '', { 'pre-commit': { commands: { 'cookie-lint': { run: `${npm} {staged_files}` } } } }],
    [
      'commands',
      'pre-commit:\n    commands:\n        a:\n            run: |\n                a # no comment\n    parallel: true',
      { 'pre-commit': { parallel: true, commands: { a: { run: 'a # no comment\n' }, 'cookie-lint': { run: `${npm} {staged_files}` } } } },
    ],
    [
      'jobs',
      'pre-commit:\n  jobs:\n    - name: a # keep\n      run: a\npre-push:\n  jobs: []\n',
      {
        'pre-commit': {
          jobs: [
            { name: 'a', run: 'a' },
            { name: 'cookie-lint', run: `${npm} {staged_files}` },
          ],
        },
        'pre-push': { jobs: [] },
      },
    ],
    [
      'neither',
      'pre-commit:\n  parallel: true\n',
      { 'pre-commit': { parallel: true, commands: { 'cookie-lint': { run: `${npm} {staged_files}` } } } },
    ],
  ])('adds a command to Lefthook with %s', async (_name, text, expected) => {
    for (const file of ['lefthook.yml', '.lefthook.yml', '.config/lefthook.yaml']) {
      const { one } = await after({ [file]: text });
      expect(parse(one.read(file))).toEqual(expected);
      for (const comment of text.match(/#.*/g) ?? []) expect(one.read(file)).toContain(comment);
    }
  });

  it('adds a command to Lefthook in TOML and JSON', async () => {
    const toml = await after({ 'lefthook.toml': '[pre-commit]\nparallel = true' });
    expect(toml.one.read('lefthook.toml')).toBe(
      `[pre-commit]\nparallel = true\n\n[pre-commit.commands.cookie-lint]\nrun = "${npm} {staged_files}"\n`,
    );
    const json = await after({ 'lefthook.json': '{\n\t"pre-commit": {\n\t\t"parallel": true\n\t}\n}\n' });
    expect(JSON.parse(json.one.read('lefthook.json'))).toEqual({
      'pre-commit': { parallel: true, commands: { 'cookie-lint': { run: `${npm} {staged_files}` } } },
    });
    expect(json.one.read('lefthook.json')).toContain('\n\t\t"commands": {\n');
  });

  it.each<[string, string]>([
    ['lefthook.yml', 'pre-commit: { commands: { a: { run: a } } }\n'],
    ['lefthook.yml', 'pre-commit:\n  commands: { a: { run: a } }\n'],
    ['lefthook.yml', 'pre-commit: [\n'],
    ['lefthook.toml', 'pre-commit = { commands = { a = { run = "a" } } }\n'],
    ['lefthook.json', '{ "pre-commit": \n'],
  ])('says what to add to a %s that it does not edit', async (file, text) => {
    const { one, out } = await after({ [file]: text });
    expect(out).toContain(`Add to the pre-commit hook in ${file} the command:\n  ${npm} {staged_files}\n`);
    expect(one.read(file)).toBe(text);
  });

  it('adds a command to lint-staged, wherever that is configured', async () => {
    const manifest = await after({
      'package.json': '{\n    "devDependencies": { "cookie-lint": "1" },\n    "lint-staged": {\n        "*.js": "eslint"\n    }\n}\n',
      '.husky/pre-commit': 'npx lint-staged\n',
    });
    expect(manifest.one.read('package.json')).toBe(
      `{\n    "devDependencies": { "cookie-lint": "1" },\n    "lint-staged": {\n        "*.js": "eslint",\n        "*": "${npm}"\n    }\n}\n`,
    );
    expect(manifest.one.read('.husky/pre-commit')).toBe('npx lint-staged\n');
    const json = await after({ '.lintstagedrc.json': '{ "*": "prettier --check" }' });
    expect(JSON.parse(json.one.read('.lintstagedrc.json'))).toEqual({ '*': ['prettier --check', npm] });
    const list = await after({ '.lintstagedrc': '{ "*": ["a", "b"] }' });
    expect(JSON.parse(list.one.read('.lintstagedrc'))).toEqual({ '*': ['a', 'b', npm] });
    const yaml = await after({ '.lintstagedrc': '# ours\n"*.js":\n  - eslint\n', 'pnpm-lock.yaml': '' });
    expect(yaml.one.read('.lintstagedrc')).toBe(`# ours\n"*.js":\n  - eslint\n'*': pnpm exec cookie-lint\n`);
  });

  it.each([
    ['lint-staged.config.js', 'export default {};\n'],
    ['.lintstagedrc.yml', '"*": [a]\n'],
    ['.lintstagedrc', '[]\n'],
  ])('says what to add to a %s that it does not edit', async (file, text) => {
    const { one, out } = await after({ [file]: text });
    expect(out).toContain(`Add to the configuration of lint-staged in ${file}:\n  '*': '${npm}'\n`);
    expect(one.read(file)).toBe(text);
  });

  it('adds a line to Husky where no lint-staged has the files', async () => {
    const present = await after({ '.husky/pre-commit': '#!/usr/bin/env sh\nnpm test' });
    expect(present.one.read('.husky/pre-commit')).toBe(`#!/usr/bin/env sh\nnpm test\n${npm} --staged\n`);
    const fresh = await after({ 'package.json': '{ "devDependencies": { "husky": "^9.1.0" } }', '.husky/commit-msg': 'true\n' });
    expect(fresh.one.read('.husky/pre-commit')).toBe(`${npm} --staged\n`);
  });

  it.each<[string, Record<string, string>]>([
    ['leaves early', { '.husky/pre-commit': 'npm test\nexit 0\n' }],
    ['is no shell', { '.husky/pre-commit': '#!/usr/bin/env node\n' }],
    ['has to be marked as a program', { 'package.json': '{ "devDependencies": { "husky": "^8.0.0" } }', '.husky/commit-msg': '' }],
    ['stands in package.json', { 'package.json': '{ "husky": { "hooks": { "pre-commit": "true" } } }' }],
  ])('says what to add to a hook of Husky that %s', async (_name, files) => {
    const { one, out } = await after(files);
    expect(out).toContain(`Add to the pre-commit hook of Husky:\n  ${npm} --staged\n`);
    for (const [file, text] of Object.entries(files)) expect(one.read(file)).toBe(text);
  });

  it('leaves the others alone where pre-commit is used', async () => {
    const { one } = await after({ '.pre-commit-config.yaml': 'repos:\n  - repo: local\n    hooks: []\n', 'lefthook.yml': '' });
    expect(one.read('lefthook.yml')).toBe('');
    expect(one.read('.pre-commit-config.yaml')).toContain('id: cookie-lint');
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s names every command and option', async (shell) => {
    const { code, out } = await world({}).run('completion', shell);
    expect(code).toBe(0);
    for (const word of ['inventory', 'explain', 'fix-dry-run', 'changed-lines', 'sarif', 'env-conditional', 'express/res-cookie'])
      expect(out).toContain(word);
  });

  it('works in bash', async () => {
    const script = (await world({}).run('completion', 'bash')).out;
    const complete = (line: string): string[] =>
      execFileSync(
        'bash',
        [
          '-c',
          `${script}\nCOMP_WORDS=(${line} "$WORD"); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _cookie_lint; printf '%s\\n' "\${COMPREPLY[@]}"`
            .replace('"$WORD"', `'${line.split(' ').at(-1) ?? ''}'`)
            .replace(`(${line} `, `(${line.split(' ').slice(0, -1).join(' ')} `),
        ],
        { encoding: 'utf8' },
      )
        .trim()
        .split('\n');
    expect(complete('cookie-lint --fix')).toEqual(['--fix', '--fix-dry-run', '--fix-style']);
    expect(complete('cookie-lint --format sa')).toEqual(['sarif']);
    expect(complete('cookie-lint lint --format sa')).toEqual(['sarif']);
    expect(complete('cookie-lint --format = sa')).toEqual(['sarif']);
    expect(complete('cookie-lint --format =')).toContain('sarif');
    expect(complete('cookie-lint --color = al')).toEqual(['always']);
    expect(complete('cookie-lint --color al')).toEqual(['']);
    expect(complete('cookie-lint inventory --format c')).toEqual(['csv']);
    expect(complete('cookie-lint inventory --ch')).toEqual(['--check']);
    expect(complete('cookie-lint explain env-')).toEqual(['env-conditional', 'env-escape-hatch']);
    expect(complete('cookie-lint explain express/')).toContain('express/res-cookie');
    expect(complete('cookie-lint completion z')).toEqual(['zsh']);
  });

  it.skipIf(spawnSync('fish', ['--version']).error !== undefined)('works in fish', async () => {
    const script = (await world({}).run('completion', 'fish')).out;
    const complete = (line: string): string[] =>
      execFileSync('fish', ['--no-config', '-c', `${script}\ncomplete -C ${JSON.stringify(line)}`], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map((one) => one.split('\t')[0] ?? '');
    expect(complete('cookie-lint ')).toContain('inventory');
    expect(complete('cookie-lint --form')).toEqual(['--format']);
    expect(complete('cookie-lint explain miss')).toEqual(['missing']);
    expect(complete('cookie-lint completion z')).toEqual(['zsh']);
  });
});

describe('watch', () => {
  it('runs again after a change, and ends when told', async () => {
    const one = world({ 'a.js': '' });
    const end = new AbortController();
    let runs = 0;
    await watchAndRun(
      () => Promise.resolve([one.root]),
      () => {
        runs += 1;
        if (runs === 1) setTimeout(() => one.write('a.js', 'x'), 50);
        else end.abort();
        return Promise.resolve();
      },
      end.signal,
    );
    expect(runs).toBe(2);
  }, 10_000);

  it('goes on when the configuration is broken, and when it is mended', async () => {
    const one = world({ 'a.js': 'GOOD', 'cookie-lint.config.yaml': 'ruls: {}\n' });
    const end = new AbortController();
    let err = '';
    const told = one.runWith({ stderr: { write: (text) => (err += text) }, watch: end.signal }, '--watch', '-f', 'compact');
    await expect
      .poll(() => err, { timeout: 8000 })
      .toContain('unknown key `ruls`; did you mean `rules`?\nwatching for changes (Ctrl+C ends)\n');
    one.write('cookie-lint.config.yaml', 'rules: {}\n');
    one.write('a.js', 'BAD');
    await expect.poll(() => err.match(/watching/g)?.length, { timeout: 8000 }).toBeGreaterThan(1);
    one.write('cookie-lint.config.yaml', 'ruls: {}\n');
    await expect.poll(() => err.match(/unknown key/g)?.length, { timeout: 8000 }).toBe(2);
    end.abort();
    expect(await told).toMatchObject({ code: 0, out: expect.stringContaining('BAD in a.js') });
  }, 30_000);
});
