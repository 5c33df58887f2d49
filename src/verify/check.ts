/** The check of the Secure audit that the product came from, over the cookies of a site: problems, hosts with their weights, score, verdict. */
import { createHash } from 'node:crypto';
import type { Reason, Severity, Verdict } from '../cookies/finding.js';
import { siteOf } from '../cookies/cookie-scope.js';
import { nameMatcher } from '../text/glob.js';
import type { ObservedCookie } from './cookies.js';

/** `over-http`: set over plain http, and carried on to https. `unknown`: nobody says whether it is Secure. */
export type ObservedProblem = 'missing' | 'over-http' | 'rejected' | 'duplicate' | 'unknown';

export interface ObservedFinding {
  readonly problem: ObservedProblem;
  readonly severity: Severity;
  readonly reason: Reason | null;
  readonly message: string;
  /** Stays the same as long as the cookie and its trouble do. */
  readonly fingerprint: string;
  /** A baseline knows it. */
  readonly accepted: boolean;
}

export interface CheckedCookie extends ObservedCookie {
  readonly findings: readonly ObservedFinding[];
}

/** `apex`: the name that was registered. `other`: a site that nobody asked about, which is shown and not counted. */
export type HostRole = 'apex' | 'www' | 'subdomain' | 'other' | 'unknown';

export interface HostRow<Cookie = CheckedCookie> {
  /** Null for answers whose address is not known. */
  readonly host: string | null;
  readonly role: HostRole;
  readonly weight: number;
  readonly verdict: Verdict;
  /** Null where the host sets no cookie. */
  readonly score: number | null;
  readonly bestScore: number | null;
  readonly reasons: readonly Reason[];
  readonly cookies: readonly Cookie[];
}

/** The apex counts most, as the audit has it. A host of another site does not count. */
const WEIGHTS: Readonly<Record<HostRole, number>> = { apex: 3, www: 2, subdomain: 1, unknown: 1, other: 0 };

export const MOST_POINTS = 34;

export interface CheckOptions {
  /** The hosts that the user asked about; empty where all count. */
  readonly asked: readonly string[];
  /** Weights of the user's own: globs of hosts, the last that fits. */
  readonly weights: readonly { readonly host: string; readonly weight: number }[];
  /** Whether a baseline knows a finding. */
  readonly isKnown: (fingerprint: string) => boolean;
}

/** Rows of hosts, those that count most at the beginning. `hosts`: all that answered, those without a cookie among them. */
export function checkHosts(cookies: readonly ObservedCookie[], hosts: readonly (string | null)[], options: CheckOptions): HostRow[] {
  const sites = new Set(options.asked.map(siteOf));
  const byHost = new Map<string | null, CheckedCookie[]>([...new Set(hosts)].map((host) => [host, []]));
  for (const cookie of cookies) {
    const checked: CheckedCookie = { ...cookie, findings: findingsOf(cookie, options.isKnown) };
    const row = byHost.get(cookie.host);
    if (row === undefined) byHost.set(cookie.host, [checked]);
    else row.push(checked);
  }
  const weights = options.weights.map(({ host, weight }) => ({ fits: nameMatcher(host), weight }));
  return [...byHost]
    .map(([host, own]): HostRow => {
      const role = roleOf(host, sites);
      own.sort((a, b) => gravityOf(a) - gravityOf(b));
      const weight = weights.findLast(({ fits }) => fits(host ?? ''))?.weight ?? WEIGHTS[role];
      return { host, role, weight, cookies: own, ...scoreOf(own) };
    })
    .sort((a, b) => b.weight - a.weight || ((a.host ?? '') < (b.host ?? '') ? -1 : 1));
}

/** The gravest first; those alike stay in the order of their names. */
const gravityOf = ({ findings }: CheckedCookie): number =>
  Math.min(3, ...findings.filter(({ accepted }) => !accepted).map(({ severity }) => ({ error: 0, warning: 1, note: 2 })[severity]));

function roleOf(host: string | null, sites: ReadonlySet<string>): HostRole {
  if (host === null) return 'unknown';
  const site = siteOf(host);
  if (sites.size > 0 && !sites.has(site)) return 'other';
  return host === site ? 'apex' : host === `www.${site}` ? 'www' : 'subdomain';
}

const SCORES = { pass: 1, warn: 0.5, fail: 0 } as const;

/** 1.0: every cookie has Secure; 0.5: only some that carry no session lack it; 0.0: one that does lacks it. */
function scoreOf(cookies: readonly CheckedCookie[]): Pick<HostRow, 'verdict' | 'score' | 'bestScore' | 'reasons'> {
  const counting = cookies.filter(({ deletes }) => !deletes);
  if (counting.length === 0) return { verdict: 'none', score: null, bestScore: null, reasons: [] };
  const open = counting.filter(({ findings }) => findings.some(({ problem, accepted }) => problem === 'unknown' && !accepted));
  const reasons = [
    ...new Set(
      counting.flatMap(({ findings }) => findings.flatMap(({ reason, accepted }) => (reason === null || accepted ? [] : [reason]))),
    ),
  ].sort();
  const known = reasons.includes('COOKIE_SECURE_SESSION_MISSING') ? 'fail' : reasons.length > 0 ? 'warn' : 'pass';
  const worst = open.length === 0 ? 1 : open.some(({ session }) => session) ? 0 : 0.5;
  return {
    verdict: known === 'pass' && open.length > 0 ? 'undecided' : known,
    score: Math.min(SCORES[known], worst),
    bestScore: SCORES[known],
    reasons,
  };
}

const ORDER = ['none', 'pass', 'undecided', 'warn', 'fail'] as const satisfies readonly Verdict[];

export interface Total {
  readonly verdict: Verdict;
  readonly score: number | null;
  readonly bestScore: number | null;
  /** Out of {@link MOST_POINTS}, for the lowest that the score can be. */
  readonly points: number | null;
}

/** The weighted mean of the hosts that set cookies, and the worst of their verdicts. */
export function totalOf(rows: readonly HostRow<unknown>[]): Total {
  const counting = rows.filter(({ weight, score }) => weight > 0 && score !== null);
  const sum = counting.reduce((all, { weight }) => all + weight, 0);
  if (sum === 0) return { verdict: 'none', score: null, bestScore: null, points: null };
  const mean = (score: (row: HostRow<unknown>) => number | null): number =>
    counting.reduce((all, row) => all + row.weight * (score(row) ?? 0), 0) / sum;
  const score = mean((row) => row.score);
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  const worst = Math.max(...counting.map(({ verdict }) => ORDER.indexOf(verdict)));
  return {
    verdict: ORDER[worst] ?? 'none',
    score: rounded(score),
    bestScore: rounded(mean((row) => row.bestScore)),
    points: Math.round(score * MOST_POINTS * 10) / 10,
  };
}

/** What is wrong with a cookie, the gravest first. */
function findingsOf(cookie: ObservedCookie, isKnown: CheckOptions['isKnown']): ObservedFinding[] {
  const found: Omit<ObservedFinding, 'fingerprint' | 'accepted'>[] = [];
  const note = (problem: ObservedProblem, message: string): void => void found.push({ problem, severity: 'note', reason: null, message });
  const { session, sightings } = cookie;
  const severity = session ? 'error' : 'warning';
  const name = cookie.name === '' ? 'A cookie without a name' : `Cookie \`${cookie.name}\``;
  if (!cookie.deletes) {
    const lacking = sightings.find(({ secure, deletes }) => secure === false && !deletes);
    if (cookie.secure === 'missing') {
      const reason = session ? 'COOKIE_SECURE_SESSION_MISSING' : 'COOKIE_SECURE_NONSESSION_MISSING';
      found.push({
        problem: 'missing',
        severity,
        reason,
        message: `${name} ${cookie.byScript ? 'was set by no answer but by a script, or was there before,' : 'came'} without Secure${placeOf(lacking)}.`,
      });
    }
    if (cookie.secure === 'unknown')
      note('unknown', `${name} was sent by the browser, but nothing says whether it is Secure${placeOf(sightings[0])}.`);
    const carried = sightings.find(({ carriedTo }) => carriedTo.length > 0);
    if (carried !== undefined) {
      const places = carried.carriedTo.join(', ');
      note(
        'over-http',
        `${name} is set over plain http${placeOf(carried)} and then carried to https (${places}): whoever listens has it already.`,
      );
    }
  }
  found.push(...rejections(cookie, name));
  for (const duplicate of cookie.duplicates) note('duplicate', `${name}: ${duplicate}.`);
  return found.map((finding) => {
    const identity = JSON.stringify([cookie.host, cookie.name, cookie.domain, cookie.path, finding.problem]);
    const fingerprint = createHash('sha256').update(identity).digest('hex').slice(0, 32);
    return { ...finding, fingerprint, accepted: isKnown(fingerprint) };
  });
}

/** A cookie that no browser ever stores is a mistake; one that is refused in places only is a note. */
function rejections(cookie: ObservedCookie, name: string): Omit<ObservedFinding, 'fingerprint' | 'accepted'>[] {
  const refused = cookie.sightings.filter(({ refusals }) => refusals.length > 0);
  const [first] = refused;
  if (first === undefined) return [];
  const never = refused.length === cookie.count;
  const message = `${name} is ${never ? 'refused by browsers' : 'refused in places'}${placeOf(first)}: ${first.refused}`;
  return [{ problem: 'rejected', severity: never && !cookie.deletes ? 'warning' : 'note', reason: null, message }];
}

function placeOf(seen: { readonly url: string | null; readonly where: string } | undefined): string {
  return seen === undefined ? '' : seen.url === null ? ` (${seen.where})` : ` (${seen.where}, ${seen.url})`;
}
