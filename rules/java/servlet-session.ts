/** The container's session where nothing configures it: servlets, Spring MVC, JSF and Struts on a server of their own. */
import { defineRule, type Rule } from '../../src/matching/surface.js';
import type { Conditions, JvmFacts } from '../../src/project/jvm-settings.js';
import type { SettingFacts } from './jvm-settings.js';
import { nowhere } from './jvm.js';
import { session } from './xml-places.js';

/** A page makes a session unless it says otherwise: https://jakarta.ee/specifications/pages/3.1/jakarta-server-pages-spec-3.1#the-page-directive */
export const PAGES: NonNullable<Conditions['files']> = { path: /\.jspx?$/, unlessSays: /\bsession\s*=\s*["']false["']/ };

/** Code that makes the container's session. */
const SESSIONS =
  /\b(?:\w*[rR]eq(?:uest)?|getRequest\(\)|getHttpServletRequest\(\)|\w+Request)\.getSession\(\s*(?:true\s*)?\)|\bsetSessionAttr\(/;
/** Spring gives a handler the session, made if need be: https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller/ann-methods/arguments.html */
const INJECTED =
  /@(?:Request|Get|Post|Put|Patch|Delete)Mapping\b[^;]{0,400}\b(?:HttpSession\s{1,9}\w{1,99}|\w{1,99}\s{0,9}:\s{0,9}HttpSession)\s{0,9}[,)]|@SessionAttributes\b|@SessionScope\b/;
/** https://struts.apache.org/core-developers/accessing-application-session-request-objects */
const STRUTS = /\bActionContext\.getContext\(\)\.getSession\(\)|\bimplements\b[^{]{0,300}\bSession(?:Map)?Aware\b/;
/** https://jakarta.ee/specifications/faces/4.0/apidocs/jakarta/faces/context/externalcontext */
const FACES =
  /\b(?:getExternalContext\(\)|[eE]xternalContext)\.(?:getSession\(\s*true\s*\)|getSessionMap\(\))|\bimport\s+(?:javax|jakarta)\.(?:enterprise\.context|faces\.bean)\.SessionScoped\b[\s\S]*@SessionScoped\b/;
/** https://docs.spring.io/spring-security/reference/servlet/authentication/session-management.html */
const LOGINS = /^(?=[\s\S]*(?<!Server)\bHttpSecurity\b)[\s\S]*?\b(?:formLogin|oauth2Login|saml2Login)\b/;

/** Places that configure the cookie, or have it sent by something else. */
const CONFIGURED = [
  'servlet/web-xml-cookie-config',
  'servlet/session-cookie-config',
  'spring-boot/server-session-cookie',
  'jetty/session-handler',
  'weblogic/session-descriptor-cookie-secure',
  'liberty/http-session-cookie-secure',
  'javalin/session',
  'spark-java/session',
];
/** Programs whose framework has settings for it, or runs on no servlet container. */
const OTHERWISE = [
  'spring-boot',
  'spring-boot-starter',
  'spring-boot-starter-parent',
  'spring-boot-starter-web',
  'spring-boot-starter-webmvc',
  'spring-boot-starter-webflux',
  'spring-boot-dependencies',
  'spring-boot-gradle-plugin',
  'org.springframework.boot',
  'grails-core',
  'javalin',
  'spark-core',
  'dropwizard-core',
  'quarkus-vertx-http',
];

/** Programs that are seen to run in a servlet container, without a descriptor. */
const CONTAINED = [
  'war',
  'servlet-api',
  'javax.servlet-api',
  'jakarta.servlet-api',
  'javaee-api',
  'javaee-web-api',
  'jakarta.jakartaee-api',
  'jakarta.jakartaee-web-api',
  'spring-webmvc',
  'struts2-core',
  'tomcat-embed-core',
  'jetty-servlet',
  'quarkus-undertow',
  'jfinal',
  'jboot',
];

const cookies: readonly SettingFacts[] = [
  {
    // https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0#session-tracking-mechanisms: it gets Secure only if something says so, or the request came by HTTPS.
    surface: 'servlet/container-session',
    keys: [],
    defaultName: 'JSESSIONID',
    session: true,
    default: 'request',
    proxy: session.proxy,
    withoutFile: { packages: CONTAINED },
    sent: {
      unlessPackages: OTHERWISE,
      unlessLibrary: true,
      unlessMatched: CONFIGURED,
      unlessCode: /\bCookieSerializer\b|HeaderHttpSessionIdResolver|\bDefaultWebSessionManager\b|\bSessionHandler\(/,
      any: [{ code: SESSIONS }, { code: INJECTED }, { code: STRUTS }, { code: FACES }, { code: LOGINS }, { files: PAGES }],
    },
  },
];

const facts: Omit<Rule, 'surfaces' | 'languages' | 'triggers'> = {
  id: 'servlet',
  title: 'Jakarta Servlet',
  docs: 'https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0',
};

export const servletSessionRules: readonly Rule[] = [
  defineRule({
    ...facts,
    languages: ['xml'],
    triggers: ['<web-app'],
    surfaces: [
      {
        ...session,
        id: 'servlet/container-session',
        // The project model finds it: it is written nowhere.
        match: { setting: '**.container-session.nowhere' },
        attributes: { secure: nowhere },
        default: 'request',
      },
    ],
  }),
  /** Code that only tells whether the app makes sessions makes no site; these triggers have it read. */
  defineRule({
    ...facts,
    languages: ['java', 'kotlin', 'scala'],
    triggers: [
      'getSession(',
      'setSessionAttr(',
      'HttpSession',
      '@SessionAttributes',
      '@SessionScope',
      'SessionScoped',
      'SessionAware',
      'SessionMapAware',
      'getSessionMap(',
      'formLogin',
      'oauth2Login',
      'saml2Login',
    ],
    surfaces: [],
  }),
];

export const servletFacts: JvmFacts = { rule: 'servlet', family: { files: /(?:^|\/)WEB-INF\/web\.xml$/, profileKeys: [] }, cookies };
