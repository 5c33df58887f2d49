/** Remix and React Router: createCookie and the session storages. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

const MODULES = [
  'react-router',
  '@react-router/node',
  '@react-router/cloudflare',
  '@react-router/architect',
  '@remix-run/node',
  '@remix-run/cloudflare',
  '@remix-run/deno',
  '@remix-run/server-runtime',
  '@remix-run/architect',
  '@remix-run/cloudflare-pages',
  '@remix-run/cloudflare-workers',
  '@shopify/remix-oxygen',
  '@netlify/remix-runtime',
  '@vercel/remix',
  'remix',
];
const STORAGES = [
  'createCookieSessionStorage',
  'createSessionStorage',
  'createFileSessionStorage',
  'createMemorySessionStorage',
  'createWorkersKVSessionStorage',
  'createArcTableSessionStorage',
];

export default defineRule({
  id: 'remix',
  title: 'Remix and React Router',
  languages: ['javascript'],
  docs: 'https://reactrouter.com/explanation/sessions-and-cookies',
  triggers: ['createCookie', 'SessionStorage'],
  packages: ['react-router', '@remix-run/node', '@remix-run/server-runtime', '@react-router/node'],
  surfaces: [
    {
      id: 'remix/create-cookie',
      docs: 'https://api.reactrouter.com/v7/functions/react_router.createCookie.html',
      kind: 'write',
      match: { call: MODULES.map((module) => `${module}.createCookie`) },
      name: argument(0),
      attributes: options(1),
      default: 'off',
    },
    {
      id: 'remix/session-storage',
      docs: 'https://api.reactrouter.com/v7/functions/react_router.createCookieSessionStorage.html',
      kind: 'session',
      match: { call: MODULES.flatMap((module) => STORAGES.map((storage) => `${module}.${storage}`)) },
      name: argument(0, 'cookie', 'name'),
      defaultName: '__session',
      session: true,
      attributes: options(0, 'cookie'),
      default: 'off',
    },
  ],
});
