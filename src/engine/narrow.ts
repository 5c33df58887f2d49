/** A report of a part of what a run found: by changed files, by baseline, by severity. */
import type { AppSummary, Finding, Report } from '../cookies/finding.js';

/**
 * The report with only the findings that `keep` wants. Verdict and score are those of what is left,
 * so that they agree with the exit code. Cookies, files and what was suppressed stay as they are.
 */
export function narrowReport(report: Report, keep: (finding: Finding) => boolean): Report {
  const findings = report.findings.filter(keep);
  if (findings.length === report.findings.length) return report;
  const apps = report.apps.map((app) => judged(app, findings));
  return { ...report, findings, apps, ...overall(apps, findings) };
}

/** 1 without a finding, 0.5 where only cookies without a session lack Secure, 0 where a session cookie does. */
function judged(app: AppSummary, findings: readonly Finding[]): AppSummary {
  const reasons = app.reasons.filter((reason) => findings.some((finding) => finding.app === app.root && finding.reason === reason && finding.severity !== 'note'));
  if (reasons.length === app.reasons.length) return app;
  if (reasons.includes('COOKIE_SECURE_SESSION_MISSING')) return { ...app, reasons, verdict: 'fail', score: 0 };
  return reasons.length > 0 ? { ...app, reasons, verdict: 'warn', score: 0.5 } : { ...app, reasons, verdict: 'pass', score: 1 };
}

function overall(apps: readonly AppSummary[], findings: readonly Finding[]): Pick<Report, 'verdict' | 'score'> {
  const score = apps.length === 0 ? 1 : apps.reduce((sum, app) => sum + app.score, 0) / apps.length;
  const verdict = apps.some((app) => app.verdict === 'fail') || findings.some(({ severity }) => severity === 'error') ? 'fail' : apps.some((app) => app.verdict === 'warn') ? 'warn' : 'pass';
  return { verdict, score };
}
