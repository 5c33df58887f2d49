/** An editor without a window: the language server in a process of its own, driven over standard input and output. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';

const MAIN = path.resolve(import.meta.dirname, '../../dist/src/cli/main.js');

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

export interface Editor {
  readonly client: ProtocolConnection;
  readonly published: Published[];
  /** Opens or changes a file, and waits for what is found in that text. */
  readonly show: (file: string, text: string) => Promise<Diagnostic[]>;
  /** The actions for a place, or for the whole file. */
  readonly actions: (file: string, at: Diagnostic['range'], only?: string[]) => Promise<CodeAction[]>;
  readonly uriOf: (file: string) => string;
  readonly end: () => Promise<void>;
}

export async function until<T>(look: () => T | undefined): Promise<T> {
  for (let i = 0; i < 400; i++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not answer in time');
}

/** Starts the server in a folder, which is the workspace where `params` does not say otherwise. */
export async function startServer(
  folder: string,
  params: Partial<InitializeParams> = {},
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, MAIN, 'lsp'],
  prepare: (client: ProtocolConnection) => void = () => undefined,
): Promise<Editor> {
  const server = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published: Published[] = [];
  const versions = new Map<string, number>();
  const uriOf = (file: string): string => pathToFileURL(path.join(folder, file)).href;
  client.onNotification('textDocument/publishDiagnostics', (one: Published) => void published.push(one));
  prepare(client);
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'workspace' }],
    ...params,
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    published,
    uriOf,
    async show(file, text) {
      const uri = uriOf(file);
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      if (version === 1)
        await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version, text } });
      else await client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
      return (await until(() => published.find((one) => one.uri === uri && one.version === version))).diagnostics;
    },
    actions: (file, range, only) =>
      client.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(file) },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      }),
    async end() {
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      server.kill();
    },
  };
}

/** A text with the edits of an action made in it. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}
