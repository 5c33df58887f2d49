/** The rules of Java, Kotlin and Scala. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import jaxrs from './jaxrs.js';
import { descriptorRules } from './descriptors.js';
import { jettyRules } from './jetty.js';
import { jvmFrameworkFacts, jvmFrameworkRules } from './jvm-frameworks.js';
import ktor from './ktor.js';
import { microFrameworks } from './micro-frameworks.js';
import play from './play.js';
import { playFacts, playSettingsRules } from './play-settings.js';
import { scalaHttp } from './scala-http.js';
import servlet from './servlet.js';
import setCookie from './set-cookie.js';
import shiroIni from './shiro-ini.js';
import { shiroRules } from './shiro.js';
import { springBootFacts, springBootRules } from './spring-boot.js';
import springSecurity from './spring-security.js';
import springWeb from './spring-web.js';
import vertx from './vertx.js';

export const jvmRules: readonly Rule[] = [servlet, springWeb, springSecurity, setCookie, jaxrs, vertx, ktor, play, ...microFrameworks, ...scalaHttp, ...shiroRules, ...jettyRules, ...springBootRules, ...descriptorRules, ...jvmFrameworkRules, ...playSettingsRules, shiroIni];

/** What the project model of each framework's settings needs to know. */
export const jvmFacts: readonly JvmFacts[] = [springBootFacts, ...jvmFrameworkFacts, ...playFacts];
