/** Texts that change while ESLint runs: what is worked out again, and what stays. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/eslint/plugin.js';
import { parsing } from '../../src/syntax/steps.js';
import { counts, resetCounts, totalCount } from '../../src/values/counts.js';

function project(files: Readonly<Record<string, string>>, fix = false): { readonly eslint: ESLint; readonly at: (file: string) => string } {
  const root = mkdtempSync(path.join(tmpdir(), 'eslint-changes-'));
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module","dependencies":{"express":"^5"}}', ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return {
    eslint: new ESLint({
      cwd: root,
      fix,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { rules: { quotes: ['error', 'single'] } }] as never,
    }),
    at: (file) => path.join(root, file),
  };
}

const said = (results: readonly ESLint.LintResult[]): string[] =>
  results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${ruleId} ${line}`));

const route = (options: string): string =>
  `import express from 'express';\nconst app = express();\napp.get('/', (req, res) => {\n  res.cookie('session', req.query.v, ${options});\n});\n`;
const plain = (index: number): string => `export const label${index} = "a label";\n`;

async function workOf(count: number): Promise<number> {
  const routes = Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/r${index}.js`, route('{ httpOnly: true }')]));
  const labels = Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/l${index}.js`, plain(index)]));
  const { eslint } = project({ ...routes, ...labels }, true);
  resetCounts();
  const before = parsing.lowered;
  const results = await eslint.lintFiles(['src']);
  expect(results.map(({ output }) => output)).toEqual(
    results.map(({ filePath }) =>
      path.basename(filePath).startsWith('r') ? route('{ httpOnly: true, secure: true }') : expect.stringContaining("'a label'"),
    ),
  );
  expect(said(results)).toEqual([]);
  return totalCount() + parsing.lowered - before;
}

it('fixing twice as many files is twice the work', async () => {
  const [small, large] = [await workOf(20), await workOf(40)];
  expect(Math.log2(large / small), `${small} became ${large}`).toBeLessThanOrEqual(1.15);
}, 60_000);

it('files without a cookie are not read as programs', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`src/l${index}.js`, plain(index)]));
  const { eslint } = project(files);
  const before = parsing.lowered;
  expect(said(await eslint.lintFiles(['src'])).filter((one) => one.startsWith('cookie-lint/'))).toEqual([]);
  expect(parsing.lowered - before).toBe(0);
});

it('an app that no linted file belongs to is not read', async () => {
  const manifest = '{"type":"module","dependencies":{"express":"^5"}}';
  const { eslint } = project({
    'apps/a/package.json': manifest,
    'apps/a/login.js': route('{ httpOnly: true }'),
    'apps/a/label.js': plain(1),
    'apps/b/package.json': manifest,
    ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`apps/b/r${index}.js`, route('{ httpOnly: true }')])),
  });
  const [lowered, reads] = [parsing.lowered, counts.files];
  expect(said(await eslint.lintFiles(['apps/a'])).filter((one) => one.startsWith('cookie-lint/'))).toEqual(['cookie-lint/express 4']);
  expect(parsing.lowered - lowered).toBe(1);
  expect(counts.files - reads).toBeLessThan(10);
});

it('a file is judged by the text that another has meanwhile', async () => {
  const { eslint, at } = project({
    'options.js': 'export const options = { secure: true };\n',
    'app.js': `import { options } from './options.js';\n${route('options')}`,
    'proxy.js': "import express from 'express';\nconst app = express();\nexport default app;\n",
  });
  const lint = async (file: string, text?: string): Promise<string[]> =>
    said(text === undefined ? await eslint.lintFiles([at(file)]) : await eslint.lintText(text, { filePath: at(file) }));
  expect(await lint('app.js')).toEqual([]);
  expect(await lint('options.js', 'export const options = { secure: false };\n')).toEqual(['cookie-lint/express 1']);
  expect(await lint('app.js')).toEqual(['cookie-lint/express 5']);
  expect(await lint('options.js', 'export const options = { secure: true };\n')).toEqual([]);
  expect(await lint('app.js')).toEqual([]);
});

it('a policy that a file gets counts for the others', async () => {
  const { eslint, at } = project({
    'app.js':
      "import session from 'express-session';\nimport { app } from './made.js';\napp.use(session({ secret: 'x', cookie: { secure: 'auto' } }));\n",
    'made.js': "import express from 'express';\nexport const app = express();\n",
  });
  const before = said(await eslint.lintFiles([at('app.js')]));
  expect(before).toEqual(['cookie-lint/express-session 3']);
  await eslint.lintText("import express from 'express';\nexport const app = express();\napp.set('trust proxy', 1);\n", {
    filePath: at('made.js'),
  });
  expect(said(await eslint.lintFiles([at('app.js')]))).toEqual([]);
});
