/** What every fix promises, asked of a whole program: after it the finding is gone, no other came, and a second run changes nothing. */
import type { Edit, Finding, Fix, Report } from '../../../src/cookies/finding.js';
import { converge, hasNew, survives, uncoveredBy } from '../../../src/fixes/converge.js';
import { applyEdits } from '../../../src/fixes/diff.js';
import { safeFix } from '../../../src/fixes/plan.js';

/** A program that can be judged with other texts in the place of its files'. */
export interface Subject {
  readonly name: string;
  readonly scan: (texts: ReadonlyMap<string, string>) => Promise<Report>;
}

/** A file before and after the safe fixes, or after one suggestion. */
export interface Change {
  readonly subject: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The suggestion; undefined for the safe fixes. */
  readonly suggestion?: string;
}

export interface Examined {
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
  /** Promises that were not kept. */
  readonly broken: readonly string[];
}

const shown = ({ path, surface, problem, cookie }: Finding): string =>
  `${path} ${surface} ${problem} ${cookie.name ?? cookie.expression ?? ''}`;

export async function examine(subject: Subject): Promise<Examined> {
  const report = await subject.scan(new Map());
  const broken: string[] = [];
  const changes = [...(await safeChanges(subject, report, broken)), ...(await suggestedChanges(subject, report, broken))];
  return { findings: report.findings, changes, broken: broken.map((what) => `${subject.name}: ${what}`) };
}

async function safeChanges({ name, scan }: Subject, report: Report, broken: string[]): Promise<Change[]> {
  if (!report.findings.some((finding) => safeFix(finding) !== undefined)) return [];
  const host = { reportOf: (one: Report): Report => one, whyNot: (): undefined => undefined };
  const first = await converge(report, { ...host, rescan: scan });
  for (const { path, why } of first.skipped) broken.push(`${path} is not fixed: ${why}`);
  for (const finding of first.outcome.findings)
    if (safeFix(finding) !== undefined) broken.push(`the fix of ${shown(finding)} did not do what it should`);
  const texts = new Map(first.files.map((file) => [file.path, file.after]));
  const second = await converge(first.outcome, { ...host, rescan: async (more) => await scan(new Map([...texts, ...more])) });
  for (const { path } of second.files) broken.push(`${path} changes again on a second run`);
  return first.files.map(({ path, before, after }) => ({ subject: name, path, before, after }));
}

/** Beego's, iris's and macaron's switch makes the cookie follow the request: the title says so, and the linter goes on to say what that takes. */
const FOLLOWS_REQUEST = /it follows the request then/;

/** `!Rails.env.development?` is off where RAILS_ENV is missing. */
const ASKS_FOR_VARIABLE = /check that production sets [A-Z_]+/;

interface Suggested {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What moves the finding. */
const movedBy = ({ path, edits }: Fix): readonly Edit[] => (path === undefined ? edits : []);

/** One edit elsewhere may mend many cookies: it is tried with the first. */
function distinct(suggested: readonly Suggested[]): Suggested[] {
  const seen = new Set<string>();
  return suggested.filter(({ fix: { path, edits } }) => {
    const key = JSON.stringify([path, edits]);
    if (path === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The suggestions that don't touch each other's files are tried together: each is still alone in its file. */
async function suggestedChanges({ name, scan }: Subject, report: Report, broken: string[]): Promise<Change[]> {
  const waiting = distinct(
    report.findings.flatMap((finding) =>
      finding.fixes.filter(({ safe, edits }) => !safe && edits.length > 0).map((fix) => ({ finding, fix })),
    ),
  );
  const changes: Change[] = [];
  while (waiting.length > 0) {
    const taken = new Map<string, Suggested>();
    const touched = new Set<string>();
    for (const one of [...waiting]) {
      const path = one.fix.path ?? one.finding.path;
      if (touched.has(path) || touched.has(one.finding.path)) continue;
      touched.add(path).add(one.finding.path);
      taken.set(path, one);
      waiting.splice(waiting.indexOf(one), 1);
    }
    const texts = new Map([...taken].map(([path, { fix }]) => [path, applyEdits(report.textOf(path) ?? '', fix.edits)]));
    const after = await scan(texts);
    for (const [path, { finding, fix }] of taken) {
      changes.push({ subject: name, path, before: report.textOf(path) ?? '', after: texts.get(path)!, suggestion: fix.title });
      const what = `the suggestion "${fix.title}" of ${shown(finding)}`;
      if (after.isBroken?.(path) === true && report.isBroken?.(path) !== true) broken.push(`${what} breaks the file`);
      // What holds only where production sets a variable is still asked about by the linter: the title says so.
      else if (ASKS_FOR_VARIABLE.test(fix.title)) continue;
      else if (FOLLOWS_REQUEST.test(fix.title) && !survives(finding, movedBy(fix), after) && follows(finding, after)) continue;
      else if (survives(finding, movedBy(fix), after)) broken.push(`${what} leaves the finding`);
      else if (hasNew(path, report, after, uncoveredBy([finding], movedBy(fix)))) broken.push(`${what} brings another finding`);
    }
  }
  return changes;
}

/** Whether what is found of a cookie now is that it follows the request. */
const follows = ({ path, surface, cookie }: Finding, { findings }: Report): boolean =>
  findings.some(
    (one) => one.path === path && one.surface === surface && one.cookie.name === cookie.name && one.problem === 'request-conditional',
  );
