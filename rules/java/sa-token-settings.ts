/** Sa-Token's settings inside Spring Boot. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import { settingsRule, SPRING_FAMILY, type SettingFacts } from './jvm-settings.js';

const cookies: readonly SettingFacts[] = [
  {
    // https://sa-token.cc/doc.html#/use/config: SaCookieConfig.secure is false.
    surface: 'sa-token/cookie-secure',
    keys: ['sa-token.cookie.secure'],
    nameKeys: ['sa-token.token-name'],
    defaultName: 'satoken',
    session: true,
    default: 'off',
    sent: { settings: ['sa-token.**'], unlessFalse: ['sa-token.is-read-cookie'], unlessCode: /SaCookieConfig\b/ },
  },
];

export const saTokenSettings: Rule = settingsRule(
  {
    id: 'sa-token',
    title: 'Sa-Token',
    docs: 'https://sa-token.cc/doc.html#/use/config',
    triggers: ['sa-token'],
    packages: ['sa-token-spring-boot-starter', 'sa-token-core'],
  },
  cookies,
);

export const saTokenFacts: JvmFacts = { rule: 'sa-token', family: SPRING_FAMILY, cookies, shared: ['sa-token/cookie-secure'] };
