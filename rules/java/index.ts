/** The rules of Java, Kotlin and Scala. */
import type { Rule } from '../../src/matching/surface.js';
import type { JvmFacts } from '../../src/project/jvm-settings.js';
import akkaHttp from './akka-http.js';
import { grailsFacts, grailsSettings } from './grails.js';
import helidon from './helidon.js';
import http4k from './http4k.js';
import http4s from './http4s.js';
import javalin from './javalin.js';
import jaxrs from './jaxrs.js';
import jetty from './jetty.js';
import jettyXml from './jetty-xml.js';
import jfinal from './jfinal.js';
import jooby from './jooby.js';
import { keycloak, latke, pac4j, wicket } from './jvm-libraries.js';
import ktor from './ktor.js';
import liberty from './liberty.js';
import lift from './lift.js';
import micronaut from './micronaut.js';
import { micronautFacts, micronautSettings } from './micronaut-settings.js';
import netty from './netty.js';
import play from './play.js';
import { playFacts, playSettingsRules } from './play-settings.js';
import { quarkusFacts, quarkusSettings } from './quarkus.js';
import saToken from './sa-token.js';
import { saTokenFacts, saTokenSettings } from './sa-token-settings.js';
import { cask, copies, finagle, tapir } from './scala-cookies.js';
import scalatra from './scalatra.js';
import servlet from './servlet.js';
import { servletFacts, servletSessionRules } from './servlet-session.js';
import setCookie from './set-cookie.js';
import shiro from './shiro.js';
import shiroIni from './shiro-ini.js';
import { shiroFacts, shiroSettings } from './shiro-settings.js';
import sparkJava from './spark-java.js';
import { springBootFacts, springBootRules } from './spring-boot.js';
import springSecurity from './spring-security.js';
import springWeb from './spring-web.js';
import springXml from './spring-xml.js';
import tomcat from './tomcat.js';
import tomcatXml from './tomcat-xml.js';
import undertow from './undertow.js';
import vertx from './vertx.js';
import webXml from './web-xml.js';
import weblogic from './weblogic.js';
import wildfly from './wildfly.js';
import zioHttp from './zio-http.js';

/** Code first, in the order in which a `Cookie` of unknown origin is looked for; then settings and descriptors. */
const code: readonly Rule[] = [
  servlet,
  springWeb,
  springSecurity,
  setCookie,
  jaxrs,
  vertx,
  ktor,
  play,
  javalin,
  sparkJava,
  micronaut,
  undertow,
  netty,
  akkaHttp,
  http4s,
  zioHttp,
  scalatra,
  lift,
  http4k,
  shiro,
  saToken,
  jetty,
  tomcat,
  jfinal,
  jooby,
  helidon,
  tapir,
  cask,
  finagle,
  copies,
  pac4j,
  keycloak,
  wicket,
  latke,
];
const settings: readonly Rule[] = [
  ...springBootRules,
  springXml,
  webXml,
  ...servletSessionRules,
  weblogic,
  liberty,
  wildfly,
  tomcatXml,
  jettyXml,
  saTokenSettings,
  shiroSettings,
  micronautSettings,
  quarkusSettings,
  grailsSettings,
  ...playSettingsRules,
  shiroIni,
];

export const jvmRules: readonly Rule[] = [...code, ...settings];

/** What the project model of each framework's settings needs to know. */
export const jvmFacts: readonly JvmFacts[] = [
  springBootFacts,
  servletFacts,
  saTokenFacts,
  shiroFacts,
  micronautFacts,
  quarkusFacts,
  grailsFacts,
  ...playFacts,
];
