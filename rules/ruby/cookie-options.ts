/** Where the cookie APIs of Ruby have their options: in a hash, with or without braces, in the place of the cookie's text. */
import { key, keyword, value, type CookieSurface, type Place } from '../../src/matching/surface.js';

const optionOf = (name: string): Place => ({ at: 'value', path: [name], plain: true });

/** `jar[name] = hash or text`: https://api.rubyonrails.org/classes/ActionDispatch/Cookies.html, https://github.com/ruby-grape/grape#cookies */
export const jarWrite = {
  kind: 'write',
  name: key,
  value: optionOf('value'),
  attributes: {
    secure: optionOf('secure'),
    httpOnly: optionOf('httponly'),
    sameSite: optionOf('same_site'),
    domain: optionOf('domain'),
    path: optionOf('path'),
    expires: optionOf('expires'),
    partitioned: optionOf('partitioned'),
  },
  default: 'off',
  deletes: { when: 'value-empty-or-null', value: value() },
} as const satisfies Partial<CookieSurface>;

const jars = ['cookies', 'cookie_jar', '**.cookies()', '**.cookie_jar()', '**.action_dispatch.cookies'];
/** The elements of a jar: `cookies[:a]`, `request.cookie_jar[name]`. */
export const jarElements = jars.flatMap((jar) => [`${jar}.*`, `${jar}[]`]);

const chains = ['signed', 'encrypted', 'permanent', 'signed_or_encrypted'].map((one) => `${one}()`);
const links = [...chains, ...chains.flatMap((one) => chains.map((other) => `${one}.${other}`))];
/** The elements of the jars that sign, encrypt or keep: `cookies.permanent.signed[:a]`. */
export const chainedElements = jars.flatMap((jar) => links.flatMap((link) => [`${jar}.${link}.*`, `${jar}.${link}[]`]));

/** The hash in place of the text at an argument's position. */
export const hash = (index: number, name: string): Place => ({ at: 'argument', index, path: [name], plain: true });

/** Rack's `set_cookie(name, text or hash)`, written with or without braces: https://rubydoc.info/gems/rack/Rack/Utils */
export function rackAttributes(index: number): CookieSurface['attributes'] {
  const at = (name: string): readonly Place[] => [keyword(name), hash(index, name)];
  return {
    secure: at('secure'),
    httpOnly: at('httponly'),
    sameSite: at('same_site'),
    domain: at('domain'),
    path: at('path'),
    expires: at('expires'),
    maxAge: at('max_age'),
    partitioned: at('partitioned'),
  };
}
