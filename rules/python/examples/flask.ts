/** Examples of the surfaces in ../flask.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'dash/callback-context-set-cookie': {
    bad: 'dash.callback_context.response.set_cookie("sid", sid)',
    good: 'dash.callback_context.response.set_cookie("sid", sid, secure=True)',
  },
  'flask/set-cookie': {
    bad: code`
      @app.route("/")
      def index():
          resp = make_response("hi")
          resp.set_cookie("lang", "en", max_age=3600)
          return resp
    `,
    good: code`
      @app.route("/")
      def index():
          resp = make_response("hi")
          resp.set_cookie("lang", "en", max_age=3600, secure=True)
          return resp
    `,
  },
  'werkzeug/dump-cookie': {
    bad: code`
      from werkzeug.http import dump_cookie

      headers.add("Set-Cookie", dump_cookie("sid", sid, httponly=True))
    `,
    good: code`
      from werkzeug.http import dump_cookie

      headers.add("Set-Cookie", dump_cookie("sid", sid, httponly=True, secure=True))
    `,
  },
  'flask/proxy-fix': {
    bad: code`
      from flask import Flask, request
      from flask import make_response

      app = Flask(__name__)

      @app.get('/')
      def index():
          response = make_response('')
          response.set_cookie('sid', sid, secure=request.is_secure)
          return response
    `,
    good: code`
      from flask import Flask, request
      from flask import make_response
      from werkzeug.middleware.proxy_fix import ProxyFix

      app = Flask(__name__)
      app.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1)

      @app.get('/')
      def index():
          response = make_response('')
          response.set_cookie('sid', sid, secure=request.is_secure)
          return response
    `,
  },
} satisfies Examples;
