/** The verdicts for Django's settings, against `manage.py check --deploy` and the cookies that Django's own middleware sends. */
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { ask, EMPTY, pythonWith, seenAs, stateOfAnswers, statesOf, WORLDS, WORLD_NAMES, type WorldName } from './python-oracle.js';

const SESSION_APP = '"django.contrib.sessions"';
const SESSION = '"django.contrib.sessions.middleware.SessionMiddleware"';
const CSRF = '"django.middleware.csrf.CsrfViewMiddleware"';

const core = (apps: readonly string[], middleware: readonly string[]): string =>
  `import os\n\nDEBUG = os.environ.get("DEBUG", "False") == "True"\nINSTALLED_APPS = [${apps.join(', ')}]\nMIDDLEWARE = [${middleware.join(', ')}]\n`;

/** The settings of each case; with their apps and middleware they say what is sent. */
const CHECKED = [
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: '' },
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: 'SESSION_COOKIE_SECURE = True' },
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: 'CSRF_COOKIE_SECURE = True' },
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: 'SESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE' },
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: 'SESSION_COOKIE_SECURE = False\nCSRF_COOKIE_SECURE = 0' },
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: 'SECURE_SSL_REDIRECT = True\nSECURE_HSTS_SECONDS = 3600' },
  { apps: [SESSION_APP], middleware: [], lines: '' },
  { apps: [], middleware: [SESSION], lines: '' },
  { apps: [], middleware: [], lines: 'ROOT_URLCONF = "x.urls"' },
  { apps: [], middleware: [CSRF], lines: '' },
  { apps: [], middleware: [CSRF], lines: 'CSRF_USE_SESSIONS = True' },
  { apps: [SESSION_APP], middleware: [SESSION], lines: 'SESSION_COOKIE_SECURE = bool(os.environ.get("COOKIE_SECURE", ""))' },
  {
    apps: [SESSION_APP],
    middleware: [SESSION, CSRF],
    lines:
      'SESSION_COOKIE_SECURE = True\nif os.environ.get("APP_ENV") == "production":\n    SESSION_COOKIE_SECURE = False\nCSRF_COOKIE_SECURE = True',
  },
  {
    apps: [SESSION_APP],
    middleware: [CSRF],
    lines: 'MIDDLEWARE += ["django.contrib.sessions.middleware.SessionMiddleware"]\nCSRF_COOKIE_SECURE = not os.environ.get("MISSING")',
  },
  { apps: [SESSION_APP], middleware: [SESSION, CSRF], lines: 'globals().update({})\nSESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True' },
];

const python = pythonWith('django');
const skipped = python === undefined ? ' (skipped: python3-django is not installed)' : '';

describe('django settings', () => {
  it.skipIf(python === undefined)(
    `are found wherever check --deploy warns, and nowhere else${skipped}`,
    async () => {
      const sources = CHECKED.map(({ apps, middleware, lines }) => `${core(apps, middleware)}${lines}\n`);
      const answers = ask(
        python!,
        sources.map((source) => ({ kind: 'django_checks', source, worlds: [WORLDS.production] })),
      );
      const compared = await Promise.all(
        sources.map(async (source, i) => {
          const report = await scan({ root: EMPTY, config: defaultConfig, stdin: { filename: 'shop/settings.py', text: source } });
          const found = (surface: string): boolean =>
            report.findings.some((finding) => finding.surface === surface && finding.problem !== 'env-escape-hatch');
          const ids = answers[i]![0] as string[];
          return {
            settings: CHECKED[i],
            ours: { session: found('django/settings-session'), csrf: found('django/settings-csrf') },
            theirs: {
              session: ids.some((id) => ['security.W010', 'security.W011', 'security.W012'].includes(id)),
              csrf: ids.includes('security.W016'),
            },
          };
        }),
      );
      expect(compared.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs))).toEqual([]);
    },
    240_000,
  );

  const VALUES = [
    '',
    'SESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = True',
    'SESSION_COOKIE_SECURE = not DEBUG\nCSRF_COOKIE_SECURE = True',
    'SESSION_COOKIE_SECURE = "False"\nCSRF_COOKIE_SECURE = ""',
    'SESSION_COOKIE_SECURE = os.environ.get("APP_ENV") == "production"\nCSRF_COOKIE_SECURE = os.environ.get("APP_ENV") != "development"',
    'SESSION_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", "False") == "True"\nCSRF_COOKIE_SECURE = os.environ.get("COOKIE_SECURE", "True") == "True"',
    'if not DEBUG:\n    SESSION_COOKIE_SECURE = True\nif os.environ.get("APP_ENV") == "production":\n    CSRF_COOKIE_SECURE = True',
    'SESSION_COOKIE_SECURE = False\nSESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = False',
    'SESSION_COOKIE_NAME = "shop"\nCSRF_COOKIE_NAME = "shop_csrf"\nSESSION_COOKIE_SECURE = True',
    'USE_HTTPS = bool(os.environ.get("COOKIE_SECURE"))\nSESSION_COOKIE_SECURE = USE_HTTPS\nCSRF_COOKIE_SECURE = True if USE_HTTPS else False',
  ];

  it.skipIf(python === undefined)(
    `say what Django sends in every environment${skipped}`,
    async () => {
      const sources = VALUES.map((lines) => `${core([SESSION_APP], [SESSION, CSRF])}${lines}\n`);
      const answers = ask(
        python!,
        sources.map((source) => ({ kind: 'django_cookies', source, worlds: WORLD_NAMES.map((name) => WORLDS[name]) })),
      );
      const compared = await Promise.all(
        sources.map(async (source, i) => {
          const sent = answers[i] as Record<string, boolean>[];
          const names = Object.keys(sent[0]!).sort();
          const theirs = Object.fromEntries(
            names.map((name) => [
              name,
              stateOfAnswers(
                Object.fromEntries(WORLD_NAMES.map((world, j) => [world, sent[j]![name] === true])) as Record<WorldName, boolean>,
              ),
            ]),
          );
          const states = await statesOf('shop/settings.py', source);
          return {
            lines: VALUES[i],
            ours: Object.fromEntries([...states.keys()].sort().map((name) => [name, seenAs(states.get(name))])),
            theirs,
          };
        }),
      );
      expect(compared.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs))).toEqual([]);
    },
    240_000,
  );
});
