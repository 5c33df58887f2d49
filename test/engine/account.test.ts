/** The account of mentions: what each place that has to do with a cookie is said to be, and what stays unexplained. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { account, type Account } from '../../src/engine/account/account.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { accountCsv, accountJson, accountMarkdown, accountText, summaryOf } from '../../src/report/account.js';

/** The account of a small repository. A line says what it is by a comment at its end: `// read`. */
async function accountOf(files: Readonly<Record<string, string>>): Promise<Account> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-account-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return account({ root, config: defaultConfig });
}

const kindsOf = ({ entries }: Account): Record<string, string> =>
  Object.fromEntries(entries.map(({ path: file, line, kind }) => [`${file}:${line}`, kind]));

/** What the comments at the ends of lines say. */
function saidOf(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) =>
      text.split('\n').flatMap((line, index) => {
        const said = /(?:\/\/|#) is (\S+)$/.exec(line)?.[1];
        return said === undefined ? [] : [[`${file}:${index + 1}`, said]];
      }),
    ),
  );
}

const FILES = {
  'package.json': '{ "dependencies": { "express": "^5.0.0" } }\n',
  'app.js': `
const express = require('express');
const mail = require('some-mailer');
const edge = require('some-edge');
const app = express();
const cookieName = 'sid'; // is secure
const server = mail.createTransport({ secure: true }); // is lookalike
app.get('/', (req, res) => {
  res.cookie('sid', '1'); // is reported
  res.cookie(cookieName, '1', { secure: true }); // is secure
  res.cookie('a', '1', edge.cookieOptions()); // is undecided
  res.clearCookie('sid'); // is deletion
  console.log('the cookie was set'); // is text
  const sid = req.headers.cookie; // is read
  fetch('/x', { headers: { Cookie: sid } }); // is outgoing
  edge.sendCookie(res, 'sid'); // is unexplained
  remember(res, 'cookie'); // is helper
});
function remember(res, key) {
  edge.put(res, key);
}
`,
  'app.py': `
from edge import CookieThing  # is declaration
def login(request, response):
    sid = request.cookies.get("sid")  # is read
    edge.send_cookie(response, "sid")  # is unexplained
`,
  'thing.lua': 'ngx.header["Set-Cookie"] = "sid=1"\n',
  'style.css': '.cookie-banner { color: red }\n',
  'test/app.test.js': "set.cookie('x');\n",
};

describe('the account', () => {
  it('says of each mention what it is', async () => {
    const result = await accountOf(FILES);
    expect(kindsOf(result)).toMatchObject({ ...saidOf(FILES), 'thing.lua:1': 'unexplained', 'style.css:1': 'text' });
    expect(result.outsideProduction).toBe(1);
  });

  it('explains nothing by a call that nobody knows, in every language', async () => {
    const unknown: Readonly<Record<string, string>> = {
      'a.js': "import { edge } from 'edge';\nedge.putCookie('sid', 1);\n",
      'a.py': 'import edge\nedge.put_cookie("sid", 1)\n',
      'a.rb': "Edge.put_cookie('sid', 1)\n",
      'a.php': "<?php\n$edge->putCookie('sid', 1);\n",
      'A.java': 'class A { void a(Edge edge) { edge.putCookie("sid", 1); } }\n',
      'A.kt': 'fun a(edge: Edge) { edge.putCookie("sid", 1) }\n',
      'A.scala': 'class A { def a(edge: Edge) = { edge.putCookie("sid", 1) } }\n',
      'A.cs': 'class A { void B(Edge edge) { edge.PutCookie("sid", 1); } }\n',
      'a.go': 'package a\nfunc a(edge Edge) { edge.PutCookie("sid", 1) }\n',
      'a.rs': 'fn a(edge: Edge) { edge.put_cookie("sid", 1); }\n',
      'a.yaml': 'edge:\n  cookie_secure: false\n',
    };
    const result = await accountOf(unknown);
    expect(result.entries.filter(({ kind }) => kind !== 'unexplained').map(({ path: file, kind }) => `${file} ${kind}`)).toEqual([]);
    expect(new Set(result.entries.map((entry) => entry.path))).toEqual(new Set(Object.keys(unknown)));
  });
});

describe('its formats', () => {
  it('count the same mentions', async () => {
    const result = await accountOf(FILES);
    const summary = summaryOf(result);
    const unexplained = result.entries.filter(({ kind }) => kind === 'unexplained');
    expect(summary).toMatchObject({ mentions: result.entries.length, explained: result.entries.length - 3, kinds: { unexplained: 3 } });
    expect(JSON.parse(accountJson(result, unexplained))).toMatchObject({
      version: 1,
      summary: { kinds: { unexplained: 3 } },
      mentions: [{ path: 'app.js' }, { path: 'app.py' }, { path: 'thing.lua' }],
    });
    const text = accountText(result, unexplained, { color: false, columns: undefined });
    expect(text).toContain("unexplained  edge.sendCookie(res, 'sid'); // is unexplained");
    expect(text).toContain('no front-end reads .lua files');
    expect(text).toContain('1 more in tests, examples and documentation');
    expect(accountCsv(unexplained).split('\r\n')).toHaveLength(5);
    expect(accountMarkdown(result, unexplained)).toContain('| `thing.lua:1` | unexplained |');
  });

  it('never round up to all', () => {
    const entry = { path: 'a.js', line: 1, range: { start: 0, end: 1 }, text: '', why: '' };
    const most = {
      entries: [...Array.from({ length: 9_999 }, () => ({ ...entry, kind: 'read' as const })), { ...entry, kind: 'unexplained' as const }],
      outsideProduction: 0,
      files: 1,
    };
    expect(accountText(most, [], { color: false, columns: 80 })).toContain('99.9 % explained');
  });
});
