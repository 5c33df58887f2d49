/** A verification as rows: what was observed of each cookie, and what the source says of it, side by side. */
import type { CookieRecord, Report, Verdict } from '../../cookies/finding.js';
import type { HostRole, HostRow } from '../../verify/check.js';
import type { Candidate, LinkedCookie, Relation, SourceCookie, SourceState } from '../../verify/link.js';
import type { Verification } from '../../verify/verification.js';
import { counted, positionsOf, scoreText } from '../entries.js';
import type { FormatOptions } from '../format.js';

/** What every format of a verification is given. */
export type VerifyFormatOptions = Pick<FormatOptions, 'tool' | 'root' | 'color' | 'hyperlinks' | 'columns' | 'rules'>;

export type VerifyFormat = (verification: Verification, options: VerifyFormatOptions) => string;

export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** One line of the table. Of a cookie that was not observed there is no host; of one that is not in the source no place. */
export interface VerifyRow {
  readonly host: string | null;
  readonly name: string;
  readonly session: boolean | null;
  readonly observed: string;
  readonly source: SourceState | null;
  readonly place: SourcePlace | null;
  readonly relation: Relation | null;
  readonly message: string;
  readonly cookie: LinkedCookie | null;
  readonly candidate: SourceCookie | null;
}

/** Where a cookie of the source is set. */
export function placeOf(report: Report | undefined, record: CookieRecord): SourcePlace {
  const { start } = report === undefined ? { start: { line: 1, column: 1 } } : positionsOf(report, record);
  return { path: record.path, line: start.line, column: start.column };
}

export function rowOf(verification: Verification, row: HostRow<LinkedCookie>, cookie: LinkedCookie): VerifyRow {
  const { link } = cookie;
  const best = bestOf(cookie);
  return {
    host: row.host,
    name: cookie.name,
    session: cookie.session,
    observed: observedText(cookie),
    source: best?.state ?? null,
    place: best === undefined ? null : placeOf(verification.source, best.record),
    relation: link?.relation ?? null,
    message: link?.message ?? '',
    cookie,
    candidate: best ?? null,
  };
}

/** The likeliest place; none where a name that nobody can tell is all that speaks for one. */
export const bestOf = ({ link }: LinkedCookie): Candidate | undefined =>
  link?.candidates[0]?.by === 'attributes' ? undefined : link?.candidates[0];

/** The rows of the hosts, then those of cookies that were not observed. */
export function rowsOf(verification: Verification): VerifyRow[] {
  return [
    ...verification.hosts.flatMap((row) => row.cookies.map((cookie) => rowOf(verification, row, cookie))),
    ...unobservedRows(verification),
  ];
}

export function unobservedRows(verification: Verification): VerifyRow[] {
  return verification.unobserved.map((source): VerifyRow => {
    const { record, state, finding } = source;
    return {
      host: null,
      name: record.cookie.name ?? record.cookie.expression ?? record.surface,
      session: record.cookie.session,
      observed: 'never observed',
      source: state,
      place: placeOf(verification.source, record),
      relation: 'never-observed',
      message: `In the source, never observed${finding?.problem === 'proxy-trust' ? ': behind a proxy without trust the library does not send it' : ''}.`,
      cookie: null,
      candidate: source,
    };
  });
}

function observedText(cookie: LinkedCookie): string {
  const base = cookie.deletes
    ? 'deleted'
    : cookie.secure === 'on'
      ? 'Secure'
      : cookie.secure === 'missing'
        ? 'without Secure'
        : 'not known';
  const refused = cookie.sightings.filter(({ refusals }) => refusals.length > 0).length;
  return `${base}${refused === 0 ? '' : refused === cookie.count ? ', refused' : ', refused in places'}${cookie.byScript ? ', by a script' : ''}`;
}

export const hostText = (host: string | null): string => host ?? '(address not known)';

const roles: Readonly<Record<HostRole, string>> = {
  apex: 'apex',
  www: 'www',
  subdomain: 'below the apex',
  other: 'another site',
  unknown: 'address not known',
};

/** `apex, weight 3`; what does not count says so. */
export const roleText = ({ role, weight }: HostRow<unknown>): string =>
  `${roles[role]}, ${weight === 0 ? 'not counted' : `weight ${weight}`}`;

/** How many findings of which severity count. */
export function countsOf({ hosts }: Verification): Record<'error' | 'warning' | 'note', number> {
  const count = { error: 0, warning: 0, note: 0 };
  for (const { weight, cookies } of hosts)
    for (const { findings } of cookies) for (const { severity, accepted } of findings) if (weight > 0 && !accepted) count[severity]++;
  return count;
}

/** The facts of the last line, the verdict apart. */
export function factsOf(verification: Verification): string[] {
  const { hosts, points, known, unobserved, source } = verification;
  const count = countsOf(verification);
  const cookies = hosts.reduce((sum, row) => sum + row.cookies.length, 0);
  return [
    ...(points === null ? ['no cookie was observed that counts'] : [`score ${scoreText(verification)}`, `${points} of 34 points`]),
    `${counted(cookies, 'cookie')} of ${counted(hosts.length, 'host')}`,
    `${counted(count.error, 'error')}, ${counted(count.warning, 'warning')}`,
    ...(count.note > 0 ? [counted(count.note, 'note')] : []),
    ...(known > 0 ? [`${known} known to the baseline`] : []),
    ...(source === undefined
      ? []
      : source.cookies.length === 0
        ? ['no cookie was recognised in the source']
        : unobserved.length > 0
          ? [`${unobserved.length} of the source never observed`]
          : []),
  ];
}

export const verdictMark: Readonly<Record<Verdict, string>> = { fail: '✖', warn: '▲', undecided: '?', none: '–', pass: '✔' };

/** The chain of answers of each target, and what its reader should know. */
export function asked(verification: Verification): { readonly target: string; readonly lines: readonly string[] }[] {
  return verification.observations.map(({ target, kind, exchanges, held, notes }) => {
    const isChain = kind === 'url' || (kind === 'responses' && exchanges.length <= 20);
    const chain = exchanges.map(
      ({ where, url, status, setCookies }) =>
        `${where}: ${status} ${url ?? 'of an address that is not known'}${setCookies.length === 0 ? '' : `, ${counted(setCookies.length, 'cookie')} set`}`,
    );
    const short = `${kind}: ${counted(exchanges.length, 'answer')}, ${counted(held.length, 'cookie')} beside`;
    return { target, lines: [...(isChain ? chain : [short]), ...notes] };
  });
}
