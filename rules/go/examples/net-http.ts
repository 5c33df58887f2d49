/** Examples of the surfaces in ../net-http.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'echo/set-cookie': {
    bad: code`
      cookie := new(http.Cookie)
      cookie.Name = "sid"
      cookie.Value = id
      c.SetCookie(cookie)
    `,
    good: code`
      cookie := new(http.Cookie)
      cookie.Name = "sid"
      cookie.Value = id
      cookie.Secure = true
      c.SetCookie(cookie)
    `,
  },
  'echo/middleware-csrf': {
    bad: 'e.Use(middleware.CSRF())',
    good: 'e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{CookieSecure: true}))',
  },
  'gorilla-securecookie/encode': {
    bad: code`
      package web

      import (
        "net/http"

        "github.com/gorilla/securecookie"
      )

      var sc = securecookie.New(hashKey, blockKey)

      func login(w http.ResponseWriter, values map[string]string) {
        encoded, _ := sc.Encode("session", values)
        http.SetCookie(w, &http.Cookie{Name: "session", Value: encoded})
      }
    `,
    good: code`
      package web

      import (
        "net/http"

        "github.com/gorilla/securecookie"
      )

      var sc = securecookie.New(hashKey, blockKey)

      func login(w http.ResponseWriter, values map[string]string) {
        encoded, _ := sc.Encode("session", values)
        http.SetCookie(w, &http.Cookie{Name: "session", Value: encoded, Secure: true})
      }
    `,
  },
  'chi-jwtauth/verifier': {
    bad: code`
      package web

      import (
        "net/http"

        "github.com/go-chi/jwtauth/v5"
      )

      func login(w http.ResponseWriter, auth *jwtauth.JWTAuth) {
        _, token, _ := auth.Encode(claims)
        http.SetCookie(w, &http.Cookie{Name: "jwt", Value: token, HttpOnly: true})
      }
    `,
    good: code`
      package web

      import (
        "net/http"

        "github.com/go-chi/jwtauth/v5"
      )

      func login(w http.ResponseWriter, auth *jwtauth.JWTAuth) {
        _, token, _ := auth.Encode(claims)
        http.SetCookie(w, &http.Cookie{Name: "jwt", Value: token, HttpOnly: true, Secure: true})
      }
    `,
  },
  'go-net-http/cookie': {
    bad: code`
      http.SetCookie(w, &http.Cookie{
          Name:     "session",
          Value:    id,
          HttpOnly: true,
      })
    `,
    good: code`
      http.SetCookie(w, &http.Cookie{
          Name:     "session",
          Value:    id,
          HttpOnly: true,
          Secure:   true,
      })
    `,
  },
} satisfies Examples;
