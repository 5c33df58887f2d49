/** Netty: cookies and their server-side encoder. */
import { argument, defineRule, setter, type CookieSurface } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';

const setters: CookieSurface['attributes'] = {
  secure: setter('setSecure'),
  httpOnly: setter('setHttpOnly'),
  sameSite: setter('setSameSite'),
  domain: setter('setDomain'),
  path: setter('setPath'),
  maxAge: setter('setMaxAge'),
};

export default defineRule({
  id: 'netty',
  title: 'Netty',
  languages: JVM,
  docs: 'https://netty.io/4.1/api/io/netty/handler/codec/http/cookie/DefaultCookie.html',
  triggers: ['DefaultCookie(', 'ServerCookieEncoder'],
  packages: ['netty-codec-http', 'netty-all', 'reactor-netty'],
  surfaces: [
    {
      // https://netty.io/4.1/api/io/netty/handler/codec/http/cookie/DefaultCookie.html; the client's encoder makes a request header.
      id: 'netty/default-cookie',
      kind: 'write',
      match: {
        call: ['io.netty.handler.codec.http.cookie.DefaultCookie', 'io.netty.handler.codec.http.DefaultCookie'],
        unlessImports: ['io.netty.handler.codec.http.cookie.ClientCookieEncoder'],
      },
      name: argument(0),
      value: argument(1),
      attributes: setters,
      default: 'off',
      inert: true,
    },
    {
      // `encode(name, value)` has no attributes at all: https://netty.io/4.1/api/io/netty/handler/codec/http/cookie/ServerCookieEncoder.html
      id: 'netty/default-cookie',
      docs: 'https://netty.io/4.1/api/io/netty/handler/codec/http/cookie/ServerCookieEncoder.html',
      kind: 'write',
      match: {
        method: 'encode',
        receiver: { paths: ['**.ServerCookieEncoder.STRICT', '**.ServerCookieEncoder.LAX', '**.ServerCookieEncoder'] },
        args: [2, 2],
      },
      name: argument(0),
      attributes: { secure: nowhere },
      default: 'off',
      fix: {
        byHand:
          'Make a `DefaultCookie`, call `setSecure(true)` on it, and encode that. There is no edit: this overload takes no attributes.',
      },
    },
  ],
});
