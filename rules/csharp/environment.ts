/** How C# reads the environment, the host's mode, configuration and the request's scheme, and what its pure functions do. */
import type { FunctionIdiom, LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

/** https://learn.microsoft.com/aspnet/core/fundamentals/environments: without the variable the environment is Production. */
const unset = 'Production';

export const csharpIdioms: LanguageIdioms = {
  environment: [
    // https://learn.microsoft.com/dotnet/csharp/language-reference/preprocessor-directives#conditional-compilation: defined in debug builds only
    { predicate: 'DEBUG', mode: 'development' },
    // https://learn.microsoft.com/dotnet/api/system.environment.getenvironmentvariable
    { call: '**.Environment.GetEnvironmentVariable' },
    { read: '**.Environment.GetEnvironmentVariables().*' },
    // https://learn.microsoft.com/dotnet/api/microsoft.extensions.hosting.hostenvironmentenvextensions
    { predicate: '**.IsDevelopment', mode: 'development', unset },
    { predicate: '**.IsProduction', mode: 'production', unset },
    { predicate: '**.IsStaging', mode: 'staging', unset },
    { modes: '**.IsEnvironment', variable: 'ASPNETCORE_ENVIRONMENT', unset },
    { read: '**.EnvironmentName', variable: 'ASPNETCORE_ENVIRONMENT', unset },
    // https://learn.microsoft.com/dotnet/csharp/language-reference/preprocessor-directives#conditional-compilation
    { read: 'DEBUG', variable: 'DEBUG', cast: 'boolean' },
    { read: '**.Debugger.IsAttached', variable: 'DEBUG', cast: 'boolean' },
    // https://learn.microsoft.com/dotnet/api/system.web.httpcontext.isdebuggingenabled: <compilation debug="true">
    { read: '**.IsDebuggingEnabled', variable: 'DEBUG', cast: 'boolean' },
    // https://learn.microsoft.com/dotnet/api/microsoft.extensions.configuration.configurationbinder.getvalue
    { call: '**.GetValue', fallback: { index: 1, name: 'defaultValue' }, source: 'configuration' },
    { call: '**.GetConnectionString', source: 'configuration' },
    { call: '**.GetSection', source: 'configuration' },
    { call: '**.GetRequiredSection', source: 'configuration' },
    { read: '**.IConfiguration.*', source: 'configuration' },
    { read: '**.IConfigurationRoot.*', source: 'configuration' },
    { read: '**.ConfigurationManager.*', source: 'configuration' },
    { read: '**.Configuration.*', source: 'configuration' },
    { read: '**.GetSection().*', source: 'configuration' },
    // https://learn.microsoft.com/aspnet/core/fundamentals/configuration/options
    { read: '**.IOptions.Value.**', source: 'configuration' },
    { read: '**.IOptionsSnapshot.Value.**', source: 'configuration' },
    { read: '**.IOptionsMonitor.CurrentValue.**', source: 'configuration' },
    // https://learn.microsoft.com/dotnet/api/system.configuration.configurationmanager.appsettings
    { read: '**.AppSettings.*', source: 'configuration' },
    { call: '**.AppSettings.Get', source: 'configuration' },
    // https://learn.microsoft.com/dotnet/api/system.web.security.formsauthentication.requiressl
    { read: '**.FormsAuthentication.RequireSSL', variable: 'forms requireSSL', source: 'configuration', cast: 'boolean' },
  ],
  // https://learn.microsoft.com/dotnet/api/system.text.stringbuilder
  textBuilders: [{ made: /(?:^|\.)StringBuilder$/, append: ['Append', 'AppendLine'], read: ['ToString'] }],
  // https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http.Features/src/CookieOptions.cs
  copyConstructors: ['Microsoft.AspNetCore.Http.CookieOptions'],
  injectedTypes: [
    'IHostEnvironment',
    'IWebHostEnvironment',
    'IHostingEnvironment',
    'IHttpContextAccessor',
    'IConfiguration',
    'IConfigurationRoot',
    'ConfigurationManager',
    'IOptions',
    'IOptionsSnapshot',
    'IOptionsMonitor',
  ],
  constants: [
    // https://learn.microsoft.com/dotnet/api/microsoft.extensions.hosting.environments
    { path: '**.Environments.Development', value: 'Development' },
    { path: '**.Environments.Production', value: 'Production' },
    { path: '**.Environments.Staging', value: 'Staging' },
    { path: '**.Uri.UriSchemeHttps', value: 'https' },
    { path: '**.Uri.UriSchemeHttp', value: 'http' },
    { path: 'string.Empty', value: '' },
    { path: 'String.Empty', value: '' },
    { path: 'bool.TrueString', value: 'True' },
    { path: 'bool.FalseString', value: 'False' },
    // https://learn.microsoft.com/aspnet/core/security/authentication/cookie
    { path: '**.CookieAuthenticationDefaults.AuthenticationScheme', value: 'Cookies' },
    { path: '**.IdentityConstants.ApplicationScheme', value: 'Identity.Application' },
    { path: '**.IdentityConstants.ExternalScheme', value: 'Identity.External' },
    { path: '**.IdentityConstants.TwoFactorRememberMeScheme', value: 'Identity.TwoFactorRememberMe' },
    { path: '**.IdentityConstants.TwoFactorUserIdScheme', value: 'Identity.TwoFactorUserId' },
    { path: '**.CookieRequestCultureProvider.DefaultCookieName', value: '.AspNetCore.Culture' },
    { path: '**.FormsAuthentication.FormsCookieName', value: '.ASPXAUTH' },
  ],
  request: [
    // https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.httprequest.ishttps
    { path: '**.Request.IsHttps', what: 'is-https' },
    { path: '**.request.IsHttps', what: 'is-https' },
    { path: '**.req.IsHttps', what: 'is-https' },
    { path: '**.HttpRequest.IsHttps', what: 'is-https' },
    { path: '**.Request.Scheme', what: 'scheme' },
    { path: '**.request.Scheme', what: 'scheme' },
    // https://learn.microsoft.com/dotnet/api/system.web.httprequest.issecureconnection
    { path: '**.IsSecureConnection', what: 'is-https' },
    { path: '**.Request.IsSecure', what: 'is-https' },
    { path: '**.Request.Url', what: 'url' },
    { path: '**.Request.Uri', what: 'url' },
    { path: '**.Request.RequestUri', what: 'url' },
    { path: '**.GetDisplayUrl', what: 'url' },
    { path: '**.GetEncodedUrl', what: 'url' },
    { path: '**.Headers.X-Forwarded-Proto', what: 'scheme' },
    { path: '**.Headers.XForwardedProto', what: 'scheme' },
    { path: '**.ServerVariables.HTTPS', what: 'cgi-https' },
    ...['Request', 'request', 'req', 'HttpRequest', 'HttpRequestMessage'].map((owner): RequestIdiom => ({
      path: `**.${owner}.Headers.*`,
      what: 'other',
    })),
    { path: '**.Request.Host', what: 'other' },
    { path: '**.Request.IsLocal', what: 'other' },
    // What a visitor sends along: https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.httprequest
    ...['Query', 'Form', 'Cookies', 'QueryString'].map((part): RequestIdiom => ({ path: `**.Request.${part}`, what: 'data' })),
  ],
  functions: [
    // https://learn.microsoft.com/dotnet/api/system.uri.scheme
    { path: 'System.Uri', operator: 'identity' },
    { path: 'Uri', operator: 'identity' },
    { path: 'bool.Parse', operator: 'parse-boolean' },
    { path: 'Boolean.Parse', operator: 'parse-boolean' },
    // https://learn.microsoft.com/dotnet/api/system.boolean.tryparse: false where the text is neither word
    { path: 'bool.TryParse', operator: 'is-boolean-word', out: 'true-word' },
    { path: 'Boolean.TryParse', operator: 'is-boolean-word', out: 'true-word' },
    { path: 'System.Boolean.TryParse', operator: 'is-boolean-word', out: 'true-word' },
    // https://learn.microsoft.com/dotnet/api/system.enum.parse: the constant of that name.
    ...['Enum', 'System.Enum'].flatMap((type): FunctionIdiom[] => [
      { path: `${type}.Parse`, operator: 'identity', receiver: false, args: 1 },
      { path: `${type}.TryParse`, operator: 'defined', receiver: false, out: 'identity' },
    ]),
    { path: 'Convert.ToBoolean', operator: 'parse-boolean' },
    { path: 'string.IsNullOrEmpty', operator: 'blank' },
    { path: 'string.IsNullOrWhiteSpace', operator: 'blank' },
    { path: 'String.IsNullOrEmpty', operator: 'blank' },
    { path: 'string.Equals', operator: 'equals-ignoring-case' },
    { path: 'String.Equals', operator: 'equals-ignoring-case' },
    { path: 'string.Concat', operator: 'text' },
    { path: 'string.Format', operator: 'format' },
    { path: 'String.Format', operator: 'format' },
    { path: 'string.Join', operator: 'join', reversed: true },
    { path: 'String.Join', operator: 'join', reversed: true },
    { path: '**.Equals', operator: 'equals-ignoring-case' },
    { path: '**.StartsWith', operator: 'startsWith' },
    { path: '**.EndsWith', operator: 'endsWith' },
    { path: '**.Contains', operator: 'includes' },
    { path: '**.ToLower', operator: 'lower' },
    { path: '**.ToLowerInvariant', operator: 'lower' },
    { path: '**.ToUpper', operator: 'upper' },
    { path: '**.ToUpperInvariant', operator: 'upper' },
    { path: '**.Trim', operator: 'trim' },
    { path: '**.Substring', operator: 'substr' },
    { path: 'Regex.IsMatch', operator: 'pattern-anywhere', reversed: true },
    { path: 'System.Text.RegularExpressions.Regex.IsMatch', operator: 'pattern-anywhere', reversed: true },
    { path: '**.IsMatch', operator: 'pattern-anywhere' },
    { path: '**.GetValueOrDefault', operator: 'identity' },
    { path: '**.ToString', operator: 'identity' },
    { path: '**.ConfigureAwait', operator: 'identity' },
  ],
  exits: ['Environment.Exit', 'Environment.FailFast'],
  starts: { functions: ['Main'] },
};
