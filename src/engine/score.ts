/** Verdict and score per app and overall, as the Secure audit that the product came from defines them. */
import type { AppSummary, Finding, Reason, Report, Verdict } from '../cookies/finding.js';

/**
 * 1.0 when every cookie is Secure, 0.5 when only cookies that are not session-like lack it, 0.0 when a session-like one does.
 * Notes never count.
 */
export function summarise(result: { readonly app: { readonly root: string }; readonly frameworks: readonly string[] }, findings: readonly Finding[]): AppSummary {
  const own = findings.filter((finding) => finding.app === result.app.root && finding.severity !== 'note');
  const reasons = [...new Set(own.flatMap((finding) => (finding.reason === null ? [] : [finding.reason])))].sort();
  const verdict = verdictFor(reasons);
  return { root: result.app.root, frameworks: result.frameworks, verdict, score: SCORES[verdict], reasons };
}

const SCORES: Readonly<Record<Verdict, number>> = { pass: 1, warn: 0.5, fail: 0 };

function verdictFor(reasons: readonly Reason[]): Verdict {
  if (reasons.includes('COOKIE_SECURE_SESSION_MISSING')) return 'fail';
  return reasons.length > 0 ? 'warn' : 'pass';
}

/** The average of the apps' scores, and the worst of their verdicts. */
export function verdictOf(apps: readonly AppSummary[]): Pick<Report, 'verdict' | 'score'> {
  if (apps.length === 0) return { verdict: 'pass', score: 1 };
  const score = apps.reduce((sum, app) => sum + app.score, 0) / apps.length;
  const verdict = apps.some((app) => app.verdict === 'fail') ? 'fail' : apps.some((app) => app.verdict === 'warn') ? 'warn' : 'pass';
  return { verdict, score: Math.round(score * 1000) / 1000 };
}
