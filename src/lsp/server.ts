/** The language server: diagnostics, fixes, and the state of the cookie under the cursor, over the same scan as the command line. */
import {
  CodeActionKind,
  createConnection,
  DidChangeWatchedFilesNotification,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type Hover,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../version.js';
import { fixAll, FIX_ALL, quickFixes, withFixes } from './code-actions.js';
import { diagnosticsOf } from './diagnostics.js';
import { forgetFiles, judge, leadsInto, localPath, placeOf, watchFiles, type Judged } from './documents.js';
import { hoverAt } from './hover.js';

/** Wait this long after a keystroke before judging. */
const QUIET_MS = 250;

/** Starts the server on a connection (standard input and output by default) and returns it. */
export function serve(connection: Connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)): Connection {
  const documents = new TextDocuments(TextDocument);
  const judged = new Map<string, Judged>();
  const waiting = new Map<string, NodeJS.Timeout>();
  let roots: string[] = [];
  let canResolve = false;
  let canWatch = false;

  connection.onInitialize(({ workspaceFolders, capabilities }): InitializeResult => {
    // Deeper folders first: a file belongs to the nearest one.
    roots = (workspaceFolders ?? []).flatMap(({ uri }) => localPath(uri) ?? []).sort((a, b) => b.length - a.length);
    canResolve = capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'cookie-lint', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        hoverProvider: true,
      },
    };
  });

  connection.onInitialized(async () => {
    if (!canWatch) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    watchFiles();
  });
  connection.onDidChangeWatchedFiles(forgetFiles);

  const check = async (document: TextDocument): Promise<void> => {
    const place = placeOf(document.uri, roots);
    if (place === undefined) return;
    // The editor goes on writing into the document meanwhile.
    const { version: judgedVersion } = document;
    const isWanted = (): boolean => documents.get(document.uri)?.version === judgedVersion;
    const report = await judge(place, document.getText(), documents, { isWanted });
    if (report === undefined || !isWanted()) return;
    const isOwn = ({ path }: { readonly path: string }): boolean => path === place.filename;
    const own = { version: judgedVersion, place, report, findings: report.findings.filter(isOwn), cookies: report.cookies.filter(isOwn) };
    judged.set(document.uri, own);
    await connection.sendDiagnostics({ uri: document.uri, version: judgedVersion, diagnostics: diagnosticsOf(own, document, documents) });
  };

  const schedule = (document: TextDocument): void => {
    clearTimeout(waiting.get(document.uri));
    waiting.set(
      document.uri,
      setTimeout(() => {
        waiting.delete(document.uri);
        check(document).catch((error: unknown) =>
          connection.console.error(
            `cookie-lint could not check ${document.uri}: ${error instanceof Error ? error.message : String(error)}`,
          ),
        );
      }, QUIET_MS),
    );
  };
  /** Judges what else is open again, where `isMeant`: what stands in one file decides about cookies in others. */
  const scheduleOthers = (document: TextDocument, isMeant: (own: Judged) => boolean): void => {
    for (const other of documents.all()) {
      const own = judged.get(other.uri);
      if (other !== document && own !== undefined && isMeant(own)) schedule(other);
    }
  };
  documents.onDidChangeContent(({ document }) => {
    schedule(document);
    const place = placeOf(document.uri, roots);
    if (place !== undefined) scheduleOthers(document, (own) => own.place.root === place.root && leadsInto(own, place.filename));
  });
  // A file that decided nothing yet may do so now.
  documents.onDidSave(({ document }) => {
    forgetFiles();
    scheduleOthers(document, ({ place }) => !place.isAlone);
  });
  documents.onDidOpen(forgetFiles);
  documents.onDidClose(({ document }) => {
    forgetFiles();
    clearTimeout(waiting.get(document.uri));
    judged.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  /** What was found in a document as it is now; undefined where that is not known yet. */
  const known = (uri: string): { document: TextDocument; own: Judged } | undefined => {
    const document = documents.get(uri);
    const own = judged.get(uri);
    return document === undefined || own?.version !== document.version ? undefined : { document, own };
  };

  connection.onCodeAction(async ({ textDocument, range, context }): Promise<CodeAction[]> => {
    const found = known(textDocument.uri);
    if (found === undefined) return [];
    const [from, to] = [found.document.offsetAt(range.start), found.document.offsetAt(range.end)];
    const asked = { ...found, context, documents };
    const at = found.own.findings.filter((finding) => finding.range.start <= to && finding.range.end >= from);
    const actions = [...(await quickFixes(asked, at)), ...(await fixAll(asked, canResolve))];
    return known(textDocument.uri)?.own === found.own ? actions : [];
  });

  connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
    // Some editors ask again about actions that were whole.
    const { uri, version: of } = (action.data ?? {}) as { uri?: string; version?: number };
    const found = uri === undefined ? undefined : known(uri);
    if (found?.document.version !== of || found === undefined) return action;
    const fixed = await withFixes(action, { ...found, documents });
    return known(found.document.uri)?.own === found.own ? fixed : action;
  });

  connection.onHover(({ textDocument, position }): Hover | null => {
    const found = known(textDocument.uri);
    return found === undefined ? null : hoverAt(found.document.offsetAt(position), found.own, found.document, documents);
  });

  documents.listen(connection);
  connection.listen();
  return connection;
}
