/** Astro: `cookies.set` of pages, endpoints, middleware and actions, and its sessions. */
import { argument, defineRule, options, value, type Receiver } from '../../src/matching/surface.js';

const context: Receiver = { names: ['cookies', 'context.cookies', 'ctx.cookies', 'Astro.cookies'], sure: true };
/** https://docs.astro.build/en/basics/project-structure/: pages and endpoints, one middleware, one entry of the actions. */
const PAGES = /(?:\.astro|(?:^|\/)src\/(?:pages\/.+|(?:middleware|actions)(?:\/index)?)\.\w+)$/;
/** Other frameworks with such folders and a `ctx.cookies`. */
const OTHERS = [
  'koa',
  'next',
  'egg',
  'midway',
  '@midwayjs/koa',
  '@sveltejs/kit',
  'express',
  'fastify',
  'elysia',
  '@strapi/strapi',
  'cookies',
];
/** A bare `cookies` is any framework's: the file or its app must say which. */
const SETS = { method: 'set', receiver: context, args: [2, 3] } as const;

export default defineRule({
  id: 'astro',
  title: 'Astro',
  languages: ['javascript'],
  docs: 'https://docs.astro.build/en/reference/api-reference/#cookies',
  triggers: ['cookies.set', 'astro/config'],
  packages: ['astro'],
  surfaces: [
    {
      // https://docs.astro.build/en/reference/api-reference/#cookies
      id: 'astro/cookies-set',
      kind: 'write',
      match: [
        { ...SETS, imports: ['astro', 'astro:middleware', 'astro:actions'] },
        { ...SETS, packages: ['astro'] },
        { ...SETS, file: PAGES, unlessImports: ['next', 'koa'], unlessPackages: OTHERS },
      ],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://docs.astro.build/en/reference/configuration-reference/#sessioncookie: a build is always production.
      id: 'astro/session',
      docs: 'https://docs.astro.build/en/reference/configuration-reference/#sessioncookie',
      kind: 'session',
      match: { entry: 'session.cookie', file: /(?:^|\/)astro\.config\.\w+$/ },
      name: [value('name'), value()],
      defaultName: 'astro-session',
      session: true,
      attributes: { secure: value('secure'), sameSite: value('sameSite') },
      default: 'on',
    },
  ],
});
