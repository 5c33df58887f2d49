/** Shiro's own settings file. */
import { defineRule, sibling, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'shiro',
  title: 'Apache Shiro',
  languages: ['ini'],
  docs: 'https://shiro.apache.org/web.html#web-ini-configuration',
  triggers: ['securityManager.', 'org.apache.shiro'],
  surfaces: [
    {
      // Only a session manager that is named writes a cookie itself. Off in 1.x: verified with libshiro-java 1.3.2.
      id: 'shiro/session-id-cookie',
      kind: 'session',
      match: { setting: ['main.securityManager.sessionManager', 'securityManager.sessionManager'], mentions: /DefaultWebSessionManager/ },
      defaultName: 'JSESSIONID',
      session: true,
      attributes: {
        secure: [
          sibling('securityManager.sessionManager.sessionIdCookie.secure'),
          sibling('sessionManager.sessionIdCookie.secure'),
          sibling('sessionIdCookie.secure'),
          sibling('cookie.secure'),
          sibling('simpleCookie.secure'),
        ],
      },
      default: 'off',
    },
    {
      id: 'shiro/remember-me-cookie',
      docs: 'https://shiro.apache.org/web.html#remember-me-services',
      kind: 'session',
      match: [
        { setting: ['main.securityManager.rememberMeManager.cookie.name', 'securityManager.rememberMeManager.cookie.name'] },
        { setting: ['main.securityManager.rememberMeManager', 'securityManager.rememberMeManager'] },
      ],
      name: value(),
      defaultName: 'rememberMe',
      session: true,
      attributes: {
        secure: [
          sibling('securityManager.rememberMeManager.cookie.secure'),
          sibling('rememberMeManager.cookie.secure'),
          sibling('rememberMeCookie.secure'),
        ],
      },
      default: 'off',
    },
  ],
});
