/** A bad and a good example of each surface, for `explain`. The texts are those of the surface table, written by ourselves. */
import type { Example } from './problem-examples.js';

export const surfaceExamples: Readonly<Record<string, Example>> = {
  "actix-identity/cookie-identity-policy": {
    bad: "IdentityService::new(CookieIdentityPolicy::new(&[0; 32]).name(\"auth\").secure(false))",
    good: "IdentityService::new(CookieIdentityPolicy::new(&[0; 32]).name(\"auth\").secure(true))",
  },
  "actix-session/session-middleware": {
    bad: "SessionMiddleware::builder(store, key).cookie_secure(false).build()",
    good: "SessionMiddleware::builder(store, key).cookie_secure(true).build()",
  },
  "adobe/visitor-secure-cookie": {
    bad: "var visitor = Visitor.getInstance('ORG@AdobeOrg', {});",
    good: "var visitor = Visitor.getInstance('ORG@AdobeOrg', { secureCookie: true });",
  },
  "adonis/app-http-cookie": {
    bad: "import app from '@adonisjs/core/services/app';\nimport { defineConfig } from '@adonisjs/core/http';\nexport const http = defineConfig({ cookie: { path: '/', httpOnly: true, secure: app.inProduction } });",
    good: "import { defineConfig } from '@adonisjs/core/http';\nexport const http = defineConfig({ cookie: { path: '/', httpOnly: true, secure: true } });",
  },
  "adonis/response-cookie": {
    bad: "export default class LoginController {\n  async handle({ response }) { response.cookie('a', '1', { secure: false }); }\n}",
    good: "export default class LoginController {\n  async handle({ response }) { response.cookie('a', '1', { secure: true }); }\n}",
  },
  "adonis/session-config": {
    bad: "import app from '@adonisjs/core/services/app';\nimport { defineConfig } from '@adonisjs/session';\nexport default defineConfig({ cookieName: 'adonis-session', cookie: { path: '/', httpOnly: true, secure: app.inProduction } });",
    good: "import { defineConfig } from '@adonisjs/session';\nexport default defineConfig({ cookieName: 'adonis-session', cookie: { path: '/', httpOnly: true, secure: true } });",
  },
  "ahoy/cookie-options": {
    bad: "class Ahoy::Store < Ahoy::DatabaseStore\nend\n\nAhoy.cookie_options = { same_site: :lax }",
    good: "class Ahoy::Store < Ahoy::DatabaseStore\nend\n\nAhoy.cookie_options = { same_site: :lax, secure: true }",
  },
  "aiohttp-session/storage": {
    bad: "setup(app, EncryptedCookieStorage(key))",
    good: "setup(app, EncryptedCookieStorage(key, secure=True))",
  },
  "aiohttp/set-cookie": {
    bad: "resp = web.Response(text=\"x\")\nresp.set_cookie(\"sid\", sid, httponly=True)",
    good: "resp = web.Response(text=\"x\")\nresp.set_cookie(\"sid\", sid, httponly=True, secure=True)",
  },
  "airflow/cookie-secure": {
    bad: "# airflow.cfg\n[webserver]\ncookie_secure = False",
    good: "# airflow.cfg\n[webserver]\ncookie_secure = True",
  },
  "akka-http-session/cookie-secure": {
    bad: "akka.http.session.server-secret = ${SECRET}",
    good: "akka.http.session {\n  server-secret = ${SECRET}\n  cookie.secure = true\n  csrf.cookie.secure = true\n  refresh-token.cookie.secure = true\n}",
  },
  "akka-pekko-http/http-cookie": {
    bad: "setCookie(HttpCookie(\"sid\", value = id, httpOnly = true)) { complete(\"ok\") }",
    good: "setCookie(HttpCookie(\"sid\", value = id, httpOnly = true, secure = true)) { complete(\"ok\") }",
  },
  "amplitude-js/secure-cookie": {
    bad: "amplitude.getInstance().init('KEY', null, { includeUtm: true });",
    good: "amplitude.getInstance().init('KEY', null, { includeUtm: true, secureCookie: true });",
  },
  "amplitude/cookie-options": {
    bad: "amplitude.init('KEY', { defaultTracking: false });",
    good: "amplitude.init('KEY', { defaultTracking: false, cookieOptions: { secure: true } });",
  },
  "analytics-js/cookie-flags": {
    bad: "ga('create', 'UA-1-1', 'auto');",
    good: "ga('create', 'UA-1-1', 'auto', { cookieFlags: 'samesite=lax;secure' });",
  },
  "apache/header-add-set-cookie": {
    bad: "Header add Set-Cookie \"ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/\" env=BALANCER_ROUTE_CHANGED",
    good: "Header add Set-Cookie \"ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/; Secure\" env=BALANCER_ROUTE_CHANGED",
  },
  "apache/header-edit-set-cookie": {
    bad: "Header edit Set-Cookie ^(.*)$ $1;HttpOnly",
    good: "Header edit Set-Cookie ^(.*)$ $1;HttpOnly;Secure",
  },
  "apache/mod-session-cookie": {
    bad: "SessionCookieName session path=/;httponly",
    good: "SessionCookieName session path=/;httponly;secure",
  },
  "apache/mod-usertrack": {
    bad: "CookieTracking on",
    good: "CookieTracking on\nCookieSecure on",
  },
  "apache/rewriterule-cookie-flag": {
    bad: "RewriteRule ^/promo$ - [CO=promo:1:.example.com:1440:/]",
    good: "RewriteRule ^/promo$ - [CO=promo:1:.example.com:1440:/:secure]",
  },
  "app/airflow": {
    bad: "[webserver]\ncookie_secure = False",
    good: "[webserver]\ncookie_secure = True",
  },
  "app/awx-operator": {
    bad: "spec:\n  session_cookie_secure: 'False'",
    good: "spec:\n  session_cookie_secure: 'True'",
  },
  "app/directus": {
    bad: "REFRESH_TOKEN_COOKIE_SECURE=\"false\"",
    good: "REFRESH_TOKEN_COOKIE_SECURE=\"true\"",
  },
  "app/gitea": {
    bad: "[session]\nCOOKIE_SECURE = false",
    good: "[session]\nCOOKIE_SECURE = true",
  },
  "app/grafana": {
    bad: "[security]\ncookie_secure = false",
    good: "[security]\ncookie_secure = true",
  },
  "app/keycloak": {
    bad: "\"sslRequired\": \"none\"",
    good: "\"sslRequired\": \"external\"",
  },
  "app/kibana": {
    bad: "xpack.security.secureCookies: false",
    good: "xpack.security.secureCookies: true",
  },
  "app/n8n": {
    bad: "N8N_SECURE_COOKIE=false",
    good: "N8N_SECURE_COOKIE=true",
  },
  "app/oauth2-proxy": {
    bad: "- --cookie-secure=false",
    good: "- --cookie-secure=true",
  },
  "app/retool": {
    bad: "COOKIE_INSECURE=true",
    good: "COOKIE_INSECURE=false",
  },
  "app/vouch-proxy": {
    bad: "vouch:\n  cookie:\n    secure: false",
    good: "vouch:\n  cookie:\n    secure: true",
  },
  "aspnet/antiforgery-config-require-ssl": {
    bad: "AntiForgeryConfig.CookieName = \"csrf\";",
    good: "AntiForgeryConfig.CookieName = \"csrf\";\nAntiForgeryConfig.RequireSsl = true;",
  },
  "aspnet/forms-authentication-code": {
    bad: "var c = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket));\nResponse.Cookies.Add(c);",
    good: "var c = new HttpCookie(FormsAuthentication.FormsCookieName, FormsAuthentication.Encrypt(ticket)) { Secure = true };\nResponse.Cookies.Add(c);",
  },
  "aspnet/httpcookie": {
    bad: "var c = new HttpCookie(\"sid\", id) { HttpOnly = true };\nResponse.Cookies.Add(c);",
    good: "var c = new HttpCookie(\"sid\", id) { HttpOnly = true, Secure = true };\nResponse.Cookies.Add(c);",
  },
  "aspnet/raw-set-cookie-header": {
    bad: "Response.AppendHeader(\"Set-Cookie\", \"sid=\" + id + \"; path=/; HttpOnly\");",
    good: "Response.AppendHeader(\"Set-Cookie\", \"sid=\" + id + \"; path=/; HttpOnly; Secure\");",
  },
  "aspnet/response-cookies-indexer": {
    bad: "Response.Cookies[\"sid\"].Value = id;",
    good: "Response.Cookies[\"sid\"].Value = id;\nResponse.Cookies[\"sid\"].Secure = true;",
  },
  "aspnet/web-config-anonymous-identification": {
    bad: "<anonymousIdentification enabled=\"true\" />",
    good: "<anonymousIdentification enabled=\"true\" cookieRequireSSL=\"true\" />",
  },
  "aspnet/web-config-forms": {
    bad: "<forms loginUrl=\"~/Account/Login\" timeout=\"2880\" />",
    good: "<forms loginUrl=\"~/Account/Login\" timeout=\"2880\" requireSSL=\"true\" />",
  },
  "aspnet/web-config-httpcookies": {
    bad: "<httpCookies httpOnlyCookies=\"true\" requireSSL=\"false\" />",
    good: "<httpCookies httpOnlyCookies=\"true\" requireSSL=\"true\" />",
  },
  "aspnet/web-config-rolemanager": {
    bad: "<roleManager enabled=\"true\" cacheRolesInCookie=\"true\" />",
    good: "<roleManager enabled=\"true\" cacheRolesInCookie=\"true\" cookieRequireSSL=\"true\" />",
  },
  "aspnet/web-config-session-state": {
    bad: "<system.web><sessionState timeout=\"20\" /></system.web>",
    good: "<system.web><httpCookies requireSSL=\"true\" /><sessionState timeout=\"20\" /></system.web>",
  },
  "aspnet/web-config-transform": {
    bad: "<httpCookies requireSSL=\"false\" xdt:Transform=\"SetAttributes(requireSSL)\" />",
    good: "<httpCookies requireSSL=\"true\" xdt:Transform=\"SetAttributes(requireSSL)\" />",
  },
  "aspnetcore/antiforgery": {
    bad: "services.AddAntiforgery(o => o.HeaderName = \"X-XSRF-TOKEN\");",
    good: "services.AddAntiforgery(o => { o.HeaderName = \"X-XSRF-TOKEN\"; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });",
  },
  "aspnetcore/appsettings-binding": {
    bad: "{ \"Session\": { \"Cookie\": { \"Name\": \"sid\", \"SecurePolicy\": \"None\" } } }",
    good: "{ \"Session\": { \"Cookie\": { \"Name\": \"sid\", \"SecurePolicy\": \"Always\" } } }",
  },
  "aspnetcore/authentication-cookie": {
    bad: "services.AddAuthentication(\"Cookies\").AddCookie(\"Cookies\", o => { o.LoginPath = \"/login\"; });",
    good: "services.AddAuthentication(\"Cookies\").AddCookie(\"Cookies\", o => { o.LoginPath = \"/login\"; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });",
  },
  "aspnetcore/cookie-builder-new": {
    bad: "options.Cookie = new CookieBuilder { Name = \"auth\", HttpOnly = true };",
    good: "options.Cookie = new CookieBuilder { Name = \"auth\", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always };",
  },
  "aspnetcore/cookie-options": {
    bad: "return new CookieOptions { HttpOnly = true };",
    good: "return new CookieOptions { HttpOnly = true, Secure = true };",
  },
  "aspnetcore/cookie-policy": {
    bad: "builder.Services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);\napp.UseAuthentication();",
    good: "builder.Services.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);\napp.UseCookiePolicy();\napp.UseAuthentication();",
  },
  "aspnetcore/cookie-policy-consent-cookie": {
    bad: "options.CheckConsentNeeded = context => true;",
    good: "options.CheckConsentNeeded = context => true;\noptions.ConsentCookie.SecurePolicy = CookieSecurePolicy.Always;",
  },
  "aspnetcore/cookie-policy-on-append": {
    bad: "o.OnAppendCookie = ctx => ctx.CookieOptions.HttpOnly = true;",
    good: "o.OnAppendCookie = ctx => ctx.CookieOptions.Secure = true;",
  },
  "aspnetcore/cookie-tempdata": {
    bad: "services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.IsEssential = true);",
    good: "services.Configure<CookieTempDataProviderOptions>(o => { o.Cookie.IsEssential = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });",
  },
  "aspnetcore/forwarded-headers": {
    bad: "app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });",
    good: "app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });",
  },
  "aspnetcore/identity-application-cookie": {
    bad: "services.ConfigureApplicationCookie(o => { o.Cookie.HttpOnly = true; });",
    good: "services.ConfigureApplicationCookie(o => { o.Cookie.HttpOnly = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; });",
  },
  "aspnetcore/openidconnect-nonce-cookie": {
    bad: "o.NonceCookie.SecurePolicy = CookieSecurePolicy.None;",
    good: "o.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;",
  },
  "aspnetcore/raw-set-cookie-header": {
    bad: "Response.Headers.Append(\"Set-Cookie\", $\"sid={id}; Path=/; HttpOnly\");",
    good: "Response.Headers.Append(\"Set-Cookie\", $\"sid={id}; Path=/; HttpOnly; Secure\");",
  },
  "aspnetcore/remote-auth-correlation-cookie": {
    bad: "o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None;",
    good: "o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;",
  },
  "aspnetcore/response-cookies-append-options": {
    bad: "Response.Cookies.Append(\"sid\", id, new CookieOptions { HttpOnly = true });",
    good: "Response.Cookies.Append(\"sid\", id, new CookieOptions { HttpOnly = true, Secure = true });",
  },
  "aspnetcore/response-cookies-append-two-args": {
    bad: "Response.Cookies.Append(\"theme\", value);",
    good: "Response.Cookies.Append(\"theme\", value, new CookieOptions { Secure = true });",
  },
  "aspnetcore/session": {
    bad: "builder.Services.AddSession(options => { options.Cookie.HttpOnly = true; });",
    good: "builder.Services.AddSession(options => { options.Cookie.HttpOnly = true; options.Cookie.SecurePolicy = CookieSecurePolicy.Always; });",
  },
  "aspnetcore/set-cookie-header-value": {
    bad: "var c = new SetCookieHeaderValue(\"sid\", id) { HttpOnly = true };",
    good: "var c = new SetCookieHeaderValue(\"sid\", id) { HttpOnly = true, Secure = true };",
  },
  "astro/cookies-set": {
    bad: "export const POST = ({ cookies }) => {\n  cookies.set('sid', 'x', { path: '/', httpOnly: true });\n  return new Response('ok');\n};",
    good: "export const POST = ({ cookies }) => {\n  cookies.set('sid', 'x', { path: '/', httpOnly: true, secure: true });\n  return new Response('ok');\n};",
  },
  "astro/session": {
    bad: "export default defineConfig({ session: { cookie: { name: 'sid', secure: false } } });",
    good: "export default defineConfig({ session: { cookie: { name: 'sid', secure: true } } });",
  },
  "auth0-spa-js/cookies": {
    bad: "// nothing to flag for this API",
    good: "createAuth0Client({ domain: 'd', clientId: 'c' });",
  },
  "authboss/client-state-cookie-storer": {
    bad: "cookieStore.Secure = false",
    good: "cookieStore.Secure = true",
  },
  "authjs/cookies": {
    bad: "export const { handlers, auth } = NextAuth({ providers: [], useSecureCookies: process.env.NODE_ENV === 'production' });",
    good: "export const { handlers, auth } = NextAuth({ providers: [], useSecureCookies: true });",
  },
  "authlogic/secure": {
    bad: "class UserSession < Authlogic::Session::Base\n  secure Rails.env.production?\nend",
    good: "class UserSession < Authlogic::Session::Base\nend",
  },
  "authx/jwt-cookie-secure": {
    bad: "config = AuthXConfig()\nconfig.JWT_TOKEN_LOCATION = [\"cookies\"]\nconfig.JWT_COOKIE_SECURE = False",
    good: "config = AuthXConfig()\nconfig.JWT_TOKEN_LOCATION = [\"cookies\"]",
  },
  "aws-amplify/cookie-storage": {
    bad: "cognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage({ domain: 'example.test', secure: process.env.NODE_ENV === 'production' }));",
    good: "cognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage({ domain: 'example.test', secure: true }));",
  },
  "aws-lambda/edge-set-cookie": {
    bad: "response.headers['set-cookie'] = [{ key: 'Set-Cookie', value: 'ab=b; Path=/' }];",
    good: "response.headers['set-cookie'] = [{ key: 'Set-Cookie', value: 'ab=b; Path=/; Secure' }];",
  },
  "aws-lambda/http-api-cookies": {
    bad: "export const handler = async () => ({ statusCode: 200, cookies: ['sid=1; HttpOnly'], body: '' });",
    good: "export const handler = async () => ({ statusCode: 200, cookies: ['sid=1; HttpOnly; Secure'], body: '' });",
  },
  "aws-lambda/multi-value-headers": {
    bad: "export const handler = async () => ({ statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['sid=1; Path=/'] }, body: '' });",
    good: "export const handler = async () => ({ statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['sid=1; Path=/; Secure'] }, body: '' });",
  },
  "aws/alb-stickiness": {
    bad: "stickiness { type = \"lb_cookie\" }",
    good: "stickiness { type = \"lb_cookie\" }   # nothing to configure, never flagged",
  },
  "azure-functions/response-cookies": {
    bad: "return { status: 200, cookies: [{ name: 'sid', value: 'x', httpOnly: true }] };",
    good: "return { status: 200, cookies: [{ name: 'sid', value: 'x', httpOnly: true, secure: true }] };",
  },
  "beego/ctx-set-cookie": {
    bad: "c.Ctx.SetCookie(\"sid\", id, 3600, \"/\")",
    good: "c.Ctx.SetCookie(\"sid\", id, 3600, \"/\", \"\", true, true)",
  },
  "beego/session": {
    bad: "sessionConfig := &session.ManagerConfig{CookieName: \"gosessionid\"}",
    good: "sessionConfig := &session.ManagerConfig{CookieName: \"gosessionid\", Secure: true}",
  },
  "better-auth/default-cookie-attributes": {
    bad: "betterAuth({ advanced: { defaultCookieAttributes: { secure: false } } });",
    good: "betterAuth({ advanced: { defaultCookieAttributes: { secure: true } } });",
  },
  "better-auth/use-secure-cookies": {
    bad: "export const auth = betterAuth({ advanced: { useSecureCookies: process.env.NODE_ENV === 'production' } });",
    good: "export const auth = betterAuth({ advanced: { useSecureCookies: true } });",
  },
  "bottle/set-cookie": {
    bad: "from bottle import response\n\nresponse.set_cookie(\"account\", name, secret=\"key\")",
    good: "from bottle import response\n\nresponse.set_cookie(\"account\", name, secret=\"key\", secure=True)",
  },
  "browser-cookies/set": {
    bad: "cookies.set(\"sid\", id);",
    good: "cookies.set(\"sid\", id, { secure: true });",
  },
  "buffalo/session-store": {
    bad: "c.Cookies().Set(\"theme\", v, 24*time.Hour)",
    good: "http.SetCookie(c.Response(), &http.Cookie{Name: \"theme\", Value: v, Secure: true})",
  },
  "bun/cookie-constructor": {
    bad: "const c = new Bun.Cookie('sid', 'x', { httpOnly: true });",
    good: "const c = new Bun.Cookie('sid', 'x', { httpOnly: true, secure: true });",
  },
  "bun/cookie-map-set": {
    bad: "Bun.serve({ routes: { '/': (req) => { req.cookies.set('sid', 'x', { httpOnly: true }); return new Response('ok'); } } });",
    good: "Bun.serve({ routes: { '/': (req) => { req.cookies.set('sid', 'x', { httpOnly: true, secure: true }); return new Response('ok'); } } });",
  },
  "caddy/header-add-set-cookie": {
    bad: "header +Set-Cookie \"ab=1; Path=/\"",
    good: "header +Set-Cookie \"ab=1; Path=/; Secure\"",
  },
  "caddy/header-set-cookie-rewrite": {
    bad: "header Set-Cookie (.*) \"$1; Secure\"\nreverse_proxy app:3000",
    good: "reverse_proxy app:3000 {\n    header_down Set-Cookie (.*) \"$1; Secure\"\n}",
  },
  "caddy/lb-policy-cookie": {
    bad: "reverse_proxy a:80 b:80 {\n    lb_policy cookie lb secret\n}",
    good: "reverse_proxy a:80 b:80 {\n    lb_policy cookie lb secret\n}\nheader {\n    Set-Cookie (.*) \"$1; Secure\"\n    defer\n}",
  },
  "cakephp/cookie": {
    bad: "<?php\n$this->response = $this->response->withCookie(Cookie::create('seen', '1', ['httponly' => true]));",
    good: "<?php\n$this->response = $this->response->withCookie(Cookie::create('seen', '1', ['httponly' => true, 'secure' => true]));",
  },
  "cakephp/cookie-defaults": {
    bad: "<?php\nCookie::setDefaults(['httponly' => true]);",
    good: "<?php\nCookie::setDefaults(['httponly' => true, 'secure' => true]);",
  },
  "cakephp/csrf-middleware": {
    bad: "<?php\n$middlewareQueue->add(new CsrfProtectionMiddleware(['httponly' => true]));",
    good: "<?php\n$middlewareQueue->add(new CsrfProtectionMiddleware(['httponly' => true, 'secure' => true]));",
  },
  "cakephp/session": {
    bad: "<?php\nreturn [\n    'Session' => ['defaults' => 'php'],\n];",
    good: "<?php\nreturn [\n    'Session' => ['defaults' => 'php', 'ini' => ['session.cookie_secure' => true]],\n];",
  },
  "cherrypy/response-cookie": {
    bad: "cookie = cherrypy.response.cookie\ncookie[\"seen\"] = \"1\"",
    good: "cookie = cherrypy.response.cookie\ncookie[\"seen\"] = \"1\"\ncookie[\"seen\"][\"secure\"] = True",
  },
  "cherrypy/sessions-secure": {
    bad: "cherrypy.config.update({\"tools.sessions.on\": True})",
    good: "cherrypy.config.update({\"tools.sessions.on\": True, \"tools.sessions.secure\": True})",
  },
  "chi-jwtauth/verifier": {
    bad: "http.SetCookie(w, &http.Cookie{Name: \"jwt\", Value: token, HttpOnly: true})",
    good: "http.SetCookie(w, &http.Cookie{Name: \"jwt\", Value: token, HttpOnly: true, Secure: true})",
  },
  "clearance/secure-cookie": {
    bad: "Clearance.configure do |config|\n  config.mailer_sender = \"reply@example.com\"\nend",
    good: "Clearance.configure do |config|\n  config.mailer_sender = \"reply@example.com\"\n  config.secure_cookie = true\nend",
  },
  "client-sessions/cookie": {
    bad: "app.use(sessions({ cookieName: 'session', secret, cookie: { httpOnly: true } }));",
    good: "app.use(sessions({ cookieName: 'session', secret, cookie: { httpOnly: true, secure: true } }));",
  },
  "cloudfront-functions/response-cookies": {
    bad: "function handler(event) {\n  var response = event.response;\n  response.cookies['ab'] = { value: 'b', attributes: 'Path=/' };\n  return response;\n}",
    good: "function handler(event) {\n  var response = event.response;\n  response.cookies['ab'] = { value: 'b', attributes: 'Path=/; Secure' };\n  return response;\n}",
  },
  "codeigniter3/cookie-secure": {
    bad: "<?php\n$config['cookie_httponly'] = TRUE;\n$config['cookie_secure'] = FALSE;",
    good: "<?php\n$config['cookie_httponly'] = TRUE;\n$config['cookie_secure'] = TRUE;",
  },
  "codeigniter4/config-cookie": {
    bad: "<?php\nnamespace Config;\n\nclass Cookie extends BaseConfig\n{\n    public bool $secure = false;\n}",
    good: "<?php\nnamespace Config;\n\nclass Cookie extends BaseConfig\n{\n    public bool $secure = true;\n}",
  },
  "codeigniter4/set-cookie": {
    bad: "<?php\nset_cookie('lang', 'en', 3600, '', '/', '', false);",
    good: "<?php\nset_cookie('lang', 'en', 3600, '', '/', '', true);",
  },
  "cookie-session/options": {
    bad: "import cookieSession from 'cookie-session';\napp.use(cookieSession({ name: 'session', keys: [key] }));",
    good: "import cookieSession from 'cookie-session';\napp.use(cookieSession({ name: 'session', keys: [key], secure: true }));",
  },
  "cookie-universal/set": {
    bad: "this.$cookies.set('token', jwt);",
    good: "this.$cookies.set('token', jwt, { path: '/', secure: true });",
  },
  "cookie/serialize": {
    bad: "import { serialize } from 'cookie';\nres.setHeader('Set-Cookie', serialize('sid', token, { path: '/', httpOnly: true }));",
    good: "import { serialize } from 'cookie';\nres.setHeader('Set-Cookie', serialize('sid', token, { path: '/', httpOnly: true, secure: true }));",
  },
  "cookie/stringify-set-cookie": {
    bad: "import { stringifySetCookie } from 'cookie';\nheaders.append('Set-Cookie', stringifySetCookie({ name: 'sid', value, httpOnly: true }));",
    good: "import { stringifySetCookie } from 'cookie';\nheaders.append('Set-Cookie', stringifySetCookie({ name: 'sid', value, httpOnly: true, secure: true }));",
  },
  "cookieconsent/cookie-secure": {
    bad: "window.cookieconsent.initialise({ palette: {} });",
    good: "window.cookieconsent.initialise({ palette: {}, cookie: { secure: true } });",
  },
  "cookies-next/client": {
    bad: "import { setCookie } from 'cookies-next/client';\nsetCookie('a', '1');",
    good: "import { setCookie } from 'cookies-next/client';\nsetCookie('a', '1', { secure: true });",
  },
  "cookies-next/set-cookie": {
    bad: "import { setCookie } from 'cookies-next';\nsetCookie('theme', 'dark', { maxAge: 3600 });",
    good: "import { setCookie } from 'cookies-next';\nsetCookie('theme', 'dark', { maxAge: 3600, secure: true });",
  },
  "cookies/constructor-secure": {
    bad: "const cookies = new Cookies(req, res);",
    good: "const cookies = new Cookies(req, res, { secure: true });",
  },
  "cookies/set": {
    bad: "import Cookies from 'cookies';\nconst cookies = new Cookies(req, res, { keys });\ncookies.set('sid', token, { httpOnly: true });",
    good: "import Cookies from 'cookies';\nconst cookies = new Cookies(req, res, { keys, secure: true });\ncookies.set('sid', token, { httpOnly: true, secure: true });",
  },
  "csrf-csrf/cookie-options": {
    bad: "import { doubleCsrf } from 'csrf-csrf';\nconst csrf = doubleCsrf({ getSecret, getSessionIdentifier, cookieOptions: { secure: process.env.NODE_ENV === 'production' } });",
    good: "import { doubleCsrf } from 'csrf-csrf';\nconst csrf = doubleCsrf({ getSecret, getSessionIdentifier, cookieOptions: { secure: true } });",
  },
  "csurf/cookie": {
    bad: "const csurf = require('csurf');\napp.use(csurf({ cookie: true }));",
    good: "const csurf = require('csurf');\napp.use(csurf({ cookie: { secure: true } }));",
  },
  "dash/callback-context-set-cookie": {
    bad: "dash.callback_context.response.set_cookie(\"sid\", sid)",
    good: "dash.callback_context.response.set_cookie(\"sid\", sid, secure=True)",
  },
  "datadog/use-secure-session-cookie": {
    bad: "datadogRum.init({ applicationId: 'a', clientToken: 'c', site: 'datadoghq.com' });",
    good: "datadogRum.init({ applicationId: 'a', clientToken: 'c', site: 'datadoghq.com', useSecureSessionCookie: true });",
  },
  "deno/std-set-cookie": {
    bad: "import { setCookie } from '@std/http/cookie';\nsetCookie(headers, { name: 'sid', value: 'x', httpOnly: true });",
    good: "import { setCookie } from '@std/http/cookie';\nsetCookie(headers, { name: 'sid', value: 'x', httpOnly: true, secure: true });",
  },
  "devise-token-auth/cookie-attributes": {
    bad: "DeviseTokenAuth.setup do |config|\n  config.cookie_enabled = true\nend",
    good: "DeviseTokenAuth.setup do |config|\n  config.cookie_enabled = true\n  config.cookie_attributes = { secure: true, httponly: true }\nend",
  },
  "devise/rememberable-options": {
    bad: "Devise.setup do |config|\n  # config.rememberable_options = {}\nend",
    good: "Devise.setup do |config|\n  config.rememberable_options = { secure: true }\nend",
  },
  "directus/env-cookie-secure": {
    bad: "services:\n  directus:\n    image: directus/directus:11\n    environment:\n      SECRET: x",
    good: "services:\n  directus:\n    image: directus/directus:11\n    environment:\n      SECRET: x\n      REFRESH_TOKEN_COOKIE_SECURE: 'true'\n      SESSION_COOKIE_SECURE: 'true'",
  },
  "dj-rest-auth/jwt-auth-secure": {
    bad: "REST_AUTH = {\n    \"USE_JWT\": True,\n    \"JWT_AUTH_COOKIE\": \"access\",\n}",
    good: "REST_AUTH = {\n    \"USE_JWT\": True,\n    \"JWT_AUTH_COOKIE\": \"access\",\n    \"JWT_AUTH_SECURE\": True,\n}",
  },
  "django-allauth/cookies": {
    bad: "SESSION_COOKIE_SECURE = True\nMFA_TRUST_ENABLED = True\nMFA_TRUST_COOKIE_SECURE = False",
    good: "SESSION_COOKIE_SECURE = True\nMFA_TRUST_ENABLED = True\nMFA_TRUST_COOKIE_SECURE = True",
  },
  "django-graphql-jwt/cookie-secure": {
    bad: "GRAPHQL_JWT = {\n    \"JWT_VERIFY_EXPIRATION\": True,\n}",
    good: "GRAPHQL_JWT = {\n    \"JWT_VERIFY_EXPIRATION\": True,\n    \"JWT_COOKIE_SECURE\": True,\n}",
  },
  "django-ninja/response-set-cookie": {
    bad: "@api.get(\"/login\")\ndef login(request, response: HttpResponse):\n    response.set_cookie(\"token\", \"x\", httponly=True)\n    return {\"ok\": True}",
    good: "@api.get(\"/login\")\ndef login(request, response: HttpResponse):\n    response.set_cookie(\"token\", \"x\", httponly=True, secure=True)\n    return {\"ok\": True}",
  },
  "django/check-deploy": {
    bad: "INSTALLED_APPS = [\"django.contrib.sessions\"]\nMIDDLEWARE = [\"django.contrib.sessions.middleware.SessionMiddleware\"]\n# SESSION_COOKIE_SECURE unset -> security.W012",
    good: "INSTALLED_APPS = [\"django.contrib.sessions\"]\nMIDDLEWARE = [\"django.contrib.sessions.middleware.SessionMiddleware\"]\nSESSION_COOKIE_SECURE = True",
  },
  "django/raw-header": {
    bad: "response = HttpResponse()\nresponse[\"Set-Cookie\"] = f\"token={token}; Path=/; HttpOnly\"",
    good: "response = HttpResponse()\nresponse[\"Set-Cookie\"] = f\"token={token}; Path=/; HttpOnly; Secure\"",
  },
  "django/response-cookies-morsel": {
    bad: "response = HttpResponse()\nresponse.cookies[\"seen\"] = \"1\"\nresponse.cookies[\"seen\"][\"httponly\"] = True",
    good: "response = HttpResponse()\nresponse.cookies[\"seen\"] = \"1\"\nresponse.cookies[\"seen\"][\"httponly\"] = True\nresponse.cookies[\"seen\"][\"secure\"] = True",
  },
  "django/secure-proxy-ssl-header": {
    bad: "SESSION_COOKIE_SECURE = True\nSECURE_SSL_REDIRECT = True  # behind a TLS proxy: redirect loop without the header setting",
    good: "SESSION_COOKIE_SECURE = True\nSECURE_SSL_REDIRECT = True\nSECURE_PROXY_SSL_HEADER = (\"HTTP_X_FORWARDED_PROTO\", \"https\")",
  },
  "django/secure-ssl-redirect": {
    bad: "SECURE_SSL_REDIRECT = True\nSECURE_HSTS_SECONDS = 31536000\nSESSION_COOKIE_SECURE = False",
    good: "SECURE_SSL_REDIRECT = True\nSECURE_HSTS_SECONDS = 31536000\nSESSION_COOKIE_SECURE = True",
  },
  "django/set-cookie": {
    bad: "def view(request):\n    response = HttpResponse(\"ok\")\n    response.set_cookie(\"theme\", \"dark\", httponly=True)\n    return response",
    good: "def view(request):\n    response = HttpResponse(\"ok\")\n    response.set_cookie(\"theme\", \"dark\", httponly=True, secure=True)\n    return response",
  },
  "django/set-signed-cookie": {
    bad: "def view(request):\n    response = HttpResponse(\"ok\")\n    response.set_signed_cookie(\"cart\", \"42\", salt=\"shop\")\n    return response",
    good: "def view(request):\n    response = HttpResponse(\"ok\")\n    response.set_signed_cookie(\"cart\", \"42\", salt=\"shop\", secure=True)\n    return response",
  },
  "django/settings-configurations-class": {
    bad: "from configurations import Configuration, values\n\nclass Base(Configuration):\n    SESSION_COOKIE_SECURE = values.BooleanValue(False)\n\nclass Production(Base):\n    DEBUG = False",
    good: "from configurations import Configuration, values\n\nclass Base(Configuration):\n    SESSION_COOKIE_SECURE = True\n\nclass Production(Base):\n    DEBUG = False",
  },
  "django/settings-csrf": {
    bad: "MIDDLEWARE = [\"django.middleware.csrf.CsrfViewMiddleware\"]\nSESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = os.environ.get(\"CSRF_SECURE\", \"0\") == \"1\"",
    good: "MIDDLEWARE = [\"django.middleware.csrf.CsrfViewMiddleware\"]\nSESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = True",
  },
  "django/settings-env-helpers": {
    bad: "import environ\n\nenv = environ.Env(SESSION_COOKIE_SECURE=(bool, False))\nSESSION_COOKIE_SECURE = env(\"SESSION_COOKIE_SECURE\")",
    good: "import environ\n\nenv = environ.Env(SESSION_COOKIE_SECURE=(bool, False))\nSESSION_COOKIE_SECURE = True",
  },
  "django/settings-language": {
    bad: "USE_I18N = True\nMIDDLEWARE = [\"django.middleware.locale.LocaleMiddleware\"]\nLANGUAGE_COOKIE_SECURE = False",
    good: "USE_I18N = True\nMIDDLEWARE = [\"django.middleware.locale.LocaleMiddleware\"]\nLANGUAGE_COOKIE_SECURE = True",
  },
  "django/settings-session": {
    bad: "DEBUG = env.bool(\"DEBUG\", default=False)\nINSTALLED_APPS = [\"django.contrib.sessions\"]\nSESSION_COOKIE_SECURE = not DEBUG",
    good: "DEBUG = env.bool(\"DEBUG\", default=False)\nINSTALLED_APPS = [\"django.contrib.sessions\"]\nSESSION_COOKIE_SECURE = True",
  },
  "django/settings-split-modules": {
    bad: "# settings/production.py\nfrom .base import *  # noqa: F403\n\nDEBUG = False\n# settings/base.py assigns no SESSION_COOKIE_SECURE",
    good: "# settings/production.py\nfrom .base import *  # noqa: F403\n\nDEBUG = False\nSESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = True",
  },
  "dom/cookie-store-set": {
    bad: "// nothing to flag for this API",
    good: "await cookieStore.set({ name: 'theme', value: 'dark' });",
  },
  "dom/document-cookie": {
    bad: "document.cookie = `sidebar_state=${open}; path=/; max-age=604800`;",
    good: "document.cookie = `sidebar_state=${open}; path=/; max-age=604800; Secure`;",
  },
  "drupal/session-storage-options": {
    bad: "# sites/default/services.yml\nparameters:\n  session.storage.options:\n    cookie_secure: false",
    good: "# sites/default/services.yml\nparameters:\n  session.storage.options:\n    gc_maxlifetime: 200000",
  },
  "echo/contrib-session": {
    bad: "sess, _ := session.Get(\"session\", c)\nsess.Options = &sessions.Options{Path: \"/\", MaxAge: 86400 * 7, HttpOnly: true}",
    good: "sess, _ := session.Get(\"session\", c)\nsess.Options = &sessions.Options{Path: \"/\", MaxAge: 86400 * 7, HttpOnly: true, Secure: true}",
  },
  "echo/middleware-csrf": {
    bad: "e.Use(middleware.CSRF())",
    good: "e.Use(middleware.CSRFWithConfig(middleware.CSRFConfig{CookieSecure: true}))",
  },
  "echo/set-cookie": {
    bad: "cookie := new(http.Cookie)\ncookie.Name = \"sid\"\ncookie.Value = id\nc.SetCookie(cookie)",
    good: "cookie := new(http.Cookie)\ncookie.Name = \"sid\"\ncookie.Value = id\ncookie.Secure = true\nc.SetCookie(cookie)",
  },
  "egg/config-cookies": {
    bad: "exports.session = { key: 'EGG_SESS', maxAge: 86400000 };",
    good: "exports.proxy = true;\nexports.session = { key: 'EGG_SESS', maxAge: 86400000, secure: true };",
  },
  "egg/cookies-set": {
    bad: "this.ctx.cookies.set('sid', 'x', { httpOnly: true });",
    good: "this.ctx.cookies.set('sid', 'x', { httpOnly: true, secure: true });",
  },
  "electron/cookies-set": {
    bad: "await session.defaultSession.cookies.set({ url: 'https://example.test', name: 'a', value: '1' });",
    good: "await session.defaultSession.cookies.set({ url: 'https://example.test', name: 'a', value: '1', secure: true });",
  },
  "elysia/app-cookie-config": {
    bad: "const app = new Elysia().get('/', ({ cookie }) => { cookie.a.value = '1'; });",
    good: "const app = new Elysia({ cookie: { secure: true } }).get('/', ({ cookie }) => { cookie.a.value = '1'; });",
  },
  "elysia/cookie-set": {
    bad: "new Elysia().get('/', ({ cookie: { sid } }) => {\n  sid.set({ value: 'x', httpOnly: true });\n});",
    good: "new Elysia().get('/', ({ cookie: { sid } }) => {\n  sid.set({ value: 'x', httpOnly: true, secure: true });\n});",
  },
  "env/generic-session-cookie-secure": {
    bad: "SESSION_SECURE_COOKIE=false",
    good: "SESSION_SECURE_COOKIE=true",
  },
  "envoy/oauth2-filter": {
    bad: "# nothing to flag\nname: envoy.filters.http.oauth2",
    good: "name: envoy.filters.http.oauth2",
  },
  "envoy/stateful-session-and-hash-cookie": {
    bad: "hash_policy:\n  - cookie: { name: lb, ttl: 0s, path: / }",
    good: "hash_policy:\n  - cookie: { name: lb, ttl: 0s, path: /, attributes: [{ name: Secure }] }",
  },
  "express-openid-connect/session-cookie": {
    bad: "app.use(auth({ baseURL: 'https://app.example.test', session: { cookie: { secure: false } } }));",
    good: "app.use(auth({ baseURL: 'https://app.example.test', session: { cookie: { secure: true } } }));",
  },
  "express-session/cookie": {
    bad: "import session from 'express-session';\napp.use(session({ secret, resave: false, saveUninitialized: false, cookie: { httpOnly: true } }));",
    good: "import session from 'express-session';\napp.set('trust proxy', 1);\napp.use(session({ secret, resave: false, saveUninitialized: false, cookie: { httpOnly: true, secure: true } }));",
  },
  "express/raw-set-cookie": {
    bad: "res.append('Set-Cookie', 'theme=dark; Path=/; HttpOnly');",
    good: "res.append('Set-Cookie', 'theme=dark; Path=/; HttpOnly; Secure');",
  },
  "express/res-clear-cookie": {
    bad: "res.clearCookie('__Host-sid', { path: '/' });",
    good: "res.clearCookie('__Host-sid', { path: '/', secure: true });",
  },
  "express/res-cookie": {
    bad: "app.get('/login', (req, res) => {\n  res.cookie('sid', token, { httpOnly: true, sameSite: 'lax' });\n  res.end();\n});",
    good: "app.get('/login', (req, res) => {\n  res.cookie('sid', token, { httpOnly: true, sameSite: 'lax', secure: true });\n  res.end();\n});",
  },
  "express/trust-proxy": {
    bad: "const app = express();\napp.use(session({ secret, cookie: { secure: true } }));",
    good: "const app = express();\napp.set('trust proxy', 1);\napp.use(session({ secret, cookie: { secure: true } }));",
  },
  "falcon/resp-options": {
    bad: "app = falcon.App()\napp.resp_options.secure_cookies_by_default = False",
    good: "app = falcon.App()",
  },
  "falcon/set-cookie": {
    bad: "class Login:\n    def on_post(self, req, resp):\n        resp.set_cookie(\"sid\", sid, secure=False)",
    good: "class Login:\n    def on_post(self, req, resp):\n        resp.set_cookie(\"sid\", sid)",
  },
  "fastapi-csrf-protect/cookie-secure": {
    bad: "class CsrfSettings(BaseModel):\n    secret_key: str = \"x\"\n    cookie_samesite: str = \"lax\"",
    good: "class CsrfSettings(BaseModel):\n    secret_key: str = \"x\"\n    cookie_samesite: str = \"lax\"\n    cookie_secure: bool = True",
  },
  "fastapi-jwt-auth/cookie-secure": {
    bad: "class Settings(BaseModel):\n    authjwt_secret_key: str = \"x\"\n    authjwt_token_location: set = {\"cookies\"}\n    authjwt_cookie_secure: bool = False",
    good: "class Settings(BaseModel):\n    authjwt_secret_key: str = \"x\"\n    authjwt_token_location: set = {\"cookies\"}\n    authjwt_cookie_secure: bool = True",
  },
  "fastapi-users/cookie-transport": {
    bad: "cookie_transport = CookieTransport(cookie_max_age=3600, cookie_secure=False)",
    good: "cookie_transport = CookieTransport(cookie_max_age=3600)",
  },
  "fasthttp/cookie": {
    bad: "c := fasthttp.AcquireCookie()\nc.SetKey(\"sid\")\nc.SetValue(id)\nctx.Response.Header.SetCookie(c)",
    good: "c := fasthttp.AcquireCookie()\nc.SetKey(\"sid\")\nc.SetValue(id)\nc.SetSecure(true)\nctx.Response.Header.SetCookie(c)",
  },
  "fastify/cookie-parse-options": {
    bad: "import cookie from '@fastify/cookie';\nfastify.register(cookie, { secret });",
    good: "import cookie from '@fastify/cookie';\nfastify.register(cookie, { secret, parseOptions: { secure: true } });",
  },
  "fastify/csrf-protection": {
    bad: "import csrf from '@fastify/csrf-protection';\nfastify.register(csrf);",
    good: "import csrf from '@fastify/csrf-protection';\nfastify.register(csrf, { cookieOpts: { path: '/', sameSite: true, httpOnly: true, secure: true } });",
  },
  "fastify/secure-session": {
    bad: "import secureSession from '@fastify/secure-session';\nfastify.register(secureSession, { key, cookie: { path: '/' } });",
    good: "import secureSession from '@fastify/secure-session';\nfastify.register(secureSession, { key, cookie: { path: '/', secure: true } });",
  },
  "fastify/session": {
    bad: "import session from '@fastify/session';\nfastify.register(session, { secret, cookie: { secure: process.env.NODE_ENV === 'production' } });",
    good: "import session from '@fastify/session';\nfastify.register(session, { secret, cookie: { secure: true } });",
  },
  "fastify/set-cookie": {
    bad: "fastify.get('/', (request, reply) => {\n  reply.setCookie('sid', token, { path: '/', httpOnly: true }).send('ok');\n});",
    good: "fastify.get('/', (request, reply) => {\n  reply.setCookie('sid', token, { path: '/', httpOnly: true, secure: true }).send('ok');\n});",
  },
  "fastify/trust-proxy": {
    bad: "const app = Fastify();\napp.register(session, { secret });",
    good: "const app = Fastify({ trustProxy: true });\napp.register(session, { secret });",
  },
  "fetch/headers-append": {
    bad: "const headers = new Headers();\nheaders.append('Set-Cookie', 'sid=1; Path=/; HttpOnly');",
    good: "const headers = new Headers();\nheaders.append('Set-Cookie', 'sid=1; Path=/; HttpOnly; Secure');",
  },
  "fetch/response-init": {
    bad: "return new Response('ok', { headers: { 'Set-Cookie': 'sid=1; Path=/' } });",
    good: "return new Response('ok', { headers: { 'Set-Cookie': 'sid=1; Path=/; Secure' } });",
  },
  "fiber/ctx-cookie": {
    bad: "c.Cookie(&fiber.Cookie{Name: \"sid\", Value: id, HTTPOnly: true})",
    good: "c.Cookie(&fiber.Cookie{Name: \"sid\", Value: id, HTTPOnly: true, Secure: true})",
  },
  "fiber/middleware-csrf": {
    bad: "app.Use(csrf.New(csrf.Config{CookieHTTPOnly: true}))",
    good: "app.Use(csrf.New(csrf.Config{CookieHTTPOnly: true, CookieSecure: true}))",
  },
  "fiber/middleware-session": {
    bad: "store := session.New()",
    good: "store := session.New(session.Config{CookieSecure: true})",
  },
  "fig-cookies/set-cookie": {
    bad: "<?php\n$response = FigResponseCookies::set($response, SetCookie::create('sid')->withValue($sid)->withHttpOnly(true));",
    good: "<?php\n$response = FigResponseCookies::set($response, SetCookie::create('sid')->withValue($sid)->withHttpOnly(true)->withSecure(true));",
  },
  "firebase/hosting-headers": {
    bad: "{ \"hosting\": { \"headers\": [{ \"source\": \"**\", \"headers\": [{ \"key\": \"Set-Cookie\", \"value\": \"ab=b\" }] }] } }",
    good: "{ \"hosting\": { \"headers\": [{ \"source\": \"**\", \"headers\": [{ \"key\": \"Set-Cookie\", \"value\": \"ab=b; Secure\" }] }] } }",
  },
  "flask-jwt-extended/cookie-secure": {
    bad: "app.config[\"JWT_TOKEN_LOCATION\"] = [\"cookies\"]\njwt = JWTManager(app)",
    good: "app.config[\"JWT_TOKEN_LOCATION\"] = [\"cookies\"]\napp.config[\"JWT_COOKIE_SECURE\"] = True\njwt = JWTManager(app)",
  },
  "flask-login/remember-cookie": {
    bad: "app.config[\"SESSION_COOKIE_SECURE\"] = True\nlogin_manager = LoginManager(app)\nlogin_user(user, remember=True)",
    good: "app.config[\"SESSION_COOKIE_SECURE\"] = True\napp.config[\"REMEMBER_COOKIE_SECURE\"] = True\nlogin_manager = LoginManager(app)\nlogin_user(user, remember=True)",
  },
  "flask-security/cookies": {
    bad: "SECURITY_CSRF_COOKIE_NAME = \"XSRF-TOKEN\"\nSECURITY_CSRF_COOKIE = {\"samesite\": \"Strict\", \"httponly\": False}",
    good: "SECURITY_CSRF_COOKIE_NAME = \"XSRF-TOKEN\"\nSECURITY_CSRF_COOKIE = {\"samesite\": \"Strict\", \"httponly\": False, \"secure\": True}",
  },
  "flask/config-class-inheritance": {
    bad: "class Config:\n    SECRET_KEY = os.environ[\"SECRET_KEY\"]\n\nclass ProductionConfig(Config):\n    SESSION_COOKIE_SECURE = True\n\nclass StagingConfig(Config):\n    pass",
    good: "class Config:\n    SECRET_KEY = os.environ[\"SECRET_KEY\"]\n    SESSION_COOKIE_SECURE = True\n\nclass ProductionConfig(Config):\n    pass\n\nclass StagingConfig(Config):\n    pass",
  },
  "flask/config-session": {
    bad: "app = Flask(__name__)\napp.config.update(\n    SECRET_KEY=\"dev\",\n    SESSION_COOKIE_HTTPONLY=True,\n)",
    good: "app = Flask(__name__)\napp.config.update(\n    SECRET_KEY=\"dev\",\n    SESSION_COOKIE_HTTPONLY=True,\n    SESSION_COOKIE_SECURE=True,\n)",
  },
  "flask/set-cookie": {
    bad: "@app.route(\"/\")\ndef index():\n    resp = make_response(\"hi\")\n    resp.set_cookie(\"lang\", \"en\", max_age=3600)\n    return resp",
    good: "@app.route(\"/\")\ndef index():\n    resp = make_response(\"hi\")\n    resp.set_cookie(\"lang\", \"en\", max_age=3600, secure=True)\n    return resp",
  },
  "flask/talisman": {
    bad: "app = Flask(__name__)\nTalisman(app, session_cookie_secure=not app.debug)",
    good: "app = Flask(__name__)\nTalisman(app)\napp.config[\"SESSION_COOKIE_SECURE\"] = True",
  },
  "frameworks/raw-set-cookie-header": {
    bad: "reply.header('Set-Cookie', 'sid=1; Path=/');",
    good: "reply.header('Set-Cookie', 'sid=1; Path=/; Secure');",
  },
  "gateway-api/session-persistence": {
    bad: "sessionPersistence: { sessionName: route, type: Cookie }",
    good: "sessionPersistence: { sessionName: route, type: Header }",
  },
  "gin-contrib-sessions/options": {
    bad: "store := cookie.NewStore([]byte(\"secret\"))\nstore.Options(sessions.Options{Path: \"/\", MaxAge: 3600, HttpOnly: true})",
    good: "store := cookie.NewStore([]byte(\"secret\"))\nstore.Options(sessions.Options{Path: \"/\", MaxAge: 3600, HttpOnly: true, Secure: true})",
  },
  "gin/set-cookie": {
    bad: "c.SetCookie(\"session\", id, 3600, \"/\", \"\", false, true)",
    good: "c.SetCookie(\"session\", id, 3600, \"/\", \"\", true, true)",
  },
  "go-net-http/cookie": {
    bad: "http.SetCookie(w, &http.Cookie{\n    Name:     \"session\",\n    Value:    id,\n    HttpOnly: true,\n})",
    good: "http.SetCookie(w, &http.Cookie{\n    Name:     \"session\",\n    Value:    id,\n    HttpOnly: true,\n    Secure:   true,\n})",
  },
  "go-net-http/raw-set-cookie-header": {
    bad: "w.Header().Add(\"Set-Cookie\", \"sid=\"+id+\"; Path=/; HttpOnly\")",
    good: "w.Header().Add(\"Set-Cookie\", \"sid=\"+id+\"; Path=/; HttpOnly; Secure\")",
  },
  "gorilla-csrf/protect": {
    bad: "mw := csrf.Protect(key, csrf.Secure(false))",
    good: "mw := csrf.Protect(key)",
  },
  "gorilla-securecookie/encode": {
    bad: "encoded, _ := sc.Encode(\"session\", values)\nhttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: encoded})",
    good: "encoded, _ := sc.Encode(\"session\", values)\nhttp.SetCookie(w, &http.Cookie{Name: \"session\", Value: encoded, Secure: true})",
  },
  "gorilla-sessions/cookie-store": {
    bad: "store := sessions.NewCookieStore(key)\nstore.Options = &sessions.Options{Path: \"/\", MaxAge: 3600, HttpOnly: true}",
    good: "store := sessions.NewCookieStore(key)\nstore.Options = &sessions.Options{Path: \"/\", MaxAge: 3600, HttpOnly: true, Secure: true}",
  },
  "goth/gothic": {
    bad: "store := sessions.NewCookieStore([]byte(key))\nstore.Options.Secure = isProd\ngothic.Store = store",
    good: "store := sessions.NewCookieStore([]byte(key))\nstore.Options.Secure = true\ngothic.Store = store",
  },
  "gradio/launch-auth": {
    bad: "demo.launch(auth=(\"u\", \"p\"))",
    good: "# put authentication in front of the app (reverse proxy, mount under FastAPI with own session)\ndemo.launch()",
  },
  "grails/spring-security-remember-me": {
    bad: "grails.plugin.springsecurity.rememberMe.useSecureCookie = false",
    good: "grails.plugin.springsecurity.rememberMe.useSecureCookie = true",
  },
  "grape/cookies": {
    bad: "class API < Grape::API\n  get :login do\n    cookies[:sid] = { value: token, path: \"/\" }\n  end\nend",
    good: "class API < Grape::API\n  get :login do\n    cookies[:sid] = { value: token, path: \"/\", secure: true }\n  end\nend",
  },
  "gtag/cookie-flags": {
    bad: "gtag('config', 'G-12345', { send_page_view: false });",
    good: "gtag('config', 'G-12345', { send_page_view: false, cookie_flags: 'samesite=lax;secure' });",
  },
  "h3/set-cookie": {
    bad: "import { defineEventHandler, setCookie } from 'h3';\nexport default defineEventHandler((event) => {\n  setCookie(event, 'sid', 'x', { httpOnly: true });\n});",
    good: "import { defineEventHandler, setCookie } from 'h3';\nexport default defineEventHandler((event) => {\n  setCookie(event, 'sid', 'x', { httpOnly: true, secure: true });\n});",
  },
  "h3/use-session": {
    bad: "const session = await useSession(event, { password, cookie: { secure: process.env.NODE_ENV === 'production' } });",
    good: "const session = await useSession(event, { password, cookie: { secure: true } });",
  },
  "hanami/actions-cookies": {
    bad: "def handle(request, response)\n  response.cookies[\"seen\"] = \"1\"\nend",
    good: "def handle(request, response)\n  response.cookies[\"seen\"] = { value: \"1\", secure: true }\nend",
  },
  "hanami/actions-sessions": {
    bad: "class App < Hanami::App\n  config.actions.sessions = :cookie, { key: \"app.session\", secret: settings.session_secret }\nend",
    good: "class App < Hanami::App\n  config.actions.sessions = :cookie, { key: \"app.session\", secret: settings.session_secret, secure: true }\nend",
  },
  "hapi/cookie-auth": {
    bad: "server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password, isSecure: false } });",
    good: "server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password, isSecure: true } });",
  },
  "hapi/h-state": {
    bad: "server.route({ method: 'GET', path: '/', handler: (request, h) => h.response('ok').state('sid', token, { isSecure: false }) });",
    good: "server.route({ method: 'GET', path: '/', handler: (request, h) => h.response('ok').state('sid', token, { isSecure: true }) });",
  },
  "hapi/server-state": {
    bad: "server.state('data', { ttl: null, isSecure: false, isHttpOnly: true });",
    good: "server.state('data', { ttl: null, isSecure: true, isHttpOnly: true });",
  },
  "hapi/server-state-defaults": {
    bad: "const server = Hapi.server({ port: 3000, state: { isSecure: false } });",
    good: "const server = Hapi.server({ port: 3000, state: { isSecure: true } });",
  },
  "hapi/yar": {
    bad: "await server.register({ plugin: require('@hapi/yar'), options: { cookieOptions: { password, isSecure: false } } });",
    good: "await server.register({ plugin: require('@hapi/yar'), options: { cookieOptions: { password, isSecure: true } } });",
  },
  "haproxy/add-header-set-cookie": {
    bad: "http-response add-header Set-Cookie \"ab=1; Path=/\"",
    good: "http-response add-header Set-Cookie \"ab=1; Path=/; Secure\"",
  },
  "haproxy/cookie-insert": {
    bad: "cookie SRV insert indirect nocache",
    good: "cookie SRV insert indirect nocache secure",
  },
  "haproxy/replace-header-set-cookie": {
    bad: "http-response replace-header Set-Cookie (.*) \"\\1; HttpOnly\"",
    good: "http-response replace-header Set-Cookie (.*) \"\\1; HttpOnly; Secure\"",
  },
  "header-file/firebase-json": {
    bad: "{ \"key\": \"Set-Cookie\", \"value\": \"__session=1; Path=/\" }",
    good: "{ \"key\": \"Set-Cookie\", \"value\": \"__session=1; Path=/; Secure\" }",
  },
  "header-file/netlify-headers": {
    bad: "/*\n  Set-Cookie: ab=1; Path=/",
    good: "/*\n  Set-Cookie: ab=1; Path=/; Secure",
  },
  "header-file/staticwebapp-config": {
    bad: "{ \"globalHeaders\": { \"Set-Cookie\": \"ab=1; Path=/\" } }",
    good: "{ \"globalHeaders\": { \"Set-Cookie\": \"ab=1; Path=/; Secure\" } }",
  },
  "header-file/vercel-json": {
    bad: "{ \"key\": \"Set-Cookie\", \"value\": \"ab=1; Path=/\" }",
    good: "{ \"key\": \"Set-Cookie\", \"value\": \"ab=1; Path=/; Secure\" }",
  },
  "heap/secure-cookie": {
    bad: "heap.load('123');",
    good: "heap.load('123', { secureCookie: true });",
  },
  "hertz/set-cookie": {
    bad: "ctx.SetCookie(\"sid\", id, 3600, \"/\", \"\", protocol.CookieSameSiteLaxMode, false, true)",
    good: "ctx.SetCookie(\"sid\", id, 3600, \"/\", \"\", protocol.CookieSameSiteLaxMode, true, true)",
  },
  "hono/generate-cookie": {
    bad: "import { generateCookie } from 'hono/cookie';\nc.header('Set-Cookie', generateCookie('a', '1'));",
    good: "import { generateCookie } from 'hono/cookie';\nc.header('Set-Cookie', generateCookie('a', '1', { secure: true }));",
  },
  "hono/set-cookie": {
    bad: "import { setCookie } from 'hono/cookie';\napp.get('/', (c) => { setCookie(c, 'sid', 'x', { httpOnly: true }); return c.text('ok'); });",
    good: "import { setCookie } from 'hono/cookie';\napp.get('/', (c) => { setCookie(c, 'sid', 'x', { httpOnly: true, secure: true }); return c.text('ok'); });",
  },
  "hono/set-signed-cookie": {
    bad: "import { setSignedCookie } from 'hono/cookie';\nawait setSignedCookie(c, 'sid', 'x', secret, { httpOnly: true });",
    good: "import { setSignedCookie } from 'hono/cookie';\nawait setSignedCookie(c, 'sid', 'x', secret, { httpOnly: true, secure: true });",
  },
  "http-proxy/strip-secure": {
    bad: "proxy.on('proxyRes', (proxyRes) => {\n  proxyRes.headers['set-cookie'] = proxyRes.headers['set-cookie']?.map((c) => c.replace(/; ?Secure/gi, ''));\n});",
    good: "proxy.on('proxyRes', (proxyRes) => {\n  proxyRes.headers['x-proxied'] = '1';\n});",
  },
  "http4k/cookie": {
    bad: "Response(OK).cookie(Cookie(\"sid\", id, httpOnly = true))",
    good: "Response(OK).cookie(Cookie(\"sid\", id, httpOnly = true, secure = true))",
  },
  "http4s/response-cookie": {
    bad: "Ok(\"x\").map(_.addCookie(ResponseCookie(\"sid\", id, httpOnly = true)))",
    good: "Ok(\"x\").map(_.addCookie(ResponseCookie(\"sid\", id, httpOnly = true, secure = true)))",
  },
  "i18next-browser-languagedetector/cookie-options": {
    bad: "i18n.use(LanguageDetector).init({ detection: { caches: ['cookie'] } });",
    good: "i18n.use(LanguageDetector).init({ detection: { caches: ['cookie'], cookieOptions: { path: '/', sameSite: 'strict', secure: true } } });",
  },
  "i18next-http-middleware/cookie-secure": {
    bad: "i18next.use(middleware.LanguageDetector).init({ detection: { caches: ['cookie'] } });",
    good: "i18next.use(middleware.LanguageDetector).init({ detection: { caches: ['cookie'], cookieSecure: true } });",
  },
  "identityserver/user-session-cookie": {
    bad: "services.AddIdentityServer();",
    good: "services.AddIdentityServer();\nservices.Configure<CookiePolicyOptions>(o => o.Secure = CookieSecurePolicy.Always);",
  },
  "iis/custom-headers-set-cookie": {
    bad: "<add name=\"Set-Cookie\" value=\"region=eu; path=/\" />",
    good: "<add name=\"Set-Cookie\" value=\"region=eu; path=/; Secure\" />",
  },
  "iis/outbound-rewrite-set-cookie": {
    bad: "<rule name=\"Add HttpOnly\"><match serverVariable=\"RESPONSE_Set_Cookie\" pattern=\".*\" /><action type=\"Rewrite\" value=\"{R:0}; HttpOnly\" /></rule>",
    good: "<rule name=\"Add HttpOnly\"><match serverVariable=\"RESPONSE_Set_Cookie\" pattern=\".*\" /><action type=\"Rewrite\" value=\"{R:0}; HttpOnly; Secure\" /></rule>",
  },
  "ingress-nginx/configuration-snippet-cookies": {
    bad: "nginx.ingress.kubernetes.io/configuration-snippet: |\n  add_header Set-Cookie \"lang=en; Path=/\";",
    good: "nginx.ingress.kubernetes.io/configuration-snippet: |\n  proxy_cookie_flags ~ secure;\n  add_header Set-Cookie \"lang=en; Path=/; Secure\";",
  },
  "ingress-nginx/session-cookie": {
    bad: "metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/affinity: \"cookie\"\n    nginx.ingress.kubernetes.io/session-cookie-name: \"route\"",
    good: "metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/affinity: \"cookie\"\n    nginx.ingress.kubernetes.io/session-cookie-name: \"route\"\n    nginx.ingress.kubernetes.io/session-cookie-secure: \"true\"",
  },
  "iris/sessions": {
    bad: "sess := sessions.New(sessions.Config{Cookie: \"sid\"})",
    good: "sess := sessions.New(sessions.Config{Cookie: \"sid\", CookieSecureTLS: true})",
  },
  "iron-session/cookie-options": {
    bad: "import { getIronSession } from 'iron-session';\nconst sessionOptions = { password, cookieName: 'app', cookieOptions: { secure: process.env.NODE_ENV === 'production' } };\nconst session = await getIronSession(req, res, sessionOptions);",
    good: "import { getIronSession } from 'iron-session';\nconst sessionOptions = { password, cookieName: 'app', cookieOptions: { secure: true } };\nconst session = await getIronSession(req, res, sessionOptions);",
  },
  "istio/consistent-hash-http-cookie": {
    bad: "consistentHash:\n  httpCookie: { name: user, ttl: 0s }",
    good: "consistentHash:\n  httpHeaderName: x-user",
  },
  "jakarta-security/remember-me": {
    bad: "@RememberMe(cookieMaxAgeSeconds = 3600, cookieSecureOnly = false)",
    good: "@RememberMe(cookieMaxAgeSeconds = 3600)",
  },
  "javalin/cookie": {
    bad: "ctx.cookie(\"sid\", id)",
    good: "ctx.cookie(Cookie(\"sid\", id, secure = true, isHttpOnly = true))",
  },
  "jaxrs/new-cookie-builder": {
    bad: "new NewCookie.Builder(\"sid\").value(id).path(\"/\").httpOnly(true).build()",
    good: "new NewCookie.Builder(\"sid\").value(id).path(\"/\").httpOnly(true).secure(true).build()",
  },
  "jaxrs/new-cookie-constructor": {
    bad: "return Response.ok().cookie(new NewCookie(\"sid\", id, \"/\", null, null, 3600, false, true)).build();",
    good: "return Response.ok().cookie(new NewCookie(\"sid\", id, \"/\", null, null, 3600, true, true)).build();",
  },
  "jetty/forwarded-request-customizer": {
    bad: "HttpConfiguration cfg = new HttpConfiguration();",
    good: "HttpConfiguration cfg = new HttpConfiguration();\ncfg.addCustomizer(new ForwardedRequestCustomizer());",
  },
  "jetty/session-handler": {
    bad: "environment.servlets().setSessionHandler(new SessionHandler());",
    good: "SessionHandler sessions = new SessionHandler();\nsessions.getSessionCookieConfig().setSecure(true);\nenvironment.servlets().setSessionHandler(sessions);",
  },
  "joomla/force-ssl": {
    bad: "<?php\nclass JConfig {\n    public $force_ssl = 0;\n}",
    good: "<?php\nclass JConfig {\n    public $force_ssl = 2;\n}",
  },
  "jquery-cookie/set": {
    bad: "$.cookie('theme', 'dark', { expires: 7 });",
    good: "$.cookie('theme', 'dark', { expires: 7, secure: true });",
  },
  "js-cookie/set": {
    bad: "import Cookies from 'js-cookie';\nCookies.set('token', jwt, { expires: 7 });",
    good: "import Cookies from 'js-cookie';\nCookies.set('token', jwt, { expires: 7, secure: true });",
  },
  "js-cookie/with-attributes": {
    bad: "import Cookies from 'js-cookie';\nexport const api = Cookies.withAttributes({ path: '/' });",
    good: "import Cookies from 'js-cookie';\nexport const api = Cookies.withAttributes({ path: '/', secure: true });",
  },
  "jupyter/cookie-options": {
    bad: "c = get_config()\nc.ServerApp.cookie_options = {\"SameSite\": \"Lax\"}",
    good: "c = get_config()\nc.ServerApp.cookie_options = {\"SameSite\": \"Lax\", \"secure\": True}",
  },
  "jvm/app-own-cookie-property": {
    bad: "app:\n  cookie:\n    secure: ${COOKIE_SECURE:false}",
    good: "app:\n  cookie:\n    secure: ${COOKIE_SECURE:true}",
  },
  "keystone/stateless-sessions": {
    bad: "import { statelessSessions } from '@keystone-6/core/session';\nexport const session = statelessSessions({ secret });",
    good: "import { statelessSessions } from '@keystone-6/core/session';\nexport const session = statelessSessions({ secret, secure: true });",
  },
  "koa-generic-session/options": {
    bad: "import session from 'koa-generic-session';\napp.use(session({ store, cookie: { httpOnly: true } }));",
    good: "import session from 'koa-generic-session';\napp.proxy = true;\napp.use(session({ store, cookie: { httpOnly: true, secure: true } }));",
  },
  "koa-session/options": {
    bad: "import session from 'koa-session';\napp.use(session({ key: 'sid', maxAge: 86400000 }, app));",
    good: "import session from 'koa-session';\napp.proxy = true;\napp.use(session({ key: 'sid', maxAge: 86400000, secure: true }, app));",
  },
  "koa/app-proxy": {
    bad: "const app = new Koa();\napp.use((ctx) => ctx.cookies.set('a', '1', { secure: true }));",
    good: "const app = new Koa({ proxy: true });\napp.use((ctx) => ctx.cookies.set('a', '1', { secure: true }));",
  },
  "koa/ctx-cookies-set": {
    bad: "app.use(async (ctx) => {\n  ctx.cookies.set('sid', token, { httpOnly: true });\n});",
    good: "app.proxy = true;\napp.use(async (ctx) => {\n  ctx.cookies.set('sid', token, { httpOnly: true, secure: true });\n});",
  },
  "ktor/auth-oidc-sessions": {
    bad: "cookie { secure = false }",
    good: "cookie { }",
  },
  "ktor/raw-header": {
    bad: "call.response.header(HttpHeaders.SetCookie, \"sid=$id; Path=/; HttpOnly\")",
    good: "call.response.header(HttpHeaders.SetCookie, \"sid=$id; Path=/; HttpOnly; Secure\")",
  },
  "ktor/response-cookies-append": {
    bad: "call.response.cookies.append(\"sid\", id, httpOnly = true)",
    good: "call.response.cookies.append(\"sid\", id, httpOnly = true, secure = true)",
  },
  "ktor/sessions-cookie": {
    bad: "install(Sessions) {\n    cookie<UserSession>(\"user_session\") {\n        cookie.httpOnly = true\n    }\n}",
    good: "install(Sessions) {\n    cookie<UserSession>(\"user_session\") {\n        cookie.httpOnly = true\n        cookie.secure = true\n    }\n}",
  },
  "laminas/session-config": {
    bad: "<?php\nreturn ['session_config' => ['cookie_httponly' => true]];",
    good: "<?php\nreturn ['session_config' => ['cookie_httponly' => true, 'cookie_secure' => true]];",
  },
  "laminas/set-cookie": {
    bad: "<?php\n$headers->addHeader(new SetCookie('sid', $sid, null, '/'));",
    good: "<?php\n$headers->addHeader(new SetCookie('sid', $sid, null, '/', null, true));",
  },
  "laravel/config-session-secure": {
    bad: "<?php\nreturn [\n    'driver' => env('SESSION_DRIVER', 'database'),\n    'secure' => env('SESSION_SECURE_COOKIE'),\n    'http_only' => true,\n];",
    good: "<?php\nreturn [\n    'driver' => env('SESSION_DRIVER', 'database'),\n    'secure' => true,\n    'http_only' => true,\n];",
  },
  "laravel/cookie-helper": {
    bad: "<?php\nCookie::queue('theme', 'dark', 60, null, null, false);",
    good: "<?php\nCookie::queue('theme', 'dark', 60, null, null, true);",
  },
  "laravel/env-session-secure-cookie": {
    bad: "# .env.example\nSESSION_DRIVER=database\nSESSION_SECURE_COOKIE=false",
    good: "# .env.example\nSESSION_DRIVER=database\nSESSION_SECURE_COOKIE=true",
  },
  "laravel/response-cookie": {
    bad: "<?php\nreturn response('ok')->cookie('beta', 'false', 60 * 24 * 365, '/', null, false);",
    good: "<?php\nreturn response('ok')->cookie('beta', 'false', 60 * 24 * 365, '/', null, true);",
  },
  "laravel/sanctum-passport-xsrf": {
    bad: "<?php\n// config/session.php\nreturn ['secure' => false];",
    good: "<?php\n// config/session.php\nreturn ['secure' => true];",
  },
  "laravel/trusted-proxies": {
    bad: "<?php\n// behind a load balancer, session.secure = null and no trusted proxy: cookies are NOT Secure\n->withMiddleware(function (Middleware $middleware) {})",
    good: "<?php\n->withMiddleware(function (Middleware $middleware) {\n    $middleware->trustProxies(at: '*');\n})",
  },
  "liberty/http-session-cookie-secure": {
    bad: "<httpSession cookieHttpOnly=\"true\"/>",
    good: "<httpSession cookieHttpOnly=\"true\" cookieSecure=\"true\"/>",
  },
  "lift/http-cookie": {
    bad: "S.addCookie(HTTPCookie(\"sid\", id))",
    good: "S.addCookie(HTTPCookie(\"sid\", id).setSecure_?(true))",
  },
  "lighttpd/add-response-header": {
    bad: "setenv.add-response-header = ( \"Set-Cookie\" => \"ab=1; Path=/\" )",
    good: "setenv.add-response-header = ( \"Set-Cookie\" => \"ab=1; Path=/; Secure\" )",
  },
  "litestar/session-csrf-jwt-config": {
    bad: "session_config = CookieBackendConfig(secret=urandom(16))\ncsrf_config = CSRFConfig(secret=\"x\")",
    good: "session_config = CookieBackendConfig(secret=urandom(16), secure=True)\ncsrf_config = CSRFConfig(secret=\"x\", cookie_secure=True)",
  },
  "litestar/set-cookie": {
    bad: "@get(\"/\", response_cookies=[Cookie(key=\"seen\", value=\"1\")])\nasync def index() -> str:\n    return \"x\"",
    good: "@get(\"/\", response_cookies=[Cookie(key=\"seen\", value=\"1\", secure=True)])\nasync def index() -> str:\n    return \"x\"",
  },
  "lucia/session-cookie": {
    bad: "new Lucia(adapter, { sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } } });",
    good: "new Lucia(adapter, { sessionCookie: { attributes: { secure: true } } });",
  },
  "lusca/csrf-cookie": {
    bad: "app.use(require('lusca').csrf({ angular: true }));",
    good: "app.use(require('lusca').csrf({ angular: true, cookie: { options: { secure: true } } }));",
  },
  "macaron-session/options": {
    bad: "m.Use(session.Sessioner(session.Options{CookieName: \"sid\"}))",
    good: "m.Use(session.Sessioner(session.Options{CookieName: \"sid\", Secure: true}))",
  },
  "magento/cookie-metadata": {
    bad: "<?php\n$meta = $this->cookieMetadataFactory->createPublicCookieMetadata()->setDuration(3600)->setPath('/');\n$this->cookieManager->setPublicCookie('lang', 'en', $meta);",
    good: "<?php\n$meta = $this->cookieMetadataFactory->createPublicCookieMetadata()->setDuration(3600)->setPath('/')->setSecure(true);\n$this->cookieManager->setPublicCookie('lang', 'en', $meta);",
  },
  "magento/session-cookie": {
    bad: "<?php\n'web' => ['unsecure' => ['base_url' => 'http://shop.example/'], 'secure' => ['base_url' => 'https://shop.example/']],",
    good: "<?php\n'web' => ['unsecure' => ['base_url' => 'https://shop.example/'], 'secure' => ['base_url' => 'https://shop.example/']],",
  },
  "matomo/set-secure-cookie": {
    bad: "var _paq = window._paq = window._paq || [];\n_paq.push(['trackPageView']);",
    good: "var _paq = window._paq = window._paq || [];\n_paq.push(['setSecureCookie', true]);\n_paq.push(['trackPageView']);",
  },
  "medusa/cookie-options": {
    bad: "module.exports = defineConfig({ projectConfig: { cookieOptions: { sameSite: 'lax', secure: false } } });",
    good: "module.exports = defineConfig({ projectConfig: { cookieOptions: { sameSite: 'lax', secure: true } } });",
  },
  "micronaut/cookie-of": {
    bad: "return HttpResponse.ok().cookie(Cookie.of(\"sid\", id).httpOnly(true));",
    good: "return HttpResponse.ok().cookie(Cookie.of(\"sid\", id).httpOnly(true).secure(true));",
  },
  "micronaut/http-session": {
    bad: "micronaut:\n  session:\n    http:\n      cookie-secure: false",
    good: "micronaut:\n  session:\n    http:\n      cookie-secure: true",
  },
  "micronaut/security-token-cookie": {
    bad: "micronaut.security.token.cookie.cookie-secure: false",
    good: "micronaut.security.token.cookie.cookie-secure: true",
  },
  "mixpanel/secure-cookie": {
    bad: "mixpanel.init('TOKEN', { debug: false });",
    good: "mixpanel.init('TOKEN', { debug: false, secure_cookie: true });",
  },
  "msal/secure-cookies": {
    bad: "new PublicClientApplication({ auth: { clientId: 'c' }, cache: { storeAuthStateInCookie: true, secureCookies: false } });",
    good: "new PublicClientApplication({ auth: { clientId: 'c' }, cache: { storeAuthStateInCookie: true, secureCookies: true } });",
  },
  "n8n/env-secure-cookie": {
    bad: "environment:\n  - N8N_SECURE_COOKIE=false",
    good: "environment:\n  - N8N_SECURE_COOKIE=true",
  },
  "nancy/cookie": {
    bad: "response.WithCookie(new NancyCookie(\"sid\", id, true));",
    good: "response.WithCookie(new NancyCookie(\"sid\", id, true, true));",
  },
  "nest/header-decorator": {
    bad: "@Get()\n@Header('Set-Cookie', 'seen=1; Path=/')\nindex() {}",
    good: "@Get()\n@Header('Set-Cookie', 'seen=1; Path=/; Secure')\nindex() {}",
  },
  "nest/response-cookie": {
    bad: "import { Controller, Post, Res } from '@nestjs/common';\nimport type { Response } from 'express';\n@Controller('auth')\nexport class AuthController {\n  @Post('login')\n  login(@Res({ passthrough: true }) res: Response) {\n    res.cookie('jwt', this.sign(), { httpOnly: true });\n  }\n}",
    good: "import { Controller, Post, Res } from '@nestjs/common';\nimport type { Response } from 'express';\n@Controller('auth')\nexport class AuthController {\n  @Post('login')\n  login(@Res({ passthrough: true }) res: Response) {\n    res.cookie('jwt', this.sign(), { httpOnly: true, secure: true });\n  }\n}",
  },
  "netlify/headers-file": {
    bad: "/*\n  Set-Cookie: ab=b; Path=/",
    good: "/*\n  Set-Cookie: ab=b; Path=/; Secure",
  },
  "nette/http-cookie-secure": {
    bad: "http:\n    cookieSecure: false",
    good: "http:\n    cookieSecure: true",
  },
  "netty/default-cookie": {
    bad: "Cookie c = new DefaultCookie(\"sid\", id);\nresponse.headers().add(SET_COOKIE, ServerCookieEncoder.STRICT.encode(c));",
    good: "Cookie c = new DefaultCookie(\"sid\", id);\nc.setSecure(true);\nresponse.headers().add(SET_COOKIE, ServerCookieEncoder.STRICT.encode(c));",
  },
  "next-auth/v4-cookies-override": {
    bad: "NextAuth({\n  cookies: { sessionToken: { name: 'sid', options: { httpOnly: true, sameSite: 'lax', path: '/', domain: '.example.com' } } },\n});",
    good: "NextAuth({\n  cookies: { sessionToken: { name: 'sid', options: { httpOnly: true, sameSite: 'lax', path: '/', domain: '.example.com', secure: true } } },\n});",
  },
  "next-auth/v4-use-secure-cookies": {
    bad: "export const authOptions = {\n  providers: [],\n  useSecureCookies: process.env.NODE_ENV === 'production',\n};\nexport default NextAuth(authOptions);",
    good: "export const authOptions = {\n  providers: [],\n  useSecureCookies: true,\n};\nexport default NextAuth(authOptions);",
  },
  "next-intl/locale-cookie": {
    bad: "import { defineRouting } from 'next-intl/routing';\nexport const routing = defineRouting({ locales: ['en'], defaultLocale: 'en' });",
    good: "import { defineRouting } from 'next-intl/routing';\nexport const routing = defineRouting({ locales: ['en'], defaultLocale: 'en', localeCookie: { secure: true } });",
  },
  "next-session/cookie": {
    bad: "import nextSession from 'next-session';\nexport const getSession = nextSession({ cookie: { httpOnly: true } });",
    good: "import nextSession from 'next-session';\nexport const getSession = nextSession({ cookie: { httpOnly: true, secure: true } });",
  },
  "next/cookies-set": {
    bad: "import { cookies } from 'next/headers';\nexport async function login() {\n  (await cookies()).set('session', token, { httpOnly: true });\n}",
    good: "import { cookies } from 'next/headers';\nexport async function login() {\n  (await cookies()).set('session', token, { httpOnly: true, secure: true });\n}",
  },
  "next/pages-api-set-header": {
    bad: "export default function handler(req, res) {\n  res.setHeader('Set-Cookie', 'token=abc; Path=/; HttpOnly');\n  res.end();\n}",
    good: "export default function handler(req, res) {\n  res.setHeader('Set-Cookie', 'token=abc; Path=/; HttpOnly; Secure');\n  res.end();\n}",
  },
  "next/response-cookies-set": {
    bad: "import { NextResponse } from 'next/server';\nexport function middleware(request) {\n  const res = NextResponse.next();\n  res.cookies.set({ name: 'ab', value: 'b', path: '/' });\n  return res;\n}",
    good: "import { NextResponse } from 'next/server';\nexport function middleware(request) {\n  const res = NextResponse.next();\n  res.cookies.set({ name: 'ab', value: 'b', path: '/', secure: true });\n  return res;\n}",
  },
  "nginx/add-header-set-cookie": {
    bad: "add_header Set-Cookie \"lang=en; Path=/\";",
    good: "add_header Set-Cookie \"lang=en; Path=/; Secure\";",
  },
  "nginx/proxy-cookie-flags": {
    bad: "location / {\n    proxy_pass http://app;\n    proxy_cookie_flags ~ httponly;\n}",
    good: "location / {\n    proxy_pass http://app;\n    proxy_cookie_flags ~ secure httponly;\n}",
  },
  "nginx/proxy-cookie-path-hack": {
    bad: "proxy_cookie_path / \"/; HttpOnly\";",
    good: "proxy_cookie_path ~(.*) \"$1; HttpOnly; Secure\";",
  },
  "nginx/sticky-cookie": {
    bad: "sticky cookie srv_id expires=1h path=/;",
    good: "sticky cookie srv_id expires=1h path=/ secure;",
  },
  "nginx/userid": {
    bad: "userid on;\nuserid_name uid;",
    good: "userid on;\nuserid_name uid;\nuserid_flags secure;",
  },
  "ngx-cookie-service/set": {
    bad: "this.cookieService.set('token', jwt, 7, '/');",
    good: "this.cookieService.set('token', jwt, 7, '/', undefined, true);",
  },
  "node/response-set-header": {
    bad: "res.setHeader('Set-Cookie', ['a=1; HttpOnly', 'b=2; Path=/']);",
    good: "res.setHeader('Set-Cookie', ['a=1; HttpOnly; Secure', 'b=2; Path=/; Secure']);",
  },
  "node/write-head": {
    bad: "res.writeHead(302, { Location: '/', 'Set-Cookie': 'sid=1; HttpOnly' });",
    good: "res.writeHead(302, { Location: '/', 'Set-Cookie': 'sid=1; HttpOnly; Secure' });",
  },
  "nookies/set": {
    bad: "import { setCookie } from 'nookies';\nsetCookie(ctx, 'token', jwt, { path: '/' });",
    good: "import { setCookie } from 'nookies';\nsetCookie(ctx, 'token', jwt, { path: '/', secure: true });",
  },
  "nosurf/base-cookie": {
    bad: "h := nosurf.New(next)\nh.SetBaseCookie(http.Cookie{HttpOnly: true, Path: \"/\"})",
    good: "h := nosurf.New(next)\nh.SetBaseCookie(http.Cookie{HttpOnly: true, Path: \"/\", Secure: true})",
  },
  "nuxt-auth-utils/session": {
    bad: "export default defineNuxtConfig({\n  modules: ['nuxt-auth-utils'],\n  runtimeConfig: { session: { cookie: { secure: false } } },\n});",
    good: "export default defineNuxtConfig({\n  modules: ['nuxt-auth-utils'],\n  runtimeConfig: { session: { cookie: { secure: true } } },\n});",
  },
  "nuxt-i18n/cookie-secure": {
    bad: "export default defineNuxtConfig({\n  i18n: { detectBrowserLanguage: { useCookie: true, cookieKey: 'lang' } },\n});",
    good: "export default defineNuxtConfig({\n  i18n: { detectBrowserLanguage: { useCookie: true, cookieKey: 'lang', cookieSecure: true } },\n});",
  },
  "nuxt/use-cookie": {
    bad: "const token = useCookie('token', { maxAge: 3600 });\ntoken.value = 'x';",
    good: "const token = useCookie('token', { maxAge: 3600, secure: true });\ntoken.value = 'x';",
  },
  "oak/cookies-set": {
    bad: "await ctx.cookies.set('sid', 'x');",
    good: "await ctx.cookies.set('sid', 'x', { secure: true, ignoreInsecure: true });",
  },
  "oidc-provider/cookies": {
    bad: "new Provider(issuer, { cookies: { keys, short: { secure: false } } });",
    good: "new Provider(issuer, { cookies: { keys } });",
  },
  "okta/auth-js-cookies": {
    bad: "new OktaAuth({ issuer: 'https://x.example.test', clientId: 'c', cookies: { secure: false } });",
    good: "new OktaAuth({ issuer: 'https://x.example.test', clientId: 'c', cookies: { secure: true } });",
  },
  "omniauth-doorkeeper-warden/no-own-cookie": {
    bad: "Rails.application.config.middleware.use OmniAuth::Builder do\n  provider :developer\nend",
    good: "Rails.application.config.middleware.use OmniAuth::Builder do\n  provider :developer\nend",
  },
  "owin-katana/cookie-authentication": {
    bad: "app.UseCookieAuthentication(new CookieAuthenticationOptions {\n    AuthenticationType = DefaultAuthenticationTypes.ApplicationCookie,\n    LoginPath = new PathString(\"/Account/Login\")\n});",
    good: "app.UseCookieAuthentication(new CookieAuthenticationOptions {\n    AuthenticationType = DefaultAuthenticationTypes.ApplicationCookie,\n    LoginPath = new PathString(\"/Account/Login\"),\n    CookieSecure = CookieSecureOption.Always\n});",
  },
  "owin-katana/response-cookies-append": {
    bad: "ctx.Response.Cookies.Append(\"sid\", id, new CookieOptions { HttpOnly = true });",
    good: "ctx.Response.Cookies.Append(\"sid\", id, new CookieOptions { HttpOnly = true, Secure = true });",
  },
  "padrino/sessions": {
    bad: "class Blog < Padrino::Application\n  enable :sessions\nend",
    good: "class Blog < Padrino::Application\n  set :sessions, secure: true\nend",
  },
  "payload/auth-cookies": {
    bad: "export const Users = { slug: 'users', auth: true, fields: [] };",
    good: "export const Users = { slug: 'users', auth: { cookies: { secure: true } }, fields: [] };",
  },
  "pgadmin/config": {
    bad: "# config_local.py\nSERVER_MODE = True",
    good: "# config_local.py\nSERVER_MODE = True\nSESSION_COOKIE_SECURE = True",
  },
  "phalcon/cookies": {
    bad: "<?php\n$this->cookies->set('remember-me', $token, time() + 86400);",
    good: "<?php\n$this->cookies->set('remember-me', $token, time() + 86400, '/', true);",
  },
  "php/cookie-look-alikes": {
    bad: "<?php\n$jar = CookieJar::fromArray(['sid' => '1'], 'example.com');",
    good: "<?php\n$jar = CookieJar::fromArray(['sid' => '1'], 'example.com');",
  },
  "php/document-cookie-templates": {
    bad: "<script>document.cookie = \"consent=1; path=/; max-age=31536000\";</script>",
    good: "<script>document.cookie = \"consent=1; path=/; max-age=31536000; secure\";</script>",
  },
  "php/header-set-cookie": {
    bad: "<?php\nheader(\"Set-Cookie: lang=en; Path=/; HttpOnly\");",
    good: "<?php\nheader(\"Set-Cookie: lang=en; Path=/; HttpOnly; Secure\");",
  },
  "php/ini-cookie-secure": {
    bad: "; php.ini\nsession.use_strict_mode = 1\nsession.cookie_httponly = 1\n;session.cookie_secure =",
    good: "; php.ini\nsession.use_strict_mode = 1\nsession.cookie_httponly = 1\nsession.cookie_secure = 1",
  },
  "php/ini-set-cookie-secure": {
    bad: "<?php\nini_set(\"session.cookie_secure\", isset($_SERVER[\"HTTPS\"]) ? 1 : 0);\nsession_start();",
    good: "<?php\nini_set(\"session.cookie_secure\", \"1\");\nsession_start();",
  },
  "php/session-set-cookie-params": {
    bad: "<?php\nsession_set_cookie_params([\"lifetime\" => 0, \"path\" => \"/\", \"httponly\" => true]);\nsession_start();",
    good: "<?php\nsession_set_cookie_params([\"lifetime\" => 0, \"path\" => \"/\", \"httponly\" => true, \"secure\" => true]);\nsession_start();",
  },
  "php/session-start-options": {
    bad: "<?php\nsession_start();",
    good: "<?php\nsession_start([\"cookie_secure\" => true]);",
  },
  "php/setcookie-options": {
    bad: "<?php\nsetcookie(\"sid\", $sid, [\"expires\" => 0, \"path\" => \"/\", \"httponly\" => true, \"samesite\" => \"Lax\"]);",
    good: "<?php\nsetcookie(\"sid\", $sid, [\"expires\" => 0, \"path\" => \"/\", \"httponly\" => true, \"samesite\" => \"Lax\", \"secure\" => true]);",
  },
  "php/setcookie-positional": {
    bad: "<?php\nsetcookie(\"lang\", $lang, time() + 3600, \"/\");",
    good: "<?php\nsetcookie(\"lang\", $lang, time() + 3600, \"/\", \"\", true);",
  },
  "php/setrawcookie": {
    bad: "<?php\nsetrawcookie(\"token\", rawurlencode($t), 0, \"/\");",
    good: "<?php\nsetrawcookie(\"token\", rawurlencode($t), 0, \"/\", \"\", true);",
  },
  "play/cookie-java-builder": {
    bad: "return ok().withCookies(Http.Cookie.builder(\"theme\", v).build());",
    good: "return ok().withCookies(Http.Cookie.builder(\"theme\", v).withSecure(true).build());",
  },
  "play/cookie-scala": {
    bad: "Ok.withCookies(Cookie(\"theme\", v, httpOnly = false))",
    good: "Ok.withCookies(Cookie(\"theme\", v, httpOnly = false, secure = true))",
  },
  "play/filters-csrf-cookie-secure": {
    bad: "play.filters.csrf.cookie.name = \"csrfToken\"\nplay.filters.csrf.cookie.secure = false",
    good: "play.filters.csrf.cookie.name = \"csrfToken\"\nplay.filters.csrf.cookie.secure = true",
  },
  "play/http-flash-secure": {
    bad: "play.http.session.secure = true",
    good: "play.http.session.secure = true\nplay.http.flash.secure = true",
  },
  "play/http-session-secure": {
    bad: "play.http.session {\n  httpOnly = true\n  secure = false\n}",
    good: "play.http.session {\n  httpOnly = true\n  secure = true\n}",
  },
  "play/i18n-lang-cookie-secure": {
    bad: "play.i18n.langCookieSecure = false",
    good: "play.i18n.langCookieSecure = true",
  },
  "poem/cookie": {
    bad: "let mut cookie = Cookie::new_with_str(\"sid\", id);\ncookie.set_secure(false);",
    good: "let cookie = Cookie::new_with_str(\"sid\", id);",
  },
  "poem/session-cookie-config": {
    bad: "ServerSession::new(CookieConfig::default().secure(false), MemoryStorage::new())",
    good: "ServerSession::new(CookieConfig::default().secure(true), MemoryStorage::new())",
  },
  "posthog/secure-cookie": {
    bad: "posthog.init('phc_x', { secure_cookie: false });",
    good: "posthog.init('phc_x', { secure_cookie: true });",
  },
  "psr7-cookies/set-cookie": {
    bad: "<?php\n$cookie = new SetCookie('sid', $sid, time() + 3600, '/');",
    good: "<?php\n$cookie = new SetCookie('sid', $sid, time() + 3600, '/', '', true);",
  },
  "pyramid/authtkt": {
    bad: "helper = AuthTktCookieHelper(\"seekrit\")",
    good: "helper = AuthTktCookieHelper(\"seekrit\", secure=True)",
  },
  "pyramid/csrf-cookie": {
    bad: "config.set_csrf_storage_policy(CookieCSRFStoragePolicy())",
    good: "config.set_csrf_storage_policy(CookieCSRFStoragePolicy(secure=True))",
  },
  "pyramid/session-factory": {
    bad: "factory = SignedCookieSessionFactory(\"seekrit\")\nconfig.set_session_factory(factory)",
    good: "factory = SignedCookieSessionFactory(\"seekrit\", secure=True)\nconfig.set_session_factory(factory)",
  },
  "python/http-cookies-morsel": {
    bad: "from http.cookies import SimpleCookie\n\nc = SimpleCookie()\nc[\"sid\"] = sid\nc[\"sid\"][\"httponly\"] = True\nprint(c)",
    good: "from http.cookies import SimpleCookie\n\nc = SimpleCookie()\nc[\"sid\"] = sid\nc[\"sid\"][\"httponly\"] = True\nc[\"sid\"][\"secure\"] = True\nprint(c)",
  },
  "python/pydantic-settings-field": {
    bad: "class Settings(BaseSettings):\n    cookie_secure: bool = False\n\nresponse.set_cookie(\"sid\", sid, secure=settings.cookie_secure)",
    good: "class Settings(BaseSettings):\n    cookie_secure: bool = False\n\nresponse.set_cookie(\"sid\", sid, secure=True)",
  },
  "python/raw-wsgi-header": {
    bad: "def app(environ, start_response):\n    start_response(\"200 OK\", [(\"Set-Cookie\", \"sid=%s; Path=/; HttpOnly\" % sid)])\n    return [b\"x\"]",
    good: "def app(environ, start_response):\n    start_response(\"200 OK\", [(\"Set-Cookie\", \"sid=%s; Path=/; HttpOnly; Secure\" % sid)])\n    return [b\"x\"]",
  },
  "python/set-cookie-look-alikes": {
    bad: "# not a finding, listed to keep the false-positive rate down\nclient.set_cookie(\"sid\", \"1\")",
    good: "# not a finding\nclient.set_cookie(\"sid\", \"1\")",
  },
  "quarkus/form-auth": {
    bad: "quarkus.http.auth.form.enabled=true",
    good: "quarkus.http.auth.form.enabled=true\nquarkus.http.proxy.proxy-address-forwarding=true",
  },
  "quarkus/oidc-cookie-force-secure": {
    bad: "quarkus.oidc.application-type=web-app",
    good: "quarkus.oidc.application-type=web-app\nquarkus.oidc.authentication.cookie-force-secure=true",
  },
  "quarkus/proxy-address-forwarding": {
    bad: "quarkus.http.port=8080",
    good: "quarkus.http.port=8080\nquarkus.http.proxy.proxy-address-forwarding=true",
  },
  "quarkus/rest-csrf-cookie-force-secure": {
    bad: "quarkus.rest-csrf.cookie-name=csrf",
    good: "quarkus.rest-csrf.cookie-name=csrf\nquarkus.rest-csrf.cookie-force-secure=true",
  },
  "quarkus/same-site-cookie": {
    bad: "quarkus.http.same-site-cookie.sid.value=none\nquarkus.http.same-site-cookie.sid.add-secure-for-none=false",
    good: "quarkus.http.same-site-cookie.sid.value=none",
  },
  "quart/config-session": {
    bad: "app = Quart(__name__)\napp.secret_key = os.environ[\"KEY\"]",
    good: "app = Quart(__name__)\napp.secret_key = os.environ[\"KEY\"]\napp.config[\"SESSION_COOKIE_SECURE\"] = True",
  },
  "rack/session-middleware": {
    bad: "use Rack::Session::Cookie, key: \"app.sess\", secret: ENV[\"SECRET\"]",
    good: "use Rack::Session::Cookie, key: \"app.sess\", secret: ENV[\"SECRET\"], secure: true",
  },
  "rack/set-cookie": {
    bad: "response = Rack::Response.new\nresponse.set_cookie(\"sid\", { value: sid, path: \"/\" })",
    good: "response = Rack::Response.new\nresponse.set_cookie(\"sid\", { value: sid, path: \"/\", secure: true })",
  },
  "rack/ssl-enforcer": {
    bad: "use Rack::SslEnforcer, force_secure_cookies: false",
    good: "use Rack::SslEnforcer",
  },
  "rails/api-session-middleware": {
    bad: "config.middleware.use ActionDispatch::Cookies\nconfig.middleware.use ActionDispatch::Session::CookieStore, key: \"_api\"",
    good: "config.middleware.use ActionDispatch::Cookies\nconfig.middleware.use ActionDispatch::Session::CookieStore, key: \"_api\", secure: true",
  },
  "rails/assume-ssl": {
    bad: "# app behind a proxy that does not send X-Forwarded-Proto\nconfig.force_ssl = true",
    good: "config.assume_ssl = true\nconfig.force_ssl = true",
  },
  "rails/cookies-chains": {
    bad: "def start_new_session_for(user)\n  cookies.signed.permanent[:session_id] = { value: session.id, httponly: true, same_site: :lax }\nend",
    good: "def start_new_session_for(user)\n  cookies.signed.permanent[:session_id] = { value: session.id, httponly: true, same_site: :lax, secure: true }\nend",
  },
  "rails/cookies-hash": {
    bad: "class ThemesController < ApplicationController\n  def update\n    cookies[:theme] = { value: params[:theme], expires: 1.year }\n  end\nend",
    good: "class ThemesController < ApplicationController\n  def update\n    cookies[:theme] = { value: params[:theme], expires: 1.year, secure: true }\n  end\nend",
  },
  "rails/cookies-same-site-look-alike": {
    bad: "config.action_dispatch.cookies_same_site_protection = :none",
    good: "config.action_dispatch.cookies_same_site_protection = :none\nconfig.force_ssl = true",
  },
  "rails/force-ssl": {
    bad: "# config/environments/production.rb\nRails.application.configure do\n  # config.force_ssl = true\nend",
    good: "# config/environments/production.rb\nRails.application.configure do\n  config.force_ssl = true\nend",
  },
  "rails/raw-header": {
    bad: "response.headers[\"Set-Cookie\"] = \"ab=1; path=/; HttpOnly\"",
    good: "response.headers[\"Set-Cookie\"] = \"ab=1; path=/; HttpOnly; Secure\"",
  },
  "rails/response-set-cookie": {
    bad: "response.set_cookie(\"ab\", { value: \"1\", path: \"/\" })",
    good: "response.set_cookie(\"ab\", { value: \"1\", path: \"/\", secure: true })",
  },
  "rails/session-store": {
    bad: "Rails.application.config.session_store :cookie_store, key: \"_shop_session\", secure: Rails.env.production?",
    good: "Rails.application.config.session_store :cookie_store, key: \"_shop_session\", secure: true",
  },
  "rails/ssl-options": {
    bad: "config.force_ssl = true\nconfig.ssl_options = { redirect: false }",
    good: "config.force_ssl = true\nconfig.ssl_options = { hsts: { subdomains: true } }",
  },
  "react-cookie/use-cookies": {
    bad: "import { useCookies } from 'react-cookie';\nconst [, setCookie] = useCookies(['t']);\nsetCookie('t', '1', { path: '/' });",
    good: "import { useCookies } from 'react-cookie';\nconst [, setCookie] = useCookies(['t']);\nsetCookie('t', '1', { path: '/', secure: true });",
  },
  "redmine/autologin-cookie-secure": {
    bad: "default:\n  autologin_cookie_name:\n  autologin_cookie_secure:",
    good: "default:\n  autologin_cookie_name:\n  autologin_cookie_secure: true",
  },
  "reflex/rx-cookie": {
    bad: "class State(rx.State):\n    token: str = rx.Cookie(\"\")",
    good: "class State(rx.State):\n    token: str = rx.Cookie(\"\", secure=True)",
  },
  "remix/create-cookie": {
    bad: "import { createCookie } from 'react-router';\nexport const prefs = createCookie('prefs', { maxAge: 604800 });",
    good: "import { createCookie } from 'react-router';\nexport const prefs = createCookie('prefs', { maxAge: 604800, secure: true });",
  },
  "remix/session-storage": {
    bad: "import { createCookieSessionStorage } from 'react-router';\nexport const storage = createCookieSessionStorage({ cookie: { name: '__session', httpOnly: true, secrets } });",
    good: "import { createCookieSessionStorage } from 'react-router';\nexport const storage = createCookieSessionStorage({ cookie: { name: '__session', httpOnly: true, secrets, secure: true } });",
  },
  "restify-cookies/set-cookie": {
    bad: "res.setCookie('sid', 'x', { path: '/' });",
    good: "res.setCookie('sid', 'x', { path: '/', secure: true });",
  },
  "revel/cookie-secure": {
    bad: "cookie.httponly = false\ncookie.secure = false",
    good: "cookie.httponly = false\ncookie.secure = true",
  },
  "robyn/set-cookie": {
    bad: "response = Response(status_code=200, headers={}, description=\"x\")\nresponse.set_cookie(\"sid\", sid)",
    good: "response = Response(status_code=200, headers={}, description=\"x\")\nresponse.set_cookie(\"sid\", sid, secure=True)",
  },
  "rocket/cookie-jar": {
    bad: "cookies.add_private(Cookie::new(\"user_id\", id.to_string()));",
    good: "cookies.add_private(Cookie::build((\"user_id\", id.to_string())).secure(true));",
  },
  "roda/cookie-flags": {
    bad: "class App < Roda\n  plugin :cookie_flags, secure: false\nend",
    good: "class App < Roda\n  plugin :cookie_flags\nend",
  },
  "roda/cookies-plugin": {
    bad: "class App < Roda\n  plugin :cookies\n  route { |r| response.set_cookie(\"lang\", \"en\") }\nend",
    good: "class App < Roda\n  plugin :cookies, secure: true\n  route { |r| response.set_cookie(\"lang\", \"en\") }\nend",
  },
  "roda/sessions-plugin": {
    bad: "class App < Roda\n  plugin :sessions, secret: ENV.fetch(\"SESSION_SECRET\")\nend",
    good: "class App < Roda\n  plugin :sessions, secret: ENV.fetch(\"SESSION_SECRET\"), cookie_options: { secure: true }\nend",
  },
  "rodauth/remember-cookie-options": {
    bad: "plugin :rodauth do\n  enable :login, :remember\nend",
    good: "plugin :rodauth do\n  enable :login, :remember\n  remember_cookie_options(secure: true)\nend",
  },
  "ruby/cgi-webrick-cookie": {
    bad: "require \"cgi\"\n\ncookie = CGI::Cookie.new(\"name\" => \"sid\", \"value\" => [sid], \"httponly\" => true)",
    good: "require \"cgi\"\n\ncookie = CGI::Cookie.new(\"name\" => \"sid\", \"value\" => [sid], \"httponly\" => true, \"secure\" => true)",
  },
  "rudderstack/secure-cookie": {
    bad: "rudderanalytics.load('key', 'https://dp.example.test');",
    good: "rudderanalytics.load('key', 'https://dp.example.test', { secureCookie: true });",
  },
  "rust-cookie/cookie": {
    bad: "let cookie = Cookie::build((\"session\", token)).http_only(true).path(\"/\").build();\njar.add(cookie)",
    good: "let cookie = Cookie::build((\"session\", token)).http_only(true).path(\"/\").secure(true).build();\njar.add(cookie)",
  },
  "rust-http/raw-set-cookie-header": {
    bad: "warp::reply::with_header(reply, \"set-cookie\", format!(\"sid={}; Path=/; HttpOnly\", id))",
    good: "warp::reply::with_header(reply, \"set-cookie\", format!(\"sid={}; Path=/; HttpOnly; Secure\", id))",
  },
  "sa-token/cookie-secure": {
    bad: "sa-token:\n  token-name: satoken",
    good: "sa-token:\n  token-name: satoken\n  cookie:\n    secure: true",
  },
  "sails/session-config": {
    bad: "module.exports.session = { secret: 'x' };",
    good: "module.exports.session = { secret: 'x', cookie: { secure: true } };",
  },
  "sanic/add-cookie": {
    bad: "response = text(\"x\")\nresponse.add_cookie(\"sid\", sid, secure=request.scheme == \"https\")",
    good: "response = text(\"x\")\nresponse.add_cookie(\"sid\", sid)",
  },
  "sanic/dict-style": {
    bad: "response = json({})\nresponse.cookies[\"sid\"] = sid\nresponse.cookies[\"sid\"][\"httponly\"] = True",
    good: "response = json({})\nresponse.add_cookie(\"sid\", sid, httponly=True)",
  },
  "scalatra/cookie-options": {
    bad: "implicit val cookieOptions = CookieOptions(path = \"/\", httpOnly = true)",
    good: "implicit val cookieOptions = CookieOptions(path = \"/\", httpOnly = true, secure = true)",
  },
  "scs/session-manager": {
    bad: "sessionManager = scs.New()\nsessionManager.Lifetime = 24 * time.Hour",
    good: "sessionManager = scs.New()\nsessionManager.Lifetime = 24 * time.Hour\nsessionManager.Cookie.Secure = true",
  },
  "secure-headers/config-cookies": {
    bad: "SecureHeaders::Configuration.default do |config|\n  config.cookies = SecureHeaders::OPT_OUT\nend",
    good: "SecureHeaders::Configuration.default do |config|\n  config.cookies = { secure: true, httponly: true }\nend",
  },
  "segment/cookie-secure": {
    bad: "AnalyticsBrowser.load({ writeKey: 'k' });",
    good: "AnalyticsBrowser.load({ writeKey: 'k' }, { cookie: { secure: true } });",
  },
  "servicestack/use-secure-cookies": {
    bad: "SetConfig(new HostConfig { UseSecureCookies = false });",
    good: "SetConfig(new HostConfig { UseSecureCookies = true });",
  },
  "servlet/cookie": {
    bad: "Cookie c = new Cookie(\"SID\", id);\nc.setHttpOnly(true);\nresponse.addCookie(c);",
    good: "Cookie c = new Cookie(\"SID\", id);\nc.setHttpOnly(true);\nc.setSecure(true);\nresponse.addCookie(c);",
  },
  "servlet/cookie-set-attribute": {
    bad: "cookie.setAttribute(\"Secure\", \"\");",
    good: "cookie.setSecure(true);",
  },
  "servlet/raw-set-cookie-header": {
    bad: "response.addHeader(\"Set-Cookie\", \"sid=\" + id + \"; Path=/; HttpOnly\");",
    good: "response.addHeader(\"Set-Cookie\", \"sid=\" + id + \"; Path=/; HttpOnly; Secure\");",
  },
  "servlet/session-cookie-config": {
    bad: "ctx.getSessionCookieConfig().setHttpOnly(true);",
    good: "ctx.getSessionCookieConfig().setHttpOnly(true);\nctx.getSessionCookieConfig().setSecure(true);",
  },
  "servlet/web-xml-cookie-config": {
    bad: "<session-config>\n  <cookie-config><http-only>true</http-only></cookie-config>\n</session-config>",
    good: "<session-config>\n  <cookie-config><http-only>true</http-only><secure>true</secure></cookie-config>\n</session-config>",
  },
  "shiro/remember-me-cookie": {
    bad: "securityManager.rememberMeManager.cookie.name = rm",
    good: "securityManager.rememberMeManager.cookie.name = rm\nsecurityManager.rememberMeManager.cookie.secure = true",
  },
  "shiro/session-id-cookie": {
    bad: "[main]\nsessionManager = org.apache.shiro.web.session.mgt.DefaultWebSessionManager\nsecurityManager.sessionManager = $sessionManager",
    good: "[main]\nsessionManager = org.apache.shiro.web.session.mgt.DefaultWebSessionManager\nsecurityManager.sessionManager = $sessionManager\nsecurityManager.sessionManager.sessionIdCookie.secure = true",
  },
  "shiro/spring-boot-properties": {
    bad: "shiro.sessionManager.cookie.secure=false",
    good: "shiro.sessionManager.cookie.secure=true",
  },
  "sidebase-nuxt-auth/token": {
    bad: "export default defineNuxtConfig({\n  auth: { provider: { type: 'local', token: { maxAgeInSeconds: 3600 } } },\n});",
    good: "export default defineNuxtConfig({\n  auth: { provider: { type: 'local', token: { maxAgeInSeconds: 3600, secureCookieAttribute: true } } },\n});",
  },
  "simplejwt/auth-cookie-secure-convention": {
    bad: "SIMPLE_JWT = {\n    \"AUTH_COOKIE\": \"access_token\",\n    \"AUTH_COOKIE_SECURE\": False,\n}",
    good: "SIMPLE_JWT = {\n    \"AUTH_COOKIE\": \"access_token\",\n    \"AUTH_COOKIE_SECURE\": True,\n}",
  },
  "sinatra/contrib-cookies": {
    bad: "require \"sinatra/cookies\"\n\nget(\"/\") { cookies[:lang] = \"en\" }",
    good: "require \"sinatra/cookies\"\n\nset :cookie_options, secure: true\nget(\"/\") { cookies[:lang] = \"en\" }",
  },
  "sinatra/sessions": {
    bad: "require \"sinatra\"\n\nenable :sessions\nset :session_secret, ENV.fetch(\"SESSION_SECRET\")",
    good: "require \"sinatra\"\n\nset :sessions, secure: true\nset :session_secret, ENV.fetch(\"SESSION_SECRET\")",
  },
  "sinatra/set-cookie": {
    bad: "get \"/\" do\n  response.set_cookie(\"lang\", value: \"en\", path: \"/\")\nend",
    good: "get \"/\" do\n  response.set_cookie(\"lang\", value: \"en\", path: \"/\", secure: true)\nend",
  },
  "snowplow/cookie-secure": {
    bad: "newTracker('sp', 'c.example.test', { cookieSecure: false });",
    good: "newTracker('sp', 'c.example.test', { cookieSecure: true });",
  },
  "socket.io/cookie": {
    bad: "new Server(httpServer, { cookie: { name: 'io' } });",
    good: "new Server(httpServer, { cookie: { name: 'io', secure: true } });",
  },
  "solidstart/vinxi-set-cookie": {
    bad: "import { setCookie } from 'vinxi/http';\nsetCookie('sid', 'x', { httpOnly: true });",
    good: "import { setCookie } from 'vinxi/http';\nsetCookie('sid', 'x', { httpOnly: true, secure: true });",
  },
  "sorcery/remember-me": {
    bad: "Rails.application.config.sorcery.submodules = [:remember_me]",
    good: "Rails.application.config.sorcery.submodules = [:remember_me]\n# and in config/environments/production.rb:\n# config.force_ssl = true",
  },
  "spark-java/response-cookie": {
    bad: "response.cookie(\"sid\", id, 3600);",
    good: "response.cookie(\"sid\", id, 3600, true);",
  },
  "spring-boot/forward-headers-strategy": {
    bad: "# behind a proxy, nothing set\nserver.port=8080",
    good: "server.port=8080\nserver.forward-headers-strategy=native",
  },
  "spring-boot/server-reactive-session-cookie-secure": {
    bad: "server.reactive.session.cookie.secure=false",
    good: "server.reactive.session.cookie.secure=true",
  },
  "spring-boot/server-servlet-session-cookie-secure": {
    bad: "server:\n  servlet:\n    session:\n      cookie:\n        secure: false",
    good: "server:\n  servlet:\n    session:\n      cookie:\n        secure: true",
  },
  "spring-boot/server-session-cookie-secure-1x": {
    bad: "server.session.cookie.secure=false",
    good: "server.session.cookie.secure=true",
  },
  "spring-boot/server-tomcat-remoteip": {
    bad: "server.tomcat.remoteip.remote-ip-header=x-forwarded-for",
    good: "server.tomcat.remoteip.remote-ip-header=x-forwarded-for\nserver.tomcat.remoteip.protocol-header=x-forwarded-proto",
  },
  "spring-boot/war-deployment-spring-session": {
    bad: "<session-config><cookie-config><http-only>true</http-only></cookie-config></session-config>",
    good: "<session-config><cookie-config><http-only>true</http-only><secure>true</secure></cookie-config></session-config>",
  },
  "spring-security/cookie-csrf-token-repository": {
    bad: "http.csrf(c -> c.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()));",
    good: "CookieCsrfTokenRepository repo = CookieCsrfTokenRepository.withHttpOnlyFalse();\nrepo.setCookieCustomizer(c -> c.secure(true));\nhttp.csrf(c -> c.csrfTokenRepository(repo));",
  },
  "spring-security/cookie-request-cache": {
    bad: "http.requestCache(c -> c.requestCache(new CookieRequestCache()));",
    good: "CookieRequestCache cache = new CookieRequestCache();\ncache.setCookieCustomizer(c -> c.setSecure(true));\nhttp.requestCache(c -> c.requestCache(cache));",
  },
  "spring-security/cookie-server-csrf-token-repository": {
    bad: "http.csrf(c -> c.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse()));",
    good: "var repo = CookieServerCsrfTokenRepository.withHttpOnlyFalse();\nrepo.setCookieCustomizer(c -> c.secure(true));\nhttp.csrf(c -> c.csrfTokenRepository(repo));",
  },
  "spring-security/cookie-server-request-cache": {
    bad: "http.requestCache(c -> c.requestCache(new CookieServerRequestCache()));",
    good: "CookieServerRequestCache cache = new CookieServerRequestCache();\ncache.setCookieCustomizer(c -> c.secure(true));\nhttp.requestCache(c -> c.requestCache(cache));",
  },
  "spring-security/remember-me": {
    bad: "http.rememberMe(r -> r.key(\"k\").tokenValiditySeconds(86400));",
    good: "http.rememberMe(r -> r.key(\"k\").tokenValiditySeconds(86400).useSecureCookie(true));",
  },
  "spring-security/remember-me-xml": {
    bad: "<remember-me key=\"k\"/>",
    good: "<remember-me key=\"k\" use-secure-cookie=\"true\"/>",
  },
  "spring-session/default-cookie-serializer": {
    bad: "@Bean CookieSerializer cookieSerializer() {\n  DefaultCookieSerializer s = new DefaultCookieSerializer();\n  s.setCookieName(\"SID\");\n  return s;\n}",
    good: "@Bean CookieSerializer cookieSerializer() {\n  DefaultCookieSerializer s = new DefaultCookieSerializer();\n  s.setCookieName(\"SID\");\n  s.setUseSecureCookie(true);\n  return s;\n}",
  },
  "spring-web/cookie-generator": {
    bad: "CookieGenerator g = new CookieGenerator();\ng.setCookieName(\"promo\");\ng.addCookie(response, \"x\");",
    good: "CookieGenerator g = new CookieGenerator();\ng.setCookieName(\"promo\");\ng.setCookieSecure(true);\ng.addCookie(response, \"x\");",
  },
  "spring-web/cookie-locale-resolver": {
    bad: "CookieLocaleResolver r = new CookieLocaleResolver();\nr.setDefaultLocale(Locale.ENGLISH);",
    good: "CookieLocaleResolver r = new CookieLocaleResolver();\nr.setDefaultLocale(Locale.ENGLISH);\nr.setCookieSecure(true);",
  },
  "spring-web/cookie-theme-resolver": {
    bad: "CookieThemeResolver r = new CookieThemeResolver();",
    good: "CookieThemeResolver r = new CookieThemeResolver();\nr.setCookieSecure(true);",
  },
  "spring-web/response-cookie": {
    bad: "ResponseCookie c = ResponseCookie.from(\"refresh_token\", token).httpOnly(true).path(\"/\").build();",
    good: "ResponseCookie c = ResponseCookie.from(\"refresh_token\", token).httpOnly(true).path(\"/\").secure(true).build();",
  },
  "spring-webflux/cookie-web-session-id-resolver": {
    bad: "CookieWebSessionIdResolver r = new CookieWebSessionIdResolver();\nr.setCookieName(\"SID\");",
    good: "CookieWebSessionIdResolver r = new CookieWebSessionIdResolver();\nr.setCookieName(\"SID\");\nr.addCookieInitializer(b -> b.secure(true));",
  },
  "starlette-csrf/middleware": {
    bad: "app.add_middleware(CSRFMiddleware, secret=SECRET)",
    good: "app.add_middleware(CSRFMiddleware, secret=SECRET, cookie_secure=True)",
  },
  "starlette/raw-headers": {
    bad: "return JSONResponse({\"ok\": True}, headers={\"Set-Cookie\": f\"sid={sid}; HttpOnly; Path=/\"})",
    good: "return JSONResponse({\"ok\": True}, headers={\"Set-Cookie\": f\"sid={sid}; HttpOnly; Path=/; Secure\"})",
  },
  "starlette/session-middleware": {
    bad: "from starlette.middleware.sessions import SessionMiddleware\n\napp.add_middleware(SessionMiddleware, secret_key=settings.SECRET)",
    good: "from starlette.middleware.sessions import SessionMiddleware\n\napp.add_middleware(SessionMiddleware, secret_key=settings.SECRET, https_only=True)",
  },
  "starlette/set-cookie": {
    bad: "@app.post(\"/login\")\ndef login(response: Response):\n    response.set_cookie(key=\"access_token\", value=token, httponly=True)\n    return {\"ok\": True}",
    good: "@app.post(\"/login\")\ndef login(response: Response):\n    response.set_cookie(key=\"access_token\", value=token, httponly=True, secure=True)\n    return {\"ok\": True}",
  },
  "starsessions/session-middleware": {
    bad: "from starsessions import SessionMiddleware, CookieStore\n\napp.add_middleware(SessionMiddleware, store=CookieStore(secret_key=KEY), cookie_https_only=False)",
    good: "from starsessions import SessionMiddleware, CookieStore\n\napp.add_middleware(SessionMiddleware, store=CookieStore(secret_key=KEY))",
  },
  "strapi/session-middleware": {
    bad: "module.exports = ['strapi::session'];",
    good: "module.exports = [{ name: 'strapi::session', config: { secure: true } }];",
  },
  "streamlit/xsrf": {
    bad: "# .streamlit/config.toml\n[server]\nenableXsrfProtection = true",
    good: "# .streamlit/config.toml\n[server]\nenableXsrfProtection = true\n# terminate TLS in front and add Secure at the proxy",
  },
  "supabase/ssr-cookie-options": {
    bad: "import { createServerClient } from '@supabase/ssr';\nconst supabase = createServerClient(url, key, { cookies: { getAll, setAll } });",
    good: "import { createServerClient } from '@supabase/ssr';\nconst supabase = createServerClient(url, key, { cookies: { getAll, setAll }, cookieOptions: { secure: true } });",
  },
  "superset/config": {
    bad: "# superset_config.py\nTALISMAN_ENABLED = True\nTALISMAN_CONFIG = {\"force_https\": False, \"session_cookie_secure\": False}",
    good: "# superset_config.py\nTALISMAN_ENABLED = True\nTALISMAN_CONFIG = {\"force_https\": False, \"session_cookie_secure\": True}\nSESSION_COOKIE_SECURE = True",
  },
  "supertokens/cookie-secure": {
    bad: "Session.init({ cookieSecure: process.env.NODE_ENV === 'production' });",
    good: "Session.init({ cookieSecure: true });",
  },
  "sveltekit/cookies-set": {
    bad: "import { dev } from '$app/environment';\nexport const actions = { login: async ({ cookies }) => { cookies.set('sid', token, { path: '/', secure: !dev }); } };",
    good: "export const actions = { login: async ({ cookies }) => { cookies.set('sid', token, { path: '/', secure: true }); } };",
  },
  "symfony/cookie-create": {
    bad: "<?php\n$response->headers->setCookie(Cookie::create('theme', 'dark'));",
    good: "<?php\n$response->headers->setCookie(Cookie::create('theme', 'dark')->withSecure());",
  },
  "symfony/framework-session-cookie-secure": {
    bad: "framework:\n    session:\n        cookie_secure: auto\n        cookie_samesite: lax",
    good: "framework:\n    session:\n        cookie_secure: true\n        cookie_samesite: lax",
  },
  "symfony/native-session-storage": {
    bad: "<?php\n$session = new Session(new NativeSessionStorage(['cookie_httponly' => true]));",
    good: "<?php\n$session = new Session(new NativeSessionStorage(['cookie_httponly' => true, 'cookie_secure' => true]));",
  },
  "symfony/new-cookie": {
    bad: "<?php\n$response->headers->setCookie(new Cookie('seen', '1', 0, '/', null, false));",
    good: "<?php\n$response->headers->setCookie(new Cookie('seen', '1', 0, '/', null, true));",
  },
  "symfony/raw-header": {
    bad: "<?php\nreturn $response->withAddedHeader('Set-Cookie', \"sid=$sid; Path=/; HttpOnly\");",
    good: "<?php\nreturn $response->withAddedHeader('Set-Cookie', \"sid=$sid; Path=/; HttpOnly; Secure\");",
  },
  "symfony/remember-me": {
    bad: "security:\n    firewalls:\n        main:\n            remember_me:\n                secret: '%kernel.secret%'\n                lifetime: 604800",
    good: "security:\n    firewalls:\n        main:\n            remember_me:\n                secret: '%kernel.secret%'\n                lifetime: 604800\n                secure: true",
  },
  "tanstack-start/set-cookie": {
    bad: "import { setCookie } from '@tanstack/react-start/server';\nsetCookie('sid', 'x', { httpOnly: true });",
    good: "import { setCookie } from '@tanstack/react-start/server';\nsetCookie('sid', 'x', { httpOnly: true, secure: true });",
  },
  "tiny-cookie/set": {
    bad: "import { setCookie } from 'tiny-cookie';\nsetCookie('a', '1');",
    good: "import { setCookie } from 'tiny-cookie';\nsetCookie('a', '1', { secure: true });",
  },
  "tinyhttp/res-cookie": {
    bad: "import { serialize } from '@tinyhttp/cookie';\nres.setHeader('Set-Cookie', serialize('a', '1'));",
    good: "import { serialize } from '@tinyhttp/cookie';\nres.setHeader('Set-Cookie', serialize('a', '1', { secure: true }));",
  },
  "tomcat/connector-secure": {
    bad: "<Connector port=\"8080\" protocol=\"HTTP/1.1\" proxyPort=\"443\"/>",
    good: "<Connector port=\"8080\" protocol=\"HTTP/1.1\" proxyPort=\"443\" scheme=\"https\" secure=\"true\"/>",
  },
  "tomcat/remote-ip-valve": {
    bad: "<Connector port=\"8080\" protocol=\"HTTP/1.1\"/>",
    good: "<Connector port=\"8080\" protocol=\"HTTP/1.1\"/>\n<Valve className=\"org.apache.catalina.valves.RemoteIpValve\" remoteIpHeader=\"x-forwarded-for\" protocolHeader=\"x-forwarded-proto\"/>",
  },
  "tornado/set-cookie": {
    bad: "class Main(tornado.web.RequestHandler):\n    def get(self):\n        self.set_cookie(\"lang\", \"en\")",
    good: "class Main(tornado.web.RequestHandler):\n    def get(self):\n        self.set_cookie(\"lang\", \"en\", secure=True)",
  },
  "tornado/set-secure-cookie": {
    bad: "class Login(tornado.web.RequestHandler):\n    def post(self):\n        self.set_secure_cookie(\"user\", \"ann\")",
    good: "class Login(tornado.web.RequestHandler):\n    def post(self):\n        self.set_secure_cookie(\"user\", \"ann\", secure=True)",
  },
  "tornado/xsrf-cookie-kwargs": {
    bad: "app = tornado.web.Application(handlers, cookie_secret=S, xsrf_cookies=True)",
    good: "app = tornado.web.Application(handlers, cookie_secret=S, xsrf_cookies=True, xsrf_cookie_kwargs={\"secure\": True})",
  },
  "tower-sessions/session-manager-layer": {
    bad: "SessionManagerLayer::new(store).with_secure(false)",
    good: "SessionManagerLayer::new(store).with_secure(true)",
  },
  "traefik/ingress-nginx-provider": {
    bad: "annotations:\n  nginx.ingress.kubernetes.io/affinity: cookie",
    good: "annotations:\n  nginx.ingress.kubernetes.io/affinity: cookie\n  nginx.ingress.kubernetes.io/session-cookie-secure: \"true\"",
  },
  "traefik/sticky-cookie": {
    bad: "labels:\n  - \"traefik.http.services.web.loadbalancer.sticky.cookie.name=lb\"",
    good: "labels:\n  - \"traefik.http.services.web.loadbalancer.sticky.cookie.name=lb\"\n  - \"traefik.http.services.web.loadbalancer.sticky.cookie.secure=true\"",
  },
  "trpc/response-headers": {
    bad: "opts.ctx.resHeaders.append('Set-Cookie', 'sid=1; HttpOnly');",
    good: "opts.ctx.resHeaders.append('Set-Cookie', 'sid=1; HttpOnly; Secure');",
  },
  "typescript-cookie/set": {
    bad: "import { setCookie } from 'typescript-cookie';\nsetCookie('theme', 'dark');",
    good: "import { setCookie } from 'typescript-cookie';\nsetCookie('theme', 'dark', { path: '/', secure: true });",
  },
  "typo3/cookie-secure": {
    bad: "<?php\n$GLOBALS['TYPO3_CONF_VARS']['SYS']['cookieSecure'] = 0;",
    good: "<?php\n$GLOBALS['TYPO3_CONF_VARS']['SYS']['cookieSecure'] = 1;",
  },
  "undertow/cookie-impl": {
    bad: "exchange.setResponseCookie(new CookieImpl(\"sid\", id).setHttpOnly(true));",
    good: "exchange.setResponseCookie(new CookieImpl(\"sid\", id).setHttpOnly(true).setSecure(true));",
  },
  "universal-cookie/default-set-options": {
    bad: "<CookiesProvider defaultSetOptions={{ path: '/' }}><App /></CookiesProvider>",
    good: "<CookiesProvider defaultSetOptions={{ path: '/', secure: true }}><App /></CookiesProvider>",
  },
  "universal-cookie/set": {
    bad: "import Cookies from 'universal-cookie';\nconst cookies = new Cookies();\ncookies.set('theme', 'dark', { path: '/' });",
    good: "import Cookies from 'universal-cookie';\nconst cookies = new Cookies();\ncookies.set('theme', 'dark', { path: '/', secure: true });",
  },
  "vanilla-cookieconsent/cookie-secure": {
    bad: "CookieConsent.run({ cookie: { secure: false }, categories: {} });",
    good: "CookieConsent.run({ cookie: { secure: true }, categories: {} });",
  },
  "varnish/vcl-set-cookie": {
    bad: "set resp.http.Set-Cookie = \"v=1; Path=/\";",
    good: "set resp.http.Set-Cookie = \"v=1; Path=/; Secure\";",
  },
  "vercel/json-headers": {
    bad: "{ \"headers\": [{ \"source\": \"/(.*)\", \"headers\": [{ \"key\": \"Set-Cookie\", \"value\": \"ab=b; Path=/\" }] }] }",
    good: "{ \"headers\": [{ \"source\": \"/(.*)\", \"headers\": [{ \"key\": \"Set-Cookie\", \"value\": \"ab=b; Path=/; Secure\" }] }] }",
  },
  "vertx/cookie": {
    bad: "ctx.response().addCookie(Cookie.cookie(\"sid\", id).setHttpOnly(true));",
    good: "ctx.response().addCookie(Cookie.cookie(\"sid\", id).setHttpOnly(true).setSecure(true));",
  },
  "vertx/csrf-handler": {
    bad: "router.route().handler(CSRFHandler.create(vertx, secret));",
    good: "router.route().handler(CSRFHandler.create(vertx, secret).setCookieSecure(true));",
  },
  "vertx/session-handler": {
    bad: "router.route().handler(SessionHandler.create(store));",
    good: "router.route().handler(SessionHandler.create(store).setCookieSecureFlag(true));",
  },
  "vue-cookies/config": {
    bad: "app.use(VueCookies, { expires: '7d' });",
    good: "app.use(VueCookies, { expires: '7d', secure: true });",
  },
  "vue-cookies/set": {
    bad: "import VueCookies from 'vue-cookies';\nVueCookies.set('theme', 'dark', '7d');",
    good: "import VueCookies from 'vue-cookies';\nVueCookies.set('theme', 'dark', '7d', undefined, undefined, true);",
  },
  "vueuse/use-cookies": {
    bad: "import { useCookies } from '@vueuse/integrations/useCookies';\nconst cookies = useCookies(['locale']);\ncookies.set('locale', 'en');",
    good: "import { useCookies } from '@vueuse/integrations/useCookies';\nconst cookies = useCookies(['locale']);\ncookies.set('locale', 'en', { secure: true });",
  },
  "web2py/session-secure": {
    bad: "# models/db.py\nsession.connect(request, response, db)",
    good: "# models/db.py\nsession.secure()\nsession.connect(request, response, db)",
  },
  "webextension/cookies-set": {
    bad: "chrome.cookies.set({ url: 'https://example.test', name: 'a', value: '1' });",
    good: "chrome.cookies.set({ url: 'https://example.test', name: 'a', value: '1', secure: true });",
  },
  "weblogic/session-descriptor-cookie-secure": {
    bad: "<session-descriptor><cookie-secure>false</cookie-secure></session-descriptor>",
    good: "<session-descriptor><cookie-secure>true</cookie-secure></session-descriptor>",
  },
  "webob/set-cookie": {
    bad: "request.response.set_cookie(\"lang\", \"en\", max_age=3600)",
    good: "request.response.set_cookie(\"lang\", \"en\", max_age=3600, secure=True)",
  },
  "werkzeug/dump-cookie": {
    bad: "from werkzeug.http import dump_cookie\n\nheaders.add(\"Set-Cookie\", dump_cookie(\"sid\", sid, httponly=True))",
    good: "from werkzeug.http import dump_cookie\n\nheaders.add(\"Set-Cookie\", dump_cookie(\"sid\", sid, httponly=True, secure=True))",
  },
  "whatwg-node/cookie-store": {
    bad: "await ctx.request.cookieStore?.set('sid', 'x');",
    good: "await ctx.request.cookieStore?.set({ name: 'sid', value: 'x', secure: true });",
  },
  "wif/cookie-handler": {
    bad: "<cookieHandler requireSsl=\"false\" />",
    good: "<cookieHandler requireSsl=\"true\" />",
  },
  "wordpress/auth-cookies": {
    bad: "<?php\nadd_filter('secure_logged_in_cookie', '__return_false');\nwp_set_auth_cookie($user->ID, true, false);",
    good: "<?php\nadd_filter('secure_logged_in_cookie', '__return_true');\nwp_set_auth_cookie($user->ID, true, true);",
  },
  "wordpress/setcookie": {
    bad: "<?php\nsetcookie('my_plugin_seen', '1', time() + DAY_IN_SECONDS, COOKIEPATH, COOKIE_DOMAIN);",
    good: "<?php\nsetcookie('my_plugin_seen', '1', time() + DAY_IN_SECONDS, COOKIEPATH, COOKIE_DOMAIN, true);",
  },
  "wordpress/wp-config-proxy": {
    bad: "<?php\ndefine('FORCE_SSL_ADMIN', true); // redirect loop behind a TLS proxy",
    good: "<?php\ndefine('FORCE_SSL_ADMIN', true);\nif (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') {\n    $_SERVER['HTTPS'] = 'on';\n}",
  },
  "yarp/session-affinity-cookie": {
    bad: "\"SessionAffinity\": { \"Enabled\": true, \"Policy\": \"Cookie\", \"AffinityKeyName\": \".aff\" }",
    good: "\"SessionAffinity\": { \"Enabled\": true, \"Policy\": \"Cookie\", \"AffinityKeyName\": \".aff\", \"Cookie\": { \"SecurePolicy\": \"Always\" } }",
  },
  "yii2/component-cookies": {
    bad: "<?php\n'components' => [\n    'user' => ['identityCookie' => ['name' => '_identity', 'httpOnly' => true]],\n    'session' => ['name' => 'app'],\n],",
    good: "<?php\n'components' => [\n    'request' => ['csrfCookie' => ['httpOnly' => true, 'secure' => true]],\n    'user' => ['identityCookie' => ['name' => '_identity', 'httpOnly' => true, 'secure' => true]],\n    'session' => ['name' => 'app', 'cookieParams' => ['httponly' => true, 'secure' => true]],\n],",
  },
  "yii2/new-cookie": {
    bad: "<?php\nYii::$app->response->cookies->add(new \\yii\\web\\Cookie(['name' => 'lang', 'value' => 'en']));",
    good: "<?php\nYii::$app->response->cookies->add(new \\yii\\web\\Cookie(['name' => 'lang', 'value' => 'en', 'secure' => true]));",
  },
  "zio-http/cookie-response": {
    bad: "Response.ok.addCookie(Cookie.Response(\"sid\", id, isHttpOnly = true))",
    good: "Response.ok.addCookie(Cookie.Response(\"sid\", id, isHttpOnly = true, isSecure = true))",
  },
};
