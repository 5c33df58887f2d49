/** The Go rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import beego, { beegoConfiguration, macaron } from './beego.js';
import fiber, { fasthttp } from './fiber.js';
import gin, { hertz } from './gin.js';
import gorilla, { gorillaCsrf, goth } from './gorilla.js';
import goNetHttp, { echo } from './net-http.js';
import pkgzAuth from './pkgz-auth.js';
import { authboss, buffalo, iris, nosurf, revel, scs, simplesessions } from './sessions.js';
import setCookie from './set-cookie.js';
import zitadelOidc from './zitadel-oidc.js';

export const goRules: readonly Rule[] = [
  macaron,
  beego,
  beegoConfiguration,
  gin,
  hertz,
  fasthttp,
  fiber,
  iris,
  goth,
  gorilla,
  gorillaCsrf,
  scs,
  simplesessions,
  nosurf,
  zitadelOidc,
  pkgzAuth,
  authboss,
  buffalo,
  revel,
  echo,
  goNetHttp,
  setCookie,
];
