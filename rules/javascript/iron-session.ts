/** iron-session: Secure is on unless it is switched off. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

/** https://github.com/vvo/iron-session/blob/main/src/core.ts: the options are spread over the defaults. */
const meaning = { undefinedOverrides: true } as const;

export default defineRule({
  id: 'iron-session',
  title: 'iron-session',
  languages: ['javascript'],
  docs: 'https://github.com/vvo/iron-session#session-options',
  triggers: ['iron-session'],
  packages: ['iron-session'],
  surfaces: [
    {
      // https://github.com/vvo/iron-session#session-options
      id: 'iron-session/cookie-options',
      kind: 'session',
      match: { call: 'iron-session.getIronSession', args: [3, 3] },
      name: argument(2, 'cookieName'),
      session: true,
      attributes: options(2, 'cookieOptions'),
      otherwise: { httpOnly: true, sameSite: 'lax', maxAge: 1_209_540 },
      default: 'on',
      meaning,
    },
    {
      id: 'iron-session/cookie-options',
      kind: 'session',
      match: [
        { call: 'iron-session.getIronSession', args: [2, 2] },
        { call: ['iron-session/next.withIronSessionApiRoute', 'iron-session/next.withIronSessionSsr', 'iron-session.withIronSession'] },
      ],
      name: argument(1, 'cookieName'),
      session: true,
      attributes: options(1, 'cookieOptions'),
      otherwise: { httpOnly: true, sameSite: 'lax', maxAge: 1_209_540 },
      default: 'on',
      meaning,
    },
    {
      id: 'iron-session/cookie-options',
      kind: 'session',
      match: { call: ['iron-session/express.ironSession', 'iron-session.ironSession'] },
      name: argument(0, 'cookieName'),
      session: true,
      attributes: options(0, 'cookieOptions'),
      otherwise: { httpOnly: true, sameSite: 'lax', maxAge: 1_209_540 },
      default: 'on',
      meaning,
    },
  ],
});
