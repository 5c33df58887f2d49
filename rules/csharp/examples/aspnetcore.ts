/** Examples of the surfaces in ../aspnetcore.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'aspnetcore/response-cookies-append-options': {
    bad: 'Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true });',
    good: 'Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = true });',
  },
  'aspnetcore/response-cookies-append-two-args': {
    bad: 'Response.Cookies.Append("theme", value);',
    good: 'Response.Cookies.Append("theme", value, new CookieOptions { Secure = true });',
  },
  'aspnetcore/cookie-options': {
    bad: 'return new CookieOptions { HttpOnly = true };',
    good: 'return new CookieOptions { HttpOnly = true, Secure = true };',
  },
  'aspnetcore/set-cookie-header-value': {
    bad: 'var c = new SetCookieHeaderValue("sid", id) { HttpOnly = true };',
    good: 'var c = new SetCookieHeaderValue("sid", id) { HttpOnly = true, Secure = true };',
  },
  'aspnetcore/cookie-policy': {
    bad: code`
      var builder = WebApplication.CreateBuilder(args);
      var app = builder.Build();

      app.MapPost("/login", (HttpContext context) => context.Response.Cookies.Append("sid", id));
    `,
    good: code`
      var builder = WebApplication.CreateBuilder(args);
      builder.Services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);
      var app = builder.Build();

      app.UseCookiePolicy();
      app.MapPost("/login", (HttpContext context) => context.Response.Cookies.Append("sid", id));
    `,
  },
  'aspnetcore/cookie-policy-on-append': {
    bad: code`
      builder.Services.Configure<CookiePolicyOptions>(o => o.OnAppendCookie = ctx => ctx.CookieOptions.HttpOnly = true);
      app.UseCookiePolicy();
      app.MapPost("/login", (HttpContext context) => context.Response.Cookies.Append("sid", id));
    `,
    good: code`
      builder.Services.Configure<CookiePolicyOptions>(o => o.OnAppendCookie = ctx => ctx.CookieOptions.Secure = true);
      app.UseCookiePolicy();
      app.MapPost("/login", (HttpContext context) => context.Response.Cookies.Append("sid", id));
    `,
  },
  'aspnetcore/cookie-policy-middleware': {
    bad: code`
      builder.Services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);

      app.MapPost("/login", (HttpContext context) => context.Response.Cookies.Append("sid", id));
    `,
    good: code`
      builder.Services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);

      app.UseCookiePolicy();
      app.MapPost("/login", (HttpContext context) => context.Response.Cookies.Append("sid", id));
    `,
  },
  'aspnetcore/cookie-policy-consent-cookie': {
    bad: code`
      builder.Services.Configure<CookiePolicyOptions>(options =>
      {
          options.CheckConsentNeeded = context => true;
      });
    `,
    good: code`
      builder.Services.Configure<CookiePolicyOptions>(options =>
      {
          options.CheckConsentNeeded = context => true;
          options.ConsentCookie.SecurePolicy = CookieSecurePolicy.Always;
      });
    `,
  },
  'aspnetcore/forwarded-headers-middleware': {
    bad: code`
      builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto);
      app.MapGet("/", (HttpContext context) => context.Response.Cookies.Append("sid", id, new CookieOptions { Secure = context.Request.IsHttps }));
    `,
    good: code`
      builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto);
      app.UseForwardedHeaders();
      app.MapGet("/", (HttpContext context) => context.Response.Cookies.Append("sid", id, new CookieOptions { Secure = context.Request.IsHttps }));
    `,
  },
  'aspnetcore/forwarded-headers': {
    bad: code`
      app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
      app.MapGet("/", (HttpContext context) => context.Response.Cookies.Append("sid", id, new CookieOptions { Secure = context.Request.IsHttps }));
    `,
    good: code`
      app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
      app.MapGet("/", (HttpContext context) => context.Response.Cookies.Append("sid", id, new CookieOptions { Secure = context.Request.IsHttps }));
    `,
  },
} satisfies Examples;
