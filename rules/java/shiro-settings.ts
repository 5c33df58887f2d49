/** The settings of Shiro's Spring Boot starter. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import { settingsRule, SPRING_FAMILY, type SettingFacts } from './jvm-settings.js';

const cookies: readonly SettingFacts[] = [
  {
    // https://shiro.apache.org/spring-boot.html#configuration-properties
    surface: 'shiro/spring-boot-properties',
    keys: ['shiro.session-manager.cookie.secure', 'shiro.remember-me-manager.cookie.secure'],
    nameKeys: ['shiro.session-manager.cookie.name'],
    session: true,
    default: 'off',
    confidence: 'low',
  },
];

export const shiroSettings: Rule = settingsRule({ id: 'shiro', title: 'Apache Shiro', docs: 'https://shiro.apache.org/spring-boot.html', triggers: ['shiro'], packages: ['shiro-spring-boot-web-starter', 'shiro-spring-boot-starter'] }, cookies);

export const shiroFacts: JvmFacts = { rule: 'shiro', family: SPRING_FAMILY, cookies };
