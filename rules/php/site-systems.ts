/** Craft, Contao, MediaWiki, Moodle, Nextcloud and SimpleSAMLphp. */
import { argument, defineRule, keyword, value, type CookieSurface, type Place } from '../../src/matching/surface.js';

/** Followed by the request unless written; null is not written. */
const followsRequest = {
  default: 'request',
  meaning: { nullIsDefault: true },
  proxy: ['php/https-behind-proxy'],
} as const satisfies Partial<CookieSurface>;
const option = (key: string): Place => argument(3, key);

export const craft = defineRule({
  id: 'craft',
  title: 'Craft CMS',
  languages: ['php'],
  docs: 'https://craftcms.com/docs/5.x/reference/config/general.html#usesecurecookies',
  triggers: ['useSecureCookies'],
  packages: ['craftcms/cms'],
  surfaces: [
    {
      // https://craftcms.com/docs/5.x/reference/config/general.html#usesecurecookies: 'auto' follows the request.
      id: 'craft/use-secure-cookies',
      kind: 'session',
      match: [
        { method: 'useSecureCookies', receiver: { any: true, sure: true }, args: [0, 1] },
        { entry: 'useSecureCookies', file: /(?:^|\/)config\/general\.php$/ },
      ],
      defaultName: 'CraftSessionId',
      session: true,
      attributes: { secure: [argument(0), value()] },
      default: 'on',
      meaning: { words: { auto: 'request' } },
      proxy: ['php/https-behind-proxy'],
    },
  ],
});

export const contao = defineRule({
  id: 'contao',
  title: 'Contao',
  languages: ['php'],
  docs: 'https://github.com/contao/contao/blob/5.x/core-bundle/contao/library/Contao/System.php',
  triggers: ['System::setCookie('],
  packages: ['contao/core-bundle', 'contao/core'],
  surfaces: [
    {
      // https://github.com/contao/contao/blob/5.x/core-bundle/contao/library/Contao/System.php: null follows the request.
      id: 'contao/system-set-cookie',
      kind: 'write',
      match: { call: 'Contao.System.setCookie', args: [2, 7] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: keyword('blnSecure', 5),
        httpOnly: keyword('blnHttpOnly', 6),
        path: keyword('strPath', 3),
        domain: keyword('strDomain', 4),
        expires: keyword('intExpires', 2),
      },
      ...followsRequest,
    },
  ],
});

export const mediawiki = defineRule({
  id: 'mediawiki',
  title: 'MediaWiki',
  languages: ['php'],
  docs: 'https://www.mediawiki.org/wiki/Manual:$wgCookieSecure',
  triggers: ['wgCookieSecure', '->setCookie('],
  surfaces: [
    {
      // https://www.mediawiki.org/wiki/Manual:$wgCookieSecure: 'detect' follows the server's address or the request.
      id: 'mediawiki/cookie-secure',
      kind: 'session',
      match: { setting: 'wgCookieSecure' },
      defaultName: 'UserID',
      session: true,
      attributes: { secure: value() },
      default: 'off',
      meaning: { words: { detect: 'request' } },
      proxy: ['php/https-behind-proxy'],
    },
    {
      // https://doc.wikimedia.org/mediawiki-core/master/php/classMediaWiki_1_1Request_1_1WebResponse.html: $wgCookieSecure unless written.
      id: 'mediawiki/web-response',
      docs: 'https://doc.wikimedia.org/mediawiki-core/master/php/classMediaWiki_1_1Request_1_1WebResponse.html',
      kind: 'write',
      match: {
        method: 'setCookie',
        receiver: {
          paths: ['**.getRequest().response()', '**.request.response()', '**.wgRequest.response()'],
          types: ['MediaWiki.Request.WebResponse', 'WebResponse'],
        },
        args: [2, 4],
      },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: option('secure'),
        httpOnly: option('httpOnly'),
        sameSite: option('sameSite'),
        path: option('path'),
        domain: option('domain'),
        expires: argument(2),
      },
      ...followsRequest,
    },
  ],
});

export const moodle = defineRule({
  id: 'moodle',
  title: 'Moodle',
  languages: ['php'],
  docs: 'https://docs.moodle.org/405/en/HTTP_security#Secure_cookies_only',
  triggers: ['CFG->cookiesecure'],
  surfaces: [
    {
      // https://github.com/moodle/moodle/blob/main/lib/moodlelib.php: `is_moodle_cookie_secure` reads it; sites of http never have Secure.
      id: 'moodle/cookie-secure',
      kind: 'session',
      match: { assign: 'CFG.cookiesecure' },
      defaultName: 'MoodleSession',
      session: true,
      attributes: { secure: value() },
      default: 'on',
    },
  ],
});

export const nextcloud = defineRule({
  id: 'nextcloud',
  title: 'Nextcloud',
  languages: ['php'],
  docs: 'https://docs.nextcloud.com/server/latest/developer_manual/basics/controllers.html#modifying-headers',
  triggers: ['addCookie('],
  surfaces: [
    {
      // https://github.com/nextcloud/server/blob/master/lib/private/AppFramework/App.php: Secure where the server's protocol is https.
      id: 'nextcloud/add-cookie',
      kind: 'write',
      match: { method: 'addCookie', receiver: { any: true, sure: true }, args: [2, 4], imports: ['OCP', 'OC'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: { at: 'called', paths: [] }, sameSite: argument(3), expires: argument(2) },
      otherwise: { httpOnly: true, sameSite: 'Lax' },
      ...followsRequest,
      fix: {
        byHand:
          'Set `overwriteprotocol` to `https` in config.php where a proxy ends TLS. There is no edit: the cookie follows the scheme of the request.',
      },
    },
  ],
});

export const simplesamlphp = defineRule({
  id: 'simplesamlphp',
  title: 'SimpleSAMLphp',
  languages: ['php'],
  docs: 'https://simplesamlphp.org/docs/stable/simplesamlphp-install.html',
  triggers: ['session.cookie.secure'],
  surfaces: [
    {
      // https://github.com/simplesamlphp/simplesamlphp/blob/master/config/config.php.dist
      id: 'simplesamlphp/session-cookie-secure',
      docs: 'https://github.com/simplesamlphp/simplesamlphp/blob/master/config/config.php.dist',
      kind: 'session',
      match: { setting: 'config', mentions: /['"]session\.cookie\.secure['"]/ },
      name: value('session.cookie.name'),
      defaultName: 'SimpleSAMLSessionID',
      session: true,
      attributes: { secure: value('session.cookie.secure'), httpOnly: value('session.cookie.httponly') },
      default: 'off',
    },
  ],
});
