/** Examples of the surfaces in ../extensions.ts. */
import { type Examples } from '../../example.js';

export default {
  'electron/cookies-set': {
    bad: "await session.defaultSession.cookies.set({ url: 'https://example.test', name: 'a', value: '1' });",
    good: "await session.defaultSession.cookies.set({ url: 'https://example.test', name: 'a', value: '1', secure: true });",
  },
  'webextension/cookies-set': {
    bad: "chrome.cookies.set({ url: 'https://example.test', name: 'a', value: '1' });",
    good: "chrome.cookies.set({ url: 'https://example.test', name: 'a', value: '1', secure: true });",
  },
} satisfies Examples;
