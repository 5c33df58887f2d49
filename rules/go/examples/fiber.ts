/** Examples of the surfaces in ../fiber.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'fasthttp/cookie': {
    bad: code`
      c := fasthttp.AcquireCookie()
      c.SetKey("sid")
      c.SetValue(id)
      ctx.Response.Header.SetCookie(c)
    `,
    good: code`
      c := fasthttp.AcquireCookie()
      c.SetKey("sid")
      c.SetValue(id)
      c.SetSecure(true)
      ctx.Response.Header.SetCookie(c)
    `,
  },
  'fiber/ctx-cookie': {
    bad: 'c.Cookie(&fiber.Cookie{Name: "sid", Value: id, HTTPOnly: true})',
    good: 'c.Cookie(&fiber.Cookie{Name: "sid", Value: id, HTTPOnly: true, Secure: true})',
  },
  'fiber/middleware-session': { bad: 'store := session.New()', good: 'store := session.New(session.Config{CookieSecure: true})' },
  'fiber/middleware-csrf': {
    bad: 'app.Use(csrf.New(csrf.Config{CookieHTTPOnly: true}))',
    good: 'app.Use(csrf.New(csrf.Config{CookieHTTPOnly: true, CookieSecure: true}))',
  },
} satisfies Examples;
