/** Examples of the surfaces in ../gorilla.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'goth/gothic': {
    bad: code`
      package main

      import (
        "github.com/gorilla/sessions"
        "github.com/markbates/goth/gothic"
      )

      func main() {
        store := sessions.NewCookieStore([]byte(key))
        store.Options.Secure = false
        gothic.Store = store
      }
    `,
    good: code`
      package main

      import (
        "github.com/gorilla/sessions"
        "github.com/markbates/goth/gothic"
      )

      func main() {
        store := sessions.NewCookieStore([]byte(key))
        store.Options.Secure = true
        gothic.Store = store
      }
    `,
  },
  'echo/contrib-session': {
    bad: code`
      package web

      import (
        "github.com/gorilla/sessions"
        "github.com/labstack/echo-contrib/session"
        "github.com/labstack/echo/v4"
      )

      func login(c echo.Context) error {
        sess, _ := session.Get("session", c)
        sess.Options = &sessions.Options{Path: "/", MaxAge: 86400 * 7, HttpOnly: true}
        return sess.Save(c.Request(), c.Response())
      }
    `,
    good: code`
      package web

      import (
        "github.com/gorilla/sessions"
        "github.com/labstack/echo-contrib/session"
        "github.com/labstack/echo/v4"
      )

      func login(c echo.Context) error {
        sess, _ := session.Get("session", c)
        sess.Options = &sessions.Options{Path: "/", MaxAge: 86400 * 7, HttpOnly: true, Secure: true}
        return sess.Save(c.Request(), c.Response())
      }
    `,
  },
  'gorilla-sessions/cookie-store': {
    bad: code`
      package web

      import "github.com/gorilla/sessions"

      func newStore() sessions.Store {
        store := sessions.NewCookieStore(key)
        store.Options = &sessions.Options{Path: "/", MaxAge: 3600, HttpOnly: true}
        return store
      }
    `,
    good: code`
      package web

      import "github.com/gorilla/sessions"

      func newStore() sessions.Store {
        store := sessions.NewCookieStore(key)
        store.Options = &sessions.Options{Path: "/", MaxAge: 3600, HttpOnly: true, Secure: true}
        return store
      }
    `,
  },
  'gorilla-csrf/protect': { bad: 'mw := csrf.Protect(key, csrf.Secure(false))', good: 'mw := csrf.Protect(key)' },
  'gorilla-sessions/new-session': {
    bad: code`
      package main
      import "github.com/gorilla/sessions"
      func login(w http.ResponseWriter, r *http.Request) { s := sessions.NewSession(store, "user"); _ = store.Save(r, w, s) }
    `,
    good: code`
      package main
      import "github.com/gorilla/sessions"
      func login(w http.ResponseWriter, r *http.Request) {
        s := sessions.NewSession(store, "user")
        s.Options.Secure = true
        _ = store.Save(r, w, s)
      }
    `,
  },
} satisfies Examples;
