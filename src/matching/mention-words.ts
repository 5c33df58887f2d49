/** The wide net of the account: words that stand wherever code or settings have to do with setting a cookie, whatever the framework. */

/**
 * Words of RFC 6265bis and of how frameworks call the cookies that they set themselves. Deliberately wide, and independent of
 * the catalogue: a framework that nobody has written a rule for still has to call its cookies cookies.
 */
const MENTION = new RegExp(
  [
    // `Set-Cookie`, `setCookie`, `SESSION_COOKIE_SECURE`, `http.Cookie`, `cookies()`
    'cookie',
    // Protection against forged requests keeps its token in a cookie.
    '[cx]srf(?:(?![cx]srf)[\\w.-])*?(?:protect|middleware|filter|guard|config|options|enable|repository|\\()|csurf',
    // Configuration of sessions; reading what is in one (`session.user`) says nothing about its cookie.
    'session(?:(?!session)[\\w.-])*?[._-]?(?:secure|middleware|config|options|settings)\\b',
    '(?:use|enable|add|configure|with|start)_?sessions?\\b',
    'session_(?:start|set)',
    // The attribute as a key, an argument or a setter.
    '(?:^|[^\\w.])["\':]?secure["\']?\\s*(?:[:=]|=>)',
    '(?:set|is|use|with)_?secure\\b',
    'samesite|same_site',
  ].join('|'),
  'gi',
);

/** One mention in a text: offsets in UTF-16 code units. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** The first mention of each line of a text. */
export function mentionsIn(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  let lineEnd = -1;
  for (const match of text.matchAll(MENTION)) {
    // A key begins behind the character that sets it off.
    const start = match.index + (match[0].length - match[0].trimStart().length);
    if (start < lineEnd) continue;
    const next = text.indexOf('\n', start);
    lineEnd = next < 0 ? text.length : next;
    mentions.push({ start, end: match.index + match[0].trimEnd().length });
  }
  return mentions;
}
