/** The settings of Shiro's Spring Boot starter. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import { settingsRule, SPRING_FAMILY, type SettingFacts } from './jvm-settings.js';

const STARTERS = ['shiro-spring-boot-web-starter', 'shiro-spring-boot-starter'];

/** A login that asks to be remembered. */
const REMEMBERED =
  /\bsetRememberMe\(|\bUsernamePasswordToken\((?:[^()]|\([^()]*\))*,(?:[^()]|\([^()]*\))*,|\bRememberMeAuthenticationToken\b/;

// https://shiro.apache.org/spring-boot.html#configuration-properties: `secure` is false for both.
const cookies: readonly SettingFacts[] = [
  {
    surface: 'shiro/spring-boot-properties',
    keys: ['shiro.session-manager.cookie.secure'],
    nameKeys: ['shiro.session-manager.cookie.name'],
    defaultName: 'JSESSIONID',
    session: true,
    default: 'off',
    confidence: 'low',
    sent: { packages: STARTERS, values: { 'shiro.user-native-session-manager': ['true'] }, unlessCode: /\bDefaultWebSessionManager\b/ },
  },
  {
    surface: 'shiro/spring-boot-remember-me',
    keys: ['shiro.remember-me-manager.cookie.secure'],
    nameKeys: ['shiro.remember-me-manager.cookie.name'],
    defaultName: 'rememberMe',
    session: true,
    default: 'off',
    sent: { packages: STARTERS, code: REMEMBERED, unlessCode: /\bCookieRememberMeManager\b/ },
  },
];

export const shiroSettings: Rule = settingsRule(
  { id: 'shiro', title: 'Apache Shiro', docs: 'https://shiro.apache.org/spring-boot.html', triggers: ['shiro'], packages: STARTERS },
  cookies,
);

export const shiroFacts: JvmFacts = { rule: 'shiro', family: SPRING_FAMILY, cookies };
