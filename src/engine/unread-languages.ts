/** Code in languages that no front-end reads: a cookie that it sets is not seen, and whoever reads the report has to know. */
import path from 'node:path';
import type { Skipped } from '../cookies/finding.js';
import { runsInProduction } from './file-kinds.js';
import { languagesByName } from './languages.js';
import type { Workspace } from './workspace.js';

/** Languages that websites are written in and that have no front-end, by the ends of their files' names. */
const CODE = /\.(?:groovy|gvy|vb|vbhtml|fsx?|exs?|heex|clj[cs]?|erl|p[lm]|psgi|cfm|cfc|dart|cr|nim|hs|lua|swift)$/i;

/** What every library calls a cookie, whatever the language; a name that ends in it is no less one. */
const MENTION = /cookie/i;

/** Larger files are data. */
const MOST_BYTES = 1_000_000;

/** One entry for each of the files that mentions a cookie, in the order of the files. */
export function unreadLanguages(files: readonly string[], workspace: Pick<Workspace, 'searched'>): Skipped[] {
  return files
    .filter((file) => CODE.test(file) && runsInProduction(file) && languagesByName(file).length === 0 && mentionsCookies(file, workspace))
    .map((file) => ({ path: file, why: `it mentions cookies, and no front-end reads ${path.extname(file)} files` }));
}

function mentionsCookies(file: string, workspace: Pick<Workspace, 'searched'>): boolean {
  const says = (text: string): readonly true[] => (MENTION.test(text) ? [true] : []);
  return workspace.searched(file, MOST_BYTES, { bytes: (bytes) => says(bytes.toString('latin1')), text: says }).length > 0;
}
