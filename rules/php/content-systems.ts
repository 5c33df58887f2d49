/** Drupal, TYPO3, Magento and Joomla. */
import { argument, defineRule, fixed, httpsOf, lambda, member, setter, value, type Place } from '../../src/matching/surface.js';

const option = (key: string, position: number): readonly Place[] => [
  { at: 'argument', index: 2, path: [key], plain: true },
  argument(position),
];

export const drupal = defineRule({
  id: 'drupal',
  title: 'Drupal',
  languages: ['yaml', 'php'],
  docs: 'https://git.drupalcode.org/project/drupal/-/blob/11.x/core/lib/Drupal/Core/Session/SessionConfiguration.php',
  triggers: ['session.storage.options', 'user_cookie_save('],
  packages: ['drupal/core', 'drupal/core-recommended'],
  surfaces: [
    {
      // https://git.drupalcode.org/project/drupal/-/blob/11.x/core/lib/Drupal/Core/Session/SessionConfiguration.php: what is written here is overwritten by the request's scheme.
      id: 'drupal/session-storage-options',
      kind: 'session',
      match: { setting: 'parameters.session.storage.options.cookie_secure', languages: ['yaml'] },
      defaultName: 'SESS',
      session: true,
      attributes: { secure: fixed('request') },
      default: 'request',
      meaning: { words: { request: 'request' } },
      fix: {
        byHand:
          'Enforce HTTPS, and set `reverse_proxy` in settings.php where a proxy ends TLS. There is no edit: Drupal overwrites this setting by the scheme of the request.',
      },
    },
    {
      // https://api.drupal.org/api/drupal/core%21modules%21user%21user.module/function/user_cookie_save: `setrawcookie` without Secure, for each entry.
      id: 'drupal/user-cookie-save',
      docs: 'https://api.drupal.org/api/drupal/core%21modules%21user%21user.module/function/user_cookie_save',
      kind: 'write',
      match: { call: 'user_cookie_save', args: [1, 2] },
      defaultName: 'Drupal.visitor',
      // There is no argument for it.
      attributes: { secure: lambda('secure') },
      default: 'off',
    },
  ],
});

export const typo3 = defineRule({
  id: 'typo3',
  title: 'TYPO3',
  languages: ['php'],
  docs: 'https://docs.typo3.org/m/typo3/reference-coreapi/10.4/en-us/Configuration/Typo3ConfVars/SYS.html#cookiesecure',
  triggers: ['cookieSecure'],
  packages: ['typo3/cms-core'],
  surfaces: [
    {
      // https://docs.typo3.org/m/typo3/reference-coreapi/10.4/en-us/Configuration/Typo3ConfVars/SYS.html#cookiesecure: 2 follows the request; later versions always do.
      id: 'typo3/cookie-secure',
      docs: 'https://docs.typo3.org/m/typo3/reference-coreapi/10.4/en-us/Configuration/Typo3ConfVars/SYS.html#cookiesecure',
      kind: 'session',
      match: [
        { assign: ['GLOBALS.TYPO3_CONF_VARS.SYS.cookieSecure', 'TYPO3_CONF_VARS.SYS.cookieSecure'] },
        { setting: 'SYS.cookieSecure', languages: ['php'] },
      ],
      defaultName: 'be_typo_user',
      session: true,
      attributes: { secure: value() },
      default: 'request',
      meaning: { words: { 0: 'off', 1: 'on', 2: 'request' } },
    },
  ],
});

export const magento = defineRule({
  id: 'magento',
  title: 'Magento',
  languages: ['php'],
  docs: 'https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Stdlib/Cookie/PhpCookieManager.php',
  triggers: [
    'createPublicCookieMetadata',
    'createSensitiveCookieMetadata',
    'setPublicCookie(',
    'PublicCookieMetadata(',
    ['base_url', 'unsecure'],
  ],
  packages: ['magento/framework', 'magento/product-community-edition', 'magento/magento2-base'],
  surfaces: [
    {
      id: 'magento/cookie-metadata',
      docs: 'https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Stdlib/Cookie/PhpCookieManager.php',
      kind: 'write',
      match: [
        { method: 'createPublicCookieMetadata', receiver: { any: true, sure: true } },
        { call: 'Magento.Framework.Stdlib.Cookie.PublicCookieMetadata' },
      ],
      attributes: {
        secure: [setter('setSecure'), argument(0, 'secure')],
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSite'),
        path: setter('setPath'),
        domain: setter('setDomain'),
        maxAge: setter('setDuration'),
      },
      default: 'off',
    },
    {
      // https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Stdlib/Cookie/PhpCookieManager.php: without metadata.
      id: 'magento/set-public-cookie',
      docs: 'https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Stdlib/Cookie/PhpCookieManager.php',
      kind: 'write',
      match: { method: 'setPublicCookie', receiver: { any: true, sure: true }, args: [2, 2] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: argument(2, 'secure') },
      default: 'off',
    },
    {
      // The sensitive kind is believed to follow the request.
      id: 'magento/cookie-metadata',
      kind: 'write',
      match: { method: 'createSensitiveCookieMetadata', receiver: { any: true } },
      attributes: {
        secure: [setter('setSecure'), argument(0, 'secure')],
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSite'),
        path: setter('setPath'),
        domain: setter('setDomain'),
      },
      default: 'request',
      confidence: 'low',
    },
    {
      // https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Session/Config.php: only where both base URLs are HTTPS.
      id: 'magento/session-cookie',
      docs: 'https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Session/Config.php',
      kind: 'session',
      match: { entry: 'web.unsecure.base_url' },
      defaultName: 'PHPSESSID',
      session: true,
      attributes: { secure: httpsOf(value()) },
      default: 'request',
      confidence: 'medium',
      fix: { unsafe: 'both base URLs have to be HTTPS' },
    },
  ],
});

export const joomla = defineRule({
  id: 'joomla',
  title: 'Joomla',
  languages: ['php'],
  docs: 'https://github.com/joomla/joomla-cms/blob/5.4-dev/plugins/authentication/cookie/src/Extension/Cookie.php',
  triggers: ['JConfig', 'cookie->set('],
  surfaces: [
    {
      // https://docs.joomla.org/Global_Configuration: 0 nowhere, 1 for administrators, 2 for the whole site.
      id: 'joomla/force-ssl',
      docs: 'https://docs.joomla.org/Global_Configuration',
      kind: 'session',
      match: { class: { name: /^JConfig$/, member: 'force_ssl' } },
      defaultName: 'joomla_remember_me',
      session: true,
      attributes: { secure: member('force_ssl') },
      default: 'off',
      meaning: { words: { 0: 'off', 1: 'off', 2: 'on' } },
    },
    {
      id: 'joomla/force-ssl',
      docs: 'https://api.joomla.org/framework-3/classes/Joomla.Input.Cookie.html#method_set',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { paths: ['**.input.cookie', '**.getInput().cookie'], names: ['input.cookie'] },
        args: [2, 7],
        mentions: /\bJoomla\b|_JEXEC|\bJFactory\b/,
      },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: option('secure', 5),
        httpOnly: option('httponly', 6),
        path: option('path', 3),
        domain: option('domain', 4),
        expires: option('expires', 2),
      },
      default: 'off',
    },
  ],
});
