/** Whether a cookie that was seen may be one that the source sets: by its name, its prefix, a pattern, or what its framework calls it. */
import type { CookieRecord } from '../cookies/finding.js';
import { prefixOf } from '../cookies/session-names.js';
import { nameMatcher } from '../text/glob.js';

/** From the surest to the vaguest. */
export type MatchedBy = 'name' | 'prefix' | 'suffix' | 'pattern' | 'framework default' | 'attributes';

const RANKS: readonly MatchedBy[] = ['name', 'prefix', 'suffix', 'pattern', 'framework default', 'attributes'];

export const rankOf = (by: MatchedBy): number => RANKS.indexOf(by);

/** How a name that was seen agrees with a cookie of the source; undefined where it does not. `attributes` stands for a name that nobody can tell. */
export function nameTestOf({ cookie: { name, expression }, surface }: CookieRecord): (observed: string) => MatchedBy | undefined {
  if (name !== null)
    return (observed) =>
      observed === name
        ? 'name'
        : withoutPrefix(observed) === withoutPrefix(name)
          ? 'prefix'
          : isDerived(observed, name)
            ? 'suffix'
            : undefined;
  const pattern = expression === undefined ? undefined : patternOf(expression);
  if (pattern !== undefined) return testOf([pattern], 'pattern');
  const defaults = DEFAULT_NAMES.find(([of]) => surface.startsWith(of))?.[1];
  return defaults === undefined ? () => 'attributes' : testOf(defaults, 'framework default');
}

function testOf(patterns: readonly string[], by: MatchedBy): (observed: string) => MatchedBy | undefined {
  const tests = patterns.map(nameMatcher);
  return (observed) => (tests.some((test) => test(observed)) ? by : undefined);
}

const withoutPrefix = (name: string): string => name.slice(prefixOf(name)?.length ?? 0);

/**
 * Names that libraries make of the one that they are given: signatures (https://github.com/pillarjs/cookies#cookiessetname--values--options),
 * pieces of a value that is too long for one cookie (Auth.js, ASP.NET Core's ChunkingCookieManager).
 */
function isDerived(observed: string, name: string): boolean {
  return observed.startsWith(name) && /^(?:\.sig|\.\d+|C\d+)$/.test(observed.slice(name.length));
}

/** Fewer characters that are known say nothing. */
const LEAST_KNOWN = 2;

/** The name that an expression makes, as a glob: `` `pref_${id}` `` and `'pref_' + id` are `pref_*`. Undefined where too little is known. */
export function patternOf(expression: string): string | undefined {
  const pieces = [...expression.matchAll(/[frbu@$]{0,2}"((?:[^"\\]|\\.)*)"|[frbu]{0,2}'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gi)];
  if (pieces.length === 0) return undefined;
  // What stands between, before and after the quoted pieces is joined to them, unless it is only a sign.
  let pattern = '';
  let end = 0;
  for (const piece of pieces) {
    if (/[\w)\]]/.test(expression.slice(end, piece.index))) pattern += '*';
    pattern += (piece[1] ?? piece[2] ?? piece[3] ?? '').replace(/[$#]?\{[^{}]*\}|%[-\d.]*[sdv@]/g, '*');
    end = piece.index + piece[0].length;
  }
  if (/[\w(]/.test(expression.slice(end))) pattern += '*';
  const known = pattern.replaceAll('*', '');
  // A quoted word alone is what is looked up (`names['session']`), not what comes of it.
  return known.length >= LEAST_KNOWN && !/\[\s*['"]/.test(expression) && !/^[\w.]+\(/.test(expression)
    ? pattern.replace(/\*+/g, '*')
    : undefined;
}

/** What frameworks call the cookies that a setting decides about without naming them. */
const DEFAULT_NAMES: readonly (readonly [surface: string, patterns: readonly string[]])[] = [
  // https://guides.rubyonrails.org/security.html#session-storage
  ['rails/', ['_*_session', '_session_id']],
  // https://www.php.net/manual/en/session.configuration.php#ini.session.name
  ['php/session', ['PHPSESSID']],
  // https://learn.microsoft.com/aspnet/core/fundamentals/app-state, …/security/anti-request-forgery
  ['aspnetcore/', ['.AspNetCore.*']],
  // https://learn.microsoft.com/dotnet/api/system.web.configuration.sessionstatesection.cookiename
  ['aspnet/', ['ASP.NET_SessionId', '.ASPXAUTH', '__RequestVerificationToken*']],
  // Servlet specification, section 7.1.1
  ['servlet/session', ['JSESSIONID']],
  ['spring-boot/', ['JSESSIONID', 'SESSION']],
  // https://github.com/markbates/goth/blob/master/gothic/gothic.go
  ['goth/', ['_gothic_session']],
  // https://learn.microsoft.com/aspnet/core/fundamentals/servers/yarp/session-affinity
  ['yarp/', ['.Yarp.Affinity']],
];
