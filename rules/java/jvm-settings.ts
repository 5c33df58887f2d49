/** How a cookie that settings decide becomes a surface. */
import { defineRule, value, type CookieSurface, type Default, type ProxySurface, type Rule } from '../../src/matching/surface.js';
import type { SettingsFamily } from '../../src/project/jvm-documents.js';
import type { JvmCookie } from '../../src/project/jvm-settings.js';
import { JVM } from './jvm.js';

export const SETTINGS_LANGUAGES = ['properties', 'yaml', 'hocon', 'toml'] as const;

/** The settings files of Micronaut, Quarkus and Grails. */
export const SETTINGS_FILES = /(?:^|\/)(?:application|bootstrap|microprofile-config)(?:[-_.][\w.-]+)?\.(?:properties|ya?ml|toml)$/;

/** The settings files of Spring Boot, and what says there for which profile a document is. */
export const SPRING_FAMILY: SettingsFamily = {
  files: /(?:^|\/)(?:application|bootstrap)(?:[-_.][\w.-]+)?\.(?:properties|ya?ml)$/,
  profileKeys: ['spring.config.activate.on-profile', 'spring.profiles'],
  // https://docs.spring.io/spring-boot/reference/features/profiles.html
  active: { key: 'spring.profiles.active', variable: 'SPRING_PROFILES_ACTIVE' },
};

/** A cookie, with the facts of its surface beside those of the project model. */
export interface SettingFacts extends JvmCookie {
  readonly default: Default;
  readonly proxy?: readonly string[];
  readonly coveredBy?: readonly string[];
  readonly confidence?: CookieSurface['confidence'];
}

export const surfaceOf = (cookie: SettingFacts): CookieSurface => ({
  id: cookie.surface,
  kind: 'session',
  match: { setting: cookie.keys, relaxed: true, placeholders: 'spring' },
  session: cookie.session,
  ...(cookie.defaultName === undefined ? {} : { defaultName: cookie.defaultName }),
  attributes: { secure: value() },
  default: cookie.default,
  ...(cookie.coveredBy === undefined ? {} : { coveredBy: cookie.coveredBy }),
  ...(cookie.proxy === undefined ? {} : { proxy: cookie.proxy }),
  ...(cookie.confidence === undefined ? {} : { confidence: cookie.confidence }),
});

/** Files of a profile that production does not run with (`application-oidc-sample.yml`) say nothing about it. */
const NO_OTHER_PROFILE = /(?:^|\/)(?!(?:application|bootstrap)-(?!prod|live))[^/]+$/;

export const proxySetting = (id: string, ...keys: string[]): ProxySurface => ({
  id,
  kind: 'proxy',
  match: { setting: keys, relaxed: true, placeholders: 'spring', file: NO_OTHER_PROFILE },
  value: value(),
  speaksFor: JVM,
});

export const settingsRule = (
  rule: Omit<Rule, 'languages' | 'surfaces'>,
  cookies: readonly SettingFacts[],
  proxies: readonly ProxySurface[] = [],
): Rule => defineRule({ ...rule, languages: SETTINGS_LANGUAGES, surfaces: [...cookies.map(surfaceOf), ...proxies] });
