/** JAX-RS / Jakarta REST `NewCookie`, and the remember-me annotation of Jakarta Security. */
import {
  argument,
  defineRule,
  keyword,
  setter,
  type CallMatch,
  type CookieSurface,
  type FixHint,
  type Match,
} from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';

const COOKIE = ['javax.ws.rs.core.NewCookie', 'jakarta.ws.rs.core.NewCookie'];

/** What the constructor that takes Secure is called with, where the shorter one was. */
function longer(args: number): FixHint {
  const byHand =
    'Use the constructor that takes Secure, or NewCookie.Builder. There is no edit: what stands between is not written in the code.';
  const text = args === 1 ? '{callee}({args}, null, -1, true)' : args === 2 ? '{callee}({args}, null, null, null, -1, true)' : undefined;
  return text === undefined ? { byHand } : { rewritten: { text, args, languages: ['java'] }, byHand };
}

/** One overload of the constructor, by the positions of what it takes; the last boolean is HttpOnly in those that have two. */
function overload(
  args: number,
  secure: number | undefined,
  maxAge: number | undefined,
  conditions: Pick<CallMatch, 'source'> & Pick<Match, 'mentions'> = {},
  expires?: number,
): CookieSurface {
  return {
    id: 'jaxrs/new-cookie-constructor',
    kind: 'write',
    match: { call: COOKIE, args: [args, args], ...conditions },
    name: argument(0),
    value: argument(1),
    attributes: {
      secure: secure === undefined ? nowhere : argument(secure),
      ...(maxAge === undefined ? {} : { maxAge: argument(maxAge) }),
      ...(expires === undefined ? {} : { expires: argument(expires) }),
    },
    default: 'off',
    inert: true,
    ...(secure === undefined ? { fix: longer(args) } : {}),
  };
}

/** The fifth argument of the overloads with a version is a number (or a constant that says so). */
const VERSION = /^(?:\d+$|.*VERSION|version)/;

export default defineRule({
  id: 'jaxrs',
  title: 'Jakarta REST',
  languages: JVM,
  docs: 'https://jakarta.ee/specifications/restful-ws/3.1/apidocs/jakarta.ws.rs/jakarta/ws/rs/core/newcookie',
  triggers: ['NewCookie', '@RememberMe'],
  packages: ['jakarta.ws.rs-api', 'javax.ws.rs-api', 'quarkus-rest', 'resteasy', 'jersey-server'],
  surfaces: [
    // Overloads of the API as javap prints them: https://jakarta.ee/specifications/restful-ws/3.1/apidocs/jakarta.ws.rs/jakarta/ws/rs/core/newcookie
    overload(1, undefined, undefined),
    overload(2, undefined, undefined),
    overload(3, undefined, 2),
    overload(4, 3, 2),
    overload(6, 4, 2, {}, 3),
    overload(7, 6, 5),
    overload(8, 7, 6, { source: { 4: VERSION } }),
    overload(8, 6, 5),
    overload(10, 8, 6, {}, 7),
    {
      id: 'jaxrs/new-cookie-builder',
      docs: 'https://jakarta.ee/specifications/restful-ws/3.1/apidocs/jakarta.ws.rs/jakarta/ws/rs/core/newcookie.builder',
      kind: 'write',
      match: { call: COOKIE.map((path) => `${path}.Builder`) },
      name: argument(0),
      value: setter('value'),
      attributes: {
        secure: setter('secure'),
        httpOnly: setter('httpOnly'),
        sameSite: setter('sameSite'),
        domain: setter('domain'),
        path: setter('path'),
        maxAge: setter('maxAge'),
        expires: setter('expiry'),
      },
      default: 'off',
      inert: true,
    },
    {
      id: 'jakarta-security/remember-me',
      docs: 'https://jakarta.ee/specifications/security/3.0/apidocs/jakarta.security/jakarta/security/enterprise/authentication/mechanism/http/rememberme',
      kind: 'session',
      match: {
        decorator: [
          'jakarta.security.enterprise.authentication.mechanism.http.RememberMe',
          'javax.security.enterprise.authentication.mechanism.http.RememberMe',
        ],
      },
      name: keyword('cookieName'),
      defaultName: 'JREMEMBERMEID',
      session: true,
      attributes: { secure: keyword('cookieSecureOnly'), httpOnly: keyword('cookieHttpOnly'), maxAge: keyword('cookieMaxAgeSeconds') },
      default: 'on',
    },
  ],
});
