/** The page of a fleet in a real browser: accessible, without network, as wide as the screen, and deaf to hostile names. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fleetOf } from '../../src/report/fleet/fleet.js';
import { html } from '../../src/report/fleet/html.js';
import { evil, fleetReports, hostileReport } from './fleet-sample.js';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(executablePath))(
  `the page of a fleet in Chromium${existsSync(executablePath) ? '' : ' (skipped: chromium is not installed)'}`,
  () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'cookie-lint-fleet-')), 'fleet.html');
    let browser: Browser;

    beforeAll(async () => {
      const page = fleetOf([...fleetReports, hostileReport], [evil, 'git.example/acme/gone']);
      writeFileSync(file, html(page, { tool: { name: 'cookie-lint', version: '1.2.3' }, color: false }));
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'] });
    }, 60_000);
    afterAll(async () => browser?.close());

    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
      ['dark', 360],
    ] as const)(
      'reads well (%s, %i px)',
      async (colorScheme, width) => {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
        const errors: string[] = [];
        const requests: string[] = [];
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        page.on('request', (request) => requests.push(request.url()));
        await page.goto(pathToFileURL(file).href);
        expect([errors, requests]).toEqual([[], [pathToFileURL(file).href]]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect(await page.title()).toBe('cookie-lint: 4 repositories');
        await page.selectOption('select[name="verdict"]', 'pass');
        expect(await page.locator('#repositories-table tbody tr:visible').count()).toBe(1);
        await page.selectOption('select[name="verdict"]', '');
        const { violations } = await page.evaluate<{ violations: { id: string }[] }>(`${axe}; axe.run()`);
        expect(violations.map(({ id }) => id)).toEqual([]);
        await page.close();
      },
      60_000,
    );
  },
);
