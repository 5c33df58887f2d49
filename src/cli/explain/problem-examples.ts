/** A bad and a good example of every problem, in the language where people meet it most. */
import type { Problem } from '../../cookies/finding.js';

interface Example {
  readonly bad: string;
  readonly good: string;
}

export const problemExamples: Readonly<Record<Problem, Example>> = {
  missing: {
    bad: "res.cookie('session', token, { httpOnly: true });",
    good: "res.cookie('session', token, { httpOnly: true, secure: true });",
  },
  disabled: { bad: 'SESSION_COOKIE_SECURE = False', good: 'SESSION_COOKIE_SECURE = True' },
  'env-conditional': {
    bad: "res.cookie('session', token, { secure: process.env.NODE_ENV === 'production' });\n// NODE_ENV is unset on one server: its users' sessions travel in the clear.",
    good: "res.cookie('session', token, { secure: true });\n// or, where development really runs over plain http:\nres.cookie('session', token, { secure: process.env.NODE_ENV !== 'development' });",
  },
  'env-escape-hatch': {
    bad: "'secure' => env('SESSION_SECURE_COOKIE', true),",
    good: "'secure' => true,\n// Both are fine: a missing variable keeps the cookie Secure. The switch is only noted.",
  },
  inverted: {
    bad: "res.cookie('session', token, { secure: process.env.NODE_ENV !== 'production' });",
    good: "res.cookie('session', token, { secure: true });",
  },
  'request-conditional': {
    bad: "app.use(session({ secret, cookie: { secure: 'auto' } }));\n// Behind a proxy that ends TLS every request looks like plain http.",
    good: "app.set('trust proxy', 1);\napp.use(session({ secret, cookie: { secure: true } }));",
  },
  'rejected-prefix': {
    bad: "res.cookie('__Host-session', token, { path: '/app', secure: true });",
    good: "res.cookie('__Host-session', token, { path: '/', secure: true });",
  },
  'rejected-samesite': { bad: 'Set-Cookie: embed=1; SameSite=None', good: 'Set-Cookie: embed=1; SameSite=None; Secure' },
  'rejected-partitioned': {
    bad: 'Set-Cookie: embed=1; Partitioned; SameSite=None',
    good: 'Set-Cookie: embed=1; Partitioned; SameSite=None; Secure',
  },
  'proxy-trust': {
    bad: 'app.use(session({ secret, cookie: { secure: true } }));\n// Behind a TLS-terminating proxy express-session then sets no cookie at all.',
    good: "app.set('trust proxy', 1);\napp.use(session({ secret, cookie: { secure: true } }));",
  },
  unresolved: {
    bad: "res.cookie('session', token, await loadOptions());",
    good: "res.cookie('session', token, { ...(await loadOptions()), secure: true });",
  },
  suppression: {
    bad: '// cookie-lint-disable-next-line express',
    good: '// cookie-lint-disable-next-line express -- only reachable over a unix socket',
  },
};
