/** Repositories that grow: each kind of input, in every language that has it, of any size. */
import { dialects, type Dialect } from './dialects.js';

/** A kind of input: its name, and its files for a size. */
export interface Growing {
  readonly name: string;
  readonly language: string;
  readonly files: (size: number) => ReadonlyMap<string, string>;
  /** How large it is made at most, where it is not meant to be as large as the others. */
  readonly largest?: number;
  /** From which size on it is compared with one of twice the size: where a bound begins to hold. */
  readonly from?: number;
}

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** What one file holds: the statements of its function, and declarations before it. */
interface Body {
  readonly declarations?: readonly string[];
  readonly statements: readonly string[];
}

const KINDS: Readonly<
  Record<string, { readonly body: (dialect: Dialect, size: number) => Body; readonly largest?: number; readonly from?: number }>
> = {
  'else-if chain that writes one options object': {
    body: (d, size) => ({
      statements: [
        ...d.options,
        ...d.chain(times(size, (i) => ({ condition: d.condition(i), body: d.setSecure(i % 2 === 0) }))),
        ...d.cookieWithOptions(0),
      ],
    }),
  },
  'many conditional writes before one cookie': {
    body: (d, size) => ({
      statements: [
        ...d.options,
        ...times(size, (i) => d.chain([{ condition: d.condition(i), body: d.setSecure(i % 2 === 0) }])).flat(),
        ...d.cookieWithOptions(0),
      ],
    }),
  },
  'many writes before one cookie': {
    body: (d, size) => ({ statements: [...d.options, ...times(size, (i) => d.setSecure(i % 2 === 0)).flat(), ...d.cookieWithOptions(0)] }),
  },
  'if-return chain': {
    body: (d, size) => ({
      declarations: d.returning(
        'pick',
        times(size, (i) => ({ condition: d.condition(i), value: i % 2 === 0 })),
      ),
      statements: d.cookieBy('pick'),
    }),
  },
  'cookies that share one options object': {
    body: (d, size) => ({ statements: [...d.options, ...d.setSecure(true), ...times(size, (i) => d.cookieWithOptions(i)).flat()] }),
  },
  // Of the conditions around a cookie a few dozen are followed.
  'else-if chain of cookies': {
    from: 120,
    body: (d, size) => ({ statements: d.chain(times(size, (i) => ({ condition: d.condition(i), body: d.cookie(i) }))) }),
  },
  'cookies in one function': { body: (d, size) => ({ statements: times(size, (i) => d.cookie(i)).flat() }) },
  'cookies under conditions of their own': {
    body: (d, size) => ({ statements: times(size, (i) => d.chain([{ condition: d.condition(i), body: d.cookie(i) }])).flat() }),
  },
  handlers: { body: (d, size) => ({ declarations: times(size, (i) => d.handler(i, d.cookie(i))).flat(), statements: d.cookie(0) }) },
  'lists that are doubled line by line': {
    body: (d, size) => ({
      statements: [
        ...d.assign('a0', d.list(['1'])),
        ...times(size, (i) => d.assign(`a${i + 1}`, d.list([`a${i}`, `a${i}`]))).flat(),
        ...d.cookie(0),
      ],
    }),
  },
  'texts that are doubled line by line': {
    body: (d, size) => ({
      statements: [
        ...d.assign('a0', d.text),
        ...times(size, (i) => d.assign(`a${i + 1}`, d.joined(`a${i}`, `a${i}`))).flat(),
        ...d.cookie(0),
      ],
    }),
  },
  'nested ifs': {
    body: (d, size) => ({
      statements: times(size, (i) => i).reduceRight<readonly string[]>(
        (inner, i) => d.chain([{ condition: d.condition(i), body: inner }]),
        d.cookie(0),
      ),
    }),
    largest: 100,
  },
};

const ofDialects: readonly Growing[] = Object.entries(KINDS).flatMap(([name, { body, ...sizes }]) =>
  dialects.map((dialect): Growing => ({
    name,
    language: dialect.id,
    ...sizes,
    files: (size) => {
      const { declarations = [], statements } = body(dialect, size);
      return new Map([[dialect.path, dialect.file(declarations, statements)]]);
    },
  })),
);

const express = (lines: readonly string[]): string =>
  ['const express = require("express");', 'const app = express();', ...lines, ''].join('\n');
const inHandler = (lines: readonly string[]): string =>
  express(['app.get("/", (req, res) => {', ...lines.map((line) => `  ${line}`), '});']);
const single =
  (path: string, text: (size: number) => string): Growing['files'] =>
  (size) =>
    new Map([[path, text(size)]]);

const others: readonly Growing[] = [
  {
    name: 'builder that is reassigned under conditions',
    language: 'javascript',
    files: single('src/app.js', (size) =>
      inHandler([
        'let query = db("t");',
        ...times(size, (i) => `if (req.query.a${i}) query = query.where("x", ${i});\n  query.andWhere("y", ${i});`),
        'res.cookie("session", "v", { secure: query.first().secure });',
      ]),
    ),
  },
  {
    name: 'switch over options',
    language: 'javascript',
    files: single('src/app.js', (size) =>
      inHandler([
        'let options;',
        'switch (req.query.kind) {',
        ...times(size, (i) => `case "${i}": options = { secure: ${i % 2 === 0} }; break;`),
        'default: options = {};',
        '}',
        'res.cookie("session", "v", options);',
      ]),
    ),
  },
  {
    name: 'handlers that share one options object',
    language: 'javascript',
    files: single('src/app.js', (size) =>
      express([
        'const options = { httpOnly: true };',
        ...times(size, (i) => `app.get("/${i}", (req, res) => res.cookie("c${i}", req.query.v, options));`),
      ]),
    ),
  },
  {
    name: 'handlers that write one options object',
    from: 220,
    language: 'javascript',
    files: single('src/app.js', (size) =>
      express([
        'const options = { httpOnly: true };',
        ...times(
          size,
          (i) => `app.get("/${i}", (req, res) => { options.secure = ${i % 2 === 0}; res.cookie("c${i}", req.query.v, options); });`,
        ),
      ]),
    ),
  },
  {
    name: 'functions that call one object',
    from: 80,
    language: 'javascript',
    files: single('src/app.js', (size) =>
      express([
        'let client = makeClient();',
        ...times(
          size,
          (i) => `app.get("/${i}", (req, res) => { client.touch(${i}); res.cookie("c${i}", req.query.v, { secure: client.secure }); });`,
        ),
      ]),
    ),
  },
  {
    name: 'functions that one helper changes for',
    from: 80,
    language: 'javascript',
    files: single('src/app.js', (size) =>
      express([
        'const options = { httpOnly: true };',
        'function harden(on) { options.secure = on; }',
        ...times(size, (i) => `app.get("/${i}", (req, res) => { harden(${i % 2 === 0}); res.cookie("c${i}", req.query.v, options); });`),
      ]),
    ),
  },
  {
    name: 'map entries',
    language: 'javascript',
    files: single('src/app.js', (size) =>
      express([
        'const byName = new Map();',
        'const all = {};',
        ...times(size, (i) => `byName.set("k${i}", { secure: ${i % 2 === 0} }); all.k${i} = { secure: ${i % 2 === 0} };`),
        'app.get("/", (req, res) => { res.cookie("a", "v", byName.get("k0")); res.cookie("b", "v", all.k0); res.cookie("c", "v", all[req.query.k]); });',
      ]),
    ),
  },
  {
    name: 'spreads of spreads',
    language: 'javascript',
    files: single('src/app.js', (size) =>
      express([
        'const o0 = { httpOnly: true };',
        ...times(size, (i) => `const o${i + 1} = process.env.X${i} ? { ...o${i}, priority: "high" } : { ...o${i}, priority: "low" };`),
        `app.get("/", (req, res) => res.cookie("a", "v", o${size}));`,
      ]),
    ),
    largest: 300,
  },
  {
    name: 'text that is appended to',
    language: 'javascript',
    files: single('src/app.js', (size) =>
      inHandler([
        'let text = "a=b";',
        ...times(size, (i) => `if (req.query.a${i}) text += "; x${i}=" + req.query.a${i};`),
        'res.setHeader("Set-Cookie", text);',
      ]),
    ),
  },
  {
    name: 'barrels that export one another',
    language: 'javascript',
    files: (size) => {
      const files = new Map<string, string>();
      const layers = Math.max(2, Math.round(size / 3));
      for (let layer = 0; layer < layers; layer++) {
        for (let i = 0; i < 3; i++) {
          const next =
            layer + 1 < layers ? times(3, (j) => `export * from "./b${layer + 1}_${j}.js";`) : ['export const found = { secure: true };'];
          files.set(`src/b${layer}_${i}.js`, `${next.join('\n')}\n`);
        }
      }
      files.set(
        'src/app.js',
        'import express from "express";\nimport { found, missing } from "./b0_0.js";\nconst app = express();\napp.get("/", (req, res) => { res.cookie("a", "v", found); res.cookie("b", "v", missing); });\n',
      );
      return files;
    },
    largest: 300,
  },
  {
    name: 'packages that import one another whole',
    language: 'python',
    files: (size) => {
      const files = new Map<string, string>([['shop/__init__.py', '']]);
      const layers = Math.max(2, Math.round(size / 3));
      for (let layer = 0; layer < layers; layer++) {
        for (let i = 0; i < 3; i++)
          files.set(
            `shop/m${layer}_${i}.py`,
            layer + 1 < layers ? times(3, (j) => `from shop.m${layer + 1}_${j} import *`).join('\n') + '\n' : 'found = True\n',
          );
      }
      files.set(
        'shop/app.py',
        'from flask import Flask, make_response\nfrom shop.m0_0 import *\napp = Flask(__name__)\n@app.get("/")\ndef index():\n  response = make_response("")\n  response.set_cookie("a", "v", secure=found)\n  response.set_cookie("b", "v", secure=missing)\n  return response\n',
      );
      return files;
    },
    largest: 300,
  },
  {
    name: 'files that call one helper',
    language: 'javascript',
    files: (size) =>
      new Map([
        ['src/helper.js', 'export function remember(res, name, value, options) { res.cookie(name, value, options); }\n'],
        ...times(size, (i): [string, string] => [
          `src/f${i}.js`,
          `import { remember } from "./helper.js";\nexport const handle = (req, res) => remember(res, "c${i}", req.query.v, { secure: process.env.NODE_ENV === "production" });\n`,
        ]),
      ]),
    largest: 300,
  },
  {
    name: 'setters of one object',
    language: 'java',
    files: single('src/main/java/shop/Pages.java', (size) =>
      [
        'package shop;',
        'import jakarta.servlet.http.*;',
        'public class Pages extends HttpServlet {',
        '  protected void doGet(HttpServletRequest req, HttpServletResponse res) {',
        '    Cookie one = new Cookie("one", "v");',
        ...times(size, (i) => `    one.setAttribute("k${i}", "v");`),
        '    res.addCookie(one);',
        '  }',
        '}',
        '',
      ].join('\n'),
    ),
  },
  {
    name: 'fluent chain',
    language: 'java',
    files: single('src/main/java/shop/Pages.java', (size) =>
      [
        'package shop;',
        'import org.springframework.http.ResponseCookie;',
        'public class Pages {',
        '  String make() {',
        '    return ResponseCookie.from("one", "v")',
        ...times(size, (i) => `      .path("/${i}")`),
        '      .build().toString();',
        '  }',
        '}',
        '',
      ].join('\n'),
    ),
    largest: 200,
  },
  {
    name: 'for and nested if',
    language: 'scala',
    files: single('app/controllers/Pages.scala', (size) =>
      [
        'package controllers',
        'import play.api.mvc._',
        'class Pages extends InjectedController {',
        '  def index() = Action { implicit request =>',
        ...times(
          size,
          (i) => `    for (x <- List(${i})) { if (x == ${i}) { if (request.secure) { Ok("").withCookies(Cookie("c${i}", "v")) } } }`,
        ),
        '    Ok("")',
        '  }',
        '}',
        '',
      ].join('\n'),
    ),
  },
  {
    name: 'ingresses',
    language: 'yaml',
    files: single('deploy/ingress.yaml', (size) =>
      times(size, (i) =>
        [
          'kind: Ingress',
          'metadata:',
          `  name: i${i}`,
          '  annotations:',
          '    nginx.ingress.kubernetes.io/affinity: "cookie"',
          `    nginx.ingress.kubernetes.io/session-cookie-name: "route${i}"`,
          '',
        ].join('\n'),
      ).join('---\n'),
    ),
  },
  {
    name: 'annotations of one ingress',
    language: 'yaml',
    files: single('deploy/ingress.yaml', (size) =>
      [
        'kind: Ingress',
        'metadata:',
        '  annotations:',
        '    nginx.ingress.kubernetes.io/affinity: "cookie"',
        ...times(size, (i) => `    example.org/a${i}: "v"`),
        '',
      ].join('\n'),
    ),
  },
  {
    name: 'locations',
    language: 'nginx',
    files: single('nginx.conf', (size) =>
      [
        'server {',
        ...times(size, (i) => `  location /${i} { add_header Set-Cookie "a${i}=1; Path=/"; proxy_cookie_flags ~ httponly; }`),
        '}',
        '',
      ].join('\n'),
    ),
  },
  {
    name: 'settings',
    language: 'python',
    files: single('shop/settings.py', (size) =>
      [
        'INSTALLED_APPS = ["django.contrib.sessions"]',
        'MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]',
        'ROOT_URLCONF = "shop.urls"',
        ...times(size, (i) => `SETTING_${i} = ${i}`),
        '',
      ].join('\n'),
    ),
  },
];

/** How languages write functions that all change one object, and send it: what stands before them, each of them, and the words around. */
const WRITERS: Readonly<Record<string, { readonly id: string; readonly each: (i: number) => string; readonly before: readonly string[] }>> =
  {
    python: {
      id: 'python',
      before: ['options = {"httponly": True}'],
      each: (i) =>
        `@app.get("/w${i}")\ndef write${i}():\n  response = make_response("")\n  options["secure"] = ${i % 2 === 0 ? 'True' : 'False'}\n  response.set_cookie("c${i}", "v", **options)\n  return response`,
    },
    ruby: {
      id: 'ruby',
      before: ['OPTIONS = { httponly: true }'],
      each: (i) => `def write${i}\n  OPTIONS[:secure] = ${i % 2 === 0}\n  cookies[:c${i}] = OPTIONS\nend`,
    },
    java: {
      id: 'java',
      before: ['Cookie shared = new Cookie("shared", "v");'],
      each: (i) => `void write${i}(HttpServletResponse res) {\n  shared.setSecure(${i % 2 === 0});\n  res.addCookie(shared);\n}`,
    },
    csharp: {
      id: 'csharp',
      before: ['private CookieOptions shared = new CookieOptions();'],
      each: (i) => `public void Write${i}() {\n  shared.Secure = ${i % 2 === 0};\n  Response.Cookies.Append("c${i}", "v", shared);\n}`,
    },
    go: {
      id: 'go',
      before: ['var shared = &http.Cookie{Name: "shared", Value: "v"}'],
      each: (i) => `func write${i}(w http.ResponseWriter) {\n  shared.Secure = ${i % 2 === 0}\n  http.SetCookie(w, shared)\n}`,
    },
    kotlin: {
      id: 'kotlin',
      before: ['val shared = Cookie("shared", "v")'],
      each: (i) => `fun write${i}(res: HttpServletResponse) {\n  shared.secure = ${i % 2 === 0}\n  res.addCookie(shared)\n}`,
    },
  };

const writers: readonly Growing[] = dialects.flatMap((dialect): Growing[] => {
  const writer = WRITERS[dialect.id];
  if (writer === undefined) return [];
  return [
    {
      name: 'functions that write one object',
      language: dialect.id,
      // More than a hundred places are not changed at once.
      from: 220,
      files: (size) =>
        new Map([[dialect.path, dialect.file([...writer.before, ...times(size, writer.each).join('\n').split('\n')], dialect.cookie(0))]]),
    },
  ];
});

export const growing: readonly Growing[] = [...ofDialects, ...writers, ...others];
