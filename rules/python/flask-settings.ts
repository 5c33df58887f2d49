/** The configuration keys of Flask, Quart and their extensions, and products built on Flask. The project model judges them as production gets them. */
import { defineRule, keyword, value, type CookieSurface } from '../../src/matching/surface.js';
import { werkzeugMeaning } from './werkzeug.js';
import type { ConfigFile, FlaskCookie, FlaskFacts } from '../../src/project/flask-cookies.js';

const cookies: readonly FlaskCookie[] = [
  {
    // https://flask.palletsprojects.com/en/stable/config/#SESSION_COOKIE_SECURE: sessions need a secret key. The extensions keep
    // the login, the CSRF token or the state of a login elsewhere in the session.
    surface: 'flask/config-session',
    setting: 'SESSION_COOKIE_SECURE',
    name: 'session',
    nameSetting: 'SESSION_COOKIE_NAME',
    session: true,
    beside: {
      httpOnly: { key: 'SESSION_COOKIE_HTTPONLY', otherwise: true },
      sameSite: { key: 'SESSION_COOKIE_SAMESITE' },
      domain: { key: 'SESSION_COOKIE_DOMAIN' },
      path: { key: 'SESSION_COOKIE_PATH' },
    },
    sentWhere:
      /\bSECRET_KEY\b|\.secret_key\b|\bfrom flask import [^\n]*\bsession\b|\bflask\.session\b|\bflask_(?:login|security|wtf|user|session|principal|dance|oidc|pyoidc|simplelogin|appbuilder)\b|\bSESSION_COOKIE_\w+(?:['\"]\])?\s*[:=](?!=)/,
    // https://flask.palletsprojects.com/en/stable/api/#flask.sessions.SessionInterface.get_cookie_secure: overridden.
    sentWith: ['SECRET_KEY'],
    unlessWhere: /\bdef get_cookie_secure\(/,
    absent: 'off',
  },
  {
    // https://flask-login.readthedocs.io/en/latest/#cookie-settings: only when a login is remembered.
    surface: 'flask-login/remember-cookie',
    setting: 'REMEMBER_COOKIE_SECURE',
    name: 'remember_token',
    nameSetting: 'REMEMBER_COOKIE_NAME',
    session: true,
    beside: {
      httpOnly: { key: 'REMEMBER_COOKIE_HTTPONLY', otherwise: true },
      sameSite: { key: 'REMEMBER_COOKIE_SAMESITE' },
      domain: { key: 'REMEMBER_COOKIE_DOMAIN' },
      path: { key: 'REMEMBER_COOKIE_PATH', otherwise: '/' },
    },
    sentWhere: /\blogin_user\((?:[^()]|\([^()]{0,100}\)){0,300}?\bremember\s*=(?!\s*False\b)/,
    absent: 'off',
  },
  {
    // https://flask-jwt-extended.readthedocs.io/en/stable/options.html#JWT_COOKIE_SECURE
    surface: 'flask-jwt-extended/cookie-secure',
    setting: 'JWT_COOKIE_SECURE',
    name: 'access_token_cookie',
    nameSetting: 'JWT_ACCESS_COOKIE_NAME',
    session: true,
    sentWhere: /\bJWT_TOKEN_LOCATION\b[^\n]*\bcookies\b|\bset_(?:access|refresh)_cookies\(/,
    absent: 'off',
  },
  {
    // https://flask-security.readthedocs.io/en/stable/configuration.html#SECURITY_CSRF_COOKIE: the dictionary replaces the default.
    surface: 'flask-security/cookies',
    setting: 'SECURITY_CSRF_COOKIE',
    path: ['secure'],
    name: 'XSRF-TOKEN',
    nameSetting: 'SECURITY_CSRF_COOKIE_NAME',
    session: true,
    sentWhere: /SECURITY_CSRF_COOKIE_NAME/,
    absent: 'never',
  },
  {
    // https://flask-security.readthedocs.io/en/stable/configuration.html#SECURITY_TWO_FACTOR_VALIDITY_COOKIE
    surface: 'flask-security/cookies',
    setting: 'SECURITY_TWO_FACTOR_VALIDITY_COOKIE',
    path: ['secure'],
    name: 'tf_validity',
    nameSetting: 'SECURITY_TWO_FACTOR_VALIDITY_COOKIE_NAME',
    session: true,
    sentWhere: /SECURITY_TWO_FACTOR/,
    absent: 'never',
  },
  {
    // https://quart-auth.readthedocs.io/en/latest/how_to_guides/configuration.html: on by default.
    surface: 'quart/config-session',
    setting: 'QUART_AUTH_COOKIE_SECURE',
    name: 'QUART_AUTH',
    nameSetting: 'QUART_AUTH_COOKIE_NAME',
    session: true,
    sentWhere: /QUART_AUTH/,
    absent: 'never',
  },
  {
    // https://flask-oidc.readthedocs.io/en/1.x/#settings-reference: before version 2, on by default.
    surface: 'flask-oidc/id-token-cookie',
    setting: 'OIDC_ID_TOKEN_COOKIE_SECURE',
    name: 'oidc_id_token',
    nameSetting: 'OIDC_ID_TOKEN_COOKIE_NAME',
    session: true,
    sentWhere: /\bOpenIDConnect\b/,
    absent: 'never',
  },
];

const configFiles: readonly ConfigFile[] = [
  {
    // https://superset.apache.org/docs/configuration/networking-settings: the Talisman of Superset has session_cookie_secure off.
    surface: 'superset/config',
    file: /(?:^|\/)superset_config[^/]*\.py$/,
    mentions: /^[A-Z]/m,
    name: 'session',
    settings: [['SESSION_COOKIE_SECURE'], ['TALISMAN_CONFIG', 'session_cookie_secure']],
  },
  {
    // https://www.pgadmin.org/docs/pgadmin4/latest/config_py.html
    surface: 'pgadmin/config',
    file: /(?:^|\/)config_(?:local|system|distro)\.py$/,
    mentions: /\bSERVER_MODE\b|\bSESSION_COOKIE_|PGADMIN|pgadmin/,
    name: 'pga4_session',
    settings: [['SESSION_COOKIE_SECURE']],
  },
];

export const flaskFacts: FlaskFacts = {
  cookies,
  configFiles,
  classSurface: 'flask/config-class-inheritance',
  quartSurface: 'quart/config-session',
  // https://github.com/pallets/flask/blob/main/src/flask/app.py (default_config)
  defaults: {
    SESSION_COOKIE_SECURE: false,
    SESSION_COOKIE_HTTPONLY: true,
    SESSION_COOKIE_NAME: 'session',
    DEBUG: false,
    TESTING: false,
    REMEMBER_COOKIE_SECURE: false,
    REMEMBER_COOKIE_NAME: 'remember_token',
    JWT_COOKIE_SECURE: false,
  },
  initial: [
    'SESSION_COOKIE_SECURE',
    'SESSION_COOKIE_HTTPONLY',
    'SESSION_COOKIE_NAME',
    'SESSION_COOKIE_SAMESITE',
    'DEBUG',
    'TESTING',
    'SECRET_KEY',
  ],
};

const surfaceOf = (id: string, setting: string, name: string): CookieSurface => ({
  id,
  kind: 'session',
  match: { setting },
  defaultName: name,
  session: true,
  attributes: { secure: value() },
  default: 'off',
  meaning: werkzeugMeaning,
  coveredBy: setting === 'SESSION_COOKIE_SECURE' ? ['flask/talisman'] : [],
});

export default defineRule({
  id: 'flask',
  title: 'Flask',
  languages: ['python'],
  docs: 'https://flask.palletsprojects.com/en/stable/config/#SESSION_COOKIE_SECURE',
  triggers: [
    'Flask(',
    'from_pyfile',
    'from_file',
    'from_json',
    'from_prefixed_env',
    'Quart(',
    'SECRET_KEY',
    'secret_key',
    'COOKIE_SECURE',
    'SESSION_COOKIE_',
    'SECURITY_CSRF_COOKIE',
    'SECURITY_TWO_FACTOR',
    'JWT_TOKEN_LOCATION',
    'login_user(',
    '_access_cookies',
    'from_object',
    'Talisman',
    'TALISMAN',
    'SERVER_MODE',
  ],
  packages: ['flask', 'quart'],
  surfaces: [
    surfaceOf('flask/config-session', 'SESSION_COOKIE_SECURE', 'session'),
    surfaceOf('flask/config-class-inheritance', 'SESSION_COOKIE_SECURE', 'session'),
    surfaceOf('quart/config-session', 'SESSION_COOKIE_SECURE', 'session'),
    surfaceOf('superset/config', 'SESSION_COOKIE_SECURE', 'session'),
    surfaceOf('pgadmin/config', 'SESSION_COOKIE_SECURE', 'pga4_session'),
    surfaceOf('flask-login/remember-cookie', 'REMEMBER_COOKIE_SECURE', 'remember_token'),
    surfaceOf('flask-jwt-extended/cookie-secure', 'JWT_COOKIE_SECURE', 'access_token_cookie'),
    surfaceOf('flask-security/cookies', 'SECURITY_CSRF_COOKIE', 'XSRF-TOKEN'),
    surfaceOf('flask-oidc/id-token-cookie', 'OIDC_ID_TOKEN_COOKIE_SECURE', 'oidc_id_token'),
    {
      // https://github.com/wntrblm/flask-talisman#options: on unless the app is in debug mode; the session cookie only.
      id: 'flask/talisman',
      docs: 'https://github.com/wntrblm/flask-talisman#options',
      kind: 'policy',
      match: [
        { call: ['flask_talisman.Talisman', 'flask_talisman.talisman.Talisman', 'talisman.Talisman'], args: [1, 30] },
        { call: ['flask_talisman.Talisman().init_app', 'flask_talisman.talisman.Talisman().init_app'] },
      ],
      secure: keyword('session_cookie_secure'),
      default: 'on',
    },
  ],
});
