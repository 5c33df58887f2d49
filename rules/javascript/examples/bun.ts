/** Examples of the surfaces in ../bun.ts. */
import { type Examples } from '../../example.js';

export default {
  'bun/cookie-map-set': {
    bad: "Bun.serve({ routes: { '/': (req) => { req.cookies.set('sid', 'x', { httpOnly: true }); return new Response('ok'); } } });",
    good: "Bun.serve({ routes: { '/': (req) => { req.cookies.set('sid', 'x', { httpOnly: true, secure: true }); return new Response('ok'); } } });",
  },
  'bun/cookie-constructor': {
    bad: "const c = new Bun.Cookie('sid', 'x', { httpOnly: true });",
    good: "const c = new Bun.Cookie('sid', 'x', { httpOnly: true, secure: true });",
  },
} satisfies Examples;
