/** The whole of a verification: what was seen, checked host by host, joined with the source. */
import type { Report } from '../cookies/finding.js';
import type { NamePatterns } from '../cookies/session-names.js';
import { checkHosts, totalOf, type CheckedCookie, type CheckOptions, type HostRow, type Total } from './check.js';
import { observedCookies } from './cookies.js';
import { SourceLinks, type LinkedCookie, type SourceCookie } from './link.js';
import type { Observation } from './observation.js';

export interface Verification extends Total {
  readonly observations: readonly Observation[];
  readonly hosts: readonly HostRow<LinkedCookie>[];
  /** Cookies of the source that were not seen. */
  readonly unobserved: readonly SourceCookie[];
  /** The linted repository; undefined where it was not looked at. */
  readonly source: Report | undefined;
  /** How many findings a baseline knows. */
  readonly known: number;
}

export interface VerifyOptions extends Pick<CheckOptions, 'weights' | 'isKnown'> {
  readonly names: NamePatterns;
  readonly now: number;
  readonly source: Report | undefined;
}

export function verificationOf(
  observations: readonly Observation[],
  { names, now, weights, isKnown, source }: VerifyOptions,
): Verification {
  const cookies = observedCookies(observations, { names, now });
  const answered = observations.flatMap(({ exchanges }) =>
    exchanges.map(({ url }) => (url === null ? null : new URL(url).hostname.replace(/^\[|\]$/g, ''))),
  );
  // A jar shows what it holds: where one is among the targets, every host of it was asked for.
  const asked = observations.some((one) => one.asked.length === 0 && one.held.length > 0)
    ? []
    : [...new Set(observations.flatMap((one) => one.asked))];
  const rows = checkHosts(cookies, answered, { asked, weights, isKnown });
  const links = source === undefined ? undefined : new SourceLinks(source);
  const linked = rows.map((row): HostRow<LinkedCookie> => ({
    ...row,
    cookies: row.cookies.map((cookie) => ({ ...cookie, link: links === undefined || links.isEmpty ? null : links.linkOf(cookie) })),
  }));
  return {
    ...totalOf(rows),
    observations,
    hosts: linked,
    unobserved: links?.unobserved() ?? [],
    source,
    known: allFindings(rows).filter(({ accepted }) => accepted).length,
  };
}

const allFindings = (rows: readonly HostRow[]): readonly CheckedCookie['findings'][number][] =>
  rows.flatMap(({ cookies }) => cookies.flatMap(({ findings }) => findings));
