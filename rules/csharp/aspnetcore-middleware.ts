/** ASP.NET Core: the cookies of its session, authentication, identity, antiforgery and other middleware. */
import { defineRule, property, value, type CookieSurface, type Match, type Receiver } from '../../src/matching/surface.js';
import { builderAt, configurerOf, ownProperties, policies, policyWords, proxy } from './cookie-options.js';

const any: Receiver = { any: true, sure: true };
/** `services.Configure<SessionOptions>(…)` and its relatives. */
const configure = (options: string): Match[] => [{ method: ['Configure', 'PostConfigure', 'ConfigureAll', 'PostConfigureAll'], receiver: any, typeArgument: [options], lambda: true }, configurerOf(options)];
const adds = (method: string | readonly string[]): Match => ({ method, receiver: any, lambda: true });

/** Has `AddCookie` to itself: RestSharp and Selenium have methods of that name. */
const authentication: Receiver = {
  paths: ['**.AddAuthentication()**', '**.AddIdentity()**', '**.AddIdentityCore()**', '**.AddMicrosoftIdentityWebAppAuthentication()**'],
  types: ['Microsoft.AspNetCore.Authentication.AuthenticationBuilder'],
  names: ['authenticationBuilder', 'authBuilder', 'auth', 'authentication', 'builder'],
  sure: true,
};

const session = (id: string, defaultName: string, surface: Pick<CookieSurface, 'default' | 'match'> & Partial<CookieSurface>): CookieSurface => ({ id, kind: 'session', session: true, defaultName, ...builderAt('Cookie', 0, 1), ...surface });

export default defineRule({
  id: 'aspnetcore',
  title: 'ASP.NET Core',
  languages: ['csharp'],
  docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiebuilder',
  triggers: ['AddSession', 'SessionOptions', 'AddCookie(', 'CookieAuthenticationOptions', 'ApplicationCookie', 'ExternalCookie', 'IdentityCookies', 'AddIdentity', 'AddDefaultIdentity', 'Antiforgery', 'CookieTempData', 'CorrelationCookie', 'NonceCookie', 'CookieBuilder'],
  surfaces: [
    // https://github.com/dotnet/aspnetcore/blob/main/src/Middleware/Session/src/SessionOptions.cs: SecurePolicy = None means never.
    session('aspnetcore/session', '.AspNetCore.Session', { match: [adds('AddSession'), ...configure('SessionOptions'), { method: 'UseSession', receiver: any, args: [1, 1] }], default: 'off' }),
    session('aspnetcore/session', '.AspNetCore.Session', { match: { method: 'AddSession', receiver: any, args: [0, 0] }, default: 'off', registration: true, confidence: 'medium' }),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/Cookies/src/CookieAuthenticationOptions.cs
    session('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', { match: [{ method: 'AddCookie', receiver: authentication, lambda: true }, ...configure('CookieAuthenticationOptions')], default: 'request' }),
    session('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', { match: { method: 'AddCookie', receiver: authentication, args: [0, 1] }, default: 'request', registration: true, confidence: 'medium' }),
    // https://learn.microsoft.com/aspnet/core/security/authentication/identity-configuration
    session('aspnetcore/identity-application-cookie', '.AspNetCore.Identity.Application', { match: adds('ConfigureApplicationCookie'), default: 'request' }),
    session('aspnetcore/identity-application-cookie', '.AspNetCore.Identity.Application', { match: { method: ['AddIdentity', 'AddDefaultIdentity', 'AddIdentityApiEndpoints', 'AddIdentityCookies'], receiver: any }, default: 'request', registration: true, confidence: 'medium' }),
    session('aspnetcore/identity-application-cookie', '.AspNetCore.Identity.External', { match: adds('ConfigureExternalCookie'), default: 'request' }),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Antiforgery/src/AntiforgeryOptions.cs
    session('aspnetcore/antiforgery', '.AspNetCore.Antiforgery', {
      match: [adds('AddAntiforgery'), ...configure('AntiforgeryOptions')],
      default: 'off',
      fix: { on: 'CookieSecurePolicy.Always', unsafe: 'forms fail where the request does not look like HTTPS: trust the proxy first' },
    }),
    session('aspnetcore/antiforgery', '.AspNetCore.Antiforgery', { match: { method: 'AddAntiforgery', receiver: any, args: [0, 0] }, default: 'off', registration: true, confidence: 'medium' }),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Mvc/Mvc.ViewFeatures/src/CookieTempDataProviderOptions.cs
    session('aspnetcore/cookie-tempdata', '.AspNetCore.Mvc.CookieTempDataProvider', { session: false, match: [...configure('CookieTempDataProviderOptions'), adds('AddCookieTempDataProvider')], default: 'off' }),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/Core/src/RemoteAuthenticationOptions.cs: Always where nothing is written.
    { id: 'aspnetcore/remote-auth-correlation-cookie', kind: 'session', session: true, match: { assign: '**.CorrelationCookie.SecurePolicy' }, defaultName: '.AspNetCore.Correlation', attributes: { secure: value() }, default: 'on', meaning: policyWords, coveredBy: policies, proxy },
    // https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/OpenIdConnect/src/OpenIdConnectOptions.cs
    { id: 'aspnetcore/openidconnect-nonce-cookie', kind: 'session', session: true, match: { assign: '**.NonceCookie.SecurePolicy' }, defaultName: '.AspNetCore.OpenIdConnect.Nonce', attributes: { secure: value() }, default: 'on', meaning: policyWords, coveredBy: policies, proxy },
    {
      // https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http.Abstractions/src/CookieBuilder.cs: the enumeration's zero is SameAsRequest.
      id: 'aspnetcore/cookie-builder-new',
      kind: 'session',
      match: { call: 'Microsoft.AspNetCore.Http.CookieBuilder' },
      name: property('Name'),
      attributes: { ...ownProperties, secure: property('SecurePolicy') },
      default: 'request',
      meaning: policyWords,
      coveredBy: policies,
      proxy,
    },
  ],
});
