/** Examples of the surfaces in ../aspnetcore-middleware.ts. */
import { type Examples } from '../../example.js';

export default {
  'aspnetcore/session': {
    bad: 'builder.Services.AddSession(options => { options.Cookie.HttpOnly = true; });',
    good: 'builder.Services.AddSession(options => { options.Cookie.HttpOnly = true; options.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/authentication-cookie': {
    bad: 'services.AddAuthentication("Cookies").AddCookie("Cookies", o => { o.LoginPath = "/login"; });',
    good: 'services.AddAuthentication("Cookies").AddCookie("Cookies", o => { o.LoginPath = "/login"; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/identity-application-cookie': {
    bad: 'services.ConfigureApplicationCookie(o => { o.Cookie.HttpOnly = true; });',
    good: 'services.ConfigureApplicationCookie(o => { o.Cookie.HttpOnly = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/antiforgery': {
    bad: 'services.AddAntiforgery(o => o.HeaderName = "X-XSRF-TOKEN");',
    good: 'services.AddAntiforgery(o => { o.HeaderName = "X-XSRF-TOKEN"; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/cookie-tempdata': {
    bad: 'services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.IsEssential = true);',
    good: 'services.Configure<CookieTempDataProviderOptions>(o => { o.Cookie.IsEssential = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/remote-auth-correlation-cookie': {
    bad: 'o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None;',
    good: 'o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;',
  },
  'aspnetcore/openidconnect-nonce-cookie': {
    bad: 'o.NonceCookie.SecurePolicy = CookieSecurePolicy.None;',
    good: 'o.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;',
  },
  'aspnetcore/cookie-builder-new': {
    bad: 'options.Cookie = new CookieBuilder { Name = "auth", HttpOnly = true };',
    good: 'options.Cookie = new CookieBuilder { Name = "auth", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always };',
  },
} satisfies Examples;
