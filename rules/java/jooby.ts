/** Jooby: cookies of responses and of its session stores. */
import { argument, defineRule, setter, type CookieSurface } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';

const session: Omit<CookieSurface, 'match'> = {
  // https://github.com/jooby-project/jooby/blob/main/jooby/src/main/java/io/jooby/SessionToken.java: a cookie without Secure, unless another is given.
  id: 'jooby/session-store',
  docs: 'https://jooby.io/modules/session',
  kind: 'session',
  session: true,
  defaultName: 'jooby.sid',
  attributes: { secure: nowhere },
  default: 'off',
  fix: { unsafe: 'give the store a Cookie with setSecure(true)' },
};

const ID = 'io.jooby.SessionStore';

export default defineRule({
  id: 'jooby',
  title: 'Jooby',
  languages: JVM,
  docs: 'https://jooby.io/#context-parameters-cookie',
  triggers: ['Cookie(', 'SessionStore.', '.session()'],
  packages: ['jooby'],
  surfaces: [
    {
      // https://github.com/jooby-project/jooby/blob/main/jooby/src/main/java/io/jooby/Cookie.java
      id: 'jooby/cookie',
      docs: 'https://jooby.io/#context-parameters-cookie',
      kind: 'write',
      match: { call: 'io.jooby.Cookie', args: [1, 2], imports: ['io.jooby'] },
      name: argument(0),
      value: [setter('setValue'), argument(1)],
      attributes: {
        secure: setter('setSecure'),
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSite'),
        domain: setter('setDomain'),
        path: setter('setPath'),
        maxAge: setter('setMaxAge'),
      },
      default: 'off',
      inert: true,
    },
    { ...session, match: { call: `${ID}.memory`, args: [0, 0], imports: ['io.jooby'] } },
    { ...session, match: { call: `${ID}.signed`, args: [1, 1], imports: ['io.jooby'] } },
    // The other argument is a timeout.
    {
      ...session,
      match: { call: `${ID}.memory`, args: [1, 1], source: { 0: /^(?:\d|(?:java\.time\.)?Duration\b)/ }, imports: ['io.jooby'] },
    },
    {
      // https://github.com/jooby-project/jooby/blob/3.x/jooby/src/main/java/io/jooby/internal/RouterImpl.java: the store in memory, where none is set.
      ...session,
      registration: 'once',
      match: { method: 'session', receiver: { types: ['io.jooby.Context'], names: ['ctx'] }, args: [0, 0], imports: ['io.jooby'] },
      decidedBy: ['jooby/own-session-store'],
    },
    {
      id: 'jooby/own-session-store',
      kind: 'condition',
      match: [{ call: ['setSessionStore', '**.setSessionStore'] }, { assign: ['sessionStore', '**.sessionStore'] }],
    },
  ],
});
