/** What a redirect means for the next request: where it goes, how, and whether what the user gave for the first one goes with it. */

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

/**
 * Whether headers of the user's own may go to `to`, which `from` redirected to. They may hold credentials, so they go to the same
 * origin only, and from http to https of the same host at the usual ports, which makes them safer. (curl sends none of them there
 * since 7.83; Python's requests does.) What was left out once does not come back.
 */
export function keepsHeaders(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true;
  return from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname && from.port === '' && to.port === '';
}

/** The method of the next request: https://fetch.spec.whatwg.org/#http-redirect-fetch */
export function methodAfter(status: number, method: string): string {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}
