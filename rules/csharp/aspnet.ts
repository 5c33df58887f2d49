/** System.Web and OWIN: cookies of classic ASP.NET, Katana and the libraries of their time. */
import { argument, defineRule, element, owner, property, value, type CookieSurface, type Match } from '../../src/matching/surface.js';
import { optionsIn, ownProperties, policies, policyWords, proxy } from './cookie-options.js';

/** https://github.com/microsoft/referencesource/blob/master/System.Web/HttpCookie.cs: the constructor copies requireSSL of httpCookies. */
const httpCookie = (id: string, more: Partial<Match> = {}): CookieSurface => ({
  id,
  kind: 'write',
  match: { call: 'System.Web.HttpCookie', args: [0, 2], ...more },
  name: [argument(0), property('Name')],
  value: [property('Value'), argument(1)],
  attributes: ownProperties,
  default: 'off',
  inert: true,
  coveredBy: ['aspnet/web-config-httpcookies'],
  ownWins: true,
});

/** `Request.Cookies[name]`, `Request.Cookies.Get(name)` */
const OF_REQUEST = /\b[rR]e?q(?:uest)?\??\.Cookies(?:\??\.(?:Get|AllKeys))?$/;

export const owin = defineRule({
  id: 'owin-katana',
  title: 'OWIN / Katana',
  languages: ['csharp'],
  docs: 'https://learn.microsoft.com/dotnet/api/microsoft.owin.security.cookies.cookieauthenticationoptions.cookiesecure',
  triggers: ['CookieAuthenticationOptions', 'Microsoft.Owin', 'SignInCookie(', 'RememberBrowserCookie('],
  surfaces: [
    {
      id: 'owin-katana/cookie-authentication',
      docs: 'https://github.com/aspnet/AspNetKatana/blob/main/src/Microsoft.Owin.Security.Cookies/CookieAuthenticationOptions.cs',
      kind: 'session',
      session: true,
      match: { call: 'Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions' },
      name: property('CookieName'),
      defaultName: '.AspNet.ApplicationCookie',
      attributes: {
        secure: property('CookieSecure'),
        httpOnly: property('CookieHttpOnly'),
        sameSite: property('CookieSameSite'),
        domain: property('CookieDomain'),
        path: property('CookiePath'),
      },
      default: 'request',
      meaning: policyWords,
      fix: { on: 'CookieSecureOption.Always' },
    },
    {
      // https://github.com/aspnet/AspNetIdentity/blob/main/src/Microsoft.AspNet.Identity.Owin/Extensions/AppBuilderExtensions.cs: cookies with the options' defaults, which cannot be given.
      id: 'owin-katana/identity-cookies',
      docs: 'https://github.com/aspnet/AspNetIdentity/blob/main/src/Microsoft.AspNet.Identity.Owin/Extensions/AppBuilderExtensions.cs',
      kind: 'session',
      session: true,
      match: {
        method: ['UseExternalSignInCookie', 'UseTwoFactorSignInCookie', 'UseTwoFactorRememberBrowserCookie'],
        receiver: { any: true, sure: true },
        args: [0, 2],
      },
      name: argument(0),
      defaultName: '.AspNet.ExternalCookie',
      attributes: { secure: argument(9) },
      default: 'request',
      meaning: policyWords,
      fix: {
        byHand:
          'Call `UseCookieAuthentication` with the options of that cookie and `CookieSecure = CookieSecureOption.Always`. There is no edit: this call takes no options.',
      },
    },
    {
      id: 'owin-katana/response-cookies-append',
      docs: 'https://github.com/aspnet/AspNetKatana/blob/main/src/Microsoft.Owin/CookieOptions.cs',
      kind: 'write',
      match: {
        method: 'Append',
        receiver: { paths: ['**.Response.Cookies', '**.response.Cookies'] },
        args: [2, 3],
        imports: ['Microsoft.Owin'],
      },
      name: argument(0),
      value: argument(1),
      attributes: optionsIn(2),
      default: 'off',
    },
  ],
});

export const others = defineRule({
  id: 'dotnet-servers',
  title: 'IdentityServer, ServiceStack, YARP',
  languages: ['csharp', 'json'],
  docs: 'https://docs.duendesoftware.com/identityserver/',
  triggers: ['AddIdentityServer', 'UseSecureCookies', 'SessionAffinity'],
  surfaces: [
    // https://github.com/DuendeSoftware/products: the session id's cookie follows the request.
    {
      id: 'identityserver/user-session-cookie',
      kind: 'session',
      session: true,
      match: { method: 'AddIdentityServer', receiver: { any: true, sure: true }, languages: ['csharp'] },
      defaultName: 'idsrv.session',
      attributes: { secure: argument(9) },
      default: 'request',
      fix: {
        byHand:
          'Trust the proxy with `app.UseForwardedHeaders()` before `UseIdentityServer()`. There is no edit: IdentityServer has no setting for this cookie.',
      },
      coveredBy: policies,
      proxy,
      confidence: 'low',
    },
    // https://docs.servicestack.net/auth/sessions: only what is switched off.
    {
      id: 'servicestack/use-secure-cookies',
      kind: 'session',
      session: true,
      match: { call: 'ServiceStack.HostConfig', languages: ['csharp'] },
      defaultName: 'ss-id',
      attributes: { secure: property('UseSecureCookies') },
      default: 'on',
    },
    {
      // https://github.com/dotnet/yarp/blob/main/src/ReverseProxy/SessionAffinity/AffinityHelpers.cs: no policy gives no Secure.
      id: 'yarp/session-affinity-cookie',
      docs: 'https://github.com/dotnet/yarp/blob/main/src/ReverseProxy/SessionAffinity/AffinityHelpers.cs',
      kind: 'session',
      session: false,
      match: [{ setting: ['**.Clusters.*.SessionAffinity', 'SessionAffinity'], section: true, languages: ['json'] }],
      name: value('AffinityKeyName'),
      attributes: { secure: value('Cookie', 'SecurePolicy') },
      default: 'off',
      meaning: policyWords,
      needs: [value('Enabled')],
    },
    {
      id: 'yarp/session-affinity-cookie',
      kind: 'session',
      session: false,
      match: { call: 'Yarp.ReverseProxy.Configuration.SessionAffinityCookieConfig', languages: ['csharp'] },
      attributes: { secure: property('SecurePolicy') },
      default: 'off',
      meaning: policyWords,
    },
  ],
});

export const appsettings = defineRule({
  id: 'aspnetcore',
  title: 'ASP.NET Core',
  languages: ['json'],
  docs: 'https://learn.microsoft.com/aspnet/core/fundamentals/configuration/',
  triggers: ['"SecurePolicy"', '"CookieSecure"'],
  surfaces: [
    {
      // The binder reads the enumeration's names in any case.
      id: 'aspnetcore/appsettings-binding',
      kind: 'session',
      match: {
        setting: [
          '**.Cookie.SecurePolicy',
          '**.Cookies.SecurePolicy',
          '**.CookieOptions.SecurePolicy',
          '**.*Cookie.SecurePolicy',
          'SecurePolicy',
        ],
        file: /(?:^|\/)appsettings[^/]*\.json$/i,
      },
      name: { at: 'sibling', key: 'Name' },
      attributes: { secure: value() },
      default: 'on',
      meaning: policyWords,
      coveredBy: ['aspnetcore/cookie-policy'],
    },
  ],
});

export default defineRule({
  id: 'aspnet',
  title: 'ASP.NET',
  languages: ['csharp'],
  docs: 'https://learn.microsoft.com/dotnet/api/system.web.httpcookie.secure',
  triggers: ['HttpCookie', 'Response.Cookies', 'SetCookie(', 'AppendCookie(', 'AntiForgeryConfig'],
  surfaces: [
    // https://learn.microsoft.com/dotnet/api/system.web.security.formsauthentication.formscookiename: a ticket in a cookie made by hand.
    { ...httpCookie('aspnet/forms-authentication-code', { source: { 0: /FormsCookieName/ } }), session: true },
    httpCookie('aspnet/httpcookie'),
    {
      // https://learn.microsoft.com/dotnet/api/system.web.httprequest.cookies: no attributes come with a request.
      id: 'aspnet/httpcookie',
      docs: 'https://learn.microsoft.com/dotnet/api/system.web.httprequest.cookies',
      kind: 'write',
      match: [
        {
          method: ['Add', 'Set'],
          receiver: { paths: ['**.Response.Cookies', '**.response.Cookies'], sure: true },
          args: [1, 1],
          sendsAgain: { argument: 0, from: OF_REQUEST },
        },
        {
          method: ['SetCookie', 'AppendCookie'],
          receiver: { any: true, sure: true },
          args: [1, 1],
          sendsAgain: { argument: 0, from: OF_REQUEST },
        },
      ],
      name: { at: 'sent-name' },
      value: property('Value'),
      attributes: ownProperties,
      default: 'off',
    },
    {
      // https://learn.microsoft.com/dotnet/api/system.net.httplistenerresponse.setcookie
      id: 'aspnet/http-listener-cookie',
      docs: 'https://learn.microsoft.com/dotnet/api/system.net.httplistenerresponse.setcookie',
      kind: 'write',
      match: {
        call: 'System.Net.Cookie',
        args: [0, 4],
        imports: ['System.Net'],
        unlessImports: ['ServiceStack'],
        givenTo: [
          { name: 'AppendCookie', args: 1 },
          { name: 'SetCookie', args: 1 },
        ],
      },
      name: [argument(0), property('Name')],
      value: [property('Value'), argument(1)],
      attributes: ownProperties,
      default: 'off',
    },
    {
      // A cookie that is made elsewhere: what is said here is said last.
      id: 'aspnet/httpcookie',
      kind: 'write',
      match: { assign: 'System.Web.HttpCookie.Secure' },
      name: owner('Name'),
      attributes: { secure: value(), expires: owner('Expires') },
      default: 'off',
    },
    {
      // https://learn.microsoft.com/dotnet/api/system.web.httpresponse.cookies: asking for a cookie makes it.
      id: 'aspnet/response-cookies-indexer',
      docs: 'https://learn.microsoft.com/dotnet/api/system.web.httpresponse.cookies',
      kind: 'write',
      match: { assign: ['**.Response.Cookies.*.Value', '**.Response.Cookies[].Value'], unlessImports: ['Microsoft.AspNetCore'] },
      name: { at: 'owner-key' },
      value: value(),
      attributes: { secure: [owner('Secure'), element('secure')], expires: element('expires'), httpOnly: element('httponly') },
      default: 'off',
      coveredBy: ['aspnet/web-config-httpcookies'],
      ownWins: true,
    },
    {
      // https://learn.microsoft.com/dotnet/api/system.web.httpcookie.item: a value of several, under a key of its own.
      id: 'aspnet/response-cookies-indexer',
      kind: 'write',
      match: {
        assign: ['**.Response.Cookies.*.*', '**.Response.Cookies[].*', '**.Response.Cookies.*[]', '**.Response.Cookies[][]'],
        target: 'subscript',
        unlessImports: ['Microsoft.AspNetCore'],
      },
      name: { at: 'owner-key' },
      value: value(),
      attributes: { secure: element('secure'), expires: element('expires'), httpOnly: element('httponly') },
      default: 'off',
      coveredBy: ['aspnet/web-config-httpcookies'],
      ownWins: true,
    },
    // https://learn.microsoft.com/dotnet/api/system.web.helpers.antiforgeryconfig.requiressl
    {
      id: 'aspnet/antiforgery-config-require-ssl',
      kind: 'session',
      session: true,
      match: { assign: '**.AntiForgeryConfig.RequireSsl' },
      defaultName: '__RequestVerificationToken',
      attributes: { secure: value() },
      default: 'off',
      coveredBy: ['aspnet/web-config-httpcookies'],
      refusesPlain: 'fails',
    },
    {
      id: 'aspnet/antiforgery-config-require-ssl',
      kind: 'session',
      session: true,
      registration: true,
      match: { assign: '**.AntiForgeryConfig.CookieName' },
      name: value(),
      attributes: { secure: [owner('RequireSsl'), element('requiressl')] },
      default: 'off',
      coveredBy: ['aspnet/web-config-httpcookies'],
      refusesPlain: 'fails',
    },
  ],
});
