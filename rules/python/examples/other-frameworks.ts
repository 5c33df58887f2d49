/** Examples of the surfaces in ../other-frameworks.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'webpy/setcookie': {
    bad: code`
      import web
      web.setcookie("lang", "en", 3600)
    `,
    good: code`
      import web
      web.setcookie("lang", "en", 3600, secure=True)
    `,
  },
  'webpy/session': {
    bad: code`
      import web
      session = web.session.Session(app, web.session.DiskStore("sessions"))
    `,
    good: code`
      import web
      web.config.session_parameters["secure"] = True
      session = web.session.Session(app, web.session.DiskStore("sessions"))
    `,
  },
  'webpy/session-parameters': {
    bad: code`
      import web
      web.config.session_parameters["secure"] = False
    `,
    good: code`
      import web
      web.config.session_parameters["secure"] = True
    `,
  },
  'zope/set-cookie': {
    bad: 'self.request.response.setCookie("lang", "en", path="/")',
    good: 'self.request.response.setCookie("lang", "en", path="/", secure=True)',
  },
  'odoo/set-cookie': {
    bad: code`
      from odoo.http import request
      request.future_response.set_cookie("lang", "en")
    `,
    good: code`
      from odoo.http import request
      request.future_response.set_cookie("lang", "en", secure=True)
    `,
  },
  'blacksheep/cookie': {
    bad: code`
      from blacksheep import Cookie
      response.set_cookie(Cookie("lang", "en"))
    `,
    good: code`
      from blacksheep import Cookie
      response.set_cookie(Cookie("lang", "en", secure=True))
    `,
  },
  'blacksheep/sessions': {
    bad: code`
      from blacksheep import Application
      app = Application()
      app.use_sessions("key")
    `,
    good: code`
      from blacksheep import Application, Cookie
      app = Application()
      response.set_cookie(Cookie("session", signed, http_only=True, secure=True))
    `,
  },
  'masonite/response-cookie': {
    packages: ['masonite'],
    bad: code`
      class ThemeController:
          def update(self, response):
              response.cookie("theme", "dark")
    `,
    good: code`
      class ThemeController:
          def update(self, response):
              response.cookie("theme", "dark", secure=True)
    `,
  },
  'emmett/session-manager': {
    bad: code`
      from emmett.sessions import SessionManager
      app.pipeline = [SessionManager.cookies("key")]
    `,
    good: code`
      from emmett.sessions import SessionManager
      app.pipeline = [SessionManager.cookies("key", secure=True)]
    `,
  },
  'twisted/add-cookie': {
    bad: code`
      class Theme(Resource):
          def render_GET(self, request):
              request.addCookie(b"theme", b"dark")
    `,
    good: code`
      class Theme(Resource):
          def render_GET(self, request):
              request.addCookie(b"theme", b"dark", secure=True)
    `,
  },
} satisfies Examples;
