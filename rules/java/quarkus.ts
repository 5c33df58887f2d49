/** Quarkus's settings of the cookies that its extensions send. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import { proxySetting, SETTINGS_FILES, settingsRule, type SettingFacts } from './jvm-settings.js';

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
    sent: {
      any: [
        { settings: ['quarkus.rest-csrf.**', 'quarkus.csrf-reactive.**'] },
        { packages: ['quarkus-rest-csrf', 'quarkus-csrf-reactive'] },
      ],
    },
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

export const quarkusSettings: Rule = settingsRule(
  {
    id: 'quarkus',
    title: 'Quarkus',
    docs: 'https://quarkus.io/guides/http-reference',
    triggers: ['quarkus'],
    packages: ['quarkus-vertx-http', 'quarkus-rest', 'quarkus-oidc'],
  },
  quarkus,
  [
    // https://quarkus.io/guides/http-reference#reverse-proxy
    proxySetting(
      'quarkus/proxy-address-forwarding',
      'quarkus.http.proxy.proxy-address-forwarding',
      'quarkus.http.proxy.allow-forwarded',
      'quarkus.http.proxy.allow-x-forwarded',
    ),
  ],
);

export const quarkusFacts: JvmFacts = {
  rule: 'quarkus',
  family: { files: SETTINGS_FILES, profileKeys: ['quarkus.config.profile'] },
  cookies: quarkus,
};
