/** Trust in a proxy in Tomcat's server.xml. */
import { defineRule, value } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'tomcat',
  title: 'Apache Tomcat',
  languages: ['xml'],
  docs: 'https://tomcat.apache.org/tomcat-10.1-doc/config/http.html',
  triggers: ['RemoteIpValve', 'RemoteIpFilter', '<Connector', 'ForwardedHeaderFilter'],
  surfaces: [
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Remote_IP_Valve
      id: 'tomcat/remote-ip-valve',
      kind: 'proxy',
      speaksFor: JVM,
      match: {
        setting: ['**.Valve', 'Valve', '**.filter', 'filter'],
        section: true,
        mentions: /RemoteIpValve|RemoteIpFilter|ForwardedHeaderFilter/,
      },
    },
    {
      // https://tomcat.apache.org/tomcat-10.1-doc/config/http.html
      id: 'tomcat/connector-secure',
      kind: 'proxy',
      speaksFor: JVM,
      match: { setting: ['**.Connector.@secure', 'Connector.@secure'], mentions: /proxyPort|scheme\s*=\s*"https"/ },
      value: value(),
    },
  ],
});
