/** The HTML report in a real browser: accessible, without network, filterable by keyboard, and deaf to hostile names. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/cookies/finding.js';
import { html } from '../../src/report/html/html.js';
import { prompt } from '../../src/report/prompt.js';
import { clean, finding, cookie, formatOptions, sample } from './sample.js';

/** Debian's; elsewhere CHROMIUM says where it is. Without a browser there is nothing to see. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const evil = '"><img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
const hostile: Report = {
  ...sample,
  findings: [finding({ path: evil, range: { start: 0, end: 5 }, app: evil, message: evil })],
  cookies: [cookie({ path: evil, range: { start: 0, end: 1 }, cookie: { name: evil, session: true }, framework: evil, app: evil })],
  apps: [{ root: evil, frameworks: [evil], verdict: 'fail', score: 0, bestScore: 0, reasons: [], undecided: 0 }],
  textOf: () => evil,
};

describe.skipIf(!existsSync(executablePath))(
  `the HTML report in Chromium${existsSync(executablePath) ? '' : ' (skipped: chromium is not installed)'}`,
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-html-'));
    let browser: Browser;

    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      });
    }, 60_000);
    afterAll(async () => browser?.close());

    async function open(
      report: Report,
      colorScheme: 'light' | 'dark' = 'light',
      width = 1100,
    ): Promise<{ page: Page; requests: string[]; errors: string[] }> {
      const file = path.join(folder, 'report.html');
      writeFileSync(file, html(report, formatOptions(report)));
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 }, bypassCSP: false });
      const requests: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(pathToFileURL(file).href);
      return { page, requests, errors };
    }

    it.each([
      ['light', 1100],
      ['dark', 1100],
      ['light', 360],
    ] as const)(
      'has no accessibility violations (%s, %i px)',
      async (scheme, width) => {
        const { page, errors } = await open(sample, scheme, width);
        expect(errors).toEqual([]);
        const result = await page.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>(
          `${axe}; axe.run(document, { resultTypes: ['violations'] })`,
        );
        expect(
          result.violations.map(({ id, nodes }) => [id, nodes.map(({ html: at, failureSummary }) => `${at} ${failureSummary}`)]),
        ).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        const shots = process.env['COOKIE_LINT_SCREENSHOTS'];
        if (shots !== undefined) await page.screenshot({ path: path.join(shots, `report-${scheme}-${width}.png`), fullPage: true });
        await page.close();
      },
      60_000,
    );

    it('asks for nothing but itself', async () => {
      const { page, requests } = await open(sample);
      expect(requests.map((url) => new URL(url).protocol)).toEqual(['file:']);
      await page.close();
    }, 60_000);

    it('shows what one place decides together, each cookie with its own frame', async () => {
      const { page } = await open(sample);
      const group = page.locator('#findings-list > article').first();
      expect(await group.locator('h3 + .more').textContent()).toBe('and 1 more cookie');
      const other = group.locator('ul.also > li');
      expect(await other.locator('summary').allTextContents()).toEqual(['refresh_token api/server.js:6:3']);
      await other.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await other.locator('pre mark').first().textContent()).toContain("res.cookie('refresh_token'");
      await page.close();
    }, 60_000);

    it('has a prompt to copy', async () => {
      const { page } = await open(sample);
      const text = page.getByLabel('Paste it into any coding assistant');
      expect(await text.isVisible()).toBe(false);
      await page.locator('.prompt summary').focus();
      await page.keyboard.press('Enter');
      expect(await text.inputValue()).toBe(prompt(sample, formatOptions(sample)));
      await page.getByRole('button', { name: 'Copy the prompt' }).click();
      expect(await page.locator('.prompt output').textContent()).toMatch(/^Copied$|^Selected/);
      const result = await page.evaluate<{ violations: { id: string }[] }>(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
      expect(result.violations.map(({ id }) => id)).toEqual([]);
      await page.close();
      const { page: other } = await open(clean);
      expect(await other.locator('.prompt').count()).toBe(0);
      await other.close();
    }, 60_000);

    it('filters and sorts by keyboard', async () => {
      const { page } = await open(sample);
      const shown = async (selector: string): Promise<number> => page.locator(`${selector}:not([hidden])`).count();
      expect(await shown('#findings-list > article')).toBe(3);
      await page.locator('form[data-items^="#findings"] select[name=severity]').selectOption('warning');
      expect(await shown('#findings-list > article')).toBe(1);
      expect(await page.locator('form[data-items^="#findings"] output').textContent()).toBe('1 of 3 shown');
      const search = page.locator('form[data-items^="#inventory"] input');
      await search.focus();
      await page.keyboard.type('refresh');
      expect(await shown('#inventory-table tbody tr')).toBe(1);
      await search.fill('');
      await page.getByRole('button', { name: 'Cookie' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#inventory-table tbody tr td:first-child').allTextContents()).toEqual([
        '__Host-sessionid',
        'refresh_token',
        'session',
        'theme',
      ]);
      await page.keyboard.press('Enter');
      expect(await page.locator('#inventory-table th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
      await page.close();
    }, 60_000);

    it('runs nothing that a name brings along', async () => {
      const { page, requests } = await open(hostile);
      expect(await page.title()).toBe('cookie-lint: fail');
      expect(await page.locator('img').count()).toBe(0);
      expect(requests).toHaveLength(1);
      expect(await page.locator('#inventory-table tbody td').first().textContent()).toBe(evil);
      await page.close();
    }, 60_000);

    /** A repository of many cookies with long names, in deep folders. */
    const many = (count: number): Report => {
      const names = Array.from(
        { length: count },
        (_, index) => `services/storefront/src/modules/checkout/controllers/payment-confirmation-${index}.ts`,
      );
      const at = { range: { start: 0, end: 5 } };
      const findings = names.map((file, index) =>
        finding({
          path: file,
          ...at,
          app: `services/app-${index % 30}`,
          cookie: { name: `a_rather_long_name_of_a_cookie_${index}`, session: true },
          cause: { path: file, ...at },
        }),
      );
      const cookies = names.map((file, index) =>
        cookie({
          path: file,
          ...at,
          app: `services/app-${index % 30}`,
          cookie: { name: `a_rather_long_name_of_a_cookie_${index}`, session: true },
          attributes: { httpOnly: true, sameSite: 'strict', domain: 'shop.example.com', path: '/checkout', maxAge: 31_536_000 },
        }),
      );
      return { ...sample, findings, cookies, undecided: [], suppressed: [], textOf: () => 'code that stands there\n' };
    };

    it.each([
      [1280, 800],
      [1920, 1080],
      [768, 1024],
      [360, 740],
    ])(
      'cuts no table at %i × %i',
      async (width, height) => {
        const { page } = await open(many(40), 'dark', width);
        await page.setViewportSize({ width, height });
        const cut = await page.evaluate<string[]>(
          "[...document.querySelectorAll('.scroll, body')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.tagName + ' ' + one.getAttribute('aria-labelledby') + ' ' + one.scrollWidth)",
        );
        expect(cut).toEqual([]);
        await page.close();
      },
      60_000,
    );

    it('cuts nothing on paper', async () => {
      const { page } = await open(many(10), 'light', 700);
      await page.emulateMedia({ media: 'print' });
      const cut = await page.evaluate<string[]>(
        "[...document.querySelectorAll('pre, table, body')].filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth).map((one) => one.tagName)",
      );
      expect(cut).toEqual([]);
      await page.close();
    }, 60_000);

    it('opens what a link names, with 500 findings', async () => {
      const report = many(500);
      const { page, errors } = await open(report);
      const last = page.locator('#findings-list > article').nth(499);
      expect(await last.locator('pre').first().isVisible()).toBe(false);
      await page.locator('form[data-items^="#findings"] input').fill('confirmation-7.ts');
      expect(await page.locator('#findings-list > article:not([hidden])').count()).toBe(1);
      const id = await last.getAttribute('id');
      await page.evaluate(`location.hash = ${JSON.stringify(id)}`);
      await last.locator('pre').first().waitFor({ state: 'visible' });
      expect(await last.locator('a.self').getAttribute('href')).toBe(`#${id ?? ''}`);
      expect(errors).toEqual([]);
      await page.close();
    }, 60_000);

    it('copies a fix as a patch', async () => {
      const { page } = await open(sample);
      const fix = page.locator('article:has(pre[aria-label="Change"])').first();
      await fix.getByRole('button', { name: 'Copy the fix as a patch' }).first().click();
      expect(await fix.locator('.copy output').first().textContent()).toMatch(/^Copied$|^Selected/);
      await page.close();
    }, 60_000);

    it('prints everything', async () => {
      const { page } = await open(sample);
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await page.locator('details:not([open], .prompt)').count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('form.filters:visible').count()).toBe(0);
      await page.close();
    }, 60_000);
  },
);
