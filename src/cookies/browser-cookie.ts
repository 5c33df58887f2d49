/**
 * What a browser makes of a Set-Cookie header, step by step: parsed by RFC 6265bis section 5.6, stored or refused by section 5.7
 * (draft-ietf-httpbis-rfc6265bis-22), and CHIPS for Partitioned (https://developer.mozilla.org/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies).
 */
import { nearest } from '../text/nearest.js';
import { cookieDate } from './cookie-date.js';
import { canonicalHost, defaultPath, domainMatches, hostOf, isPublicSuffix, transportOf } from './cookie-scope.js';
import { prefixOf } from './session-names.js';
import { pairOf, piecesOf, withoutFieldName } from './set-cookie-header.js';

/** Why a browser refuses a cookie. */
export type Refusal =
  | 'control-character'
  | 'empty'
  | 'too-large'
  | 'domain-not-ascii'
  | 'domain-mismatch'
  | 'public-suffix'
  | 'secure-over-http'
  | 'samesite-none'
  | 'secure-prefix'
  | 'host-prefix'
  | 'prefix-without-name'
  | 'partitioned';

/** `ok`: taken as written. `unsafe`: taken, and that is the danger. `ignored`: as if it were not there. `refused`: the whole cookie is dropped. `unknown`: can't be told from here. */
export type StepOutcome = 'ok' | 'unsafe' | 'ignored' | 'refused' | 'unknown';

export interface ReceivingStep {
  readonly outcome: StepOutcome;
  /** The section of RFC 6265bis, or `CHIPS`. */
  readonly section: string;
  readonly message: string;
  readonly refusal?: Refusal;
}

export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  /** Null where the request's address is not known and the header names no domain. */
  readonly domain: string | null;
  readonly hostOnly: boolean;
  /** Null where the request's address is not known and the header names no path. */
  readonly path: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `Default`: browsers treat it as Lax, some with a grace of two minutes. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | 'Default';
  readonly partitioned: boolean;
  /** When it ends, in milliseconds since 1970; null with the browser's session. */
  readonly expires: number | null;
  /** It ends before it begins: the header deletes a cookie. */
  readonly deletes: boolean;
}

export interface Received {
  /** `undecided`: nothing refuses it for sure, but it depends on the request's address, which is not known, or on the browser. */
  readonly verdict: 'stored' | 'refused' | 'undecided';
  readonly steps: readonly ReceivingStep[];
  /** All reasons to refuse it, the one that a browser meets first at the beginning. */
  readonly refusals: readonly Refusal[];
  /** The cookie as it is, or would be, stored; undefined where the header has none. */
  readonly cookie: BrowserCookie | undefined;
}

export interface Circumstances {
  /** The address that was asked for; undefined where nobody knows. */
  readonly url: URL | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const MOST_BYTES = 4096;
const MOST_ATTRIBUTE_BYTES = 1024;
/** Section 5.5: no cookie lives longer. */
const MOST_DAYS = 400;
const DAY = 86_400_000;

const ATTRIBUTES = ['Expires', 'Max-Age', 'Domain', 'Path', 'Secure', 'HttpOnly', 'SameSite', 'Partitioned'] as const;

/** The attributes that count, after the last of each kind has won. */
interface Attributes {
  maxAge?: number;
  expires?: number;
  domain?: string;
  path?: string | null;
  secure: boolean;
  httpOnly: boolean;
  sameSite: BrowserCookie['sameSite'];
  partitioned: boolean;
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The steps so far. */
class Steps {
  readonly taken: ReceivingStep[] = [];

  add(outcome: StepOutcome, section: string, message: string): void {
    this.taken.push({ outcome, section, message });
  }

  refuse(refusal: Refusal, section: string, message: string): void {
    this.taken.push({ outcome: 'refused', section, message, refusal });
  }
}

/** Receives one header: `name=value; Secure`, or the whole line with its field name. */
export function receive(line: string, circumstances: Circumstances): Received {
  const header = withoutFieldName(line).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  const steps = new Steps();
  // All control characters but the tab.
  const control = /[\u0000-\u0008\u000A-\u001F\u007F]/.exec(header);
  if (control !== null) {
    steps.refuse(
      'control-character',
      '5.6',
      `The header holds the control character U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}: all of it is ignored.`,
    );
    return ended(steps, undefined);
  }
  const { pair, attributes: pieces } = piecesOf(header);
  const split = pairOf(pair);
  const name = split.assigned ? split.name : '';
  const value = split.assigned ? split.value : split.name;
  steps.add(
    'ok',
    '5.6',
    split.assigned
      ? `The name is \`${name}\`, the value has ${counted(bytes(value))}.`
      : 'There is no `=`: the cookie has no name, and all of it is its value.',
  );
  if (/^".*"$/.test(value)) steps.add('ok', '5.6', 'The quotes are a part of the value.');
  if (name === '' && value === '') {
    steps.refuse('empty', '5.7', 'Neither a name nor a value: there is no cookie.');
    return ended(steps, undefined);
  }
  // Seen with Chromium 156; the draft keeps it.
  if (/\t/.test(name + value))
    steps.add('unknown', '5.6', 'There is a tab in the name or the value: the standard keeps it, Chromium refuses the cookie.');
  const size = bytes(name) + bytes(value);
  if (size > MOST_BYTES)
    steps.refuse('too-large', '5.6', `Name and value have ${size} bytes together; more than ${MOST_BYTES} are refused.`);
  const attributes = attributesOf(pieces, steps);
  return ended(steps, stored(name, value, attributes, circumstances, steps));
}

function ended({ taken }: Steps, cookie: BrowserCookie | undefined): Received {
  const refusals = taken.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]));
  const open = taken.some(({ outcome }) => outcome === 'unknown');
  return { verdict: refusals.length > 0 ? 'refused' : open ? 'undecided' : 'stored', steps: taken, refusals, cookie };
}

const counted = (count: number): string => (count === 1 ? '1 byte' : `${count} bytes`);

function attributesOf(pieces: readonly string[], steps: Steps): Attributes {
  const attributes: Attributes = { secure: false, httpOnly: false, sameSite: 'Default', partitioned: false };
  const seen = new Set<string>();
  for (const piece of pieces) {
    const { name, value, assigned } = pairOf(piece);
    if (name === '' && !assigned) continue;
    if (bytes(value) > MOST_ATTRIBUTE_BYTES) {
      steps.add(
        'ignored',
        '5.6',
        `The value of \`${name}\` has ${bytes(value)} bytes; an attribute of more than ${MOST_ATTRIBUTE_BYTES} is ignored.`,
      );
      continue;
    }
    const known = ATTRIBUTES.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined) {
      const near = nearest(name, ATTRIBUTES);
      steps.add('ignored', '5.6', `There is no attribute \`${name}\`: ignored${near === undefined ? '' : ` (${near}?)`}.`);
      continue;
    }
    if (seen.has(known)) steps.add('ok', '5.7', `\`${known}\` again: the last one counts.`);
    seen.add(known);
    readers[known](value, attributes, steps, assigned);
  }
  return attributes;
}

type Reader = (value: string, attributes: Attributes, steps: Steps, assigned: boolean) => void;

const readers: Readonly<Record<(typeof ATTRIBUTES)[number], Reader>> = {
  Expires(value, attributes, steps) {
    const date = cookieDate(value);
    if (date === undefined) return steps.add('ignored', '5.6.1', `\`Expires=${value}\` is no date that browsers read: ignored.`);
    attributes.expires = date;
    steps.add('ok', '5.6.1', `Expires: ${new Date(date).toUTCString()}.`);
  },
  'Max-Age'(value, attributes, steps) {
    if (!/^-?\d+$/.test(value)) return steps.add('ignored', '5.6.2', `\`Max-Age=${value}\` is no whole number of seconds: ignored.`);
    attributes.maxAge = Number(value);
    steps.add('ok', '5.6.2', `Max-Age: ${value} seconds${Number(value) <= 0 ? ', so it ends at once' : ''}.`);
  },
  Domain(value, attributes, steps) {
    attributes.domain = value.replace(/^\./, '').toLowerCase();
    steps.add(
      'ok',
      '5.6.3',
      value === ''
        ? 'An empty Domain is none: only the host itself gets the cookie.'
        : `Domain: \`${attributes.domain}\` and all hosts below it${value.startsWith('.') ? '; the dot before it means nothing' : ''}.`,
    );
  },
  Path(value, attributes, steps) {
    const isPath = value.startsWith('/');
    attributes.path = isPath ? value : null;
    steps.add(
      isPath ? 'ok' : 'ignored',
      '5.6.4',
      isPath ? `Path: \`${value}\`.` : `\`Path=${value}\` does not begin with \`/\`: the folder of the address counts.`,
    );
  },
  Secure(value, attributes, steps, assigned) {
    attributes.secure = true;
    steps.add(
      'ok',
      '5.6.5',
      assigned
        ? `Secure, whatever stands behind it: \`Secure=${value}\` turns it on as well.`
        : 'Secure: the cookie is sent over https only.',
    );
  },
  HttpOnly(value, attributes, steps, assigned) {
    attributes.httpOnly = true;
    steps.add(
      'ok',
      '5.6.6',
      assigned
        ? `HttpOnly, whatever stands behind it: \`HttpOnly=${value}\` turns it on as well.`
        : 'HttpOnly: scripts do not see the cookie.',
    );
  },
  SameSite(value, attributes, steps) {
    const known = (['Strict', 'Lax', 'None'] as const).find((one) => one.toLowerCase() === value.toLowerCase());
    attributes.sameSite = known ?? 'Default';
    steps.add(
      known === undefined ? 'ignored' : 'ok',
      '5.6.7',
      known === undefined
        ? `\`SameSite=${value}\` is none of Strict, Lax and None: the browser's default (Lax) holds.`
        : `SameSite: ${known}.`,
    );
  },
  Partitioned(_, attributes, steps) {
    attributes.partitioned = true;
    steps.add('ok', 'CHIPS', 'Partitioned: kept apart for each site that embeds it.');
  },
};

/** Section 5.7, in its order; what would refuse the cookie later is said as well. */
function stored(name: string, value: string, attributes: Attributes, { url, now }: Circumstances, steps: Steps): BrowserCookie {
  const expires = expiryOf(attributes, now, steps);
  const scope = domainOf(attributes.domain ?? '', url, steps);
  const path = attributes.path ?? (url === undefined ? null : defaultPath(url));
  const cookie: BrowserCookie = {
    name,
    value,
    ...scope,
    path,
    secure: attributes.secure,
    httpOnly: attributes.httpOnly,
    sameSite: attributes.sameSite,
    partitioned: attributes.partitioned,
    expires,
    deletes: expires !== null && expires <= now,
  };
  if (cookie.secure) checkTransport(url, steps);
  else if (!cookie.deletes) steps.add('unsafe', '5.7', 'No Secure: the cookie also goes over plain http.');
  if (cookie.sameSite === 'None' && !cookie.secure) steps.refuse('samesite-none', '5.7', 'SameSite=None without Secure is refused.');
  checkPrefix(cookie, attributes, steps);
  if (cookie.partitioned && !cookie.secure) steps.refuse('partitioned', 'CHIPS', 'Partitioned without Secure is refused.');
  return cookie;
}

function expiryOf({ maxAge, expires }: Attributes, now: number, steps: Steps): number | null {
  if (maxAge !== undefined && expires !== undefined) steps.add('ok', '5.7', 'Max-Age counts, Expires does not.');
  const end = maxAge === undefined ? expires : maxAge <= 0 ? 0 : now + maxAge * 1000;
  if (end === undefined) return null;
  if (end > now + MOST_DAYS * DAY) steps.add('ok', '5.5', `It ends after ${MOST_DAYS} days, however much later is written.`);
  if (end <= now) steps.add('ok', '5.7', 'It has ended already: the header deletes a cookie.');
  return Math.min(end, now + MOST_DAYS * DAY);
}

function domainOf(written: string, url: URL | undefined, steps: Steps): Pick<BrowserCookie, 'domain' | 'hostOnly'> {
  const host = url === undefined ? null : hostOf(url);
  if (written === '') return { domain: host, hostOnly: true };
  // What is not ASCII has to come in its wire form.
  if (/[^\u0000-\u007F]/.test(written)) {
    steps.refuse('domain-not-ascii', '5.7', `Domain \`${written}\` is not ASCII: write \`${canonicalHost(written) ?? '?'}\`.`);
    return { domain: host, hostOnly: true };
  }
  if (isPublicSuffix(written) && host !== null) {
    if (host !== written)
      steps.refuse('public-suffix', '5.7', `Domain \`${written}\` is a public suffix: the cookie would go to everybody's sites.`);
    else steps.add('ok', '5.7', `Domain \`${written}\` is a public suffix, and the host itself: only the host gets the cookie.`);
    return { domain: host, hostOnly: true };
  }
  if (host === null) {
    steps.add('unknown', '5.7', `Whether Domain \`${written}\` fits the host can't be told: the address is not known.`);
    return { domain: written, hostOnly: false };
  }
  if (!domainMatches(host, written))
    steps.refuse('domain-mismatch', '5.7', `Domain \`${written}\` is neither the host \`${host}\` nor above it.`);
  return { domain: written, hostOnly: false };
}

function checkTransport(url: URL | undefined, steps: Steps): void {
  const transport = url === undefined ? undefined : transportOf(url);
  if (transport === undefined) steps.add('unknown', '5.7', 'Over plain http a Secure cookie is refused; the address is not known.');
  else if (transport === 'plain') steps.refuse('secure-over-http', '5.7', 'A Secure cookie that comes over plain http is refused.');
  else if (transport === 'local')
    steps.add('ok', '5.7', 'Plain http, but to this machine: Chromium and Firefox store the Secure cookie, Safari refuses it.');
}

function checkPrefix(cookie: BrowserCookie, attributes: Attributes, steps: Steps): void {
  if (cookie.name === '') {
    if (prefixOf(cookie.value) !== undefined)
      steps.refuse('prefix-without-name', '5.7', 'A value without a name may not begin like a prefix.');
    return;
  }
  const prefix = prefixOf(cookie.name);
  if (prefix === undefined) return;
  const lacking = [
    ...(cookie.secure ? [] : ['Secure']),
    ...(prefix === '__Host-' && (attributes.domain ?? '') !== '' ? ['no Domain'] : []),
    ...(prefix === '__Host-' && attributes.path !== '/' ? ['Path=/'] : []),
  ];
  if (lacking.length > 0)
    steps.refuse(
      prefix === '__Host-' ? 'host-prefix' : 'secure-prefix',
      '5.7',
      `A name that begins with \`${prefix}\` needs ${lacking.join(', ')}.`,
    );
  else steps.add('ok', '5.7', `The cookie has all that \`${prefix}\` demands.`);
}
