/** The account: every mention of a cookie in production code, each with what the tool makes of it, or unexplained. */
import path from 'node:path';
import type { Range } from '../../syntax/ir.js';
import { mentionsIn, type Mention } from '../../matching/mention-words.js';
import { roleOf, type Role } from '../../matching/mention-roles.js';
import { linesOf } from '../../text/lines.js';
import { isDocumentation, isExampleFile, isMinified, isTestFile } from '../file-kinds.js';
import { openRun, type Run, type ScanOptions } from '../scan.js';
import { ExplainedLines, type Explanation, type JudgedKind } from './explained.js';

export type MentionKind = JudgedKind | Role | 'unexplained';

export interface AccountEntry {
  /** Relative to the scanned root, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly range: Range;
  /** The line as it is written, without its indentation. */
  readonly text: string;
  readonly kind: MentionKind;
  /** What explains it: the surface and its state; or why nothing does. */
  readonly why: string;
}

export interface Account {
  /** By path, then line. */
  readonly entries: readonly AccountEntry[];
  /** Mentions in tests, examples and documentation, which send no cookie to a user's browser; they are only counted. */
  readonly outsideProduction: number;
  readonly files: number;
}

/** Style sheets, pictures, translations and data hold words, never code. */
const WORDS_ONLY = /\.(?:css|scss|sass|less|styl|svg|po|pot|mo|xlf|xliff|csv|tsv|sql|snap|strings|resx|arb|ftl|graphqls?|gql|proto|d\.ts|har|patch|diff)$/i;

/** Accounts for the mentions of a tree. Rejects only for a root or path that does not exist. */
export async function account(options: ScanOptions): Promise<Account> {
  const run = await openRun(options);
  const { workspace, reported } = run;
  const files = workspace.files.filter((file) => reported?.has(file) ?? true);
  const mentioning = files.flatMap((file) => {
    const text = workspace.textOf(file);
    if (text === undefined || isMinified(text)) return [];
    const mentions = mentionsIn(text);
    return mentions.length === 0 ? [] : [{ file, text, mentions }];
  });
  const production = mentioning.filter(({ file }) => !isOutside(file));
  await workspace.load(new Set(production.flatMap(({ file }) => workspace.languagesOf(file))));
  const explained = new ExplainedLines((file) => workspace.textOf(file));
  for (const session of run.sessions.all()) for (const outcome of session.outcomes()) explained.add(outcome);
  return {
    entries: production.flatMap(({ file, text, mentions }) => mentions.map((mention) => entryOf(file, text, mention, explained, run))),
    outsideProduction: mentioning.filter(({ file }) => isOutside(file)).reduce((sum, { mentions }) => sum + mentions.length, 0),
    files: files.length,
  };
}

const isOutside = (file: string): boolean => isTestFile(file) || isDocumentation(file) || isExampleFile(file);

function entryOf(file: string, text: string, mention: Mention, explained: ExplainedLines, run: Run): AccountEntry {
  const lines = linesOf(text);
  const { line } = lines.positionAt(mention.start);
  return { path: file, line, range: mention, text: lines.textOf(line).trim(), ...(explained.at(file, line) ?? byRole(file, mention, run)) };
}

function byRole(file: string, mention: Mention, { workspace, context }: Run): Explanation | { readonly kind: MentionKind; readonly why: string } {
  if (WORDS_ONLY.test(file)) return { kind: 'text', why: ROLES.text };
  const programs = workspace.programsOf(file);
  if (programs.length === 0) return { kind: 'unexplained', why: `no front-end reads ${path.extname(file) || path.basename(file)} files` };
  const roles = programs.map((program) => roleOf(mention, program, context.evaluator));
  const role = roles.every((one) => one !== undefined) ? roles.find((one) => one !== 'declaration') ?? roles[0] : undefined;
  return role === undefined ? { kind: 'unexplained', why: 'may set a cookie, or decide about one, in a way that no rule knows' } : { kind: role, why: ROLES[role] };
}

const ROLES: Readonly<Record<Role, string>> = {
  text: 'a comment or a text',
  declaration: 'a name that is declared, imported or typed',
  read: 'reads a cookie, or only looks at a value',
  deletion: 'deletes a cookie',
  outgoing: 'of a request that this program makes, or of a browser that it drives',
  lookalike: 'the word secure of something that has no cookies',
  helper: 'a function of this repository, accounted for where it stands',
};
