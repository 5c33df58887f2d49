/** What functions of the repository return when they are called. */
import { calledName } from '../../syntax/called-name.js';
import type { FunctionExpression, LanguageId, Node, Return, Statement, Unary } from '../../syntax/ir.js';
import { walk } from '../../syntax/walk.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { guardsOf } from '../guards.js';
import { bindParameters, type GivenArgument } from '../parameters.js';
import { isKind } from '../program-index.js';
import { absent, choice, known, operation, originOf, unknown, type Frame, type FunctionValue, type Origin, type Value } from '../value.js';
import { decorated } from './decorated.js';
import { exitsOf, isInFinal, isInHandler, tryAround } from './exits.js';
import { isFailedLookUp, isOfEnvironment, resultsOf } from './go-results.js';
import { both } from './runs.js';
import { roundAround, turnsOf } from './turns.js';
import { ofRustType } from './rust-structs.js';

/** How deep calls are followed; deeper ones are unknown. */
const MAX_CALLS = 10;

/** Languages whose classes have methods without a body. */
const ABSTRACT = new Set<LanguageId>(['java', 'kotlin', 'csharp', 'scala', 'php']);

/** The arguments of a call, and the place it is made at. */
export interface FunctionCall {
  readonly args: readonly GivenArgument[];
  readonly origin: Origin;
  readonly frame: Frame | undefined;
  /** The object it is called on. */
  readonly self?: Value | undefined;
}

/** The value of a call, with its arguments bound. */
export function resultOf(fn: FunctionValue, { args, origin, frame, self }: FunctionCall, evaluator: Evaluator): Value {
  const depth = (frame?.depth ?? 0) + 1;
  if (depth > MAX_CALLS) return unknown('the calls go too deep to follow', origin);
  const reached = decorated(fn, origin, evaluator);
  if (reached !== undefined)
    return reached.kind === 'function'
      ? resultOf(reached, { args, origin, frame: { bindings: new Map(), parent: frame, depth }, self }, evaluator)
      : reached;
  const first = fn.node.params[0]?.target;
  if (first !== undefined)
    for (let at = frame; at !== undefined; at = at.parent) if (at.bindings.has(first)) return unknown('the function calls itself', origin);
  // Whoever calls a function of the file without parameters gets the same.
  const isPlain =
    fn.node.params.length === 0 &&
    args.length === 0 &&
    self === undefined &&
    fn.frame === undefined &&
    fn.bound === undefined &&
    evaluator.indexOf(fn.program).functionAround(fn.node) === undefined;
  if (isPlain)
    return evaluator.results.of(fn.node, depth, () =>
      given(fn, new Context(evaluator, fn.program, { bindings: new Map(), parent: undefined, depth })),
    );
  const bindings = bindParameters(fn, [...(fn.bound ?? []), ...args], origin);
  const block = args.find(({ isBlock }) => isBlock === true)?.value;
  const parent = fn.frame ?? (fn.program === origin.program ? frame : undefined);
  const inner: Frame = { bindings, parent, depth, ...(self === undefined ? {} : { self }), ...(block === undefined ? {} : { block }) };
  return given(fn, new Context(evaluator, fn.program, inner));
}

/** What is returned; where that is not followed, what the type of Rust's functions says about it. */
const given = (fn: FunctionValue, context: Context): Value => ofRustType(returned(fn, context), fn.node.returnType, context);

/** The returned values, last first: each counts where its guards hold, before those that follow it. What is thrown stops whoever calls. */
function returned(fn: FunctionValue, context: Context): Value {
  const { index } = context;
  const nothing = known(undefined, context.origin(fn.node));
  // A method without a body is written in some other class.
  if (fn.node.body.start === fn.node.body.end && ABSTRACT.has(context.language))
    return unknown('the method is abstract', context.origin(fn.node));
  const yields = yieldsOf(fn, context);
  if (yields.length > 0) return yielded(yields, fn, context);
  if (isChangedLater(fn, context)) return unknown('a deferred function changes the result', nothing.origin);
  let value: Value | undefined;
  let handled: Value | undefined;
  const finals: { readonly value: Value; readonly guard: Value | undefined }[] = [];
  const ofTurns = new Set<Statement>();
  for (const statement of [...index.returnsOf(fn.node), ...thrownBy(fn, context)].sort((a, b) => b.start - a.start)) {
    if (statement.kind === 'return' && isInFinal(statement, fn.node, index)) {
      const guard = context.evaluator.conjunction(
        guardsOf(statement, fn.node, index, { earlyExits: true }),
        context.program,
        context.frame,
      );
      finals.push({ value: returnedBy(statement, context), guard });
      continue;
    }
    if (isInHandler(statement, fn.node, index)) {
      if (statement.kind === 'return') handled ??= returnedBy(statement, context);
      continue;
    }
    // Go's `if !ok { return false }`: what the function gives where a look-up fails says nothing about the rest.
    const parent = index.parent(index.parent(statement) ?? statement);
    if (value !== undefined && context.language === 'go' && isFailedLookUp(parent) && !isOfEnvironment(parent, context)) continue;
    if (ofTurns.has(statement)) continue;
    const inTurns = statement.kind === 'return' ? returnedInTurns(statement, value ?? handled ?? nothing, fn, context) : undefined;
    if (inTurns !== undefined) {
      for (const one of inTurns.returns) ofTurns.add(one);
      ({ value } = inTurns);
      continue;
    }
    const one = statement.kind === 'return' ? returnedBy(statement, context) : operation('raise', [], context.origin(statement));
    const tried =
      handled !== undefined && tryAround(statement, fn.node, index) !== undefined ? operation('attempt', [one, handled], one.origin) : one;
    const guard = both(
      inBlock(statement, fn.node, context),
      context.evaluator.conjunction(guardsOf(statement, fn.node, index, { earlyExits: false }), context.program, context.frame),
    );
    value = guard === undefined ? tried : choice(guard, tried, value ?? handled ?? nothing, context.origin(statement));
  }
  const result = value ?? handled ?? (isDeclaredOnly(fn) ? unknown('the method is only declared', nothing.origin) : nothing);
  // What is returned at last is returned whatever was before.
  return finals.reduce((before, { value: last, guard }) => (guard === undefined ? last : choice(guard, last, before, last.origin)), result);
}

/** Loops that return in more places are not gone through. */
const MAX_RETURNS = 8;

const yieldTables = new WeakMap<FunctionExpression, readonly Unary[]>();

/** What a generator of JavaScript or Python yields, in source order. */
function yieldsOf({ node, program }: FunctionValue, { language }: Context): readonly Unary[] {
  if ((language !== 'javascript' && language !== 'python' && language !== 'php') || !program.text.includes('yield')) return [];
  let known = yieldTables.get(node);
  if (known === undefined) {
    const found: Unary[] = [];
    if (program.text.slice(node.start, node.end).includes('yield'))
      walk(node.body, (one) => {
        if (isKind(one, 'unary') && one.operator === 'yield') found.push(one);
        return !isKind(one, 'function');
      });
    yieldTables.set(node, (known = found));
  }
  return known;
}

/** More than these are not told apart. */
const MAX_YIELDS = 12;

/** A generator as the list of what it gives; a context manager of Python as what it gives first. */
function yielded(yields: readonly Unary[], fn: FunctionValue, context: Context): Value {
  const origin = context.origin(fn.node);
  if (yields.length > MAX_YIELDS) return unknown('the generator gives more than is followed', origin);
  const items: Value[] = [];
  let open = false;
  for (const one of yields) {
    if (roundAround(one, context.index) !== undefined) open = true;
    const guard = context.evaluator.conjunction(
      guardsOf(one, fn.node, context.index, { earlyExits: true }),
      context.program,
      context.frame,
    );
    const value = context.evaluate(one.operand);
    items.push(guard === undefined ? value : choice(guard, value, absent(origin), origin));
  }
  const isManager = (fn.node.decorators ?? []).some((one) => /^(?:async)?contextmanager$/.test(calledName(one) ?? ''));
  if (isManager) return items.length === 1 && !open ? items[0]! : unknown('what the context manager gives is not followed', origin);
  return { kind: 'list', items: open ? [] : items, open, origin };
}

/** What a loop over known items returns in one of its turns, by any of its returns, or what follows it; undefined where that is not followed. */
function returnedInTurns(
  statement: Return,
  rest: Value,
  fn: FunctionValue,
  context: Context,
): { readonly value: Value; readonly returns: readonly Return[] } | undefined {
  const { index } = context;
  const round = roundAround(statement, index);
  if (round === undefined || index.functionAround(round) !== fn.node) return undefined;
  const returns = index.returnsOf(fn.node).filter((one) => one.start >= round.start && one.end <= round.end);
  if (returns.length > MAX_RETURNS || returns.some((one) => roundAround(one, index) !== round)) return undefined;
  const all = returns.map((one) => turnsOf(one, round, context));
  if (all.includes(undefined)) return undefined;
  let value = rest;
  for (let turn = all[0]!.length - 1; turn >= 0; turn--)
    for (let i = returns.length - 1; i >= 0; i--) {
      const { context: inner, guard } = all[i]![turn]!;
      const given = returnedBy(returns[i]!, inner);
      value = guard === undefined ? given : choice(guard, given, value, given.origin);
    }
  const guard = context.evaluator.conjunction(guardsOf(round, fn.node, index, { earlyExits: false }), context.program, context.frame);
  return { value: guard === undefined ? value : choice(guard, value, rest, rest.origin), returns };
}

/** Go's named results may be written by what is deferred: `defer func() { secure = false }()`. */
function isChangedLater({ node }: FunctionValue, { index, language, program }: Context): boolean {
  const names =
    language === 'go'
      ? /^\(([^()]*)\)$/
          .exec(node.returnType ?? '')?.[1]
          ?.split(',')
          .map((one) => one.trim().split(/\s+/))
      : undefined;
  const results = new Set(names?.flatMap((words) => (words.length > 1 || names.length > 1 ? [words[0]!] : [])));
  if (results.size === 0 || !program.text.slice(node.body.start, node.body.end).includes('defer ')) return false;
  return index.assignments.some(
    (one) =>
      one.target.kind === 'name' &&
      results.has(one.target.name) &&
      one.start > node.start &&
      one.end < node.end &&
      index.functionAround(one) !== node,
  );
}

const returnedBy = (statement: Return, context: Context): Value =>
  statement.value === undefined
    ? known(undefined, context.origin(statement))
    : context.language === 'go'
      ? resultsOf(statement.value, context)
      : context.evaluate(statement.value);

/** What a function throws and does not catch itself. */
function thrownBy(fn: FunctionValue, context: Context): readonly Statement[] {
  return exitsOf(fn.node, context).filter((statement) => tryAround(statement, fn.node, context.index) === undefined);
}

/** Calls of Kotlin and Ruby that run their block once. */
const ONCE = new Set([
  'run',
  'let',
  'apply',
  'also',
  'with',
  'use',
  'synchronized',
  'withLock',
  'withContext',
  'runBlocking',
  'transaction',
  'tap',
  'then',
  'synchronize',
  'instrument',
]);

/** A `return` in a block that a call is given is reached where the call runs the block. */
function inBlock(statement: Node, top: Node, { index, program }: Context): Value | undefined {
  for (let at = index.functionAround(statement); at !== undefined && at !== top; at = index.functionAround(at)) {
    const call = index.parent(at);
    if (!isKind(call, 'call') || (call.callee !== at && !ONCE.has(calledName(call.callee) ?? '')))
      return unknown('the block may not run', originOf(program, statement));
  }
  return undefined;
}

/** A method of an interface or an abstract one: it gives something, and has no body that says what. */
const isDeclaredOnly = ({ node }: FunctionValue): boolean =>
  node.body.body.length === 0 && node.returnType !== undefined && !/^(?:void|Unit|undefined|never|None)$/.test(node.returnType);
