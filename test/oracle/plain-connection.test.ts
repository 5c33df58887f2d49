/**
 * Behind a proxy that ends TLS a connection looks plain. Libraries that then refuse Secure cookies are run there, with what
 * `secure: true` alone does, and with what the fix does: the cookie is there, and Secure.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fix } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { applyEdits } from '../../src/fixes/diff.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-plain-'));
  symlinkSync(path.resolve(import.meta.dirname, '../../node_modules'), path.join(folder, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function fixesOf(text: string): Promise<readonly Fix[]> {
  const { findings } = await scan({ root: folder, config: defaultConfig, alone: true, stdin: { filename: 'app.cjs', text } });
  return findings.flatMap(({ fixes }) => fixes);
}

let count = 0;

/** Status and Set-Cookie headers of the program's answer to a request that a proxy got over HTTPS. */
async function answerOf(text: string): Promise<{ readonly status: number; readonly cookies: readonly string[] }> {
  const file = path.join(folder, `app${count++}.cjs`);
  writeFileSync(file, text);
  const app = createRequire(import.meta.url)(file) as RequestListener & {
    readonly callback?: () => RequestListener;
    readonly silent?: boolean;
  };
  const server: Server = createServer(app.callback === undefined ? app : app.callback());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      headers: { 'X-Forwarded-Proto': 'https' },
    });
    return { status: response.status, cookies: response.headers.getSetCookie() };
  } finally {
    server.close();
  }
}

const express = (use: string, handler: string): string =>
  `const express = require('express');\nconst app = express();\n${use}\napp.get('/', (req, res) => {\n  ${handler}\n  res.end();\n});\nmodule.exports = app;\n`;
const koa = (handler: string): string =>
  `const Koa = require('koa');\nconst app = new Koa();\napp.silent = true;\napp.use((ctx) => {\n  ${handler}\n  ctx.body = 'x';\n});\nmodule.exports = app;\n`;

describe.each<[library: string, program: (secure: string) => string, written: string]>([
  [
    'express-session',
    (secure) =>
      express(
        `app.use(require('express-session')({ secret: 's', resave: false, saveUninitialized: true, cookie: { secure: ${secure} } }));`,
        '',
      ),
    "'auto'",
  ],
  [
    'cookie-session',
    (secure) => express(`app.use(require('cookie-session')({ keys: ['k'], secure: ${secure} }));`, 'req.session.x = 1;'),
    'false',
  ],
  ['Koa', (secure) => koa(`ctx.cookies.set('session', 'x', { secure: ${secure} });`), 'false'],
])('%s', (_, program, written) => {
  it('sends no Secure cookie over a plain connection', async () => {
    const { status, cookies } = await answerOf(program('true'));
    expect(cookies.length === 0 || status === 500).toBe(true);
  });

  it('is not given Secure alone by a safe fix', async () => {
    const fixes = await fixesOf(program(written));
    expect(fixes.filter(({ safe }) => safe)).toEqual([]);
    expect(fixes[0]?.title).toContain('trust the proxy');
  });

  it('sends a Secure cookie with the fix', async () => {
    const [fix] = await fixesOf(program(written));
    const fixed = applyEdits(program(written), fix!.edits);
    const { status, cookies } = await answerOf(fixed);
    expect([status, cookies.length > 0 && cookies.every((cookie) => /; secure/i.test(cookie))]).toEqual([200, true]);
  });

  it('gets a safe fix where the proxy is trusted already', async () => {
    const [fix] = await fixesOf(program(written));
    const trusting = applyEdits(program(written), fix!.edits.slice(0, 1));
    const [safe] = await fixesOf(trusting);
    // What follows the request is right behind a trusted proxy: nothing is left to say.
    if (written === "'auto'") expect(safe).toBeUndefined();
    else {
      expect(safe?.safe).toBe(true);
      expect((await answerOf(applyEdits(trusting, safe!.edits))).cookies[0]).toMatch(/; secure/i);
    }
  });
});

const hasFastifySession = ['@fastify/session', '@fastify/cookie', 'fastify'].every((name) => {
  try {
    return createRequire(import.meta.url).resolve(name) !== '';
  } catch {
    return false;
  }
});

describe.skipIf(!hasFastifySession)(`Fastify's session${hasFastifySession ? '' : ' (skipped: @fastify/session is not installed)'}`, () => {
  const program = (secure: string, made = ''): string =>
    `const fastify = require('fastify')(${made});\nfastify.register(require('@fastify/cookie'));\nfastify.register(require('@fastify/session'), { secret: 'x'.repeat(40), cookie: { secure: ${secure} } });\nfastify.get('/', (request, reply) => {\n  request.session.x = 1;\n  reply.send('x');\n});\nmodule.exports = (request, response) => fastify.ready().then(() => fastify.routing(request, response));\n`;

  it('sends no Secure cookie over a plain connection, and one where the proxy is trusted', async () => {
    expect((await answerOf(program('true'))).cookies).toEqual([]);
    expect((await answerOf(program('true', '{ trustProxy: true }'))).cookies[0]).toMatch(/; secure/i);
  });

  it('is not given Secure alone by a safe fix, which says what it takes', async () => {
    const fixes = await fixesOf(program('false'));
    expect(fixes.filter(({ safe }) => safe)).toEqual([]);
    expect(fixes[0]?.title).toContain('trustProxy');
    const fixed = applyEdits(program('false', '{ trustProxy: true }'), (await fixesOf(program('false', '{ trustProxy: true }')))[0]!.edits);
    expect((await answerOf(fixed)).cookies[0]).toMatch(/; secure/i);
  });
});
