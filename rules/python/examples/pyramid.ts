/** Examples of the surfaces in ../pyramid.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'webob/set-cookie': {
    bad: 'request.response.set_cookie("lang", "en", max_age=3600)',
    good: 'request.response.set_cookie("lang", "en", max_age=3600, secure=True)',
  },
  'pyramid/session-factory': {
    bad: code`
      factory = SignedCookieSessionFactory("seekrit")
      config.set_session_factory(factory)
    `,
    good: code`
      factory = SignedCookieSessionFactory("seekrit", secure=True)
      config.set_session_factory(factory)
    `,
  },
  'pyramid/authtkt': { bad: 'helper = AuthTktCookieHelper("seekrit")', good: 'helper = AuthTktCookieHelper("seekrit", secure=True)' },
  'pyramid/csrf-cookie': {
    bad: 'config.set_csrf_storage_policy(CookieCSRFStoragePolicy())',
    good: 'config.set_csrf_storage_policy(CookieCSRFStoragePolicy(secure=True))',
  },
  'repoze-who/auth-tkt': {
    file: 'who.ini',
    bad: code`
      [plugin:auth_tkt]
      use = repoze.who.plugins.auth_tkt:make_plugin
      secret = x
    `,
    good: code`
      [plugin:auth_tkt]
      use = repoze.who.plugins.auth_tkt:make_plugin
      secret = x
      secure = true
    `,
  },
} satisfies Examples;
