/** What `--fix-dry-run` prints and what the reports show of each fix are patches: `git apply` takes them as they are, and makes what `--fix` makes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { applyEdits, unifiedDiff } from '../../src/fixes/diff.js';
import { world } from '../cli/world.js';

const EXPRESS = "import express from 'express';\nconst app = express();\n";
const GO = 'package main\n\nimport "net/http"\n\nfunc f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{Name: "sid"})\n}\n';
const PYTHON = 'from flask import make_response\n\n\ndef f():\n    r = make_response("x")\n    r.set_cookie("sid", "x")\n    return r\n';

/** By the name of a file, its text: several languages, ends of lines and files, and names that git has to quote. */
const FILES: Readonly<Record<string, string>> = {
  'app.js': `${EXPRESS}app.get('/', (req, res) => res.cookie('sid', 'x'));`,
  'a folder/with space.js': `${EXPRESS}app.get('/', (req, res) => res.cookie('sid', 'x'));\n`,
  'ünï "cøde".js': `${EXPRESS}app.get('/', (req, res) => res.cookie('sid', 'x'));\n`,
  'crlf.js': `${EXPRESS}app.get('/', (req, res) => {\n  res.cookie('sid', 'x', {\n    path: '/'\n  });\n});\n`.replaceAll('\n', '\r\n'),
  'crlf-without-end.py': PYTHON.replaceAll('\n', '\r\n').trimEnd(),
  'bom.js': `\uFEFF${EXPRESS}app.get('/', (req, res) => res.cookie('sid', 'x'));\n`,
  'mixed.py': PYTHON.replace('\n\n\n', '\r\n\n\n'),
  'main.go': GO,
  'a.php': "<?php\nsetcookie('sid', 'x');",
  'A.java':
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r) {\n    Cookie c = new Cookie("sid", "x");\n    r.addCookie(c);\n  }\n}',
  'page.html': '<script>\n  document.cookie = "a=b"\n</script>',
  'application.properties': 'server.servlet.session.cookie.secure=false',
  'last-line.rb': "require 'sinatra'\nenable :sessions",
};

const apply = (root: string, diff: string): void => {
  writeFileSync(path.join(root, '.patch'), diff);
  execFileSync('git', ['apply', '--whitespace=nowarn', '.patch'], {
    cwd: root,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(root) },
  });
};

describe('a printed patch', () => {
  it('of --fix-dry-run makes what --fix makes', async () => {
    const [shown, made] = [world(FILES), world(FILES)];
    const { out } = await shown.runWith({ scan }, '--fix-dry-run');
    await made.runWith({ scan }, '--fix');
    apply(shown.root, out);
    const changed = Object.keys(FILES).filter((name) => made.read(name) !== FILES[name]);
    expect(changed.sort()).toEqual(Object.keys(FILES).sort());
    for (const name of changed) expect([name, shown.read(name)]).toEqual([name, made.read(name)]);
  });

  it('of each fix by itself makes its edits', async () => {
    const { findings, textOf } = await scan({ root: world(FILES).root, config: defaultConfig, pedantic: true });
    let count = 0;
    for (const { path: from, fixes } of findings) {
      for (const fix of fixes) {
        const file = fix.path ?? from;
        const before = textOf(file) ?? '';
        const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-patch-'));
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), before);
        apply(root, unifiedDiff(file, before, fix.edits));
        expect(readFileSync(path.join(root, file), 'utf8')).toBe(applyEdits(before, fix.edits));
        count++;
      }
    }
    expect(count).toBeGreaterThanOrEqual(Object.keys(FILES).length);
  });
});
