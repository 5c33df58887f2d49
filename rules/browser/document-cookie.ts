/** Cookies that the page's own scripts write through the DOM. */
import { defineRule, header, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'document-cookie',
  title: 'document.cookie',
  languages: ['javascript'],
  docs: 'https://developer.mozilla.org/en-US/docs/Web/API/Document/cookie',
  triggers: ['.cookie', "['cookie']", '["cookie"]'],
  surfaces: [
    {
      id: 'dom/document-cookie',
      docs: 'https://developer.mozilla.org/en-US/docs/Web/API/Document/cookie#write_a_new_cookie',
      kind: 'client',
      match: { assign: ['document.cookie', '**.document.cookie', 'doc.cookie', '**.ownerDocument.cookie'] },
      attributes: header(value()),
      default: 'off',
    },
    {
      // https://cookiestore.spec.whatwg.org/#set-cookie-algorithm: the browser's own store always sets Secure.
      id: 'dom/cookie-store-set',
      docs: 'https://cookiestore.spec.whatwg.org/#set-cookie-algorithm',
      kind: 'client',
      match: { call: ['cookieStore.set', 'window.cookieStore.set', 'self.cookieStore.set', 'globalThis.cookieStore.set'] },
      attributes: { secure: { at: 'fixed', value: true } },
      default: 'on',
      inventoryOnly: true,
    },
  ],
});
