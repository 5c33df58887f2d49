/** Examples of the surfaces in ../shiro.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'shiro/web-session-manager': {
    bad: code`
      import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
      class Config { DefaultWebSessionManager sessions() { DefaultWebSessionManager manager = new DefaultWebSessionManager(); return manager; } }
    `,
    good: code`
      import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
      class Config { DefaultWebSessionManager sessions() { DefaultWebSessionManager manager = new DefaultWebSessionManager(); manager.getSessionIdCookie().setSecure(true); return manager; } }
    `,
  },
  'shiro/remember-me-manager': {
    bad: code`
      import org.apache.shiro.web.mgt.CookieRememberMeManager;
      class Config { CookieRememberMeManager remember() { CookieRememberMeManager manager = new CookieRememberMeManager(); return manager; } }
    `,
    good: code`
      import org.apache.shiro.web.mgt.CookieRememberMeManager;
      class Config { CookieRememberMeManager remember() { CookieRememberMeManager manager = new CookieRememberMeManager(); manager.getCookie().setSecure(true); return manager; } }
    `,
  },
} satisfies Examples;
