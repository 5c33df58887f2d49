/** The JSON report, version 2: the stable form for programs (schemas/report.schema.json). */
import type { Report } from '../cookies/finding.js';
import { cookieCount, countBySeverity, entriesOf, type Entry } from './entries.js';
import type { Format, FormatOptions, RunFacts } from './format.js';
import { jsonShard } from './shard.js';

/** The report as the plain object that the schema describes. */
export function jsonReport(report: Report, options: Pick<FormatOptions, 'tool' | 'fingerprints' | 'run' | 'shard' | 'pedantic'>): object {
  const count = countBySeverity(report.findings);
  return {
    version: 2,
    tool: { name: options.tool.name, version: options.tool.version },
    ...(options.run === undefined ? {} : { run: jsonRun(options.run) }),
    summary: {
      verdict: report.verdict,
      score: report.score,
      bestScore: report.bestScore,
      files: report.files,
      candidates: report.candidates,
      cookies: cookieCount(report),
      errors: count.error,
      warnings: count.warning,
      notes: count.note,
      undecided: report.undecided.length,
      apps: report.apps.map(jsonApp),
    },
    findings: entriesOf(report, options).map(jsonFinding),
    skipped: report.skipped.map(({ path, why, kind }) => ({ path, why, ...(kind === undefined ? {} : { kind }) })),
    ...(options.shard === undefined ? {} : { shard: jsonShard(report, options, options.shard) }),
  };
}

/** An app's row. */
export const jsonApp = ({ root, frameworks, verdict, score, bestScore, reasons, undecided }: Report['apps'][number]): object => ({
  root,
  frameworks,
  verdict,
  score,
  bestScore,
  reasons,
  undecided,
});

/** Of which tree a report speaks, and when. */
export function jsonRun({ repository, remote, folder, commit, at }: RunFacts): object {
  return {
    repository,
    ...(remote === undefined ? {} : { remote }),
    ...(folder === undefined ? {} : { folder }),
    ...(commit === undefined ? {} : { commit }),
    date: at.toISOString(),
  };
}

/** One finding as in the JSON report. */
export function jsonFinding({ finding, start, end, cause, related, fingerprint }: Entry): object {
  return {
    path: finding.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    rule: finding.rule,
    surface: finding.surface,
    problem: finding.problem,
    severity: finding.severity,
    confidence: finding.confidence,
    cookie: { name: finding.cookie.name, session: finding.cookie.session },
    message: finding.message,
    reason: finding.reason,
    app: finding.app,
    cause: { path: finding.cause.path, line: cause.line },
    related: related.map(({ step, start: at }) => ({ path: step.path, line: at.line, column: at.column, message: step.message })),
    fixes: finding.fixes.map(({ title, safe, edits, path }) => ({
      title,
      safe,
      ...(path === undefined ? {} : { path }),
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
    ...(finding.byHand === undefined ? {} : { byHand: finding.byHand }),
    ...(finding.decides === undefined ? {} : { decides: finding.decides }),
    fingerprint,
  };
}

export const json: Format = (report, options) => `${JSON.stringify(jsonReport(report, options), null, 2)}\n`;
