/** The documentation site: it builds without a dead link, has a page for every page of docs/, and its search leads to the setting. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import config from '../../docs/.vitepress/config.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const site = mkdtempSync(path.join(tmpdir(), 'cookie-lint-site-'));

let built: { readonly status: number | null; readonly output: string };

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs', '--outDir', site],
    { cwd: ROOT, encoding: 'utf8' },
  );
  built = { status, output: stdout + stderr };
}, 400_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

const pages = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.md') && !file.startsWith('.vitepress'),
);
const page = (name: string): string => readFileSync(path.join(site, `${name}.html`), 'utf8');

it('builds, and VitePress finds no dead link', () => {
  expect(built.output).not.toMatch(/dead link/i);
  expect(built.status, built.output).toBe(0);
});

it('has every page of docs/, and one for every rule', () => {
  expect(pages.filter((name) => !existsSync(path.join(site, name.replace(/\.md$/, '.html'))))).toEqual([]);
  expect(rules.filter(({ id }) => !existsSync(path.join(site, `rules/${id}.html`))).map(({ id }) => id)).toEqual([]);
});

it('leads to every page from the side bar, or from a page that is there', () => {
  const { sidebar } = config.themeConfig as { sidebar: { items: { link: string }[] }[] };
  const linked = new Set(sidebar.flatMap(({ items }) => items.map(({ link }) => `${link.slice(1)}.md`)));
  expect(pages.filter((name) => !linked.has(name) && name !== 'index.md' && !name.startsWith('accuracy/'))).toEqual([]);
});

it('shows the file over a block of code, and where the page is edited', () => {
  expect(page('configuration')).toContain('<div class="file-name">cookie-lint.config.yaml</div>');
  expect(page('limits')).toContain('https://github.com/cookie-lint/cookie-lint/edit/main/docs/limits.md');
  expect(page('limits')).toMatch(/<a[^>]+href="https:\/\/github\.com\/cookie-lint\/cookie-lint"[^>]*aria-label="github"/);
});

/** The page that a search shows first, as the page in the browser searches. */
async function firstFor(query: string): Promise<string | undefined> {
  const required = createRequire(createRequire(import.meta.url).resolve('vitepress/package.json'));
  const { default: MiniSearch } = (await import(pathToFileURL(required.resolve('minisearch')).href)) as {
    default: { loadJSON(json: string, options: object): { search(query: string): { id: string }[] } };
  };
  const folder = path.join(site, 'assets/chunks');
  const file = readdirSync(folder).find((name) => name.includes('localSearchIndex'))!;
  const { default: json } = (await import(pathToFileURL(path.join(folder, file)).href)) as { default: string };
  const { miniSearch } = (config.themeConfig as { search: { options: { miniSearch: { options: object; searchOptions: object } } } }).search
    .options;
  const index = MiniSearch.loadJSON(json, {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    searchOptions: miniSearch.searchOptions,
    ...miniSearch.options,
  });
  return index.search(query)[0]?.id;
}

it.each([
  ['SESSION_COOKIE_SECURE', 'rules/django'],
  ['CSRF_COOKIE_SECURE', 'rules/django'],
  ['server.servlet.session.cookie.secure', 'rules/spring'],
  ['force_ssl', 'rules/(?:rails|joomla)'],
  ['session.cookie_secure', 'rules/php'],
  ['proxy_cookie_flags', 'rules/nginx'],
  ['env-conditional', 'problems'],
  ['baseline', 'adoption'],
])('the search for %s begins with %s', async (query, wanted) => {
  expect(await firstFor(query)).toMatch(new RegExp(`/${wanted}(?:\\.html)?(?:#|$)`));
});
