/** ASP.NET Core: cookies written to the response, the policies over them, and the trust in a proxy. */
import { argument, defineRule, keyword, lambda, property, value, type Receiver } from '../../src/matching/surface.js';
import { configurerOf, optionsIn, ownProperties, policies, policyWords, proxy } from './cookie-options.js';

/** `HttpContext.Response.Cookies`, however the context is reached. */
const responseCookies: Receiver = {
  paths: [
    '**.Response.Cookies',
    '**.response.Cookies',
    '**.HttpResponse.Cookies',
    '**.IResponseCookies',
    '**.resp.Cookies',
    '**.res.Cookies',
    '**ResponseCookies()',
  ],
  types: ['Microsoft.AspNetCore.Http.IResponseCookies'],
  names: ['responseCookies', '_responseCookies'],
};

/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.httpoverrides.forwardedheaders */
const FORWARDED = ['XForwardedProto', 'All'];

/** Katana has classes of the same names: see owin-katana. */
const unlessOwin = { unlessImports: ['Microsoft.Owin'] };

export default defineRule({
  id: 'aspnetcore',
  title: 'ASP.NET Core',
  languages: ['csharp'],
  docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookieoptions',
  triggers: [
    '.Cookies',
    'CookieOptions',
    'IResponseCookies',
    'CookiePolicy',
    'OnAppendCookie',
    'ForwardedHeaders',
    'Request.Scheme =',
    'SetCookieHeaderValue',
    'CheckConsentNeeded',
  ],
  surfaces: [
    {
      id: 'aspnetcore/response-cookies-append-options',
      docs: 'https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http.Features/src/CookieOptions.cs',
      kind: 'write',
      match: { method: 'Append', receiver: responseCookies, args: [3, 3], ...unlessOwin },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: optionsIn(2),
      default: 'off',
      coveredBy: policies,
      proxy,
      // `builder.Build(context)` makes the options of what the builder says: it is judged itself.
      replacedBy: { place: argument(2), paths: ['Microsoft.AspNetCore.Http.CookieBuilder'] },
    },
    {
      // https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.iresponsecookies.append: several cookies with the same options.
      id: 'aspnetcore/response-cookies-append-options',
      docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.iresponsecookies.append',
      kind: 'write',
      match: {
        method: 'Append',
        receiver: responseCookies,
        args: [2, 2],
        source: { 1: /^new CookieOptions\b|[cC]ookieOptions$/ },
        ...unlessOwin,
      },
      attributes: optionsIn(1),
      default: 'off',
      coveredBy: policies,
      proxy,
    },
    {
      // Options that nothing takes in sight of the code: somebody else may.
      id: 'aspnetcore/response-cookies-append-options',
      kind: 'write',
      match: { call: 'Microsoft.AspNetCore.Http.CookieOptions', args: [0, 1], unused: true, ...unlessOwin },
      attributes: ownProperties,
      default: 'off',
      inert: true,
      coveredBy: policies,
      proxy,
      confidence: 'low',
    },
    {
      id: 'aspnetcore/response-cookies-append-two-args',
      docs: 'https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http/src/Internal/ResponseCookies.cs',
      kind: 'write',
      match: { method: 'Append', receiver: responseCookies, args: [2, 2], ...unlessOwin },
      name: argument(0),
      value: argument(1),
      attributes: optionsIn(2),
      default: 'off',
      coveredBy: policies,
      proxy,
      fix: { on: 'new CookieOptions { Secure = true }' },
    },
    {
      // Options that no cookie of the app is seen to take.
      id: 'aspnetcore/cookie-options',
      kind: 'write',
      match: { call: 'Microsoft.AspNetCore.Http.CookieOptions', ...unlessOwin },
      attributes: ownProperties,
      default: 'off',
      coveredBy: policies,
      proxy,
      decidedBy: ['aspnetcore/response-cookies-append-options'],
      confidence: 'low',
    },
    {
      // Options that are handed in.
      id: 'aspnetcore/cookie-options',
      kind: 'write',
      match: { assign: 'Microsoft.AspNetCore.Http.CookieOptions.Secure', ...unlessOwin },
      attributes: { secure: value() },
      default: 'off',
      coveredBy: policies,
      proxy,
      decidedBy: ['aspnetcore/response-cookies-append-options'],
      confidence: 'low',
    },
    {
      id: 'aspnetcore/response-cookies-append-options',
      docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.iresponsecookies.delete',
      kind: 'write',
      match: { method: 'Delete', receiver: responseCookies, args: [2, 2] },
      name: argument(0),
      attributes: optionsIn(1),
      default: 'off',
      deletes: { when: 'always' },
    },
    {
      id: 'aspnetcore/response-cookies-append-two-args',
      docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.iresponsecookies.delete',
      kind: 'write',
      match: { method: 'Delete', receiver: responseCookies, args: [1, 1] },
      name: argument(0),
      attributes: optionsIn(1),
      default: 'off',
      deletes: { when: 'always' },
      fix: { on: 'new CookieOptions { Secure = true }' },
    },
    {
      // https://learn.microsoft.com/dotnet/api/microsoft.net.http.headers.setcookieheadervalue: no policy reaches it.
      id: 'aspnetcore/set-cookie-header-value',
      docs: 'https://learn.microsoft.com/dotnet/api/microsoft.net.http.headers.setcookieheadervalue',
      kind: 'write',
      match: { call: 'Microsoft.Net.Http.Headers.SetCookieHeaderValue' },
      name: [argument(0), property('Name')],
      value: argument(1),
      attributes: ownProperties,
      default: 'off',
      proxy,
    },
    {
      id: 'aspnetcore/cookie-policy',
      docs: 'https://github.com/dotnet/aspnetcore/blob/main/src/Security/CookiePolicy/src/CookiePolicyOptions.cs',
      kind: 'policy',
      match: [
        { method: ['Configure', 'PostConfigure'], receiver: { any: true, sure: true }, typeArgument: ['CookiePolicyOptions'] },
        configurerOf('CookiePolicyOptions'),
        { method: 'AddCookiePolicy', receiver: { any: true, sure: true } },
      ],
      secure: lambda('Secure'),
      meaning: policyWords,
      default: 'off',
      requires: 'aspnetcore/cookie-policy-middleware',
    },
    {
      id: 'aspnetcore/cookie-policy',
      kind: 'policy',
      match: { method: 'UseCookiePolicy', receiver: { any: true, sure: true }, args: [1, 1] },
      secure: argument(0, 'Secure'),
      meaning: policyWords,
      default: 'off',
    },
    {
      id: 'aspnetcore/cookie-policy-on-append',
      docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.cookiepolicyoptions.onappendcookie',
      kind: 'policy',
      match: [{ assign: '**.OnAppendCookie' }, { entry: 'OnAppendCookie' }],
      secure: lambda('CookieOptions', 'Secure'),
      default: 'off',
      requires: 'aspnetcore/cookie-policy-middleware',
    },
    {
      // https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.cookiepolicyappbuilderextensions.usecookiepolicy
      id: 'aspnetcore/cookie-policy-middleware',
      kind: 'condition',
      match: { method: 'UseCookiePolicy', receiver: { any: true, sure: true } },
    },
    {
      // https://github.com/dotnet/aspnetcore/blob/main/src/Security/CookiePolicy/src/CookiePolicyOptions.cs: its builder is a new one, which follows the request.
      id: 'aspnetcore/cookie-policy-consent-cookie',
      docs: 'https://github.com/dotnet/aspnetcore/blob/main/src/Security/CookiePolicy/src/CookiePolicyOptions.cs',
      kind: 'session',
      match: { assign: '**.CheckConsentNeeded' },
      defaultName: '.AspNet.Consent',
      session: false,
      name: { at: 'owner', property: 'ConsentCookie', path: ['Name'] },
      attributes: { secure: { at: 'owner', property: 'ConsentCookie', path: ['SecurePolicy'] } },
      meaning: policyWords,
      default: 'request',
      unlessFalse: [value()],
      coveredBy: policies,
      proxy,
    },
    // https://learn.microsoft.com/aspnet/core/host-and-deploy/proxy-load-balancer: without XForwardedProto the scheme stays.
    {
      id: 'aspnetcore/forwarded-headers',
      kind: 'proxy',
      match: { method: 'UseForwardedHeaders', receiver: { any: true }, args: [1, 1] },
      value: argument(0, 'ForwardedHeaders'),
      flags: FORWARDED,
      written: true,
    },
    {
      id: 'aspnetcore/forwarded-headers',
      kind: 'proxy',
      match: { method: ['Configure', 'PostConfigure'], receiver: { any: true }, typeArgument: ['ForwardedHeadersOptions'] },
      value: lambda('ForwardedHeaders'),
      flags: FORWARDED,
      written: true,
      requires: 'aspnetcore/forwarded-headers-middleware',
    },
    { id: 'aspnetcore/forwarded-headers-middleware', kind: 'condition', match: { method: 'UseForwardedHeaders', receiver: { any: true } } },
    {
      // https://learn.microsoft.com/aspnet/core/host-and-deploy/proxy-load-balancer#other-proxy-server-and-load-balancer-scenarios
      id: 'aspnetcore/forwarded-headers',
      kind: 'proxy',
      match: [{ assign: ['**.Request.Scheme', '**.request.Scheme'] }],
    },
  ],
});
