/** Eclipse Jetty: the session handler of the embedded server and trust in a proxy; Tomcat's connector in code. */
import { defineRule, setter, type Rule } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';
import { SERVLET_PROXIES } from './servlet.js';

const jetty = defineRule({
  id: 'jetty',
  title: 'Eclipse Jetty',
  languages: JVM,
  docs: 'https://jetty.org/docs/jetty/12/programming-guide/server/session.html',
  triggers: ['SessionHandler(', 'ForwardedRequestCustomizer'],
  packages: ['jetty-server', 'jetty-servlet', 'dropwizard-core'],
  surfaces: [
    {
      // https://jetty.org/docs/jetty/12/programming-guide/server/session.html: Secure follows the request unless that is switched off.
      id: 'jetty/session-handler',
      kind: 'session',
      match: { call: ['org.eclipse.jetty.server.session.SessionHandler', 'org.eclipse.jetty.ee10.servlet.SessionHandler', 'org.eclipse.jetty.ee9.servlet.SessionHandler', 'org.eclipse.jetty.session.SessionHandler'] },
      defaultName: 'JSESSIONID',
      session: true,
      attributes: { secure: [setter('setSecureCookies'), { at: 'repeated', methods: ['setSecure'], getter: 'getSessionCookieConfig' }, { at: 'setter', methods: ['setSecureRequestOnly'], only: false }] },
      default: 'request',
      proxy: SERVLET_PROXIES,
    },
    {
      // https://javadoc.jetty.org/jetty-12/org/eclipse/jetty/server/ForwardedRequestCustomizer.html
      id: 'jetty/forwarded-request-customizer',
      kind: 'proxy',
      match: { call: 'org.eclipse.jetty.server.ForwardedRequestCustomizer' },
    },
  ],
});

const tomcat = defineRule({
  id: 'tomcat',
  title: 'Apache Tomcat',
  languages: JVM,
  docs: 'https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Remote_IP_Valve',
  triggers: ['RemoteIpValve', 'RemoteIpFilter', 'ForwardedHeaderFilter', 'ForwardedHeaderTransformer', 'XForwardedHeaders', 'ForwardedHeaders', 'Connector('],
  surfaces: [
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Remote_IP_Valve
      id: 'tomcat/remote-ip-valve',
      kind: 'proxy',
      match: { call: ['org.apache.catalina.valves.RemoteIpValve', 'org.apache.catalina.filters.RemoteIpFilter'] },
    },
    {
      // https://docs.spring.io/spring-framework/reference/web/webmvc/filters.html#filters-forwarded-headers
      id: 'spring-boot/forward-headers-strategy',
      kind: 'proxy',
      match: { call: ['org.springframework.web.filter.ForwardedHeaderFilter', 'org.springframework.web.server.adapter.ForwardedHeaderTransformer'] },
    },
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/http.html
      id: 'tomcat/connector-secure',
      kind: 'proxy',
      match: { call: 'org.apache.catalina.connector.Connector' },
      value: setter('setSecure'),
      written: true,
    },
  ],
});

export const jettyRules: readonly Rule[] = [jetty, tomcat];
