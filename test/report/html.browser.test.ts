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
const hostile: Report = { ...sample, findings: [finding({ path: evil, range: { start: 0, end: 5 }, app: evil, message: evil })], cookies: [cookie({ path: evil, range: { start: 0, end: 1 }, cookie: { name: evil, session: true }, framework: evil, app: evil })], apps: [{ root: evil, frameworks: [evil], verdict: 'fail', score: 0, bestScore: 0, reasons: [], undecided: 0 }], textOf: () => evil };

describe.skipIf(!existsSync(executablePath))(`the HTML report in Chromium${existsSync(executablePath) ? '' : ' (skipped: chromium is not installed)'}`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-html-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  }, 60_000);
  afterAll(async () => browser?.close());

  async function open(report: Report, colorScheme: 'light' | 'dark' = 'light', width = 1100): Promise<{ page: Page; requests: string[]; errors: string[] }> {
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

  it.each([['light', 1100], ['dark', 1100], ['light', 360]] as const)('has no accessibility violations (%s, %i px)', async (scheme, width) => {
    const { page, errors } = await open(sample, scheme, width);
    expect(errors).toEqual([]);
    const result = await page.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
    expect(result.violations.map(({ id, nodes }) => [id, nodes.map(({ html: at, failureSummary }) => `${at} ${failureSummary}`)])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const shots = process.env['COOKIE_LINT_SCREENSHOTS'];
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `report-${scheme}-${width}.png`), fullPage: true });
    await page.close();
  }, 60_000);

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
    expect(await page.locator('#inventory-table tbody tr td:first-child').allTextContents()).toEqual(['__Host-sessionid', 'refresh_token', 'session', 'theme']);
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

  it('prints everything', async () => {
    const { page } = await open(sample);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('details:not([open], .prompt)').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.filters:visible').count()).toBe(0);
    await page.close();
  }, 60_000);
});
