/** How much work a run over a fixed tree is: a regression fails here without a clock. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { parsing } from '../../src/syntax/steps.js';
import { counts, resetCounts } from '../../src/values/counts.js';

const OTHERS = 40;
const BYTE_ORDER_MARK = '\uFEFF';

/** Files with cookies, a helper with a caller in another file, C# files with a byte order mark, and many files about something else. */
const TREE: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "dependencies": { "express": "^5" } }',
  'src/options.js': 'export const options = { httpOnly: true, secure: process.env.COOKIES === "on" };\n',
  'src/remember.js': 'export function remember(res, value, given) {\n  res.cookie("session", value, given);\n}\n',
  'src/login.js':
    'import { remember } from "./remember.js";\nimport { options } from "./options.js";\nexport const login = (req, res) => remember(res, req.query.v, options);\n',
  'src/Startup.cs': `${BYTE_ORDER_MARK}class Startup { void Run(HttpResponse response) { response.Cookies.Append("session", "x"); } }\n`,
  'src/Login.cs': `${BYTE_ORDER_MARK}class Login { void Run(HttpResponse response) { response.Cookies.Append("language", "x"); } }\n`,
  'app/views.py': 'def login(request):\n    response = make_response("")\n    response.set_cookie("session", "x")\n    return response\n',
  ...Object.fromEntries(
    Array.from({ length: OTHERS }, (_, i) => [`src/other${i}.js`, `export const other${i} = (a, b) => a + b * ${i};\n`]),
  ),
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-work-'));
  for (const [file, text] of Object.entries(TREE)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('reads each file of code once, and lowers only what has a cookie or decides one', async () => {
  // Lock files are asked for beside the listed ones.
  resetCounts();
  const before = { ...parsing };
  const unlisted: string[] = [];
  const { files, candidates } = await scan({ root, config: defaultConfig, noteUnlisted: (file) => unlisted.push(file) });
  const parsed = parsing.parsed - before.parsed;
  const lowered = parsing.lowered - before.lowered;
  expect({ files, candidates, read: counts.files - unlisted.length, parsed, lowered, steps: counts.steps }).toEqual({
    files: Object.keys(TREE).length,
    candidates: 4,
    // The manifest is read once more, when it is asked which packages the app has.
    read: Object.keys(TREE).length + 1,
    parsed: 6,
    lowered: 6,
    steps: 26,
  });
});

it('reads no other file for one that no language is written in', async () => {
  for (const [file, text] of [
    ['README.md', 'res.cookie("session", "x")\n'],
    ['notes.txt', 'app.use(session())\n'],
  ] as const)
    writeFileSync(path.join(root, file), text);
  resetCounts();
  const { cookies, files } = await scan({ root, config: defaultConfig, paths: ['README.md', 'notes.txt'] });
  expect({ cookies, files, read: counts.files, steps: counts.steps }).toEqual({ cookies: [], files: 2, read: 0, steps: 0 });
  for (const file of ['README.md', 'notes.txt']) rmSync(path.join(root, file));
});
