/** Spring Boot's settings of its session cookie. */
import type { Conditions, JvmFacts } from '../../src/project/jvm-settings.js';
import { argument, defineRule, setter, value, type Rule } from '../../src/matching/surface.js';
import { PAGES } from './servlet-session.js';
import { proxySetting, settingsRule, SPRING_FAMILY, type SettingFacts } from './jvm-settings.js';
import { SERVLET_PROXIES } from './servlet.js';

/** Code that makes or reads a session, or logs in by one. https://docs.spring.io/spring-security/reference/servlet/authentication/session-management.html */
const SESSIONS =
  /\bHttpSession\b|@SessionAttributes?\b|@SessionScope\b|\b(?:req|request|[rR]equest\(\))\.getSession\(|\bWebSession\b|\bformLogin\(|\boauth2Login\(|\bsaml2Login\(|\bEnableRedisHttpSession\b|\bEnableJdbcHttpSession\b|\bformLogin\s*\{|\boauth2Login\s*\{/;
/** A login that the servlet stack's session remembers. */
const LOGINS = /(?<!Server)HttpSecurity\b(?:(?!(?<!Server)HttpSecurity\b)[\s\S])*\b(?:formLogin|oauth2Login|saml2Login)\(/;
/** Shiro keeps logins in the container's session, unless it is told otherwise: https://shiro.apache.org/web.html#servlet-container-sessions */
const SHIRO: Conditions = {
  code: /\bSecurityUtils\.getSubject\(|\bsubject\.login\(/i,
  unlessValues: { 'shiro.user-native-session-manager': ['true'] },
  unlessCode: /\bsetSessionStorageEnabled\(\s*false|\bsetSessionCreationEnabled\(\s*false/,
};
/** Code that sends no session cookie of the container's, or configures it itself (then that is the site). */
const ELSEWHERE =
  /\bCookieSerializer\b|HeaderHttpSessionIdResolver|HeaderWebSessionIdResolver|CookieWebSessionIdResolver|\bDefaultWebSessionManager\b|NoOpServerSecurityContextRepository/;

/** Chains of filters that remember nobody: where every chain is one, no login makes a session. Another chain's login does. */
const STATELESS: NonNullable<Conditions['unlessEvery']> = {
  of: /\bSecurityFilterChain\s+\w+\s*\(|\bfun\s+\w+\s*\((?:(?!\bfun\s)[^)])*\bHttpSecurity\b(?:(?!\bfun\s)[^)])*\)|\bvoid\s+\w+\s*\(\s*(?:final\s+)?HttpSecurity\s+\w+\s*\)/g,
  is: /SessionCreationPolicy\.(?:STATELESS|NEVER)\b/g,
  // What a controller asks for itself it gets, whatever the chains remember.
  unless: /@SessionAttributes?\b|@SessionScope\b|\bHttpSession\s+\w+\s*[,)]|\b\w+\s*:\s*HttpSession\b/,
};

const WEBFLUX = ['spring-boot-starter-webflux', 'spring-cloud-starter-gateway'];
const SERVLET = [
  'spring-boot-starter-web',
  'spring-boot-starter-webmvc',
  'spring-boot-starter-thymeleaf',
  'spring-boot-starter-undertow',
  'spring-boot-starter-jetty',
  'vaadin-spring-boot-starter',
];
/** A program that is started, not a library for others. https://docs.spring.io/spring-boot/reference/using/using-the-springbootapplication-annotation.html */
const STARTED: Conditions = {
  unlessLibrary: true,
  files: {
    path: /\.(?:java|kt|kts|groovy|scala)$/,
    says: /@SpringBootApplication\b|\bSpringApplication\b|\brunApplication<|\bSpringBootServletInitializer\b/,
  },
};
/** Its interface lives in the container's session: https://vaadin.com/docs/latest/flow/advanced/application-lifecycle */
const VAADIN = ['vaadin-spring-boot-starter', 'vaadin-spring'];
const STORES = [
  'spring-session-core',
  'spring-session-data-redis',
  'spring-session-jdbc',
  'spring-session-hazelcast',
  'spring-boot-starter-session-data-redis',
  'spring-boot-starter-session-jdbc',
];

/** https://docs.grails.org/latest/guide/single.html#controllers: `session` and `flash` of a controller make the container's. */
const GRAILS = ['grails-core', 'grails-web-boot', 'grails-dependencies', 'grails-bom'];
const GRAILS_SESSIONS: NonNullable<Conditions['files']> = {
  path: /(?:^|\/)grails-app\/.*\.(?:groovy|gsp)$/,
  says: /(?<![.\w])(?:session|flash)\s*(?:\.|\[)|\bspringSecurityService\b|\bSecurityUtils\.subject\b/,
};

const cookies: readonly SettingFacts[] = [
  {
    // https://docs.spring.io/spring-boot/appendix/application-properties/index.html#application-properties.server.server.servlet.session.cookie.secure
    surface: 'spring-boot/server-servlet-session-cookie-secure',
    keys: ['server.servlet.session.cookie.secure'],
    nameKeys: ['server.servlet.session.cookie.name'],
    defaultName: 'JSESSIONID',
    session: true,
    default: 'request',
    proxy: SERVLET_PROXIES,
    coveredBy: ['servlet/session-cookie-config', 'spring-boot/server-session-cookie'],
    withoutFile: STARTED,
    sent: {
      unlessCode: ELSEWHERE,
      unlessEvery: STATELESS,
      any: [
        {
          packages: SERVLET,
          any: [
            { code: SESSIONS },
            SHIRO,
            { packages: [...STORES, ...VAADIN] },
            { files: PAGES },
            { settings: ['server.servlet.session.**', 'spring.session.**'] },
          ],
        },
        { packages: GRAILS, files: GRAILS_SESSIONS },
        // The web starter may be a dependency of another module of the build.
        {
          packages: [...STORES, 'spring-boot-starter-oauth2-client', 'spring-boot-starter-security'],
          unlessPackages: WEBFLUX,
          code: LOGINS,
        },
      ],
    },
  },
  {
    // https://docs.spring.io/spring-boot/appendix/application-properties/index.html#application-properties.server.server.reactive.session.cookie.secure
    surface: 'spring-boot/server-reactive-session-cookie-secure',
    keys: ['server.reactive.session.cookie.secure'],
    nameKeys: ['server.reactive.session.cookie.name'],
    defaultName: 'SESSION',
    session: true,
    default: 'request',
    proxy: SERVLET_PROXIES,
    coveredBy: ['spring-boot/server-session-cookie'],
    withoutFile: STARTED,
    sent: {
      packages: WEBFLUX,
      unlessPackages: SERVLET,
      unlessCode: ELSEWHERE,
      unlessEvery: STATELESS,
      any: [{ code: SESSIONS }, { packages: STORES }, { settings: ['server.reactive.session.**', 'spring.session.**'] }],
    },
  },
  {
    // Boot 1.x; from 2.0 on the key is dead: https://github.com/spring-projects/spring-boot/wiki/Spring-Boot-2.0-Migration-Guide#servlet-specific-server-properties
    surface: 'spring-boot/server-session-cookie-secure-1x',
    keys: ['server.session.cookie.secure'],
    nameKeys: ['server.session.cookie.name'],
    defaultName: 'JSESSIONID',
    session: true,
    default: 'request',
    proxy: SERVLET_PROXIES,
  },
  {
    // An application's own switch is judged where its code reads it; a repository of settings alone has no such place.
    surface: 'jvm/app-own-cookie-property',
    keys: ['*.cookie.secure', '*.*.cookie.secure', '*.cookie-secure', '*.*.cookie-secure', '*.secure-cookie', '*.*.secure-cookie'],
    session: false,
    default: 'off',
    confidence: 'low',
    only: { settingsOnly: true },
    leftover: true,
  },
];

const rule = settingsRule(
  {
    id: 'spring',
    title: 'Spring Boot',
    docs: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
    triggers: [
      'cookie.secure',
      'cookie:',
      'cookie-secure',
      'secure-cookie',
      'session:',
      'session.',
      'forward-headers-strategy',
      'forwardHeadersStrategy',
      'use-forward-headers',
      'useForwardHeaders',
      'protocol-header',
      'protocolHeader',
      'grails:',
    ],
    packages: SERVLET,
  },
  cookies,
  [
    // https://docs.spring.io/spring-boot/how-to/webserver.html#howto.webserver.use-behind-a-proxy-server
    proxySetting('spring-boot/forward-headers-strategy', 'server.forward-headers-strategy', 'server.use-forward-headers'),
    proxySetting('spring-boot/server-tomcat-remoteip', 'server.tomcat.remoteip.protocol-header', 'server.tomcat.protocol-header'),
  ],
);

/** Code that only tells whether the app sends sessions makes no site; these triggers have it read. */
const signs: Rule = defineRule({
  id: 'spring',
  title: 'Spring Boot',
  languages: ['java', 'kotlin'],
  docs: 'https://docs.spring.io/spring-boot/reference/web/servlet.html',
  triggers: [
    'HttpSession',
    '@SessionAttribute',
    '@SessionScope',
    'getSession(',
    'WebSession',
    'formLogin',
    'oauth2Login',
    'saml2Login',
    'SessionCreationPolicy',
    'HttpSessionIdResolver',
    'SecurityContextRepository',
    'SecurityUtils.getSubject(',
    'UsernamePasswordToken(',
    'setRememberMe(',
    'DefaultWebSessionManager',
    'setSessionStorageEnabled',
    'setSessionCreationEnabled',
  ],
  surfaces: [],
});

const sessions = ['Session()', 'Session', 'getSession()', 'session'].map((session) => `**.${session}`);
const ofServer = sessions.flatMap((session) => [`${session}.getCookie()`, `${session}.cookie`]);

/** The objects behind the settings, which code may change: a customizer of the server, or `ServerProperties`. */
const server: Rule = defineRule({
  id: 'spring',
  title: 'Spring Boot',
  languages: ['java', 'kotlin'],
  docs: 'https://docs.spring.io/spring-boot/how-to/webserver.html#howto.webserver.configure',
  triggers: ['springframework.boot'],
  surfaces: [
    {
      id: 'spring-boot/server-session-cookie',
      docs: 'https://docs.spring.io/spring-boot/api/java/org/springframework/boot/web/server/Cookie.html',
      kind: 'policy',
      match: { method: 'setSecure', receiver: { paths: ofServer }, args: [1, 1], imports: ['org.springframework.boot'] },
      secure: argument(0),
      default: 'off',
      cookie: { defaultName: 'JSESSIONID', session: true },
    },
    {
      id: 'spring-boot/server-session-cookie',
      kind: 'policy',
      match: { assign: ofServer.map((path) => `${path}.secure`), imports: ['org.springframework.boot'] },
      secure: value(),
      default: 'off',
      cookie: { defaultName: 'JSESSIONID', session: true },
    },
    {
      id: 'spring-boot/server-session-cookie',
      kind: 'session',
      match: {
        call: ['org.springframework.boot.web.server.Cookie', 'org.springframework.boot.web.servlet.server.Session.Cookie'],
        args: [0, 0],
      },
      needs: [setter('setSecure')],
      defaultName: 'JSESSIONID',
      session: true,
      attributes: { secure: setter('setSecure') },
      default: 'request',
    },
  ],
});

export const springBootRules: readonly Rule[] = [rule, signs, server];

export const springBootFacts: JvmFacts = { rule: 'spring', family: SPRING_FAMILY, cookies };
