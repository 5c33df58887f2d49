/** What a user declares about the platform and the edge in front of an app, per app. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../src/engine/config/load.js';
import { scan } from '../../src/engine/scan.js';

const server =
  "const app = require('express')();\napp.get('/', (req, res) => {\n  res.cookie('sid', 'x', { secure: req.secure });\n  res.cookie('route', 'x');\n});\n";

/** The findings of two apps, `a` and `b`, under a configuration. */
async function findings(config: string): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-declared-'));
  for (const app of ['services/a', 'services/b']) {
    mkdirSync(path.join(root, app), { recursive: true });
    writeFileSync(path.join(root, app, 'package.json'), '{ "dependencies": { "express": "^5.0.0" } }');
    writeFileSync(path.join(root, app, 'app.js'), server);
  }
  writeFileSync(path.join(root, 'cookie-lint.config.yaml'), config);
  const report = await scan({ root, config: (await loadConfig(root)).config });
  return report.findings.map(({ path: file, cookie, problem }) => `${file.split('/')[1] ?? ''} ${cookie.name ?? '?'} ${problem}`);
}

const sid = (app: string): string => `${app} sid request-conditional`;
const route = (app: string): string => `${app} route missing`;

it.each([
  ['ignores: []\n', [sid('a'), route('a'), sid('b'), route('b')]],
  ['trustProxy: true\n', [route('a'), route('b')]],
  ['trustProxy: [services/a]\n', [route('a'), sid('b'), route('b')]],
  ["trustProxy: ['services/*']\n", [route('a'), route('b')]],
  ['trustProxy: false\n', [sid('a'), route('a'), sid('b'), route('b')]],
  ['policies: [{ secure: true }]\n', []],
  ['policies: [{ apps: [services/b], cookies: [rou*], secure: true }]\n', [sid('a'), route('a'), sid('b')]],
  ['policies: [{ secure: false }]\n', [sid('a'), route('a'), sid('b'), route('b')]],
])('%s', async (config, expected) => {
  expect(await findings(config)).toEqual(expected);
});

it('a policy says what it does', async () => {
  await expect(findings('policies: [{ apps: [services/a] }]\n')).rejects.toThrow('secure');
});
