/** The verdicts for cookies that code writes and for session settings, against the Set-Cookie headers of the real Python frameworks. */
import { describe, expect, it } from 'vitest';
import { ask, projectOf, pythonsWith, seenAs, stateOfAnswers, statesOf, WORLDS, WORLD_NAMES, type WorldName } from './python-oracle.js';

/** Values of `secure=` as real code writes them. */
const VALUES = [
  'True',
  'False',
  'None',
  '1',
  '0',
  '"False"',
  '""',
  'os.environ.get("COOKIE_SECURE")',
  'os.environ.get("COOKIE_SECURE", "")',
  'os.environ.get("APP_ENV") == "production"',
  'os.environ.get("APP_ENV") != "development"',
  'os.environ.get("APP_ENV") == "development"',
  'os.getenv("APP_ENV", "production") == "production"',
  'os.environ.get("APP_ENV") not in ("development", "test")',
  'True if os.environ.get("APP_ENV") == "production" else False',
  'os.environ.get("COOKIE_SECURE", "false").lower() in ("1", "true", "yes")',
  'os.environ.get("COOKIE_SECURE", "True") == "True"',
  'bool(os.environ.get("COOKIE_SECURE"))',
  'bool(os.environ.get("COOKIE_SECURE", "x"))',
  'not (os.environ.get("DEBUG", "True") == "True")',
  'not (os.environ.get("DEBUG", "False") == "True")',
] as const;

const REQUEST: Readonly<Record<string, readonly string[]>> = {
  django: ['request.is_secure()', 'request.scheme == "https"'],
  flask: ['request.is_secure', 'request.scheme == "https"', 'request.url.startswith("https://")'],
  starlette: ['request.url.scheme == "https"', 'str(request.url).startswith("https")'],
  aiohttp: ['request.secure', 'request.scheme == "https"'],
  webob: ['request.scheme == "https"'],
  tornado: ['request.protocol == "https"'],
  falcon: ['request.scheme == "https"'],
  bottle: [],
};

const HEAD: Readonly<Record<string, string>> = {
  django: 'from django.http import HttpResponse',
  flask: 'from flask import Flask',
  starlette: 'from starlette.responses import Response',
  aiohttp: 'from aiohttp import web',
  webob: 'from webob import Response',
  tornado: 'import tornado.web',
  falcon: 'import falcon',
  bottle: 'import bottle',
};

/** Calls with the value in each place that the signature allows. */
const CALLS: Readonly<Record<string, readonly ((value: string) => string)[]>> = {
  django: [
    (value) => `response.set_cookie("a", "1", secure=${value})`,
    (value) => `response.set_cookie("a", "1", None, None, "/", None, ${value})`,
    (value) => `response.set_signed_cookie("a", "1", salt="s", secure=${value})`,
  ],
  flask: [
    (value) => `response.set_cookie("a", "1", secure=${value})`,
    (value) => `response.set_cookie("a", "1", None, None, "/", None, ${value})`,
  ],
  starlette: [
    (value) => `response.set_cookie("a", "1", secure=${value})`,
    (value) => `response.set_cookie("a", "1", None, None, "/", None, ${value})`,
  ],
  aiohttp: [(value) => `response.set_cookie("a", "1", secure=${value})`],
  webob: [
    (value) => `response.set_cookie("a", "1", secure=${value})`,
    (value) => `response.set_cookie("a", "1", None, "/", None, ${value})`,
  ],
  tornado: [
    (value) => `response.set_cookie("a", "1", secure=${value})`,
    (value) => `response.set_secure_cookie("a", "1", secure=${value})`,
  ],
  falcon: [(value) => `response.set_cookie("a", "1", secure=${value})`],
  bottle: [(value) => `response.set_cookie("a", "1", secure=${value})`],
};

const written = (framework: string, call: string): string =>
  `import os\n${HEAD[framework]}\n\n\ndef write(response, request):\n    ${call}\n`;

const sourcesOf = (framework: string): string[] => [
  written(framework, 'response.set_cookie("a", "1")'),
  ...CALLS[framework]!.flatMap((call, i) =>
    [...(i > 0 ? VALUES.slice(0, 2) : ['django', 'flask'].includes(framework) ? VALUES : VALUES.slice(0, 10)), ...REQUEST[framework]!].map(
      (value) => written(framework, call(value)),
    ),
  ),
  written(framework, 'options = {"secure": True}\n    response.set_cookie("a", "1", **options)'),
  written(
    framework,
    'options = {}\n    if os.environ.get("APP_ENV") == "production":\n        options["secure"] = True\n    response.set_cookie("a", "1", **options)',
  ),
];

describe.each(Object.keys(HEAD))('%s', (framework) => {
  const pythons = pythonsWith(framework);
  if (pythons.length === 0) it.skip(`sends Secure where the verdict says it (skipped: Debian's package of ${framework} is not installed)`);
  it.each(pythons)(
    'sends Secure where the verdict for its version says it: $versions',
    async (python) => {
      const root = projectOf(python);
      const sources = sourcesOf(framework);
      const answers = ask(
        python,
        sources.map((source) => ({ kind: `${framework}_write`, source, worlds: WORLD_NAMES.map((name) => WORLDS[name]) })),
      );
      const compared = await Promise.all(
        sources.map(async (source, i) => {
          const seen = Object.fromEntries(WORLD_NAMES.map((name, j) => [name, answers[i]![j] === true])) as Record<WorldName, boolean>;
          const line = source.split('\n').slice(5).join(' ').trim();
          const states = await statesOf('app.py', source, root);
          return { line, ours: seenAs(states.get('a')), theirs: stateOfAnswers(seen) };
        }),
      );
      expect(compared.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
    },
    240_000,
  );
});

/** Ways to configure a Flask application. */
const APPLICATIONS = [
  '',
  'app.config["SESSION_COOKIE_SECURE"] = True',
  'app.config["SESSION_COOKIE_SECURE"] = False',
  'app.config["SESSION_COOKIE_SECURE"] = 0',
  'app.config["SESSION_COOKIE_SECURE"] = os.environ.get("COOKIE_SECURE")',
  'app.config["SESSION_COOKIE_SECURE"] = os.environ.get("COOKIE_SECURE", "")',
  'app.config["SESSION_COOKIE_SECURE"] = os.environ.get("COOKIE_SECURE", "False")',
  'app.config["SESSION_COOKIE_SECURE"] = bool(os.environ.get("COOKIE_SECURE", ""))',
  'app.config.update(SESSION_COOKIE_SECURE=True)',
  'app.config.update({"SESSION_COOKIE_SECURE": os.environ.get("APP_ENV") == "production"})',
  'app.config.from_mapping(SESSION_COOKIE_SECURE=True)',
  'app.config.setdefault("SESSION_COOKIE_SECURE", True)',
  'app.config["SESSION_COOKIE_SECURE"] = True\napp.config.setdefault("SESSION_COOKIE_SECURE", False)',
  'if os.environ.get("APP_ENV") == "production":\n    app.config["SESSION_COOKIE_SECURE"] = True',
  'app.config["SESSION_COOKIE_SECURE"] = os.environ.get("COOKIE_SECURE", "no") == "True"',
  'class Config:\n    SESSION_COOKIE_SECURE = True\napp.config.from_object(Config)',
  'class Config:\n    session_cookie_secure = True\napp.config.from_object(Config)',
  'class Config:\n    SESSION_COOKIE_SECURE = True\nclass ProductionConfig(Config):\n    pass\napp.config.from_object(ProductionConfig)',
  'class Config:\n    SESSION_COOKIE_SECURE = True\nclass ProductionConfig(Config):\n    SESSION_COOKIE_SECURE = False\napp.config.from_object(ProductionConfig)',
  'class Config:\n    SESSION_COOKIE_SECURE = False\napp.config["SESSION_COOKIE_SECURE"] = True\napp.config.from_object(Config)',
  'class Config:\n    SESSION_COOKIE_SECURE = False\napp.config.from_object(Config)\napp.config["SESSION_COOKIE_SECURE"] = True',
  'class Config:\n    @property\n    def SESSION_COOKIE_SECURE(self):\n        return os.environ.get("APP_ENV") == "production"\napp.config.from_object(Config())',
] as const;

describe('flask sessions', () => {
  const pythons = pythonsWith('flask');
  if (pythons.length === 0) it.skip("are Secure where the verdict says it (skipped: Debian's package of flask is not installed)");
  it.each(pythons)(
    'are Secure where the verdict for the version says it: $versions',
    async (python) => {
      const root = projectOf(python);
      const sources = APPLICATIONS.map(
        (lines) => `import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.secret_key = "x"\n${lines}\n`,
      );
      const answers = ask(
        python,
        sources.map((source) => ({ kind: 'flask_session', source, worlds: WORLD_NAMES.map((name) => WORLDS[name]) })),
      );
      const compared = await Promise.all(
        sources.map(async (source, i) => {
          const seen = Object.fromEntries(WORLD_NAMES.map((name, j) => [name, answers[i]![j] === true])) as Record<WorldName, boolean>;
          return {
            lines: APPLICATIONS[i],
            ours: seenAs((await statesOf('app.py', source, root)).get('session')),
            theirs: stateOfAnswers(seen),
          };
        }),
      );
      expect(compared.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
    },
    240_000,
  );
});
