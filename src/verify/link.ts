/** Joins what was seen with the source: which line sets each cookie, and what that line says about Secure. */
import type { CookieRecord, Finding, Report, SecureState } from '../cookies/finding.js';
import { findingOf, fixOf, type PlacedFix } from '../engine/record-findings.js';
import type { CheckedCookie } from './check.js';
import { nameTestOf, rankOf, type MatchedBy } from './name-match.js';

export type SourceState = SecureState | 'covered';

/** A place in the source that may set a cookie. */
export interface SourceCookie {
  readonly record: CookieRecord;
  readonly state: SourceState;
  readonly finding: Finding | undefined;
  readonly fix: PlacedFix | undefined;
}

export interface Candidate extends SourceCookie {
  readonly by: MatchedBy;
}

/**
 * How the two columns go together. `agree`: both have Secure, or it is no surprise that both lack it. `explained`: the source says when Secure is
 * off, and here it was. `differs`: the source says the opposite. `better`: Secure was seen here, and elsewhere it may be off.
 */
export type Relation = 'agree' | 'explained' | 'differs' | 'better' | 'undecided' | 'not-in-source' | 'never-observed';

export interface Link {
  readonly relation: Relation;
  /** One sentence; the place and the fix are in the candidates. */
  readonly message: string;
  /** The likeliest first; empty where nothing in the source sets it. */
  readonly candidates: readonly Candidate[];
}

export interface LinkedCookie extends CheckedCookie {
  /** Null where there is no source to look at. */
  readonly link: Link | null;
}

/** More places that are as likely as each other help nobody. */
const MOST_CANDIDATES = 5;

const SECURE = new Set<SourceState>(['on', 'covered', 'env-escape-hatch']);

const stateOf = (record: CookieRecord): SourceState => (record.coveredBy === undefined ? record.state : 'covered');

export class SourceLinks {
  readonly #report: Report;
  readonly #records: readonly CookieRecord[];
  readonly #tests: readonly (readonly [record: CookieRecord, test: (observed: string) => MatchedBy | undefined])[];
  readonly #seen = new Set<CookieRecord>();
  readonly #sources = new Map<CookieRecord, SourceCookie>();

  constructor(report: Report) {
    this.#report = report;
    this.#records = report.cookies.filter(({ deletes }) => !deletes);
    this.#tests = this.#records.map((record) => [record, nameTestOf(record)]);
  }

  get isEmpty(): boolean {
    return this.#records.length === 0;
  }

  /** The link of one cookie that was seen. */
  linkOf(cookie: CheckedCookie): Link {
    const matches = this.#tests.flatMap(([record, test]) => {
      const by = test(cookie.name);
      return by === undefined || (by === 'attributes' && !mayBe(cookie, record)) ? [] : [{ record, by }];
    });
    const best = Math.min(...matches.map(({ by }) => rankOf(by)));
    const ranked = matches
      .filter(({ by }) => rankOf(by) === best)
      .map((match) => ({ ...match, likeness: likeness(cookie, match.record) }))
      .sort((a, b) => b.likeness - a.likeness);
    const candidates = ranked.slice(0, MOST_CANDIDATES).map(({ record, by }): Candidate => ({ ...this.#sourceOf(record), by }));
    // All of them are seen now, those that are too many to list as well; a name that nobody can tell proves nothing.
    for (const { record, by } of ranked) if (by !== 'attributes') this.#seen.add(record);
    return { ...said(cookie, candidates), candidates };
  }

  /** The cookies of the source that no cookie so far was linked with, each name once for every place. */
  unobserved(): SourceCookie[] {
    return this.#records.filter((record) => !this.#seen.has(record)).map((record) => this.#sourceOf(record));
  }

  #sourceOf(record: CookieRecord): SourceCookie {
    let source = this.#sources.get(record);
    if (source === undefined) {
      const finding = findingOf(this.#report, record);
      source = { record, state: stateOf(record), finding, fix: finding === undefined ? undefined : fixOf(this.#report, finding) };
      this.#sources.set(record, source);
    }
    return source;
  }
}

/** Whether a cookie whose name nobody can tell may be this one: something that is known of both speaks for it, and nothing against it. */
function mayBe(cookie: CheckedCookie, record: CookieRecord): boolean {
  if (record.cookie.session !== null && record.cookie.session !== cookie.session) return false;
  const compared = agreements(cookie, record);
  return compared.length > 0 && compared.every((agreement) => agreement > 0);
}

/** How much speaks for a place: attributes that agree, and a state that fits what was seen. */
function likeness(cookie: CheckedCookie, record: CookieRecord): number {
  const attributes = agreements(cookie, record).reduce((sum, agreement) => sum + agreement, 0);
  const isSecure = SECURE.has(stateOf(record));
  const fits = cookie.secure === 'unknown' || record.state === 'unresolved' ? 0 : (cookie.secure === 'on') === isSecure ? 3 : 0;
  return attributes + fits;
}

/** 1 for each attribute that agrees, -1 for each that does not; nothing for what is not known on either side. */
function agreements(cookie: CheckedCookie, { attributes }: CookieRecord): number[] {
  const compared = (written: string | number | boolean | undefined, seen: string | null): number[] => {
    if (typeof written !== 'string' || seen === null || !/^[\w/.-]*$/.test(written)) return [];
    return [written.toLowerCase() === seen.toLowerCase() ? 1 : -1];
  };
  return [
    ...compared(attributes.path, cookie.path),
    ...(typeof attributes.domain === 'string' ? compared(attributes.domain.replace(/^\./, ''), cookie.domain) : []),
    ...(typeof attributes.sameSite === 'boolean' ? [] : compared(attributes.sameSite, cookie.sameSite)),
    ...(typeof attributes.httpOnly === 'boolean' && cookie.httpOnly !== null ? [attributes.httpOnly === cookie.httpOnly ? 1 : -1] : []),
    ...(attributes.maxAge === undefined || cookie.expires === undefined ? [] : [cookie.expires === null ? -1 : 1]),
  ];
}

const NAMELESS =
  'Observed, but no line of this repository is known to set it: a third party, another service, ' +
  'or a line that makes its cookie’s name at run time.';

function said(cookie: CheckedCookie, candidates: readonly Candidate[]): Pick<Link, 'relation' | 'message'> {
  const [best] = candidates;
  if (best === undefined)
    return { relation: 'not-in-source', message: 'Observed, but nothing in this repository sets it: a third party, or another service.' };
  const { record, state, finding, by } = best;
  if (by === 'attributes') return { relation: 'not-in-source', message: NAMELESS };
  if (cookie.secure === 'unknown')
    return { relation: 'undecided', message: `Whether it was Secure could not be seen; the source says ${state}.` };
  if (cookie.secure === 'on') return saidOfSecure(state);
  if (state === 'unresolved')
    return {
      relation: 'undecided',
      message: 'Observed without Secure; of the source it could not be decided. What was seen decides: it is off.',
    };
  if (state === 'missing' || state === 'disabled')
    return {
      relation: 'agree',
      message: `Observed without Secure, as the source says: ${state === 'missing' ? 'nothing sets it' : 'it is switched off'}.`,
    };
  if (!SECURE.has(state) && finding !== undefined && finding.problem !== 'unresolved')
    return { relation: 'explained', message: `Observed without Secure; the source says ${state}: ${whyOf(finding)}` };
  return {
    relation: 'differs',
    message: `The source says Secure (${state}), the header does not: the deployment differs${hintOf(record, state, finding)}.`,
  };
}

function saidOfSecure(state: SourceState): Pick<Link, 'relation' | 'message'> {
  if (SECURE.has(state)) return { relation: 'agree', message: 'Secure in the source, and as it was observed.' };
  if (state === 'unresolved') return { relation: 'undecided', message: 'Observed with Secure; of the source it could not be decided.' };
  if (state === 'missing' || state === 'disabled')
    return {
      relation: 'differs',
      message: `Observed with Secure, but the source says ${state}: something in between adds it (a proxy?), or other code is deployed.`,
    };
  return { relation: 'better', message: `Observed with Secure; the source says ${state}: another deployment may lack it.` };
}

/** What the linter says of it, in its own words, without the name that stands beside it. */
const whyOf = ({ message, suppressed }: Finding): string =>
  `${message.replace(/^(?:Cookie `[^`]*`|A cookie|The cookie named by `[^`]*`) is /, 'it is ')}${suppressed === undefined ? '' : ` (Suppressed there: ${suppressed.reason})`}`;

/** Where to look first when a deployment differs. */
function hintOf(record: CookieRecord, state: SourceState, finding: Finding | undefined): string {
  if (state === 'env-escape-hatch')
    return finding === undefined ? ' (does its environment turn Secure off?)' : ` (${whyOf(finding).replace(/\.$/, '')})`;
  if (state === 'request-conditional') return ' (does the proxy send X-Forwarded-Proto?)';
  if (state === 'covered' && record.coveredBy !== undefined) return ` (is \`${record.coveredBy.surface}\` in force there?)`;
  return ' (NODE_ENV or its like? a proxy that rewrites the header? other code?)';
}
