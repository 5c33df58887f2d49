/** Reads the text of a Set-Cookie header, also one with unknown pieces, by the grammar of RFC 6265bis section 5.6. */
import type { Hole, Outcome } from '../values/outcome.js';
import { cookieDate } from './cookie-date.js';
import { pairOf, piecesOf, withoutFieldName } from './set-cookie-header.js';

/** A cookie as a header says it. Attribute names are lower case; a valueless attribute is `''`. */
export interface CookieText {
  /** Undefined when the name holds an unknown piece. */
  readonly name: string | undefined;
  /** Undefined when the value holds an unknown piece. */
  readonly value: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  /** Unknown pieces that may add attributes: they stand where an attribute could begin. */
  readonly open: readonly Hole[];
  /** The whole text is one unknown piece: somebody else wrote this header. */
  readonly passThrough: boolean;
  /** The whole name and value are one unknown piece, and known attributes follow. */
  readonly isPairOpen?: true;
}

/** A character that stands for an unknown piece while the text is split; it cannot occur in a header. */
const HOLE = '\uFFFC';

/** Parses the outcome of a header's text. Undefined when it is not a text at all. */
export function cookieTextOf(outcome: Outcome): CookieText | undefined {
  if (outcome.kind === 'unknown' || outcome.kind === 'request' || outcome.kind === 'symbol' || outcome.kind === 'thing')
    return { name: undefined, value: undefined, attributes: new Map(), open: [], passThrough: true };
  const segments: readonly (string | Hole)[] =
    outcome.kind === 'text' ? outcome.segments : typeof outcome.value === 'string' ? [outcome.value] : [];
  if (segments.length === 0) return undefined;
  const holes = segments.filter((segment): segment is Hole => typeof segment !== 'string');
  const marked = segments.map((segment) => (typeof segment === 'string' ? segment : HOLE)).join('');
  return parseMarked(marked, holes);
}

function parseMarked(written: string, holes: readonly Hole[]): CookieText {
  const marked = withoutFieldName(written);
  const { pair, attributes: pieces } = piecesOf(marked);
  const attributes = new Map<string, string>();
  const open: Hole[] = [];
  let next = count(pair);
  const { assigned, ...split } = pairOf(pair);
  const name = assigned ? split.name : '';
  const value = assigned ? split.value : split.name;
  // Without `=` everything is the value, and the name is empty; of an unknown piece nobody knows whether it holds one.
  const passThrough = marked.replaceAll(HOLE, '').trim() === '' || (!assigned && (pair.includes(HOLE) || value === ''));
  // A cookie pair that ends in an unknown piece after other text (`a=b${attrs}`) may carry attributes in it, unless they follow.
  const hasTail = value.length > 1 && value.endsWith(HOLE) && (!value.startsWith(HOLE) || value.endsWith(HOLE + HOLE));
  if (pieces.length === 0 && assigned && hasTail) open.push(holes[next - 1]!);
  for (const piece of pieces) {
    const here = count(piece);
    const mine = holes.slice(next, next + here);
    next += here;
    readAttribute(piece, mine, attributes, open);
  }
  const clean = (text: string): string | undefined => (text.includes(HOLE) ? undefined : text);
  const isPairOpen = passThrough && pair.replaceAll(HOLE, '').trim() === '' && attributes.size > 0;
  return { name: clean(name), value: clean(value), attributes, open, passThrough, ...(isPairOpen ? { isPairOpen } : {}) };
}

function readAttribute(piece: string, holes: readonly Hole[], attributes: Map<string, string>, open: Hole[]): void {
  const { name: rawName, value } = pairOf(piece);
  if (rawName.includes(HOLE)) {
    // The piece begins with an unknown part: it may be any attribute. `Secure${x}` is one attribute and then more.
    const literal = rawName.replaceAll(HOLE, '').trim();
    if (literal !== '' && rawName.startsWith(literal)) attributes.set(literal.toLowerCase(), value.replaceAll(HOLE, ''));
    open.push(...holes);
    return;
  }
  if (rawName === '') return;
  attributes.set(rawName.toLowerCase(), value.replaceAll(HOLE, ''));
  // `path=/${attrs}`: text and then an unknown piece can hold `; Secure`; `path=${path}` is the path, of whatever it is made.
  // The dot of `domain=.${host}` is not a whole domain: what follows it is.
  if (value.endsWith(HOLE) && value.length > 1 && value !== `.${HOLE}` && holes.at(-1)?.isOfAttribute !== true)
    open.push(holes[holes.length - 1]!);
}

const count = (text: string): number => text.split(HOLE).length - 1;

/** Whether the attributes say that the cookie is to be deleted: Max-Age of zero or less, or, without any Max-Age, an expiry in the past. */
export function isExpired(text: CookieText): boolean {
  const maxAge = text.attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  const expires = text.attributes.get('expires');
  return expires !== undefined && isPastDate(expires);
}

/** Whoever writes an earlier date wants the cookie gone. */
const LONG_AGO = Date.UTC(2015, 0);

/** A date in the past: 1970 and the like, as a browser reads it, or as libraries take it. */
export function isPastDate(date: string): boolean {
  const moment = cookieDate(date);
  if (moment !== undefined) return moment < LONG_AGO;
  const match =
    /\b\d{1,2}[\s-](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[\s-](\d{2,4})\b/i.exec(date) ?? /^(\d{4})-\d{2}-\d{2}/.exec(date);
  if (match === null) return date.trim() === '0' || /^-\d+$/.test(date.trim());
  const written = Number(match[1]);
  const year = match[1]!.length > 2 ? written : written >= 70 ? 1900 + written : 2000 + written;
  return year < 2015;
}
