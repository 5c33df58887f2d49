/** The cookies of a site, each once: what several answers and stores say of it, put together. */
import { receive, type BrowserCookie, type Received, type Refusal } from '../cookies/browser-cookie.js';
import { domainMatches, hostOf, pathMatches, transportOf } from '../cookies/cookie-scope.js';
import { isSessionName, type NamePatterns } from '../cookies/session-names.js';
import { TargetError, type Exchange, type HeldCookie, type Observation, type Seen } from './observation.js';

/** One time that a cookie was seen. */
export interface Sighting extends Seen {
  readonly target: string;
  /** Null where nobody says. */
  readonly secure: boolean | null;
  readonly deletes: boolean;
  readonly refusals: readonly Refusal[];
  /** What the browser's rule says, in words; empty where none refuses it. */
  readonly refused: string;
  /** Over plain http, from another machine. */
  readonly plain: boolean;
  /** Set over plain http without Secure, and sent on to these places of the same chain over https. */
  readonly carriedTo: readonly string[];
}

export interface ObservedCookie {
  /** The host that set it, or that a store has it for; null for an answer whose address is not known. */
  readonly host: string | null;
  readonly name: string;
  readonly domain: string | null;
  readonly hostOnly: boolean;
  readonly path: string | null;
  /** `missing` where one header that a browser meets lacks it. */
  readonly secure: 'on' | 'missing' | 'unknown';
  readonly session: boolean;
  readonly httpOnly: boolean | null;
  readonly sameSite: string | null;
  /** Milliseconds since 1970; null with the session, undefined where nobody knows. */
  readonly expires: number | null | undefined;
  /** No answer set it. */
  readonly byScript: boolean;
  /** All that was seen of it deletes it. */
  readonly deletes: boolean;
  /** The first of them; `count` says how many there are. */
  readonly sightings: readonly Sighting[];
  readonly count: number;
  /** Set more than once in one answer, or for several domains or paths of one host. */
  readonly duplicates: readonly string[];
}

/** No site has more, and no report of more would be read. */
const MOST_COOKIES = 10_000;

/** So many places of one cookie are kept; of more only the number. */
const MOST_SIGHTINGS = 20;

interface Gathered {
  base: Omit<ObservedCookie, 'secure' | 'sightings' | 'count' | 'duplicates' | 'deletes'>;
  sightings: Sighting[];
  count: number;
  lacking: boolean;
  unknown: boolean;
  setting: boolean;
  duplicates: Set<string>;
}

export interface CookieOptions {
  readonly names: NamePatterns;
  readonly now: number;
}

/** The cookies of all targets, by host and name. */
export function observedCookies(observations: readonly Observation[], options: CookieOptions): ObservedCookie[] {
  const all = new Map<string, Gathered>();
  for (const observation of observations) {
    for (const [index, exchange] of observation.exchanges.entries()) addAnswer(all, observation, index, exchange, options);
    for (const cookie of observation.held) addHeld(all, observation.target, cookie, options);
  }
  findScopes(all.values());
  return [...all.values()]
    .map(({ base, sightings, count, lacking, unknown, setting, duplicates }): ObservedCookie => ({
      ...base,
      secure: lacking ? 'missing' : unknown ? 'unknown' : 'on',
      deletes: !setting,
      sightings,
      count,
      duplicates: [...duplicates],
    }))
    .sort((a, b) => compare(a.host ?? '', b.host ?? '') || compare(a.name, b.name) || compare(a.path ?? '', b.path ?? ''));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addAnswer(
  all: Map<string, Gathered>,
  observation: Observation,
  index: number,
  exchange: Exchange,
  { names, now }: CookieOptions,
): void {
  const url = exchange.url === null ? undefined : new URL(exchange.url);
  const inAnswer = new Map<string, Received>();
  for (const header of exchange.setCookies) {
    const received = receive(header, { url, now });
    const { cookie } = received;
    if (cookie === undefined) {
      addUnreadable(all, observation.target, exchange, received, header, names);
      continue;
    }
    const session = isSessionName(cookie.name, names);
    const { name, domain, hostOnly, path, httpOnly, sameSite, expires } = cookie;
    const host = url === undefined ? null : hostOf(url);
    const gathered = gatheredOf(all, { host, name, domain, hostOnly, path, session, httpOnly, sameSite, expires, byScript: false });
    const key = JSON.stringify([cookie.name, cookie.domain, cookie.hostOnly, cookie.path]);
    const before = inAnswer.get(key)?.cookie;
    if (before !== undefined && !before.deletes && !cookie.deletes) {
      const difference = before.secure === cookie.secure ? '' : ', once with Secure and once without';
      gathered.duplicates.add(`one answer (${exchange.where}) sets it twice${difference}: the last one counts`);
    }
    inAnswer.set(key, received);
    add(gathered, sightingOf(observation, index, exchange, received, url));
  }
}

function sightingOf(
  observation: Observation,
  index: number,
  exchange: Exchange,
  { cookie, refusals, steps }: Received,
  url: URL | undefined,
): Sighting {
  const plain = url !== undefined && transportOf(url) === 'plain';
  const isKept = cookie?.secure === false && !cookie.deletes && refusals.length === 0;
  return {
    target: observation.target,
    url: exchange.url,
    where: exchange.where,
    secure: cookie?.secure ?? null,
    deletes: cookie?.deletes ?? false,
    refusals,
    refused: refusalOf(steps),
    plain,
    carriedTo: isKept && url?.protocol === 'http:' ? carriedTo(observation.exchanges, index, cookie) : [],
  };
}

/** The browser's rule that refuses it first, in words. */
const refusalOf = (steps: Received['steps']): string => steps.find(({ outcome }) => outcome === 'refused')?.message ?? '';

/** The later answers of the same chain of redirects that a browser would send the cookie to over https. */
function carriedTo(exchanges: readonly Exchange[], index: number, { domain, hostOnly, path }: BrowserCookie): string[] {
  const places: string[] = [];
  for (let at = index; exchanges[at]?.redirects === true; at++) {
    const { url: address, where } = exchanges[at + 1] ?? {};
    if (address === undefined || address === null || where === undefined) break;
    const url = new URL(address);
    const fits = hostOnly ? hostOf(url) === domain : domainMatches(hostOf(url), domain ?? '');
    if (fits && url.protocol === 'https:' && pathMatches(url.pathname, path ?? '/')) places.push(where);
  }
  return places;
}

/** A header in which a browser finds no cookie at all: what its name would have been is still of use. */
function addUnreadable(
  all: Map<string, Gathered>,
  target: string,
  exchange: Exchange,
  received: Received,
  header: string,
  names: NamePatterns,
): void {
  const name = (header.split(/[=;]/)[0] ?? '').trim().slice(0, 100);
  const url = exchange.url === null ? undefined : new URL(exchange.url);
  const host = url === undefined ? null : hostOf(url);
  const unknown = { domain: null, hostOnly: true, path: null, httpOnly: null, sameSite: null, expires: undefined };
  const gathered = gatheredOf(all, { host, name, session: isSessionName(name, names), byScript: false, ...unknown });
  const secure = /;\s*secure\s*(?:[;=]|$)/i.test(header);
  const plain = url !== undefined && transportOf(url) === 'plain';
  const seen = { target, url: exchange.url, where: exchange.where, secure, plain };
  add(gathered, { ...seen, deletes: false, refusals: received.refusals, refused: refusalOf(received.steps), carriedTo: [] });
}

function addHeld(all: Map<string, Gathered>, target: string, cookie: HeldCookie, { names, now }: CookieOptions): void {
  const { name, domain, hostOnly, path, secure, httpOnly, sameSite, expires, byScript, url, where } = cookie;
  const gathered = gatheredOf(all, {
    host: domain,
    name,
    domain,
    hostOnly,
    path,
    session: isSessionName(name, names),
    httpOnly,
    sameSite,
    expires,
    byScript,
  });
  const deletes = typeof expires === 'number' && expires <= now;
  add(gathered, {
    target,
    url,
    where,
    secure,
    deletes,
    refusals: [],
    refused: '',
    plain: url !== null && transportOf(new URL(url)) === 'plain',
    carriedTo: [],
  });
}

function gatheredOf(all: Map<string, Gathered>, base: Gathered['base']): Gathered {
  const key = JSON.stringify([base.host, base.name, base.domain, base.hostOnly, base.path]);
  let gathered = all.get(key);
  if (gathered === undefined && all.size >= MOST_COOKIES)
    throw new TargetError(`more than ${MOST_COOKIES} different cookies were seen: verify fewer pages at a time`);
  if (gathered === undefined)
    all.set(key, (gathered = { base, sightings: [], count: 0, lacking: false, unknown: false, setting: false, duplicates: new Set() }));
  // A header says more than a store, and what was set later is what a browser has.
  if (!base.byScript) gathered.base = base;
  return gathered;
}

function add(gathered: Gathered, sighting: Sighting): void {
  gathered.count++;
  if (!sighting.deletes) {
    gathered.setting = true;
    gathered.lacking ||= sighting.secure === false;
    gathered.unknown ||= sighting.secure === null;
  }
  // One that lacks Secure is evidence; a hundred that have it are not.
  if (gathered.sightings.length < MOST_SIGHTINGS) gathered.sightings.push(sighting);
  else if (sighting.secure === false && gathered.sightings.every(({ secure }) => secure !== false))
    gathered.sightings[MOST_SIGHTINGS - 1] = sighting;
}

/** So many of the other scopes of a name are named. */
const MOST_SCOPES = 3;

/** The same name for several domains or paths of a host: a request may carry both, and the server sees either first. */
function findScopes(all: Iterable<Gathered>): void {
  const named = new Map<string, Gathered[]>();
  for (const gathered of all) {
    const { host, name, domain, byScript } = gathered.base;
    if (name === '' || host === null || domain === null || !gathered.setting) continue;
    const key = JSON.stringify([host, name, byScript]);
    const group = named.get(key);
    if (group === undefined) named.set(key, [gathered]);
    else group.push(gathered);
  }
  for (const group of named.values()) {
    for (const gathered of group) {
      for (const { base } of group.slice(0, MOST_SCOPES + 1)) {
        if (base === gathered.base) continue;
        gathered.duplicates.add(
          `also set for ${base.hostOnly ? '' : 'all of '}${base.domain ?? ''}${base.path ?? ''}: a request may carry both`,
        );
      }
    }
  }
}
