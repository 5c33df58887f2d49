/** Deployment descriptors of servlet containers: web.xml, WebLogic, Liberty, Tomcat, WildFly; Spring Security's XML. */
import { defineRule, value, type CookieSurface, type Place, type Rule } from '../../src/matching/surface.js';
import { SERVLET_PROXIES } from './servlet.js';

/** The text of a child element. */
const element = (...path: string[]): Place => value(...path, '#text');
const attribute = (name: string): Place => value(`@${name}`);

/** The session cookie of a container. */
const session = { kind: 'session', defaultName: 'JSESSIONID', session: true, proxy: SERVLET_PROXIES } as const satisfies Partial<CookieSurface>;

const servlet = defineRule({
  id: 'servlet',
  title: 'Jakarta Servlet',
  languages: ['xml'],
  docs: 'https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0',
  triggers: ['session-config', 'cookie-config'],
  surfaces: [
    {
      // Descriptors before Servlet 3.0 have no such element. Tomcat 10.1 takes nothing but `true` (in any case) for true.
      ...session,
      id: 'servlet/web-xml-cookie-config',
      match: { setting: ['session-config', '**.session-config'], section: true, file: /(?:^|\/)(?:web|web-fragment)\.xml$/, placeholders: 'spring', mentions: /^(?![\s\S]*(?:web-app_2_\d|Web Application 2\.\d|version\s*=\s*"2\.))/ },
      name: element('cookie-config', 'name'),
      attributes: { secure: element('cookie-config', 'secure'), httpOnly: element('cookie-config', 'http-only'), domain: element('cookie-config', 'domain'), path: element('cookie-config', 'path'), maxAge: element('cookie-config', 'max-age') },
      default: 'request',
      coveredBy: ['servlet/session-cookie-config'],
    },
  ],
});

const spring = defineRule({
  id: 'spring',
  title: 'Spring',
  languages: ['xml'],
  docs: 'https://docs.spring.io/spring-security/reference/servlet/appendix/namespace/http.html#nsa-remember-me',
  triggers: ['remember-me', 'CookieLocaleResolver', 'CookieThemeResolver', 'DefaultCookieSerializer', 'session-config'],
  packages: ['spring-security-config'],
  surfaces: [
    {
      // https://docs.spring.io/spring-security/reference/servlet/appendix/namespace/http.html#nsa-remember-me-use-secure-cookie
      ...session,
      id: 'spring-security/remember-me-xml',
      match: { setting: ['remember-me', '**.remember-me'], section: true, placeholders: 'spring' },
      unlessWritten: [attribute('services-ref')],
      name: attribute('remember-me-cookie'),
      defaultName: 'remember-me',
      attributes: { secure: attribute('use-secure-cookie') },
      default: 'request',
    },
    {
      // Boot 4.0.6 copies the descriptor's false into Spring Session: https://github.com/spring-projects/spring-boot (SessionAutoConfiguration)
      ...session,
      id: 'spring-boot/war-deployment-spring-session',
      match: { setting: ['session-config', '**.session-config'], section: true, file: /(?:^|\/)web\.xml$/, placeholders: 'spring', packages: ['spring-session-core', 'spring-boot-starter-session-data-redis', 'spring-boot-starter-session-jdbc'], mentions: /<cookie-config>/ },
      name: element('cookie-config', 'name'),
      defaultName: 'SESSION',
      attributes: { secure: element('cookie-config', 'secure') },
      default: 'off',
    },
  ],
});

const weblogic = defineRule({
  id: 'weblogic',
  title: 'Oracle WebLogic',
  languages: ['xml'],
  docs: 'https://docs.oracle.com/en/middleware/standalone/weblogic-server/14.1.1.0/wbapp/weblogic_xml.html',
  triggers: ['session-descriptor'],
  surfaces: [
    {
      // The default is not documented there: only what is written is judged.
      ...session,
      id: 'weblogic/session-descriptor-cookie-secure',
      match: { setting: ['session-descriptor', '**.session-descriptor'], section: true },
      needs: [element('cookie-secure')],
      name: element('cookie-name'),
      attributes: { secure: element('cookie-secure') },
      default: 'on',
    },
  ],
});

const liberty = defineRule({
  id: 'liberty',
  title: 'Open Liberty',
  languages: ['xml'],
  docs: 'https://openliberty.io/docs/latest/reference/config/httpSession.html',
  triggers: ['httpSession'],
  surfaces: [
    {
      ...session,
      id: 'liberty/http-session-cookie-secure',
      match: { setting: ['httpSession', '**.httpSession'], section: true, placeholders: 'spring', mentions: /<httpSession\b/ },
      name: attribute('cookieName'),
      attributes: { secure: attribute('cookieSecure'), httpOnly: attribute('cookieHttpOnly'), path: attribute('cookiePath'), domain: attribute('cookieDomain') },
      default: 'off',
    },
  ],
});

const undertow = defineRule({
  id: 'undertow',
  title: 'WildFly',
  languages: ['xml'],
  docs: 'https://docs.wildfly.org/',
  triggers: ['session-cookie'],
  surfaces: [
    {
      ...session,
      id: 'undertow/cookie-impl',
      match: { setting: ['**.servlet-container.session-cookie', 'session-cookie'], section: true, placeholders: 'spring' },
      name: attribute('name'),
      attributes: { secure: attribute('secure'), httpOnly: attribute('http-only') },
      default: 'request',
      confidence: 'medium',
    },
  ],
});

const tomcat = defineRule({
  id: 'tomcat',
  title: 'Apache Tomcat',
  languages: ['xml'],
  docs: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
  triggers: ['RemoteIpValve', 'RemoteIpFilter', '<Connector', 'ForwardedHeaderFilter', 'ForwardedRequestCustomizer'],
  surfaces: [
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Remote_IP_Valve
      id: 'tomcat/remote-ip-valve',
      kind: 'proxy',
      match: { setting: ['**.Valve', 'Valve', '**.filter', 'filter'], section: true, mentions: /RemoteIpValve|RemoteIpFilter|ForwardedHeaderFilter/ },
    },
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/http.html
      id: 'tomcat/connector-secure',
      kind: 'proxy',
      match: { setting: ['**.Connector.@secure', 'Connector.@secure'], mentions: /proxyPort|scheme\s*=\s*"https"/ },
      value: value(),
    },
    {
      // https://jetty.org/docs/jetty/12/operations-guide/modules/standard.html#http-forwarded
      id: 'jetty/forwarded-request-customizer',
      kind: 'proxy',
      match: { setting: ['**.New', '**.Arg.New'], section: true, mentions: /ForwardedRequestCustomizer/ },
    },
  ],
});

export const descriptorRules: readonly Rule[] = [servlet, spring, weblogic, liberty, undertow, tomcat];
