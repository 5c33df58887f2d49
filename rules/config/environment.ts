/** What servers' own languages say about the request. */
import type { LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

/** https://varnish-cache.org/docs/7.1/reference/vcl-var.html: what a TLS terminator in front says about the scheme. */
const forwarded = ['X-Forwarded-Proto', 'x-forwarded-proto', 'X-Forwarded-Protocol', 'X-Scheme'];

export const vclIdioms: LanguageIdioms = {
  environment: [],
  request: [
    ...forwarded.map((header): RequestIdiom => ({ path: `req.http.${header}`, what: 'scheme' })),
    { path: 'req.http.X-Forwarded-Ssl', what: 'cgi-https' },
    { path: 'req.url', what: 'data' },
    { path: 'req.http.Cookie', what: 'data' },
    { path: 'req.http.cookie', what: 'data' },
  ],
  functions: [],
};
