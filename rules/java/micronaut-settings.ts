/** Micronaut's settings of its session and security cookies. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import { SETTINGS_FILES, settingsRule, type SettingFacts } from './jvm-settings.js';

const micronaut: readonly SettingFacts[] = [
  {
    // https://docs.micronaut.io/latest/guide/configurationreference.html#io.micronaut.session.http.HttpSessionConfiguration
    surface: 'micronaut/http-session',
    keys: ['micronaut.session.http.cookie-secure'],
    nameKeys: ['micronaut.session.http.cookie-name'],
    defaultName: 'SESSION',
    session: true,
    default: 'request',
    sent: { packages: ['micronaut-session'] },
  },
  {
    // https://micronaut-projects.github.io/micronaut-security/latest/guide/configurationreference.html
    surface: 'micronaut/security-token-cookie',
    keys: [
      'micronaut.security.token.cookie.cookie-secure',
      'micronaut.security.token.jwt.cookie.cookie-secure',
      'micronaut.security.**.cookie.cookie-secure',
      'micronaut.security.**.cookie-secure',
    ],
    nameKeys: ['micronaut.security.token.cookie.cookie-name', 'micronaut.security.token.jwt.cookie.cookie-name'],
    defaultName: 'JWT',
    session: true,
    default: 'on',
  },
];

export const micronautSettings: Rule = settingsRule(
  {
    id: 'micronaut',
    title: 'Micronaut',
    docs: 'https://docs.micronaut.io/latest/guide/#sessions',
    triggers: ['micronaut'],
    packages: ['micronaut-session', 'micronaut-security'],
  },
  micronaut,
);

export const micronautFacts: JvmFacts = { rule: 'micronaut', family: { files: SETTINGS_FILES, profileKeys: [] }, cookies: micronaut };
