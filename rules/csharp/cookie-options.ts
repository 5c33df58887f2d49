/** What the cookie surfaces of .NET share: the classes that hold attributes, the words of their policies, and what covers them. */
import { argument, lambda, property, type CookieSurface, type Match, type Meaning, type Place } from '../../src/matching/surface.js';

/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiesecurepolicy, and Katana's CookieSecureOption. */
export const policyWords: Meaning = { words: { Always: 'on', None: 'off', Never: 'off', SameAsRequest: 'request' } };

/** https://github.com/dotnet/aspnetcore/blob/main/src/Security/CookiePolicy/src/ResponseCookiesWrapper.cs: everything that goes through IResponseCookies. */
export const policies: readonly string[] = ['aspnetcore/cookie-policy', 'aspnetcore/cookie-policy-on-append'];

export const proxy: readonly string[] = ['aspnetcore/forwarded-headers'];

/** https://learn.microsoft.com/dotnet/api/microsoft.extensions.options.iconfigureoptions-1: a class that configures options, of that name or of all. */
export const configurerOf = (options: string): Match => ({
  class: {
    bases: ['**IConfigureOptions', '**IConfigureNamedOptions', '**IPostConfigureOptions'],
    configures: { methods: ['Configure', 'PostConfigure'], type: options },
  },
});

type Attributes = CookieSurface['attributes'];

/** The properties of CookieOptions, HttpCookie and SetCookieHeaderValue, wherever the object is. */
const written = (at: (key: string) => Place | readonly Place[], secure = 'Secure'): Attributes => ({
  secure: at(secure),
  httpOnly: at('HttpOnly'),
  sameSite: at('SameSite'),
  domain: at('Domain'),
  path: at('Path'),
  maxAge: at('MaxAge'),
  expires: at('Expires'),
});

/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookieoptions in an argument. */
export const optionsIn = (index: number): Attributes => written((key) => ({ at: 'argument', index, name: 'options', path: [key] }));

/** The properties of the object that is made. */
export const ownProperties: Attributes = written((key) => property(key));

/** What ASP.NET Core 1 had beside the options, for later versions as obsolete properties. https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.antiforgery.antiforgeryoptions.requiressl */
const FORMER: Readonly<Record<string, string>> = {
  SecurePolicy: 'CookieSecure',
  Name: 'CookieName',
  HttpOnly: 'CookieHttpOnly',
  Domain: 'CookieDomain',
  Path: 'CookiePath',
};

/** A CookieBuilder (https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiebuilder) that a lambda configures, or that options hold. */
export function builderAt(
  builder: string,
  ...options: readonly number[]
): Pick<CookieSurface, 'name' | 'attributes' | 'meaning' | 'coveredBy' | 'proxy' | 'replacedBy'> {
  const inside = (...path: string[]): Place[] => [lambda(...path), ...options.map((index) => argument(index, ...path))];
  const former = (key: string): Place[] => [
    ...(FORMER[key] === undefined ? [] : inside(FORMER[key])),
    ...(key === 'SecurePolicy' ? inside('RequireSsl') : []),
  ];
  const at = (key: string): Place[] => [...inside(builder, key), ...former(key)];
  return {
    name: at('Name'),
    attributes: written(at, 'SecurePolicy'),
    meaning: policyWords,
    coveredBy: policies,
    proxy,
    replacedBy: {
      place: [lambda(builder), ...options.map((index) => argument(index, builder))],
      paths: ['Microsoft.AspNetCore.Http.CookieBuilder'],
    },
  };
}
