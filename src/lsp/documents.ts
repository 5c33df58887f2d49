/** The editor's documents and the files of their folders: which is which, and what was found in them. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocuments, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CookieRecord, Edit, Finding, Report } from '../cookies/finding.js';
import type { Config } from '../engine/config/config.js';
import { loadConfig } from '../engine/config/load.js';
import { KeptTree } from '../engine/kept-tree.js';
import { scan } from '../engine/scan.js';
import { isWithin } from '../files/within.js';

/** What was found in an open document, for the version it was found in. */
export interface Judged {
  readonly version: number;
  readonly place: DocumentPlace;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly cookies: readonly CookieRecord[];
}

/** Where a document lies. */
export interface DocumentPlace {
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly filename: string;
  /** Nobody opened the folder of a file outside of the workspace; it may be the user's whole home. */
  readonly isAlone: boolean;
}

/** The path of a file URI; undefined for the URIs of other things: a folder of a remote host, a text without a file. */
export function localPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Where a document lies among the open folders, the deepest first; undefined for a text that is no file. */
export function placeOf(uri: string, roots: readonly string[]): DocumentPlace | undefined {
  const file = localPath(uri);
  // A text that is no file (yet) has no name to tell its language by.
  if (file === undefined) return undefined;
  const workspace = roots.find((folder) => isWithin(folder, file));
  const root = workspace ?? path.dirname(file);
  return { root, filename: path.relative(root, file).split(path.sep).join('/'), isAlone: workspace === undefined };
}

/** Whether what was found in a document is decided in another file. */
export function leadsInto({ findings, cookies }: Judged, file: string): boolean {
  return (
    findings.some(({ cause, options, related }) => [cause, options, ...related].some((place) => place?.path === file)) ||
    cookies.some(({ coveredBy }) => coveredBy?.path === file)
  );
}

/** For so long the files of a folder are taken to be the same while somebody types: reading them takes longer than judging the document. */
const KEPT_MS = 5_000;

let isWatched = false;

/** The editor tells of every file that changes on the disk: what is known of the others stays known until then. */
export function watchFiles(): void {
  isWatched = true;
}

interface Kept {
  readonly since: number;
  readonly tree: Promise<KeptTree>;
  /** The run that has the tree now, and those that wait for it. */
  last: Promise<unknown>;
}

const trees = new Map<string, Kept>();

/** Files may have come or gone, or have other texts on the disk: the next judgement reads them anew. */
export function forgetFiles(): void {
  trees.clear();
}

function keptOf(root: string, config: Config): Kept {
  const key = JSON.stringify([root, config]);
  const before = trees.get(key);
  if (before !== undefined && (isWatched || performance.now() - before.since < KEPT_MS)) return before;
  const tree = KeptTree.of(root, config);
  const kept = { since: performance.now(), tree, last: tree };
  trees.set(key, kept);
  // A folder that can't be listed is tried again.
  tree.catch(() => trees.delete(key));
  return kept;
}

/** Whether anybody still wants to know. */
export type IsWanted = () => boolean;

/** Judges a text in place of a document's; `others` are files whose findings are wanted too. Undefined where it came too late. */
export async function judge(
  place: DocumentPlace,
  text: string,
  documents: TextDocuments<TextDocument>,
  options: { readonly others?: readonly string[]; readonly isWanted?: IsWanted } = {},
): Promise<Report | undefined> {
  const { root, filename, isAlone } = place;
  const { others = [], isWanted = () => true } = options;
  const { config } = await loadConfig(root);
  if (isAlone) return await scan({ root, config, stdin: { filename, text }, alone: true });
  // Other files are as the editor has them, saved or not, when it is this document's turn.
  const kept = keptOf(root, config);
  const run = kept.last.then(async (): Promise<Report | undefined> => {
    if (!isWanted()) return undefined;
    const texts = new Map(documents.all().flatMap((document) => openWithin(root, document)));
    const files = [filename, ...others];
    const report = await scan({ root, config, texts: texts.set(filename, text), tree: await kept.tree, files });
    // The tree goes on to other texts.
    return { ...report, textOf: (file) => texts.get(file) ?? report.textOf(file) };
  });
  kept.last = run.catch(() => undefined);
  return await run;
}

function openWithin(root: string, document: TextDocument): [string, string][] {
  const file = localPath(document.uri);
  return file === undefined || !isWithin(root, file) ? [] : [[path.relative(root, file).split(path.sep).join('/'), document.getText()]];
}

/** The URI of a file: the one that the editor uses, where it has the file open. */
export function uriOf(root: string, file: string, documents: TextDocuments<TextDocument>): string {
  const absolute = path.join(root, file);
  return documents.all().find(({ uri }) => localPath(uri) === absolute)?.uri ?? pathToFileURL(absolute).href;
}

/** Edits of a text as the protocol has them. */
export function textEdits(text: string, edits: readonly Edit[]): TextEdit[] {
  const document = TextDocument.create('', '', 0, text);
  return edits.map((edit) => ({
    range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
    newText: edit.text,
  }));
}
