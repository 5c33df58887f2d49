/** What was seen of a running site: answers with their Set-Cookie headers, and cookies as a browser or a jar holds them. */

export type TargetKind = 'url' | 'har' | 'responses' | 'jar' | 'storage-state' | 'browser';

/** What was seen, with a place that a person finds again. */
export interface Seen {
  /** The address without its query, fragment and credentials, which may be secrets; null where it is not known. */
  readonly url: string | null;
  /** `hop 2`, `entry 14`, `line 3`, `response 1`. */
  readonly where: string;
}

/** One answer. */
export interface Exchange extends Seen {
  readonly status: number;
  /** The fields of each Set-Cookie header, in their order. */
  readonly setCookies: readonly string[];
  /** The next answer is what this one redirected to. */
  readonly redirects: boolean;
}

/** A cookie without the header that set it. What is not known is null. */
export interface HeldCookie extends Seen {
  readonly name: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string | null;
  readonly secure: boolean | null;
  readonly httpOnly: boolean | null;
  readonly sameSite: string | null;
  /** Milliseconds since 1970; null with the session, undefined where nobody knows. */
  readonly expires: number | null | undefined;
  /** No answer set it: a script did, or it was there before. */
  readonly byScript: boolean;
}

export interface Observation {
  /** As the user named it, without credentials. */
  readonly target: string;
  readonly kind: TargetKind;
  readonly exchanges: readonly Exchange[];
  readonly held: readonly HeldCookie[];
  /** The hosts that the user asked about; of the others, those of the same sites count too. Empty: all count. */
  readonly asked: readonly string[];
  /** What the reader should know of how it was seen. */
  readonly notes: readonly string[];
}

/** What is wrong with a target, in one line for the user. */
export class TargetError extends Error {}

/** An address to show: its query may be a secret. */
export function shownUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** An http or https address; undefined for anything else. */
export function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}
