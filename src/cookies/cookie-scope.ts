/** Where a cookie may be set and goes: hosts, domains, paths and schemes (RFC 6265bis sections 5.1.2 to 5.1.4). */
import { isIP } from 'node:net';
import { parse } from 'tldts';

/** A host as cookies compare it: lower case, in the form that goes over the wire. Undefined for what is no host. */
export function canonicalHost(host: string): string | undefined {
  try {
    return new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
  } catch {
    return undefined;
  }
}

/** The host of an address as cookies compare it. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Section 5.1.3: the same, or below it; an address of numbers is only itself. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && isIP(host) === 0);
}

/** Section 5.1.4: the folder of the request's path. */
export function defaultPath(url: URL): string {
  const end = url.pathname.lastIndexOf('/');
  return end <= 0 ? '/' : url.pathname.slice(0, end);
}

/** Section 5.1.4. */
export function pathMatches(requested: string, cookiePath: string): boolean {
  return (
    requested === cookiePath ||
    (requested.startsWith(cookiePath) && (cookiePath.endsWith('/') || requested.charAt(cookiePath.length) === '/'))
  );
}

/**
 * How safe browsers hold the way to be. Chromium and Firefox take what stays on the machine for safe enough to set a Secure cookie:
 * https://chromestatus.com/feature/6269417340010496
 */
export function transportOf(url: URL): 'secure' | 'local' | 'plain' {
  if (url.protocol === 'https:' || url.protocol === 'wss:') return 'secure';
  const host = hostOf(url);
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host) ? 'local' : 'plain';
}

/** Whether anybody may register a name below `domain`: https://publicsuffix.org, with the private part of the list, as browsers use it. */
export function isPublicSuffix(domain: string): boolean {
  const { publicSuffix, isIp } = parse(domain, { allowPrivateDomains: true, validateHostname: false });
  return isIp !== true && publicSuffix === domain;
}

/** The domain that somebody registered for a host, which makes hosts one site; the host itself where there is none. */
export function siteOf(host: string): string {
  return parse(host, { allowPrivateDomains: true, validateHostname: false }).domain ?? host;
}
