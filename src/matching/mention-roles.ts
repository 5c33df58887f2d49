/** What a mention of a cookie does in its file, by the code around it; undefined where it may set a cookie for all that is seen. */
import { childrenOf } from '../syntax/walk.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import type { Assignment, Call, Expression, Literal, Node, Program, Property } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isKind } from '../values/program-index.js';
import type { Mention } from './mention-words.js';

/** Why a mention sets no cookie of its own. */
export type Role =
  /** A comment, a message, a page's text. */
  | 'text'
  /** A name that is declared, imported or typed. */
  | 'declaration'
  /** A cookie that came with a request, or a value that is only looked at. */
  | 'read'
  | 'deletion'
  /** A cookie that this program sends to another server, or that a browser under its control holds. */
  | 'outgoing'
  /** Another attribute, the name or the secrets of a cookie that is set elsewhere. */
  | 'attribute'
  /** The word `secure` of something else: a mail server, a storage, a socket. */
  | 'lookalike'
  /** A function or class of the repository: what it does is accounted for where it stands. */
  | 'helper';

const READS =
  /^(?:gets?|reads?|fetch|find|load|look_?up|has|is|contains|includes?|exists?|all|keys|values|entries|each|for_?each|map|filter|some|every|any|split|match(?:es)?|test|index_?of|starts_?with|ends_?with|trim|replace|lower|upper|decode|parse|verify|unsign|decrypt|deserialize|unserialize|validate|check|assert|expect|equals?|compare|length|size|count|len|empty|blank|present|nil|fetch|dig|slice|sub_?str(?:ing)?|to_?(?:string|str|s|h|a|lower_?case|upper_?case|json)|stringify|string|join|format|sprintf|isset|array_key_exists|in_array|explode|implode|typeof)(?:[A-Z_!?].*)?$/i;
const READERS =
  /(?:[Pp]arser|[Rr]eader|[Gg]etter|[Ee]xtract(?:or)?|[Dd]ecoder)$|^(?:get|read|parse|extract|fetch|find|has|is|decode|verify|load|check|validate)(?=[A-Z_])/;
/** What only names a cookie or one of its parts. */
const NAMES_IT =
  /(?:name|key|value|path|prefix|id|domain|age|expiry|expires|header|str|text|parser|reader|banner|consent|policy|notice|message|label|title|url|link)s?$/i;
const OTHER_SECURE =
  /smtp|mail|imap|minio|\bs3|storage|redis|ldap|mongo|amqp|rabbit|kafka|mqtt|socket|\bws|grpc|ftp|elastic|influx|nats|turn|stun|sip|webrtc|proxy|database|\bdb|postgres|mysql|registry|docker|livekit|vite|devserver|hmr/i;
/** Versions of a dependency in a manifest. */
const VERSION = /^(?:[\^~<>=*]|\d+\.|workspace:|npm:|file:|link:|git[+:]|https?:|latest$|next$)/;
const DELETES = /^(?:clear|remove|delete|del|destroy|expire|unset|forget|invalidate|reset|pop|discard|evict|drop)/i;
/** Hooks of components: what they are given is watched, or is called where it stands. */
const HOOKS = /^use(?:Effect|LayoutEffect|InsertionEffect|Memo|Callback|ImperativeHandle|Context|Selector|Ref|State|Reducer)$/;
/** Attributes of RFC 6265bis but Secure, and what libraries call their own: no cookie is set by a setting of these alone. */
const ATTRIBUTE = /(?:http_?only|same_?site|serializers?|rotations?|rotate|salt|secret|timeout|lifetime|max_?age|expiration)s?$/i;
/** Names that say that something is done; a call without arguments under any other name reads a property. */
const DOES =
  /^(?:set|add|send|put|write|create|make|save|store|issue|refresh|renew|update|append|push|emit|attach|use|enable|start|init|build|commit|regenerate|rotate|log_?in|sign_?in|remember|persist|install|register|with|new|apply|configure|dispatch|respond|give|drop_in)/i;
const SAYS =
  /^(?:log|debug|info|warn(?:ing)?|error|trace|fatal|print(?:ln|f)?|puts|echo|write_?line|console|panic|raise|throw|fail|t|_|__|gettext|trans(?:late)?|i18n|describe|it|test|tr)$/i;
const ERRORS = /(?:Error|Exception|Warning|Failure)$/;
const OUTGOING =
  /^(?:axios|got|fetch|request|requests|superagent|undici|https?_?client|httpx|aiohttp|urllib\d?|curl\w*|guzzle|faraday|rest_?template|web_?client|ok_?http\w*|reqwest|ureq|hyper|cookie_?jar|jar|tough_?cookie|http_?cookie|browser|page|context|driver|puppeteer|playwright|selenium|scraper|crawler|mechanize)$/i;

/** What an HTTP client keeps its cookies in. */
const OUTGOING_MEMBER = /^(?:cookie_?containers?|use_?cookies|store_?cookies|cookie_?jars?|cookie_?managers?|cookie_?policy|tough)$/i;
/** PHP's cookies of the request. */
const REQUEST_COOKIES = '_COOKIE';

/** The role of a mention, asked from the innermost node outward. */
export function roleOf(mention: Mention, program: Program, { evaluator, isDeclared }: RoleContext): Role | undefined {
  if (program.comments.some(({ start, end }) => start <= mention.start && mention.start < end)) return 'text';
  const way = wayTo(mention, program);
  const innermost = way[0];
  // Types, markup and what else has no shape in the program: nothing there is run.
  if (innermost === undefined) return isSettingsLanguage(program.language) ? undefined : 'declaration';
  if (isKind(innermost, 'literal') && isProse(innermost)) return 'text';
  // A method by its name: `after_action :set_csrf_cookie`.
  if (isKind(innermost, 'literal') && typeof innermost.value === 'string' && isDeclared(innermost.value)) return 'helper';
  if (isKind(innermost, 'name') && innermost.name === REQUEST_COOKIES) return 'read';
  let key = false;
  for (const [i, node] of way.entries()) {
    const role = roleIn(node, way[i - 1], { mention, program, evaluator, isDeclared });
    // An option or a header of something: whom it is given to decides.
    if (role === 'key') key = true;
    else if (role === 'open') return undefined;
    else if (role !== undefined) return key && (role === 'declaration' || role === 'deletion') ? undefined : role;
  }
  return key || isSettingsLanguage(program.language) ? undefined : 'read';
}

/** What is known beyond the file. */
export interface RoleContext {
  readonly evaluator: Evaluator;
  /** Whether some file of the production code declares a function or class of the name. */
  readonly isDeclared: (name: string) => boolean;
}

interface Asked extends RoleContext {
  readonly mention: Mention;
  readonly program: Program;
}

/** The nodes around a mention, innermost first. */
function wayTo({ start, end }: Mention, program: Program): readonly Node[] {
  const way: Node[] = [];
  let level: readonly Node[] = program.body;
  for (;;) {
    const inside = level.find((node) => node.start < end && start < node.end);
    if (inside === undefined) return way;
    way.unshift(inside);
    level = childrenOf(inside);
  }
}

/** Words for people: several of them, and no `name=value` of a header. */
const isProse = ({ value }: Literal): boolean =>
  typeof value === 'string' &&
  /\S\s+\S+\s+\S/.test(value) &&
  !/^[\w.-]+=|;\s*(?:path|secure|httponly|expires|max-age|samesite)|set-cookie|document\.cookie/i.test(value);

/** The role that a node decides for the mention inside its `child`; 'open' where it may set a cookie, 'key' where it is an option; undefined to ask further out. */
function roleIn(node: Node, child: Node | undefined, asked: Asked): Role | 'open' | 'key' | undefined {
  if (!('kind' in node)) return 'target' in node && child === node.target ? 'declaration' : undefined;
  switch (node.kind) {
    case 'import':
    case 'export':
      return child === undefined ? 'declaration' : undefined;
    case 'class-declaration':
    case 'function-declaration':
    case 'function':
      return child === undefined || ('name' in child && isParameter(node, child)) ? 'declaration' : 'read';
    case 'call':
      return roleInCall(node, child, asked);
    case 'declaration':
      return child === node.target || child === undefined ? 'declaration' : undefined;
    case 'assignment':
      return roleInAssignment(node, child);
    case 'property':
      return child === node.key ? roleOfKey(node, asked) : undefined;
    case 'if':
    case 'switch':
    case 'loop':
    case 'throw':
      return 'read';
    default:
      return undefined;
  }
}

const isParameter = (node: Node, child: Node): boolean => isKind(node, 'function') && node.params.some((parameter) => parameter === child);

/** A key may be a library's option; what it is given may show that it is none. */
function roleOfKey({ key, value, shorthand }: Property, { mention, program }: Asked): Role | 'key' | undefined {
  if (value.kind === 'literal' && typeof value.value === 'string') {
    if (isProse(value)) return 'text';
    if (isSettingsLanguage(program.language) && VERSION.test(value.value)) return 'declaration';
  }
  if (value.kind === 'function') return 'declaration';
  if (shorthand === true) return undefined;
  const written = key.kind === 'literal' ? String(key.value) : '';
  if (/^secure$/i.test(written)) return isOtherSecure(mention, program) ? 'lookalike' : 'key';
  if (ATTRIBUTE.test(written)) return 'attribute';
  if (NAMES_IT.test(written)) return 'declaration';
  return isReading(value) ? 'read' : 'key';
}

/** Whether the names around a `secure` are of something that has no cookies. */
const isOtherSecure = (mention: Mention, program: Program): boolean =>
  wayTo(mention, program).some((node) => nameOf(node).some((name) => OTHER_SECURE.test(name)));

/** The names that a node gives to what is in it. */
function nameOf(node: Node): readonly string[] {
  if (!('kind' in node)) return [];
  switch (node.kind) {
    case 'property':
      return node.key.kind === 'literal' ? [String(node.key.value)] : [];
    case 'call':
      return namesIn(node.callee);
    case 'declaration':
      return node.target.kind === 'name' ? [node.target.name] : [];
    case 'assignment':
      return node.target.kind === 'name' ? [node.target.name] : node.target.kind === 'member' ? [node.target.property] : [];
    case 'function-declaration':
    case 'class-declaration':
      return [node.name];
    default:
      return [];
  }
}

/** Whether a value is what a reading function gives. */
function isReading(value: Expression): boolean {
  if (value.kind !== 'call') return false;
  const last = namesIn(value.callee).at(-1) ?? '';
  return READS.test(last) || READERS.test(last);
}

/** A local name is only a name; a member may be the library's: `document.cookie = …`, `options.cookie = …`. */
function roleInAssignment({ target, value }: Assignment, child: Node | undefined): Role | 'open' | undefined {
  if (child !== target) return undefined;
  if (isReading(value)) return 'read';
  if (value.kind === 'function') return 'declaration';
  if (isKind(target, 'name') || isKind(target, 'pattern')) return 'declaration';
  const written = isKind(target, 'member')
    ? target.property
    : isKind(target, 'subscript') && target.index.kind === 'literal'
      ? String(target.index.value)
      : '';
  if (OUTGOING_MEMBER.test(written)) return 'outgoing';
  return ATTRIBUTE.test(written) ? 'attribute' : NAMES_IT.test(written) ? 'declaration' : 'open';
}

function roleInCall(call: Call, child: Node | undefined, asked: Asked): Role | 'open' | undefined {
  const names = namesIn(call.callee);
  const last = names.at(-1) ?? '';
  if (child === call.callee || isArgument(call, child)) {
    if (SAYS.test(last) || SAYS.test(names[0] ?? '') || ERRORS.test(last)) return 'text';
    if (DELETES.test(last)) return 'deletion';
    if (HOOKS.test(last)) return 'read';
    if (ATTRIBUTE.test(last)) return 'attribute';
    // `fetch(url, { headers: { Cookie } })`: a client's own name, before its first letters are taken for those of a reader.
    if (names.length === 1 && OUTGOING.test(last)) return 'outgoing';
    if (READS.test(last) || READERS.test(last)) return 'read';
    if (names.some((name) => OUTGOING.test(name))) return 'outgoing';
    if (/^(?:require|import|require_once|include)$/.test(last)) return 'declaration';
    // Go's `request.Cookie(name)`, Ring's and Gin's likewise, give a cookie of the request.
    if (asked.program.language === 'go' && last === 'Cookie' && call.args.length === 1) return 'read';
    if (asked.isDeclared(last) || isOurs(call.callee, asked)) return 'helper';
    if (child === call.callee && call.args.length === 0 && call.block === undefined && !DOES.test(last)) return undefined;
    return 'open';
  }
  return undefined;
}

const isArgument = (call: Call, child: Node | undefined): boolean =>
  child !== undefined && call.args.some((argument) => argument === child);

/** `a.b.c` as its names. */
function namesIn(callee: Expression): string[] {
  const names: string[] = [];
  let at: Expression | undefined = callee;
  while (at !== undefined) {
    if (at.kind === 'member') {
      names.unshift(at.property);
      at = at.object;
    } else if (at.kind === 'call') at = at.callee;
    else if (at.kind === 'subscript') at = at.object;
    else {
      if (at.kind === 'name') names.unshift(at.name);
      at = undefined;
    }
  }
  return names;
}

/** Whether a function or class of the repository is called. */
function isOurs(callee: Expression, { program, evaluator }: Asked): boolean {
  evaluator.begin();
  const value = evaluator.evaluate(callee, program);
  return value.kind === 'function' || value.kind === 'class';
}
