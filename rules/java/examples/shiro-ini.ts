/** Examples of the surfaces in ../shiro-ini.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'shiro/session-id-cookie': {
    file: 'shiro.ini',
    bad: code`
      [main]
      sessionManager = org.apache.shiro.web.session.mgt.DefaultWebSessionManager
      securityManager.sessionManager = $sessionManager
    `,
    good: code`
      [main]
      sessionManager = org.apache.shiro.web.session.mgt.DefaultWebSessionManager
      securityManager.sessionManager = $sessionManager
      securityManager.sessionManager.sessionIdCookie.secure = true
    `,
  },
  'shiro/remember-me-cookie': {
    bad: 'securityManager.rememberMeManager.cookie.name = rm',
    good: code`
      securityManager.rememberMeManager.cookie.name = rm
      securityManager.rememberMeManager.cookie.secure = true
    `,
  },
} satisfies Examples;
