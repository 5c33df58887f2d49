/** HAProxy runs each configuration; the cookies that arrive are what we say of the same files. */
import { describe, expect, it } from 'vitest';
import { compared, installed } from './server-oracle.js';

const haproxy = installed('haproxy');

/** Lines of the backend, and of the frontend. */
const CASES: Readonly<Record<string, readonly [backend: string, frontend?: string]>> = {
  'no directive': [''],
  'a cookie of its own': ['cookie SRV insert indirect nocache'],
  'a Secure cookie of its own': ['cookie SRV insert indirect nocache httponly secure'],
  'Secure as an attribute': ['cookie SRV insert indirect attr "Secure"'],
  'another attribute': ['cookie SRV insert indirect attr "SameSite=Lax"'],
  'a header': ['http-response add-header Set-Cookie "ab=1; Path=/"'],
  'a Secure header with escaped spaces': ['http-response add-header Set-Cookie ab=1;\\ Path=/;\\ Secure'],
  'a header with a variable': ['http-response add-header Set-Cookie "ab=%[rand(9)]; Path=/; Secure"'],
  'a rule for every cookie': ['http-response replace-header Set-Cookie (.*) "\\1; Secure"'],
  'a rule of the frontend': ['', "http-response replace-header Set-Cookie ^(.*)$ '\\1; HttpOnly; Secure'"],
  'a rule without Secure': ['http-response replace-header Set-Cookie (.*) "\\1; HttpOnly"'],
  'a rule under a condition': ['http-response replace-header Set-Cookie (.*) "\\1; Secure" if { ssl_fc }'],
};

describe('HAProxy', () => {
  it.skipIf(haproxy === undefined).each(Object.entries(CASES))(
    haproxy === undefined ? '%s (skipped: haproxy is not installed)' : '%s',
    async (_, [backend, frontend = '']) => {
      const { real, ours } = await compared({
        file: 'haproxy.cfg',
        config: (port, app) => `defaults
  mode http
  timeout connect 2s
  timeout client 2s
  timeout server 2s
frontend web
  bind 127.0.0.1:${port}
  ${frontend}
  default_backend app
backend app
  ${backend}
  server s1 127.0.0.1:${app} cookie s1
`,
        start: (file) => [haproxy!, '-db', '-f', file],
      });
      expect(ours).toEqual(real);
    },
  );
});
