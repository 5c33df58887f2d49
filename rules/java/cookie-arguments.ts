/** The named arguments that the cookie classes of Scala and Kotlin libraries have in common. */
import { keyword, property, type CookieSurface } from '../../src/matching/surface.js';

/** Named arguments of a cookie's constructor, some of which may be given by position. */
export const named = (secure: number | undefined, httpOnly?: number): CookieSurface['attributes'] => ({
  // What a copy says comes after what the cookie was made with: `cookie.copy(secure = true)`.
  secure: [property('secure'), keyword('secure', secure)],
  httpOnly: keyword('httpOnly', httpOnly),
  maxAge: keyword('maxAge'),
  expires: keyword('expires'),
  domain: keyword('domain'),
  path: keyword('path'),
  sameSite: keyword('sameSite'),
});
