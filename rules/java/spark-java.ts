/** Spark (sparkjava.com): the overloads of `response.cookie`. */
import { argument, defineRule, type CookieSurface, type Receiver } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';
import { EMBEDDED, embeddedByHand, session } from './xml-places.js';

/** Spark's response. */
const spark: Receiver = { types: ['spark.Response'], names: ['response', 'res'] };
/** One overload of `response.cookie`; `path` shifts the rest by one. */
const sparkCookie = (
  args: number,
  shift: 0 | 1,
  secure: number | undefined,
  source: Readonly<Record<number, RegExp>> = {},
): CookieSurface => ({
  id: 'spark-java/response-cookie',
  kind: 'write',
  match: { method: 'cookie', receiver: spark, args: [args, args], source, imports: ['spark'] },
  name: argument(shift),
  value: argument(shift + 1),
  attributes: { secure: secure === undefined ? nowhere : argument(secure), ...(args > 2 ? { maxAge: argument(shift + 2) } : {}) },
  default: 'off',
  // https://github.com/perwendel/spark/blob/master/src/main/java/spark/Response.java: the maximum age comes before it.
  ...(secure === undefined
    ? { fix: { rewritten: { text: args === 2 ? '{owner}.cookie({args}, -1, true)' : '{owner}.cookie({args}, true)', args } } }
    : {}),
});
const NUMBER = /^(?:-?\d|.*(?:age|AGE|Age|expir|seconds|SECONDS))/;

export default defineRule({
  id: 'spark-java',
  title: 'Spark',
  languages: JVM,
  docs: 'https://sparkjava.com/documentation#cookies',
  triggers: ['.cookie(', '.session('],
  packages: ['spark-core'],
  surfaces: [
    // https://github.com/perwendel/spark/blob/master/src/main/java/spark/Response.java
    sparkCookie(2, 0, undefined),
    sparkCookie(3, 0, undefined),
    sparkCookie(4, 0, 3),
    sparkCookie(5, 0, 3, { 2: NUMBER }),
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
    {
      // https://sparkjava.com/documentation#sessions: the session of its embedded Jetty, which gets Secure with requests by HTTPS only.
      ...session,
      id: 'spark-java/session',
      docs: 'https://sparkjava.com/documentation#sessions',
      registration: 'once',
      match: {
        method: 'session',
        receiver: { types: ['spark.Request'], names: ['request', 'req'] },
        args: [0, 1],
        // It is made, not asked for.
        source: { 0: /^(?:true)?$/ },
        imports: ['spark'],
      },
      decidedBy: EMBEDDED,
      attributes: { secure: nowhere },
      default: 'request',
      fix: { byHand: embeddedByHand },
    },
  ],
});
