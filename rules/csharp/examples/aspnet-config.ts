/** Examples of the surfaces in ../aspnet-config.ts. */
import { type Examples } from '../../example.js';

export default {
  'aspnet/web-config-forms': {
    file: 'Web.config',
    bad: '<forms loginUrl="~/Account/Login" timeout="2880" />',
    good: '<forms loginUrl="~/Account/Login" timeout="2880" requireSSL="true" />',
  },
  'aspnet/web-config-rolemanager': {
    file: 'Web.config',
    bad: '<roleManager enabled="true" cacheRolesInCookie="true" />',
    good: '<roleManager enabled="true" cacheRolesInCookie="true" cookieRequireSSL="true" />',
  },
  'aspnet/web-config-anonymous-identification': {
    file: 'Web.config',
    bad: '<anonymousIdentification enabled="true" />',
    good: '<anonymousIdentification enabled="true" cookieRequireSSL="true" />',
  },
  'wif/cookie-handler': { file: 'Web.config', bad: '<cookieHandler requireSsl="false" />', good: '<cookieHandler requireSsl="true" />' },
  'aspnet/web-config-httpcookies': {
    file: 'Web.config',
    bad: '<httpCookies httpOnlyCookies="true" requireSSL="false" />',
    good: '<httpCookies httpOnlyCookies="true" requireSSL="true" />',
  },
  'aspnet/web-config-session-state': {
    file: 'Web.config',
    bad: '<system.web><sessionState timeout="20" /></system.web>',
    good: '<system.web><httpCookies requireSSL="true" /><sessionState timeout="20" /></system.web>',
  },
  'aspnet/web-config-transform': {
    file: 'Web.Release.config',
    bad: '<httpCookies requireSSL="false" xdt:Transform="SetAttributes(requireSSL)" />',
    good: '<httpCookies requireSSL="true" xdt:Transform="SetAttributes(requireSSL)" />',
  },
} satisfies Examples;
