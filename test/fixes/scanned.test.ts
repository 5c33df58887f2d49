/** Fixes of whole files, as `--fix` makes them: helpers judged at their calls, calls in another form, texts under a condition; and what is said where there is none. */
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { applyEdits } from '../../src/fixes/diff.js';

const judged = async (filename: string, text: string, fixStyle: 'always' | 'fail-closed' = 'always'): Promise<Report> =>
  await scan({ root: tmpdir(), config: defaultConfig, pedantic: true, fixStyle, alone: true, stdin: { filename, text } });

const EXPRESS = "import express from 'express';\nconst app = express();\n";
const helper = (text: string): string =>
  `${EXPRESS}function put(res, name, secure) {\n  res.cookie(name, 'x', { secure });\n}\napp.get('/', (req, res) => {\n  ${text}\n});\n`;
const inJava = (text: string): string =>
  `import io.vertx.ext.web.handler.SessionHandler;\nclass A {\n  void a(io.vertx.ext.web.Router router, Object store) {\n    ${text}\n  }\n}\n`;
const inGo = (text: string): string =>
  `package main\n\nimport (\n\t"github.com/labstack/echo/v4"\n\t"github.com/labstack/echo/v4/middleware"\n)\n\nfunc main() {\n\te := echo.New()\n\t${text}\n}\n`;

/** The file, the text, what the first fix makes of it, and whether it is safe. */
const rows: readonly (readonly [file: string, before: string, after: string, safe: boolean])[] = [
  ['a.js', helper("put(res, 'sid', false);"), helper("put(res, 'sid', true);"), true],
  [
    'a.py',
    'from django.http import HttpResponse\n\n\ndef put(r, name, secure=False):\n    r.set_cookie(name, "x", secure=secure)\n\n\ndef view(request):\n    put(HttpResponse(), "sid", False)\n',
    'from django.http import HttpResponse\n\n\ndef put(r, name, secure=False):\n    r.set_cookie(name, "x", secure=secure)\n\n\ndef view(request):\n    put(HttpResponse(), "sid", True)\n',
    true,
  ],
  [
    'a.py',
    'from django.http import HttpResponse\n\n\ndef put(r, name, secure=False):\n    r.set_cookie(name, "x", secure=secure)\n\n\ndef view(request):\n    put(HttpResponse(), "sid")\n',
    'from django.http import HttpResponse\n\n\ndef put(r, name, secure=True):\n    r.set_cookie(name, "x", secure=secure)\n\n\ndef view(request):\n    put(HttpResponse(), "sid")\n',
    true,
  ],
  [
    'A.cs',
    'using Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\nclass C : Controller { void M() { Response.Cookies.Append("a", "b"); } }\n',
    'using Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\nclass C : Controller { void M() { Response.Cookies.Append("a", "b", new CookieOptions { Secure = true }); } }\n',
    true,
  ],
  [
    'B.cs',
    'using System;\nusing Microsoft.AspNetCore.Mvc;\nusing Shop.Carts;\n\nclass C : Controller { void M() { Response.Cookies.Append("a", "b"); } }\n',
    'using System;\nusing Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\nusing Shop.Carts;\n\nclass C : Controller { void M() { Response.Cookies.Append("a", "b", new CookieOptions { Secure = true }); } }\n',
    true,
  ],
  [
    'A.java',
    inJava('router.route().handler(SessionHandler.create(store));'),
    inJava('router.route().handler(SessionHandler.create(store).setCookieSecureFlag(true));'),
    true,
  ],
  [
    'a.rs',
    'use rocket::http::{Cookie, CookieJar};\n\nfn login(cookies: &CookieJar<\'_>, id: u32) {\n    cookies.add_private(Cookie::new("user_id", id.to_string()));\n}\n',
    'use rocket::http::{Cookie, CookieJar};\n\nfn login(cookies: &CookieJar<\'_>, id: u32) {\n    cookies.add_private(Cookie::build(("user_id", id.to_string())).secure(true).build());\n}\n',
    true,
  ],
  [
    'b.rs',
    'use actix_web::{cookie::Cookie, HttpResponse};\n\nfn login(id: String) -> HttpResponse {\n    HttpResponse::Ok().cookie(Cookie::new("sid", id)).finish()\n}\n',
    'use actix_web::{cookie::Cookie, HttpResponse};\n\nfn login(id: String) -> HttpResponse {\n    HttpResponse::Ok().cookie(Cookie::build("sid", id).secure(true).finish()).finish()\n}\n',
    true,
  ],
  ['a.go', inGo('e.Use(middleware.CSRF())'), inGo('e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{CookieSecure: true}))'), true],
  [
    'b.js',
    `${EXPRESS}app.get('/', (req, res) => {\n  const parts = ['sid=1', 'Path=/'];\n  if (req.secure) parts.push('Secure');\n  res.setHeader('Set-Cookie', parts.join('; '));\n});\n`,
    `${EXPRESS}app.get('/', (req, res) => {\n  const parts = ['sid=1', 'Path=/'];\n  parts.push('Secure');\n  res.setHeader('Set-Cookie', parts.join('; '));\n});\n`,
    false,
  ],
  // The condition stands behind variables and helpers that the text is made of.
  [
    'b.js',
    `${EXPRESS}app.get('/', (req, res) => {\n  const base = ['Path=/'];\n  if (req.secure) {\n    base.push('Secure');\n  }\n  const attributes = base.join('; ');\n  const all = [\`sid=1; \${attributes}\`];\n  res.setHeader('Set-Cookie', all);\n});\n`,
    `${EXPRESS}app.get('/', (req, res) => {\n  const base = ['Path=/'];\n  base.push('Secure');\n  const attributes = base.join('; ');\n  const all = [\`sid=1; \${attributes}\`];\n  res.setHeader('Set-Cookie', all);\n});\n`,
    false,
  ],
  [
    'c.js',
    "const attributes = () => {\n  const all = ['Path=/'];\n  if (location.protocol === 'https:') all.push('Secure');\n  return all.join('; ');\n};\nexport const put = (name) => {\n  document.cookie = `${name}=1; ${attributes()}`;\n};\n",
    "const attributes = () => {\n  const all = ['Path=/'];\n  all.push('Secure');\n  return all.join('; ');\n};\nexport const put = (name) => {\n  document.cookie = `${name}=1; ${attributes()}`;\n};\n",
    false,
  ],
  [
    'b.go',
    'package main\n\nimport (\n\t"net/http"\n\t"strings"\n)\n\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tattrs := []string{"Path=/"}\n\tif r.TLS != nil {\n\t\tattrs = append(attrs, "Secure")\n\t}\n\trest := strings.Join(attrs, "; ")\n\tw.Header().Add("Set-Cookie", "sid=1; "+rest)\n}\n',
    'package main\n\nimport (\n\t"net/http"\n\t"strings"\n)\n\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tattrs := []string{"Path=/"}\n\tattrs = append(attrs, "Secure")\n\trest := strings.Join(attrs, "; ")\n\tw.Header().Add("Set-Cookie", "sid=1; "+rest)\n}\n',
    false,
  ],
  [
    'config/packages/security.yaml',
    "security:\n    firewalls:\n        main:\n            remember_me:\n                secret: '%kernel.secret%'\n                lifetime: 604800 # a week\n",
    "security:\n    firewalls:\n        main:\n            remember_me:\n                secret: '%kernel.secret%'\n                lifetime: 604800 # a week\n                secure: true\n",
    true,
  ],
  [
    'c.js',
    `${EXPRESS}app.get('/', (req, res) => {\n  res.clearCookie('__Host-sid', { path: '/' });\n});\n`,
    `${EXPRESS}app.get('/', (req, res) => {\n  res.clearCookie('__Host-sid', { path: '/', secure: true });\n});\n`,
    true,
  ],
];

it.each(rows)('%s: %j', async (file, before, after, safe) => {
  const { findings } = await judged(file, before);
  const [fix] = findings.flatMap(({ fixes }) => fixes);
  expect(fix && applyEdits(before, fix.edits)).toBe(after);
  expect(fix?.safe).toBe(safe);
  const left = (await judged(file, after)).findings.filter(({ severity }) => severity !== 'note');
  expect(left).toEqual([]);
});

it('trusts the proxy for a cookie that is Secure and not sent without that', async () => {
  const before =
    "import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.use(session({ secret: 's', cookie: { secure: true } }));\n";
  const { findings } = await judged('a.js', before);
  const [fix] = findings.find(({ problem }) => problem === 'proxy-trust')!.fixes;
  expect(applyEdits(before, fix!.edits)).toContain("const app = express();\napp.set('trust proxy', 1);\n");
  expect(fix!.safe).toBe(false);
});

describe('where there is no edit, it is said what to do, and why there is none', () => {
  it.each([
    [
      'A.java',
      'import io.javalin.Javalin;\nclass A { void a(Javalin app, String id) { app.get("/", ctx -> { ctx.cookie("sid", id, 60); }); } }\n',
      /Cookie/,
    ],
    ['a.rs', 'use cookie::CookieJar;\nfn a(jar: &mut CookieJar) { jar.add(("sid", "x")); }\n', /Cookie::build/],
    ['b.js', `${EXPRESS}export const a = (res, options) => { res.cookie('sid', 'x', options); };\n`, /write Secure/],
  ])('%s', async (file, text, pattern) => {
    const [finding] = (await judged(file, text)).findings;
    expect(finding?.fixes).toEqual([]);
    expect(finding?.byHand).toMatch(pattern);
    expect(finding?.byHand).toContain('There is no edit');
  });

  it('of a file that could not be parsed to its end', async () => {
    const [finding] = (await judged('a.js', `${EXPRESS}app.get('/', (req, res) => { res.cookie('sid', 'x'); });\nfunction (`)).findings;
    expect(finding?.fixes ?? []).toEqual([]);
    expect(finding?.byHand).toContain('could not be parsed');
  });
});

it.each([
  [
    'a.js',
    `${EXPRESS}const isProd = process.env.NODE_ENV === 'production';\napp.get('/', (req, res) => { res.cookie('sid', 'x', { secure: isProd }); });\n`,
    "{ secure: process.env.NODE_ENV !== 'development' }",
  ],
  [
    'b.js',
    `${EXPRESS}const secure = process.env.APP_ENV === 'prod';\napp.get('/', (req, res) => { res.cookie('sid', 'x', { secure }); });\n`,
    "const secure = process.env.APP_ENV !== 'dev';",
  ],
  [
    'a.go',
    'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc f(w http.ResponseWriter) {\n\thttp.SetCookie(w, &http.Cookie{Name: "sid", Secure: os.Getenv("ENV") == "production"})\n}\n',
    'Secure: os.Getenv("ENV") != "development"',
  ],
  [
    'a.py',
    'import os\nfrom flask import make_response\n\n\ndef f():\n    r = make_response("x")\n    r.set_cookie("sid", "x", secure=os.environ.get("ENV") == "production")\n    return r\n',
    'secure=os.environ.get("ENV") != "development"',
  ],
])('%s: fail-closed asks the variable that the code asks', async (file, text, piece) => {
  const { findings } = await judged(file, text, 'fail-closed');
  const fix = findings.flatMap(({ fixes }) => fixes).find(({ safe }) => safe);
  expect(fix && applyEdits(text, fix.edits)).toContain(piece);
  expect(fix?.title).toContain('dev');
});
