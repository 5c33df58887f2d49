/** Grails: the settings of its Spring Security plugin. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import { SETTINGS_FILES, settingsRule, type SettingFacts } from './jvm-settings.js';

const grails: readonly SettingFacts[] = [
  {
    // https://grails.github.io/grails-spring-security-core/latest/index.html#rememberMe
    surface: 'grails/spring-security-remember-me',
    keys: ['grails.plugin.springsecurity.rememberMe.useSecureCookie'],
    nameKeys: ['grails.plugin.springsecurity.rememberMe.cookieName'],
    defaultName: 'grails_remember_me',
    session: true,
    default: 'request',
    confidence: 'low',
  },
];

export const grailsSettings: Rule = settingsRule(
  {
    id: 'grails',
    title: 'Grails',
    docs: 'https://grails.github.io/grails-spring-security-core/latest/index.html',
    triggers: ['springsecurity'],
    packages: ['spring-security-core'],
  },
  grails,
);

export const grailsFacts: JvmFacts = { rule: 'grails', family: { files: SETTINGS_FILES, profileKeys: [] }, cookies: grails };
