/** Gorilla: sessions (also behind goth and echo-contrib) and CSRF protection. */
import { argument, defineRule, property, value, type CookieSurface, type Match } from '../../src/matching/surface.js';

/** https://github.com/gorilla/sessions/blob/main/options.go */
const optionFields: CookieSurface['attributes'] = {
  secure: property('Secure'),
  httpOnly: property('HttpOnly'),
  sameSite: property('SameSite'),
  domain: property('Domain'),
  path: property('Path'),
  maxAge: property('MaxAge'),
  partitioned: property('Partitioned'),
};

const module = 'github.com/gorilla/sessions';
const literal: Match = { record: `${module}.Options` };
const literals = (more: Partial<Match>): Match[] => [
  { ...literal, ...more },
  { call: 'new', source: { 0: /sessions\.Options$/ }, imports: [module], ...more },
];

const store = (id: string, match: Match | readonly Match[], assumed: 'on' | 'off'): CookieSurface => ({
  id,
  kind: 'session',
  session: true,
  match,
  attributes: { secure: property('Options', 'Secure'), sameSite: property('Options', 'SameSite') },
  default: assumed,
  // `store.Options = &sessions.Options{…}` is judged where it is written.
  replacedBy: { place: property('Options') },
});

/** https://github.com/gorilla/sessions/commit/ef99c78: from 1.3.0 on a cookie store is Secure by itself. */
const stores = (id: string, more: Partial<Match>): CookieSurface[] => [
  store(id, { call: `${module}.NewCookieStore`, packageBefore: [module, '1.3.0'], ...more }, 'off'),
  store(id, { call: `${module}.NewCookieStore`, ...more }, 'on'),
  store(id, { call: `${module}.NewFilesystemStore`, ...more }, 'off'),
];

/** Stores of others, which begin with a path and an age: https://github.com/boj/redistore, https://github.com/antonlindstrom/pgstore, https://github.com/quasoft/memstore */
const OTHER_STORES = [
  'github.com/boj/redistore.NewRediStore',
  'gopkg.in/boj/redistore.v1.NewRediStore',
  'github.com/antonlindstrom/pgstore.NewPGStore',
  'github.com/antonlindstrom/pgstore.NewPGStoreFromPool',
  'github.com/quasoft/memstore.NewMemStore',
];

const gothic = { imports: ['github.com/markbates/goth/gothic'] };
const echoSession = { imports: ['github.com/labstack/echo-contrib/session'] };

export const gorillaCsrf = defineRule({
  id: 'gorilla-csrf',
  title: 'gorilla/csrf',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/gorilla/csrf#Secure',
  triggers: ['csrf.Secure'],
  surfaces: [
    // https://github.com/gorilla/csrf/blob/main/options.go: Secure unless the option says otherwise.
    {
      id: 'gorilla-csrf/protect',
      kind: 'session',
      session: true,
      match: { call: 'github.com/gorilla/csrf.Secure', args: [1, 1] },
      defaultName: '_gorilla_csrf',
      attributes: { secure: argument(0) },
      default: 'on',
    },
  ],
});

export const goth = defineRule({
  id: 'goth',
  title: 'goth',
  languages: ['go'],
  docs: 'https://github.com/markbates/goth#security-notes',
  triggers: ['goth/gothic'],
  surfaces: [
    ...stores('goth/gothic', gothic),
    { id: 'goth/gothic', kind: 'session', session: true, match: literals(gothic), attributes: optionFields, default: 'off' },
  ],
});

export default defineRule({
  id: 'gorilla-sessions',
  title: 'gorilla/sessions',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/gorilla/sessions#Options',
  triggers: [
    'sessions.Options',
    'NewCookieStore',
    'NewFilesystemStore',
    '.Options.Secure',
    'sessions.NewSession(',
    'NewRediStore',
    'NewPGStore',
    'NewMemStore',
  ],
  surfaces: [
    // https://echo.labstack.com/docs/middleware/session
    { id: 'echo/contrib-session', kind: 'session', session: true, match: literals(echoSession), attributes: optionFields, default: 'off' },
    ...stores('echo/contrib-session', echoSession),
    // A literal replaces the defaults.
    { id: 'gorilla-sessions/cookie-store', kind: 'session', session: true, match: literals({}), attributes: optionFields, default: 'off' },
    ...stores('gorilla-sessions/cookie-store', {}),
    store('gorilla-sessions/cookie-store', { call: OTHER_STORES }, 'off'),
    // https://github.com/gorilla/sessions/blob/main/sessions.go: it begins with no options, also those of its store; a store's own `New` gives it some.
    {
      id: 'gorilla-sessions/new-session',
      docs: 'https://pkg.go.dev/github.com/gorilla/sessions#NewSession',
      kind: 'session',
      session: true,
      match: { call: `${module}.NewSession`, args: [2, 2], unlessInFunction: /^(?:\w+\.)?(?:New|Get)$/ },
      name: argument(1),
      attributes: {
        secure: property('Options', 'Secure'),
        sameSite: property('Options', 'SameSite'),
        maxAge: property('Options', 'MaxAge'),
      },
      replacedBy: { place: property('Options'), paths: [`${module}.Options`] },
      default: 'off',
    },
    // `session, _ := store.Get(r, "x"); session.Options.Secure = …`
    {
      id: 'gorilla-sessions/cookie-store',
      kind: 'session',
      session: true,
      match: { assign: '**.Get().Options.Secure' },
      attributes: { secure: value() },
      default: 'off',
    },
  ],
});
