/** Set-Cookie headers written by hand in C#: ASP.NET Core's header dictionary, System.Web and Web API. */
import {
  argument,
  defineRule,
  header,
  property,
  value,
  type ArgumentConditions,
  type CookieSurface,
  type Match,
  type Place,
  type Receiver,
} from '../../src/matching/surface.js';

const NAME = /^set-?cookie$/i;
const named: ArgumentConditions = { argument: { 0: NAME } };
/** What a client sends, and what a test answers with. */
const any: Receiver = {
  any: true,
  sure: true,
  not: ['**.HttpClient**', '**.request.Headers', '**.Request.Headers', '**.DefaultRequestHeaders'],
};

const raw = (id: string, match: Match | readonly Match[], text: Place): CookieSurface => ({
  id,
  kind: 'header',
  match,
  attributes: header(text),
  default: 'off',
  proxy: ['aspnetcore/forwarded-headers'],
});

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['csharp'],
  docs: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE', 'SetCookie', 'CookieHeaderValue'],
  surfaces: [
    // https://learn.microsoft.com/dotnet/api/system.web.httpresponse.appendheader
    raw('aspnet/raw-set-cookie-header', { method: ['AddHeader', 'AppendHeader'], receiver: any, args: [2, 2], ...named }, argument(1)),
    // https://learn.microsoft.com/dotnet/api/system.net.http.headers.httpheaders.add
    raw(
      'aspnet/raw-set-cookie-header',
      {
        method: ['Add', 'TryAddWithoutValidation'],
        receiver: any,
        args: [2, 2],
        imports: ['System.Net.Http', 'System.Web'],
        unlessImports: ['Microsoft.AspNetCore'],
        ...named,
      },
      argument(1),
    ),
    // https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.iheaderdictionary
    raw(
      'aspnetcore/raw-set-cookie-header',
      { method: ['Append', 'Add', 'TryAdd', 'AppendCommaSeparatedValues'], receiver: any, args: [2, 2], ...named },
      argument(1),
    ),
    raw(
      'aspnetcore/raw-set-cookie-header',
      {
        assign: [
          '**.Headers.Set-Cookie',
          '**.Headers.set-cookie',
          '**.Headers.SetCookie',
          '**.headers.Set-Cookie',
          '**.headers.SetCookie',
          '**.HeaderDictionary.Set-Cookie',
        ],
      },
      value(),
    ),
    {
      id: 'aspnet/raw-set-cookie-header',
      docs: 'https://learn.microsoft.com/dotnet/api/system.net.http.headers.cookieheadervalue',
      kind: 'write',
      match: { call: 'System.Net.Http.Headers.CookieHeaderValue', args: [2, 2], mentions: /AddCookies/ },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: property('Secure'),
        httpOnly: property('HttpOnly'),
        domain: property('Domain'),
        path: property('Path'),
        maxAge: property('MaxAge'),
        expires: property('Expires'),
      },
      default: 'off',
      confidence: 'medium',
    },
  ],
});
