/** Settings of Micronaut, Quarkus and Grails: the same kinds of files as Spring Boot's, with keys of their own. */
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import type { Rule } from '../../src/matching/surface.js';
import { proxySetting, settingsRule, type SettingFacts } from './jvm-settings.js';

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
    keys: ['micronaut.security.token.cookie.cookie-secure', 'micronaut.security.token.jwt.cookie.cookie-secure', 'micronaut.security.**.cookie.cookie-secure', 'micronaut.security.**.cookie-secure'],
    nameKeys: ['micronaut.security.token.cookie.cookie-name', 'micronaut.security.token.jwt.cookie.cookie-name'],
    defaultName: 'JWT',
    session: true,
    default: 'on',
  },
];

const QUARKUS_PROXY = ['quarkus/proxy-address-forwarding'];

const quarkus: readonly SettingFacts[] = [
  {
    // https://quarkus.io/guides/security-authentication-mechanisms#form-auth: there is no key for Secure.
    surface: 'quarkus/form-auth',
    keys: [],
    nameKeys: ['quarkus.http.auth.form.cookie-name'],
    defaultName: 'quarkus-credential',
    session: true,
    default: 'request',
    proxy: QUARKUS_PROXY,
    sent: { values: { 'quarkus.http.auth.form.enabled': ['true'], 'quarkus.http.auth.form': ['true'] } },
  },
  {
    // https://quarkus.io/guides/security-oidc-configuration-properties-reference
    surface: 'quarkus/oidc-cookie-force-secure',
    keys: ['quarkus.oidc.authentication.cookie-force-secure', 'quarkus.oidc.*.authentication.cookie-force-secure'],
    defaultName: 'q_session',
    session: true,
    default: 'request',
    proxy: QUARKUS_PROXY,
    sent: { values: { 'quarkus.oidc.application-type': ['web-app', 'hybrid', 'web_app'] } },
  },
  {
    // https://quarkus.io/guides/security-csrf-prevention
    surface: 'quarkus/rest-csrf-cookie-force-secure',
    keys: ['quarkus.rest-csrf.cookie-force-secure', 'quarkus.csrf-reactive.cookie-force-secure'],
    nameKeys: ['quarkus.rest-csrf.cookie-name', 'quarkus.csrf-reactive.cookie-name'],
    defaultName: 'csrf-token',
    session: true,
    default: 'request',
    proxy: QUARKUS_PROXY,
    confidence: 'medium',
    sent: { any: [{ settings: ['quarkus.rest-csrf.**', 'quarkus.csrf-reactive.**'] }, { packages: ['quarkus-rest-csrf', 'quarkus-csrf-reactive'] }] },
  },
  {
    // https://quarkus.io/guides/http-reference#same-site-cookie: Secure is added to SameSite=None unless that is switched off.
    surface: 'quarkus/same-site-cookie',
    keys: ['quarkus.http.same-site-cookie.*.add-secure-for-none'],
    session: false,
    default: 'on',
    confidence: 'medium',
  },
];

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

export const jvmFrameworkRules: readonly Rule[] = [
  settingsRule({ id: 'micronaut', title: 'Micronaut', docs: 'https://docs.micronaut.io/latest/guide/#sessions', triggers: ['micronaut'], packages: ['micronaut-session', 'micronaut-security'] }, micronaut),
  settingsRule({ id: 'quarkus', title: 'Quarkus', docs: 'https://quarkus.io/guides/http-reference', triggers: ['quarkus'], packages: ['quarkus-vertx-http', 'quarkus-rest', 'quarkus-oidc'] }, quarkus, [
    // https://quarkus.io/guides/http-reference#reverse-proxy
    proxySetting('quarkus/proxy-address-forwarding', 'quarkus.http.proxy.proxy-address-forwarding', 'quarkus.http.proxy.allow-forwarded', 'quarkus.http.proxy.allow-x-forwarded'),
  ]),
  settingsRule({ id: 'grails', title: 'Grails', docs: 'https://grails.github.io/grails-spring-security-core/latest/index.html', triggers: ['springsecurity'], packages: ['spring-security-core'] }, grails),
];

const FILES = /(?:^|\/)(?:application|bootstrap|microprofile-config)(?:[-_.][\w.-]+)?\.(?:properties|ya?ml|toml)$/;

export const jvmFrameworkFacts: readonly JvmFacts[] = [
  { rule: 'micronaut', family: { files: FILES, profileKeys: [] }, cookies: micronaut },
  { rule: 'quarkus', family: { files: FILES, profileKeys: ['quarkus.config.profile'] }, cookies: quarkus },
  { rule: 'grails', family: { files: FILES, profileKeys: [] }, cookies: grails },
];
