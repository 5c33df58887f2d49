/** The VS Code extension: starts the language server of cookie-lint, and ends it. */
import { existsSync, statSync } from 'node:fs';
import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { FILES, LANGUAGES } from './languages.js';
import { serverCommand, type ServerCommand } from './server-command.js';

let client: LanguageClient | undefined;
/** One start or stop after the other. */
let work: Promise<void> = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('cookieLint.restart', restart),
    workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration('cookieLint') ? restart() : undefined)),
    workspace.onDidChangeWorkspaceFolders(restart),
    workspace.onDidGrantWorkspaceTrust(restart),
  );
  await restart();
}

export function deactivate(): Promise<void> {
  return next(stop);
}

function restart(): Promise<void> {
  return next(async () => {
    await stop();
    await start();
  });
}

function next(step: () => Promise<void>): Promise<void> {
  work = work
    .then(step)
    .catch((error: unknown) => void window.showErrorMessage(`cookie-lint: ${error instanceof Error ? error.message : String(error)}`));
  return work;
}

async function stop(): Promise<void> {
  const before = client;
  client = undefined;
  await before?.dispose();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration('cookieLint');
  if (!settings.get('enable', true)) return;
  const command = serverCommand({
    setting: settings.get('path', ''),
    folders: (workspace.workspaceFolders ?? []).flatMap(({ uri }) => (uri.scheme === 'file' ? [uri.fsPath] : [])),
    isTrusted: workspace.isTrusted,
    searchPath: process.env.PATH ?? '',
    platform: process.platform,
    isFile: (file) => existsSync(file) && statSync(file).isFile(),
  });
  if (command.kind === 'none') {
    void window.showWarningMessage(command.why);
    return;
  }
  client = new LanguageClient('cookieLint', 'cookie-lint', optionsOf(command), {
    documentSelector: [
      ...LANGUAGES.map((language) => ({ scheme: 'file', language })),
      ...FILES.map((pattern) => ({ scheme: 'file', pattern })),
    ],
  });
  await client.start();
}

function optionsOf({ kind, file, args }: Exclude<ServerCommand, { kind: 'none' }>): ServerOptions {
  if (kind === 'module') return { module: file, args: [...args], transport: TransportKind.stdio };
  return { command: file, args: [...args], transport: TransportKind.stdio };
}
