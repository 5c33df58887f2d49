/** Akka HTTP and Pekko HTTP: `HttpCookie` of both languages. */
import { argument, defineRule, keyword, property, setter } from '../../src/matching/surface.js';
import { named } from './cookie-arguments.js';

export default defineRule({
  id: 'akka-http',
  title: 'Akka HTTP / Pekko HTTP',
  languages: ['scala', 'java', 'kotlin'],
  docs: 'https://pekko.apache.org/docs/pekko-http/current/routing-dsl/directives/cookie-directives/setCookie.html',
  triggers: ['HttpCookie('],
  packages: ['akka-http', 'pekko-http'],
  surfaces: [
    {
      id: 'akka-pekko-http/http-cookie',
      docs: 'https://pekko.apache.org/api/pekko-http/current/org/apache/pekko/http/scaladsl/model/headers/HttpCookie.html',
      kind: 'write',
      match: {
        call: [
          'akka.http.scaladsl.model.headers.HttpCookie',
          'org.apache.pekko.http.scaladsl.model.headers.HttpCookie',
          'spray.http.HttpCookie',
        ],
        args: [2, 10],
        languages: ['scala'],
        unlessImports: ['java.net.HttpCookie'],
      },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: { ...named(6, 7), secure: [property('secure'), setter('withSecure'), keyword('secure', 6)] },
      default: 'off',
      inert: true,
    },
    {
      id: 'akka-pekko-http/http-cookie',
      docs: 'https://doc.akka.io/japi/akka-http/current/akka/http/javadsl/model/headers/HttpCookie.html',
      kind: 'write',
      match: {
        call: ['akka.http.javadsl.model.headers.HttpCookie.create', 'org.apache.pekko.http.javadsl.model.headers.HttpCookie.create'],
      },
      name: argument(0),
      value: argument(1),
      attributes: { secure: [setter('withSecure'), argument(6)] },
      default: 'off',
      inert: true,
    },
  ],
});
