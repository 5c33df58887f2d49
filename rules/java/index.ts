/** The rules of Java, Kotlin and Scala. */
import type { Rule } from '../../src/matching/surface.js';
import jaxrs from './jaxrs.js';
import { jettyRules } from './jetty.js';
import ktor from './ktor.js';
import { microFrameworks } from './micro-frameworks.js';
import play from './play.js';
import { scalaHttp } from './scala-http.js';
import servlet from './servlet.js';
import setCookie from './set-cookie.js';
import { shiroRules } from './shiro.js';
import springSecurity from './spring-security.js';
import springWeb from './spring-web.js';
import vertx from './vertx.js';

export const jvmRules: readonly Rule[] = [servlet, springWeb, springSecurity, setCookie, jaxrs, vertx, ktor, play, ...microFrameworks, ...scalaHttp, ...shiroRules, ...jettyRules];
