/** A tree that stays between runs: what a change costs, and that it is judged as if everything were read anew. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { KeptTree } from '../../src/engine/kept-tree.js';
import { scan } from '../../src/engine/scan.js';
import { parsing } from '../../src/syntax/steps.js';
import { counts } from '../../src/values/counts.js';

const route = (options: string): string =>
  `const app = require('express')();\napp.get('/', (req, res) => {\n  res.cookie('session', req.query.v, ${options});\n});\n`;

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kept-tree-'));
  const files = {
    'package.json': '{"dependencies":{"express":"^5"}}',
    'app.py': "from flask import make_response\nmake_response().set_cookie('a', 'b')\n",
    'set.js': "exports.setSession = (res, options) => res.cookie('session', 'x', options);\n",
    ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`routes/r${index}.js`, route('{ secure: true }')])),
    ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`labels/l${index}.js`, `exports.label = ${index};\n`])),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const FILE = 'routes/r1.js';
const said = async (texts: ReadonlyMap<string, string>, tree?: KeptTree): Promise<string[]> => {
  const report = await scan({ root, config: defaultConfig, texts, files: [...texts.keys()], ...(tree === undefined ? {} : { tree }) });
  return report.findings.map(({ path: file, range, message }) => `${file} ${range.start} ${message}`);
};

it('a change lowers the changed file alone, and reads no file of code', async () => {
  const tree = await KeptTree.of(root, defaultConfig);
  await said(new Map([[FILE, route('{ secure: true }')]]), tree);
  const [lowered, reads] = [parsing.lowered, counts.files];
  expect(await said(new Map([[FILE, route('{ httpOnly: true }')]]), tree)).toHaveLength(1);
  expect(parsing.lowered - lowered).toBe(1);
  expect(counts.files - reads).toBeLessThan(10);
});

it('a file without a cookie is not lowered when it changes', async () => {
  const tree = await KeptTree.of(root, defaultConfig);
  await said(new Map([['labels/l1.js', 'exports.label = 1;\n']]), tree);
  const lowered = parsing.lowered;
  expect(await said(new Map([['labels/l1.js', 'exports.label = 2;\n']]), tree)).toEqual([]);
  expect(parsing.lowered - lowered).toBe(0);
});

const texts: readonly string[] = [
  route('{ secure: true }'),
  'exports.label = "no cookie any more";\n',
  "const { setSession } = require('../set.js');\nexports.login = (req, res) => setSession(res, { secure: false });\n",
  "const { setSession } = require('../set.js');\nexports.login = (req, res) => setSession(res, { secure: true });\n",
  route('{ secure: process.env.NODE_ENV === "production" }'),
  `${route('{}')}app.set('trust proxy', 1);\n`,
  '',
];

it('says after each change what a run from the beginning says', async () => {
  const tree = await KeptTree.of(root, defaultConfig);
  for (const text of texts) {
    const asked = new Map([[FILE, text]]);
    expect(await said(asked, tree), text).toEqual(await said(asked));
  }
  // Another file is opened, and closed again.
  const [first = ''] = texts;
  for (const asked of [
    new Map([
      [FILE, first],
      ['set.js', 'exports.setSession = () => 1;\n'],
    ]),
    new Map([[FILE, texts[2] ?? '']]),
  ])
    expect(await said(asked, tree)).toEqual(await said(asked));
});
