/** Examples of the surfaces in ../beego.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'beego/session-on': { bad: 'SessionOn = true', good: 'SessionOn = false', file: 'conf/app.conf' },
  'beego/enable-https': {
    bad: 'SessionOn = true',
    good: code`
      SessionOn = true
      EnableHTTPS = true
      EnableHTTP = false
    `,
    file: 'conf/app.conf',
  },
  'beego/enable-http': {
    bad: code`
      SessionOn = true
      EnableHTTPS = true
    `,
    good: code`
      SessionOn = true
      EnableHTTPS = true
      EnableHTTP = false
    `,
    file: 'conf/app.conf',
  },
  'macaron/set-cookie': {
    packages: ['gopkg.in/macaron.v1'],
    bad: code`
      package web

      import "gopkg.in/macaron.v1"

      func login(ctx *macaron.Context) {
        ctx.SetCookie("sid", id, 86400, "/")
      }
    `,
    good: code`
      package web

      import "gopkg.in/macaron.v1"

      func login(ctx *macaron.Context) {
        ctx.SetCookie("sid", id, 86400, "/", "", true)
      }
    `,
  },
  'macaron-session/options': {
    bad: 'm.Use(session.Sessioner(session.Options{CookieName: "sid"}))',
    good: 'm.Use(session.Sessioner(session.Options{CookieName: "sid", Secure: true}))',
  },
  'beego/ctx-set-cookie': { bad: 'c.Ctx.SetCookie("sid", id, 3600, "/")', good: 'c.Ctx.SetCookie("sid", id, 3600, "/", "", true, true)' },
  'beego/session': {
    bad: code`
      package main

      import "github.com/beego/beego/v2/server/web/session"

      var config = &session.ManagerConfig{CookieName: "gosessionid"}
    `,
    good: code`
      package main

      import "github.com/beego/beego/v2/server/web/session"

      var config = &session.ManagerConfig{CookieName: "gosessionid", Secure: true}
    `,
    remains: { problem: 'request-conditional', because: 'true means: where the server itself sees TLS' },
  },
} satisfies Examples;
