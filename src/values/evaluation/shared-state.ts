/**
 * What JavaScript code puts on an application, a request or a response in one place and reads in another: `app.locals.cookie`,
 * `app.set('cookie', …)`, `res.locals`, Koa's `ctx.state` and `app.context`, Fastify's `decorate`, Hono's `c.set`, h3's `event.context`.
 */
import type { Call, Expression, Member, Node, Program, Subscript } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { perIndex } from '../per-index.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { absent, choice, unknown, type Value } from '../value.js';

/** What one kind of store is called where it is read and where it is written, and whether each request has its own. */
interface Store {
  readonly read: RegExp;
  readonly written: RegExp;
  readonly perRequest: boolean;
}

/** https://expressjs.com/en/5x/api.html#app.locals, #res.locals; https://koajs.com/#ctx-state, #app-context; https://h3.dev/guide/api/h3event#eventcontext; https://hono.dev/docs/api/context#set-get */
const MEMBERS: readonly Store[] = [
  { read: /(?:^|\.)app\.locals$/, written: /(?:^|\.)app\.locals$/, perRequest: false },
  { read: /^(?:res|response)\.locals$/, written: /^(?:res|response)\.locals$/, perRequest: true },
  { read: /^(?:ctx|context)\.state$/, written: /^(?:ctx|context)\.state$/, perRequest: true },
  { read: /^event\.context$/, written: /^event\.context$/, perRequest: true },
  { read: /^(?:ctx|context)$/, written: /^app\.context$/, perRequest: false },
];

/** Calls that put a value under a name: the method, what it is called on, and where it is read. */
const CALLS: readonly (Store & { readonly method: string; readonly getter?: string })[] = [
  { method: 'set', getter: 'get', written: /^app$/, read: /(?:^|\.)app$/, perRequest: false },
  // Koa's `ctx.get` reads a header of the request: Hono's context is called `c`.
  { method: 'set', getter: 'get', written: /^c$/, read: /^c$/, perRequest: true },
  { method: 'set', written: /^c$/, read: /^c\.var$/, perRequest: true },
  // https://fastify.dev/docs/latest/Reference/Decorators/
  { method: 'decorate', written: /^\w+$/, read: /^(?:app|fastify|server|instance|this|(?:request|req|reply)\.server)$/, perRequest: false },
];

/** Settings that the framework has of its own: https://expressjs.com/en/5x/api.html#app.settings.table */
const OWN_SETTINGS =
  /^(?:env|etag|trust proxy|view|views|case sensitive routing|query parser|strict routing|x-powered-by|json|jsonp|subdomain)/;
/** Who runs a function for every request that comes to what stands behind it. */
const FOR_ALL = /^(?:use|createMiddleware|addHook|eventHandler|defineEventHandler|onRequest)$/;

interface Put {
  readonly key: string;
  readonly on: string;
  readonly method?: string;
  readonly value: Expression;
  readonly at: Node;
}

/** Everything that a file puts on something by a name. */
const putIn = perIndex((index: ProgramIndex): readonly Put[] => [
  ...index.assignments.flatMap((one): Put[] => {
    const { target, value } = one;
    const key = target.kind === 'member' || target.kind === 'subscript' ? keyOf(target) : undefined;
    const on = key === undefined ? undefined : pathOf((target as Member).object);
    return key === undefined || on === undefined || one.operator !== '=' ? [] : [{ key, on, value, at: one }];
  }),
  ...index.calls.flatMap((call): Put[] => {
    const { callee, args } = call;
    const [name, given] = args;
    if (callee.kind !== 'member' || (callee.property !== 'set' && callee.property !== 'decorate') || args.length !== 2) return [];
    const on = pathOf(callee.object);
    return name?.value.kind !== 'literal' || typeof name.value.value !== 'string' || on === undefined
      ? []
      : [{ key: name.value.value, on, method: callee.property, value: given!.value, at: call }];
  }),
]);

/** The value of a member or a call that reads such a store; undefined where it is none, or nobody writes it. */
export function sharedState(expression: Member | Subscript | Call, context: Context): Value | undefined {
  if (context.language !== 'javascript') return undefined;
  const asked = expression.kind === 'call' ? askedBy(expression) : readBy(expression);
  if (asked === undefined) return undefined;
  const { evaluator, program } = context;
  const { budget } = evaluator;
  const stores = asked.stores;
  return budget.once(
    `state ${budget.idOf(program)}:${expression.start}`,
    () => {
      const found = [program, ...(evaluator.links.filesAssigning?.(program, asked.key) ?? [])].flatMap((other) =>
        putIn(evaluator.indexOf(other))
          .filter((put) => put.key === asked.key)
          .flatMap((put) => {
            const store = stores.find(({ written, method }) => method === put.method && written.test(put.on));
            return store === undefined ? [] : [valueOfPut(put, store, other, expression, context)];
          }),
      );
      const unsure = unknown('it is written in several places', context.origin(expression));
      return found.reduceRight<Value | undefined>(
        (rest, value) => (rest === undefined ? value : choice(unsure, value, rest, value.origin)),
        undefined,
      );
    },
    () => undefined,
  );
}

interface Asked {
  readonly key: string;
  readonly stores: readonly (Store & { readonly method?: string })[];
}

function readBy(expression: Member | Subscript): Asked | undefined {
  const key = keyOf(expression);
  const path = key === undefined ? undefined : pathOf(expression.object);
  if (key === undefined || path === undefined) return undefined;
  const stores = [...MEMBERS, ...CALLS.filter(({ getter }) => getter === undefined)].filter(({ read }) => read.test(path));
  return stores.length === 0 ? undefined : { key, stores };
}

function askedBy({ callee, args }: Call): Asked | undefined {
  const [name] = args;
  if (callee.kind !== 'member' || args.length !== 1 || name?.value.kind !== 'literal' || typeof name.value.value !== 'string')
    return undefined;
  const path = pathOf(callee.object);
  const stores = CALLS.filter(({ getter, read }) => getter === callee.property && path !== undefined && read.test(path));
  return stores.length === 0 || OWN_SETTINGS.test(name.value.value) ? undefined : { key: name.value.value, stores };
}

/** What a place puts there, under the conditions around it. */
function valueOfPut({ value, at }: Put, { perRequest }: Store, program: Program, use: Expression, context: Context): Value {
  const { evaluator } = context;
  const index = evaluator.indexOf(program);
  const around = index.functionAround(at);
  const there = new Context(evaluator, program, program === context.program ? context.frame : undefined);
  const given = there.evaluate(value);
  const guard = evaluator.conjunction(guardsOf(at, around, index, { earlyExits: true }), program, undefined);
  const written = guard === undefined ? given : choice(guard, given, absent(given.origin), given.origin);
  // Middleware runs for what is registered behind it.
  const isBefore = program !== context.program || at.start < use.start;
  if (around === undefined || (perRequest ? isBefore && isForAll(around, index) : !isHandler(around))) return written;
  return choice(unknown('another request may have come first', given.origin), written, absent(given.origin), given.origin);
}

/** Whether a function is middleware for all that stands behind it. */
function isForAll(fn: Node, index: ProgramIndex): boolean {
  const argument = index.parent(fn);
  const call = argument === undefined ? undefined : index.parent(argument);
  if (!isKind(call, 'call')) return false;
  const name = call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
  return FOR_ALL.test(name) && call.args.every((one) => one.value.kind !== 'literal' || name === 'addHook');
}

const isHandler = (fn: Node): boolean =>
  isKind(fn, 'function') &&
  fn.params.some(({ target }) => target.kind === 'name' && /^(?:req|request|ctx|context|event|c)$/.test(target.name));

const keyOf = (target: Member | Subscript): string | undefined =>
  target.kind === 'member' ? target.property : target.index.kind === 'literal' ? String(target.index.value) : undefined;

/** The names of a chain as they are written: `req.app.locals`. */
function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member') return undefined;
  const before = pathOf(expression.object);
  return before === undefined ? undefined : `${before}.${expression.property}`;
}
