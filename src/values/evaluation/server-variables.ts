/** Variables in the texts of servers' configurations: nginx' `set` and `map`, Apache's `Define`, Caddy's `vars`. */
import { blockAround, calleeName, directivesIn } from '../../syntax/settings/blocks.js';
import type { Call, Expression, Literal, Member } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { grouped } from '../grouped.js';
import { perIndex } from '../per-index.js';
import type { ProgramIndex } from '../program-index.js';
import { choice, known, operation, unknown, type Origin, type Value } from '../value.js';

/** How one server writes a variable in a text, and which directive gives it its value. */
interface Syntax {
  readonly variable: RegExp;
  readonly sets: string;
  /** What stands before the name where it is set. */
  readonly sigil: string;
}

const SYNTAXES: Partial<Record<string, Syntax>> = {
  // https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#set; `$1` is what an expression caught.
  nginx: { variable: /\$(?:\{([a-z_]\w*)\}|([a-z_]\w*))/gi, sets: 'set', sigil: '$' },
  // https://httpd.apache.org/docs/2.4/mod/core.html#define
  apache: { variable: /\$\{(\w+)\}/g, sets: 'define', sigil: '' },
  // https://caddyserver.com/docs/caddyfile/directives/vars
  caddyfile: { variable: /\{vars\.([\w.-]+)\}/g, sets: 'vars', sigil: '' },
};

/** A text with variables, as what its pieces are; undefined for other literals. */
export function textWithVariables(literal: Literal, context: Context): Value | undefined {
  const syntax = SYNTAXES[context.language];
  const text = literal.value;
  if (syntax === undefined || typeof text !== 'string' || !/[${]/.test(text)) return undefined;
  const origin = context.origin(literal);
  const pieces: Value[] = [];
  let at = 0;
  for (const match of text.matchAll(syntax.variable)) {
    if (match.index > at) pieces.push(known(text.slice(at, match.index), origin));
    pieces.push(valueOf(match[1] ?? match[2] ?? '', literal, syntax, context, origin));
    at = match.index + match[0].length;
  }
  if (pieces.length === 0) return undefined;
  if (at < text.length) pieces.push(known(text.slice(at), origin));
  return pieces.length === 1 ? pieces[0] : operation('text', pieces, origin);
}

/** What Varnish's code has put into a header of the request or response before: `set req.http.X-Cookie = "a=1";`. */
export function headerSetBefore(use: Member, context: Context): Value | undefined {
  const { evaluator, index, program } = context;
  const named = (expression: Expression): string => program.text.slice(expression.start, expression.end).toLowerCase();
  const name = named(use);
  let value: Value | undefined;
  for (const assignment of index.assignments) {
    const { target } = assignment;
    if (
      target.kind !== 'member' ||
      target === use ||
      assignment.end > use.start ||
      named(target) !== name ||
      index.functionAround(assignment) !== index.functionAround(use)
    )
      continue;
    const next = context.evaluate(assignment.value);
    const guard = evaluator.conjunction(guardsOf(assignment, undefined, index, { earlyExits: false }), program);
    value =
      guard === undefined
        ? next
        : choice(
            guard,
            next,
            value ?? evaluator.recognise(name, context.origin(use)) ?? unknown('a header', context.origin(use)),
            context.origin(assignment),
          );
  }
  return value;
}

function valueOf(name: string, use: Expression, syntax: Syntax, context: Context, origin: Origin): Value {
  const { budget } = context.evaluator;
  const key = `server variable ${budget.idOf(context.program)}:${name}@${budget.idOf(use)}`;
  const work = (): Value =>
    setIn(name, use, syntax, context) ??
    (context.language === 'nginx' ? (mapped(name, context) ?? ofRequest(name, origin)) : undefined) ??
    unknown(`the variable ${name} of the server`, origin);
  return budget.once(key, work, () => unknown('its value depends on itself', origin));
}

/** More directives that set one variable are not told apart. */
const MAX_SETS = 40;

/** What the directives before a place give a variable: those of the blocks around it, and under conditions those of `if` in them. */
function setIn(name: string, use: Expression, { sets, sigil }: Syntax, context: Context): Value | undefined {
  const { index } = context;
  const own = blocksAround(use, index);
  let value: Value | undefined;
  const calls = directivesNamed(sets, index).filter(
    ({ args }) => args[0]?.value.kind === 'literal' && args[0].value.value === `${sigil}${name}`,
  );
  for (const call of calls.slice(0, MAX_SETS)) {
    const given = call.args[1]?.value;
    const [inner, ...outer] = blocksOfCall(call, index);
    const isConditional = inner !== undefined && calleeName(inner) === 'if' && !own.includes(inner);
    const reaches = (isConditional ? outer : inner === undefined ? [] : [inner, ...outer]).every((block) => own.includes(block));
    if (given === undefined || !reaches || (call.start > use.start && context.language !== 'apache')) continue;
    const next = context.evaluate(given);
    const origin = context.origin(call);
    value = isConditional ? choice(condition(inner, context), next, value ?? known('', origin), origin) : next;
  }
  return value;
}

/** The blocks around a place, the innermost first; the top of the file is no block. */
function blocksAround(node: Expression, index: ProgramIndex): Call[] {
  const blocks: Call[] = [];
  let child: Parameters<ProgramIndex['parent']>[0] = node;
  for (let at = index.parent(node); at !== undefined; child = at, at = index.parent(at))
    if ('kind' in at && at.kind === 'call' && at.block === child) blocks.push(at);
  return blocks;
}

function blocksOfCall(call: Call, index: ProgramIndex): Call[] {
  const blocks: Call[] = [];
  for (let at = blockAround(call, index); at !== undefined; at = blockAround(at, index)) blocks.push(at);
  return blocks;
}

const byDirective = perIndex((index) => grouped(index.calls, (call) => calleeName(call) ?? ''));

const directivesNamed = (name: string, index: ProgramIndex): readonly Call[] => byDirective(index).get(name) ?? [];

/** https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#if: `($scheme = https)`, `($flag)`. */
function condition(block: Call, context: Context): Value {
  const origin = context.origin(block);
  const words = block.args.map(({ value }) => value).filter((value): value is Literal => value.kind === 'literal');
  const text = words
    .map(({ value }) => String(value))
    .join(' ')
    .replace(/^\(\s*|(?<!\s)\s*\)$/g, '');
  const [, name, sign, wanted] = /^\$(\w+)(?:\s*(!?=)\s*(.*))?$/s.exec(text) ?? [];
  const [first] = words;
  const syntax = SYNTAXES[context.language];
  if (name === undefined || first === undefined || syntax === undefined) return unknown('a condition of the server', origin);
  const tested = valueOf(name, first, syntax, context, origin);
  return sign === undefined
    ? tested
    : operation(sign === '=' ? '==' : '!=', [tested, known((wanted ?? '').replace(/^["']|["']$/g, ''), origin)], origin);
}

/** https://nginx.org/en/docs/http/ngx_http_map_module.html#map: `map $scheme $flag { https "; Secure"; default ""; }`. */
function mapped(name: string, context: Context): Value | undefined {
  const { index } = context;
  const map = directivesNamed('map', index).find(({ args }) => args[1]?.value.kind === 'literal' && args[1].value.value === `$${name}`);
  const source = map?.args[0]?.value;
  if (map === undefined || source === undefined) return undefined;
  const origin = context.origin(map);
  const tested = context.evaluate(source);
  let value: Value = known('', origin);
  const entries = directivesIn(map, index).flatMap((entry) =>
    entry.callee.kind === 'name' && entry.args[0] !== undefined ? [{ key: entry.callee.name, given: entry.args[0].value }] : [],
  );
  for (const { key, given } of entries) if (key === 'default') value = context.evaluate(given);
  for (const { key, given } of entries.toReversed()) {
    if (key === 'default' || key === 'hostnames' || key === 'volatile' || key === 'include') continue;
    // Expressions of the map are the visitor's data compared with a pattern.
    const fits = tested.kind === 'request' ? tested : unknown('a pattern of the map', origin);
    const test = key.startsWith('~') ? fits : operation('==', [tested, known(key.replace(/^["']|["']$/g, ''), origin)], origin);
    value = choice(test, context.evaluate(given), value, origin);
  }
  return value;
}

/** https://nginx.org/en/docs/http/ngx_http_core_module.html#variables */
function ofRequest(name: string, origin: Origin): Value | undefined {
  const what = OF_CONNECTION.find(({ names }) => names.test(name))?.what ?? (DATA.test(name) ? 'data' : undefined);
  return what === undefined ? undefined : { kind: 'request', what, origin };
}

const OF_CONNECTION = [
  { names: /^(?:scheme|http_(?:x_)?forwarded_(?:proto|protocol|scheme))$/, what: 'scheme' },
  { names: /^(?:https|http_x_forwarded_ssl)$/, what: 'cgi-https' },
  { names: /^server_port$/, what: 'port' },
] as const;

const DATA =
  /^(?:arg|cookie|http)_\w+$|^(?:args|query_string|uri|request_uri|request_id|remote_\w+|host|hostname|server_name|msec|time_\w+|connection\w*|binary_remote_addr|request\w*|pid|document_uri|content_\w+|nginx_version|geoip\w*|ssl_\w+)$/;
