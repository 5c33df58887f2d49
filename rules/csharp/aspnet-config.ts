/** System.Web: the cookie settings of web.config and its transforms. */
import { defineRule, value, type CookieSurface } from '../../src/matching/surface.js';
import type { WebConfigCookie, WebConfigFacts } from '../../src/project/aspnet-settings.js';

const cookies: readonly WebConfigCookie[] = [
  // https://learn.microsoft.com/dotnet/api/system.web.configuration.formsauthenticationconfiguration.requiressl
  {
    surface: 'aspnet/web-config-forms',
    element: 'forms',
    inside: 'authentication',
    attribute: 'requireSSL',
    nameAttribute: 'name',
    name: '.ASPXAUTH',
    session: true,
  },
  // https://learn.microsoft.com/dotnet/api/system.web.configuration.rolemanagersection.cookierequiressl
  {
    surface: 'aspnet/web-config-rolemanager',
    element: 'roleManager',
    attribute: 'cookieRequireSSL',
    nameAttribute: 'cookieName',
    name: '.ASPXROLES',
    session: true,
    sentWhere: { enabled: 'true', cacheRolesInCookie: 'true' },
  },
  // https://learn.microsoft.com/dotnet/api/system.web.configuration.anonymousidentificationsection.cookierequiressl
  {
    surface: 'aspnet/web-config-anonymous-identification',
    element: 'anonymousIdentification',
    attribute: 'cookieRequireSSL',
    nameAttribute: 'cookieName',
    name: '.ASPXANONYMOUS',
    session: false,
    sentWhere: { enabled: 'true' },
  },
  // https://learn.microsoft.com/dotnet/framework/configure-apps/file-schema/windows-identity-foundation/cookiehandler
  {
    surface: 'wif/cookie-handler',
    element: 'cookieHandler',
    attribute: 'requireSsl',
    nameAttribute: 'name',
    name: 'FedAuth',
    session: true,
    onlyWritten: true,
  },
];

export const aspnetFacts: WebConfigFacts = {
  cookies,
  // https://learn.microsoft.com/dotnet/api/system.web.configuration.httpcookiessection.requiressl
  policy: { surface: 'aspnet/web-config-httpcookies', element: 'httpCookies', attribute: 'requireSSL' },
  // https://learn.microsoft.com/dotnet/api/system.web.configuration.sessionstatesection: no attribute of its own for Secure.
  sessionState: {
    surface: 'aspnet/web-config-session-state',
    element: 'sessionState',
    name: 'ASP.NET_SessionId',
    used: {
      files: /\.(?:cs|vb|aspx|ascx|master|cshtml|vbhtml)$/i,
      word: 'Session',
      // https://learn.microsoft.com/dotnet/api/system.web.sessionstate.httpsessionstate, and VB.NET's parentheses.
      code: /(?<![\w$"'])Session\s{0,9}(?:\[[^\]\n]{1,200}\]|\([^)\n]{1,200}\))\s{0,9}=(?![=>])|\bSession\.Add\(/,
    },
  },
  transform: 'aspnet/web-config-transform',
};

const surface = (id: string, element: string, ...attribute: string[]): CookieSurface => ({
  id,
  kind: 'session',
  match: { setting: `**.${element}`, section: true, file: /(?:^|\/)web\.(?:[\w-]+\.)*config$/i },
  attributes: { secure: value(...attribute) },
  default: 'off',
});

export default defineRule({
  id: 'aspnet',
  title: 'ASP.NET',
  languages: ['xml'],
  docs: 'https://learn.microsoft.com/dotnet/api/system.web.configuration.httpcookiessection',
  triggers: [
    'httpCookies',
    '<forms',
    'roleManager',
    'anonymousIdentification',
    'sessionState',
    'cookieHandler',
    'equireSSL',
    '<system.web>',
  ],
  surfaces: [
    ...cookies.map((cookie) => ({
      ...surface(cookie.surface, cookie.element, `@${cookie.attribute}`),
      // https://learn.microsoft.com/dotnet/api/system.web.security.formsauthentication.setauthcookie: throws where the request is not HTTPS.
      ...(cookie.element === 'forms' ? { fix: { unsafe: 'signing in fails where requests do not look like HTTPS' } } : {}),
    })),
    surface('aspnet/web-config-httpcookies', 'httpCookies', '@requireSSL'),
    // The session's cookie copies the switch that stands beside it.
    surface('aspnet/web-config-session-state', 'sessionState', 'httpCookies', '@requireSSL'),
    surface('aspnet/web-config-transform', 'httpCookies', '@requireSSL'),
  ],
});
