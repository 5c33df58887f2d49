/** Examples of the surfaces in ../aspnet.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'owin-katana/identity-cookies': {
    bad: 'app.UseExternalSignInCookie(DefaultAuthenticationTypes.ExternalCookie);',
    good: code`
      app.UseCookieAuthentication(new Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions
      {
          AuthenticationType = DefaultAuthenticationTypes.ExternalCookie,
          CookieSecure = CookieSecureOption.Always,
      });
    `,
  },
  'owin-katana/cookie-authentication': {
    bad: code`
      app.UseCookieAuthentication(new CookieAuthenticationOptions {
          AuthenticationType = DefaultAuthenticationTypes.ApplicationCookie,
          LoginPath = new PathString("/Account/Login")
      });
    `,
    good: code`
      app.UseCookieAuthentication(new CookieAuthenticationOptions {
          AuthenticationType = DefaultAuthenticationTypes.ApplicationCookie,
          LoginPath = new PathString("/Account/Login"),
          CookieSecure = CookieSecureOption.Always
      });
    `,
  },
  'owin-katana/response-cookies-append': {
    bad: code`
      using Microsoft.Owin;

      ctx.Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true });
    `,
    good: code`
      using Microsoft.Owin;

      ctx.Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = true });
    `,
  },
  'aspnet/forms-authentication-code': {
    bad: code`
      var c = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket));
      Response.Cookies.Add(c);
    `,
    good: code`
      var c = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket)) { Secure = true };
      Response.Cookies.Add(c);
    `,
  },
  'aspnet/httpcookie': {
    bad: code`
      var c = new HttpCookie("sid", id) { HttpOnly = true };
      Response.Cookies.Add(c);
    `,
    good: code`
      var c = new HttpCookie("sid", id) { HttpOnly = true, Secure = true };
      Response.Cookies.Add(c);
    `,
  },
  'aspnet/response-cookies-indexer': {
    bad: 'Response.Cookies["sid"].Value = id;',
    good: code`
      Response.Cookies["sid"].Value = id;
      Response.Cookies["sid"].Secure = true;
    `,
  },
  'aspnet/antiforgery-config-require-ssl': {
    bad: 'AntiForgeryConfig.CookieName = "csrf";',
    good: code`
      AntiForgeryConfig.CookieName = "csrf";
      AntiForgeryConfig.RequireSsl = true;
    `,
  },
  'identityserver/user-session-cookie': {
    bad: 'builder.Services.AddIdentityServer();',
    good: code`
      builder.Services.AddIdentityServer();
      builder.Services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);

      app.UseCookiePolicy();
    `,
  },
  'servicestack/use-secure-cookies': {
    bad: 'SetConfig(new HostConfig { UseSecureCookies = false });',
    good: 'SetConfig(new HostConfig { UseSecureCookies = true });',
  },
  'yarp/session-affinity-cookie': {
    file: 'appsettings.json',
    bad: code`
      {
        "ReverseProxy": {
          "Clusters": {
            "app": {
              "SessionAffinity": { "Enabled": true, "Policy": "Cookie", "AffinityKeyName": ".aff" }
            }
          }
        }
      }
    `,
    good: code`
      {
        "ReverseProxy": {
          "Clusters": {
            "app": {
              "SessionAffinity": { "Enabled": true, "Policy": "Cookie", "AffinityKeyName": ".aff", "Cookie": { "SecurePolicy": "Always" } }
            }
          }
        }
      }
    `,
  },
  'aspnetcore/appsettings-binding': {
    file: 'appsettings.json',
    bad: '{ "Session": { "Cookie": { "Name": "sid", "SecurePolicy": "None" } } }',
    good: '{ "Session": { "Cookie": { "Name": "sid", "SecurePolicy": "Always" } } }',
  },
  'aspnet/http-listener-cookie': {
    bad: 'using System.Net; class Server { void Answer(HttpListenerResponse response) { response.SetCookie(new Cookie("sid", "a")); } }',
    good: 'using System.Net; class Server { void Answer(HttpListenerResponse response) { response.SetCookie(new Cookie("sid", "a") { Secure = true }); } }',
  },
} satisfies Examples;
