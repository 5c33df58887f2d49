/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import beego from './beego.js';
import fiber from './fiber.js';
import gin from './gin.js';
import gorilla from './gorilla.js';
import netHttp from './net-http.js';
import sessions from './sessions.js';
import setCookie from './set-cookie.js';
import pkgzAuth from './pkgz-auth.js';
import zitadelOidc from './zitadel-oidc.js';

export const examples: Examples = {
  ...beego,
  ...fiber,
  ...gin,
  ...gorilla,
  ...netHttp,
  ...sessions,
  ...setCookie,
  ...pkgzAuth,
  ...zitadelOidc,
};
