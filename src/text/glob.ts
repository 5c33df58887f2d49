/**
 * Globs as a configuration writes them, matched in time that grows with the pattern's length times the text's: a stranger's
 * pattern over a stranger's names must not run for ever, as it does once it is turned into a regular expression.
 *
 * `*` is any text within a folder's or cookie's name, `?` one character, `[a-z]` and `[!a-z]` one of or none of a set, `{a,b}` one of
 * several, `**` any number of folders, `\` takes the next character as it is.
 */

/** One character's test, or `*`. */
type Token = '*' | ((character: string) => boolean);

/** More alternatives than this, multiplied out, are nobody's intention. */
const MOST_ALTERNATIVES = 1_000;

const MOST_CHARACTERS = 1_000;

/** Why a pattern can't be used; undefined for one that can. */
export function whyNoGlob(pattern: string): string | undefined {
  if (pattern.length > MOST_CHARACTERS) return `a pattern may have ${MOST_CHARACTERS} characters`;
  if (/(?:^|[^\\])[!@+?*]\(/.test(pattern)) return 'groups such as `+(a|b)` are not supported; write `{a,b}`';
  return alternativesOf(pattern) === undefined ? `it stands for more than ${MOST_ALTERNATIVES} patterns` : undefined;
}

/**
 * Turns patterns into a test of a path (relative, with `/`). As in .gitignore: a pattern without a slash matches at any depth,
 * a folder matches what is in it, and of several patterns the last that matches decides, `!` taking paths out again.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const negated = pattern.startsWith('!');
    const bare = pattern
      .slice(negated ? 1 : 0)
      .replace(/^\.?\//, '')
      .replace(/(?<!\/)\/+$/, '');
    const anywhere = bare.includes('/') || /^\.?\//.test(pattern) ? bare : `**/${bare}`;
    const ways = (alternativesOf(`${anywhere}/**`) ?? []).map((one) =>
      one.split('/').map((segment) => (segment === '**' ? '*' : testOf(tokensOf(segment)))),
    );
    return { negated, ways };
  });
  return (path) => {
    const segments = path.split('/');
    for (let i = tests.length - 1; i >= 0; i--) {
      const test = tests[i]!;
      if (test.ways.some((way) => matches(segments, way, (one, segment) => one(segment)))) return !test.negated;
    }
    return false;
  };
}

/** Turns a pattern of names into a test, in which case does not count and only `*` has a meaning. */
export function nameMatcher(pattern: string): (name: string) => boolean {
  const tokens = [...pattern.toLowerCase()].map((character): Token => (character === '*' ? '*' : (other) => other === character));
  const test = testOf(tokens);
  return (name) => test(name.toLowerCase());
}

function testOf(tokens: readonly Token[]): (text: string) => boolean {
  return (text) => matches([...text], tokens, (token, character) => token(character));
}

/** Whether `items` fit `pattern`, in which `'*'` is any number of them. Only the last `'*'` ever needs another try. */
function matches<Item, Test>(
  items: readonly Item[],
  pattern: readonly (Test | '*')[],
  fits: (test: Exclude<Test, '*'>, item: Item) => boolean,
): boolean {
  let item = 0;
  let at = 0;
  let star = -1;
  let afterStar = 0;
  while (item < items.length) {
    const test = pattern[at];
    if (test === '*') {
      star = at++;
      afterStar = item;
    } else if (at < pattern.length && fits(test as Exclude<Test, '*'>, items[item]!)) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++afterStar;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

function tokensOf(segment: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < segment.length;) {
    const character = String.fromCodePoint(segment.codePointAt(at)!);
    const set = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/u.exec(segment.slice(at)) : null;
    if (set !== null) {
      tokens.push(setOf(set[2]!, set[1] !== ''));
      at += set[0].length;
      continue;
    }
    at += character.length;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') {
      tokens.push(() => true);
    } else {
      const escaped = character === '\\' && at < segment.length ? String.fromCodePoint(segment.codePointAt(at)!) : undefined;
      at += escaped?.length ?? 0;
      const literal = escaped ?? character;
      tokens.push((other) => other === literal);
    }
  }
  return tokens;
}

function setOf(content: string, negated: boolean): Token {
  const characters = [...content];
  const ranges: (readonly [string, string])[] = [];
  for (let i = 0; i < characters.length; i++) {
    const first = characters[i]!;
    const last = characters[i + 1] === '-' ? characters[i + 2] : undefined;
    ranges.push([first, last ?? first]);
    if (last !== undefined) i += 2;
  }
  return (character) => ranges.some(([first, last]) => first <= character && character <= last) !== negated;
}

/** The patterns that `{a,b}` stands for, multiplied out; undefined where they are too many. */
function alternativesOf(pattern: string): string[] | undefined {
  let ways = [''];
  for (const part of partsOf(pattern)) {
    const own: string[] = typeof part === 'string' ? [part] : [];
    for (const one of typeof part === 'string' ? [] : part) {
      const inner = alternativesOf(one);
      if (inner === undefined) return undefined;
      own.push(...inner);
    }
    if (ways.length * own.length > MOST_ALTERNATIVES) return undefined;
    ways = ways.flatMap((way) => own.map((one) => way + one));
  }
  return ways;
}

/** Text, and the alternatives of each outermost pair of braces. Braces without a comma, or without an end, are text. */
function partsOf(pattern: string): (string | readonly string[])[] {
  const parts: (string | readonly string[])[] = [];
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const braces = pattern[at] === '{' ? bracesAt(pattern, at) : undefined;
    if (braces === undefined) {
      text += pattern[at] === '\\' ? pattern.slice(at, at + 2) : pattern[at]!;
      if (pattern[at] === '\\') at++;
      continue;
    }
    parts.push(text, braces.alternatives);
    text = '';
    at = braces.end;
  }
  return [...parts, text];
}

function bracesAt(pattern: string, start: number): { readonly alternatives: readonly string[]; readonly end: number } | undefined {
  const alternatives: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      alternatives.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === '}' && --depth === 0) {
      return alternatives.length === 0 ? undefined : { alternatives: [...alternatives, pattern.slice(from, at)], end: at };
    }
  }
  return undefined;
}
