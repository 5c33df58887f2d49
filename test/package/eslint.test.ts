/** The installed plugin under the real ESLint, oldest and newest: its entries, and ESLint's own ways to run and to silence it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, node, ROOT, type Installed } from './installed.js';

let installed: Installed;

const APP =
  "const express = require('express');\nconst app = express();\napp.post('/login', (req, res) => {\n  res.cookie('session', req.body.token, { httpOnly: true });\n  res.end();\n});\n";

const write = (name: string, text: string): void => {
  const file = path.join(installed.project, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const read = (name: string): string => readFileSync(path.join(installed.project, name), 'utf8');

beforeAll(() => {
  installed = install();
  write('package.json', '{ "name": "user", "private": true, "dependencies": { "express": "5" } }');
  write('app.js', APP);
  write(
    'settings.py',
    'INSTALLED_APPS = ["django.contrib.sessions"]\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]\nSESSION_COOKIE_SECURE = False\nCSRF_COOKIE_SECURE = True\n',
  );
  write(
    'views.py',
    'from django.http import HttpResponse\n\n\ndef view(request):\n    response = HttpResponse()\n    response.set_cookie("session", "x", httponly=True)\n    return response\n',
  );
  write('.gitignore', 'node_modules/\n');
  write('recommended.mjs', "import plugin from 'cookie-lint/eslint-plugin';\nexport default [plugin.configs.recommended];\n");
  write(
    'required.cjs',
    "const plugin = require('cookie-lint/eslint-plugin');\nmodule.exports = [(plugin.default ?? plugin).configs.recommended];\n",
  );
  write('all-languages.mjs', "import plugin from 'cookie-lint/eslint-languages';\nexport default plugin.configs['all-languages'];\n");
  write(
    'both.mjs',
    "import plugin from 'cookie-lint/eslint-plugin';\nimport languages from 'cookie-lint/eslint-languages';\nexport default [plugin.configs.recommended, ...languages.configs['all-languages']];\n",
  );
  execFileSync('git', ['init', '-q'], { cwd: installed.project });
});
afterAll(() => installed.remove());

interface Run {
  readonly status: number | null;
  /** `file:line rule`, with `fixable` where there is a fix. */
  readonly messages: readonly string[];
}

function run(version: string, args: readonly string[]): Run {
  const { stdout, status, stderr } = node(installed, [
    path.join(ROOT, 'node_modules', version, 'bin/eslint.js'),
    '--no-ignore',
    '--format',
    'json',
    ...args,
  ]);
  if (!stdout.startsWith('[')) throw new Error(`${stdout}${stderr}`);
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; line: number; fix?: unknown }[] }[];
  return {
    status,
    messages: results.flatMap((result) =>
      result.messages.map(
        (message) => `${path.basename(result.filePath)}:${message.line} ${message.ruleId}${message.fix === undefined ? '' : ' fixable'}`,
      ),
    ),
  };
}

const IN_APP = 'app.js:4 cookie-lint/express fixable';
const EVERYWHERE = [IN_APP, 'settings.py:3 cookie-lint/django fixable', 'views.py:6 cookie-lint/django fixable'];

describe.each([
  ['eslint', '10.'],
  ['eslint-9', '9.15.'],
])('under %s', (version, begin) => {
  it('is the version that it is meant to be', () => {
    const { version: found } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', version, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(found.startsWith(begin), found).toBe(true);
  });

  it.each([
    ['an ES module configuration', 'recommended.mjs', ['app.js'], [IN_APP]],
    ['a CommonJS configuration', 'required.cjs', ['app.js'], [IN_APP]],
    ['the languages entry', 'all-languages.mjs', ['app.js', 'settings.py', 'views.py'], EVERYWHERE],
    ['both entries in one configuration', 'both.mjs', ['app.js', 'settings.py', 'views.py'], EVERYWHERE],
  ])('loads from %s', (_what, config, files, messages) => {
    expect(run(version, ['-c', config, ...files])).toEqual({ status: 1, messages });
  });

  it('fixes once, and goes on from the fixed text', () => {
    write(
      `${version}/set.js`,
      "export const set = (res, options) => {\n  res.cookie('session', 'x', options);\n  res.cookie('jwt', 'x', { httpOnly: true });\n  res.cookie('seen', 'x');\n};\n",
    );
    write(`${version}/login.js`, "import { set } from './set.js';\nexport const login = (req, res) => set(res, { httpOnly: true });\n");
    expect(run(version, ['-c', 'recommended.mjs', '--fix', version]).messages).toEqual(['login.js:2 cookie-lint/express']);
    expect(read(`${version}/set.js`)).toBe(
      "export const set = (res, options) => {\n  res.cookie('session', 'x', options);\n  res.cookie('jwt', 'x', { httpOnly: true, secure: true });\n  res.cookie('seen', 'x', { secure: true });\n};\n",
    );
    rmSync(path.join(installed.project, version), { recursive: true });
  });
});

describe("ESLint's own ways", () => {
  it('--cache keeps findings, and judges a changed file anew', () => {
    const cached = (): Run => run('eslint', ['-c', 'all-languages.mjs', '--cache', '--cache-location', '.cache', 'app.js', 'views.py']);
    const both = [IN_APP, 'views.py:6 cookie-lint/django fixable'];
    expect(cached().messages).toEqual(both);
    const written = statSync(path.join(installed.project, '.cache')).mtimeMs;
    expect(cached().messages).toEqual(both);
    expect(written).toBeGreaterThan(0);
    // A configuration with our plugin and languages can be written down: without that ESLint refuses to cache at all.
    expect(read('.cache')).toContain('views.py');
    write('app.js', APP.replace('httpOnly: true', 'httpOnly: true, secure: true'));
    expect(cached().messages).toEqual([both[1]]);
    write('app.js', APP);
  });

  it('--concurrency finds the same in worker threads', () => {
    expect(run('eslint', ['-c', 'all-languages.mjs', '--concurrency', '2', 'app.js', 'settings.py', 'views.py']).messages).toEqual(
      EVERYWHERE,
    );
  });

  it('bulk suppressions silence what is there, in every language, and report what is new', () => {
    const files = ['app.js', 'settings.py', 'views.py'];
    expect(run('eslint', ['-c', 'all-languages.mjs', '--suppress-all', ...files])).toEqual({ status: 0, messages: [] });
    expect(JSON.parse(read('eslint-suppressions.json'))).toEqual({
      'app.js': { 'cookie-lint/express': { count: 1 } },
      'settings.py': { 'cookie-lint/django': { count: 1 } },
      'views.py': { 'cookie-lint/django': { count: 1 } },
    });
    expect(run('eslint', ['-c', 'all-languages.mjs', ...files])).toEqual({ status: 0, messages: [] });
    write('app.js', APP.replace('  res.end', "  res.cookie('jwt', 'x');\n  res.end"));
    expect(run('eslint', ['-c', 'all-languages.mjs', ...files]).messages).toEqual([IN_APP, 'app.js:5 cookie-lint/express fixable']);
    write('app.js', APP);
    rmSync(path.join(installed.project, 'eslint-suppressions.json'));
    expect(existsSync(path.join(installed.project, 'eslint-suppressions.json'))).toBe(false);
  });

  it('--print-config, which the config inspector reads, names rules and language', () => {
    const { stdout } = node(installed, [
      path.join(ROOT, 'node_modules/eslint/bin/eslint.js'),
      '-c',
      'all-languages.mjs',
      '--print-config',
      'views.py',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      language: 'cookie-lint/python',
      plugins: expect.arrayContaining(['cookie-lint:cookie-lint@0.1.0']),
      rules: { 'cookie-lint/django': [2, {}] },
    });
  });
});
