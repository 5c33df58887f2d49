/** Examples of the surfaces in ../tomcat-xml.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'tomcat/remote-ip-valve': {
    file: 'conf/server.xml',
    beside: {
      'src/main/java/Web.java': code`
        class Web implements ServletContainerInitializer {
          public void onStartup(Set<Class<?>> classes, ServletContext context) {
            context.getSessionCookieConfig().setHttpOnly(true);
          }
        }
      `,
    },
    bad: code`
      <Server>
        <Service name="Catalina">
          <Connector port="8080" protocol="HTTP/1.1"/>
        </Service>
      </Server>
    `,
    good: code`
      <Server>
        <Service name="Catalina">
          <Connector port="8080" protocol="HTTP/1.1"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Valve className="org.apache.catalina.valves.RemoteIpValve" protocolHeader="x-forwarded-proto"/>
          </Engine>
        </Service>
      </Server>
    `,
  },
  'tomcat/connector-secure': {
    file: 'conf/server.xml',
    beside: {
      'src/main/java/Web.java': code`
        class Web implements ServletContainerInitializer {
          public void onStartup(Set<Class<?>> classes, ServletContext context) {
            context.getSessionCookieConfig().setHttpOnly(true);
          }
        }
      `,
    },
    bad: code`
      <Server>
        <Service name="Catalina">
          <Connector port="8080" protocol="HTTP/1.1" proxyPort="443"/>
        </Service>
      </Server>
    `,
    good: code`
      <Server>
        <Service name="Catalina">
          <Connector port="8080" protocol="HTTP/1.1" proxyPort="443" scheme="https" secure="true"/>
        </Service>
      </Server>
    `,
  },
} satisfies Examples;
