/** ASP.NET Core: the cookies of its session, authentication, identity, antiforgery and other middleware. */
import {
  defineRule,
  keyword,
  lambda,
  property,
  value,
  type ConditionSurface,
  type CookieSurface,
  type FixHint,
  type Match,
  type Receiver,
} from '../../src/matching/surface.js';
import { builderAt, configurerOf, ownProperties, policies, policyWords, proxy } from './cookie-options.js';

const any: Receiver = { any: true, sure: true };
/** `services.Configure<SessionOptions>(…)` and its relatives. */
const configure = (options: string): Match[] => [
  { method: ['Configure', 'PostConfigure', 'ConfigureAll', 'PostConfigureAll'], receiver: any, typeArgument: [options], lambda: true },
  { method: ['Configure', 'PostConfigure'], receiver: any, typeArgument: [options], args: [1, 1], source: { 0: METHOD } },
  configurerOf(options),
];
/** The action is a lambda, or a method that is named: `AddSession(ConfigureSession)`. */
const METHOD = /^(?:\w+\.)*[A-Z]\w*$/;
const adds = (method: string): Match[] => [
  { method, receiver: any, lambda: true },
  { method, receiver: any, args: [1, 1], source: { 0: METHOD } },
];

/** Has `AddCookie` to itself: RestSharp and Selenium have methods of that name. */
const authentication: Receiver = {
  paths: ['**.AddAuthentication()**', '**.AddIdentity()**', '**.AddIdentityCore()**', '**.AddMicrosoftIdentityWebAppAuthentication()**'],
  types: ['Microsoft.AspNetCore.Authentication.AuthenticationBuilder'],
  names: ['authenticationBuilder', 'authBuilder', 'auth', 'authentication', 'builder'],
  sure: true,
};

/** https://learn.microsoft.com/aspnet/core/fundamentals/app-state#configure-session-state: AddSession without UseSession sends nothing. */
const startedSession = { sentWith: { any: ['aspnetcore/session-middleware'], seen: ['aspnetcore/pipeline'] } } as const;
const antiforgeryFix = {
  on: 'CookieSecurePolicy.Always',
  unsafe: 'forms fail where the request does not look like HTTPS: trust the proxy first',
} as const;

/** The call that registers the cookie has no options for it: a statement of its own has. */
const beside = (call: string, imports?: string): Pick<FixHint, 'on' | 'beside'> => ({
  on: 'CookieSecurePolicy.Always',
  beside: {
    statement: `{receiver}.${call}options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always)`,
    of: /services$/i,
    ...(imports === undefined ? {} : { imports }),
  },
});

const session = (
  id: string,
  defaultName: string,
  surface: Pick<CookieSurface, 'default' | 'match'> & Partial<CookieSurface>,
): CookieSurface => ({
  id,
  kind: 'session',
  session: true,
  defaultName,
  shared: true,
  // https://github.com/dotnet/aspnetcore: SessionDefaults, CookieAuthenticationOptions, AntiforgeryOptions, CookieTempDataProviderOptions and RemoteAuthenticationOptions all make it so.
  otherwise: { httpOnly: true },
  ...builderAt('Cookie', 0, 1),
  ...surface,
});

/** A cookie that a call registers, with the framework's defaults. */
const registered = (
  id: string,
  defaultName: string,
  surface: Pick<CookieSurface, 'default' | 'match'> & Partial<CookieSurface>,
): CookieSurface => session(id, defaultName, { registration: 'once', confidence: 'medium', ...surface });

/** Authentication schemes: options are named after them. https://learn.microsoft.com/dotnet/api/microsoft.extensions.dependencyinjection.cookieextensions.addcookie */
const scheme = { identity: { places: [keyword('authenticationScheme', 0)], otherwise: 'Cookies' } } as const;
const named = { identity: { places: [keyword('name', 0), { at: 'maker', index: 0, path: [] }], otherwise: '' } } as const;
const of = (scheme: string): Pick<CookieSurface, 'identity'> => ({ identity: { always: scheme } });
const schemes = [...policies, 'aspnetcore/cookie-options-of-all'];
/** The options of one scheme of Identity: `options.ExternalCookie.Configure(…)` in AddIdentityCookies. */
const ofIdentity = (...properties: string[]): Match => ({
  method: ['Configure', 'PostConfigure'],
  receiver: { paths: properties.map((property) => `**.${property}`), sure: true },
  lambda: true,
});
const IDENTITY = ['AddIdentity', 'AddDefaultIdentity', 'AddIdentityApiEndpoints', 'AddIdentityCookies'];
/** No shorter: entities and migrations are full of `TwoFactorEnabled`, and each of them would be parsed. */
const TWO_FACTOR = [
  'TwoFactorRememberMe',
  'TwoFactorUserId',
  'TwoFactorAuthenticatorSignIn',
  'TwoFactorSignIn',
  'TwoFactorRecoveryCodeSignIn',
  'RememberTwoFactorClient',
  'GetTwoFactorAuthenticationUser',
];
const MVC = ['AddMvc', 'AddControllersWithViews', 'AddRazorPages', 'AddRazorComponents'];
const calls = (...methods: string[]): Match => ({ method: methods, receiver: any });
const condition = (id: string, match: Match | readonly Match[]): ConditionSurface => ({ id, kind: 'condition', match });

export default defineRule({
  id: 'aspnetcore',
  title: 'ASP.NET Core',
  languages: ['csharp'],
  docs: 'https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiebuilder',
  triggers: [
    'AddAuthenticationCookie(',
    'AddCookieAuth(',
    ...[
      'AddSession',
      'SessionOptions',
      'UseSession',
      'AddCookie(',
      'CookieAuthenticationOptions',
      'ApplicationCookie',
      'ExternalCookie',
      'IdentityCookies',
      'AddIdentity',
      'AddDefaultIdentity',
      'Antiforgery',
      'CookieTempData',
    ],
    ...[
      'CorrelationCookie',
      'NonceCookie',
      'CookieBuilder',
      'AddMicrosoftIdentityWebApp',
      'AddAzureAD',
      ...TWO_FACTOR,
      'ExternalLogin',
      'AntiForgery',
      'TempData',
      'UseRouting',
      'UseEndpoints',
      'UseMvc',
      ...MVC,
    ],
  ],
  surfaces: [
    // https://github.com/dotnet/aspnetcore/blob/main/src/Middleware/Session/src/SessionOptions.cs: SecurePolicy = None means never.
    session('aspnetcore/session', '.AspNetCore.Session', {
      match: [...adds('AddSession'), ...configure('SessionOptions'), { method: 'UseSession', receiver: any, args: [1, 1] }],
      default: 'off',
      ...startedSession,
    }),
    registered('aspnetcore/session', '.AspNetCore.Session', {
      match: { method: 'AddSession', receiver: any, args: [0, 0] },
      default: 'off',
      ...startedSession,
    }),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/Cookies/src/CookieAuthenticationOptions.cs
    session('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', {
      match: [
        { method: 'AddCookie', receiver: authentication, lambda: true },
        { method: 'AddCookie', receiver: authentication, args: [2, 3] },
      ],
      default: 'request',
      coveredBy: schemes,
      ...scheme,
    }),
    // Options without a name are those of no scheme: https://learn.microsoft.com/aspnet/core/fundamentals/configuration/options#named-options-support-using-iconfigurenamedoptions
    session('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', {
      match: [
        {
          method: ['Configure', 'PostConfigure'],
          receiver: any,
          args: [2, 2],
          typeArgument: ['CookieAuthenticationOptions'],
          lambda: true,
        },
        {
          method: ['Configure', 'PostConfigure'],
          receiver: { paths: ['**.AddOptions()'], sure: true },
          typeArgument: ['CookieAuthenticationOptions'],
          lambda: true,
        },
      ],
      default: 'request',
      coveredBy: schemes,
      ...named,
    }),
    session('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', {
      match: configurerOf('CookieAuthenticationOptions'),
      default: 'request',
      coveredBy: schemes,
      ...of('*'),
    }),
    // https://github.com/FastEndpoints/FastEndpoints/blob/main/Src/Security/CookieAuth.cs: it adds the scheme, with the framework's own policy.
    session('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', {
      match: { method: ['AddAuthenticationCookie', 'AddCookieAuth'], receiver: any, args: [1, 2] },
      default: 'request',
      coveredBy: schemes,
      ...of('Cookies'),
    }),
    registered('aspnetcore/authentication-cookie', '.AspNetCore.Cookies', {
      match: { method: 'AddCookie', receiver: authentication, args: [0, 1] },
      default: 'request',
      coveredBy: schemes,
      ...scheme,
    }),
    {
      id: 'aspnetcore/cookie-options-of-all',
      docs: 'https://learn.microsoft.com/dotnet/api/microsoft.extensions.dependencyinjection.optionsservicecollectionextensions.configureall',
      kind: 'policy',
      match: { method: ['ConfigureAll', 'PostConfigureAll'], receiver: any, typeArgument: ['CookieAuthenticationOptions'], lambda: true },
      secure: lambda('Cookie', 'SecurePolicy'),
      default: 'off',
      meaning: policyWords,
    },
    // https://github.com/AzureAD/microsoft-identity-web/blob/master/src/Microsoft.Identity.Web/WebAppExtensions/MicrosoftIdentityWebAppAuthenticationBuilderExtensions.cs: it adds the cookie of a scheme.
    session('aspnetcore/microsoft-identity-web', '.AspNetCore.Cookies', {
      match: { method: 'AddMicrosoftIdentityWebApp', receiver: any, source: { 1: /=>/ } },
      ...builderAt('Cookie'),
      default: 'request',
      coveredBy: schemes,
      identity: { places: [keyword('cookieScheme', 3)], otherwise: 'Cookies' },
    }),
    registered('aspnetcore/microsoft-identity-web', '.AspNetCore.Cookies', {
      match: calls('AddMicrosoftIdentityWebApp', 'AddMicrosoftIdentityWebAppAuthentication'),
      ...builderAt('Cookie'),
      default: 'request',
      coveredBy: schemes,
      identity: { places: [keyword('cookieScheme', 3)], otherwise: 'Cookies' },
    }),
    // https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.authentication.azureadauthenticationbuilderextensions.addazuread
    registered('aspnetcore/microsoft-identity-web', '.AspNetCore.AzureADCookie', {
      match: calls('AddAzureAD'),
      default: 'request',
      coveredBy: schemes,
      ...of('AzureADCookie'),
    }),
    // https://learn.microsoft.com/aspnet/core/security/authentication/identity-configuration
    session('aspnetcore/identity-application-cookie', '.AspNetCore.Identity.Application', {
      match: [...adds('ConfigureApplicationCookie'), ofIdentity('ApplicationCookie')],
      default: 'request',
      coveredBy: schemes,
      ...of('Identity.Application'),
    }),
    registered('aspnetcore/identity-application-cookie', '.AspNetCore.Identity.Application', {
      match: calls(...IDENTITY, 'AddApplicationCookie'),
      default: 'request',
      coveredBy: schemes,
      fix: beside('ConfigureApplicationCookie('),
      ...of('Identity.Application'),
    }),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Identity/Core/src/IdentityServiceCollectionExtensions.cs: Identity registers three more, which it sends where they are used.
    session('aspnetcore/identity-external-cookie', 'Identity.External', {
      match: [...adds('ConfigureExternalCookie'), ofIdentity('ExternalCookie')],
      default: 'request',
      coveredBy: schemes,
      ...of('Identity.External'),
    }),
    registered('aspnetcore/identity-external-cookie', 'Identity.External', {
      match: calls(...IDENTITY, 'AddExternalCookie'),
      default: 'request',
      coveredBy: schemes,
      sentWith: { any: ['aspnetcore/external-sign-in'] },
      fix: beside('ConfigureExternalCookie('),
      ...of('Identity.External'),
    }),
    condition(
      'aspnetcore/external-sign-in',
      calls('ExternalLoginSignInAsync', 'GetExternalLoginInfoAsync', 'ConfigureExternalAuthenticationProperties'),
    ),
    session('aspnetcore/identity-two-factor-cookies', 'Identity.TwoFactorRememberMe', {
      match: ofIdentity('TwoFactorRememberMeCookie'),
      default: 'request',
      coveredBy: schemes,
      ...of('Identity.TwoFactorRememberMe'),
    }),
    registered('aspnetcore/identity-two-factor-cookies', 'Identity.TwoFactorRememberMe', {
      match: calls(...IDENTITY, 'AddTwoFactorRememberMeCookie'),
      default: 'request',
      coveredBy: schemes,
      sentWith: { any: ['aspnetcore/two-factor-sign-in'] },
      fix: beside(
        'Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, ',
        'Microsoft.AspNetCore.Authentication.Cookies',
      ),
      ...of('Identity.TwoFactorRememberMe'),
    }),
    // The pages and endpoints of the framework itself have it too: https://learn.microsoft.com/aspnet/core/security/authentication/identity-enable-qrcodes
    condition(
      'aspnetcore/two-factor-sign-in',
      calls(
        'TwoFactorAuthenticatorSignInAsync',
        'TwoFactorSignInAsync',
        'TwoFactorRecoveryCodeSignInAsync',
        'RememberTwoFactorClientAsync',
        'GetTwoFactorAuthenticationUserAsync',
        'AddDefaultIdentity',
        'AddDefaultUI',
        'MapIdentityApi',
      ),
    ),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Antiforgery/src/AntiforgeryOptions.cs
    session('aspnetcore/antiforgery', '.AspNetCore.Antiforgery', {
      match: [...adds('AddAntiforgery'), ...configure('AntiforgeryOptions')],
      default: 'off',
      fix: antiforgeryFix,
    }),
    registered('aspnetcore/antiforgery', '.AspNetCore.Antiforgery', {
      match: { method: 'AddAntiforgery', receiver: any, args: [0, 0] },
      default: 'off',
    }),
    // https://learn.microsoft.com/aspnet/core/security/anti-request-forgery#antiforgery-in-aspnet-core: these add it, and forms send it.
    registered('aspnetcore/antiforgery', '.AspNetCore.Antiforgery', {
      match: calls(...MVC),
      default: 'off',
      fix: { ...antiforgeryFix, ...beside('AddAntiforgery(') },
      sentWith: { any: ['aspnetcore/antiforgery-tokens'] },
    }),
    condition('aspnetcore/antiforgery-tokens', [
      { decorator: ['ValidateAntiForgeryToken', 'AutoValidateAntiforgeryToken'] },
      { call: ['**.AutoValidateAntiforgeryTokenAttribute', '**.ValidateAntiForgeryTokenAttribute'] },
      { method: ['GetAndStoreTokens', 'SetCookieTokenAndHeader'], receiver: any },
      { method: 'UseAntiforgery', receiver: any },
      { method: 'AntiForgeryToken', receiver: any, args: [0, 0] },
    ]),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Mvc/Mvc.ViewFeatures/src/CookieTempDataProviderOptions.cs
    session('aspnetcore/cookie-tempdata', '.AspNetCore.Mvc.CookieTempDataProvider', {
      session: false,
      match: [...configure('CookieTempDataProviderOptions'), ...adds('AddCookieTempDataProvider')],
      default: 'off',
    }),
    registered('aspnetcore/cookie-tempdata', '.AspNetCore.Mvc.CookieTempDataProvider', {
      session: false,
      match: calls('AddMvc', 'AddControllersWithViews', 'AddRazorPages'),
      default: 'off',
      sentWith: { any: ['aspnetcore/temp-data'] },
      fix: beside('Configure<CookieTempDataProviderOptions>(', 'Microsoft.AspNetCore.Mvc'),
      decidedBy: ['aspnetcore/session-temp-data'],
    }),
    condition('aspnetcore/temp-data', [{ assign: ['**TempData[]', '**TempData.*'] }, { decorator: 'TempData' }]),
    // https://learn.microsoft.com/aspnet/core/fundamentals/app-state#tempdata-providers
    condition('aspnetcore/session-temp-data', calls('AddSessionStateTempDataProvider')),
    condition('aspnetcore/session-middleware', calls('UseSession')),
    condition(
      'aspnetcore/pipeline',
      calls(
        'UseRouting',
        'UseEndpoints',
        'UseMvc',
        'UseMvcWithDefaultRoute',
        'MapControllers',
        'MapRazorPages',
        'MapControllerRoute',
        'MapDefaultControllerRoute',
        'MapRazorComponents',
      ),
    ),
    // https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/Core/src/RemoteAuthenticationOptions.cs: Always where nothing is written.
    {
      id: 'aspnetcore/remote-auth-correlation-cookie',
      kind: 'session',
      session: true,
      match: { assign: '**.CorrelationCookie.SecurePolicy' },
      defaultName: '.AspNetCore.Correlation',
      attributes: { secure: value() },
      default: 'on',
      meaning: policyWords,
      coveredBy: policies,
      proxy,
    },
    // https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/OpenIdConnect/src/OpenIdConnectOptions.cs
    {
      id: 'aspnetcore/openidconnect-nonce-cookie',
      kind: 'session',
      session: true,
      match: { assign: '**.NonceCookie.SecurePolicy' },
      defaultName: '.AspNetCore.OpenIdConnect.Nonce',
      attributes: { secure: value() },
      default: 'on',
      meaning: policyWords,
      coveredBy: policies,
      proxy,
    },
    {
      // https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http.Abstractions/src/CookieBuilder.cs: the enumeration's zero is SameAsRequest.
      id: 'aspnetcore/cookie-builder-new',
      docs: 'https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http.Abstractions/src/CookieBuilder.cs',
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
