/** Gin and Hertz: cookies whose attributes are positional arguments, and Gin's sessions. */
import { argument, defineRule, property, type CookieSurface, type Receiver } from '../../src/matching/surface.js';

/** The number of arguments tells these contexts from those of other frameworks. */
const context = (type: string): Receiver => ({ types: [type], names: ['c', 'ctx', 'context', 'gctx', 'ginCtx'], any: true, sure: true });

const positional = (secure: number): Pick<CookieSurface, 'name' | 'value' | 'attributes' | 'default'> => ({
  name: argument(0),
  value: argument(1),
  attributes: {
    secure: argument(secure),
    maxAge: argument(2),
    path: argument(3),
    domain: argument(4),
    httpOnly: argument(secure + 1),
    ...(secure === 6 ? { sameSite: argument(5) } : {}),
  },
  default: 'off',
});

export const hertz = defineRule({
  id: 'hertz',
  title: 'Hertz',
  languages: ['go'],
  docs: 'https://www.cloudwego.io/docs/hertz/tutorials/basic-feature/context/response/#setcookie',
  triggers: ['.SetCookie('],
  surfaces: [
    // https://github.com/cloudwego/hertz/blob/main/pkg/app/context.go
    {
      id: 'hertz/set-cookie',
      kind: 'write',
      match: { method: 'SetCookie', receiver: context('app.RequestContext'), args: [8, 8] },
      ...positional(6),
    },
  ],
});

export default defineRule({
  id: 'gin',
  title: 'Gin',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/gin-gonic/gin#Context.SetCookie',
  triggers: ['.SetCookie(', 'sessions.Options', 'gin-contrib/sessions'],
  surfaces: [
    // https://pkg.go.dev/github.com/gin-gonic/gin#Context.SetCookie: name, value, maxAge, path, domain, secure, httpOnly.
    {
      id: 'gin/set-cookie',
      kind: 'write',
      match: { method: 'SetCookie', receiver: context('gin.Context'), args: [7, 7] },
      ...positional(5),
    },
    {
      // https://github.com/gin-contrib/sessions/blob/master/session_options_go1.11.go: the options replace everything.
      id: 'gin-contrib-sessions/options',
      docs: 'https://github.com/gin-contrib/sessions/blob/master/session_options_go1.11.go',
      kind: 'session',
      session: true,
      match: { record: 'github.com/gin-contrib/sessions.Options' },
      attributes: {
        secure: property('Secure'),
        httpOnly: property('HttpOnly'),
        sameSite: property('SameSite'),
        domain: property('Domain'),
        path: property('Path'),
        maxAge: property('MaxAge'),
      },
      default: 'off',
    },
    {
      // https://github.com/gin-contrib/sessions: stores with defaults of their own, none of which is Secure.
      id: 'gin-contrib-sessions/options',
      docs: 'https://github.com/gin-contrib/sessions',
      kind: 'session',
      session: true,
      registration: true,
      match: [
        {
          call: [
            'redis.NewStore',
            'memstore.NewStore',
            'memcached.NewStore',
            'mongomongodriver.NewStore',
            'mongomgo.NewStore',
            'gorm.NewStore',
            'postgres.NewStore',
            'filesystem.NewStore',
          ].map((store) => `github.com/gin-contrib/sessions/${store}`),
        },
        { call: 'github.com/gin-contrib/sessions/cookie.NewStore', packageBefore: ['github.com/gorilla/sessions', '1.3.0'] },
      ],
      attributes: { secure: property('Secure') },
      default: 'off',
    },
  ],
});
