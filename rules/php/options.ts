/** Where setcookie has its options, in both signatures. */
import { keyword, type CallMatch, type CookieSurface, type Match, type Place } from '../../src/matching/surface.js';

/** https://www.php.net/manual/en/function.setcookie.php: by position, by name, or in an array whose keys compare without case. */
const at = (name: string, index: number | undefined, ...spellings: string[]): readonly Place[] => [
  ...(index === undefined ? [] : [keyword(name, index)]),
  ...[name, ...spellings].map((key): Place => ({ at: 'argument', index: 2, path: [key], plain: true })),
];

export const cookieOptions: CookieSurface['attributes'] = {
  secure: at('secure', 5, 'Secure', 'SECURE'),
  httpOnly: at('httponly', 6, 'HttpOnly', 'httpOnly'),
  sameSite: at('samesite', undefined, 'SameSite', 'sameSite'),
  domain: at('domain', 4, 'Domain'),
  path: at('path', 3, 'Path'),
  expires: [...at('expires', undefined, 'Expires'), keyword('expires_or_options', 2)],
};

/** With a fourth argument the third is the expiry, whatever it is: options stand alone, PHP throws otherwise. */
const positionalOptions: CookieSurface['attributes'] = {
  secure: [keyword('secure', 5)],
  httpOnly: [keyword('httponly', 6)],
  domain: [keyword('domain', 4)],
  path: [keyword('path', 3)],
  expires: [keyword('expires_or_options', 2)],
};

/** A function with both signatures of setcookie. */
export const bothSignatures = (match: CallMatch & Match, form: Omit<CookieSurface, 'match' | 'attributes'>): readonly CookieSurface[] => [
  { ...form, match: { ...match, args: [2, 3] }, attributes: cookieOptions },
  { ...form, match: { ...match, args: [4, 7] }, attributes: positionalOptions },
];

/** https://www.php.net/manual/en/function.setcookie.php: an empty value deletes the cookie. */
export const written = {
  kind: 'write',
  name: keyword('name', 0),
  value: keyword('value', 1),
  deletes: { when: 'value-empty-or-null', value: keyword('value', 1) },
  default: 'off',
  proxy: ['php/https-behind-proxy'],
} as const satisfies Partial<CookieSurface>;
