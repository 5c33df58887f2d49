/** The inventory's rows: ages in one unit, and what the framework sends where the code says nothing. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { inventoryRows, inventoryTable } from '../../src/report/inventory.js';

async function rowsOf(files: Readonly<Record<string, string>>): Promise<ReturnType<typeof inventoryRows>> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-inventory-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return inventoryRows(await scan({ root, config: defaultConfig }));
}

it('has every lifetime in seconds, whatever the library counts in', async () => {
  const rows = await rowsOf({
    'node/app.js':
      "const express = require('express');\nconst app = express();\napp.get('/', (req, res) => {\n  res.cookie('day', 'x', { maxAge: 24 * 60 * 60 * 1000 });\n  res.cookie('open', 'x', { maxAge: AGE });\n});\n",
    'php/a.php': '<?php\nuse Illuminate\\Support\\Facades\\Cookie;\nCookie::queue(Cookie::make("hour", $x, 60));\n',
    'python/a.py':
      "from flask import make_response\n\ndef view():\n    response = make_response()\n    response.set_cookie('minute', 'x', max_age=60)\n    return response\n",
    'go/a.go':
      'package main\n\nimport "net/http"\n\nfunc a(w http.ResponseWriter) { http.SetCookie(w, &http.Cookie{Name: "ten", MaxAge: 10}) }\n',
  });
  expect(new Map(rows.map(({ name, lifetime }) => [name, lifetime]))).toEqual(
    new Map([
      ['day', '86400'],
      ['open', 'AGE (milliseconds)'],
      ['hour', '3600'],
      ['minute', '60'],
      ['ten', '10'],
    ]),
  );
  expect(inventoryTable(rows, { color: false, terminal: false })).toMatch(/ 86400 s\b/);
});

it('has what the framework sends, unless the code says otherwise', async () => {
  const session = (name: string, more: string): string => `app.use(session({ name: '${name}', cookie: { ${more} } }));\n`;
  const [usual, own, spread] = await rowsOf({
    'app.js': `const session = require('express-session');\nconst app = require('express')();\n${session('a', 'secure: true')}${session('b', 'httpOnly: false')}${session('c', '...require("./elsewhere").options')}`,
  });
  expect(usual).toMatchObject({ name: 'a', httpOnly: 'true' });
  expect(own).toMatchObject({ name: 'b', httpOnly: 'false' });
  // Whatever is spread may say it.
  expect(spread?.httpOnly).not.toBe('true');
});

it('has what the settings give the cookies of Django', async () => {
  const project =
    'INSTALLED_APPS = ["django.contrib.sessions"]\nMIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]\n';
  const rows = await rowsOf({
    'settings.py': `${project}SESSION_COOKIE_SECURE = True\nSESSION_COOKIE_AGE = 60 * 60\nCSRF_COOKIE_HTTPONLY = True\n`,
  });
  expect(rows.map(({ name, httpOnly, sameSite, lifetime }) => ({ name, httpOnly, sameSite, lifetime }))).toEqual([
    { name: 'csrftoken', httpOnly: 'true', sameSite: 'Lax', lifetime: '31449600' },
    { name: 'sessionid', httpOnly: 'true', sameSite: 'Lax', lifetime: '3600' },
  ]);
});
