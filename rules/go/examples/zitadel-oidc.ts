/** Examples of the surfaces in ../zitadel-oidc.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'zitadel-oidc/cookie-handler': {
    bad: code`
      package web

      import httphelper "github.com/zitadel/oidc/v3/pkg/http"

      func handler() *httphelper.CookieHandler {
        return httphelper.NewCookieHandler(hashKey, encryptKey, httphelper.WithUnsecure())
      }
    `,
    good: code`
      package web

      import httphelper "github.com/zitadel/oidc/v3/pkg/http"

      func handler() *httphelper.CookieHandler {
        return httphelper.NewCookieHandler(hashKey, encryptKey)
      }
    `,
  },
} satisfies Examples;
