/** Cookies that were stored: Netscape's cookie jar, as curl and wget write it, and the storage state of Playwright. */
import { TargetError, type HeldCookie, type Observation } from './observation.js';

type Fields = Readonly<Record<string, unknown>>;

const JAR_HEAD = /^# (?:Netscape )?HTTP Cookie File/i;
const HTTP_ONLY = '#HttpOnly_';

/** Whether a text is a cookie jar: by its first line, or a line of seven fields with its two flags. */
export function isJar(text: string): boolean {
  return JAR_HEAD.test(text) || /^[^\t\n\r\u2028\u2029]+\t(?:TRUE|FALSE)\t[^\t\n\r\u2028\u2029]*\t(?:TRUE|FALSE)\t\d+\t/m.test(text);
}

/** https://curl.se/docs/http-cookies.html: domain, whether hosts below it get it, path, Secure, end in seconds, name, value. */
export function readJar(text: string, target: string): Observation {
  const held: HeldCookie[] = [];
  const broken: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const httpOnly = line.startsWith(HTTP_ONLY);
    const bare = httpOnly ? line.slice(HTTP_ONLY.length) : line;
    if (bare.trim() === '' || bare.startsWith('#')) return;
    const [domain, below, path, secure, end, name] = bare.split('\t');
    if (domain === undefined || path === undefined || name === undefined || !/^(?:TRUE|FALSE)$/i.test(secure ?? ''))
      return void broken.push(index + 1);
    const seconds = Number(end);
    held.push({
      url: null,
      where: `line ${index + 1}`,
      name,
      domain: domain.replace(/^\./, '').toLowerCase(),
      hostOnly: !/^TRUE$/i.test(below ?? ''),
      path,
      secure: /^TRUE$/i.test(secure ?? ''),
      httpOnly,
      sameSite: null,
      expires: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
      byScript: false,
    });
  });
  if (held.length === 0 && broken.length > 0)
    throw new TargetError(`${target}: line ${broken[0] ?? 1} of the cookie jar has not the seven fields of one`);
  return {
    target,
    kind: 'jar',
    exchanges: [],
    held,
    asked: [],
    notes: broken.length > 0 ? [`${broken.length} lines of the cookie jar could not be read (the first is line ${broken[0] ?? 1})`] : [],
  };
}

/** Whether a JSON value looks like a storage state, or like the list of cookies in one. */
export function isStorageState(value: unknown): boolean {
  return cookiesOf(value)?.every((cookie) => typeof cookie['name'] === 'string' && typeof cookie['domain'] === 'string') === true;
}

/** From seconds; null is a cookie of the session. */
const milliseconds = (seconds: number): number | null => (seconds > 0 ? seconds * 1000 : null);

function cookiesOf(value: unknown): readonly Fields[] | undefined {
  const cookies: unknown = Array.isArray(value)
    ? value
    : typeof value === 'object' && value !== null
      ? (value as Fields)['cookies']
      : undefined;
  if (!Array.isArray(cookies) || !cookies.every((cookie: unknown) => typeof cookie === 'object' && cookie !== null)) return undefined;
  return cookies as readonly Fields[];
}

/** https://playwright.dev/docs/api/class-browsercontext#browser-context-storage-state */
export function readStorageState(value: unknown, target: string): Observation {
  const held = (cookiesOf(value) ?? []).map((cookie, index) => storedCookie(cookie, { url: null, where: `cookie ${index + 1}` }, false));
  return { target, kind: 'storage-state', exchanges: [], held, asked: [], notes: [] };
}

/** A cookie as Playwright describes it. */
export function storedCookie(cookie: Fields, seen: { readonly url: string | null; readonly where: string }, byScript: boolean): HeldCookie {
  const { name, domain, path, secure, httpOnly, sameSite, expires } = cookie;
  const written = String(domain);
  return {
    ...seen,
    name: String(name),
    domain: written.replace(/^\./, '').toLowerCase(),
    hostOnly: !written.startsWith('.'),
    path: typeof path === 'string' ? path : null,
    secure: typeof secure === 'boolean' ? secure : null,
    httpOnly: typeof httpOnly === 'boolean' ? httpOnly : null,
    sameSite: typeof sameSite === 'string' ? sameSite : null,
    expires: typeof expires === 'number' ? milliseconds(expires) : undefined,
    byScript,
  };
}
