/** The package as a user gets it: what is in it, its entries in both module systems, and a first run through every host. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieLint, install, node, ROOT, type Installed } from './installed.js';

let installed: Installed;

beforeAll(() => {
  installed = install(['eslint', 'typescript']);
  const files: Readonly<Record<string, string>> = {
    'package.json': '{ "name": "user", "private": true, "dependencies": { "express": "5" } }',
    'app.js':
      "const express = require('express');\nconst app = express();\napp.post('/login', (req, res) => {\n  res.cookie('session', req.body.token, { httpOnly: true });\n  res.end();\n});\n",
    'settings.py':
      'INSTALLED_APPS = ["django.contrib.sessions"]\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]\nSESSION_COOKIE_SECURE = False\nCSRF_COOKIE_SECURE = True\n',
    'views.py':
      'from django.http import HttpResponse\n\n\ndef view(request):\n    response = HttpResponse()\n    response.set_cookie("session", "x", httponly=True)\n    return response\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(installed.project, name), text);
  execFileSync('git', ['init', '-q'], { cwd: installed.project });
  writeFileSync(path.join(installed.project, '.gitignore'), 'node_modules/\n');
});
afterAll(() => installed.remove());

describe('the tarball', () => {
  it('has no install script', () => {
    expect(Object.keys(installed.manifest.scripts ?? {}).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });

  it('holds what it needs and no sources, tests or fixtures', () => {
    expect(installed.files.filter((file) => !/^(?:dist|schemas|grammars)\/|^(?:package\.json|README\.md|LICENSE)$/.test(file))).toEqual([]);
    expect(installed.files.filter((file) => /^dist\/(?!src|rules|chunks|program)/.test(file))).toEqual([]);
    for (const needed of [
      'dist/src/cli/main.js',
      'dist/src/eslint/plugin.js',
      'dist/src/eslint/languages.js',
      'schemas/report.schema.json',
      'grammars/tree-sitter-python.wasm.gz',
    ])
      expect(installed.files).toContain(needed);
  });

  it('declares the types of its entries and of what they name, and no others', () => {
    const declared = installed.files.filter((file) => file.endsWith('.d.ts'));
    const named = new Set(['dist/src/index.d.ts', 'dist/src/eslint/plugin.d.ts', 'dist/src/eslint/languages.d.ts']);
    for (const file of named) {
      for (const [, target] of readFileSync(path.join(installed.packageFolder, file), 'utf8').matchAll(/['"](\.[^'"]+)\.js['"]/g))
        named.add(path.posix.join(path.posix.dirname(file), `${target!}.d.ts`));
    }
    expect(declared.sort()).toEqual([...named].sort());
  });

  it('stays under 15 MB with its own files', () => {
    const total = installed.files.reduce((sum, file) => sum + statSync(path.join(installed.packageFolder, file)).size, 0);
    expect(total).toBeLessThan(15_000_000);
  });
});

describe('the command', () => {
  it('finds the cookies of every language and exits 1', () => {
    const { status, stdout } = cookieLint(installed, ['--format', 'json']);
    const report = JSON.parse(stdout) as { findings: { path: string; line: number; problem: string }[]; summary: { verdict: string } };
    expect(report.findings.map((finding) => `${finding.path}:${finding.line} ${finding.problem}`)).toEqual([
      'app.js:4 missing',
      'settings.py:3 disabled',
      'views.py:6 missing',
    ]);
    expect(report.summary.verdict).toBe('fail');
    expect(status).toBe(1);
  });

  it('fixes them, and is clean afterwards', () => {
    const copy = path.join(installed.project, 'fixed');
    mkdirSync(copy);
    for (const name of ['app.js', 'views.py', 'settings.py'])
      writeFileSync(path.join(copy, name), readFileSync(path.join(installed.project, name)));
    cookieLint(installed, ['fixed', '--fix']);
    expect(readFileSync(path.join(copy, 'app.js'), 'utf8')).toContain('{ httpOnly: true, secure: true }');
    expect(readFileSync(path.join(copy, 'views.py'), 'utf8')).toContain('httponly=True, secure=True)');
    expect(cookieLint(installed, ['fixed']).status).toBe(0);
  });

  it('reads standard input', () => {
    const { status, stdout } = cookieLint(
      installed,
      ['--stdin', '--stdin-filename', 'x.js', '--format', 'json'],
      "const e = require('express');\ne().get('/', (req, res) => res.cookie('token', '1'));\n",
    );
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(1);
    expect(status).toBe(1);
  });

  it('exits 2 with one line for a wrong option and for a path that is not there', () => {
    const wrong = cookieLint(installed, ['--formt', 'json']);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
    expect(wrong.stderr).toContain('--format');
    const missing = cookieLint(installed, ['nowhere']);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('nowhere');
  });
});

it('oxlint runs the JavaScript entry as a JS plugin', () => {
  writeFileSync(
    path.join(installed.project, '.oxlintrc.json'),
    JSON.stringify({ jsPlugins: ['cookie-lint/eslint-plugin'], rules: { 'cookie-lint/express': 'error' } }),
  );
  const { stdout } = node(installed, [path.join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format', 'unix', 'app.js']);
  expect(stdout).toMatch(/app\.js:4:\d+: Cookie `session` is sent without Secure/);
});

it('the programming interface scans', () => {
  writeFileSync(
    path.join(installed.project, 'use.mjs'),
    "import { scan, defaultConfig } from 'cookie-lint';\nconst report = await scan({ root: process.cwd(), config: defaultConfig, paths: ['app.js'] });\nconsole.log(report.findings.length);\n",
  );
  expect(node(installed, ['use.mjs']).stdout.trim()).toBe('1');
});

it('its types are found in both module systems', () => {
  writeFileSync(
    path.join(installed.project, 'use.mts'),
    "import { scan, type Finding } from 'cookie-lint';\nimport plugin from 'cookie-lint/eslint-plugin';\nexport const findings: (root: string) => Promise<readonly Finding[]> = async (root) => (await scan({ root, config: (await import('cookie-lint')).defaultConfig })).findings;\nexport const rules: object = plugin.rules;\n",
  );
  const { status, stdout } = node(installed, [
    path.join(ROOT, 'node_modules/typescript/bin/tsc'),
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    'use.mts',
  ]);
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
