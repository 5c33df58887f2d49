/** Play Framework: `Cookie` in Scala and Java. Session, flash and language cookies are in `play-settings.ts`. */
import { argument, defineRule, keyword, property, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

/** Libraries that have a `Cookie` too; Akka's and Pekko's is a header of requests. */
const OTHERS = [
  'akka.http.scaladsl.model.headers',
  'akka.http.javadsl.model.headers',
  'org.apache.pekko.http.scaladsl.model.headers',
  'org.apache.pekko.http.javadsl.model.headers',
  'org.http4s',
  'zio.http',
  'zhttp',
  'org.scalatra',
  'javax.servlet',
  'jakarta.servlet',
  'sttp',
  'org.openqa.selenium',
];

export default defineRule({
  id: 'play',
  title: 'Play Framework',
  languages: JVM,
  docs: 'https://www.playframework.com/documentation/3.0.x/ScalaResults#Setting-and-discarding-cookies',
  triggers: ['Cookie(', 'Cookie.builder(', 'Cookies('],
  packages: ['com.typesafe.play', 'org.playframework', 'sbt-plugin'],
  surfaces: [
    {
      id: 'play/cookie-scala',
      docs: 'https://www.playframework.com/documentation/3.0.x/api/scala/play/api/mvc/Cookie.html',
      kind: 'write',
      match: { call: 'play.api.mvc.Cookie', args: [2, 9], languages: ['scala'], unlessImports: OTHERS },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        maxAge: keyword('maxAge', 2),
        path: keyword('path', 3),
        domain: keyword('domain', 4),
        secure: [property('secure'), keyword('secure', 5)],
        httpOnly: keyword('httpOnly', 6),
        sameSite: keyword('sameSite', 7),
      },
      otherwise: { httpOnly: true },
      default: 'off',
      inert: true,
    },
    {
      id: 'play/cookie-java-builder',
      docs: 'https://www.playframework.com/documentation/3.0.x/api/java/play/mvc/Http.Cookie.html',
      kind: 'write',
      match: { call: ['play.mvc.Http.Cookie.builder'] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: setter('withSecure'),
        httpOnly: setter('withHttpOnly'),
        sameSite: setter('withSameSite'),
        domain: setter('withDomain'),
        path: setter('withPath'),
        maxAge: setter('withMaxAge'),
      },
      default: 'off',
      inert: true,
    },
    {
      id: 'play/cookie-java-builder',
      kind: 'write',
      match: { call: 'play.mvc.Http.Cookie', args: [7, 9], languages: ['java', 'kotlin'] },
      name: argument(0),
      value: argument(1),
      attributes: {
        maxAge: argument(2),
        path: argument(3),
        domain: argument(4),
        secure: argument(5),
        httpOnly: argument(6),
        sameSite: argument(7),
      },
      default: 'off',
      inert: true,
    },
  ],
});
