/** How ten languages write what grows: a cookie, options that cookies share, a condition, a function. */

/** One language's way to write the pieces. Every piece is a list of whole lines. */
export interface Dialect {
  readonly id: string;
  readonly path: string;
  /** A whole file around the statements of one function, with declarations before it. */
  readonly file: (declarations: readonly string[], statements: readonly string[]) => string;
  /** A cookie of its own, with a constant Secure. */
  readonly cookie: (i: number) => readonly string[];
  /** A condition that only the request decides. */
  readonly condition: (i: number) => string;
  /** `if … else if … else if …` of so many arms, or separate ifs where it is one arm. */
  readonly chain: (arms: readonly { readonly condition: string; readonly body: readonly string[] }[]) => readonly string[];
  /** An object `options` (or the cookie itself) that statements change and cookies are given. */
  readonly options: readonly string[];
  readonly setSecure: (value: boolean) => readonly string[];
  readonly cookieWithOptions: (i: number) => readonly string[];
  /** A function of its own with statements. */
  readonly handler: (i: number, statements: readonly string[]) => readonly string[];
  readonly returning: (name: string, returns: readonly { readonly condition: string; readonly value: boolean }[]) => readonly string[];
  readonly cookieBy: (call: string) => readonly string[];
  readonly assign: (name: string, value: string) => readonly string[];
  readonly list: (items: readonly string[]) => string;
  readonly joined: (left: string, right: string) => string;
  readonly text: string;
}

const indented = (lines: readonly string[], by = '  '): string[] => lines.map((line) => by + line);

/** `if (…) { … } else if (…) { … }` */
const braces =
  (open: (condition: string) => string, otherwise = '} else ') =>
  (arms: readonly { readonly condition: string; readonly body: readonly string[] }[]): string[] => [
    ...arms.flatMap(({ condition, body }, i) => [`${i === 0 ? '' : otherwise}${open(condition)}`, ...indented(body)]),
    '}',
  ];

const parenthesised = braces((condition) => `if (${condition}) {`);
const bare = braces((condition) => `if ${condition} {`);

const javascript: Dialect = {
  id: 'javascript',
  path: 'src/app.js',
  file: (declarations, statements) =>
    [
      'const express = require("express");',
      'const app = express();',
      ...declarations,
      'app.get("/", (req, res) => {',
      ...indented(statements),
      '});',
      '',
    ].join('\n'),
  cookie: (i) => [`res.cookie("name${i}", req.query.v, { httpOnly: true, secure: ${i % 2 === 0} });`],
  condition: (i) => `req.query.a${i} === "${i}"`,
  chain: parenthesised,
  options: ['const options = { httpOnly: true };'],
  setSecure: (value) => [`options.secure = ${value};`],
  cookieWithOptions: (i) => [`res.cookie("shared${i}", req.query.v, options);`],
  handler: (i, statements) => [`app.get("/h${i}", (req, res) => {`, ...indented(statements), '});'],
  returning: (name, returns) => [
    `function ${name}(req) {`,
    ...returns.map(({ condition, value }) => `  if (${condition}) return { secure: ${value} };`),
    '  return { secure: true };',
    '}',
  ],
  cookieBy: (call) => [`res.cookie("by", req.query.v, ${call}(req));`],
  assign: (name, value) => [`const ${name} = ${value};`],
  list: (items) => `[${items.join(', ')}]`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const python: Dialect = {
  id: 'python',
  path: 'src/app.py',
  file: (declarations, statements) =>
    [
      'from flask import Flask, make_response, request',
      'app = Flask(__name__)',
      ...declarations,
      '@app.get("/")',
      'def index():',
      '  response = make_response("")',
      ...indented(statements),
      '  return response',
      '',
    ].join('\n'),
  cookie: (i) => [`response.set_cookie("name${i}", "v", httponly=True, secure=${i % 2 === 0 ? 'True' : 'False'})`],
  condition: (i) => `request.args.get("a${i}") == "${i}"`,
  chain: (arms) => arms.flatMap(({ condition, body }, i) => [`${i === 0 ? '' : 'el'}if ${condition}:`, ...indented(body)]),
  options: ['options = {"httponly": True}'],
  setSecure: (value) => [`options["secure"] = ${value ? 'True' : 'False'}`],
  cookieWithOptions: (i) => [`response.set_cookie("shared${i}", "v", **options)`],
  handler: (i, statements) => [
    `@app.get("/h${i}")`,
    `def handle${i}():`,
    '  response = make_response("")',
    ...indented(statements),
    '  return response',
  ],
  returning: (name, returns) => [
    `def ${name}(request):`,
    ...returns.flatMap(({ condition, value }) => [`  if ${condition}:`, `    return {"secure": ${value ? 'True' : 'False'}}`]),
    '  return {"secure": True}',
  ],
  cookieBy: (call) => [`response.set_cookie("by", "v", **${call}(request))`],
  assign: (name, value) => [`${name} = ${value}`],
  list: (items) => `[${items.join(', ')}]`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const ruby: Dialect = {
  id: 'ruby',
  path: 'app/controllers/pages_controller.rb',
  file: (declarations, statements) =>
    [
      'class PagesController < ApplicationController',
      ...indented(declarations),
      '  def index',
      ...indented(statements, '    '),
      '  end',
      'end',
      '',
    ].join('\n'),
  cookie: (i) => [`cookies["name${i}"] = { value: params[:v], httponly: true, secure: ${i % 2 === 0} }`],
  condition: (i) => `params[:a${i}] == "${i}"`,
  chain: (arms) => [...arms.flatMap(({ condition, body }, i) => [`${i === 0 ? 'if' : 'elsif'} ${condition}`, ...indented(body)]), 'end'],
  options: ['options = { httponly: true }'],
  setSecure: (value) => [`options[:secure] = ${value}`],
  cookieWithOptions: (i) => [`cookies["shared${i}"] = options`],
  handler: (i, statements) => [`def handle${i}`, ...indented(statements), 'end'],
  returning: (name, returns) => [
    `def ${name}`,
    ...returns.map(({ condition, value }) => `  return { value: "v", secure: ${value} } if ${condition}`),
    '  { value: "v", secure: true }',
    'end',
  ],
  cookieBy: (call) => [`cookies["by"] = ${call}`],
  assign: (name, value) => [`${name} = ${value}`],
  list: (items) => `[${items.join(', ')}]`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const php: Dialect = {
  id: 'php',
  path: 'src/index.php',
  file: (declarations, statements) => ['<?php', ...declarations, 'function index() {', ...indented(statements), '}', ''].join('\n'),
  cookie: (i) => [`setcookie("name${i}", $_GET["v"], ["httponly" => true, "secure" => ${i % 2 === 0}]);`],
  condition: (i) => `$_GET["a${i}"] === "${i}"`,
  chain: parenthesised,
  options: ['$options = ["httponly" => true];'],
  setSecure: (value) => [`$options["secure"] = ${value};`],
  cookieWithOptions: (i) => [`setcookie("shared${i}", $_GET["v"], $options);`],
  handler: (i, statements) => [`function handle${i}() {`, ...indented(statements), '}'],
  returning: (name, returns) => [
    `function ${name}() {`,
    ...returns.map(({ condition, value }) => `  if (${condition}) return ["secure" => ${value}];`),
    '  return ["secure" => true];',
    '}',
  ],
  cookieBy: (call) => [`setcookie("by", $_GET["v"], ${call}());`],
  assign: (name, value) => [`$${name} = ${value};`],
  list: (items) => `[${items.map((item) => (/^\d/.test(item) ? item : `$${item}`)).join(', ')}]`,
  joined: (left, right) => `$${left} . $${right}`,
  text: '"a=b"',
};

const servlet = (i: number, name: string): string[] => [
  `Cookie ${name} = new Cookie("name${i}", req.getParameter("v"));`,
  `${name}.setHttpOnly(true);`,
  `${name}.setSecure(${i % 2 === 0});`,
  `res.addCookie(${name});`,
];

const java: Dialect = {
  id: 'java',
  path: 'src/main/java/shop/Pages.java',
  file: (declarations, statements) =>
    [
      'package shop;',
      'import jakarta.servlet.http.*;',
      'public class Pages extends HttpServlet {',
      ...indented(declarations),
      '  protected void doGet(HttpServletRequest req, HttpServletResponse res) {',
      ...indented(statements, '    '),
      '  }',
      '}',
      '',
    ].join('\n'),
  cookie: (i) => servlet(i, `c${i}`),
  condition: (i) => `"${i}".equals(req.getParameter("a${i}"))`,
  chain: parenthesised,
  options: ['Cookie options = new Cookie("shared", req.getParameter("v"));', 'options.setHttpOnly(true);'],
  setSecure: (value) => [`options.setSecure(${value});`],
  cookieWithOptions: () => ['res.addCookie(options);'],
  handler: (i, statements) => [`void handle${i}(HttpServletRequest req, HttpServletResponse res) {`, ...indented(statements), '}'],
  returning: (name, returns) => [
    `static boolean ${name}(HttpServletRequest req) {`,
    ...returns.map(({ condition, value }) => `  if (${condition}) return ${value};`),
    '  return true;',
    '}',
  ],
  cookieBy: (call) => ['Cookie by = new Cookie("by", req.getParameter("v"));', `by.setSecure(${call}(req));`, 'res.addCookie(by);'],
  assign: (name, value) => [`Object ${name} = ${value};`],
  list: (items) => `List.of(${items.join(', ')})`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const csharp: Dialect = {
  id: 'csharp',
  path: 'Pages/PagesController.cs',
  file: (declarations, statements) =>
    [
      'using Microsoft.AspNetCore.Http;',
      'using Microsoft.AspNetCore.Mvc;',
      'public class PagesController : Controller {',
      ...indented(declarations),
      '  public IActionResult Index() {',
      ...indented(statements, '    '),
      '    return View();',
      '  }',
      '}',
      '',
    ].join('\n'),
  cookie: (i) => [
    `Response.Cookies.Append("name${i}", Request.Query["v"], new CookieOptions { HttpOnly = true, Secure = ${i % 2 === 0} });`,
  ],
  condition: (i) => `Request.Query["a${i}"] == "${i}"`,
  chain: parenthesised,
  options: ['var options = new CookieOptions { HttpOnly = true };'],
  setSecure: (value) => [`options.Secure = ${value};`],
  cookieWithOptions: (i) => [`Response.Cookies.Append("shared${i}", Request.Query["v"], options);`],
  handler: (i, statements) => [`public void Handle${i}() {`, ...indented(statements), '}'],
  returning: (name, returns) => [
    `bool ${name}() {`,
    ...returns.map(({ condition, value }) => `  if (${condition}) return ${value};`),
    '  return true;',
    '}',
  ],
  cookieBy: (call) => [`Response.Cookies.Append("by", Request.Query["v"], new CookieOptions { Secure = ${call}() });`],
  assign: (name, value) => [`var ${name} = ${value};`],
  list: (items) => `new object[] { ${items.join(', ')} }`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const go: Dialect = {
  id: 'go',
  path: 'main.go',
  file: (declarations, statements) =>
    [
      'package main',
      'import "net/http"',
      ...declarations,
      'func index(w http.ResponseWriter, r *http.Request) {',
      ...indented(statements),
      '}',
      '',
    ].join('\n'),
  cookie: (i) => [
    `http.SetCookie(w, &http.Cookie{Name: "name${i}", Value: r.URL.Query().Get("v"), HttpOnly: true, Secure: ${i % 2 === 0}})`,
  ],
  condition: (i) => `r.URL.Query().Get("a${i}") == "${i}"`,
  chain: bare,
  options: ['options := &http.Cookie{Name: "shared", HttpOnly: true}'],
  setSecure: (value) => [`options.Secure = ${value}`],
  cookieWithOptions: () => ['http.SetCookie(w, options)'],
  handler: (i, statements) => [`func handle${i}(w http.ResponseWriter, r *http.Request) {`, ...indented(statements), '}'],
  returning: (name, returns) => [
    `func ${name}(r *http.Request) bool {`,
    ...returns.flatMap(({ condition, value }) => [`  if ${condition} {`, `    return ${value}`, '  }']),
    '  return true',
    '}',
  ],
  cookieBy: (call) => [`http.SetCookie(w, &http.Cookie{Name: "by", Secure: ${call}(r)})`],
  assign: (name, value) => [`var ${name} = ${value}`],
  list: (items) => `[]any{${items.join(', ')}}`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const kotlin: Dialect = {
  id: 'kotlin',
  path: 'src/main/kotlin/shop/Pages.kt',
  file: (declarations, statements) =>
    [
      'package shop',
      'import jakarta.servlet.http.*',
      'class Pages : HttpServlet() {',
      ...indented(declarations),
      '  override fun doGet(req: HttpServletRequest, res: HttpServletResponse) {',
      ...indented(statements, '    '),
      '  }',
      '}',
      '',
    ].join('\n'),
  cookie: (i) => [
    `val c${i} = Cookie("name${i}", req.getParameter("v"))`,
    `c${i}.isHttpOnly = true`,
    `c${i}.secure = ${i % 2 === 0}`,
    `res.addCookie(c${i})`,
  ],
  condition: (i) => `req.getParameter("a${i}") == "${i}"`,
  chain: parenthesised,
  options: ['val options = Cookie("shared", req.getParameter("v"))', 'options.isHttpOnly = true'],
  setSecure: (value) => [`options.secure = ${value}`],
  cookieWithOptions: () => ['res.addCookie(options)'],
  handler: (i, statements) => [`fun handle${i}(req: HttpServletRequest, res: HttpServletResponse) {`, ...indented(statements), '}'],
  returning: (name, returns) => [
    `fun ${name}(req: HttpServletRequest): Boolean {`,
    ...returns.map(({ condition, value }) => `  if (${condition}) return ${value}`),
    '  return true',
    '}',
  ],
  cookieBy: (call) => ['val by = Cookie("by", req.getParameter("v"))', `by.secure = ${call}(req)`, 'res.addCookie(by)'],
  assign: (name, value) => [`val ${name} = ${value}`],
  list: (items) => `listOf(${items.join(', ')})`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const scala: Dialect = {
  id: 'scala',
  path: 'app/controllers/Pages.scala',
  file: (declarations, statements) =>
    [
      'package controllers',
      'import play.api.mvc._',
      'class Pages extends InjectedController {',
      ...indented(declarations),
      '  def index() = Action { implicit request =>',
      ...indented(statements, '    '),
      '    Ok("")',
      '  }',
      '}',
      '',
    ].join('\n'),
  cookie: (i) => [`Ok("").withCookies(Cookie("name${i}", "v", httpOnly = true, secure = ${i % 2 === 0}))`],
  condition: (i) => `request.getQueryString("a${i}") == Some("${i}")`,
  chain: parenthesised,
  options: ['var options = false'],
  setSecure: (value) => [`options = ${value}`],
  cookieWithOptions: (i) => [`Ok("").withCookies(Cookie("shared${i}", "v", secure = options))`],
  handler: (i, statements) => [`def handle${i}() = Action { implicit request =>`, ...indented(statements), '  Ok("")', '}'],
  returning: (name, returns) => [
    `def ${name}(request: Request[AnyContent]): Boolean = {`,
    ...returns.map(({ condition, value }) => `  if (${condition}) return ${value}`),
    '  true',
    '}',
  ],
  cookieBy: (call) => [`Ok("").withCookies(Cookie("by", "v", secure = ${call}(request)))`],
  assign: (name, value) => [`val ${name} = ${value}`],
  list: (items) => `List(${items.join(', ')})`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

const rust: Dialect = {
  id: 'rust',
  path: 'src/main.rs',
  file: (declarations, statements) =>
    [
      'use axum_extra::extract::cookie::{Cookie, CookieJar};',
      ...declarations,
      'fn index(jar: CookieJar, query: Query) -> CookieJar {',
      ...indented(statements),
      '  jar',
      '}',
      '',
    ].join('\n'),
  cookie: (i) => [`let jar = jar.add(Cookie::build(("name${i}", "v")).http_only(true).secure(${i % 2 === 0}).build());`],
  condition: (i) => `query.get("a${i}") == Some("${i}")`,
  chain: bare,
  options: ['let mut options = Cookie::new("shared", "v");', 'options.set_http_only(true);'],
  setSecure: (value) => [`options.set_secure(${value});`],
  cookieWithOptions: () => ['let jar = jar.add(options.clone());'],
  handler: (i, statements) => [`fn handle${i}(jar: CookieJar, query: Query) -> CookieJar {`, ...indented(statements), '  jar', '}'],
  returning: (name, returns) => [
    `fn ${name}(query: &Query) -> bool {`,
    ...returns.flatMap(({ condition, value }) => [`  if ${condition} {`, `    return ${value};`, '  }']),
    '  true',
    '}',
  ],
  cookieBy: (call) => [`let jar = jar.add(Cookie::build(("by", "v")).secure(${call}(&query)).build());`],
  assign: (name, value) => [`let ${name} = ${value};`],
  list: (items) => `vec![${items.join(', ')}]`,
  joined: (left, right) => `${left} + ${right}`,
  text: '"a=b"',
};

export const dialects: readonly Dialect[] = [javascript, python, ruby, php, java, csharp, go, kotlin, scala, rust];
