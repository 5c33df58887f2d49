/** Yii 2: three component cookies, and cookies of responses. */
import { argument, defineRule, property, value, type CookieSurface } from '../../src/matching/surface.js';

const file = /(?:^|\/)config\/|(?:^|\/)(?:web|main|main-local)\.php$/;
/** https://www.yiiframework.com/doc/guide/2.0/en/concept-configurations: the class is named among the options. */
const MADE_BY_NAME = /['"](?:__)?class['"]\s*=>\s*(?:\\?(?:yii\\web\\)?Cookie::class(?:Name\(\))?|['"]\\?yii\\{1,2}web\\{1,2}Cookie['"])/;

const component = {
  kind: 'session',
  session: true,
  default: 'off',
  attributes: {
    secure: value('secure'),
    httpOnly: [value('httpOnly'), value('httponly')],
    sameSite: [value('sameSite'), value('samesite')],
  },
} as const satisfies Partial<CookieSurface>;

export default defineRule({
  id: 'yii',
  title: 'Yii 2',
  languages: ['php'],
  docs: 'https://www.yiiframework.com/doc/guide/2.0/en/security-best-practices',
  triggers: [
    'CHttpCookie',
    'enableAutoLogin',
    'identityCookie',
    'csrfCookie',
    'cookieParams',
    'yii\\web\\Cookie',
    ["'components'", 'session'],
  ],
  packages: ['yiisoft/yii2'],
  surfaces: [
    {
      // https://github.com/yiisoft/yii2/blob/master/framework/web/User.php: the cookie of automatic logins, by default without Secure.
      id: 'yii2/component-cookies',
      match: { entry: 'components.user', file },
      ...component,
      defaultName: '_identity',
      attributes: { secure: value('identityCookie', 'secure') },
      needs: [value('enableAutoLogin')],
      unlessWritten: [value('identityCookie')],
    },
    {
      // https://github.com/yiisoft/yii2/blob/master/framework/web/User.php: an array of one's own replaces the default.
      id: 'yii2/component-cookies',
      match: { entry: 'identityCookie', file },
      ...component,
      name: value('name'),
      defaultName: '_identity',
    },
    {
      // https://github.com/yiisoft/yii2/blob/master/framework/web/Request.php
      id: 'yii2/component-cookies',
      match: { entry: 'csrfCookie', file },
      ...component,
      name: value('name'),
      defaultName: '_csrf',
    },
    {
      // https://github.com/yiisoft/yii2/blob/master/framework/web/Session.php: merged over what php.ini says.
      id: 'yii2/component-cookies',
      match: { entry: 'cookieParams', file },
      ...component,
      defaultName: 'PHPSESSID',
      coveredBy: ['php/ini-cookie-secure'],
    },
    {
      // https://www.yiiframework.com/doc/api/2.0/yii-web-session#$cookieParams-detail: without them what php.ini says.
      id: 'yii2/component-cookies',
      match: { entry: 'components.session', file },
      ...component,
      attributes: {
        secure: value('cookieParams', 'secure'),
        httpOnly: value('cookieParams', 'httponly'),
        sameSite: value('cookieParams', 'samesite'),
      },
      name: value('name'),
      defaultName: 'PHPSESSID',
      unlessWritten: [value('cookieParams')],
      coveredBy: ['php/ini-cookie-secure'],
    },
    {
      id: 'yii2/new-cookie',
      docs: 'https://www.yiiframework.com/doc/api/2.0/yii-web-cookie',
      kind: 'write',
      match: [{ call: 'yii.web.Cookie' }, { call: ['Yii.createObject', 'Craft.createObject'], source: { 0: MADE_BY_NAME } }],
      name: [argument(0, 'name'), property('name')],
      value: argument(0, 'value'),
      attributes: {
        secure: [argument(0, 'secure'), property('secure')],
        httpOnly: [argument(0, 'httpOnly'), property('httpOnly')],
        sameSite: argument(0, 'sameSite'),
        expires: argument(0, 'expire'),
        domain: argument(0, 'domain'),
        path: argument(0, 'path'),
      },
      default: 'off',
    },
    {
      // https://www.yiiframework.com/doc/api/1.1/CHttpCookie: the version before, with options as a third argument.
      id: 'yii1/http-cookie',
      docs: 'https://www.yiiframework.com/doc/api/1.1/CHttpCookie',
      kind: 'write',
      match: { call: 'CHttpCookie' },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: [property('secure'), argument(2, 'secure')],
        httpOnly: [property('httpOnly'), argument(2, 'httpOnly')],
        sameSite: [property('sameSite'), argument(2, 'sameSite')],
        expires: [property('expire'), argument(2, 'expire')],
        path: property('path'),
        domain: property('domain'),
      },
      default: 'off',
    },
  ],
});
