/** Strapi. */
import { defineRule, value } from '../../src/matching/surface.js';

const MIDDLEWARES = /(?:^|\/)config\/(?:env\/[^/]+\/)?middlewares\.[jt]s$/;

export default defineRule({
  id: 'strapi',
  title: 'Strapi',
  languages: ['javascript'],
  docs: 'https://docs.strapi.io/cms/configurations/middlewares#session',
  triggers: ['strapi::session'],
  packages: ['@strapi/strapi', '@strapi/core'],
  surfaces: [
    {
      // https://docs.strapi.io/cms/configurations/middlewares#session
      id: 'strapi/session-middleware',
      kind: 'session',
      match: [
        { entry: 'config', beside: { name: ['strapi::session'] }, file: MIDDLEWARES },
        { item: 'strapi::session', file: MIDDLEWARES },
      ],
      name: value('key'),
      defaultName: 'koa.sess',
      session: true,
      attributes: { secure: value('secure'), httpOnly: value('httpOnly'), sameSite: value('sameSite'), maxAge: value('maxAge') },
      otherwise: { httpOnly: true, maxAge: 86_400 },
      agesIn: 'milliseconds',
      default: 'mode-production',
      // https://docs.strapi.io/cms/configurations/server: koa-session underneath.
      refusesPlain: 'fails',
      fix: { trust: { elsewhere: 'config/server says `proxy: { koa: true }` where a proxy ends TLS' } },
    },
  ],
});
