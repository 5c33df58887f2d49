/** Rust: the cookie crate, which actix-web, axum, Rocket, Salvo and tower-cookies use, and the session layers on top of it. */
import {
  argument,
  defineRule,
  header,
  setter,
  text,
  type CookieSurface,
  type FixHint,
  type Match,
  type MatchConditions,
} from '../../src/matching/surface.js';

/** https://docs.rs/cookie/latest/cookie/struct.CookieBuilder.html */
const builder: CookieSurface['attributes'] = {
  secure: setter('secure', 'set_secure'),
  httpOnly: setter('http_only', 'set_http_only'),
  sameSite: setter('same_site', 'set_same_site'),
  domain: setter('domain', 'set_domain'),
  path: setter('path', 'set_path'),
  maxAge: setter('max_age', 'set_max_age'),
  expires: setter('expires', 'set_expires'),
  partitioned: setter('partitioned', 'set_partitioned'),
};

/** Removals need no attribute but the name, and a jar that a client keeps is no response. */
const own: MatchConditions = {
  notGivenTo: [
    { name: 'remove' },
    { name: 'remove_private' },
    { name: 'add_removal_cookie' },
    { name: 'remove_cookie' },
    { name: 'del_cookie' },
    { name: 'insert_raw' },
    { name: 'add_original' },
  ],
  unlessImports: ['reqwest.cookie', 'cookie_store'],
};
/** `build` gives a builder, the others a cookie, whose `secure` only reads. */
const constructors = (modules: readonly string[], names: readonly string[]): string[] =>
  modules.flatMap((module) => names.map((name) => `${module}.Cookie.${name}`));
const rocketModules = ['rocket.http', 'rocket.http.private.cookie'];
const modules = [
  'cookie',
  'actix_web.cookie',
  'axum_extra.extract.cookie',
  'axum_extra.extract',
  'tower_cookies',
  'tower_cookies.cookie',
  'salvo.http.cookie',
  'salvo.http',
  'biscotti',
  'axum_login.tower_sessions.cookie',
  'loco_rs.cookie',
  'http_types',
  'http_types.cookies',
  'tide.http',
  'tide.http.cookies',
];
/** Biscotti calls the cookie of a response by its name; its setters give the changed cookie: https://docs.rs/biscotti/latest/biscotti/struct.ResponseCookie.html */
const biscotti = ['biscotti.ResponseCookie.new', 'biscotti.ResponseCookie.from'];

const cookie = (id: string, paths: readonly string[]): CookieSurface => ({
  id,
  kind: 'write',
  match: {
    call: [...constructors(paths, ['build']), ...paths.map((module) => `${module}.CookieBuilder.new`)],
    args: [1, 2],
    ...own,
  } satisfies Match,
  // Since 0.17 name and value are a pair.
  name: [argument(0, '0'), argument(0)],
  attributes: builder,
  default: 'off',
  // https://docs.rs/cookie/latest/cookie/struct.Cookie.html#method.secure: SameSite=None implies Secure while nothing is said.
  sameSiteNoneImplies: 'unset',
  // https://docs.rs/cookie/latest/src/cookie/lib.rs.html (fmt_parameters): Partitioned writes Secure, whatever was said.
  partitionedImplies: true,
  // https://docs.rs/cookie/latest/cookie/struct.Cookie.html#method.make_removal
  deletes: { when: 'method', methods: ['make_removal', 'removal'] },
});

/** https://github.com/SergioBenitez/cookie-rs/blob/master/CHANGELOG.md: since 0.17 `build` takes a pair, and the builder is a cookie by itself. */
const PAIR = {
  text: '{owner}::build(({args})).secure(true).build()',
  since: { package: 'cookie', version: '0.17', before: '{owner}::build({args}).secure(true).finish()' },
} as const;
/** https://github.com/rwf2/Rocket/blob/v0.5/core/http/Cargo.toml: 0.18. */
const ROCKET = { text: PAIR.text } as const;
/** https://github.com/actix/actix-web/blob/master/actix-web/Cargo.toml: 0.16, whose builder ends with `finish`. */
const ACTIX = { text: '{owner}::build({args}).secure(true).finish()' } as const;
const ACTIX_MODULES = ['actix_web.cookie'];

const plain = (
  id: string,
  paths: readonly string[],
  built: Pick<NonNullable<FixHint['rewritten']>, 'text' | 'since'> = PAIR,
): CookieSurface => ({
  ...cookie(id, paths),
  match: { call: constructors(paths, ['new', 'named', 'from']), args: [1, 2], ...own } satisfies Match,
  attributes: { ...builder, secure: setter('set_secure') },
  fix: { rewritten: { args: 2, ...built } },
});

/** What takes a cookie for the response and is called like nothing else. */
const ADDED_AGAIN = ['cookie', 'add', 'add_cookie', 'add_private', 'add_signed'];

/** What takes a cookie for the response: jars, builders of responses. */
const ADDS = ['add', 'add_private', 'add_signed', 'add_cookie', 'cookie', 'set_cookie', 'insert_cookie'];

/** https://docs.rs/actix-web/latest/actix_web/trait.HttpMessage.html#method.cookie, https://docs.rs/cookie/latest/cookie/struct.CookieJar.html#method.get: no attributes come with a request. */
const sentAgain = (id: string): CookieSurface => ({
  ...plain(id, []),
  match: {
    method: ADDED_AGAIN,
    receiver: { any: true, sure: true },
    args: [1, 1],
    sendsAgain: {
      argument: 0,
      from: /(?:^|[^\w])(?:re?q\w*|request|jar|cookies|cookie_jar|private|signed)(?:\(\w*\))?\.(?:cookie|get|get_private|get_pending)$/,
    },
  } satisfies Match,
  name: { at: 'sent-name' },
  attributes: { ...builder, secure: setter('set_secure') },
});

/** https://docs.rs/cookie/latest/cookie/struct.Cookie.html#method.parse: mostly for cookies that come in, so that only those which go out again count. */
const parsed = (id: string, paths: readonly string[]): CookieSurface => ({
  ...plain(id, paths),
  fix: {},
  kind: 'header',
  match: {
    call: constructors(paths, ['parse', 'parse_encoded', 'from_str']),
    args: [1, 1],
    givenTo: ADDS.map((name) => ({ name })),
    ...own,
  } satisfies Match,
  name: text(argument(0)),
  attributes: { ...header(argument(0)), secure: [setter('set_secure'), text(argument(0))] },
});

/** https://docs.rs/cookie/latest/cookie/struct.Cookie.html#impl-From%3C(N,+V)%3E-for-Cookie%3C'c%3E: a name and a value are a cookie, too. */
const pair = (id: string, modulesOfJar: readonly string[]): CookieSurface => ({
  ...plain(id, []),
  fix: {
    ...(id === 'rocket/cookie-jar' ? { rewritten: { text: '{callee}(rocket::http::Cookie::build({args}).secure(true))', args: 1 } } : {}),
    byHand:
      'Make a cookie of the pair, and hand that over: `Cookie::build((name, value)).secure(true)`. There is no edit: it may need an import.',
  },
  match: {
    method: ['add', 'add_private'],
    receiver: {
      types: ['CookieJar', 'SignedCookieJar', 'PrivateCookieJar', 'SignedJar', 'PrivateJar', 'Cookies'],
      paths: ['**.CookieJar.new()', '**.cookies()', '**.private_mut()', '**.signed_mut()', '**.private()', '**.signed()'],
      names: ['jar', 'cookies', 'cookie_jar'],
    },
    args: [1, 1],
    source: { 0: /^\(\s*["&\w][^()]*,/ },
    imports: modulesOfJar,
  } satisfies Match,
  name: argument(0, '0'),
  value: argument(0, '1'),
  attributes: { secure: argument(0, 'secure') },
});

const session = (id: string, match: Match | readonly Match[], defaultName: string, name: string, secure: string): CookieSurface => ({
  id,
  kind: 'session',
  session: true,
  match,
  name: setter(name),
  defaultName,
  attributes: { secure: setter(secure) },
  default: 'on',
});

export const rocket = defineRule({
  id: 'rocket',
  title: 'Rocket',
  languages: ['rust'],
  docs: 'https://rocket.rs/guide/v0.5/requests/#cookies',
  triggers: ['Cookie::'],
  surfaces: [
    cookie('rocket/cookie-jar', rocketModules),
    plain('rocket/cookie-jar', rocketModules, ROCKET),
    parsed('rocket/cookie-jar', rocketModules),
    pair('rocket/cookie-jar', ['rocket']),
  ],
});

export const poem = defineRule({
  id: 'poem',
  title: 'Poem',
  languages: ['rust'],
  docs: 'https://docs.rs/poem/latest/poem/session/struct.CookieConfig.html',
  triggers: ['CookieConfig', 'Cookie::'],
  surfaces: [
    {
      // https://docs.rs/poem/latest/poem/web/cookie/struct.Cookie.html: Secure and HttpOnly are on until somebody says otherwise.
      ...plain('poem/cookie', []),
      match: { call: constructors(['poem.web.cookie'], ['new', 'new_with_str', 'named']), args: [1, 2], ...own },
      default: 'on',
    },
    session(
      'poem/session-cookie-config',
      {
        call: [
          'poem.session.CookieConfig.default',
          'poem.session.CookieConfig.new',
          'poem.session.CookieConfig.private',
          'poem.session.CookieConfig.signed',
        ],
      },
      'poem-session',
      'name',
      'secure',
    ),
  ],
});

export const actix = defineRule({
  id: 'actix',
  title: 'Actix',
  languages: ['rust'],
  docs: 'https://docs.rs/actix-session/latest/actix_session/config/struct.SessionMiddlewareBuilder.html#method.cookie_secure',
  triggers: ['SessionMiddleware', 'CookieSession', 'CookieIdentityPolicy'],
  surfaces: [
    // https://github.com/actix/actix-extras/blob/master/actix-session/src/config.rs
    session('actix-session/session-middleware', { call: 'actix_session.SessionMiddleware.builder' }, 'id', 'cookie_name', 'cookie_secure'),
    session(
      'actix-session/session-middleware',
      { call: ['actix_session.CookieSession.signed', 'actix_session.CookieSession.private'] },
      'actix-session',
      'name',
      'secure',
    ),
    // https://github.com/actix/actix-extras/blob/identity-v0.4.0/actix-identity/src/cookie.rs
    session(
      'actix-identity/cookie-identity-policy',
      { call: 'actix_identity.CookieIdentityPolicy.new' },
      'actix-identity',
      'name',
      'secure',
    ),
  ],
});

export const towerSessions = defineRule({
  id: 'tower-sessions',
  title: 'tower-sessions',
  languages: ['rust'],
  docs: 'https://docs.rs/tower-sessions/latest/tower_sessions/service/struct.SessionManagerLayer.html#method.with_secure',
  triggers: ['SessionManagerLayer', 'SessionLayer'],
  surfaces: [
    // https://github.com/maxcountryman/tower-sessions/blob/main/src/service.rs; axum-sessions before it.
    session(
      'tower-sessions/session-manager-layer',
      {
        call: [
          'tower_sessions.SessionManagerLayer.new',
          'axum_sessions.SessionLayer.new',
          'axum_login.tower_sessions.SessionManagerLayer.new',
        ],
      },
      'id',
      'with_name',
      'with_secure',
    ),
  ],
});

export default defineRule({
  id: 'rust-cookie',
  title: 'cookie',
  languages: ['rust'],
  docs: 'https://docs.rs/cookie/latest/cookie/struct.CookieBuilder.html',
  triggers: ['Cookie::', 'CookieBuilder::', '.cookie(', 'jar.add(', 'cookies.add(', '.add((', '.add_private(('],
  surfaces: [
    cookie('rust-cookie/cookie', modules),
    plain(
      'rust-cookie/cookie',
      modules.filter((module) => !ACTIX_MODULES.includes(module)),
    ),
    plain('rust-cookie/cookie', ACTIX_MODULES, ACTIX),
    sentAgain('rust-cookie/cookie'),
    parsed('rust-cookie/cookie', modules),
    pair('rust-cookie/cookie', ['cookie', 'axum_extra', 'tower_cookies', 'actix_web.cookie', 'salvo']),
    {
      ...plain('rust-cookie/cookie', []),
      fix: { insert: '.set_secure(true)' },
      match: { call: biscotti, args: [1, 2] },
      name: [argument(0, '0'), argument(0)],
    },
  ],
});
