/** The language server, driven over standard input and output by a real client. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { startServer, until, type Editor } from './editor.js';

const SOURCE =
  "const { options } = require('./options');\nconst app = require('express')();\napp.post('/login', (req, res) => {\n  res.cookie('session', 'x', { httpOnly: true });\n  res.cookie('token', 'x', options);\n});\n";

let folder: string;
let editor: Editor;
let client: Editor['client'];
let uri: string;
let published: { uri: string; diagnostics: Diagnostic[] }[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-lsp-'));
  writeFileSync(path.join(folder, 'options.js'), "exports.options = { secure: process.env.NODE_ENV === 'production' };\n");
  writeFileSync(path.join(folder, 'app.js'), SOURCE);
  uri = pathToFileURL(path.join(folder, 'app.js')).href;
  editor = await startServer(folder, {
    workspaceFolders: [
      { uri: 'vscode-vfs://host/shop', name: 'remote' },
      { uri: pathToFileURL(folder).href, name: 'shop' },
    ],
  });
  ({ client, published } = editor);
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'javascript', version: 1, text: SOURCE } });
});

afterAll(async () => {
  await editor.end();
  rmSync(folder, { recursive: true, force: true });
});

it('publishes diagnostics with the trail into other files', async () => {
  const { diagnostics } = await until(() => published.find((one) => one.uri === uri));
  expect(diagnostics.map((one) => `${one.range.start.line + 1} ${String(one.code)}`)).toEqual([
    '4 express/res-cookie',
    '5 express/res-cookie',
  ]);
  expect(diagnostics[1]!.relatedInformation?.some((one) => one.location.uri.endsWith('/options.js'))).toBe(true);
});

it('offers the fix', async () => {
  await until(() => published.find((one) => one.uri === uri));
  const actions: CodeAction[] = await client.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 3, character: 10 }, end: { line: 3, character: 10 } },
    context: { diagnostics: [] },
  });
  expect(actions[0]?.edit?.changes?.[uri]?.map((edit) => edit.newText)).toEqual([', secure: true']);
  expect(actions[0]?.isPreferred).toBe(true);
});

it('tells the state of the cookie under the cursor', async () => {
  await until(() => published.find((one) => one.uri === uri));
  const hover: Hover | null = await client.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 4, character: 8 },
  });
  expect(JSON.stringify(hover?.contents)).toContain('env-conditional');
  expect(JSON.stringify(hover?.contents)).toContain('NODE_ENV');
  // The trail leads into the file where it is decided.
  expect(JSON.stringify(hover?.contents)).toContain(
    `- [\`options.js:1\`](${pathToFileURL(path.join(folder, 'options.js')).href}#L1) decided here`,
  );
});

it('judges the buffer, not the file', async () => {
  const before = published.length;
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: SOURCE.replace('{ httpOnly: true }', '{ httpOnly: true, secure: true }') }],
  });
  const { diagnostics } = await until(() => published.slice(before).find((one) => one.uri === uri));
  expect(diagnostics.map((one) => one.range.start.line + 1)).toEqual([5]);
});

it('judges a file outside of its folders alone, and bears what is no file', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'cookie-lint-lsp-home-'));
  writeFileSync(path.join(home, 'options.js'), 'exports.options = { secure: true };\n');
  const outside = pathToFileURL(path.join(home, 'app.js')).href;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'untitled:Untitled-1', languageId: 'javascript', version: 1, text: SOURCE },
  });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: outside, languageId: 'javascript', version: 1, text: SOURCE },
  });
  const { diagnostics } = await until(() => published.find((one) => one.uri === outside));
  // The options beside it are not read, since nobody opened that folder: what they decide is said to be undecided.
  expect(diagnostics.map((one) => [one.range.start.line + 1, JSON.stringify(one.message).includes('may be sent without Secure')])).toEqual([
    [4, false],
    [5, true],
  ]);
  expect(published.some((one) => one.uri.startsWith('untitled:'))).toBe(false);
  rmSync(home, { recursive: true, force: true });
});

it('takes files for what they were until the editor that watches them says otherwise', async () => {
  const watched = mkdtempSync(path.join(tmpdir(), 'cookie-lint-lsp-'));
  writeFileSync(path.join(watched, 'options.js'), 'exports.options = { secure: true };\n');
  const registered: string[] = [];
  const other = await startServer(
    watched,
    { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } },
    undefined,
    (client) =>
      client.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
        registered.push(...registrations.map(({ method }) => method));
      }),
  );
  try {
    const lines = (diagnostics: readonly Diagnostic[]): number[] => diagnostics.map(({ range }) => range.start.line + 1);
    expect(lines(await other.show('app.js', SOURCE))).toEqual([4]);
    await until(() => registered[0]);
    expect(registered).toEqual(['workspace/didChangeWatchedFiles']);
    writeFileSync(path.join(watched, 'options.js'), 'exports.options = { secure: false };\n');
    await other.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: other.uriOf('options.js'), type: 2 }] });
    expect(lines(await other.show('app.js', `${SOURCE}\n`))).toEqual([4, 5]);
  } finally {
    await other.end();
    rmSync(watched, { recursive: true, force: true });
  }
});
