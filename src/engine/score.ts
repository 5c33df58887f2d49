/** Verdict and score per app and overall, as the Secure audit that the product came from defines them. */
import type { AppSummary, Finding, Reason, Report, Verdict } from '../cookies/finding.js';

/** What is summed up of an app beside its findings. */
interface Judged {
  readonly app: { readonly root: string };
  readonly frameworks: readonly string[];
  /** How many of its files mention cookies in a language that nobody reads. */
  readonly unread?: number;
}

/**
 * 1.0 when every cookie is Secure, 0.5 when only cookies that are not session-like lack it, 0.0 when a session-like one does.
 * Notes never count; undecided cookies make a range of it, and so does code that could not be read: it may set a session. `findings` and `undecided` may be those of other apps too.
 */
export function summarise(
  { app: { root }, frameworks, unread = 0 }: Judged,
  findings: readonly Finding[],
  undecided: readonly Finding[],
): AppSummary {
  const own = findings.filter(({ app, severity }) => app === root && severity !== 'note');
  const open = undecided.filter(({ app }) => app === root);
  const reasons = [...new Set(own.flatMap(({ reason }) => (reason === null ? [] : [reason])))].sort();
  const known = verdictFor(reasons);
  const bestScore = SCORES[known];
  return {
    root,
    frameworks,
    verdict: known === 'pass' && open.length + unread > 0 ? 'undecided' : known,
    score: unread > 0 ? 0 : Math.min(bestScore, worstOf(open)),
    bestScore,
    reasons,
    undecided: open.length,
    ...(unread > 0 ? { unread } : {}),
  };
}

const SCORES = { pass: 1, warn: 0.5, fail: 0 } as const;

/** The score if all of these lacked Secure. One whose name is not known may carry a session. */
const worstOf = (undecided: readonly Finding[]): number =>
  undecided.length === 0 ? 1 : undecided.some(({ cookie }) => cookie.session !== false) ? 0 : 0.5;

function verdictFor(reasons: readonly Reason[]): keyof typeof SCORES {
  if (reasons.includes('COOKIE_SECURE_SESSION_MISSING')) return 'fail';
  return reasons.length > 0 ? 'warn' : 'pass';
}

/** From the best to the worst. */
const ORDER = ['pass', 'undecided', 'warn', 'fail'] as const satisfies readonly Verdict[];

/** The average of the apps' scores, and the worst of their verdicts. Without a cookie there is nothing to judge. */
export function verdictOf(apps: readonly AppSummary[]): Pick<Report, 'verdict' | 'score' | 'bestScore'> {
  if (apps.length === 0) return { verdict: 'none', score: null, bestScore: null };
  const mean = (score: (app: AppSummary) => number): number =>
    Math.round((apps.reduce((sum, app) => sum + score(app), 0) / apps.length) * 1000) / 1000;
  const worst = Math.max(...apps.map(({ verdict }) => ORDER.indexOf(verdict)));
  return { verdict: ORDER[worst] ?? 'pass', score: mean(({ score }) => score), bestScore: mean(({ bestScore }) => bestScore) };
}
