/** Scala's HTTP libraries: Akka and Pekko HTTP, http4s, ZIO HTTP, Scalatra, Lift; and http4k of Kotlin. */
import { argument, defineRule, keyword, setter, type CookieSurface, type Rule } from '../../src/matching/surface.js';

const named = (secure: number | undefined, httpOnly?: number): CookieSurface['attributes'] => ({
  secure: keyword('secure', secure),
  httpOnly: keyword('httpOnly', httpOnly),
  maxAge: keyword('maxAge'),
  expires: keyword('expires'),
  domain: keyword('domain'),
  path: keyword('path'),
  sameSite: keyword('sameSite'),
});

const akka = defineRule({
  id: 'akka-http',
  title: 'Akka HTTP / Pekko HTTP',
  languages: ['scala', 'java', 'kotlin'],
  docs: 'https://pekko.apache.org/docs/pekko-http/current/routing-dsl/directives/cookie-directives/setCookie.html',
  triggers: ['HttpCookie('],
  packages: ['akka-http', 'pekko-http'],
  surfaces: [
    {
      // https://pekko.apache.org/api/pekko-http/current/org/apache/pekko/http/scaladsl/model/headers/HttpCookie.html
      id: 'akka-pekko-http/http-cookie',
      kind: 'write',
      match: { call: ['akka.http.scaladsl.model.headers.HttpCookie', 'org.apache.pekko.http.scaladsl.model.headers.HttpCookie', 'spray.http.HttpCookie'], args: [2, 10], languages: ['scala'], unlessImports: ['java.net.HttpCookie'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: { ...named(6, 7), secure: [setter('withSecure'), keyword('secure', 6)] },
      default: 'off',
    },
    {
      // https://doc.akka.io/japi/akka-http/current/akka/http/javadsl/model/headers/HttpCookie.html
      id: 'akka-pekko-http/http-cookie',
      kind: 'write',
      match: { call: ['akka.http.javadsl.model.headers.HttpCookie.create', 'org.apache.pekko.http.javadsl.model.headers.HttpCookie.create'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: [setter('withSecure'), argument(6)] },
      default: 'off',
    },
  ],
});

const http4s = defineRule({
  id: 'http4s',
  title: 'http4s',
  languages: ['scala'],
  docs: 'https://http4s.org/v0.23/docs/dsl.html#cookies',
  triggers: ['ResponseCookie(', '.addCookie('],
  packages: ['http4s-core', 'http4s-dsl', 'http4s-server', 'http4s-ember-server'],
  surfaces: [
    {
      // https://github.com/http4s/http4s/blob/main/core/shared/src/main/scala/org/http4s/ResponseCookie.scala: `sameSite` came with 0.21.
      id: 'http4s/response-cookie',
      kind: 'write',
      match: { call: 'org.http4s.ResponseCookie', args: [2, 10] },
      name: keyword('name', 0),
      value: keyword('content', 1),
      attributes: named(7, 8),
      default: 'off',
    },
    {
      id: 'http4s/response-cookie',
      kind: 'write',
      match: { method: 'addCookie', receiver: { any: true }, args: [2, 2], imports: ['org.http4s'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: argument(99) },
      default: 'off',
      confidence: 'medium',
    },
  ],
});

const zio = defineRule({
  id: 'zio-http',
  title: 'ZIO HTTP',
  languages: ['scala'],
  docs: 'https://zio.dev/zio-http/reference/headers/session/cookies',
  triggers: ['Cookie.Response(', 'ResponseCookie('],
  packages: ['zio-http', 'zhttp'],
  surfaces: [
    {
      // https://zio.dev/zio-http/reference/headers/session/cookies: the position of the argument moved, its name did not.
      id: 'zio-http/cookie-response',
      kind: 'write',
      match: { call: ['zio.http.Cookie.Response', 'zio.http.model.Cookie.Response', 'Cookie.Response'] },
      name: keyword('name', 0),
      value: keyword('content', 1),
      attributes: { secure: [keyword('isSecure'), keyword('secure')], httpOnly: keyword('isHttpOnly'), maxAge: keyword('maxAge'), domain: keyword('domain'), path: keyword('path'), sameSite: keyword('sameSite') },
      default: 'off',
    },
  ],
});

const scalatra = defineRule({
  id: 'scalatra',
  title: 'Scalatra',
  languages: ['scala'],
  docs: 'https://scalatra.org/guides/',
  triggers: ['CookieOptions('],
  packages: ['scalatra'],
  surfaces: [
    {
      // https://github.com/scalatra/scalatra/blob/main/core/src/main/scala/org/scalatra/Cookie.scala
      id: 'scalatra/cookie-options',
      kind: 'write',
      match: { call: 'org.scalatra.CookieOptions' },
      attributes: { ...named(3, 5), domain: keyword('domain', 0), path: keyword('path', 1), maxAge: keyword('maxAge', 2) },
      default: 'off',
    },
  ],
});

const lift = defineRule({
  id: 'lift',
  title: 'Lift',
  languages: ['scala'],
  docs: 'https://github.com/lift/framework/blob/main/web/webkit/src/main/scala/net/liftweb/http/provider/HTTPCookie.scala',
  triggers: ['HTTPCookie('],
  packages: ['lift-webkit'],
  surfaces: [
    {
      // https://github.com/lift/framework/blob/main/web/webkit/src/main/scala/net/liftweb/http/provider/HTTPCookie.scala
      id: 'lift/http-cookie',
      kind: 'write',
      match: { call: 'net.liftweb.http.provider.HTTPCookie' },
      name: argument(0),
      value: argument(1),
      attributes: { secure: setter('setSecure_?'), maxAge: setter('setMaxAge'), path: setter('setPath'), domain: setter('setDomain') },
      default: 'off',
    },
  ],
});

const http4k = defineRule({
  id: 'http4k',
  title: 'http4k',
  languages: ['kotlin'],
  docs: 'https://www.http4k.org/howto/use_cookies/',
  triggers: ['.cookie('],
  packages: ['http4k-core'],
  surfaces: [
    {
      // https://www.http4k.org/api/http4k-core/org.http4k.core.cookie/-cookie/
      id: 'http4k/cookie',
      kind: 'write',
      match: { call: 'org.http4k.core.cookie.Cookie', args: [2, 9], mentions: /\bResponse\b/, unlessImports: ['io.ktor', 'io.javalin', 'jakarta.servlet', 'javax.servlet', 'org.springframework', 'okhttp3'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: { ...named(6, 7), secure: [setter('secure'), keyword('secure', 6)], maxAge: keyword('maxAge', 2), expires: keyword('expires', 3), domain: keyword('domain', 4), path: keyword('path', 5) },
      default: 'off',
      confidence: 'medium',
    },
  ],
});

export const scalaHttp: readonly Rule[] = [akka, http4s, zio, scalatra, lift, http4k];
