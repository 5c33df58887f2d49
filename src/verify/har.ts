/** Cookies of a HAR file (http://www.softwareishard.com/blog/har-12-spec/), as browsers and their developer tools write it. */
import { hostOf, siteOf, transportOf } from '../cookies/cookie-scope.js';
import { shownUrl, TargetError, webAddress, type Exchange, type HeldCookie, type Observation } from './observation.js';
import { isRedirect } from './redirects.js';

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** Whether a JSON value looks like a HAR file. */
export const isHar = (value: unknown): boolean => Array.isArray(fields(fields(value)['log'])['entries']);

interface Entry {
  readonly url: URL;
  readonly where: string;
  readonly page: string | undefined;
  readonly status: number;
  readonly setCookies: readonly string[];
  readonly request: Fields;
  readonly response: Fields;
}

export function readHar(value: unknown, target: string): Observation {
  const entries = list(fields(fields(value)['log'])['entries']).flatMap((entry, index) => entryOf(fields(entry), index));
  if (entries.length === 0) throw new TargetError(`${target}: the HAR file has no entry with an http or https address`);
  const exchanges = entries.map((entry, index): Exchange => ({
    url: shownUrl(entry.url),
    where: entry.where,
    status: entry.status,
    setCookies: entry.setCookies,
    redirects: leadsTo(entry, entries[index + 1]),
  }));
  const held = [...entries.flatMap(listedCookies), ...sentCookies(entries)];
  const nothing = exchanges.every(({ setCookies }) => setCookies.length === 0) && held.length === 0;
  return {
    target,
    kind: 'har',
    exchanges,
    held,
    asked: [...new Set(firstOfPages(entries).map(({ url }) => hostOf(url)))],
    notes: nothing ? ['the HAR file holds no cookie at all: Chrome leaves them out unless it exports “HAR (with sensitive data)”'] : [],
  };
}

function entryOf(entry: Fields, index: number): Entry[] {
  const request = fields(entry['request']);
  const response = fields(entry['response']);
  const url = webAddress(text(request['url']) ?? '');
  if (url === undefined) return [];
  const status = response['status'];
  // Chrome puts the fields of several headers into one, a line each.
  const setCookies = list(response['headers']).flatMap((header) => {
    const { name, value } = fields(header);
    return text(name)?.toLowerCase() === 'set-cookie' ? (text(value) ?? '').split('\n') : [];
  });
  return [
    {
      url,
      where: `entry ${index + 1}`,
      page: text(entry['pageref']),
      status: typeof status === 'number' ? status : 0,
      setCookies,
      request,
      response,
    },
  ];
}

/** Whether an answer redirects to the one that was recorded next. */
function leadsTo({ url, status, response }: Entry, next: Entry | undefined): boolean {
  const to = text(response['redirectURL']) ?? '';
  return isRedirect(status) && next !== undefined && URL.canParse(to, url.href) && new URL(to, url).href === next.url.href;
}

/** The first answer of each page: the hosts that the recording is about. */
function firstOfPages(entries: readonly Entry[]): readonly Entry[] {
  const pages = new Map<string | undefined, Entry>();
  for (const entry of entries) if (!pages.has(entry.page)) pages.set(entry.page, entry);
  return [...pages.values()];
}

/** The cookies of answers whose headers were left out. */
function listedCookies({ url, where, setCookies, response }: Entry): HeldCookie[] {
  return setCookies.length > 0 ? [] : list(response['cookies']).flatMap((cookie) => heldOf(fields(cookie), url, where, false));
}

/**
 * Cookies that a request sent and no answer of the recording set: a script's, or older ones. Each is listed where it is seen first,
 * and again where it goes over plain http, which proves that it is not Secure.
 */
function sentCookies(entries: readonly Entry[]): HeldCookie[] {
  const set = new Set<string>();
  const seen = new Set<string>();
  const held: HeldCookie[] = [];
  for (const { url, setCookies, response } of entries) {
    const names = [
      ...setCookies.map((header) => (header.split(';')[0] ?? '').split('=')[0] ?? ''),
      ...list(response['cookies']).map((cookie) => text(fields(cookie)['name']) ?? ''),
    ];
    for (const name of names) set.add(`${siteOf(hostOf(url))} ${name.trim()}`);
  }
  for (const { url, where, request } of entries) {
    for (const cookie of list(request['cookies']).map(fields)) {
      const name = text(cookie['name']);
      if (name === undefined || set.has(`${siteOf(hostOf(url))} ${name}`)) continue;
      const key = `${hostOf(url)} ${transportOf(url)} ${name}`;
      if (!seen.has(key)) held.push(...heldOf(cookie, url, where, true));
      seen.add(key);
    }
  }
  return held;
}

function heldOf(cookie: Fields, url: URL, where: string, byScript: boolean): HeldCookie[] {
  const name = text(cookie['name']);
  if (name === undefined) return [];
  const domain = text(cookie['domain']) ?? '';
  // Chrome says what it knows of the cookie; others write name and value, and no flag that they say is known.
  const isDescribed = !byScript || domain !== '';
  const expires = text(cookie['expires']);
  const end = expires === undefined || expires === '' ? null : Date.parse(expires);
  return [
    {
      url: shownUrl(url),
      where,
      name,
      domain: domain === '' ? hostOf(url) : domain.replace(/^\./, '').toLowerCase(),
      hostOnly: !domain.startsWith('.'),
      path: isDescribed ? (text(cookie['path']) ?? null) : null,
      secure:
        isDescribed && typeof cookie['secure'] === 'boolean' ? cookie['secure'] : transportOf(url) === 'plain' && byScript ? false : null,
      httpOnly: isDescribed ? flag(cookie['httpOnly']) : null,
      sameSite: isDescribed ? (text(cookie['sameSite']) ?? null) : null,
      expires: !isDescribed || Number.isNaN(end) ? undefined : end,
      byScript,
    },
  ];
}
