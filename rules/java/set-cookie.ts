/** Raw Set-Cookie headers on the Java virtual machine: Servlet, Spring, JAX-RS, Netty, the JDK's own server, Ktor, Akka and Pekko. */
import { argument, defineRule, header, value, type Receiver } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

/** Whatever takes a header of this name writes a cookie: the name is telling enough. */
const anything: Receiver = {
  any: true,
  sure: true,
  not: ['**.HttpRequest.newBuilder()**', '**.Request.Builder()**', '**.HttpGet()**', '**.HttpPost()**'],
};
const NAMES = ['set-cookie', 'set_cookie', 'SetCookie'];

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: JVM,
  docs: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1',
  triggers: ['et-Cookie', 'et-cookie', 'SET_COOKIE', 'SetCookie'],
  surfaces: [
    {
      id: 'servlet/raw-set-cookie-header',
      docs: 'https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/httpservletresponse',
      kind: 'header',
      match: {
        method: ['addHeader', 'setHeader', 'header', 'add', 'set', 'putHeader', 'withHeader', 'respondWithHeader', 'addStringHeader'],
        receiver: anything,
        args: [2, 3],
        argument: { 0: NAMES },
        languages: ['java', 'scala'],
      },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      id: 'ktor/raw-header',
      docs: 'https://api.ktor.io/ktor-http/io.ktor.http/-http-headers/index.html',
      kind: 'header',
      match: {
        method: ['header', 'append'],
        receiver: { names: ['response', 'response.headers', 'headers'], sure: true },
        args: [2, 3],
        argument: { 0: NAMES },
        languages: ['kotlin'],
        unlessImports: ['org.springframework', 'jakarta.servlet', 'javax.servlet'],
      },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      id: 'servlet/raw-set-cookie-header',
      kind: 'header',
      match: {
        method: ['addHeader', 'setHeader', 'header', 'add', 'set', 'putHeader', 'withHeader'],
        receiver: anything,
        args: [2, 3],
        argument: { 0: NAMES },
        languages: ['kotlin'],
      },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      // https://pekko.apache.org/api/pekko-http/current/org/apache/pekko/http/scaladsl/model/headers/RawHeader.html, https://http4s.org/v0.23/docs/entity.html
      id: 'servlet/raw-set-cookie-header',
      docs: 'https://pekko.apache.org/api/pekko-http/current/org/apache/pekko/http/scaladsl/model/headers/RawHeader.html',
      kind: 'header',
      match: {
        call: [
          'RawHeader',
          ...['akka.http', 'org.apache.pekko.http'].flatMap((root) => [
            `${root}.scaladsl.model.headers.RawHeader`,
            `${root}.javadsl.model.headers.RawHeader.create`,
          ]),
          'org.http4s.Header.Raw',
          'Header.Raw',
          'Header',
        ],
        args: [2, 2],
        argument: { 0: NAMES },
      },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      // https://www.playframework.com/documentation/3.0.x/ScalaResults#Manipulating-HTTP-headers, https://www.playframework.com/documentation/3.0.x/JavaResponse
      id: 'servlet/raw-set-cookie-header',
      docs: 'https://www.playframework.com/documentation/3.0.x/ScalaResults#Manipulating-HTTP-headers',
      kind: 'header',
      match: { pair: 'set-cookie', languages: ['scala', 'kotlin'], unlessImports: ['io.ktor.client', 'sttp', 'okhttp3'] },
      attributes: header(value()),
      default: 'off',
    },
  ],
});
