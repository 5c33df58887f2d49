/** Cookie stores of Electron and of browser extensions: one object with a url. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

const details = { kind: 'client', name: argument(0, 'name'), value: argument(0, 'value'), attributes: options(0), default: 'off' } as const;

export default defineRule({
  id: 'browser-cookies-api',
  title: 'Electron and browser extensions',
  languages: ['javascript'],
  docs: 'https://www.electronjs.org/docs/latest/api/cookies#cookiessetdetails',
  triggers: ['cookies.set('],
  surfaces: [
    {
      // https://www.electronjs.org/docs/latest/api/cookies#cookiessetdetails
      id: 'electron/cookies-set',
      ...details,
      match: {
        method: 'set',
        receiver: {
          paths: [
            '**.session.defaultSession.cookies',
            '**.defaultSession.cookies',
            '**.fromPartition().cookies',
            '**.webContents.session.cookies',
          ],
          names: ['defaultSession.cookies', 'webContents.session.cookies'],
        },
        args: [1, 1],
      },
    },
    {
      // https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/cookies/set
      id: 'webextension/cookies-set',
      ...details,
      match: { call: ['chrome.cookies.set', 'browser.cookies.set', 'webextension-polyfill.cookies.set'] },
    },
  ],
});
