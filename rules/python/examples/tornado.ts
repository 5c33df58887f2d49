/** Examples of the surfaces in ../tornado.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'tornado/set-cookie': {
    bad: code`
      class Main(tornado.web.RequestHandler):
          def get(self):
              self.set_cookie("lang", "en")
    `,
    good: code`
      class Main(tornado.web.RequestHandler):
          def get(self):
              self.set_cookie("lang", "en", secure=True)
    `,
  },
  'tornado/set-secure-cookie': {
    bad: code`
      class Login(tornado.web.RequestHandler):
          def post(self):
              self.set_secure_cookie("user", "ann")
    `,
    good: code`
      class Login(tornado.web.RequestHandler):
          def post(self):
              self.set_secure_cookie("user", "ann", secure=True)
    `,
  },
  'tornado/xsrf-cookie-kwargs': {
    bad: 'app = tornado.web.Application(handlers, cookie_secret=S, xsrf_cookies=True)',
    good: 'app = tornado.web.Application(handlers, cookie_secret=S, xsrf_cookies=True, xsrf_cookie_kwargs={"secure": True})',
  },
} satisfies Examples;
