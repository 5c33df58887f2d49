/** A cookie at the end, or in the middle, of a chain of calls is found however long the chain is, or the chain is named. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import type { Report } from '../../src/cookies/finding.js';

const links = (count: number, link: (i: number) => string): string => Array.from({ length: count }, (_, i) => link(i)).join('');

/** One bad cookie each. */
const CHAINS: Readonly<Record<string, readonly [file: string, text: (count: number) => string]>> = {
  java: [
    'src/A.java',
    (n) =>
      `package a;\nimport org.springframework.http.ResponseCookie;\npublic class A { String m() { return ResponseCookie.from("one", "v")${links(n, (i) => `\n.path("/${i}")`)}\n.build().toString(); } }\n`,
  ],
  kotlin: [
    'src/A.kt',
    (n) =>
      `package a\nimport org.springframework.http.ResponseCookie\nclass A { fun m(): String { return ResponseCookie.from("one", "v")${links(n, (i) => `\n.path("/${i}")`)}\n.build().toString() } }\n`,
  ],
  csharp: [
    'A.cs',
    (n) =>
      `using Microsoft.AspNetCore.Builder;\nvar b = WebApplication.CreateBuilder(args);\nb.Services${links(n, (i) => `\n.AddScoped<S${i}>()`)}\n.AddSession(o => { o.Cookie.HttpOnly = true; });\n`,
  ],
  scala: [
    'app/A.scala',
    (n) =>
      `package a\nimport play.api.mvc._\nclass A extends InjectedController { def index() = Action { Ok("")${links(n, (i) => `\n.withHeaders("a" -> "${i}")`)}\n.withCookies(Cookie("one", "v", secure = false)) } }\n`,
  ],
  rust: [
    'src/main.rs',
    (n) =>
      `use axum_extra::extract::cookie::{Cookie, CookieJar};\nfn index(jar: CookieJar) -> CookieJar { jar.add(Cookie::build(("one", "v"))${links(n, (i) => `\n.path("/${i}")`)}\n.build()) }\n`,
  ],
  typescript: [
    'a.ts',
    (n) =>
      `import express from "express";\nconst app = express();\napp.get("/", (req: any, res: any) => { res.status(200)${links(n, (i) => `\n.set("a", "${i}")`)}.cookie("one", "v").end(); });\n`,
  ],
  php: [
    'a.php',
    (n) =>
      `<?php\nuse Illuminate\\Support\\Facades\\Route;\nRoute::get("/", function () { return response("x")${links(n, (i) => `\n->header("a", "${i}")`)}->cookie("one", "v", 1, "/", null, false); });\n`,
  ],
  symfony: [
    'a.php',
    (n) =>
      `<?php\nuse Symfony\\Component\\HttpFoundation\\Cookie;\nfunction f($response) { $response->headers->setCookie(Cookie::create("one")${links(n, (i) => `\n->withPath("/${i}")`)}\n->withSecure(false)); }\n`,
  ],
  ruby: [
    'app.rb',
    (n) => `require "sinatra"\nget "/" do\n  response${links(n, (i) => `.\n foo(${i})`)}\n response.set_cookie("one", value: "v")\nend\n`,
  ],
  python: [
    'a.py',
    (n) =>
      `from django.http import HttpResponse\ndef v(request):\n  r = (HttpResponse("x")${links(n, (i) => `\n.foo(${i})`)})\n  r.set_cookie("one", "v")\n  return r\n`,
  ],
  go: [
    'main.go',
    (n) =>
      `package main\nimport ("github.com/gin-gonic/gin")\nfunc main() { r := gin.Default(); r${links(n, (i) => `.\nUse(m${i})`)}.GET("/", func(c *gin.Context) { c.SetCookie("one", "v", 1, "/", "", false, true) }) }\n`,
  ],
};

async function scanned(name: string, count: number): Promise<Report> {
  const root = mkdtempSync(path.join(tmpdir(), 'cookie-lint-chain-'));
  const [file, text] = CHAINS[name]!;
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text(count));
  return scan({ root, config: defaultConfig, pedantic: true });
}

it.each(Object.keys(CHAINS))('%s: 200 calls are read', async (name) => {
  const { findings } = await scanned(name, 200);
  expect(findings.map(({ problem }) => problem === 'missing' || problem === 'disabled')).toEqual([true]);
});

it.each(Object.keys(CHAINS))('%s: of thousands the cookie is found, or the chain is named', async (name) => {
  for (const count of [420, 1_100, 3_000]) {
    const { findings, skipped } = await scanned(name, count);
    expect(skipped.filter(({ kind }) => kind === 'internal')).toEqual([]);
    expect(findings.length + skipped.length).toBeGreaterThan(0);
  }
});
