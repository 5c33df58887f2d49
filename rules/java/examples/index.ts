/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import akkaHttp from './akka-http.js';
import grails from './grails.js';
import helidon from './helidon.js';
import http4k from './http4k.js';
import http4s from './http4s.js';
import javalin from './javalin.js';
import jaxrs from './jaxrs.js';
import jetty from './jetty.js';
import jfinal from './jfinal.js';
import jooby from './jooby.js';
import jvmLibraries from './jvm-libraries.js';
import ktor from './ktor.js';
import liberty from './liberty.js';
import lift from './lift.js';
import micronaut from './micronaut.js';
import micronautSettings from './micronaut-settings.js';
import netty from './netty.js';
import play from './play.js';
import playSettings from './play-settings.js';
import quarkus from './quarkus.js';
import saToken from './sa-token.js';
import scalaCookies from './scala-cookies.js';
import scalatra from './scalatra.js';
import servlet from './servlet.js';
import servletSession from './servlet-session.js';
import setCookie from './set-cookie.js';
import shiro from './shiro.js';
import shiroIni from './shiro-ini.js';
import shiroSettings from './shiro-settings.js';
import sparkJava from './spark-java.js';
import springBoot from './spring-boot.js';
import springSecurity from './spring-security.js';
import springWeb from './spring-web.js';
import springXml from './spring-xml.js';
import tomcatXml from './tomcat-xml.js';
import undertow from './undertow.js';
import vertx from './vertx.js';
import webXml from './web-xml.js';
import weblogic from './weblogic.js';
import zioHttp from './zio-http.js';

export const examples: Examples = {
  ...akkaHttp,
  ...grails,
  ...http4k,
  ...http4s,
  ...javalin,
  ...jaxrs,
  ...jetty,
  ...ktor,
  ...liberty,
  ...lift,
  ...micronaut,
  ...micronautSettings,
  ...netty,
  ...play,
  ...playSettings,
  ...quarkus,
  ...saToken,
  ...scalatra,
  ...servlet,
  ...servletSession,
  ...setCookie,
  ...shiro,
  ...shiroIni,
  ...shiroSettings,
  ...sparkJava,
  ...springBoot,
  ...springSecurity,
  ...springWeb,
  ...springXml,
  ...tomcatXml,
  ...undertow,
  ...vertx,
  ...webXml,
  ...weblogic,
  ...zioHttp,
  ...jfinal,
  ...jooby,
  ...helidon,
  ...scalaCookies,
  ...jvmLibraries,
};
