/** Examples of the surfaces in ../sinatra.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'padrino/sessions': {
    bad: code`
      class Blog < Padrino::Application
        enable :sessions
      end
    `,
    good: code`
      class Blog < Padrino::Application
        set :sessions, secure: true
      end
    `,
  },
  'sinatra/sessions': {
    bad: code`
      require "sinatra"

      enable :sessions
      set :session_secret, ENV.fetch("SESSION_SECRET")
    `,
    good: code`
      require "sinatra"

      set :sessions, secure: true
      set :session_secret, ENV.fetch("SESSION_SECRET")
    `,
  },
  'sinatra/contrib-cookies': {
    bad: code`
      require "sinatra/cookies"

      get("/") { cookies[:lang] = "en" }
    `,
    good: code`
      require "sinatra/cookies"

      set :cookie_options, secure: true
      get("/") { cookies[:lang] = "en" }
    `,
  },
  'sinatra/cookie-options': {
    bad: code`
      require 'sinatra'
      require 'sinatra/cookies'

      get '/' do
        cookies[:sid] = id
      end
    `,
    good: code`
      require 'sinatra'
      require 'sinatra/cookies'

      set :cookie_options, secure: true

      get '/' do
        cookies[:sid] = id
      end
    `,
  },
  'sinatra/set-cookie': {
    bad: code`
      get "/" do
        response.set_cookie("lang", value: "en", path: "/")
      end
    `,
    good: code`
      get "/" do
        response.set_cookie("lang", value: "en", path: "/", secure: true)
      end
    `,
  },
} satisfies Examples;
