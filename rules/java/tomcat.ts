/** Embedded Tomcat: trust in a proxy. */
import { defineRule, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'tomcat',
  title: 'Apache Tomcat',
  languages: JVM,
  docs: 'https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Remote_IP_Valve',
  triggers: ['RemoteIpValve', 'RemoteIpFilter', 'Connector('],
  surfaces: [
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Remote_IP_Valve
      id: 'tomcat/remote-ip-valve',
      kind: 'proxy',
      match: { call: ['org.apache.catalina.valves.RemoteIpValve', 'org.apache.catalina.filters.RemoteIpFilter'] },
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
