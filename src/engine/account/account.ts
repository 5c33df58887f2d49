/** The account: every mention of a cookie in production code, each with what the tool makes of it, or unexplained. */
import path from 'node:path';
import type { Program, Range } from '../../syntax/ir.js';
import { functionName } from '../../matching/callers.js';
import { mentionsIn, type Mention } from '../../matching/mention-words.js';
import { roleOf, type Role, type RoleContext } from '../../matching/mention-roles.js';
import { indexOf } from '../../values/program-index.js';
import { linesOf } from '../../text/lines.js';
import { isDependencyList, isDocumentation, isExampleFile, isMinified, isTestFile } from '../file-kinds.js';
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

/** Style sheets, pictures, translations, licences and data hold words, never code. */
const WORDS_ONLY = [
  /\.(?:css|scss|sass|less|styl|svg|po|pot|mo|xlf|xliff|csv|tsv|sql|snap|strings|resx|arb|ftl|graphqls?|gql|proto|har|patch|diff|raml)$|\.d\.ts$|(?:open-?api|swagger)[^/]*\.(?:ya?ml|json)$|(?:^|\/)\.(?:travis|circleci|github)\b/i,
  /(?:^|\/)(?:locales?|i18n|lang|langs|languages|translations?|l10n|messages)\/.*\.(?:json|ya?ml|php|properties|ini|toml)$/i,
  /(?:^|\/)(?:LICENSE|LICENCE|NOTICE|AUTHORS|COPYING|CONTRIBUTORS|CHANGELOG|CHANGES|HISTORY)[^/]*$/,
];

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
  const declared = new Set(production.flatMap(({ file }) => workspace.programsOf(file).flatMap(declaredNames)));
  const explained = new ExplainedLines((file) => workspace.textOf(file));
  for (const session of run.sessions.all()) for (const outcome of session.outcomes()) explained.add(outcome);
  return {
    entries: production.flatMap(({ file, text, mentions }) =>
      mentions.map((mention) => entryOf(file, text, mention, explained, { ...run, isDeclared: (name) => declared.has(name) })),
    ),
    outsideProduction: mentioning.filter(({ file }) => isOutside(file)).reduce((sum, { mentions }) => sum + mentions.length, 0),
    files: files.length,
  };
}

const isOutside = (file: string): boolean => isTestFile(file) || isDocumentation(file) || isExampleFile(file);

/** The names of functions and classes that a file declares, and its own: some frameworks call a helper by its file. */
function declaredNames(program: Program): readonly string[] {
  const index = indexOf(program);
  const own = path.basename(program.path, path.extname(program.path)).replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  return [own, ...index.classes.map(({ name }) => name), ...index.functions.flatMap((fn) => functionName(fn, index) ?? [])];
}

type Asking = Run & Pick<RoleContext, 'isDeclared'>;

function entryOf(file: string, text: string, mention: Mention, explained: ExplainedLines, run: Asking): AccountEntry {
  const lines = linesOf(text);
  const { line } = lines.positionAt(mention.start);
  return { path: file, line, range: mention, text: lines.textOf(line).trim(), ...(explained.at(file, line) ?? byRole(file, mention, run)) };
}

function byRole(
  file: string,
  mention: Mention,
  { workspace, context, isDeclared }: Asking,
): Explanation | { readonly kind: MentionKind; readonly why: string } {
  if (WORDS_ONLY.some((pattern) => pattern.test(file))) return { kind: 'text', why: ROLES.text };
  if (isDependencyList(file)) return { kind: 'declaration', why: ROLES.declaration };
  const programs = workspace.programsOf(file);
  if (programs.length === 0) return { kind: 'unexplained', why: `no front-end reads ${path.extname(file) || path.basename(file)} files` };
  const roles = programs.map((program) => roleOf(mention, program, { evaluator: context.evaluator, isDeclared }));
  const role = roles.every((one) => one !== undefined) ? (roles.find((one) => one !== 'declaration') ?? roles[0]) : undefined;
  return role === undefined
    ? { kind: 'unexplained', why: 'may set a cookie, or decide about one, in a way that no rule knows' }
    : { kind: role, why: ROLES[role] };
}

const ROLES: Readonly<Record<Role, string>> = {
  text: 'a comment or a text',
  declaration: 'a name that is declared, imported or typed',
  read: 'reads a cookie, or only looks at a value',
  deletion: 'deletes a cookie',
  outgoing: 'of a request that this program makes, or of a browser that it drives',
  attribute: 'another attribute, the name or the secrets of a cookie that is set elsewhere',
  lookalike: 'the word secure of something that has no cookies',
  helper: 'a function of this repository, accounted for where it stands',
};
