/** Javalin, Spark, Micronaut, Undertow and Netty: small servers that share no API. */
import { argument, defineRule, keyword, setter, type CookieSurface, type Receiver, type Rule } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

const setters: CookieSurface['attributes'] = { secure: setter('setSecure'), httpOnly: setter('setHttpOnly'), sameSite: setter('setSameSite'), domain: setter('setDomain'), path: setter('setPath'), maxAge: setter('setMaxAge') };

const javalin = defineRule({
  id: 'javalin',
  title: 'Javalin',
  languages: JVM,
  docs: 'https://javalin.io/documentation#context',
  triggers: ['ctx.cookie(', '.cookie(', 'io.javalin.http.Cookie'],
  packages: ['javalin'],
  surfaces: [
    {
      // `cookie(name)` with one text reads; with a Cookie it writes that object, which is a site of its own.
      id: 'javalin/cookie',
      kind: 'write',
      match: { method: 'cookie', receiver: { types: ['io.javalin.http.Context'], names: ['ctx'] }, args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: argument(99), maxAge: argument(2) },
      default: 'off',
      fix: { unsafe: 'ctx.cookie(new Cookie(…)) takes it' },
    },
    {
      // https://github.com/javalin/javalin/blob/master/javalin/src/main/java/io/javalin/http/Cookie.kt
      id: 'javalin/cookie',
      kind: 'write',
      match: { call: 'io.javalin.http.Cookie', args: [2, 9], languages: ['kotlin'], mentions: /\bctx\b|io\.javalin/, unlessImports: ['io.ktor', 'org.http4k', 'jakarta.servlet', 'javax.servlet', 'org.springframework', 'okhttp3', 'io.netty', 'play'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: { secure: [keyword('secure', 4), setter('setSecure')], httpOnly: keyword('isHttpOnly', 6), path: keyword('path', 2), maxAge: keyword('maxAge', 3), domain: keyword('domain', 8), sameSite: keyword('sameSite', 9) },
      default: 'off',
    },
    {
      id: 'javalin/cookie',
      kind: 'write',
      match: { call: 'io.javalin.http.Cookie', args: [2, 10], imports: ['io.javalin.http'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: [setter('setSecure'), argument(4)], path: argument(2), maxAge: argument(3) },
      default: 'off',
    },
  ],
});

/** Spark's response. */
const spark: Receiver = { types: ['spark.Response'], names: ['response', 'res'] };
/** One overload of `response.cookie`; `path` shifts the rest by one. */
const sparkCookie = (args: number, shift: 0 | 1, secure: number | undefined, source: Readonly<Record<number, RegExp>> = {}): CookieSurface => ({
  id: 'spark-java/response-cookie',
  kind: 'write',
  match: { method: 'cookie', receiver: spark, args: [args, args], source, imports: ['spark'] },
  name: argument(shift),
  value: argument(shift + 1),
  attributes: { secure: secure === undefined ? argument(99) : argument(secure), ...(args > 2 ? { maxAge: argument(shift + 2) } : {}) },
  default: 'off',
});
const NUMBER = /^(?:-?\d|.*(?:age|AGE|Age|expir|seconds|SECONDS))/;
const BOOLEAN = /^(?:true|false|.*(?:secure|Secure|SECURE|https|scheme|prod|Prod))/;

const sparkJava = defineRule({
  id: 'spark-java',
  title: 'Spark',
  languages: JVM,
  docs: 'https://sparkjava.com/documentation#cookies',
  triggers: ['.cookie('],
  packages: ['spark-core'],
  surfaces: [
    // https://github.com/perwendel/spark/blob/master/src/main/java/spark/Response.java
    sparkCookie(2, 0, undefined),
    sparkCookie(3, 0, undefined),
    sparkCookie(4, 0, 3),
    sparkCookie(5, 0, 3, { 2: NUMBER, 3: BOOLEAN }),
    sparkCookie(5, 1, 4),
    sparkCookie(6, 1, 4),
    {
      // The same calls in files whose imports are not seen: the receiver's name and a number in third place tell.
      ...sparkCookie(3, 0, undefined),
      match: { method: 'cookie', receiver: { names: ['response'] }, args: [3, 3], source: { 2: NUMBER }, languages: ['java'] },
    },
    {
      ...sparkCookie(4, 0, 3),
      match: { method: 'cookie', receiver: { names: ['response'] }, args: [4, 4], source: { 2: NUMBER }, languages: ['java'] },
    },
  ],
});

const micronaut = defineRule({
  id: 'micronaut',
  title: 'Micronaut',
  languages: JVM,
  docs: 'https://docs.micronaut.io/latest/guide/#clientCookies',
  triggers: ['Cookie.of('],
  packages: ['micronaut-http', 'micronaut-http-server-netty', 'micronaut-parent'],
  surfaces: [
    {
      // https://docs.micronaut.io/latest/api/io/micronaut/http/cookie/Cookie.html
      id: 'micronaut/cookie-of',
      kind: 'write',
      match: { call: ['io.micronaut.http.cookie.Cookie.of'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: setter('secure'), httpOnly: setter('httpOnly'), sameSite: setter('sameSite'), domain: setter('domain'), path: setter('path'), maxAge: setter('maxAge') },
      default: 'off',
      confidence: 'medium',
    },
  ],
});

const undertow = defineRule({
  id: 'undertow',
  title: 'Undertow',
  languages: JVM,
  docs: 'https://undertow.io/javadoc/2.1.x/io/undertow/server/handlers/CookieImpl.html',
  triggers: ['CookieImpl(', 'ServletSessionConfig('],
  packages: ['undertow-core'],
  surfaces: [
    {
      // https://undertow.io/javadoc/2.1.x/io/undertow/server/handlers/CookieImpl.html
      id: 'undertow/cookie-impl',
      kind: 'write',
      match: { call: 'io.undertow.server.handlers.CookieImpl' },
      name: argument(0),
      value: argument(1),
      attributes: setters,
      default: 'off',
      confidence: 'medium',
    },
    {
      // https://undertow.io/javadoc/2.1.x/io/undertow/servlet/api/ServletSessionConfig.html
      id: 'undertow/cookie-impl',
      kind: 'session',
      match: { call: 'io.undertow.servlet.api.ServletSessionConfig' },
      name: setter('setName'),
      defaultName: 'JSESSIONID',
      session: true,
      attributes: setters,
      default: 'off',
      confidence: 'medium',
    },
  ],
});

const netty = defineRule({
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
      match: { call: ['io.netty.handler.codec.http.cookie.DefaultCookie', 'io.netty.handler.codec.http.DefaultCookie'], unlessImports: ['io.netty.handler.codec.http.cookie.ClientCookieEncoder'] },
      name: argument(0),
      value: argument(1),
      attributes: setters,
      default: 'off',
    },
    {
      // `encode(name, value)` has no attributes at all: https://netty.io/4.1/api/io/netty/handler/codec/http/cookie/ServerCookieEncoder.html
      id: 'netty/default-cookie',
      kind: 'write',
      match: { method: 'encode', receiver: { paths: ['**.ServerCookieEncoder.STRICT', '**.ServerCookieEncoder.LAX', '**.ServerCookieEncoder'] }, args: [2, 2] },
      name: argument(0),
      attributes: { secure: argument(99) },
      default: 'off',
    },
  ],
});

export const microFrameworks: readonly Rule[] = [javalin, sparkJava, micronaut, undertow, netty];
