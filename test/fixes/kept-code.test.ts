/** What `--fix` writes must run: whole runs over small programs whose code once broke, with what their languages and libraries demand. */
import { expect, it } from 'vitest';
import { scan } from '../../src/engine/scan.js';
import { world } from '../cli/world.js';

const flask = { 'requirements.txt': 'flask\n' };
const sinatra = { Gemfile: "gem 'sinatra'\n" };
const rack = { Gemfile: "gem 'rack'\n" };
const go = { 'go.mod': 'module a\n\ngo 1.22\n\nrequire github.com/alexedwards/scs/v2 v2.5.0\n' };
const symfony = { 'composer.json': '{"require":{"symfony/http-foundation":"^5.4"}}' };

const goFile = (body: string, imports = '"net/http"\n\t"os"'): string => `package main\n\nimport (\n\t${imports}\n)\n\n${body}`;
const php = (body: string): string =>
  `<?php\nuse Symfony\\Component\\HttpFoundation\\Cookie;\nuse Symfony\\Component\\HttpFoundation\\Response;\nfunction f(Response $r) {\n  ${body}\n  $r->headers->setCookie($c);\n}\n`;

type Row = readonly [what: string, file: string, before: string, after: string, beside?: Readonly<Record<string, string>>];

const rows: readonly Row[] = [
  // Ruby: `enable` takes no options, and set_cookie no third argument.
  [
    'sinatra sessions',
    'app.rb',
    "require 'sinatra'\nenable :sessions\nget '/' do\nend\n",
    "require 'sinatra'\nset :sessions, secure: true\nget '/' do\nend\n",
    sinatra,
  ],
  [
    'sinatra set_cookie',
    'app.rb',
    "require 'sinatra'\nget '/' do\n  response.set_cookie 'session', 'x'\nend\n",
    "require 'sinatra'\nget '/' do\n  response.set_cookie 'session', { value: 'x', secure: true }\nend\n",
    sinatra,
  ],
  [
    'rack set_cookie',
    'app.rb',
    "require 'rack'\nres = Rack::Response.new\nres.set_cookie('session', 'x')\n",
    "require 'rack'\nres = Rack::Response.new\nres.set_cookie('session', { value: 'x', secure: true })\n",
    rack,
  ],
  [
    'rack set_cookie with options',
    'app.rb',
    "require 'rack'\nres = Rack::Response.new\nres.set_cookie('session', value: 'x')\n",
    "require 'rack'\nres = Rack::Response.new\nres.set_cookie('session', value: 'x', secure: true)\n",
    rack,
  ],
  // Python: the other names of an assignment stay.
  [
    'chained',
    'app.py',
    "from flask import Flask\napp = Flask(__name__)\napp.config['SESSION_COOKIE_SECURE'] = app.config['X'] = False\n",
    "from flask import Flask\napp = Flask(__name__)\napp.config['SESSION_COOKIE_SECURE'] = app.config['X'] = False\napp.config['SESSION_COOKIE_SECURE'] = True\n",
    flask,
  ],
  // Go: nothing unused, no statement outside of a function, columns as gofmt writes them.
  [
    'an unused variable',
    'a.go',
    goFile(
      'func f(w http.ResponseWriter) {\n\tisProd := os.Getenv("APP_ENV") == "production"\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Secure: isProd})\n}\n',
    ),
    goFile(
      'func f(w http.ResponseWriter) {\n\tisProd := os.Getenv("APP_ENV") == "production"\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Secure: isProd})\n}\n',
    ),
    go,
  ],
  [
    'an unused import',
    'a.go',
    goFile(
      'func f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Secure: os.Getenv("APP_ENV") == "production"})\n}\n',
    ),
    goFile(
      'func f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{Name: "session", Secure: os.Getenv("APP_ENV") == "production"})\n}\n',
    ),
    go,
  ],
  [
    'the package level',
    'a.go',
    goFile('var sessionManager = scs.New()\n', '"github.com/alexedwards/scs/v2"'),
    goFile('var sessionManager = scs.New()\n', '"github.com/alexedwards/scs/v2"'),
    go,
  ],
  [
    'columns',
    'a.go',
    goFile(
      'func f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{\n\t\tName:     "session",\n\t\tHttpOnly: true,\n\t})\n}\n',
      '"net/http"',
    ),
    goFile(
      'func f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{\n\t\tName:     "session",\n\t\tHttpOnly: true,\n\t\tSecure:   true,\n\t})\n}\n',
      '"net/http"',
    ),
    go,
  ],
  [
    'the top level',
    'A.kt',
    'import jakarta.servlet.http.Cookie\nimport jakarta.servlet.http.HttpServletResponse\nval top = Cookie("session", "x")\nfun f(r: HttpServletResponse) { r.addCookie(top) }\n',
    'import jakarta.servlet.http.Cookie\nimport jakarta.servlet.http.HttpServletResponse\nval top = Cookie("session", "x")\nfun f(r: HttpServletResponse) { r.addCookie(top) }\n',
  ],
  // PHP: no named arguments, none beside an array of options, and a copy is kept.
  [
    'positions',
    'a.php',
    "<?php\nsetcookie('session', $x, time() + 60);\n",
    "<?php\nsetcookie('session', $x, time() + 60, '', '', true);\n",
  ],
  [
    'an array that is handed in',
    'a.php',
    "<?php\nfunction f($o) { setcookie('session', 'x', $o); }\n",
    "<?php\nfunction f($o) { setcookie('session', 'x', $o); }\n",
  ],
  [
    'a copy',
    'src/A.php',
    php("$c = Cookie::create('session', 'x');\n  $c->withSecure(false);"),
    php("$c = Cookie::create('session', 'x')->withSecure(true);\n  $c->withSecure(false);"),
    symfony,
  ],
  // .NET: the word of the enumeration.
  [
    'a word',
    'appsettings.json',
    '{ "Session": { "Cookie": { "SecurePolicy": "None" } } }\n',
    '{ "Session": { "Cookie": { "SecurePolicy": "Always" } } }\n',
    { 'A.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>' },
  ],
  // Other people's `auto`.
  [
    'analytics',
    'index.html',
    "<script>\nga('create', 'UA-1', 'auto');\n</script>\n",
    "<script>\nga('create', 'UA-1', 'auto', { cookieFlags: 'Secure' });\n</script>\n",
  ],
  // An operator's switch stays one.
  [
    'a switch',
    'a.js',
    "const app = require('express')();\nconst secure = process.env.COOKIE_SECURE === 'true';\napp.get('/', (req, res) => res.cookie('session', 'x', { secure }));\n",
    "const app = require('express')();\nconst secure = process.env.COOKIE_SECURE !== 'false';\napp.get('/', (req, res) => res.cookie('session', 'x', { secure }));\n",
    { 'package.json': '{"dependencies":{"express":"5"}}' },
  ],
  // What follows the request or the operator's variable is not made absolute unasked.
  [
    'the scheme of a request',
    'app.rb',
    "require 'rails'\nclass A < ApplicationController\n  def a\n    cookies[:session] = { value: 'x', secure: request.ssl? }\n  end\nend\n",
    "require 'rails'\nclass A < ApplicationController\n  def a\n    cookies[:session] = { value: 'x', secure: request.ssl? }\n  end\nend\n",
    { Gemfile: "gem 'rails'\n" },
  ],
  [
    'the page of a branch',
    'a.js',
    "const c = '_csrf=x; path=/';\ndocument.cookie = window.location.protocol === 'https:' ? '__Host-' + c + '; secure' : c;\n",
    "const c = '_csrf=x; path=/';\ndocument.cookie = window.location.protocol === 'https:' ? '__Host-' + c + '; secure' : c;\n",
  ],
  [
    'Secure that is pushed',
    'a.js',
    "function f(req, res) {\n  const parts = ['Path=/'];\n  if (req.headers['x-forwarded-proto'] === 'https') parts.push('Secure');\n  res.setHeader('Set-Cookie', `session=x; ${parts.join('; ')}`);\n}\nrequire('http').createServer(f);\n",
    "function f(req, res) {\n  const parts = ['Path=/'];\n  if (req.headers['x-forwarded-proto'] === 'https') parts.push('Secure');\n  res.setHeader('Set-Cookie', `session=x; ${parts.join('; ')}`);\n}\nrequire('http').createServer(f);\n",
  ],
  [
    'a switch with another behind it',
    'app.py',
    "import os\nfrom flask import Flask\nHTTPS = os.environ.get('HTTPS', 'false')\nCOOKIES_SECURE = os.environ.get('COOKIES_SECURE', str(HTTPS)) == 'true'\napp = Flask(__name__)\napp.config['SESSION_COOKIE_SECURE'] = COOKIES_SECURE\n",
    "import os\nfrom flask import Flask\nHTTPS = os.environ.get('HTTPS', 'false')\nCOOKIES_SECURE = os.environ.get('COOKIES_SECURE', str(HTTPS)) == 'true'\napp = Flask(__name__)\napp.config['SESSION_COOKIE_SECURE'] = COOKIES_SECURE\n",
    flask,
  ],
  [
    'what the others follow',
    'a.js',
    "const app = require('express')();\nconst secure = process.env.COOKIE_SECURE !== 'false';\napp.get('/', (req, res) => {\n  res.cookie('session', 'x', { secure });\n  res.cookie('token', 'x');\n});\n",
    "const app = require('express')();\nconst secure = process.env.COOKIE_SECURE !== 'false';\napp.get('/', (req, res) => {\n  res.cookie('session', 'x', { secure });\n  res.cookie('token', 'x');\n});\n",
    { 'package.json': '{"dependencies":{"express":"5"}}' },
  ],
  // A setting stands with its kin, and a call without options gets a statement of its own.
  [
    'kin in a class',
    'config.py',
    'from flask import Flask\n\nclass Config:\n    SESSION_COOKIE_HTTPONLY: bool = True\n\n    if True:\n        OTHER = 1\n\napp = Flask(__name__)\napp.config.from_object(Config)\n',
    'from flask import Flask\n\nclass Config:\n    SESSION_COOKIE_HTTPONLY: bool = True\n    SESSION_COOKIE_SECURE: bool = True\n\n    if True:\n        OTHER = 1\n\napp = Flask(__name__)\napp.config.from_object(Config)\n',
    flask,
  ],
  [
    'Identity',
    'Program.cs',
    'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddIdentity<User, Role>()\n    .AddDefaultTokenProviders();\nvar app = builder.Build();\n',
    'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddIdentity<User, Role>()\n    .AddDefaultTokenProviders();\nbuilder.Services.ConfigureApplicationCookie(options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);\nvar app = builder.Build();\n',
    { 'A.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>' },
  ],
  [
    'a session without settings',
    'config/packages/framework.yaml',
    'framework:\n    # On.\n    session: true\n    esi: true\n',
    'framework:\n    # On.\n    session: { cookie_secure: true }\n    esi: true\n',
    { 'composer.json': '{"require":{"symfony/framework-bundle":"^6.4"}}' },
  ],
  [
    'positions of beego',
    'a.go',
    'package main\n\nimport "github.com/beego/beego/v2/server/web/context"\n\nfunc f(c *context.Context) {\n\tc.SetCookie("session", "x")\n}\n',
    'package main\n\nimport "github.com/beego/beego/v2/server/web/context"\n\nfunc f(c *context.Context) {\n\tc.SetCookie("session", "x", 0, "/", "", true)\n}\n',
    { 'go.mod': 'module a\n\ngo 1.22\n\nrequire github.com/beego/beego/v2 v2.1.0\n' },
  ],
  // An object without a name gets one, or a block of its own.
  [
    'a cookie without a name',
    'A.java',
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r, boolean b) {\n    r.addCookie(new Cookie("session", "x"));\n    if (b) r.addCookie(new Cookie("token", "x"));\n  }\n  Cookie g() {\n    return new Cookie("sid", "x");\n  }\n}\n',
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r, boolean b) {\n    Cookie cookie = new Cookie("session", "x");\n    cookie.setSecure(true);\n    r.addCookie(cookie);\n    if (b) { Cookie cookie2 = new Cookie("token", "x"); cookie2.setSecure(true); r.addCookie(cookie2); }\n  }\n  Cookie g() {\n    Cookie cookie = new Cookie("sid", "x");\n    cookie.setSecure(true);\n    return cookie;\n  }\n}\n',
  ],
  [
    'a cookie of branches',
    'A.java',
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r, boolean b) {\n    Cookie c;\n    if (b) c = new Cookie("session", "x");\n    else c = new Cookie("session", "y");\n    r.addCookie(c);\n  }\n}\n',
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r, boolean b) {\n    Cookie c;\n    if (b) c = new Cookie("session", "x");\n    else c = new Cookie("session", "y");\n    c.setSecure(true);\n    r.addCookie(c);\n  }\n}\n',
  ],
  [
    'two in one statement',
    'A.java',
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r) {\n    Cookie a = new Cookie("session", "x"), b = new Cookie("sid", "y");\n    b.setSecure(true);\n    r.addCookie(a);\n    r.addCookie(b);\n  }\n}\n',
    'import jakarta.servlet.http.*;\nclass A {\n  void f(HttpServletResponse r) {\n    Cookie a = new Cookie("session", "x"), b = new Cookie("sid", "y"); a.setSecure(true);\n    b.setSecure(true);\n    r.addCookie(a);\n    r.addCookie(b);\n  }\n}\n',
  ],
  [
    'a cookie of Kotlin',
    'A.kt',
    'import jakarta.servlet.http.*\nfun f(r: HttpServletResponse) = r.addCookie(Cookie("session", "x"))\n',
    'import jakarta.servlet.http.*\nfun f(r: HttpServletResponse) = r.addCookie(Cookie("session", "x").apply { setSecure(true) })\n',
  ],
  [
    'a cookie of Scala',
    'A.scala',
    'import jakarta.servlet.http._\nobject A {\n  def f(r: HttpServletResponse): Unit = r.addCookie(new Cookie("session", "x"))\n}\n',
    'import jakarta.servlet.http._\nobject A {\n  def f(r: HttpServletResponse): Unit = r.addCookie({ val cookie = new Cookie("session", "x"); cookie.setSecure(true); cookie })\n}\n',
  ],
  [
    'a new object that nobody uses',
    'A.java',
    'import org.eclipse.jetty.server.session.SessionHandler;\nclass A {\n  void f(Environment environment) {\n    environment.servlets().setSessionHandler(new SessionHandler());\n  }\n}\n',
    'import org.eclipse.jetty.server.session.SessionHandler;\nclass A {\n  void f(Environment environment) {\n    environment.servlets().setSessionHandler(new SessionHandler());\n  }\n}\n',
  ],
  ['the flags of analytics', 'a.js', "ga('create', 'UA-1', 'auto');\n", "ga('create', 'UA-1', 'auto', { cookieFlags: 'Secure' });\n"],
  [
    'a key below a sibling',
    'nuxt.config.js',
    "export default {\n  colorMode: { storage: 'cookie' },\n};\n",
    "export default {\n  colorMode: { storage: 'cookie', cookieAttrs: { secure: true } },\n};\n",
    { 'package.json': '{"dependencies":{"nuxt":"3","@nuxtjs/color-mode":"3"}}' },
  ],
  [
    'a command before the page view',
    'page.twig',
    "<script>\n    var _paq = window._paq = window._paq || [];\n    _paq.push(['trackPageView']);\n    _paq.push(['setSiteId', '1']);\n</script>\n",
    "<script>\n    var _paq = window._paq = window._paq || [];\n    _paq.push(['setSecureCookie', true]);\n    _paq.push(['trackPageView']);\n    _paq.push(['setSiteId', '1']);\n</script>\n",
  ],
  // What cannot be changed where it stands, or would be written over, is left alone.
  [
    'a key that is taken out',
    'app.py',
    "from flask import Flask, make_response\napp = Flask(__name__)\n@app.route('/')\ndef f():\n    r = make_response('x')\n    options = {'path': '/', 'secure': True}\n    del options['secure']\n    r.set_cookie('session', 'x', **options)\n    return r\n",
    "from flask import Flask, make_response\napp = Flask(__name__)\n@app.route('/')\ndef f():\n    r = make_response('x')\n    options = {'path': '/', 'secure': True}\n    del options['secure']\n    r.set_cookie('session', 'x', **options)\n    return r\n",
    flask,
  ],
  [
    'an annotation with quotes',
    'ingress.yaml',
    'kind: Ingress\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/affinity: cookie\n    nginx.ingress.kubernetes.io/session-cookie-secure: "false"\n',
    'kind: Ingress\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/affinity: cookie\n    nginx.ingress.kubernetes.io/session-cookie-secure: "true"\n',
  ],
  [
    'among several arguments of Go',
    'a.go',
    goFile('func f(w http.ResponseWriter, c string) {\n\tw.Header().Set("Set-Cookie", "session="+c)\n}\n', '"net/http"'),
    goFile('func f(w http.ResponseWriter, c string) {\n\tw.Header().Set("Set-Cookie", "session="+c+"; Secure")\n}\n', '"net/http"'),
  ],
  [
    'a default of Laravel',
    'config/session.php',
    "<?php\nreturn ['driver' => 'file', 'cookie' => 'shop_session', 'secure' => env('SESSION_SECURE_COOKIE'), 'same_site' => 'lax'];\n",
    "<?php\nreturn ['driver' => 'file', 'cookie' => 'shop_session', 'secure' => env('SESSION_SECURE_COOKIE', true), 'same_site' => 'lax'];\n",
    { 'composer.json': '{"require":{"laravel/framework":"^11.0"}}' },
  ],
  [
    'a short entry',
    'a.js',
    "const app = require('express')();\nconst secure = !(process.env.ALLOW_INSECURE_COOKIES === 'true') && process.env.COOKIE_SECURE === 'yes';\napp.get('/', (req, res) => res.cookie('session', 'x', { secure }));\n",
    "const app = require('express')();\nconst secure = !(process.env.ALLOW_INSECURE_COOKIES === 'true') && process.env.COOKIE_SECURE === 'yes';\napp.get('/', (req, res) => res.cookie('session', 'x', { secure }));\n",
    { 'package.json': '{"dependencies":{"express":"5"}}' },
  ],
  // What an operator's file is for is not known.
  [
    'the variables of a container',
    'docker.env',
    'APP_ENV=production\nSESSION_SECURE_COOKIE=false\n',
    'APP_ENV=production\nSESSION_SECURE_COOKIE=false\n',
    { 'composer.json': '{"require":{"laravel/framework":"^11.0"}}' },
  ],
];

it.each(rows.map((row) => [row[0], row] as const))(
  '%s: is right after --fix, and stays',
  async (_, [, file, before, after, beside = {}]) => {
    const one = world({ ...beside, [file]: before });
    await one.runWith({ scan }, '--fix');
    expect(one.read(file)).toBe(after);
    await one.runWith({ scan }, '--fix');
    expect(one.read(file)).toBe(after);
  },
);
