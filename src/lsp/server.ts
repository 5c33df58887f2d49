/** The language server: diagnostics, quick fixes, and the state of the cookie under the cursor, over the same scan as the command line. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import {
  CodeActionKind,
  DiagnosticSeverity,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CookieRecord, Finding, Report } from '../cookies/finding.js';
import { loadConfig } from '../engine/config/load.js';
import { scan } from '../engine/scan.js';
import { isWithin } from '../files/within.js';
import { version } from '../version.js';

/** Wait this long after a keystroke before judging. */
const QUIET_MS = 250;

/** What was found in an open document, for the version it was found in. */
interface Judged {
  readonly version: number;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly cookies: readonly CookieRecord[];
}

/** Starts the server on a connection (standard input and output by default) and returns it. */
export function serve(connection: Connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)): Connection {
  const documents = new TextDocuments(TextDocument);
  const judged = new Map<string, Judged>();
  const waiting = new Map<string, NodeJS.Timeout>();
  let roots: string[] = [];

  connection.onInitialize((params): InitializeResult => {
    // Deeper folders first: a file belongs to the nearest one.
    roots = (params.workspaceFolders ?? []).flatMap(({ uri }) => localPath(uri) ?? []).sort((a, b) => b.length - a.length);
    return {
      serverInfo: { name: 'cookie-lint', version },
      capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] }, hoverProvider: true },
    };
  });

  const check = async (document: TextDocument): Promise<void> => {
    const file = localPath(document.uri);
    // A text that is no file (yet) has no name to tell its language by.
    if (file === undefined) return;
    const workspace = roots.find((folder) => isWithin(folder, file));
    const root = workspace ?? path.dirname(file);
    const filename = path.relative(root, file).split(path.sep).join('/');
    const { config } = await loadConfig(root);
    // Nobody opened the folder of a file outside of the workspace; it may be the user's whole home.
    const report = await scan({ root, config, stdin: { filename, text: document.getText() }, ...(workspace === undefined ? { alone: true } : {}) });
    const own = { version: document.version, report, findings: report.findings.filter((one) => one.path === filename), cookies: report.cookies.filter((one) => one.path === filename) };
    judged.set(document.uri, own);
    const bugs = report.skipped.filter(({ path: at, kind }) => at === filename && kind !== undefined).map(({ why }) => unfinished(why));
    await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [...own.findings.map((finding) => diagnosticOf(finding, document, root, report)), ...bugs] });
  };

  const schedule = (document: TextDocument): void => {
    clearTimeout(waiting.get(document.uri));
    waiting.set(
      document.uri,
      setTimeout(() => {
        waiting.delete(document.uri);
        check(document).catch((error: unknown) => connection.console.error(`cookie-lint could not check ${document.uri}: ${error instanceof Error ? error.message : String(error)}`));
      }, QUIET_MS),
    );
  };
  documents.onDidChangeContent(({ document }) => schedule(document));
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    judged.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onCodeAction(({ textDocument, range }): CodeAction[] => {
    const document = documents.get(textDocument.uri);
    const own = judged.get(textDocument.uri);
    if (document === undefined || own === undefined || own.version !== document.version) return [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return own.findings.filter((finding) => finding.range.start <= to && finding.range.end >= from).flatMap((finding) => actionsOf(finding, document));
  });

  connection.onHover(({ textDocument, position }): Hover | null => {
    const document = documents.get(textDocument.uri);
    const own = judged.get(textDocument.uri);
    if (document === undefined || own === undefined || own.version !== document.version) return null;
    const at = document.offsetAt(position);
    const cookie = own.cookies.filter((one) => one.range.start <= at && at <= one.range.end).sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
    if (cookie === undefined) return null;
    const finding = own.findings.find((one) => one.range.start >= cookie.range.start && one.range.end <= cookie.range.end);
    return { contents: { kind: 'markdown', value: hoverText(cookie, finding, own.report) }, range: { start: document.positionAt(cookie.range.start), end: document.positionAt(cookie.range.end) } };
  });

  documents.listen(connection);
  connection.listen();
  return connection;
}

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Hint } as const;

function diagnosticOf(finding: Finding, document: TextDocument, root: string, report: Report): Diagnostic {
  return {
    range: { start: document.positionAt(finding.range.start), end: document.positionAt(finding.range.end) },
    severity: SEVERITIES[finding.severity],
    source: 'cookie-lint',
    code: finding.surface,
    codeDescription: { href: `https://github.com/cookie-lint/cookie-lint/blob/main/docs/problems.md#${finding.problem}` },
    message: finding.message,
    relatedInformation: finding.related.map((step) => {
      const other = TextDocument.create('', '', 0, report.textOf(step.path) ?? '');
      return { message: step.message, location: { uri: fileUri(path.join(root, step.path)), range: { start: other.positionAt(step.range.start), end: other.positionAt(step.range.end) } } };
    }),
  };
}

/** A bug of ours or a limit in the document: told where the document begins, and never as a problem of the cookies. */
function unfinished(why: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: 'cookie-lint', message: why };
}

/** The path of a file URI; undefined for the URIs of other things: a folder of a remote host, a text without a file. */
function localPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

const fileUri = (file: string): string => new URL(`file://${file.split(path.sep).map(encodeURIComponent).join('/')}`).href;

function actionsOf(finding: Finding, document: TextDocument): CodeAction[] {
  return finding.fixes.map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: i === 0 && fix.safe,
    edit: { changes: { [document.uri]: fix.edits.map((edit) => ({ range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) }, newText: edit.text })) } },
  }));
}

/** The state of a cookie and the way to it, as Markdown; names are set as code so that they cannot be anything else. */
function hoverText(cookie: CookieRecord, finding: Finding | undefined, report: Report): string {
  const code = (text: string): string => `\`${text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')}\``;
  const lines = [`**cookie** ${code(cookie.cookie.name ?? cookie.cookie.expression ?? 'name not known')} (${cookie.framework}): ${code(cookie.state)}`];
  if (cookie.coveredBy !== undefined) lines.push(`covered by ${code(cookie.coveredBy.surface)} in ${code(cookie.coveredBy.path)}`);
  if (finding !== undefined) {
    lines.push(finding.message);
    for (const step of finding.related) lines.push(`- ${code(`${step.path}:${lineOf(report.textOf(step.path) ?? '', step.range.start)}`)} ${step.message}`);
  }
  return lines.join('\n\n');
}

const lineOf = (text: string, offset: number): number => TextDocument.create('', '', 0, text).positionAt(offset).line + 1;
