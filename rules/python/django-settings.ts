/** Django's settings, and those of packages that keep their cookies there. The project model judges them as production gets them. */
import { defineRule, value, type CookieSurface } from '../../src/matching/surface.js';
import type { DjangoCookie, DjangoFacts } from '../../src/project/django-cookies.js';

/**
 * What Django does with each setting. Which checks of `manage.py check --deploy` (surface django/check-deploy) say the same:
 * https://docs.djangoproject.com/en/5.2/ref/checks/#security. SECURE_SSL_REDIRECT and HSTS (surface django/secure-ssl-redirect)
 * do not touch cookies. Values read through helpers (surface django/settings-env-helpers) and from split modules
 * (surface django/settings-split-modules) need nothing here: the evaluator and the model follow them.
 */
const cookies: readonly DjangoCookie[] = [
  {
    // https://docs.djangoproject.com/en/5.2/ref/settings/#session-cookie-secure; W010, W011, W012
    surface: 'django/settings-session',
    setting: 'SESSION_COOKIE_SECURE',
    name: 'sessionid',
    nameSetting: ['SESSION_COOKIE_NAME'],
    session: true,
    sentBy: { apps: ['django.contrib.sessions'], middleware: ['SessionMiddleware'] },
    absent: 'off',
  },
  {
    // https://docs.djangoproject.com/en/5.2/ref/settings/#csrf-cookie-secure; W016
    surface: 'django/settings-csrf',
    setting: 'CSRF_COOKIE_SECURE',
    name: 'csrftoken',
    nameSetting: ['CSRF_COOKIE_NAME'],
    session: true,
    sentBy: { middleware: ['CsrfViewMiddleware'] },
    unless: 'CSRF_USE_SESSIONS',
    absent: 'off',
  },
  {
    // https://docs.djangoproject.com/en/5.2/ref/settings/#language-cookie-secure: written by the set_language view.
    surface: 'django/settings-language',
    setting: 'LANGUAGE_COOKIE_SECURE',
    // https://docs.djangoproject.com/en/5.2/releases/3.0/#internationalization
    since: '3.0',
    name: 'django_language',
    nameSetting: ['LANGUAGE_COOKIE_NAME'],
    session: false,
    sentBy: { middleware: ['LocaleMiddleware'] },
    absentWhereCode: /['"]django\.conf\.urls\.i18n['"]|\bimport set_language\b|i18n\.set_language/,
    absent: 'off',
  },
  {
    // https://dj-rest-auth.readthedocs.io/en/latest/configuration.html
    surface: 'dj-rest-auth/jwt-auth-secure',
    setting: 'REST_AUTH',
    path: ['JWT_AUTH_SECURE'],
    name: 'access',
    nameSetting: ['REST_AUTH', 'JWT_AUTH_COOKIE'],
    session: true,
    sentBy: {
      settings: [
        ['REST_AUTH', 'JWT_AUTH_COOKIE'],
        ['REST_AUTH', 'JWT_AUTH_REFRESH_COOKIE'],
      ],
    },
    absent: 'off',
  },
  {
    // Before version 3.0 the same at the top level.
    surface: 'dj-rest-auth/jwt-auth-secure',
    setting: 'JWT_AUTH_SECURE',
    name: 'access',
    nameSetting: ['JWT_AUTH_COOKIE'],
    session: true,
    sentBy: { settings: [['JWT_AUTH_COOKIE'], ['JWT_AUTH_REFRESH_COOKIE']] },
    absent: 'never',
  },
  {
    // Simple JWT sets no cookie itself (https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html): a convention of projects.
    surface: 'simplejwt/auth-cookie-secure-convention',
    setting: 'SIMPLE_JWT',
    path: ['AUTH_COOKIE_SECURE'],
    name: 'access_token',
    nameSetting: ['SIMPLE_JWT', 'AUTH_COOKIE'],
    session: true,
    sentBy: {
      settings: [
        ['SIMPLE_JWT', 'AUTH_COOKIE'],
        ['SIMPLE_JWT', 'AUTH_COOKIE_SECURE'],
      ],
    },
    absent: 'never',
  },
  {
    // https://django-graphql-jwt.domake.io/settings.html: only with the jwt_cookie decorator.
    surface: 'django-graphql-jwt/cookie-secure',
    setting: 'GRAPHQL_JWT',
    path: ['JWT_COOKIE_SECURE'],
    name: 'JWT',
    nameSetting: ['GRAPHQL_JWT', 'JWT_COOKIE_NAME'],
    session: true,
    sentBy: { settings: [['GRAPHQL_JWT']] },
    absentWhereCode: /\bjwt_cookie\b/,
    absent: 'off',
  },
  {
    // https://docs.allauth.org/en/latest/mfa/configuration.html: SESSION_COOKIE_SECURE unless it is written.
    surface: 'django-allauth/cookies',
    setting: 'MFA_TRUST_COOKIE_SECURE',
    name: 'mfa_trusted',
    nameSetting: ['MFA_TRUST_COOKIE_NAME'],
    session: true,
    sentBy: { settings: [['MFA_TRUST_ENABLED']] },
    absent: 'never',
  },
];

export const djangoFacts: DjangoFacts = {
  cookies,
  beside: { httpOnly: 'HTTPONLY', sameSite: 'SAMESITE', domain: 'DOMAIN', path: 'PATH', maxAge: 'AGE' },
  classSurface: 'django/settings-configurations-class',
  // https://github.com/django/django/blob/main/django/conf/global_settings.py
  defaults: {
    DEBUG: false,
    SESSION_COOKIE_SECURE: false,
    CSRF_COOKIE_SECURE: false,
    LANGUAGE_COOKIE_SECURE: false,
    SECURE_SSL_REDIRECT: false,
    SESSION_COOKIE_HTTPONLY: true,
    CSRF_COOKIE_HTTPONLY: false,
    SESSION_COOKIE_NAME: 'sessionid',
    CSRF_COOKIE_NAME: 'csrftoken',
    LANGUAGE_COOKIE_NAME: 'django_language',
    LANGUAGE_COOKIE_HTTPONLY: false,
    SESSION_COOKIE_SAMESITE: 'Lax',
    CSRF_COOKIE_SAMESITE: 'Lax',
    SESSION_COOKIE_PATH: '/',
    CSRF_COOKIE_PATH: '/',
    LANGUAGE_COOKIE_PATH: '/',
    SESSION_COOKIE_AGE: 1_209_600,
    CSRF_COOKIE_AGE: 31_449_600,
  },
};

const surfaceOf = (id: string, setting: string, name: string, session: boolean): CookieSurface => ({
  id,
  kind: 'session',
  match: { setting },
  defaultName: name,
  session,
  attributes: { secure: value() },
  default: 'off',
});

export default defineRule({
  id: 'django',
  title: 'Django',
  languages: ['python'],
  docs: 'https://docs.djangoproject.com/en/5.2/ref/settings/#session-cookie-secure',
  triggers: [
    'INSTALLED_APPS',
    'MIDDLEWARE',
    'ROOT_URLCONF',
    'COOKIE_SECURE',
    'SECURE_PROXY_SSL_HEADER',
    'JWT_AUTH_',
    'GRAPHQL_JWT',
    'SIMPLE_JWT',
    'django.conf.urls.i18n',
    'set_language',
    'jwt_cookie',
  ],
  packages: ['django'],
  surfaces: [
    ...cookies
      .filter(({ surface }, i) => cookies.findIndex((one) => one.surface === surface) === i)
      .map(({ surface, setting, name, session }) => surfaceOf(surface, setting, name, session)),
    // https://django-configurations.readthedocs.io/en/stable/: the settings are attributes of a class.
    surfaceOf('django/settings-configurations-class', 'SESSION_COOKIE_SECURE', 'sessionid', true),
  ],
});
