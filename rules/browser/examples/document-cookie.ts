/** Examples of the surfaces in ../document-cookie.ts. */
import { type Examples } from '../../example.js';

export default {
  'dom/document-cookie': {
    bad: 'document.cookie = `sidebar_state=${open}; path=/; max-age=604800`;',
    good: 'document.cookie = `sidebar_state=${open}; path=/; max-age=604800; Secure`;',
  },
  'dom/cookie-store-set': {
    bad: "await cookieStore.set({ name: 'theme', value: 'dark' });",
    good: "await cookieStore.set({ name: 'theme', value: 'dark' });",
  },
} satisfies Examples;
