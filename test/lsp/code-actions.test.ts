/** What the editor is offered: fixes in other files, all fixes at once, and the comment that accepts a finding. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { edited, startServer, until, type Editor } from './editor.js';

const OPTIONS = "exports.options = { secure: process.env.NODE_ENV === 'production' };\n";
const APP = `const { options } = require('./config/options');
const app = require('express')();
app.post('/login', (req, res) => {
  res.cookie('session', 'x', { httpOnly: true });
  res.cookie('token', 'x', options);
  res.cookie('csrf', 'x', { secure: false });
});
`;
const ALL = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

let folder: string;
let editor: Editor;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-lsp-'));
  mkdirSync(path.join(folder, 'config'));
  writeFileSync(path.join(folder, 'config/options.js'), OPTIONS);
  writeFileSync(path.join(folder, 'app.js'), APP);
  editor = await startServer(folder, { capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } } });
});

afterAll(async () => {
  await editor.end();
  rmSync(folder, { recursive: true, force: true });
});

const changesOf = (action: CodeAction | undefined, file: string): ReturnType<typeof edits> => edits(action, editor.uriOf(file));
const edits = (action: CodeAction | undefined, uri: string) => action?.edit?.changes?.[uri] ?? [];
const found = (diagnostics: readonly Diagnostic[]): number[] => diagnostics.map(({ range }) => range.start.line + 1);

describe('the options in another file', () => {
  it('are fixed there, as the editor has them', async () => {
    const diagnostics = await editor.show('app.js', APP);
    expect(found(diagnostics)).toEqual([4, 5, 6]);
    const [fix] = await editor.actions('app.js', diagnostics[1]!.range, ['quickfix']);
    expect(fix).toMatchObject({ title: 'Set `secure` to `true` in `config/options.js`', isPreferred: true });
    expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([editor.uriOf('config/options.js')]);
    expect(edited(OPTIONS, changesOf(fix, 'config/options.js'))).toBe('exports.options = { secure: true };\n');

    const unsaved = `// not saved\n${OPTIONS}`;
    expect(found(await editor.show('config/options.js', unsaved))).toEqual([2]);
    const [again] = await editor.actions('app.js', diagnostics[1]!.range);
    expect(edited(unsaved, changesOf(again, 'config/options.js'))).toBe('// not saved\nexports.options = { secure: true };\n');
    // What the editor has there decides, before it is saved.
    await editor.show('config/options.js', 'exports.options = { secure: true };\n');
    expect(found(await editor.show('app.js', `${APP}\n`))).toEqual([4, 6]);
    await editor.show('config/options.js', OPTIONS);
  });

  it('are judged again for every open document that they decide', async () => {
    await editor.show('app.js', APP);
    const uri = editor.uriOf('app.js');
    const next = async (change: () => Promise<unknown>): Promise<number[]> => {
      const count = editor.published.length;
      await change();
      return found((await until(() => editor.published.slice(count).find((one) => one.uri === uri))).diagnostics);
    };
    expect(await next(() => editor.show('config/options.js', 'exports.options = { secure: true };\n'))).toEqual([4, 6]);
    // Nothing in app.js leads there any more, so what is written there is looked at when it is saved.
    await editor.show('config/options.js', OPTIONS);
    expect(
      await next(() =>
        editor.client.sendNotification('textDocument/didSave', { textDocument: { uri: editor.uriOf('config/options.js') } }),
      ),
    ).toEqual([4, 5, 6]);
  });

  it('say under the cursor what they decide', async () => {
    await editor.show('config/options.js', OPTIONS);
    const hover: Hover | null = await editor.client.sendRequest('textDocument/hover', {
      textDocument: { uri: editor.uriOf('config/options.js') },
      position: { line: 0, character: 30 },
    });
    expect(JSON.stringify(hover?.contents)).toContain('Cookie `token` is Secure only where `NODE_ENV` says so');
  });
});

describe('all fixes', () => {
  it('are made together, when the action is chosen', async () => {
    await editor.show('app.js', APP);
    const [action] = await editor.actions('app.js', ALL, ['source.fixAll']);
    expect(action).toMatchObject({ kind: 'source.fixAll.cookie-lint' });
    expect(action?.edit).toBeUndefined();
    const whole: CodeAction = await editor.client.sendRequest('codeAction/resolve', action);
    const after = edited(APP, changesOf(whole, 'app.js'));
    expect(after).toBe(APP.replace('{ httpOnly: true }', '{ httpOnly: true, secure: true }').replace('secure: false', 'secure: true'));
    expect(found(await editor.show('app.js', after))).toEqual([5]);
    // Nothing in this file is left to fix.
    expect(await editor.actions('app.js', ALL, ['source.fixAll.cookie-lint'])).toEqual([]);
  });

  it('come whole to an editor that resolves nothing, where it asks for them', async () => {
    const plain = await startServer(folder);
    await plain.show('app.js', APP);
    const kinds = async (only?: string[]): Promise<(string | undefined)[]> =>
      (await plain.actions('app.js', ALL, only)).map(({ kind }) => kind);
    expect(await kinds()).not.toContain('source.fixAll.cookie-lint');
    const [action] = await plain.actions('app.js', ALL, ['source.fixAll.cookie-lint']);
    expect(edited(APP, edits(action, plain.uriOf('app.js')))).toContain("secure: true });\n  res.cookie('token'");
    await plain.end();
  });

  it('are not offered for a text that changed since', async () => {
    await editor.show('app.js', APP);
    const [action] = await editor.actions('app.js', ALL, ['source']);
    await editor.show('app.js', `${APP}\n`);
    expect((await editor.client.sendRequest<CodeAction>('codeAction/resolve', action)).edit).toBeUndefined();
  });
});

it('offers only the kinds that are asked for', async () => {
  await editor.show('app.js', APP);
  const kinds = async (only?: string[]): Promise<string[]> =>
    [...new Set((await editor.actions('app.js', ALL, only)).map(({ kind }) => kind!))].sort();
  expect(await kinds(['refactor'])).toEqual([]);
  expect(await kinds(['source.organizeImports', 'source.fixAll.eslint'])).toEqual([]);
  expect(await kinds(['quickfix'])).toEqual(['quickfix']);
  expect(await kinds(['source'])).toEqual(['source.fixAll.cookie-lint']);
  expect(await kinds()).toEqual(['quickfix', 'source.fixAll.cookie-lint']);
});

describe('the comment that accepts a finding', () => {
  const session = {
    python:
      'from flask import Flask, make_response\napp = Flask(__name__)\n@app.route("/")\ndef login():\n    r = make_response("x")\n    r.set_cookie(\n        "session",\n        "x",\n        secure=False,\n    )\n    return r\n',
  };
  it.each<[string, string, string]>([
    [
      'app.js',
      APP.replace(/\n {2}res.cookie\('(?:token|csrf)'.*/g, ''),
      "  // cookie-lint-disable-next-line express/res-cookie -- \n  res.cookie('session'",
    ],
    [
      'crlf.js',
      APP.replace(/\n {2}res.cookie\('(?:token|csrf)'.*/g, '').replaceAll('\n', '\r\n'),
      "  // cookie-lint-disable-next-line express/res-cookie -- \r\n  res.cookie('session'",
    ],
    ['app.py', session.python, '        # cookie-lint-disable-next-line flask/set-cookie -- \n        secure=False'],
    [
      'login.php',
      "<?php\nsetcookie('session', 'x', ['secure' => false]);\n",
      '// cookie-lint-disable-next-line php/setcookie-options -- \nsetcookie(',
    ],
    ['php.ini', '[Session]\nsession.cookie_secure = 0\n', '; cookie-lint-disable-next-line php/'],
    [
      'web.xml',
      '<web-app>\n  <session-config>\n    <cookie-config>\n      <secure>false</secure>\n    </cookie-config>\n  </session-config>\n</web-app>\n',
      '      <!-- cookie-lint-disable-next-line servlet/',
    ],
    [
      'page.html',
      '<html>\n<script>\n  document.cookie = "session=x";\n</script>\n</html>\n',
      '  // cookie-lint-disable-next-line dom/document-cookie -- ',
    ],
    [
      'server.conf',
      'server {\n  location / {\n    add_header Set-Cookie "session=x; HttpOnly";\n  }\n}\n',
      '    # cookie-lint-disable-next-line ',
    ],
  ])('is written in %s as that language writes comments', async (file, text, expected) => {
    writeFileSync(path.join(folder, file), text);
    const diagnostics = await editor.show(file, text);
    expect(diagnostics).toHaveLength(1);
    const action = (await editor.actions(file, diagnostics[0]!.range)).find(({ title }) => title.startsWith('Accept '));
    const after = edited(text, changesOf(action, file));
    expect(after).toContain(expected);
    // It says nothing and hides nothing until a reason is written into it.
    const waiting = await editor.show(file, after);
    expect(waiting.map(({ message }) => message)).toContainEqual(expect.stringContaining('gives no reason'));
    expect(waiting).toHaveLength(2);
    expect(await editor.show(file, after.replace(' -- ', ' -- loopback only '))).toEqual([]);
    rmSync(path.join(folder, file));
  });

  it('is not offered where the format has no comments', async () => {
    const text = '{\n  "auth": { "cookie": { "secure": false } },\n  "Set-Cookie": "session=x"\n}\n';
    await editor.show('none.json', text);
    expect((await editor.actions('none.json', ALL)).filter(({ title }) => title.startsWith('Accept '))).toEqual([]);
  });
});
