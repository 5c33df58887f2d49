/** A run stays in its folder, whatever the files in it say or are. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/engine/scan.js';
import { world } from './world.js';

const SECRET = 'PASSWORD=hunter2\nTOKEN: {\n';
const COOKIE = "const express = require('express');\nconst app = express();\napp.get('/', (req, res) => res.cookie('session', 'x'));\n";
const MANIFEST = '{"dependencies":{"express":"5"}}';

function outside(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-secret-')), 'secret');
  writeFileSync(file, text);
  return file;
}

describe('what is read', () => {
  it.each([
    ['a device', '/proc/self/environ'],
    ['an endless device', '/dev/zero'],
    ['a file outside', 'SECRET'],
  ])('never shows %s that a configuration extends', async (_, target) => {
    const file = target === 'SECRET' ? outside(SECRET) : target;
    for (const text of [`extends: ${file}\n`, 'extends: ./link.yaml\n']) {
      const one = world({ 'cookie-lint.config.yaml': text, '.git/HEAD': '' });
      symlinkSync(file, path.join(one.root, 'link.yaml'));
      const { code, out, err } = await one.run();
      expect(code).toBe(2);
      expect(err).toContain('`extends`: ');
      expect(err).toContain('is not read: it leads out of the repository');
      expect(out + err).not.toMatch(/hunter2|PATH=|HOME=/);
    }
  });

  it('never shows what a configuration, a manifest or a baseline is a link to', async () => {
    const secret = outside(SECRET);
    for (const name of ['cookie-lint.config.yaml', 'package.json', 'baseline.json']) {
      const one = world({ 'a.js': '', '.git/HEAD': '' });
      symlinkSync(secret, path.join(one.root, name));
      const { code, out, err } = await one.run(...(name === 'baseline.json' ? ['--baseline', name] : []));
      expect([name, code]).toEqual([name, name === 'package.json' ? 0 : 2]);
      expect(out + err).not.toContain('hunter2');
    }
    const loop = world({ 'cookie-lint.config.yaml': 'extends: ./a.yaml\n', '.git/HEAD': '' });
    symlinkSync('b.yaml', path.join(loop.root, 'a.yaml'));
    symlinkSync('a.yaml', path.join(loop.root, 'b.yaml'));
    expect((await loop.run()).code).toBe(2);
  });

  it('may be a link inside, and a folder around the scanned one', async () => {
    const one = world({
      '.git/HEAD': '',
      'shared/base.yaml': 'rules: { express: note }\n',
      'app/cookie-lint.config.yaml': 'extends: ./base.yaml\n',
      'app/a.js': 'BAD',
    });
    symlinkSync('../shared/base.yaml', path.join(one.root, 'app/base.yaml'));
    expect((await one.run('app')).code).toBe(1);
    expect((await one.runWith({ cwd: path.join(one.root, 'app') })).code).toBe(0);
  });

  it.each([
    ['an endless device', (file: string): void => symlinkSync('/dev/zero', file)],
    ['a pipe', (file: string): void => void execFileSync('mkfifo', [file])],
    ['a folder', (file: string): void => void mkdirSync(file)],
    ['a link to itself', (file: string): void => symlinkSync('package.json', file)],
    [
      'an endless file',
      (file: string): void => {
        writeFileSync(file, '');
        truncateSync(file, 900_000_000);
      },
    ],
  ])('does not wait for a manifest that is %s', async (_, make) => {
    const one = world({ 'app.js': COOKIE });
    make(path.join(one.root, 'package.json'));
    for (const git of [false, true]) {
      if (git) one.git('init');
      const { code, out } = await one.runWith({ scan }, '-f', 'json');
      expect([code, JSON.parse(out).findings.length]).toEqual([1, 1]);
    }
  });

  it('is bounded, and said to be', async () => {
    const one = world({ 'package.json': MANIFEST, 'app.js': COOKIE, 'big.js': '' });
    writeFileSync(path.join(one.root, 'big.js'), `res.cookie('session', 1);\n${' '.repeat(3_000_000)}`);
    writeFileSync(path.join(one.root, 'huge.json'), '{');
    truncateSync(path.join(one.root, 'huge.json'), 900_000_000);
    const before = process.memoryUsage.rss();
    const { out } = await one.runWith({ scan }, '-f', 'json');
    const { findings, skipped } = JSON.parse(out) as { findings: unknown[]; skipped: unknown };
    expect(findings).toHaveLength(1);
    expect(skipped).toEqual([
      { path: 'big.js', why: 'larger than 2 MB' },
      { path: 'huge.json', why: 'larger than 16 MB' },
    ]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(600_000_000);
  });
});

describe('what is written', () => {
  it('is never reached through a link', async () => {
    const target = outside('BAD');
    const one = world({ 'package.json': MANIFEST, 'own.js': 'BAD' });
    symlinkSync(target, path.join(one.root, 'link.js'));
    await one.run('--fix', 'link.js');
    await one.run('--fix');
    expect(readFileSync(target, 'utf8')).toBe('BAD');
    expect(one.read('own.js')).toBe('GOOD');
    symlinkSync(path.dirname(target), path.join(one.root, 'out'));
    for (const args of [
      ['-f', 'json=link.js'],
      ['-f', 'json=out/new.json'],
      ['--baseline', 'link.js', '--update-baseline'],
    ]) {
      const { code, err } = await one.run(...args);
      expect([code, err]).toEqual([2, expect.stringContaining('a symbolic link leads out of the folder')]);
    }
    expect(readFileSync(target, 'utf8')).toBe('BAD');
  });

  it('goes where the user says, outside too', async () => {
    const one = world({ 'a.js': 'GOOD' });
    const report = path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-report-')), 'sub/report.json');
    expect((await one.run('-f', `json=${report}`)).code).toBe(0);
    expect(JSON.parse(readFileSync(report, 'utf8')).summary.verdict).toBe('pass');
  });
});

describe('a file with a mistake', () => {
  it.each<[file: string, text: string, beside: Readonly<Record<string, string>>]>([
    [
      'app.py',
      "from flask import make_response\ndef login():\n    r = make_response('x'\n    r.set_cookie('session', 'x')\n    return r\n",
      { 'requirements.txt': 'flask\n' },
    ],
    [
      'app.js',
      "const app = require('express')();\napp.get('/', (req, res) => {\n  res.cookie('session', 'x');\n",
      { 'package.json': MANIFEST },
    ],
    ['app.php', "<?php\nsetcookie('session', 'x');\nif (true {\n", {}],
    ['app.rb', "def a\n  cookies[:session] = { value: 'x' }\n  foo(\nend\n", { Gemfile: "gem 'rails'\n" }],
    [
      'a.go',
      'package a\n\nimport "net/http"\n\nfunc f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{Name: "session"})\n',
      { 'go.mod': 'module a\n' },
    ],
  ])('%s is not fixed', async (file, text, beside) => {
    const one = world({ ...beside, [file]: text });
    await one.runWith({ scan }, '--fix');
    expect(one.read(file)).toBe(text);
    expect((await one.runWith({ scan }, '--fix-dry-run')).out).toBe('');
  });
});
