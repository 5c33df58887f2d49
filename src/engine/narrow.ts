/** A report of a part of what a run found: by changed files, by baseline, by severity. */
import type { Finding, Report } from '../cookies/finding.js';
import { summarise, verdictOf } from './score.js';

/**
 * The report with only the findings that `keep` wants. Verdict and score are those of what is left,
 * so that they agree with the exit code. Cookies, files and what was suppressed stay as they are.
 */
export function narrowReport(report: Report, keep: (finding: Finding) => boolean): Report {
  const findings = report.findings.filter(keep);
  const undecided = report.undecided.filter(keep);
  if (findings.length === report.findings.length && undecided.length === report.undecided.length) return report;
  const apps = report.apps.map(({ root, ...app }) => summarise({ ...app, app: { root } }, findings, undecided));
  return { ...report, findings, undecided, apps, ...verdictOf(apps) };
}
