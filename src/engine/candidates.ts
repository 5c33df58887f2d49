/** Chooses the files that are worth parsing: code that production runs and that mentions a trigger. */
import type { Language, LanguageId, Program } from '../syntax/ir.js';
import { isPublishedScript } from './published-scripts.js';
import { besideLongLines, isMinified, runsInProduction } from './file-kinds.js';
import { decode } from './decode.js';
import { isAmbiguous, languageByText, languagesByName } from './languages.js';
import { isTooLateFor } from './limits.js';
import type { Prefilter } from './prefilter.js';
import type { Workspace } from './workspace.js';
import { MOST_BYTES } from '../files/root-files.js';

export interface ChoiceOptions {
  /** The files that are reported; undefined for all. */
  readonly reported: ReadonlySet<string> | undefined;
  /** Folders and files that were named on the command line, relative to the root. */
  readonly named: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
  /** The files to choose among; all of the workspace by default. */
  readonly files?: readonly string[];
  /** What is known of files whose texts are as they were. */
  readonly known?: KnownLanguages;
}

/** The languages in which files may hold a cookie, none for most. */
export type KnownLanguages = Map<string, readonly Language[]>;

export interface Chosen {
  readonly files: readonly string[];
  /** The front-ends that they need. */
  readonly languages: ReadonlySet<Language>;
}

/** The files that mention a trigger. Each file's bytes are read once and never decoded for it. */
export function chooseCandidates(
  workspace: Workspace,
  prefilter: Prefilter,
  { reported, named, onProgress, files: among = workspace.files, known }: ChoiceOptions,
): Chosen {
  const files: string[] = [];
  const languages = new Set<Language>();
  let done = 0;
  for (const file of among) {
    onProgress?.(++done, among.length);
    const before = known?.get(file);
    if (before?.length === 0 || !isProductionCode(file, reported, named)) continue;
    const own = before ?? candidateLanguages(file, workspace, prefilter);
    known?.set(file, own);
    if (own.length === 0) continue;
    files.push(file);
    for (const language of own) languages.add(language);
  }
  return { files, languages };
}

/** Their programs; the languages must be loaded. Minified files are nobody's source, but for those that are `meant`. */
export function lowerCandidates(chosen: Chosen, workspace: Workspace, prefilter: Prefilter, meant: ReadonlySet<string>): Program[] {
  return chosen.files.flatMap((file) => lowerCandidate(file, workspace, prefilter, meant));
}

/** The same, with a new parser after one that failed. */
export async function lowerCandidatesSafely(
  chosen: Chosen,
  workspace: Workspace,
  prefilter: Prefilter,
  meant: ReadonlySet<string>,
): Promise<Program[]> {
  const programs: Program[] = [];
  for (const file of chosen.files) {
    programs.push(...lowerCandidate(file, workspace, prefilter, meant));
    if (workspace.hasLostParser()) await workspace.renew();
  }
  return programs;
}

function lowerCandidate(file: string, workspace: Workspace, prefilter: Prefilter, meant: ReadonlySet<string>): readonly Program[] {
  const text = workspace.textOf(file);
  if (
    text === undefined ||
    isTooLateFor(workspace.skipped, file) ||
    (!meant.has(file) && isNobodysSource(file, text, workspace, prefilter))
  )
    return [];
  return workspace.loweredOf(file);
}

/** Nobody minifies code that is not sent anywhere: a long line of it was written. */
const NEVER_MINIFIED: ReadonlySet<LanguageId> = new Set(['python', 'ruby', 'php', 'java', 'kotlin', 'scala', 'csharp', 'go', 'rust']);

/** Minified, and no trigger stands outside of the long lines: a handler below an embedded image is somebody's source. */
const isNobodysSource = (file: string, text: string, workspace: Workspace, prefilter: Prefilter): boolean =>
  !isWritten(file, text, workspace, (written) => workspace.languagesOf(file).some((language) => prefilter.mayMatch(language.id, written)));

/** Whether somebody writes the file, or what is written in it beside minified code `says` something. */
function isWritten(file: string, text: string, workspace: Workspace, says: (written: string) => boolean): boolean {
  if (isPublishedScript(file, text, (path) => workspace.has(path))) return false;
  return !isMinified(text) || workspace.languagesOf(file).some(({ id }) => NEVER_MINIFIED.has(id)) || says(besideLongLines(text));
}

/** The programs of a file that somebody wrote, or in which a name is written beside minified code. */
export function programsNaming(file: string, name: string, workspace: Workspace): readonly Program[] {
  const text = workspace.textOf(file);
  return text !== undefined && isWritten(file, text, workspace, (written) => written.includes(name)) ? workspace.programsOf(file) : [];
}

/** Tests and documentation send no cookie to a user's browser; what is named on the command line is meant. */
function isProductionCode(file: string, reported: ReadonlySet<string> | undefined, named: readonly string[]): boolean {
  if (reported?.has(file) === true) {
    const folder = named.find((one) => file.startsWith(one.endsWith('/') ? one : `${one}/`));
    const within = folder === undefined ? '' : file.slice(folder.length + (folder.endsWith('/') ? 0 : 1));
    return within === '' || runsInProduction(within);
  }
  return runsInProduction(file);
}

function candidateLanguages(file: string, workspace: Workspace, prefilter: Prefilter): readonly Language[] {
  const byName = languagesByName(file);
  if (byName.length === 0 ? !isAmbiguous(file) : !byName.some((language) => prefilter.reads(language.id))) return [];
  let isTooLarge = false;
  // What a file without a telling name is written in, its text says.
  const languagesIn = (text: string): readonly Language[] => {
    const told = byName.length > 0 ? undefined : languageByText(file, text);
    return told === undefined ? byName : [told];
  };
  const found = workspace.searched(file, MOST_SEARCHED, {
    bytes: (bytes) => {
      isTooLarge = byName.length === 0 && bytes.length > MOST_BYTES;
      const languages = byName.length > 0 || isTooLarge ? byName : languagesIn(decode(bytes) ?? '');
      return languages.filter((language) => prefilter.mayMatchBytes(language.id, bytes));
    },
    text: (text) => languagesIn(text).filter((language) => prefilter.mayMatch(language.id, text)),
  });
  // Says that it is too large to tell.
  return isTooLarge ? workspace.languagesOf(file) : found;
}

/** A large file that mentions no trigger is nothing that was left out. */
const MOST_SEARCHED = 16_000_000;
