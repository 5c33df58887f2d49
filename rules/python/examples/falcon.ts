/** Examples of the surfaces in ../falcon.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'falcon/set-cookie': {
    bad: code`
      class Login:
          def on_post(self, req, resp):
              resp.set_cookie("sid", sid, secure=False)
    `,
    good: code`
      class Login:
          def on_post(self, req, resp):
              resp.set_cookie("sid", sid)
    `,
  },
  'falcon/resp-options': {
    bad: code`
      app = falcon.App()
      app.resp_options.secure_cookies_by_default = False
    `,
    good: 'app = falcon.App()',
  },
} satisfies Examples;
