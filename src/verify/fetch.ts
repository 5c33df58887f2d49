/** Asks a running site: one request a hop, of which only the headers are read. Nothing of the environment changes it: no proxy, no cookie store. */
import http from 'node:http';
import https from 'node:https';
import { printable } from '../text/printable.js';
import { shownUrl, TargetError, webAddress, type Exchange } from './observation.js';
import { isRedirect, keepsHeaders, methodAfter } from './redirects.js';

export interface RequestOptions {
  readonly method: string;
  /** The user's own headers, a Cookie header among them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly insecure: boolean;
  /** Milliseconds for each request, up to the end of its headers. */
  readonly timeout: number;
  readonly maxRedirects: number;
  readonly userAgent: string;
}

/** As much as Chromium reads. */
const MOST_HEADER_BYTES = 262_144;

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly setCookies: readonly string[];
}

/** The answers of an address and of all that it redirects to. Rejects with a `TargetError`. */
export async function askFor(
  address: URL,
  options: RequestOptions,
): Promise<{ readonly exchanges: readonly Exchange[]; readonly notes: readonly string[] }> {
  const exchanges: Exchange[] = [];
  const notes: string[] = [];
  const seen = new Set<string>();
  let url = withoutCredentials(address);
  let { method } = options;
  let headers = [...credentialsOf(address), ...options.headers];
  for (let hop = 1; ; hop++) {
    const key = `${method} ${url.href}`;
    if (seen.has(key))
      throw new TargetError(
        `${printable(shownUrl(address))}: a redirect loop: ${printable(shownUrl(url))} is asked for a second time (cookies that an answer sets are not sent back; --cookie-header sends yours)`,
      );
    seen.add(key);
    const answer = await ask(url, { ...options, method, headers });
    const next = nextAddress(answer, url);
    exchanges.push({
      url: shownUrl(namedHost(url, headers)),
      where: `hop ${hop}`,
      status: answer.status,
      setCookies: answer.setCookies,
      redirects: next !== undefined,
    });
    if (next === undefined) {
      if (isRedirect(answer.status) && answer.location !== undefined)
        notes.push(`hop ${hop} redirects to what is no http or https address, which was not followed`);
      return { exchanges, notes };
    }
    if (hop > options.maxRedirects)
      throw new TargetError(`${printable(shownUrl(address))}: more than ${options.maxRedirects} redirects (--max-redirects)`);
    if (headers.length > 0 && !keepsHeaders(url, next)) {
      headers = [];
      notes.push(`your headers were not sent to ${shownUrl(next)}, another origin than ${url.origin}`);
    }
    method = methodAfter(answer.status, method);
    url = next;
  }
}

/** The address as the server is told it: with the Host of the user's own, whose cookies they are (as for curl). */
function namedHost(url: URL, headers: RequestOptions['headers']): URL {
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  const named = host === undefined ? undefined : webAddress(`${url.protocol}//${host}${url.pathname}`);
  return named ?? url;
}

function nextAddress({ status, location }: Answer, url: URL): URL | undefined {
  if (!isRedirect(status) || location === undefined || !URL.canParse(location, url.href)) return undefined;
  const next = webAddress(new URL(location, url).href);
  // Credentials that a server puts there are not the user's.
  return next === undefined ? undefined : withoutCredentials(next);
}

function withoutCredentials(address: URL): URL {
  const url = new URL(address.href);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** What stands before the host, as the header that it stands for. */
function credentialsOf({ username, password }: URL): [name: string, value: string][] {
  return username === '' && password === ''
    ? []
    : [['authorization', `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`]];
}

function ask(url: URL, options: RequestOptions): Promise<Answer> {
  const isTls = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(timer);
      request.destroy();
      reject(new TargetError(`${printable(shownUrl(url))}: ${why}`));
    };
    const request = (isTls ? https : http).request({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: `${url.pathname}${url.search}`,
      method: options.method,
      headers: requestHeaders(options),
      // An agent of its own: nothing kept alive, no proxy of the environment.
      agent: new (isTls ? https : http).Agent({ keepAlive: false }),
      maxHeaderSize: MOST_HEADER_BYTES,
      // What a browser would read, a stricter parser may not hide.
      insecureHTTPParser: true,
      ...(isTls ? { rejectUnauthorized: !options.insecure, servername: serverName(url) } : {}),
    });
    const timer = setTimeout(() => fail(`no answer within ${options.timeout / 1000} s (--timeout)`), options.timeout);
    request.maxHeadersCount = 0;
    request.on('error', (error: NodeJS.ErrnoException) => fail(whyNot(error, isTls)));
    request.on('upgrade', () => fail('the server switched to another protocol'));
    request.on('response', (response) => {
      clearTimeout(timer);
      // The body is of no use, however long it is.
      response.on('error', () => undefined);
      resolve({
        status: response.statusCode ?? 0,
        location: response.headers.location,
        setCookies: headerFields(response.rawHeaders, 'set-cookie'),
      });
      request.destroy();
    });
    request.end();
  });
}

/** Ours are few, and the user's go before them. */
function requestHeaders({ headers, userAgent }: RequestOptions): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = { accept: '*/*', 'user-agent': userAgent, connection: 'close' };
  const own = new Map<string, string[]>();
  for (const [name, value] of headers) own.set(name.toLowerCase(), [...(own.get(name.toLowerCase()) ?? []), value]);
  for (const [name, values] of own) sent[name] = name === 'cookie' ? values.join('; ') : values.length === 1 ? values[0]! : values;
  return sent;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The name that the certificate is asked for; an address of numbers has none. */
const serverName = (url: URL): string => (/^\[|^[\d.]+$/.test(url.hostname) ? '' : url.hostname);

/** The values of a header, in order, as text: Node hands bytes over as Latin-1. */
function headerFields(raw: readonly string[], name: string): string[] {
  const fields: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    if (raw[index]?.toLowerCase() === name) fields.push(textOf(Buffer.from(raw[index + 1] ?? '', 'latin1')));
  return fields;
}

/** UTF-8 where it is that, else each byte a character. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the server closed the connection without an answer',
  EPIPE: 'the server closed the connection without an answer',
  ETIMEDOUT: 'the server can’t be reached',
  EHOSTUNREACH: 'the server can’t be reached',
  ENETUNREACH: 'the network can’t be reached',
  HPE_HEADER_OVERFLOW: `its headers have more than ${MOST_HEADER_BYTES / 1024} kB`,
  HPE_INVALID_CONSTANT: 'the answer is no HTTP',
};

/** What went wrong, in words. */
function whyNot(error: NodeJS.ErrnoException, isTls: boolean): string {
  const inner = error instanceof AggregateError ? (error.errors as NodeJS.ErrnoException[])[0] : undefined;
  const { code = '', message } = inner ?? error;
  const known = REASONS[code];
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return `the answer's headers are broken (${message})`;
  if (/CERT|SELF_SIGNED|ISSUER|ALTNAME|SIGNATURE/.test(code)) return `its certificate is refused: ${message} (--insecure takes it)`;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) return isTls ? `TLS failed: is it plain http? (${tlsReason(error)})` : message;
  return `${message}${code === '' || message.includes(code) ? '' : ` (${code})`}`;
}

/** OpenSSL's reason without its source files. */
const tlsReason = (error: NodeJS.ErrnoException & { readonly reason?: string }): string => error.reason ?? error.code ?? 'no reason given';
