/** A cookie site: a match with its name, its attributes and the value that decides Secure. */
import { truthOf } from '../values/truth.js';
import type { Attribute, Confidence } from '../cookies/finding.js';
import { cookieTextOf, isExpired, isPastDate, type CookieText } from '../cookies/set-cookie-text.js';
import type { Expression, Node, Range } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { headersOf } from '../values/evaluation/lists.js';
import { fieldOf, isAbsent } from '../values/fields.js';
import { guardsAtEnds, type Ends } from '../values/guards.js';
import { WorldReader } from '../values/outcome.js';
import type { ProgramIndex } from '../values/program-index.js';
import { absent, choice, known, originOf, type Value } from '../values/value.js';
import { dependenciesOf } from '../values/worlds.js';
import type { Matched } from './matched.js';
import { handOvers, objectAfter, outermost } from './objects.js';
import { locate, type Located } from './places.js';
import { writtenAt } from './written-records.js';
import type { CookieSurface, Place } from './surface.js';

export interface Site {
  readonly matched: Matched<CookieSurface>;
  /** The whole construct, e.g. a builder's chain. */
  readonly range: Range;
  readonly name: Value;
  /** The name as it is written at the site, where it is. */
  readonly nameWritten?: Expression;
  readonly secure: Located;
  /** Secure is read from a header's text. */
  readonly isText: boolean;
  /** The text as it is in production, where the site is a header. */
  readonly text?: CookieText;
  readonly attributes: ReadonlyMap<Attribute, Value>;
  /** The conditions under which the site is reached. */
  readonly guard?: Value;
  readonly deletes: boolean;
  /** Writes a header that was made elsewhere: nothing to judge here. */
  readonly passThrough: boolean;
  readonly confidence: Confidence;
}

/** The sites of a match: one, or one for each header of a list. */
export function sitesOf(matched: Matched<CookieSurface>, evaluator: Evaluator): Site[] {
  evaluator.begin();
  const { surface } = matched;
  if (surface.needs !== undefined && !surface.needs.some((place) => isGiven(place, matched, evaluator))) return [];
  if (surface.replacedBy !== undefined && isMade(surface.replacedBy.paths, locate(surface.replacedBy.place, matched, evaluator).value))
    return [];
  if (surface.unlessWord !== undefined && isWord(locate(surface.unlessWord.place, matched, evaluator).value, surface.unlessWord.words))
    return [];
  if (surface.unlessFalse?.some((place) => isSwitchedOff(locate(place, matched, evaluator).value)) === true) return [];
  if (surface.unlessWritten?.some((place) => !isAbsent(locate(place, matched, evaluator).value)) === true) return [];
  if (surface.unlessAllWritten?.every((place) => !isAbsent(locate(place, matched, evaluator).value)) === true) return [];
  const places = [surface.attributes.secure].flat();
  const states =
    places.some(({ at }) => at === 'property' || at === 'setter') && (matched.call ?? matched.record) !== undefined
      ? handOvers(matched, evaluator)
      : [];
  if (states.length > 0) return statesOf(matched, states, evaluator);
  const secure = locate(surface.attributes.secure, matched, evaluator);
  if (secure.place.at !== 'text') return [siteOf(matched, secure, false, evaluator)];
  return textsOf(secure, evaluator.indexOf(matched.program)).map((one) => siteOf(matched, one, true, evaluator));
}

/** An object that is sent more than once is a site for each state in which it is: one may delete the cookie that another sets. */
function statesOf(matched: Matched<CookieSurface>, uses: readonly (Node | undefined)[], evaluator: Evaluator): Site[] {
  return uses.map((handedOver) => {
    evaluator.begin();
    const sent = handedOver === undefined ? matched : { ...matched, handedOver };
    return siteOf(sent, locate(matched.surface.attributes.secure, sent, evaluator), false, evaluator);
  });
}

/** Whether a value is an object of its own, made by one of the paths. */
function isMade(paths: readonly string[] | undefined, value: Value): boolean {
  if (value.kind === 'record') return paths === undefined && value.node !== undefined;
  return value.kind === 'object' && (paths === undefined || paths.some((path) => path === value.path || path.endsWith(`.${value.path}`)));
}

const isWord = (value: Value, words: readonly string[]): boolean =>
  value.kind === 'known' && typeof value.value === 'string' && words.includes(value.value);

const isSwitchedOff = (value: Value): boolean => value.kind === 'known' && (value.value === false || value.value === null);

/** Whether something that the cookie needs to be sent is written, and not switched off. */
function isGiven(place: Place, matched: Matched<CookieSurface>, evaluator: Evaluator): boolean {
  const { value } = locate(place, matched, evaluator);
  if (isAbsent(value)) return false;
  // A cookie whose Secure is switched off is sent all the same.
  const { secure } = matched.surface.attributes;
  return (
    (Array.isArray(secure) ? secure : [secure]).some((one) => JSON.stringify(one) === JSON.stringify(place)) ||
    !(value.kind === 'known' && (value.value === null || value.value === false || value.value === undefined))
  );
}

/** A list of headers is one site for each. */
function textsOf(located: Located, index: ProgramIndex): Located[] {
  const value = headersOf(located.value);
  if (value === undefined) return [located];
  const written = located.written?.kind === 'list' ? located.written.items : undefined;
  const texts = value.items.map((item, i): Located => {
    const whole = written?.length === value.items.length ? written[i]?.value : undefined;
    // Lambda@Edge: `[{ key: 'Set-Cookie', value: 'a=1' }]`.
    const keyed = item.kind === 'record' ? fieldOf(item, 'value') : undefined;
    const expression = keyed === undefined || whole === undefined ? whole : writtenAt(whole, ['value'], index);
    return { value: keyed ?? item, place: located.place, ...(expression === undefined ? {} : { written: expression }) };
  });
  return texts.length === 0 ? [] : texts;
}

/** The site with the attributes that its object has elsewhere: where the caller of a helper has gone on setting them. */
export function siteWith(site: Site, object: Matched<CookieSurface>, evaluator: Evaluator): Site {
  const { matched } = site;
  const attributes = new Map([...site.attributes, ...writtenAttributes(object, evaluator)]);
  const reader = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: truthOf(object.program.language) });
  return {
    ...site,
    secure: locate(matched.surface.attributes.secure, object, evaluator),
    attributes,
    deletes: site.deletes || deletes(matched, undefined, attributes, reader, evaluator),
  };
}

/**
 * Conditions of a site are followed for modes and switches, which are near. Most are about the request's data: following
 * those through the whole program is what a run would spend most of its time on.
 */
const GUARD_STEPS = 1_000;
/** Of more conditions than these around a site, the innermost and the outermost are followed: with fewer it is sent more often. */
export const FOLLOWED: Ends = { inner: 24, outer: 8 };

function siteOf(matched: Matched<CookieSurface>, secure: Located, isText: boolean, evaluator: Evaluator): Site {
  const { program, surface, node } = matched;
  const index = evaluator.indexOf(program);
  const whole = outermost(node, index);
  const { handedOver } = matched;
  const guarded = handedOver !== undefined && index.functionAround(handedOver) === index.functionAround(node) ? handedOver : node;
  const reader = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: truthOf(program.language) });
  const text = isText ? cookieTextOf(reader.read(secure.value)) : undefined;
  const attributes = isText ? textAttributes(text, secure) : writtenAttributes(matched, evaluator);
  evaluator.begin(GUARD_STEPS);
  const guards = guardsAtEnds(guarded, index, FOLLOWED);
  // What configures leaves the default where it is not reached, but not where the program ends instead: `defined('X') or die;`.
  const conditions = surface.configures === true ? guards.filter(({ raises }) => raises !== true) : guards;
  const guard = evaluator.conjunction(conditions, program, matched.frame);
  evaluator.begin();
  const name = nameOf(matched, text, secure, evaluator);
  const implied =
    surface.sameSiteNoneImplies !== undefined &&
    (surface.sameSiteNoneImplies === 'always' || isAbsent(secure.value)) &&
    isNone(attributes.get('sameSite'), reader);
  const condition = surface.configures === true && guard !== undefined && isDecided(guard, program) ? guard : undefined;
  const judged =
    condition === undefined
      ? secure
      : { ...secure, value: choice(condition, secure.value, absent(secure.value.origin), secure.value.origin) };
  const partitioned = surface.partitionedImplies === true ? attributes.get('partitioned') : undefined;
  return {
    matched,
    range: hookRange(matched, index) ?? linkRange(matched) ?? { start: whole.start, end: whole.end },
    name: name.value,
    ...(name.written === undefined ? {} : { nameWritten: name.written }),
    secure: implied
      ? { ...secure, value: known(true, secure.value.origin) }
      : partitioned === undefined
        ? judged
        : { ...judged, value: choice(partitioned, known(true, partitioned.origin), judged.value, judged.value.origin) },
    isText,
    ...(text === undefined ? {} : { text }),
    attributes,
    ...(guard === undefined || surface.configures === true ? {} : { guard }),
    deletes: deletes(matched, text, attributes, reader, evaluator),
    passThrough:
      isText &&
      (text === undefined || ((text.passThrough || isHeaderName(matched, text)) && text.attributes.size === 0)) &&
      !isComposed(secure.value),
    confidence: matched.confidence,
  };
}

/** A setter that a hook gave: the cookie is named and made at the hook, however often the setter is called. */
function hookRange({ call, surface }: Matched<CookieSurface>, index: ProgramIndex): Range | undefined {
  const places = surface.name === undefined ? [] : [surface.name].flat();
  if (call?.callee.kind !== 'name' || !places.some(({ at }) => at === 'maker')) return undefined;
  const made = index.bindingOf(call.callee)?.writes[0]?.value;
  return made?.kind === 'call' ? { start: made.start, end: made.end } : undefined;
}

/** A call in a chain that says all about its cookie itself: `.AddCookie("A", …)` between others, each of which is a place of its own. */
function linkRange({ call, node, surface }: Matched<CookieSurface>): Range | undefined {
  if (call === undefined || node !== call || call.callee.kind !== 'member' || call.callee.object.kind !== 'call') return undefined;
  const isOwn = [surface.attributes.secure].flat().every(({ at }) => at === 'argument' || at === 'lambda');
  return isOwn ? { start: call.callee.propertyRange.start, end: call.end } : undefined;
}

/** Whether a text is put together here although it could not be read as a whole: it holds pieces of a cookie. */
const isComposed = (text: Value): boolean =>
  [...dependenciesOf(text).literals].some((piece) => /(?:^|;)\s*(?:HttpOnly|Max-Age=|SameSite=|Path=|Domain=|Expires=)/i.test(piece));

/** Whether the environment and the request decide a condition. */
const isDecided = (guard: Value, { language }: Matched['program']): boolean =>
  [true, false].every((https) => {
    const reader = new WorldReader({ mode: 'production', variables: new Map(), https, truth: truthOf(language) });
    return typeof reader.truthOf(reader.read(guard)) === 'boolean';
  });

/** Whether SameSite is None, as a word or a constant: `http.SameSiteNoneMode`. */
export function isNone(sameSite: Value | undefined, reader: WorldReader): boolean {
  if (sameSite === undefined) return false;
  const outcome = reader.read(sameSite);
  const word = outcome.kind === 'literal' ? String(outcome.value) : outcome.kind === 'symbol' ? outcome.path : '';
  return /(?:^|\.|_|Mode|SameSite)none(?:Mode)?$/i.test(word);
}

function nameOf(
  matched: Matched<CookieSurface>,
  text: CookieText | undefined,
  secure: Located,
  evaluator: Evaluator,
): { readonly value: Value; readonly written?: Expression } {
  const { surface, program, node } = matched;
  const origin = originOf(program, node);
  if (text !== undefined && (text.name !== '' || (surface.name === undefined && surface.defaultName === undefined)))
    return { value: text.name === undefined ? secure.value : { kind: 'known', value: text.name, origin } };
  if (surface.name !== undefined) {
    const found = locate(surface.name, matched, evaluator);
    if (!isAbsent(found.value)) return { value: found.value, ...(found.written === undefined ? {} : { written: found.written }) };
  }
  return { value: surface.defaultName === undefined ? absent(origin) : { kind: 'known', value: surface.defaultName, origin } };
}

function writtenAttributes(matched: Matched<CookieSurface>, evaluator: Evaluator): Map<Attribute, Value> {
  const attributes = new Map<Attribute, Value>();
  for (const [attribute, place] of Object.entries(matched.surface.attributes)) {
    if (place === undefined) continue;
    evaluator.begin();
    const { value } = locate(place, matched, evaluator);
    if (!isAbsent(value)) attributes.set(attribute as Attribute, value);
  }
  return attributes;
}

const TEXT_ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  secure: 'secure',
  httponly: 'httpOnly',
  samesite: 'sameSite',
  domain: 'domain',
  path: 'path',
  'max-age': 'maxAge',
  expires: 'expires',
  partitioned: 'partitioned',
};

/** What stands beside the header in a list or a table, and has no `=`, is more often the name of another header than a cookie without a name. */
const isHeaderName = ({ call, assignment, surface }: Matched<CookieSurface>, { name }: CookieText): boolean =>
  surface.kind === 'header' && name === '' && call === undefined && assignment === undefined;

function textAttributes(text: CookieText | undefined, secure: Located): Map<Attribute, Value> {
  const attributes = new Map<Attribute, Value>();
  for (const [key, written] of text?.attributes ?? []) {
    const attribute = TEXT_ATTRIBUTES[key];
    if (attribute === undefined) continue;
    const isFlag = attribute === 'secure' || attribute === 'httpOnly' || attribute === 'partitioned';
    attributes.set(attribute, { kind: 'known', value: isFlag ? true : written, origin: secure.value.origin });
  }
  return attributes;
}

/** Whether the site deletes the cookie: declared by the surface, or an expiry in the past, or an age of zero. */
function deletes(
  matched: Matched<CookieSurface>,
  text: CookieText | undefined,
  attributes: ReadonlyMap<Attribute, Value>,
  reader: WorldReader,
  evaluator: Evaluator,
): boolean {
  const { surface } = matched;
  if (text !== undefined) return isExpired(text) || endsEmpty(text);
  if (surface.deletes?.when === 'always') return true;
  if (surface.deletes?.when === 'method' && isTurned(objectAfter(matched, evaluator), surface.deletes.methods)) return true;
  if (surface.deletes?.when === 'value-empty-or-null') {
    const value = locate(surface.deletes.value, matched, evaluator).value;
    if (
      value.kind === 'known' &&
      value.absent !== true &&
      (value.value === null || value.value === undefined || value.value === '' || value.value === false)
    )
      return true;
  }
  const maxAge = attributes.get('maxAge');
  const age = maxAge === undefined ? undefined : reader.read(maxAge);
  const isOver =
    age?.kind === 'literal' &&
    ((typeof age.value === 'number' && age.value <= 0) || (typeof age.value === 'string' && /^(?:-\d+|0)$/.test(age.value)));
  if (isOver && ageDeletes(surface, age.value, matched, evaluator)) return true;
  const expires = attributes.get('expires');
  // An empty value that is given an end is a deletion, whatever computes the end, if it is not seen to lie ahead. An age of one unit is over at once.
  const liesAhead = age?.kind === 'literal' && typeof age.value === 'number' && age.value > 1;
  // An age that means "as long as the browser" is no end.
  const isGivenEnd = expires !== undefined || (maxAge !== undefined && !isOver);
  if (surface.value !== undefined && !liesAhead && isGivenEnd) {
    const text = reader.read(locate(surface.value, matched, evaluator).value);
    // Null is no value either, where it is not turned into a word: https://www.php.net/setcookie, `new NewCookie(name, null, …)`.
    if (text.kind === 'literal' && (text.value === '' || (text.value === null && matched.program.language !== 'javascript'))) return true;
  }
  // PHP's 0 is a cookie that ends with the browser, its 1 a second of 1970 (or one from now): https://www.php.net/manual/en/function.setcookie.php
  if (matched.program.language === 'php' && expires?.kind === 'known' && [0, 1].includes(Number(expires.value)))
    return Number(expires.value) === 1;
  return expires !== undefined && isPast(expires, reader);
}

/** Whether one of the methods is called on an object, whatever happens. */
const isTurned = (object: Value, methods: readonly string[]): boolean =>
  object.kind === 'object' && object.history.entries.some(({ method, guard }) => guard === undefined && methods.includes(method));

/** An empty value that is given an end, whatever computes the end. */
const endsEmpty = ({ value, attributes }: CookieText): boolean => value === '' && (attributes.has('expires') || attributes.has('max-age'));

/** A servlet cookie with an age of -1 lives as long as the browser; only 0 deletes. Everywhere else a negative age deletes too. */
function ageDeletes(surface: CookieSurface, age: string | number, matched: Matched<CookieSurface>, evaluator: Evaluator): boolean {
  if (Number(age) < 0 && ['java', 'kotlin', 'scala'].includes(matched.program.language)) return false;
  // Go: MaxAge 0 means that the attribute is not written.
  if (Number(age) === 0 && matched.program.language === 'go') return false;
  if (surface.value === undefined) return true;
  const value = locate(surface.value, matched, evaluator).value;
  // An age of 0 beside a real value is a session cookie in Laravel's minutes and PHP's seconds.
  return (
    value.kind !== 'known' || value.value === '' || value.value === null || value.value === undefined || matched.program.language !== 'php'
  );
}

/** `-time.Hour`, `-24 * time.Hour`: a duration backwards. */
function isNegative(value: Value, reader: WorldReader): boolean {
  if (value.kind === 'operation' && value.operator === '*') return value.operands.some((operand) => isNegative(operand, reader));
  if (value.kind === 'operation') return value.operator === 'minus';
  const outcome = reader.read(value);
  return outcome.kind === 'literal' && typeof outcome.value === 'number' && outcome.value < 0;
}

/** `Date.now()`. */
const isNow = (expression: Expression): boolean =>
  expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.property === 'now' && expression.args.length === 0;

/** `new Date(0)`, `Date.now() - x`, `1`, `'Thu, 01 Jan 1970 …'`, `time() - 3600`. */
function isPast(value: Value, reader: WorldReader): boolean {
  // Ruby's `1.year.ago`, PHP's `strtotime('-1 day')`.
  if (value.kind === 'operation' && value.operator === 'method ago') return true;
  if (value.kind === 'operation' && value.operator === 'date-text') return value.operands.some((date) => isPast(date, reader));
  // Rust: what ends now is over. https://docs.rs/time/latest/time/struct.OffsetDateTime.html#method.now_utc
  if (value.kind === 'object' && /(?:^|\.)OffsetDateTime\.now_utc$/.test(value.path) && value.history.length === 0) return true;
  if (value.kind === 'object' && value.path === 'strtotime') {
    const words = value.call.args[0]?.value;
    return words?.kind === 'literal' && /^\s*-|\bago\b|\byesterday\b/.test(String(words.value));
  }
  if (
    value.kind === 'object' &&
    /(?:^|\.)(?:Date|DateTime|DateTimeOffset|Time|Instant|datetime\.fromtimestamp|unix|Unix|time)(?:$|\.)/.test(value.path)
  ) {
    const first = value.call.args[0]?.value;
    // `DateTime.Now.AddDays(-1)`, of a clock that is a constant.
    if (/(?:^|\.)Add[A-Z]\w*$/.test(value.path))
      return first?.kind === 'unary'
        ? first.operator === 'minus'
        : first?.kind === 'literal' && typeof first.value === 'number' && first.value < 0;
    if (first?.kind === 'literal' && value.call.args.length >= 3) return typeof first.value === 'number' && first.value < 2015;
    if (first?.kind === 'literal')
      return (
        (typeof first.value === 'number' && first.value < 1_500_000_000) || (typeof first.value === 'string' && isPastDate(first.value))
      );
    if (first?.kind === 'binary') return first.operator === '-';
    // `new Date()` and `new Date(Date.now())`: it ends at once.
    if (value.call.isNew && value.history.length === 0 && (first === undefined || isNow(first))) return true;
    if (value.history.entries.some((entry) => /^(?:minus|sub|ago|subDays|minusDays)/.test(entry.method))) return true;
    if (value.history.entries.some((entry) => /^Add/.test(entry.method) && entry.args.some((one) => isNegative(one, reader)))) return true;
  }
  const outcome = reader.read(value);
  if (outcome.kind === 'literal')
    return (typeof outcome.value === 'string' && isPastDate(outcome.value)) || (typeof outcome.value === 'number' && outcome.value <= 0);
  if (value.kind === 'operation' && value.operator === '-') {
    const [left] = value.operands;
    return left?.kind === 'object' && /(?:^|\.)(?:time|now|timestamp)$/i.test(left.path);
  }
  return value.kind === 'symbol' && /(?:DateTimeOffset\.MinValue|UnixEpoch|EPOCH)$/.test(value.path);
}
