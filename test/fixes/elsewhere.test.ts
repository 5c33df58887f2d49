/** A cookie that is decided in another file: the fix names that file, is never made unasked, and no host edits another file by mistake. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { applyEdits } from '../../src/fixes/diff.js';
import { plannedEdits } from '../../src/fixes/plan.js';

const below = mkdtempSync(path.join(tmpdir(), 'cookie-lint-elsewhere-'));
afterAll(() => rmSync(below, { recursive: true }));

let count = 0;

async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const root = path.join(below, String(count++));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return (await scan({ root, config: defaultConfig, pedantic: true })).findings;
}

describe.each<[what: string, files: Readonly<Record<string, string>>, from: string, at: string, after: string]>([
  [
    "the default of a helper's parameter",
    {
      'composer.json': '{ "name": "a/b" }\n',
      'lib/jar.php':
        "<?php\nclass Jar {\n  public static function put($name, $value, $secure = false) {\n    setcookie($name, $value, ['secure' => $secure]);\n  }\n}\n",
      'index.php': "<?php\nrequire 'lib/jar.php';\nJar::put('sid', 'x');\n",
    },
    'index.php',
    'lib/jar.php',
    '$secure = true)',
  ],
  [
    'the mode that a parameter follows where nobody says anything',
    {
      'package.json': '{ "dependencies": { "express": "^5.0.0" } }\n',
      'jar.ts':
        "import type { Response } from 'express';\nexport function put(res: Response, name: string, secure = process.env.NODE_ENV === 'production') {\n  res.cookie(name, 'x', { secure });\n}\n",
      'app.ts':
        "import express from 'express';\nimport { put } from './jar.js';\nconst app = express();\napp.get('/', (req, res) => {\n  put(res, 'sid');\n});\n",
    },
    'app.ts',
    'jar.ts',
    'secure = true)',
  ],
  [
    'a default in another module',
    {
      'requirements.txt': 'Django==5.0\n',
      'shop/jar.py': 'def put(response, name, secure=False):\n    response.set_cookie(name, "x", secure=secure)\n',
      'shop/views.py':
        'from django.http import HttpResponse\n\nfrom shop.jar import put\n\n\ndef login(request):\n    response = HttpResponse()\n    put(response, "sid")\n    return response\n',
    },
    'shop/views.py',
    'shop/jar.py',
    'secure=True)',
  ],
  [
    'the field that the literal of another package leaves out',
    {
      'go.mod': 'module example.com/a\n\ngo 1.22\n',
      'config/config.go':
        'package config\n\ntype Server struct {\n\tPort         int\n\tSecureCookie bool\n}\n\ntype Config struct {\n\tServer Server\n}\n\nfunc Get() *Config {\n\tc := &Config{\n\t\tServer: Server{\n\t\t\tPort: 80,\n\t\t},\n\t}\n\treturn c\n}\n',
      'main.go':
        'package main\n\nimport (\n\t"net/http"\n\n\t"example.com/a/config"\n)\n\nfunc main() {\n\tconf := config.Get()\n\thttp.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {\n\t\thttp.SetCookie(w, &http.Cookie{Name: "sid", Secure: conf.Server.SecureCookie})\n\t})\n}\n',
    },
    'main.go',
    'config/config.go',
    '\t\t\tPort:         80,\n\t\t\tSecureCookie: true,\n',
  ],
  [
    'a setting that each cookie reads',
    {
      'requirements.txt': 'Flask==3.0.0\n',
      'settings.py': 'COOKIE_SECURE = False\n',
      'app.py':
        'from flask import Flask, make_response\n\nimport settings\n\napp = Flask(__name__)\n\n\n@app.route("/")\ndef index():\n    r = make_response("x")\n    r.set_cookie("lang", "x", secure=settings.COOKIE_SECURE)\n    return r\n',
    },
    'app.py',
    'settings.py',
    'COOKIE_SECURE = True',
  ],
  [
    'options of another module that say on under a condition',
    {
      'package.json': '{ "dependencies": { "express": "^5.0.0" } }\n',
      'options.js':
        'exports.cookie = () => {\n  const options = {};\n  if (process.env.SHOP_TLS) {\n    options.secure = true;\n  }\n  return options;\n};\n',
      'app.js':
        "const express = require('express');\nconst { cookie } = require('./options');\nconst app = express();\napp.get('/', (req, res) => {\n  res.cookie('sid', 'x', cookie());\n});\n",
    },
    'app.js',
    'options.js',
    '  const options = {};\n  options.secure = true;\n',
  ],
])('%s', (_, files, from, at, after) => {
  it('is mended where it is written', async () => {
    const finding = (await findingsOf(files)).find(({ path: file }) => file === from);
    const fix = finding?.fixes[0];
    expect(fix?.path).toBe(at);
    expect(fix?.title).toContain(`in \`${at}\``);
    expect(fix?.title).toContain('check');
    expect(finding?.byHand).toBeUndefined();
    const changed = applyEdits(files[at]!, fix!.edits);
    expect(changed).toContain(after);
    expect((await findingsOf({ ...files, [at]: changed })).filter(({ path: file }) => file === from)).toEqual([]);
  });

  it('is left alone by --fix', async () => {
    const findings = (await findingsOf(files)).filter(({ path: file }) => file === from);
    expect(findings).not.toEqual([]);
    expect(plannedEdits(findings)).toEqual([]);
  });
});

it('a name that decides more than cookies is not changed in another file', async () => {
  const findings = await findingsOf({
    'package.json': '{ "dependencies": { "express": "^5.0.0" } }\n',
    'mode.ts': "export const isProduction = process.env.NODE_ENV === 'production';\n",
    'jar.ts':
      "import type { Response } from 'express';\nimport { isProduction } from './mode.js';\nexport const put = (res: Response, name: string, secure = isProduction) => res.cookie(name, 'x', { secure });\n",
    'app.ts':
      "import express from 'express';\nimport { put } from './jar.js';\nconst app = express();\napp.get('/', (req, res) => {\n  put(res, 'sid');\n});\n",
  });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.flatMap(({ fixes }) => fixes.map(({ path: file }) => file))).not.toContain('mode.ts');
});
