/** A small report made by hand, with one of everything that a format has to show. */
import type { AppSummary, CookieRecord, Finding, Report } from '../../src/cookies/finding.js';
import { fingerprintsOf } from '../../src/engine/fingerprint.js';
import type { FormatOptions } from '../../src/report/format.js';

export const texts: Readonly<Record<string, string>> = {
  'api/server.js': [
    "import express from 'express';",
    "import { cookieOptions } from './options.js';",
    '',
    "app.post('/login', (req, res) => {",
    "  res.cookie('session', token, cookieOptions);",
    "  res.cookie('refresh_token', refresh, cookieOptions);",
    "  res.cookie('theme', 'dark', { httpOnly: true });",
    '});',
    '',
  ].join('\n'),
  'api/options.js': ['export const cookieOptions = {', "  secure: process.env.NODE_ENV === 'production',", '};', ''].join('\n'),
  'shop/settings.py': ['DEBUG = False', "ALLOWED_HOSTS = ['shop.example']", ''].join('\n'),
};

/** The range of the first `needle` in a file of the sample. */
export function rangeOf(path: string, needle: string, from = 0): { start: number; end: number } {
  const start = (texts[path] ?? '').indexOf(needle, from);
  if (start < 0) throw new Error(`${needle} is not in ${path}`);
  return { start, end: start + needle.length };
}

export function finding(over: Partial<Finding> & Pick<Finding, 'path' | 'range'>): Finding {
  return {
    rule: 'express',
    surface: 'express/res-cookie',
    problem: 'missing',
    severity: 'warning',
    confidence: 'high',
    cookie: { name: 'theme', session: false },
    message: 'Cookie `theme` is sent without Secure.',
    reason: 'COOKIE_SECURE_NONSESSION_MISSING',
    cause: { path: over.path, range: over.range },
    related: [],
    fixes: [],
    app: 'api',
    ...over,
  };
}

const decided = rangeOf('api/options.js', "process.env.NODE_ENV === 'production'");
const trail = [
  {
    path: 'api/options.js',
    range: rangeOf('api/options.js', 'cookieOptions'),
    message: 'the options are the imported constant `cookieOptions`',
  },
  { path: 'api/options.js', range: decided, message: '`secure` is on only when NODE_ENV is "production"' },
];
const conditional = {
  problem: 'env-conditional',
  severity: 'error',
  reason: 'COOKIE_SECURE_SESSION_MISSING',
  cause: { path: 'api/options.js', range: decided },
  related: trail,
} as const;

const options = rangeOf('api/server.js', 'httpOnly: true');

export const findings: readonly Finding[] = [
  finding({
    ...conditional,
    path: 'api/server.js',
    range: rangeOf('api/server.js', "res.cookie('session', token, cookieOptions)"),
    cookie: { name: 'session', session: true },
    message: 'Cookie `session` is sent without Secure unless NODE_ENV is "production" (api/options.js:2). Set `secure: true`.',
  }),
  finding({
    ...conditional,
    path: 'api/server.js',
    range: rangeOf('api/server.js', "res.cookie('refresh_token', refresh, cookieOptions)"),
    cookie: { name: 'refresh_token', session: true },
    message: 'Cookie `refresh_token` is sent without Secure unless NODE_ENV is "production" (api/options.js:2). Set `secure: true`.',
  }),
  finding({
    path: 'api/server.js',
    range: rangeOf('api/server.js', "res.cookie('theme', 'dark', { httpOnly: true })"),
    message: 'Cookie `theme` is sent without Secure. Set `secure: true`.',
    fixes: [{ title: 'Add `secure: true`', safe: true, edits: [{ start: options.end, end: options.end, text: ', secure: true' }] }],
  }),
  finding({
    path: 'shop/settings.py',
    range: { start: 0, end: 0 },
    rule: 'django',
    surface: 'django/settings-csrf',
    severity: 'note',
    problem: 'env-escape-hatch',
    confidence: 'medium',
    cookie: { name: null, expression: 'CSRF_COOKIE_NAME', session: null },
    message: 'The CSRF cookie is sent with Secure unless CSRF_INSECURE is set.',
    reason: null,
    app: 'shop',
  }),
];

const hush: Finding = {
  ...finding({
    path: 'shop/settings.py',
    range: rangeOf('shop/settings.py', 'DEBUG = False'),
    rule: 'django',
    surface: 'django/settings-session',
    app: 'shop',
    cookie: { name: 'sessionid', session: true },
    severity: 'error',
    reason: 'COOKIE_SECURE_SESSION_MISSING',
    message: 'Cookie `sessionid` is sent without Secure.',
  }),
  suppressed: { reason: 'served over a unix socket' },
};

export function cookie(over: Partial<CookieRecord> & Pick<CookieRecord, 'path' | 'range'>): CookieRecord {
  return {
    rule: 'express',
    framework: 'Express',
    surface: 'express/res-cookie',
    cookie: { name: 'theme', session: false },
    state: 'missing',
    attributes: { httpOnly: true },
    app: 'api',
    confidence: 'high',
    deletes: false,
    ...over,
  };
}

const cookies: readonly CookieRecord[] = [
  cookie({
    path: 'api/server.js',
    range: findings[0]?.range ?? { start: 0, end: 0 },
    cookie: { name: 'session', session: true },
    state: 'env-conditional',
    attributes: { secure: "process.env.NODE_ENV === 'production'" },
  }),
  cookie({
    path: 'api/server.js',
    range: findings[1]?.range ?? { start: 0, end: 0 },
    cookie: { name: 'refresh_token', session: true },
    state: 'env-conditional',
    attributes: {},
  }),
  cookie({ path: 'api/server.js', range: findings[2]?.range ?? { start: 0, end: 0 } }),
  cookie({
    path: 'shop/settings.py',
    range: { start: 0, end: 0 },
    rule: 'django',
    framework: 'Django',
    surface: 'django/settings-session',
    cookie: { name: '__Host-sessionid', session: true },
    state: 'on',
    attributes: { secure: true, sameSite: 'Lax', path: '/', maxAge: 1209600 },
    coveredBy: { path: 'shop/settings.py', range: rangeOf('shop/settings.py', 'DEBUG = False'), surface: 'django/talisman' },
    app: 'shop',
  }),
];

const apps: readonly AppSummary[] = [
  {
    root: 'api',
    frameworks: ['Express'],
    verdict: 'fail',
    score: 0,
    bestScore: 0,
    reasons: ['COOKIE_SECURE_SESSION_MISSING', 'COOKIE_SECURE_NONSESSION_MISSING'],
    undecided: 0,
  },
  { root: 'shop', frameworks: ['Django'], verdict: 'pass', score: 1, bestScore: 1, reasons: [], undecided: 0 },
];

export const sample: Report = {
  findings,
  suppressed: [hush],
  cookies,
  apps,
  verdict: 'fail',
  score: 0.5,
  bestScore: 0.5,
  undecided: [],
  files: 12,
  candidates: 3,
  skipped: [{ path: 'big.js', why: 'larger than 5 MB' }],
  textOf: (path) => texts[path],
};

export const clean: Report = {
  ...sample,
  findings: [],
  suppressed: [],
  skipped: [],
  verdict: 'pass',
  score: 1,
  bestScore: 1,
  apps: apps.filter(({ verdict }) => verdict === 'pass'),
};

/** Options as a terminal without colours has them, with a catalogue of one rule. */
export function formatOptions(report: Report, over: Partial<FormatOptions> = {}): FormatOptions {
  return {
    tool: { name: 'cookie-lint', version: '1.2.3' },
    rules: new Map([
      ['express', { id: 'express', title: 'Express', description: 'Cookies that Express sets.', url: 'https://docs.example/express' }],
    ]),
    fingerprints: fingerprintsOf(report),
    root: '/srv/shop',
    color: false,
    hyperlinks: false,
    columns: undefined,
    pedantic: false,
    ...over,
  };
}
