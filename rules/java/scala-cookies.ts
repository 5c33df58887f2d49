/** Cookies of Scala libraries that are classes with named arguments: tapir, Cask, Finagle and Finatra. */
import { argument, defineRule, keyword, property, setter, type CookieSurface } from '../../src/matching/surface.js';
import { named } from './cookie-arguments.js';

const META = ['sttp.model.headers', 'sttp.tapir'];
/** https://github.com/softwaremill/sttp-model/blob/master/core/src/main/scala/sttp/model/headers/Cookie.scala */
const meta: Pick<CookieSurface, 'id' | 'kind' | 'default' | 'docs'> = {
  id: 'tapir/cookie-with-meta',
  docs: 'https://tapir.softwaremill.com/en/latest/endpoint/basics.html',
  kind: 'write',
  default: 'off',
};

export const tapir = defineRule({
  id: 'tapir',
  title: 'tapir',
  languages: ['scala'],
  docs: 'https://tapir.softwaremill.com/en/latest/endpoint/basics.html',
  triggers: ['WithMeta'],
  packages: ['tapir-core', 'tapir'],
  surfaces: [
    {
      ...meta,
      match: {
        call: META.flatMap((module) => ['unsafeApply', 'apply', 'safeApply'].map((make) => `${module}.CookieWithMeta.${make}`)),
        imports: META,
      },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: { ...named(6, 7), secure: [setter('secure'), property('secure'), keyword('secure', 6)] },
    },
    {
      // Its name stands in the endpoint that it is given to.
      ...meta,
      match: {
        call: META.flatMap((module) => ['unsafeApply', 'apply', 'safeApply'].map((make) => `${module}.CookieValueWithMeta.${make}`)),
        imports: META,
      },
      value: keyword('value', 0),
      attributes: { ...named(5, 6), secure: [setter('secure'), property('secure'), keyword('secure', 5)] },
    },
  ],
});

export const cask = defineRule({
  id: 'cask',
  title: 'Cask',
  languages: ['scala'],
  docs: 'https://com-lihaoyi.github.io/cask/#receiving-form-encoded-or-multipart-data',
  triggers: ['cask.Cookie(', 'Cookie('],
  packages: ['cask'],
  surfaces: [
    {
      // https://github.com/com-lihaoyi/cask/blob/master/cask/src/cask/model/Response.scala
      id: 'cask/cookie',
      docs: 'https://github.com/com-lihaoyi/cask/blob/master/cask/src/cask/model/Params.scala',
      kind: 'write',
      match: { call: ['cask.Cookie', 'cask.model.Cookie'], mentions: /\bcask\b/ },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: named(10, 9),
      default: 'off',
    },
  ],
});

export const finagle = defineRule({
  id: 'finagle',
  title: 'Finagle',
  languages: ['scala', 'java'],
  docs: 'https://twitter.github.io/finagle/docs/com/twitter/finagle/http/Cookie.html',
  triggers: ['Cookie('],
  packages: ['finagle-http', 'finatra-http-server', 'finch-core', 'finchx-core'],
  surfaces: [
    {
      // https://github.com/twitter/finagle/blob/develop/finagle-base-http/src/main/scala/com/twitter/finagle/http/Cookie.scala
      id: 'finagle/cookie',
      docs: 'https://github.com/twitter/finagle/blob/develop/finagle-base-http/src/main/scala/com/twitter/finagle/http/Cookie.scala',
      kind: 'write',
      match: { call: 'com.twitter.finagle.http.Cookie', args: [2, 8], imports: ['com.twitter.finagle'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: { ...named(5, 6), secure: [setter('secure'), property('secure'), keyword('secure', 5)] },
      default: 'off',
    },
  ],
});

/** Libraries whose cookies cannot be changed. */
const COOKIES = ['org.http4s', 'akka.http', 'org.apache.pekko.http', 'play.api.mvc', 'com.twitter.finagle', 'sttp', 'zio.http', 'cask'];

/** A changed copy of a cookie that others may send as it was: https://docs.scala-lang.org/tour/case-classes.html#copying */
export const copies = defineRule({
  id: 'scala-cookies',
  title: 'Scala cookies',
  languages: ['scala'],
  docs: 'https://docs.scala-lang.org/tour/case-classes.html#copying',
  triggers: ['.copy(', '.withSecure('],
  surfaces: [
    {
      id: 'scala-cookies/copy',
      kind: 'write',
      // What a copy makes more secure is judged where the cookie is made.
      match: {
        method: 'copy',
        receiver: { any: true, sure: true, not: ['**.Cookie()', '**.HttpCookie()', '**.ResponseCookie()'] },
        named: ['secure'],
        words: ['false'],
        imports: COOKIES,
      },
      name: keyword('name'),
      attributes: { secure: keyword('secure') },
      default: 'on',
    },
    {
      id: 'scala-cookies/copy',
      docs: 'https://pekko.apache.org/api/pekko-http/current/org/apache/pekko/http/scaladsl/model/headers/HttpCookie.html',
      kind: 'write',
      match: {
        method: 'withSecure',
        receiver: { any: true, sure: true, not: ['**.HttpCookie()'] },
        args: [1, 1],
        words: ['false'],
        imports: COOKIES,
      },
      attributes: { secure: argument(0) },
      default: 'on',
    },
  ],
});
