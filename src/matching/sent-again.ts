/** Cookies that came with a request and are sent again: they have a name and a value, and no attributes but those that are set here. */
import { calledName } from '../syntax/called-name.js';
import type { Assignment, Call, Expression, Node } from '../syntax/ir.js';
import { Context } from '../values/context.js';
import { guardBetween } from '../values/evaluation/conditions.js';
import { afterCall } from '../values/evaluation/handovers.js';
import { afterMutation } from '../values/evaluation/mutations.js';
import type { Evaluator } from '../values/evaluator.js';
import { emptyRecord } from '../values/fields.js';
import { History } from '../values/history.js';
import { perIndex } from '../values/per-index.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import type { ObjectValue, Value } from '../values/value.js';
import type { Matched } from './matched.js';

/** What an expression may be: a cookie of the request, one that is made here (which is judged there), or something else. */
interface Kinds {
  request: boolean;
  made: boolean;
  /** The name by which it was asked for, and where that stands. */
  name?: Named;
}

interface Named {
  readonly expression: Expression;
  readonly context: Context;
}

/** A cookie of the request that a call sends. */
export interface SentAgain {
  readonly expression: Expression;
  readonly name: Value | undefined;
}

/** Variables, helpers and branches on the way to where a cookie comes from. */
const MAX_STEPS = 60;

/** Functions of libraries that give what they are given, or parts of it: `Arrays.stream(cookies)`, `Optional.ofNullable(cookie)`. */
const PASSES_ON = /^(?:stream|of|ofNullable|fromNullable|asList|from|toList|Some|Option|requireNonNull|checkNotNull|listOf)$/;

/** An expression that is a cookie of the request on every way on which there is one: `from` fits the code that gives those. */
export function ofRequest(expression: Expression, from: RegExp, context: Context): SentAgain | undefined {
  const kinds: Kinds = { request: false, made: false };
  new Source(from, context.evaluator, kinds).follow(expression, context);
  return kinds.request && !kinds.made ? { expression, name: kinds.name?.context.evaluate(kinds.name.expression) } : undefined;
}

/** Follows an expression to where it comes from, by what is written. */
class Source {
  readonly #from: RegExp;
  readonly #evaluator: Evaluator;
  readonly #kinds: Kinds;
  readonly #seen = new Set<Node | Binding>();

  constructor(from: RegExp, evaluator: Evaluator, kinds: Kinds) {
    this.#from = from;
    this.#evaluator = evaluator;
    this.#kinds = kinds;
  }

  follow(expression: Expression, context: Context): void {
    if (this.#seen.has(expression) || this.#seen.size > MAX_STEPS) return;
    this.#seen.add(expression);
    switch (expression.kind) {
      case 'name':
        return this.#followName(context.index.bindingOf(expression), context);
      case 'member':
      case 'subscript':
        if (this.#isFrom(expression, context)) this.#kinds.request = true;
        else this.follow(expression.object, context);
        if (expression.kind === 'subscript' && this.#isFrom(expression.object, context)) this.#name(expression.index, context);
        return;
      case 'call':
        return this.#followCall(expression, context);
      case 'unary':
        return this.follow(expression.operand, context);
      case 'logical':
        this.follow(expression.left, context);
        return this.follow(expression.right, context);
      case 'conditional':
        this.follow(expression.consequent, context);
        return this.follow(expression.alternate, context);
      default:
    }
  }

  #isFrom({ start, end }: Expression, { program }: Context): boolean {
    return this.#from.test(program.text.slice(start, Math.min(end, start + 400)).replace(/\s+/g, ''));
  }

  #name(expression: Expression | undefined, context: Context): void {
    if (expression !== undefined) this.#kinds.name = { expression, context };
  }

  #followName(binding: Binding | undefined, context: Context): void {
    if (binding === undefined || this.#seen.has(binding)) return;
    this.#seen.add(binding);
    for (const { node, value } of binding.writes) {
      const written = isKind(node, 'loop') ? node.iterable : value;
      if (written !== undefined) this.follow(written, context);
    }
    // `cookies.forEach(cookie -> …)`: what a function is given by the call that it is handed to.
    const taker = binding.parameterOf === undefined ? undefined : receiverAround(binding.parameterOf, context.index);
    if (taker !== undefined) this.follow(taker, context);
  }

  #followCall(call: Call, context: Context): void {
    const { callee } = call;
    if (call.isNew) {
      this.#kinds.made = true;
      return;
    }
    if (this.#isFrom(callee, context)) {
      this.#kinds.request = true;
      this.#name(call.args.at(-1)?.value, context);
      return;
    }
    const fn =
      callee.kind === 'name' || callee.kind === 'member' ? this.#evaluator.evaluate(callee, context.program, context.frame) : undefined;
    if (fn?.kind === 'function') {
      const inner = new Context(this.#evaluator, fn.program, undefined);
      for (const { value } of inner.index.returnsOf(fn.node)) if (value !== undefined) this.follow(value, inner);
      return;
    }
    if (callee.kind === 'member') this.follow(callee.object, context);
    if (fn?.kind === 'class') this.#kinds.made = true;
    if (PASSES_ON.test(calledName(callee) ?? '')) for (const { value } of call.args) this.follow(value, context);
    // `orElse(new Cookie(…))`
    else for (const { value } of call.args) if (value.kind === 'call' && value.isNew) this.#kinds.made = true;
  }
}

/** What the call is made on that a function is an argument of. */
function receiverAround(fn: Node, index: ProgramIndex): Expression | undefined {
  let at = index.parent(fn);
  if (at !== undefined && !('kind' in at)) at = index.parent(at);
  return isKind(at, 'call') && at.callee.kind === 'member' ? at.callee.object : undefined;
}

// ------------------------------------------------------------------ what is done to it

/** The changes and hand-overs in a file, by the text of what they happen to: `cookies[i]` has no variable of its own. */
const changesByText = perIndex((index): ReadonlyMap<string, readonly (Assignment | Call)[]> => {
  const table = new Map<string, (Assignment | Call)[]>();
  const add = (object: Expression, node: Assignment | Call): void => {
    const text = textOf(object, index);
    const others = table.get(text);
    if (others === undefined) table.set(text, [node]);
    else if (others.at(-1) !== node) others.push(node);
  };
  for (const call of index.calls) {
    if (call.callee.kind === 'member') add(call.callee.object, call);
    for (const { value } of call.args) add(value, call);
  }
  for (const assignment of index.assignments) if (assignment.target.kind === 'member') add(assignment.target.object, assignment);
  for (const changes of table.values()) changes.sort((a, b) => a.start - b.start);
  return table;
});

const textOf = ({ start, end }: Node, { program }: ProgramIndex): string => program.text.slice(start, Math.min(end, start + 200));

/** The cookie as it is sent: with what the function that sends it did to it before. */
export function sentCookie({ expression: sent }: SentAgain, matched: Matched, evaluator: Evaluator): Value {
  const { program, frame } = matched;
  const context = new Context(evaluator, program, frame);
  const sink = matched.call!;
  const origin = context.origin(sent);
  const made: ObjectValue = {
    kind: 'object',
    path: 'request.cookie',
    call: sink,
    program,
    frame,
    fields: emptyRecord(origin),
    history: History.NONE,
    origin,
  };
  return changesOf(sent, sink, context.index).reduce((value: Value, change) => after(change, sent, value, sink, context), made);
}

/** What the function around a call does before it to what the call is given. */
export function changesOf(sent: Expression, sink: Call, index: ProgramIndex): readonly (Assignment | Call)[] {
  const around = index.functionAround(sink);
  return (changesByText(index).get(textOf(sent, index)) ?? []).filter(
    (change) => change.start < sink.start && index.functionAround(change) === around,
  );
}

function after(change: Assignment | Call, sent: Expression, value: Value, sink: Call, context: Context): Value {
  const when = (): Value | undefined => guardBetween(change, sink, context);
  if (change.kind === 'assignment')
    return change.target.kind === 'member'
      ? afterMutation({ kind: 'set', path: [change.target.property], node: change }, value, when, context)
      : value;
  const { callee } = change;
  const text = textOf(sent, context.index);
  if (callee.kind === 'member' && textOf(callee.object, context.index) === text)
    return afterMutation({ kind: 'call', path: [callee.property], node: change }, value, when, context);
  const argument = change.args.find((one) => textOf(one.value, context.index) === text)?.value;
  return argument === undefined ? value : afterCall(change, argument, value, context);
}
