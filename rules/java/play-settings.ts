/** Cookies that Play, akka-http-session and pekko-http-session read from HOCON. */
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import type { Rule } from '../../src/matching/surface.js';
import { settingsRule, type SettingFacts } from './jvm-settings.js';

const play: readonly SettingFacts[] = [
  {
    // https://www.playframework.com/documentation/3.0.x/SettingsSession; the first name is that of Play 2.4 and later.
    surface: 'play/http-session-secure',
    keys: ['play.http.session.secure', 'session.secure'],
    nameKeys: ['play.http.session.cookieName', 'session.cookieName'],
    defaultName: 'PLAY_SESSION',
    session: true,
    default: 'off',
    sent: {
      any: [
        { settings: ['play.http.session.**'] },
        { packages: ['PlayScala', 'PlayJava', 'play-server', 'sbt-plugin'], code: /\.withSession\(|\.addingToSession\(|\bsession\b/ },
      ],
    },
  },
  {
    // Only the flash cookie's domain inherits from the session's: https://github.com/playframework/playframework/blob/main/core/play/src/main/resources/reference.conf
    surface: 'play/http-flash-secure',
    keys: ['play.http.flash.secure'],
    nameKeys: ['play.http.flash.cookieName'],
    defaultName: 'PLAY_FLASH',
    session: false,
    default: 'off',
    sent: { any: [{ settings: ['play.http.flash.**'] }, { code: /\.flashing\(/ }] },
  },
  {
    // https://www.playframework.com/documentation/3.0.x/ScalaI18N
    surface: 'play/i18n-lang-cookie-secure',
    keys: ['play.i18n.langCookieSecure'],
    nameKeys: ['play.i18n.langCookieName'],
    defaultName: 'PLAY_LANG',
    session: false,
    default: 'off',
    sent: { code: /\.withLang\(|\.setLang\(|\bsetTransientLang\(/ },
  },
  {
    // https://www.playframework.com/documentation/3.0.x/ScalaCsrf: the token has a cookie of its own only where that has a name.
    surface: 'play/filters-csrf-cookie-secure',
    keys: ['play.filters.csrf.cookie.secure', 'play.http.session.secure'],
    nameKeys: ['play.filters.csrf.cookie.name'],
    session: true,
    default: 'off',
    only: { settings: ['play.filters.csrf.cookie.name'] },
    sent: { settings: ['play.filters.csrf.cookie.name'] },
  },
];

/** Each of the three has a switch of its own: https://github.com/softwaremill/akka-http-session */
const akkaSession: readonly SettingFacts[] = (
  [
    ['cookie.secure', '_sessiondata'],
    ['csrf.cookie.secure', 'XSRF-TOKEN'],
    ['refresh-token.cookie.secure', '_refreshtoken'],
  ] as const
).map(([key, name]) => ({
  surface: 'akka-http-session/cookie-secure',
  keys: [`akka.http.session.${key}`, `pekko.http.session.${key}`],
  defaultName: name,
  session: true,
  default: 'off',
  sent: { settings: ['akka.http.session.**', 'pekko.http.session.**'] },
}));

export const playSettingsRules: readonly Rule[] = [
  settingsRule(
    {
      id: 'play',
      title: 'Play Framework',
      docs: 'https://www.playframework.com/documentation/3.0.x/SettingsSession',
      triggers: ['play', 'session', 'langCookie', 'csrf'],
      packages: ['PlayScala', 'PlayJava'],
    },
    play,
  ),
  settingsRule(
    {
      id: 'akka-http-session',
      title: 'akka-http-session',
      docs: 'https://github.com/softwaremill/akka-http-session',
      triggers: ['session'],
      packages: ['akka-http-session'],
    },
    akkaSession,
  ),
];

const FILES = /(?:^|\/)(?:conf\/[^/]+|application[^/]*|reference(?:-overrides)?|prod(?:uction)?)\.conf$/;

export const playFacts: readonly JvmFacts[] = [
  { rule: 'play', family: { files: FILES, profileKeys: [] }, cookies: play },
  { rule: 'akka-http-session', family: { files: FILES, profileKeys: [] }, cookies: akkaSession },
];
