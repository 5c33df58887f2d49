/** Apache Shiro in code; its settings are in `shiro-ini.ts` and `shiro-settings.ts`. */
import { argument, defineRule, setter, type CookieSurface } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

/** A manager with a cookie of its own, until it is given another or that is changed. */
const managed = (
  id: string,
  defaultName: string,
  set: string,
  get: string,
): Pick<CookieSurface, 'id' | 'kind' | 'session' | 'defaultName' | 'unlessWritten' | 'attributes' | 'default' | 'docs'> => ({
  id,
  docs: 'https://shiro.apache.org/web.html#session-cookie',
  kind: 'session',
  session: true,
  defaultName,
  unlessWritten: [setter(set)],
  attributes: { secure: [{ at: 'repeated', methods: ['setSecure'], getter: get }] },
  default: 'off',
});

export default defineRule({
  id: 'shiro',
  title: 'Apache Shiro',
  languages: JVM,
  docs: 'https://shiro.apache.org/web.html',
  // A class that derives from one of them is called like it, as a rule.
  triggers: ['SimpleCookie(', 'SessionManager(', 'RememberMeManager('],
  packages: ['shiro-web', 'shiro-spring'],
  surfaces: [
    {
      id: 'shiro/session-id-cookie',
      docs: 'https://github.com/apache/shiro/blob/1.13.x/web/src/main/java/org/apache/shiro/web/servlet/SimpleCookie.java',
      kind: 'write',
      match: { call: 'org.apache.shiro.web.servlet.SimpleCookie', args: [0, 1] },
      name: [argument(0), setter('setName')],
      attributes: {
        secure: setter('setSecure'),
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSite'),
        domain: setter('setDomain'),
        path: setter('setPath'),
        maxAge: setter('setMaxAge'),
      },
      default: 'off',
    },
    {
      // https://github.com/apache/shiro/blob/shiro-root-2.0.0/web/src/main/java/org/apache/shiro/web/session/mgt/DefaultWebSessionManager.java: a SimpleCookie without Secure.
      ...managed('shiro/web-session-manager', 'JSESSIONID', 'setSessionIdCookie', 'getSessionIdCookie'),
      match: {
        call: 'org.apache.shiro.web.session.mgt.DefaultWebSessionManager',
        args: [0, 0],
        subclasses: { unlessSays: /SessionIdCookie\b/ },
      },
    },
    {
      ...managed('shiro/remember-me-manager', 'rememberMe', 'setCookie', 'getCookie'),
      match: { call: 'org.apache.shiro.web.mgt.CookieRememberMeManager', args: [0, 0], subclasses: { unlessSays: /\b[gs]etCookie\(/ } },
    },
  ],
});
