/** Opens a page in a real browser, through the Playwright that the user has installed, to see what scripts do to the cookies. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserType, Page, Response } from 'playwright-core';
import { hostOf } from '../cookies/cookie-scope.js';
import { pairOf } from '../cookies/set-cookie-header.js';
import { storedCookie } from './cookie-stores.js';
import { shownUrl, TargetError, webAddress, type Exchange, type HeldCookie, type Observation } from './observation.js';
import { isRedirect } from './redirects.js';

export interface BrowserOptions {
  /** Where Playwright is looked for. */
  readonly cwd: string;
  /** The browser's program; undefined for the one that Playwright brought. */
  readonly executable: string | undefined;
  readonly cookies: readonly string[];
  readonly insecure: boolean;
  /** Milliseconds for the page to load. */
  readonly timeout: number;
}

const PACKAGES = ['playwright', 'playwright-core', '@playwright/test'];

/** Nothing that the page does not ask for, and no proxy of the environment. */
const ARGUMENTS = [
  '--no-proxy-server',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
];

/** So long a page may go on asking for things after it has loaded. */
const SETTLE = 2_000;

export async function openPage(address: URL, options: BrowserOptions): Promise<Observation> {
  const chromium = playwright(options.cwd);
  const target = shownUrl(address);
  const browser = await chromium
    .launch({ args: ARGUMENTS, ...(options.executable === undefined ? {} : { executablePath: options.executable }) })
    .catch((error: unknown) => fail('the browser', error));
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: options.insecure });
    await context.addCookies(
      options.cookies
        .flatMap((header) => header.split(';'))
        .map(pairOf)
        .filter(({ assigned }) => assigned)
        .map(({ name, value }) => ({ name, value, url: address.href })),
    );
    const before = await context.cookies();
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    const notes = await load(page, address, options.timeout);
    const after = await context.cookies();
    const exchanges = await exchangesOf(responses);
    const known = new Set([
      ...before.map(({ name, secure }) => JSON.stringify([name, secure])),
      ...exchanges.flatMap(({ setCookies }) => setCookies.map(setByHeader)),
    ]);
    const held = after
      .filter(({ name, secure }) => !known.has(JSON.stringify([name, secure])))
      .map((cookie, index): HeldCookie =>
        storedCookie({ ...cookie }, { url: target, where: `after the page had loaded, cookie ${index + 1}` }, true),
      );
    return { target, kind: 'browser', exchanges, held, asked: [hostOf(address)], notes };
  } finally {
    await browser.close();
  }
}

/** A cookie that a script sets anew with another Secure than the answer's counts as the script's. */
function setByHeader(header: string): string {
  const [first = '', ...attributes] = header.split(';');
  return JSON.stringify([pairOf(first).name, attributes.some((one) => pairOf(one).name.toLowerCase() === 'secure')]);
}

async function load(page: Page, address: URL, timeout: number): Promise<string[]> {
  await page.goto(address.href, { waitUntil: 'load', timeout }).catch((error: unknown) => fail(shownUrl(address), error));
  let settled = true;
  await page.waitForLoadState('networkidle', { timeout: SETTLE }).catch(() => (settled = false));
  return settled ? [] : [`the page went on loading; its cookies were read ${SETTLE / 1000} s after it had loaded`];
}

async function exchangesOf(responses: readonly Response[]): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const [index, response] of responses.entries()) {
    const url = webAddress(response.url());
    if (url === undefined) continue;
    const headers = await response.headersArray();
    const next = responses[index + 1];
    const setCookies = headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').flatMap(({ value }) => value.split('\n'));
    exchanges.push({
      url: shownUrl(url),
      where: `answer ${index + 1}`,
      status: response.status(),
      setCookies,
      redirects: isRedirect(response.status()) && next?.request().redirectedFrom() === response.request(),
    });
  }
  return exchanges;
}

/** From the user's project, else from beside this program. */
function playwright(cwd: string): BrowserType {
  for (const from of [path.join(cwd, 'package.json'), import.meta.url]) {
    // The built program cannot `import` at run time (src/cli/compiled-program.ts); Playwright is CommonJS too.
    const require = createRequire(from);
    for (const name of PACKAGES) {
      const file = resolved(require.resolve, name);
      if (file === undefined) continue;
      const loaded = require(file) as { readonly chromium?: BrowserType; readonly default?: { readonly chromium?: BrowserType } };
      const chromium = loaded.chromium ?? loaded.default?.chromium;
      if (chromium !== undefined) return chromium;
    }
  }
  throw new TargetError('--browser needs Playwright, which is not installed here: npm install --save-dev playwright');
}

function resolved(resolve: NodeJS.RequireResolve, name: string): string | undefined {
  try {
    return resolve(name);
  } catch {
    // Not installed there.
    return undefined;
  }
}

/** Playwright's messages have a log below their first line. */
function fail(what: string, error: unknown): never {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  throw new TargetError(`${what}: ${first.replace(/^[\w.]+: /, '')}`);
}
