/** Prints generated programs for the Python frameworks: a function `write(response, request)` that sends one cookie. */
import { asksRequest, type Flag, type Generated, type Idiom } from './programs.js';

export interface PythonFramework {
  readonly kind: string;
  readonly head: string;
  readonly request: string;
  /** Calls whose options, but for Secure, are given; `{}` stands for Secure's arguments. */
  readonly calls: readonly string[];
  readonly deletion: string;
}

export const FRAMEWORKS: readonly PythonFramework[] = [
  {
    kind: 'flask',
    head: 'from flask import Flask',
    request: 'request.is_secure',
    calls: ['response.set_cookie("a", "1", {})'],
    deletion: 'response.set_cookie("b", "", max_age=0, secure=True)',
  },
  {
    kind: 'django',
    head: 'from django.http import HttpResponse',
    request: 'request.is_secure()',
    calls: ['response.set_cookie("a", "1", {})', 'response.set_signed_cookie("a", "1", {})'],
    deletion: 'pass',
  },
  {
    kind: 'starlette',
    head: 'from starlette.responses import Response',
    request: 'request.url.scheme == "https"',
    calls: ['response.set_cookie("a", "1", {})'],
    deletion: 'response.set_cookie("b", "", max_age=0, secure=True)',
  },
  { kind: 'bottle', head: 'import bottle', request: 'False', calls: ['response.set_cookie("a", "1", {})'], deletion: 'pass' },
  {
    kind: 'webob',
    head: 'from webob import Response',
    request: 'request.scheme == "https"',
    calls: ['response.set_cookie("a", "1", {})'],
    deletion: 'pass',
  },
  {
    kind: 'tornado',
    head: 'import tornado.web',
    request: 'request.protocol == "https"',
    calls: ['response.set_cookie("a", "1", {})'],
    deletion: 'pass',
  },
];

function flagText(flag: Flag, request: string): string {
  const text = (one: Flag): string => flagText(one, request);
  switch (flag.kind) {
    case 'true':
      return 'True';
    case 'false':
      return 'False';
    case 'nothing':
      return 'None';
    case 'given':
      return 'os.environ.get("COOKIE_SECURE")';
    case 'given-or':
      return `os.environ.get("COOKIE_SECURE", "${flag.fallback}")`;
    case 'is-given':
      return '"COOKIE_SECURE" in os.environ';
    case 'is-true':
      return 'os.environ.get("COOKIE_SECURE") == "True"';
    case 'production':
      return 'os.environ.get("APP_ENV") == "production"';
    case 'not-development':
      return 'os.environ.get("APP_ENV") != "development"';
    case 'production-unless-unset':
      return 'os.environ.get("APP_ENV", "production") == "production"';
    case 'not-debug':
      return 'os.environ.get("DEBUG", "True") != "True"';
    case 'request':
      return request;
    case 'not':
      return `not (${text(flag.of)})`;
    case 'boolean':
      return `bool(${text(flag.of)})`;
    case 'and':
    case 'or':
      return `((${text(flag.left)}) ${flag.kind} (${text(flag.right)}))`;
    case 'if':
      return `((${text(flag.then)}) if (${text(flag.test)}) else (${text(flag.otherwise)}))`;
  }
}

/** The lines before `write`, and those in it. */
interface Printed {
  readonly before: readonly string[];
  readonly inside: readonly string[];
}

type Printer = (secure: string, send: (args: string) => string) => Printed;
const inside = (...lines: string[]): Printed => ({ before: [], inside: lines });

const PRINTERS: Readonly<Partial<Record<Idiom, Printer>>> = {
  direct: (secure, send) => inside(send(`secure=${secure}`)),
  variable: (secure, send) => inside(`secure = ${secure}`, send('secure=secure')),
  constant: (secure, send) => ({ before: [`SECURE = ${secure}`], inside: [send('secure=SECURE')] }),
  spread: (secure, send) => inside(`options = {"path": "/", "secure": ${secure}}`, send('**options')),
  merged: (secure, send) => inside('base = {"path": "/", "secure": True}', `options = {**base, "secure": ${secure}}`, send('**options')),
  built: (secure, send) => inside(`options = dict(path="/", secure=${secure})`, send('**options')),
  'written-later': (secure, send) => inside('options = {"path": "/"}', `options["secure"] = ${secure}`, send('**options')),
  guarded: (secure, send) => inside('options = {"path": "/"}', `if ${secure}:`, '    options["secure"] = True', send('**options')),
  'guarded-off': (secure, send) =>
    inside('options = {"path": "/", "secure": True}', `if not (${secure}):`, '    options["secure"] = False', send('**options')),
  alias: (secure, send) =>
    inside('options = {"path": "/", "secure": True}', 'same = options', `same["secure"] = ${secure}`, send('**options')),
  removed: (secure, send) => inside(`options = {"path": "/", "secure": ${secure}}`, 'del options["secure"]', send('**options')),
  'written-twice': (secure, send) => inside('secure = True', `secure = ${secure}`, send('secure=secure')),
  helper: (secure, send) => ({ before: ['def is_secure(request):', `    return ${secure}`], inside: [send('secure=is_secure(request)')] }),
  'helper-branches': (secure, send) => ({
    before: ['def is_secure(request):', `    if ${secure}:`, '        return True', '    return False'],
    inside: [send('secure=is_secure(request)')],
  }),
  'default-parameter': (secure, send) => ({
    before: [`def send(response, secure=${secure}):`, `    ${send('secure=secure')}`],
    inside: ['send(response)'],
  }),
  'keyword-parameter': (secure, send) => ({
    before: ['def send(response, **options):', `    ${send('**options')}`],
    inside: [`send(response, secure=${secure})`],
  }),
  'class-constant': (secure, send) => ({ before: ['class Settings:', `    SECURE = ${secure}`], inside: [send('secure=Settings.SECURE')] }),
  'instance-field': (secure, send) => ({
    before: ['class Settings:', '    def __init__(self):', `        self.secure = ${secure}`, 'settings = Settings()'],
    inside: [send('secure=settings.secure')],
  }),
  lookup: (secure, send) => inside(`secure = {"yes": True, "no": False}["yes" if ${secure} else "no"]`, send('secure=secure')),
  try: (secure, send) => inside('try:', `    secure = ${secure}`, 'except KeyError:', '    secure = False', send('secure=secure')),
  global: (secure, send) => ({
    before: ['SECURE = True', 'def configure():', '    global SECURE', `    SECURE = ${secure}`, 'configure()'],
    inside: [send('secure=SECURE')],
  }),
  loop: (secure, send) =>
    inside('options = {}', `for key, value in [("path", "/"), ("secure", ${secure})]:`, '    options[key] = value', send('**options')),
  'default-key': (secure, send) => inside('options = {"path": "/"}', `options.setdefault("secure", ${secure})`, send('**options')),
  'taken-out': (secure, send) =>
    inside(`options = {"path": "/", "secure": ${secure}}`, 'secure = options.pop("secure")', send('secure=secure')),
  nested: (secure, send) => ({
    before: [`SETTINGS = {"cookies": {"secure": ${secure}}}`],
    inside: [send('secure=SETTINGS["cookies"]["secure"]')],
  }),
  method: (secure, send) => ({
    before: ['class Settings:', '    def secure(self):', `        return ${secure}`, 'settings = Settings()'],
    inside: [send('secure=settings.secure()')],
  }),
  closure: (secure, send) => inside('def secure():', `    return ${secure}`, send('secure=secure()')),
  'fallback-operator': (secure, send) => inside(`secure = (${secure}) or False`, send('secure=secure')),
};

/** Idioms whose value is made before there is a request. */
const BEFORE_REQUEST = new Set<Idiom>(['constant', 'default-parameter', 'class-constant', 'instance-field', 'global', 'nested', 'method']);

export const PYTHON_IDIOMS = Object.keys(PRINTERS) as Idiom[];

/** The source; undefined where the idiom has no request to ask. */
export function pythonSource({ flag, idiom, call, deletes }: Generated, framework: PythonFramework): string | undefined {
  const printer = PRINTERS[idiom];
  if (printer === undefined || (asksRequest(flag) && (BEFORE_REQUEST.has(idiom) || framework.kind === 'bottle'))) return undefined;
  const { before, inside: lines } = printer(flagText(flag, framework.request), (args) => framework.calls[call]!.replace('{}', args));
  return [
    'import os',
    '',
    framework.head,
    '',
    ...before,
    '',
    'def write(response, request):',
    ...(deletes ? [`    ${framework.deletion}`] : []),
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}
