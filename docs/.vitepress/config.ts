/** The documentation site: `npm run site` serves it, `npm run site:build` writes it. */
import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const rulePages = readdirSync(new URL('../rules', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))
  .sort();

export default defineConfig({
  title: 'cookie-lint',
  description: 'Finds every cookie that is sent without Secure, or gets it only if the environment happens to be right.',
  cleanUrls: true,
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
          { text: 'ESLint', link: '/eslint' },
          { text: 'Editors', link: '/editors' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Problems', link: '/problems' },
          { text: 'Frameworks', link: '/frameworks' },
          { text: 'Accuracy', link: '/accuracy' },
          { text: 'Reliability', link: '/reliability' },
          { text: 'Fixes', link: '/fixes' },
          { text: 'Comparison', link: '/comparison' },
          { text: 'Dependencies', link: '/dependencies' },
        ],
      },
      { text: 'Rules', collapsed: true, items: rulePages.map((name) => ({ text: name, link: `/rules/${name}` })) },
    ],
    search: { provider: 'local' },
    outline: [2, 3],
  },
});
