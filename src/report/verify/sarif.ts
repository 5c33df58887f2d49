/** A verification as SARIF: each cookie that was observed without Secure at the line that sets it. What no line sets is a notification. */
import type { Log, Notification } from 'sarif';
import type { Finding, Problem, Report } from '../../cookies/finding.js';
import type { ObservedFinding } from '../../verify/check.js';
import type { LinkedCookie } from '../../verify/link.js';
import { sarif as reportSarif } from '../sarif.js';
import { bestOf, type VerifyFormat } from './rows.js';

export const sarif: VerifyFormat = (verification, options) => {
  const fingerprints = new Map<Finding, string>();
  const unplaced: Notification[] = [];
  for (const { weight, cookies } of verification.hosts) {
    for (const cookie of cookies) {
      for (const observed of cookie.findings) {
        if (weight === 0 || observed.accepted) continue;
        const finding = placed(cookie, observed);
        if (finding === undefined)
          unplaced.push({ level: observed.severity, message: { text: [observed.message, cookie.link?.message ?? ''].join(' ').trim() } });
        else fingerprints.set(finding, observed.fingerprint);
      }
    }
  }
  const report: Report = {
    ...(verification.source ?? nothing),
    findings: [...fingerprints.keys()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.range.start - b.range.start)),
    suppressed: [],
    undecided: [],
    verdict: verification.verdict,
    score: verification.score,
    bestScore: verification.bestScore,
    apps: [],
  };
  const log = JSON.parse(reportSarif(report, { ...options, fingerprints, pedantic: false })) as Log;
  const [run] = log.runs;
  run?.invocations?.[0]?.toolExecutionNotifications?.push(...unplaced);
  if (run !== undefined)
    run.properties = { ...run.properties, points: verification.points, targets: verification.observations.map(({ target }) => target) };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const nothing: Omit<Report, 'findings'> = {
  suppressed: [],
  cookies: [],
  apps: [],
  verdict: 'none',
  score: null,
  bestScore: null,
  undecided: [],
  files: 0,
  candidates: 0,
  skipped: [],
  textOf: () => undefined,
};

/** The finding at the line that sets the cookie. */
function placed(cookie: LinkedCookie, observed: ObservedFinding): Finding | undefined {
  const best = bestOf(cookie);
  const problem = problemOf(cookie, observed);
  if (best === undefined || problem === undefined) return undefined;
  const { record, finding } = best;
  const place = { path: record.path, range: record.range };
  return {
    ...(finding ?? { ...place, related: [], cause: place }),
    rule: record.rule,
    surface: record.surface,
    problem: observed.problem === 'missing' && finding !== undefined ? finding.problem : problem,
    severity: observed.severity,
    confidence: best.by === 'name' ? 'high' : 'medium',
    cookie: { name: cookie.name, session: cookie.session },
    message: `${observed.message} ${cookie.link?.message ?? ''}`.trim(),
    reason: observed.reason,
    fixes: observed.problem === 'missing' ? (finding?.fixes ?? []) : [],
    app: record.app,
  };
}

/** What the linter calls it; undefined for what only a running site shows. */
function problemOf(cookie: LinkedCookie, { problem }: ObservedFinding): Problem | undefined {
  if (problem === 'missing') return 'missing';
  if (problem !== 'rejected') return undefined;
  const refusals = new Set(cookie.sightings.flatMap((one) => one.refusals));
  if (refusals.has('host-prefix') || refusals.has('secure-prefix')) return 'rejected-prefix';
  return refusals.has('samesite-none') ? 'rejected-samesite' : refusals.has('partitioned') ? 'rejected-partitioned' : undefined;
}
