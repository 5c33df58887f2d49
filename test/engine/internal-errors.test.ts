/** A bug in one rule, front-end or fix costs what it was about, and is named; never the run, in none of the hosts. */
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import plugin from '../../src/eslint/plugin.js';
import { serve } from '../../src/lsp/server.js';
import { python } from '../../src/syntax/python/language.js';

const boom = (): never => {
  throw new TypeError('boom\nsecond line');
};

vi.mock('../../rules/index.js', async (original) => {
  const catalogue = await original<typeof import('../../rules/index.js')>();
  const throwing = {
    id: 'boom',
    title: 'Boom',
    languages: ['javascript', 'python'],
    triggers: ['boom'],
    surfaces: [
      {
        id: 'boom/judged',
        kind: 'cookie',
        default: 'off',
        match: { call: 'boomJudged' },
        get attributes(): never {
          return boom();
        },
      },
      {
        id: 'boom/matched',
        kind: 'cookie',
        default: 'off',
        match: {
          call: 'boomMatched',
          get givenTo(): never {
            return boom();
          },
        },
        attributes: {},
      },
    ],
  };
  return { ...catalogue, rules: [...catalogue.rules, throwing] };
});

const APP = [
  "const app = require('express')();",
  "app.get('/', (req, res) => {",
  "  res.cookie('session', 'x');",
  "  boomJudged('a');",
  "  boomMatched('a');",
  "  res.cookie('token', 'x');",
  '});',
  '',
].join('\n');

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'cookie-lint-internal-')));
  writeFileSync(path.join(root, 'app.js'), APP);
});
afterEach(() => vi.restoreAllMocks());

it('costs one site: the others are reported, and a line says what to report', async () => {
  const report = await scan({ root, config: defaultConfig });
  expect(report.findings.map(({ cookie }) => cookie.name)).toEqual(['session', 'token']);
  expect(report.skipped.map(({ kind }) => kind)).toEqual(['internal', 'internal']);
  expect(report.skipped.map(({ path: at, why }) => `${at} ${why.slice(0, why.indexOf(' ('))}`).sort()).toEqual([
    'app.js line 4: internal error while judging boom/judged: TypeError: boom',
    'app.js line 5: internal error while looking for cookies: TypeError: boom',
  ]);
  for (const { why } of report.skipped) {
    expect(why).toContain('please report this line');
    expect(why).not.toContain(path.dirname(import.meta.dirname));
    expect(why).not.toContain('\n');
  }
});

it('costs one file where a front-end fails', async () => {
  writeFileSync(path.join(root, 'views.py'), "def v(request):\n    r = HttpResponse()\n    r.set_cookie('session', 'x')\n    return r\n");
  vi.spyOn(python, 'lower').mockImplementation(boom);
  const report = await scan({ root, config: defaultConfig });
  expect(report.findings).toHaveLength(2);
  expect(report.skipped.filter(({ path: at }) => at === 'views.py')).toEqual([
    { path: 'views.py', kind: 'internal', why: expect.stringContaining('while reading it as python: TypeError: boom') as string },
  ]);
});

it('does not end ESLint, whose other messages stay', async () => {
  const warnings = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [plugin.configs['recommended']] as never });
  const [result] = await eslint.lintText(APP, { filePath: path.join(root, 'app.js') });
  expect(result!.messages.map(({ line, ruleId }) => `${line} ${String(ruleId)}`)).toEqual([
    '3 cookie-lint/express',
    '6 cookie-lint/express',
  ]);
  expect(warnings.mock.calls.map(([text]) => String(text))).toEqual([
    expect.stringContaining('app.js: line 5: internal error'),
    expect.stringContaining('app.js: line 4: internal error'),
  ]);
});

it('is told by the language server, which goes on', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const told = new Promise<Diagnostic[]>((resolve) =>
    client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => resolve(diagnostics)),
  );
  serve(server);
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'shop' }],
  });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: pathToFileURL(path.join(root, 'app.js')).href, languageId: 'javascript', version: 1, text: APP },
  });
  const diagnostics = await told;
  expect(diagnostics.filter(({ code }) => code === 'express/res-cookie')).toHaveLength(2);
  expect(diagnostics.filter(({ message }) => JSON.stringify(message).includes('internal error')).map(({ severity }) => severity)).toEqual([
    3, 3,
  ]);
  client.dispose();
  server.dispose();
});
