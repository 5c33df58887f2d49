/** Chromium as the witness: a HAR file and a storage state that it recorded, `--browser`, and what it really does with each Set-Cookie header. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { receive } from '../../src/cookies/browser-cookie.js';
import { installed } from '../oracle/server-oracle.js';
import { checkout, cookieLint, express, Running, verified } from './apps.js';
import { closed, listening, selfSigned, type Certificate } from '../loopback.js';

/** Debian's; elsewhere CHROMIUM says where it is. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const lacking = [
  ...(existsSync(executablePath) ? [] : ['chromium is not installed']),
  ...['nginx', 'openssl'].filter((name) => installed(name) === undefined).map((name) => `${name} is not installed`),
];

describe.skipIf(lacking.length > 0)(`Chromium${lacking.length > 0 ? ` (skipped: ${lacking.join(', ')})` : ''}`, () => {
  let browser: Browser;
  let certificate: Certificate;
  const running = new Running();

  beforeAll(async () => {
    certificate = selfSigned();
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--no-proxy-server',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP *.example.com 127.0.0.1, MAP example.com 127.0.0.1, MAP *.github.io 127.0.0.1',
      ],
    });
  }, 60_000);
  afterEach(() => running.end());
  afterAll(async () => browser?.close());

  it('records a HAR file and a storage state, in which each cookie has its line, also the one that a script sets', async () => {
    const folder = checkout(express);
    const { tls } = await running.proxy(await running.app(express, folder), certificate);
    const out = mkdtempSync(path.join(tmpdir(), 'cookie-lint-har-'));
    const context = await browser.newContext({ ignoreHTTPSErrors: true, recordHar: { path: path.join(out, 'site.har') } });
    const page = await context.newPage();
    await page.goto(tls);
    await page.waitForFunction('document.cookie.includes("ui=")');
    // The script's cookie goes with the second request, and is in the recording.
    await page.reload();
    await context.storageState({ path: path.join(out, 'state.json') });
    await context.close();
    const lines = (cookies: Awaited<ReturnType<typeof verified>>['cookies']): Record<string, unknown> =>
      Object.fromEntries(
        cookies.map(({ name, secure, byScript, link }) => [name, [secure, byScript, link?.candidates[0]?.path, link?.candidates[0]?.line]]),
      );
    const har = await verified(folder, path.join(out, 'site.har'));
    expect(har.targets[0]?.kind).toBe('har');
    expect(lines(har.cookies)).toEqual({
      'shop.sid': ['missing', false, 'app.js', 7],
      token: ['missing', false, 'app.js', 9],
      theme: ['missing', false, 'app.js', 10],
      lang: ['on', false, 'app.js', 11],
      ui: ['unknown', true, 'public/ui.js', 1],
    });
    expect(har.summary.verdict).toBe('fail');
    const state = await verified(folder, path.join(out, 'state.json'));
    expect(state.targets[0]?.kind).toBe('storage-state');
    expect(lines(state.cookies)).toEqual({
      'shop.sid': ['missing', false, 'app.js', 7],
      token: ['missing', false, 'app.js', 9],
      theme: ['missing', false, 'app.js', 10],
      lang: ['on', false, 'app.js', 11],
      ui: ['missing', false, 'public/ui.js', 1],
    });
  });

  it('opens the page for --browser, and tells what a script set from what an answer set', async () => {
    const folder = checkout(express);
    const { tls, http } = await running.proxy(await running.app(express, folder), certificate);
    const { code, targets, cookies } = await verified(folder, http, `--browser=${executablePath}`);
    expect(code).toBe(1);
    expect(targets[0]?.kind).toBe('browser');
    expect(targets[0]?.answers.map(({ url, status }) => [url, status])).toEqual(
      expect.arrayContaining([
        [http, 301],
        [tls, 200],
        [`${tls}ui.js`, 200],
      ]),
    );
    expect(cookies.filter(({ byScript }) => byScript).map(({ name, secure, link }) => [name, secure, link?.candidates[0]?.path])).toEqual([
      ['ui', 'missing', 'public/ui.js'],
    ]);
    expect(
      cookies
        .filter(({ byScript }) => !byScript)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['lang', 'shop.sid', 'theme', 'token']);
  });

  it('shows the page of a verification without violations of accessibility, wide and narrow, light and dark', async () => {
    const folder = checkout(express, {
      'answer.txt': 'HTTP/1.1 200 OK\r\nSet-Cookie: token=1\r\nSet-Cookie: other=1; SameSite=None\r\n\r\n',
    });
    await cookieLint(folder, 'verify', 'answer.txt', '--url', 'http://shop.example/', '--format', 'html=verify.html');
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(pathToFileURL(path.join(folder, 'verify.html')).href);
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `${axe}; axe.run(document, { resultTypes: ['violations'] })`,
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    expect(asked.every((url) => url.startsWith('file:'))).toBe(true);
    await page.close();
  });

  it('gives one line for a page that can’t be opened, and for a browser that is not there', async () => {
    const folder = checkout(express);
    for (const [url, program] of [
      ['http://localhost:1/', executablePath],
      ['http://localhost:1/', '/nowhere/chromium'],
    ] as const) {
      const { code, out, err } = await cookieLint(folder, 'verify', url, `--browser=${program}`);
      expect([code, out]).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    const bare = mkdtempSync(path.join(tmpdir(), 'cookie-lint-bare-'));
    expect((await cookieLint(bare, 'verify', 'http://localhost:1/', `--browser=${executablePath}`)).code).toBe(2);
  });

  /** What we say of each header is what Chromium does with it (of a tab we say that browsers differ). Its name is `c`, with a prefix where that is the question. */
  const HEADERS: readonly (readonly [header: string, host?: string])[] = [
    ['c=1'],
    ['c=1; Secure'],
    ['c=1; Secure=false'],
    ['c=1; Secured'],
    ['c=1; SameSite=None'],
    ['c=1; SameSite=None; Secure'],
    ['c=1; SameSite=Other'],
    ['c=1; HttpOnly; Path=/x'],
    ['c=1; Path=x'],
    ['c=1; Path="/"'],
    ['c=1; Domain=example.com'],
    ['c=1; Domain=.Example.COM'],
    ['c=1; Domain=www.example.com'],
    ['c=1; Domain=a.www.example.com'],
    ['c=1; Domain=other.com'],
    ['c=1; Domain=com'],
    ['c=1; Domain='],
    ['c=1; Domain=other.com; Domain=example.com'],
    ['c=1; Domain=github.io', 'shop.github.io'],
    ['c=1; Domain=shop.github.io', 'shop.github.io'],
    ['c="x; Secure"'],
    ['c=1; Max-Age=60'],
    ['c=1; Max-Age=0'],
    ['c=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    ['c=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    ['c=1; Expires=Wed, 01-Jan-2098 00:00:00 GMT'],
    ['c=1; Expires=tomorrow'],
    ['c=1; Max-Age=1.5'],
    ['c=1; Max-Age=999999999'],
    ['=c'],
    ['c'],
    ['c=a\tb'],
    [`c=${'x'.repeat(4095)}`],
    [`c=${'x'.repeat(4096)}`],
    [`c=1; Path=/${'x'.repeat(1100)}`],
    ['__Secure-c=1'],
    ['__secure-c=1'],
    ['__Secure-c=1; Secure; Domain=example.com'],
    ['__Host-c=1; Secure'],
    ['__Host-c=1; Secure; Path=/'],
    ['__Host-c=1; Secure; Path=/; Domain=www.example.com'],
    ['__HOST-c=1; Secure; Path=/x'],
    ['__Secure-c'],
    ['c=1; Partitioned'],
    ['c=1; Partitioned; Secure; Path=/; SameSite=None'],
  ];

  it('does with each header what we say', async () => {
    const server = https.createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
      const [header = ''] = HEADERS[Number((request.url ?? '').split('/').at(-1))] ?? [];
      response.writeHead(200, { 'Set-Cookie': header }).end('ok');
    });
    const port = await listening(server);
    try {
      const wrong: unknown[] = [];
      for (const [index, [header, host = 'www.example.com']] of HEADERS.entries()) {
        const address = `https://${host}:${port}/a/${index}`;
        const context = await browser.newContext({ ignoreHTTPSErrors: true });
        const page = await context.newPage();
        await page.goto(address);
        const [real] = await context.cookies();
        await context.close();
        const { verdict, cookie } = receive(header, { url: new URL(address), now: Date.now() });
        const kept = verdict === 'stored' && cookie?.deletes === false ? cookie : undefined;
        const ours =
          kept === undefined
            ? undefined
            : {
                name: kept.name,
                value: kept.value,
                domain: `${kept.hostOnly ? '' : '.'}${kept.domain ?? ''}`,
                path: kept.path,
                secure: kept.secure,
                httpOnly: kept.httpOnly,
                session: kept.expires === null,
              };
        const theirs =
          real === undefined
            ? undefined
            : {
                name: real.name,
                value: real.value,
                domain: real.domain,
                path: real.path,
                secure: real.secure,
                httpOnly: real.httpOnly,
                session: real.expires === -1,
              };
        if (JSON.stringify(ours) !== JSON.stringify(theirs)) wrong.push({ header, ours, theirs });
      }
      expect(wrong).toEqual([]);
    } finally {
      server.closeAllConnections();
      await closed(server);
    }
  }, 120_000);
});
