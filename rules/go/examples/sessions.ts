/** Examples of the surfaces in ../sessions.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'iris/sessions': {
    bad: code`
      package main

      import "github.com/kataras/iris/v12/sessions"

      var manager = sessions.New(sessions.Config{Cookie: "sid"})
    `,
    good: code`
      package main

      import "github.com/kataras/iris/v12/sessions"

      var manager = sessions.New(sessions.Config{Cookie: "sid", CookieSecureTLS: true})
    `,
    remains: { problem: 'request-conditional', because: 'true means: where the server itself sees TLS' },
  },
  'scs/session-manager': {
    bad: code`
      sessionManager = scs.New()
      sessionManager.Lifetime = 24 * time.Hour
    `,
    good: code`
      sessionManager = scs.New()
      sessionManager.Lifetime = 24 * time.Hour
      sessionManager.Cookie.Secure = true
    `,
  },
  'simplesessions/cookie-options': {
    bad: code`
      package web

      import "github.com/zerodha/simplesessions/v3"

      var cookie = simplesessions.CookieOptions{Name: "sid", IsHTTPOnly: true}
    `,
    good: code`
      package web

      import "github.com/zerodha/simplesessions/v3"

      var cookie = simplesessions.CookieOptions{Name: "sid", IsHTTPOnly: true, IsSecure: true}
    `,
  },
  'simplesessions/options': {
    bad: code`
      package web

      import "github.com/zerodha/simplesessions"

      var sessions = simplesessions.New(simplesessions.Options{CookieName: "sid", IsHTTPOnlyCookie: true})
    `,
    good: code`
      package web

      import "github.com/zerodha/simplesessions"

      var sessions = simplesessions.New(simplesessions.Options{CookieName: "sid", IsHTTPOnlyCookie: true, IsSecureCookie: true})
    `,
  },
  'nosurf/base-cookie': {
    bad: code`
      h := nosurf.New(next)
      h.SetBaseCookie(http.Cookie{HttpOnly: true, Path: "/"})
    `,
    good: code`
      h := nosurf.New(next)
      h.SetBaseCookie(http.Cookie{HttpOnly: true, Path: "/", Secure: true})
    `,
  },
  'authboss/client-state-cookie-storer': { bad: 'cookieStore.Secure = false', good: 'cookieStore.Secure = true' },
  'buffalo/session-store': {
    bad: 'c.Cookies().Set("theme", v, 24*time.Hour)',
    good: 'http.SetCookie(c.Response(), &http.Cookie{Name: "theme", Value: v, Secure: true})',
  },
  'revel/cookie-secure': {
    file: 'conf/app.conf',
    bad: code`
      cookie.httponly = false
      cookie.secure = false
    `,
    good: code`
      cookie.httponly = false
      cookie.secure = true
    `,
  },
  'iris/cookie': {
    bad: 'package shop\n\nimport "github.com/kataras/iris/v12"\n\nfunc login(ctx iris.Context) { ctx.SetCookie(&iris.Cookie{Name: "sid", Value: "a"}) }',
    good: 'package shop\n\nimport "github.com/kataras/iris/v12"\n\nfunc login(ctx iris.Context) { ctx.SetCookie(&iris.Cookie{Name: "sid", Value: "a", Secure: true}) }',
  },
} satisfies Examples;
