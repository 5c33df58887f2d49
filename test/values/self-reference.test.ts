/**
 * Whatever is defined through itself: classes, modules, exports, aliases, settings. The run ends, says every other cookie of
 * the repository, and claims nothing about the value that is never there.
 */
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

/** Each repository sends a cookie `plain` without Secure, and others whose Secure comes back to itself. */
const repositories: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Ruby: a class that includes a module of its own': {
    'app/models/member.rb':
      'class Member\n  include Member::Roles\nend\nclass Shop < Shop::Base\nend\nclass One < Two::Inner\nend\nclass Two < One::Inner\nend\n',
    'app/controllers/a_controller.rb':
      "class AController < ApplicationController\n  include AController\n  alias_method :a, :a\n  def show\n    cookies[:one] = { value: 'x', secure: Member::Session::SECURE }\n    cookies[:two] = { value: 'x', secure: Shop::SECURE }\n    cookies[:three] = { value: 'x', secure: One::SECURE }\n    cookies[:four] = { value: 'x', secure: a }\n    cookies[:plain] = 'x'\n  end\nend\n",
  },
  'Python: bases, star imports and names': {
    'a.py': 'from b import *\nfrom b import SECURE\nimport b\nOTHER = b.OTHER\n',
    'b.py': 'from a import *\nfrom a import SECURE\nimport a\nOTHER = a.OTHER\n',
    'views.py':
      "from a import SECURE, OTHER\nimport a\nclass Shop(Shop.Base):\n    pass\nclass One(Two.X): pass\nclass Two(One.X): pass\ndef v(request):\n    r = HttpResponse()\n    r.set_cookie('one', 'x', secure=SECURE)\n    r.set_cookie('two', 'x', secure=a.b.a.b.OTHER)\n    r.set_cookie('three', 'x', secure=Shop.SECURE)\n    r.set_cookie('four', 'x', secure=One.SECURE)\n    r.set_cookie('plain', 'x')\n    return r\n",
  },
  'Flask: configuration that is read from itself': {
    'app.py':
      "from flask import Flask, make_response\napp = Flask(__name__)\nclass Config(Config):\n    X = Config.X\napp.config.from_object(Config)\napp.config['X'] = app.config['X']\napp.config.update(app.config)\ndef v():\n    r = make_response()\n    r.set_cookie('one', 'x', secure=app.config['X'])\n    r.set_cookie('plain', 'x')\n    return r\n",
  },
  'TypeScript: modules that export one another': {
    'a.ts':
      "import express from 'express';\nimport { secure, ns } from './b';\nimport * as b from './b';\nconst app = express();\napp.get('/', (req, res) => {\n  res.cookie('one', 'x', { secure });\n  res.cookie('two', 'x', { secure: ns.ns.ns.secure });\n  res.cookie('three', 'x', b.opts);\n  res.cookie('four', 'x', b.default);\n  res.cookie('plain', 'x');\n});\n",
    'b.ts': "export * from './c';\nexport * as ns from './b';\nexport { opts } from './b';\nexport { default } from './c';\n",
    'c.ts': "export * from './b';\nexport { secure } from './b';\nexport { opts as default } from './b';\n",
  },
  'JavaScript: classes, exports and values': {
    'a.js':
      "const app = require('express')();\nconst s = require('./shop');\nconst t = require('./t');\nclass Shop extends Shop.Base {}\nclass One extends Two.X {}\nclass Two extends One.X {}\nlet a = b, b = a, c = { ...c, d: c.d };\nconst f = (x) => g(x), g = (x) => f(x);\napp.get('/', (req, res) => {\n  res.cookie('one', 'x', { secure: Shop.SECURE });\n  res.cookie('two', 'x', { secure: One.SECURE });\n  res.cookie('three', 'x', { secure: s.Shop.s.s.SECURE });\n  res.cookie('four', 'x', { secure: t.opts.secure });\n  res.cookie('five', 'x', { secure: a });\n  res.cookie('six', 'x', f({}));\n  res.cookie('plain', 'x');\n});\n",
    'shop.js':
      "module.exports = require('./shop');\nmodule.exports.Shop = module.exports;\nvar Shop;\nShop = Shop.s = {};\nexports.x = exports.x;\n",
    't.js': 'Shop = Shop.s = {};\nmodule.exports = Shop;\nexports.opts = { ...exports.opts, secure: exports.opts.secure };\n',
  },
  'PHP: classes, constants and files': {
    'a.php':
      "<?php\n$c = require 'b.php';\ndefine('X', X);\nclass Shop extends Shop\\Base { const SECURE = self::SECURE; use Shop; }\nclass One extends Two { const X = parent::X; }\nclass Two extends One { const X = parent::X; }\nsetcookie('one', 'x', ['secure' => Shop::SECURE]);\nsetcookie('two', 'x', ['secure' => One::X]);\nsetcookie('three', 'x', ['secure' => $c['secure']]);\nsetcookie('four', 'x', ['secure' => X]);\nsetcookie('plain', 'x');\n",
    'b.php': "<?php\nreturn array_merge(require 'b.php', ['secure' => (require 'b.php')['secure']]);\n",
  },
  'Laravel: settings that are read from themselves': {
    'composer.json': '{"require": {"laravel/framework": "^10"}}',
    'config/app.php': "<?php return ['a' => config('app.b'), 'b' => config('app.a')];\n",
    'app/A.php':
      "<?php\nclass A extends A {\n  use A;\n  function f() { return response('x')->cookie('one', 'x', 0, '/', '', config('app.a')); }\n  function g() { setcookie('plain', 'x'); }\n}\n",
  },
  'Java: bases and constants of two files': {
    'One.java': 'class One extends Two { static boolean X = Two.X; }\n',
    'Two.java': 'class Two extends One { static boolean X = One.X; }\n',
    'Shop.java':
      'import javax.servlet.http.*;\nclass Shop extends Shop.Base {\n  static boolean SECURE = Shop.SECURE;\n  static class Base extends Shop { }\n  void f(HttpServletResponse r) {\n    Cookie a = new Cookie("one", "x");\n    a.setSecure(Shop.SECURE);\n    r.addCookie(a);\n    Cookie b = new Cookie("two", "x");\n    b.setSecure(One.X);\n    r.addCookie(b);\n    Cookie c = new Cookie("plain", "x");\n    r.addCookie(c);\n  }\n}\n',
  },
  'C#: properties and bases': {
    'One.cs': 'class One : Two { public static bool X = Two.X; }\n',
    'Two.cs': 'class Two : One { public static bool X => One.X; }\n',
    'Shop.cs':
      'using Microsoft.AspNetCore.Http;\nclass Shop : Shop.Base {\n  public static bool Secure => Shop.Secure;\n  public class Base : Shop { }\n  public CookieOptions Own => this.Own;\n  public void F(HttpResponse r) {\n    r.Cookies.Append("one", "x", new CookieOptions { Secure = Shop.Secure });\n    r.Cookies.Append("two", "x", Own);\n    r.Cookies.Append("three", "x", new CookieOptions { Secure = One.X });\n    r.Cookies.Append("plain", "x");\n  }\n}\n',
  },
  'Kotlin: objects, getters and aliases': {
    'Shop.kt':
      'import javax.servlet.http.*\nopen class Shop : Shop.Base() {\n  companion object { val SECURE = Shop.SECURE }\n}\ntypealias X = Y\ntypealias Y = X\nobject Own {\n  val it = Own.it\n}\nval a: Boolean get() = b\nval b: Boolean get() = a\nfun f(r: HttpServletResponse) {\n  val c = Cookie("one", "x")\n  c.secure = Shop.SECURE\n  r.addCookie(c)\n  val d = Cookie("two", "x")\n  d.secure = Own.it\n  r.addCookie(d)\n  val e = Cookie("three", "x")\n  e.secure = a\n  r.addCookie(e)\n  val g = Cookie("four", "x")\n  g.secure = X.it\n  r.addCookie(g)\n  val h = Cookie("plain", "x")\n  r.addCookie(h)\n}\n',
  },
  'Go: embedded structs, aliases and variables': {
    'go.mod': 'module shop\n',
    'main.go':
      'package main\n\nimport "net/http"\n\ntype A struct{ B }\ntype B struct{ A }\ntype T = U\ntype U = T\n\nvar x = y\nvar y = x\n\nfunc (b B) get() bool { return b.get() }\n\nfunc f(w http.ResponseWriter, a A, t T, b B) {\n\thttp.SetCookie(w, &http.Cookie{Name: "one", Secure: a.B.A.B.Q})\n\thttp.SetCookie(w, &http.Cookie{Name: "two", Secure: x})\n\thttp.SetCookie(w, &http.Cookie{Name: "three", Secure: t.Q})\n\thttp.SetCookie(w, &http.Cookie{Name: "four", Secure: b.get()})\n\thttp.SetCookie(w, &http.Cookie{Name: "plain"})\n}\n',
  },
  'Rust: modules that use one another, constants': {
    'src/main.rs':
      'use actix_web::cookie::Cookie;\nmod a;\nmod b;\nuse crate::a::X;\ntype T = U;\ntype U = T;\nconst Z: bool = Z;\nstruct S;\nimpl S { const Q: bool = S::Q; }\nfn f() -> HttpResponse {\n    HttpResponse::Ok()\n        .cookie(Cookie::build("one", "x").secure(X).finish())\n        .cookie(Cookie::build("two", "x").secure(Z).finish())\n        .cookie(Cookie::build("three", "x").secure(S::Q).finish())\n        .cookie(Cookie::build("plain", "x").finish())\n        .finish()\n}\n',
    'src/a.rs': 'pub use crate::a::X;\npub use crate::b::*;\n',
    'src/b.rs': 'pub use crate::a::*;\n',
  },
  'Scala: objects of themselves': {
    'A.scala':
      'import play.api.mvc._\nobject Shop extends Shop.Base {\n  val SECURE = Shop.SECURE\n  lazy val own = own\n  trait Base extends Shop.Base\n}\nobject One extends Two { val X = Two.X }\nobject Two extends One { val X = One.X }\nclass C extends Controller {\n  def i = Action { Ok.withCookies(Cookie("one", "x", secure = Shop.SECURE), Cookie("two", "x", secure = Shop.own), Cookie("three", "x", secure = One.X), Cookie("plain", "x")) }\n}\n',
  },
  'settings files that stand for themselves': {
    '.env': 'A=${B}\nB=${A}\nSECURE=$SECURE\n',
    'docker-compose.yml': 'x: &x\n  <<: *x\nservices:\n  web:\n    environment:\n      SECURE: ${SECURE}\n    env_file: .env\n',
    'tsconfig.json': '{ "extends": "./tsconfig.json", "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["@/*", "./*"] } } }',
    'package.json':
      '{ "name": "self", "main": "./package.json", "dependencies": { "self": "workspace:*" }, "exports": { ".": { "a": "." } } }',
    'src/main/resources/application.properties':
      'server.servlet.session.cookie.secure=${server.servlet.session.cookie.secure}\na=${b}\nb=${a}\n',
    'conf/application.conf': 'a = ${b}\nb = ${a}\nplay.http.session.secure = ${play.http.session.secure}\n',
    'config/services.yaml': "parameters:\n  a: '%b%'\n  b: '%a%'\nframework:\n  session:\n    cookie_secure: '%a%'\n",
    'nginx.conf': 'http {\n  include nginx.conf;\n  server { set $a $b; set $b $a; add_header Set-Cookie "plain=$a"; }\n}\n',
    'values.yaml': 'a: &a [*a, *a]\nnginx.ingress.kubernetes.io/session-cookie-secure: *a\n',
    'a.ts':
      "import self from 'self';\nimport own from '@/a';\nconst app = require('express')();\napp.get('/', (req, res) => {\n  res.cookie('one', 'x', { secure: own.own.own });\n  log(self);\n  res.cookie('three', 'x', { secure: process.env.SECURE === 'true' });\n  res.cookie('plain', 'x');\n});\n",
  },
};

it.each(Object.entries(repositories))('%s', async (_name, files) => {
  const report = await scan({
    root: '/repository',
    alone: true,
    texts: new Map(Object.entries(files)),
    config: defaultConfig,
    pedantic: true,
  });
  expect(report.skipped).toEqual([]);
  const names = new Map(report.findings.map(({ cookie, problem }) => [cookie.name, problem]));
  expect(names.get('plain')).toBe('missing');
  // Nothing is proved about a value that is never there: neither that it is on nor that it is off.
  const others = [...names].filter(([name, problem]) => name !== 'plain' && problem !== 'unresolved' && problem !== 'env-conditional');
  expect(others).toEqual([]);
  expect(report.cookies.filter(({ state }) => state === 'on')).toEqual([]);
});
