/** The documentation site: `npm run site` serves it, `npm run site:build` writes it. */
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const rulePages = readdirSync(new URL('../rules', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
  .sort();

const REPOSITORY = 'https://github.com/cookie-lint/cookie-lint';

/** How a name over a block of code looks; the theme has it for groups of blocks only. */
const fileNameStyle = `.vp-doc .file-name { margin: 16px 0 -12px; padding: 6px 20px 14px; border-radius: 8px 8px 0 0; background: var(--vp-code-block-bg);
  color: var(--vp-c-text-2); font: 500 13px/20px var(--vp-font-family-mono); overflow-wrap: anywhere; }
.vp-doc .file-name + div[class*='language-'] { margin-top: 0; border-top-left-radius: 0; border-top-right-radius: 0; }`;

interface Fences {
  renderer: { rules: { fence?: Fence } };
  utils: { escapeHtml: (text: string) => string };
}
type Fence = (tokens: { info: string }[], index: number, ...rest: unknown[]) => string;

/** Shows the file of a block over it: ```js [app.js]. GitHub reads the first word of the line only. */
function showFileNames({ renderer, utils }: Fences): void {
  const plain = renderer.rules.fence;
  if (plain === undefined) return;
  renderer.rules.fence = (tokens, index, ...rest) => {
    const name = /\[([^\]]+)\]\s*$/.exec(tokens[index]?.info ?? '')?.[1];
    const block = plain(tokens, index, ...rest);
    return name === undefined ? block : `<div class="file-name">${utils.escapeHtml(name)}</div>\n${block}`;
  };
}

export default defineConfig({
  title: 'cookie-lint',
  description: 'Finds every cookie that is sent without Secure, or gets it only if the environment happens to be right.',
  cleanUrls: true,
  head: [['style', {}, fileNameStyle]],
  markdown: { config: (md) => showFileNames(md as never) },
  // A page may quote a path of a sample project.
  ignoreDeadLinks: [/^\.\.?\/(?:CONTRIBUTING|README)/],
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Frameworks', link: '/frameworks' },
      { text: 'Problems', link: '/problems' },
      { text: 'Configuration', link: '/configuration' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Start in a minute', link: '/start' },
          { text: 'A session', link: '/session' },
          { text: 'How it decides', link: '/architecture' },
          { text: 'Configuration', link: '/configuration' },
          { text: 'Formats', link: '/formats' },
          { text: 'Verify a running site', link: '/verify' },
          { text: 'The account', link: '/account' },
          { text: 'Adoption', link: '/adoption' },
          { text: 'Continuous integration', link: '/ci' },
          { text: 'Beyond one machine', link: '/fleet' },
          { text: 'ESLint', link: '/eslint' },
          { text: 'Editors', link: '/editors' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Problems', link: '/problems' },
          { text: 'Frameworks', link: '/frameworks' },
          { text: 'What it cannot see', link: '/limits' },
          { text: 'Accuracy', link: '/accuracy' },
          { text: 'Performance', link: '/performance' },
          { text: 'Reliability', link: '/reliability' },
          { text: 'Fixes', link: '/fixes' },
          { text: 'Comparison', link: '/comparison' },
          { text: 'Idioms', link: '/idioms' },
          { text: 'Versions', link: '/versioning' },
          { text: 'Dependencies', link: '/dependencies' },
        ],
      },
      { text: 'Rules', collapsed: true, items: rulePages.map((name) => ({ text: name, link: `/rules/${name}` })) },
    ],
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path`, text: 'Edit this page' },
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          // Both go into the page as their text, so they use nothing from outside.
          options: {
            // A setting is one word, and its parts are words too: SESSION_COOKIE_SECURE, server.servlet.session.cookie.secure.
            tokenize: (text: string) => {
              const words = text.split(/[^\p{L}\p{N}_.$-]+/u).map((one) => one.replace(/^[.-]+|[.-]+$/g, ''));
              return words.filter((one) => one !== '').flatMap((one) => (/[_.$-]/.test(one) ? [one, ...one.split(/[_.$-]+/).filter((part) => part !== '')] : [one]));
            },
          },
          searchOptions: {
            fuzzy: (term: string) => (/[_.$-]/.test(term) || term.length < 5 ? false : 0.2),
            prefix: true,
            weights: { fuzzy: 0.1, prefix: 0.1 },
            boost: { title: 4, text: 2, titles: 1 },
            // The page of the framework comes before pages that only mention it; parts of a word count less than the word.
            boostDocument: (id: string) => (id.includes('/rules/') ? 2 : /\/(?:session|accuracy|reliability|idioms)\b/.test(id) ? 0.5 : 1),
            boostTerm: (term: string) => (/[_.$-]/.test(term) ? 8 : 1),
          },
        },
      },
    },
    outline: [2, 3],
  },
});
