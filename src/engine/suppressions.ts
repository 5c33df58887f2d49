/** Suppression comments: hides findings that a comment in the source accepts with a reason, and reports comments that do no work. */
import type { Finding, Place } from '../cookies/finding.js';
import type { Comment, Range } from '../syntax/ir.js';
import { nearest } from '../text/nearest.js';
import { directivesOf, type CommentedFile, type Dialect, type Directive } from './suppression-directives.js';

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Findings of the tool about the comments themselves (rule `cookie-lint`). */
  readonly diagnostics: readonly Finding[];
}

/** A text that mentions this may hold a suppression comment, so its file has to be parsed to tell whether the comment still does its work. */
export const suppressionTrigger = 'cookie-lint-disable';

export interface SuppressionOptions {
  /** The places of whole cookie sites (the inventory's): a comment above a call of several lines also covers a finding inside it. */
  readonly sites?: readonly Place[];
  /** Whose comments count: ESLint follows its own itself. */
  readonly dialects?: readonly Dialect[];
  /** The rules, surfaces and problems that a comment may name; undefined where any word may be one. */
  readonly known?: ReadonlySet<string>;
}

/**
 * Splits findings by the suppression comments of their files. A comment reads
 * `cookie-lint-disable-next-line express, missing -- served over a unix socket`; the ids are rules, surfaces, problems or `*`.
 * A comment at options that cookies share accepts those cookies too. ESLint's comments count where they name one of our rules, with
 * ESLint's own meaning: `eslint-disable-next-line cookie-lint/express -- served over a unix socket`.
 */
export function applySuppressions(
  findings: readonly Finding[],
  files: Iterable<CommentedFile>,
  options: SuppressionOptions = {},
): Suppressed {
  const { sites = [], dialects = ['cookie-lint', 'eslint'], known } = options;
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  const diagnostics: Finding[] = [];
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byPath.get(finding.path);
    if (list === undefined) byPath.set(finding.path, [finding]);
    else list.push(finding);
  }
  const hidden = new Map<Finding, string>();
  for (const file of joined(files)) {
    const own = byPath.get(file.path) ?? [];
    const ownSites = sites.filter((site) => site.path === file.path);
    const report = (comment: Comment, why: string): void => {
      diagnostics.push(diagnostic(file, comment, why, own[0]?.app ?? '.'));
    };
    for (const directive of directivesOf(file, dialects, report)) {
      const covered = own.filter(
        (finding) =>
          names(directive, finding) && startsOf(finding, directive, ownSites).some((at) => at >= directive.from && at < directive.to),
      );
      for (const finding of covered) hidden.set(finding, hidden.get(finding) ?? directive.reason);
      const wrong = wrongWith(directive, covered.length > 0, known);
      if (wrong !== undefined) report(directive.comment, wrong);
    }
  }
  const acceptedOptions = new Map(
    [...hidden].filter(([{ decides }]) => decides !== undefined).map(([finding, reason]) => [placeKey(finding), reason]),
  );
  for (const finding of findings) {
    const reason = hidden.get(finding) ?? (finding.options === undefined ? undefined : acceptedOptions.get(placeKey(finding.options)));
    if (reason === undefined) kept.push(finding);
    else suppressed.push({ ...finding, suppressed: { reason } });
  }
  return { findings: kept, suppressed, diagnostics };
}

/** What to say of a directive. ESLint itself tells of its own what is unknown and what hides nothing. */
function wrongWith({ dialect, ids }: Directive, isUsed: boolean, known: ReadonlySet<string> | undefined): string | undefined {
  if (dialect === 'eslint') return undefined;
  const unknown = known === undefined ? undefined : ids.find((id) => id !== '*' && !known.has(id));
  if (unknown !== undefined)
    return `There is no rule, surface or problem \`${unknown}\`, so this hides nothing by that name. ${meant(unknown, known)}`;
  return isUsed ? undefined : `This suppression hides nothing: no finding ${ofIds(ids)} is left here. Remove the comment.`;
}

function meant(unknown: string, known: ReadonlySet<string> = new Set()): string {
  const near = nearest(unknown, known);
  return near === undefined ? 'Name one that `cookie-lint rules` lists.' : `Did you mean \`${near}\`?`;
}

const placeKey = ({ path, range }: Place): string => `${path}:${range.start}-${range.end}`;

/** One entry per path: a component file is several programs, and each brings comments along, perhaps the same ones. */
function joined(files: Iterable<CommentedFile>): CommentedFile[] {
  const byPath = new Map<string, { readonly text: string; readonly comments: Map<number, Comment> }>();
  for (const { path, text, comments } of files) {
    if (!text.includes(suppressionTrigger) && !text.includes('eslint-disable')) continue;
    const known = byPath.get(path) ?? { text, comments: new Map<number, Comment>() };
    byPath.set(path, known);
    for (const comment of comments) known.comments.set(comment.start, comment);
  }
  return [...byPath].map(([path, { text, comments }]) => ({
    path,
    text,
    comments: [...comments.values()].sort((a, b) => a.start - b.start),
  }));
}

function names(directive: Directive, finding: Finding): boolean {
  return directive.ids.some((id) => id === '*' || id === finding.rule || id === finding.surface || id === finding.problem);
}

function ofIds(ids: readonly string[]): string {
  return ids.includes('*') ? 'of any rule' : `of ${ids.join(' or ')}`;
}

/** Where a finding starts, as a comment sees it: at its own place and, for comments of ours, at the site around that. */
function startsOf(finding: Finding, { dialect }: Directive, sites: readonly Place[]): number[] {
  if (dialect === 'eslint') return [finding.range.start];
  const around = sites.filter(({ range }) => range.start <= finding.range.start && finding.range.end <= range.end);
  const innermost = around.reduce<Range | undefined>(
    (best, { range }) => (best === undefined || range.end - range.start < best.end - best.start ? range : best),
    undefined,
  );
  return innermost === undefined ? [finding.range.start] : [finding.range.start, innermost.start];
}

function diagnostic(file: CommentedFile, comment: Comment, message: string, app: string): Finding {
  const range = { start: comment.start, end: comment.end };
  return {
    path: file.path,
    range,
    rule: 'cookie-lint',
    surface: 'cookie-lint/suppression',
    problem: 'suppression',
    severity: 'warning',
    confidence: 'high',
    cookie: { name: null, session: null },
    message,
    reason: null,
    cause: { path: file.path, range },
    related: [],
    fixes: [],
    app,
  };
}
