/** Examples of the surfaces in ../pkgz-auth.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'pkgz-auth/opts': {
    bad: code`
      package web

      import "github.com/go-pkgz/auth"

      func service() *auth.Service {
        return auth.NewService(auth.Opts{Issuer: "shop", URL: "https://shop.example"})
      }
    `,
    good: code`
      package web

      import "github.com/go-pkgz/auth"

      func service() *auth.Service {
        return auth.NewService(auth.Opts{Issuer: "shop", URL: "https://shop.example", SecureCookies: true})
      }
    `,
  },
} satisfies Examples;
