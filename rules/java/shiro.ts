/** Apache Shiro in code; its settings are in `shiro-ini.ts` and `shiro-settings.ts`. */
import { argument, defineRule, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'shiro',
  title: 'Apache Shiro',
  languages: JVM,
  docs: 'https://shiro.apache.org/web.html',
  triggers: ['SimpleCookie('],
  packages: ['shiro-web', 'shiro-spring'],
  surfaces: [
    {
      id: 'shiro/session-id-cookie',
      docs: 'https://github.com/apache/shiro/blob/1.13.x/web/src/main/java/org/apache/shiro/web/servlet/SimpleCookie.java',
      kind: 'write',
      match: { call: 'org.apache.shiro.web.servlet.SimpleCookie', args: [0, 1] },
      name: [argument(0), setter('setName')],
      attributes: { secure: setter('setSecure'), httpOnly: setter('setHttpOnly'), sameSite: setter('setSameSite'), domain: setter('setDomain'), path: setter('setPath'), maxAge: setter('setMaxAge') },
      default: 'off',
    },
  ],
});
