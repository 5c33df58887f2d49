/** The VS Code extension: which server it runs, for which languages, and what it gets from that server. The editor itself is not needed. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../editors/vscode/src/languages.js';
import { PACKAGE_MAIN, serverCommand, type ServerCommand, type Surroundings } from '../../editors/vscode/src/server-command.js';
import { edited, startServer } from '../lsp/editor.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const manifest = json('editors/vscode/package.json');

const world = (files: readonly string[], over: Partial<Surroundings> = {}): Surroundings => ({
  setting: '',
  folders: ['/shop', '/blog'],
  isTrusted: true,
  searchPath: '/usr/local/bin:/usr/bin',
  platform: 'linux',
  isFile: (file) => files.includes(file),
  ...over,
});
const shown = (command: ServerCommand): string =>
  command.kind === 'none' ? command.why : [command.kind, command.file, ...command.args].join(' ');

describe('the server', () => {
  const own = `/blog/node_modules/${PACKAGE_MAIN}`;
  const global = '/usr/bin/cookie-lint';

  it.each<[string, string, Surroundings]>([
    ['the workspace’s own', `module ${own} lsp`, world([own, global])],
    [
      'that of the first folder which has one',
      `module /shop/node_modules/${PACKAGE_MAIN} lsp`,
      world([own, `/shop/node_modules/${PACKAGE_MAIN}`]),
    ],
    ['else the one on the PATH', `program ${global} lsp`, world([global])],
    ['the one that is set', 'program /opt/cookie-lint lsp', world([own, global, '/opt/cookie-lint'], { setting: '/opt/cookie-lint' })],
    [
      'a module that is set, from the first folder',
      'module /shop/tools/main.js lsp',
      world([own, '/shop/tools/main.js'], { setting: 'tools/main.js' }),
    ],
    ['outside of a workspace that nobody trusts', `program ${global} lsp`, world([own, global], { isTrusted: false })],
    [
      'no program of such a workspace on the PATH either',
      `program ${global} lsp`,
      world(['/shop/bin/cookie-lint', global], { isTrusted: false, searchPath: '/shop/bin:/usr/bin' }),
    ],
    [
      'nothing that a relative PATH names',
      `program ${global} lsp`,
      world(['bin/cookie-lint', 'cookie-lint', '/shop/bin/cookie-lint', global], { searchPath: 'bin::.:/usr/bin' }),
    ],
    [
      'npm’s global one on Windows',
      `module C:\\npm\\node_modules\\${PACKAGE_MAIN.replaceAll('/', '\\')} lsp`,
      world([`C:\\npm\\node_modules\\${PACKAGE_MAIN.replaceAll('/', '\\')}`], {
        platform: 'win32',
        folders: ['C:\\shop'],
        searchPath: 'C:\\Windows;C:\\npm',
      }),
    ],
  ])('is %s', (_name, expected, surroundings) => {
    expect(shown(serverCommand(surroundings))).toBe(expected);
  });

  it.each<[string, Surroundings]>([
    ['neither in node_modules of the workspace nor on the PATH', world([])],
    ['It is not on the PATH', world([own], { isTrusted: false })],
    ['leads to /shop/gone.js, which is no file', world([own, global], { setting: 'gone.js' })],
    ['relative to a folder, and none is open', world(['bin/cookie-lint'], { setting: 'bin/cookie-lint', folders: [] })],
    [
      'name the main.js that it runs',
      world(['C:\\npm\\cookie-lint.cmd'], { platform: 'win32', folders: ['C:\\shop'], setting: 'C:\\npm\\cookie-lint.cmd' }),
    ],
  ])('is not run, and the reader told: %s', (why, surroundings) => {
    const command = serverCommand(surroundings);
    expect(command.kind).toBe('none');
    expect(shown(command)).toContain(why);
  });

  it('is where the package has it', () => {
    const { name, bin } = json('package.json');
    expect(PACKAGE_MAIN).toBe(`${name}/${bin['cookie-lint']}`);
  });
});

describe('the manifest', () => {
  it('activates for every language that is read, once each', () => {
    expect(manifest.activationEvents.filter((event: string) => event.startsWith('onLanguage:'))).toEqual(
      LANGUAGES.map((language) => `onLanguage:${language}`),
    );
    expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length);
  });

  it('has the settings and commands that the extension asks for', () => {
    const source = readFileSync(path.join(ROOT, 'editors/vscode/src/extension.ts'), 'utf8');
    const asked = [...source.matchAll(/settings\.get\('(\w+)'/g)].map(([, key]) => `cookieLint.${key ?? ''}`).sort();
    expect(Object.keys(manifest.contributes.configuration.properties).sort()).toEqual(asked);
    for (const { command } of manifest.contributes.commands) expect(source).toContain(`registerCommand('${command as string}'`);
    // Where nobody trusts the workspace, its settings choose no program.
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('cookieLint.path');
  });

  it('speaks the protocol of the server, and has its version', () => {
    const lock = json('editors/vscode/package-lock.json').packages;
    expect(lock['node_modules/vscode-languageserver-protocol'].version).toBe(
      json('package-lock.json').packages['node_modules/vscode-languageserver-protocol'].version,
    );
    expect(manifest.version).toBe(json('package.json').version);
    expect(readFileSync(path.join(ROOT, 'editors/vscode/LICENSE'), 'utf8')).toBe(readFileSync(path.join(ROOT, 'LICENSE'), 'utf8'));
  });

  it('pins its packages, and their lock file names no host', () => {
    for (const version of Object.values(manifest.devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(readFileSync(path.join(ROOT, 'editors/vscode/package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});

describe('a session', () => {
  const SOURCE = "const app = require('express')();\napp.get('/', (req, res) => res.cookie('session', 'x', { secure: false }));\n";
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-vscode-'));
    writeFileSync(path.join(folder, 'app.js'), SOURCE);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const real = (over: Partial<Surroundings>): Surroundings =>
    world([], {
      folders: [folder],
      searchPath: '',
      platform: process.platform,
      isFile: (file) => existsSync(file) && statSync(file).isFile(),
      ...over,
    });
  /** What VS Code starts: a module with its own Node.js, a program by itself. */
  const started = (command: ServerCommand): readonly [string, ...string[]] => {
    if (command.kind === 'none') throw new Error(command.why);
    return command.kind === 'module' ? [process.execPath, command.file, ...command.args] : [command.file, ...command.args];
  };

  it.each<[string, () => Surroundings]>([
    [
      'the workspace’s own',
      () => {
        mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
        if (!existsSync(path.join(folder, 'node_modules/cookie-lint')))
          symlinkSync(ROOT, path.join(folder, 'node_modules/cookie-lint'), 'junction');
        return real({});
      },
    ],
    [
      'the one on the PATH',
      () => {
        const bin = path.join(folder, 'bin');
        mkdirSync(bin, { recursive: true });
        writeFileSync(
          path.join(bin, 'cookie-lint'),
          `#!/bin/sh\nexec '${process.execPath}' '${path.join(ROOT, 'dist/src/cli/main.js')}' "$@"\n`,
        );
        chmodSync(path.join(bin, 'cookie-lint'), 0o755);
        return real({ folders: [], searchPath: bin });
      },
    ],
  ])('with %s shows the problem and fixes it', async (_name, surroundings) => {
    const editor = await startServer(
      folder,
      {
        capabilities: {
          textDocument: {
            codeAction: {
              codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
              resolveSupport: { properties: ['edit'] },
            },
          },
        },
      },
      started(serverCommand(surroundings())),
    );
    const [diagnostic] = await editor.show('app.js', SOURCE);
    expect(diagnostic).toMatchObject({ source: 'cookie-lint', code: 'express/res-cookie', range: { start: { line: 1 } } });
    expect(diagnostic?.codeDescription?.href).toMatch(/#disabled$/);
    const [fix] = await editor.actions('app.js', diagnostic!.range, ['quickfix']);
    const after = edited(SOURCE, fix?.edit?.changes?.[editor.uriOf('app.js')] ?? []);
    expect(after).toBe(SOURCE.replace('false', 'true'));
    expect(await editor.show('app.js', after)).toEqual([]);
    await editor.end();
  });
});
