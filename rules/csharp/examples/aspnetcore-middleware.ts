/** Examples of the surfaces in ../aspnetcore-middleware.ts. */
import { code, type Examples } from '../../example.js';

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
  'aspnetcore/microsoft-identity-web': {
    bad: 'services.AddAuthentication().AddMicrosoftIdentityWebApp(o => configuration.Bind("AzureAd", o), c => { c.Cookie.Name = "shop"; });',
    good: 'services.AddAuthentication().AddMicrosoftIdentityWebApp(o => configuration.Bind("AzureAd", o), c => { c.Cookie.Name = "shop"; c.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/identity-external-cookie': {
    bad: 'services.ConfigureExternalCookie(o => { o.Cookie.HttpOnly = true; });',
    good: 'services.ConfigureExternalCookie(o => { o.Cookie.HttpOnly = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/identity-two-factor-cookies': {
    bad: 'services.AddOptions().Apply(o => o.TwoFactorRememberMeCookie.Configure(c => { c.Cookie.HttpOnly = true; }));',
    good: 'services.AddOptions().Apply(o => o.TwoFactorRememberMeCookie.Configure(c => { c.Cookie.HttpOnly = true; c.Cookie.SecurePolicy = CookieSecurePolicy.Always; }));',
  },
  'aspnetcore/cookie-tempdata': {
    bad: 'services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.IsEssential = true);',
    good: 'services.Configure<CookieTempDataProviderOptions>(o => { o.Cookie.IsEssential = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });',
  },
  'aspnetcore/cookie-options-of-all': {
    bad: 'services.AddAuthentication().AddCookie("A");',
    good: code`
      services.AddAuthentication().AddCookie("A");
      services.ConfigureAll<CookieAuthenticationOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
    `,
  },
  'aspnetcore/external-sign-in': {
    bad: code`
      services.AddIdentity<User, Role>();
      services.ConfigureApplicationCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      var result = await signIn.ExternalLoginSignInAsync(provider, key, false);
    `,
    good: code`
      services.AddIdentity<User, Role>();
      services.ConfigureApplicationCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      services.ConfigureExternalCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      var result = await signIn.ExternalLoginSignInAsync(provider, key, false);
    `,
  },
  'aspnetcore/two-factor-sign-in': {
    bad: code`
      services.AddIdentity<User, Role>();
      services.ConfigureApplicationCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, true, true);
    `,
    good: code`
      services.AddIdentity<User, Role>();
      services.ConfigureApplicationCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, true, true);
    `,
  },
  'aspnetcore/antiforgery-tokens': {
    bad: code`
      services.AddControllersWithViews(o => o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
    `,
    good: code`
      services.AddControllersWithViews(o => o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
      services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
    `,
  },
  'aspnetcore/temp-data': {
    bad: code`
      services.AddControllersWithViews();
      TempData["message"] = "Saved.";
    `,
    good: code`
      services.AddControllersWithViews();
      services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
      TempData["message"] = "Saved.";
    `,
  },
  'aspnetcore/session-temp-data': {
    bad: code`
      services.AddControllersWithViews();
      TempData["message"] = "Saved.";
    `,
    good: code`
      services.AddControllersWithViews().AddSessionStateTempDataProvider();
      TempData["message"] = "Saved.";
    `,
  },
  'aspnetcore/session-middleware': {
    bad: code`
      services.AddSession();
      app.UseRouting();
      app.UseSession();
    `,
    good: code`
      services.AddSession();
      app.UseRouting();
    `,
  },
  'aspnetcore/pipeline': {
    bad: 'services.AddSession();',
    good: code`
      services.AddSession();
      app.UseRouting();
    `,
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
