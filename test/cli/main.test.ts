/** The executable itself, over a small project, as a user runs it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

function project(files: Record<string, string>): (...args: string[]) => { code: number | null; out: string; err: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-main-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, main, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code: status, out: stdout, err: stderr };
  };
}

const shop = {
  'package.json': '{ "name": "shop", "dependencies": { "express": "^5" } }',
  'server.js': `const express = require('express');
const app = express();
app.get('/', (req, res) => {
  res.cookie('session', 'x', { httpOnly: true });
  // cookie-lint-disable-next-line express -- shown on the status page only
  res.cookie('status', 'x', {
    httpOnly: true,
    secure: false,
  });
  // cookie-lint-disable-next-line express -- was needed once
  res.cookie('good', 'x', { secure: true });
});
`,
};

describe('cookie-lint', () => {
  it('reports, suppresses and counts', () => {
    const run = project(shop);
    const { code, out, err } = run('--format', 'json');
    expect([code, err]).toEqual([1, '']);
    const report = JSON.parse(out);
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8')),
    );
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(
      report.findings.map(({ line, rule, problem, cookie }: { line: number; rule: string; problem: string; cookie: { name: string } }) => [
        line,
        rule,
        problem,
        cookie.name,
      ]),
    ).toEqual([
      [4, 'express', 'missing', 'session'],
      [10, 'cookie-lint', 'suppression', null],
    ]);
    expect(report.summary).toMatchObject({ verdict: 'fail', score: 0, cookies: 3, apps: [{ root: '.', frameworks: ['Express'] }] });
  });

  it('explains itself without a scan, and refuses what it does not know', () => {
    const run = project({});
    expect(run('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run('--help').out).toMatch(/^cookie-lint \[lint\] \[options\]/);
    expect(run('--nonsense')).toEqual({ code: 2, out: '', err: 'cookie-lint: unknown option --nonsense (--help lists the options)\n' });
    expect(run().err).toContain('there is no file in the working directory');
  });

  it('reads UTF-16, and no pipes', () => {
    const text = "require('express')().get('/', (q, r) => r.cookie('session', 'x'));\n";
    const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-main-'));
    writeFileSync(path.join(root, 'little.js'), `\uFEFF${text}`, 'utf16le');
    writeFileSync(path.join(root, 'big.js'), Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
      spawnSync(process.execPath, ['--import', loader, main, ...args], { cwd: root, encoding: 'utf8' });
    expect(
      run('-f', 'compact')
        .stdout.split('\n')
        .map((line) => line.replace(/: error.*/, ''))
        .slice(0, 2),
    ).toEqual(['big.js:1:42', 'little.js:1:42']);
    execFileSync('mkfifo', [path.join(root, 'pipe.js')]);
    expect(run('pipe.js')).toMatchObject({ status: 2, stderr: 'cookie-lint: neither a file nor a folder: pipe.js\n' });
  });
});
