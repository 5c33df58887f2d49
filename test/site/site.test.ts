/** The documentation site: it builds without a dead link, and has a page for every page of docs/. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const site = mkdtempSync(path.join(tmpdir(), 'cookie-lint-site-'));

let built: { readonly status: number | null; readonly output: string };

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs', '--outDir', site], { cwd: ROOT, encoding: 'utf8' });
  built = { status, output: stdout + stderr };
}, 400_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

it('builds, and VitePress finds no dead link', () => {
  expect(built.output).not.toMatch(/dead link/i);
  expect(built.status, built.output).toBe(0);
});

it('has every page of docs/, and one for every rule', () => {
  const pages = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md') && !file.startsWith('.vitepress'));
  expect(pages.filter((page) => !existsSync(path.join(site, page.replace(/\.md$/, '.html'))))).toEqual([]);
  expect(rules.filter(({ id }) => !existsSync(path.join(site, `rules/${id}.html`))).map(({ id }) => id)).toEqual([]);
});
