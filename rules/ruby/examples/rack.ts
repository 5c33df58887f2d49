/** Examples of the surfaces in ../rack.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'rack/session-middleware': {
    bad: 'use Rack::Session::Cookie, key: "app.sess", secret: ENV["SECRET"]',
    good: 'use Rack::Session::Cookie, key: "app.sess", secret: ENV["SECRET"], secure: true',
  },
  'rack/set-cookie': {
    bad: code`
      response = Rack::Response.new
      response.set_cookie("sid", { value: sid, path: "/" })
    `,
    good: code`
      response = Rack::Response.new
      response.set_cookie("sid", { value: sid, path: "/", secure: true })
    `,
  },
} satisfies Examples;
