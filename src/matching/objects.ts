/** The object that a match makes or changes: which variable holds it, and what it is when it is handed over. */
import { calledName } from '../syntax/called-name.js';
import type { Call, Conditional, Expression, ListExpression, Node, Program, RecordExpression } from '../syntax/ir.js';
import { Context } from '../values/context.js';
import { afterCall } from '../values/evaluation/handovers.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldAt } from '../values/fields.js';
import { perIndex } from '../values/per-index.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import { choice } from '../values/choice.js';
import { originOf, unknown, type Frame, type Value } from '../values/value.js';
import { givenTo } from './given-table.js';
import { listAround, loopsOver } from './loops.js';
import type { Matched } from './matched.js';
import { sentCookie } from './sent-again.js';

/** A property of the object whose other property is written, or whose method is called, at the end of its life. */
export function ownerProperty(
  { call, assignment, program, frame }: Matched,
  properties: readonly string[],
  evaluator: Evaluator,
): Value | undefined {
  const reference = assignment?.target ?? call?.callee;
  if (reference?.kind !== 'member') return undefined;
  const held = evaluator.indexOf(program).rootOf(reference.object);
  if (held === undefined) return undefined;
  const value = fieldAt(evaluator.valueOfBinding(held.binding, program, undefined, frame), [...held.path, ...properties]);
  return isUntouched(value) ? undefined : value;
}

// ------------------------------------------------------------------ objects

/** The whole chain or wrapper around a creation: `X.from(…)` in `X.from(…).secure(true).build()`. */
export function outermost(node: Node, index: ProgramIndex): Node {
  let at = node;
  for (;;) {
    const parent = index.parent(at);
    if (isKind(parent, 'member') && parent.object === at) {
      const call = index.parent(parent);
      if (isKind(call, 'call') && call.callee === parent) {
        at = call;
        continue;
      }
      return at;
    }
    if (isKind(parent, 'unary') && parent.operator !== 'not') at = parent;
    else return at;
  }
}

/** Calls that hand a cookie over to the response: what is set on the object afterwards is too late. */
const SINK = /cookie|header|append|write|save|^add$|^set$|^put$|respond|send/i;

/** The made object as it is when it is handed over (or at the end of its variable's life). */
export function objectAfter(matched: Matched, evaluator: Evaluator): Value {
  if (matched.sent !== undefined) return sentCookie(matched.sent, matched, evaluator);
  const { program, frame, node } = matched;
  const index = evaluator.indexOf(program);
  const context = new Context(evaluator, program, frame);
  const whole = returnedBy(outermost(node, index), context);
  const held = holderOf(whole, index);
  // What a call gives several of, one after the other: the cookies of a request.
  const each = isKind(whole, 'call') && listAround(whole, index) === undefined ? afterEach(whole, whole, context) : undefined;
  if (each !== undefined) return each;
  if (held !== undefined) {
    const sink = matched.handedOver ?? sinkUse(held.binding, whole, index);
    const copied = lastCopy(sink, held.binding, whole, index);
    const copy = copied === undefined ? undefined : unwritten(evaluator.evaluate(copied, program, frame));
    if (copy !== undefined && held.path.length === 0 && isMade(copy)) return copy;
    const value = evaluator.valueOfBinding(
      sink === undefined ? held.binding : (copyAt(sink, held.binding, index) ?? held.binding),
      program,
      sink,
      frame,
    );
    // What is made where nothing was found is one of two that the variable may hold.
    const found = held.path.length === 0 && branchesAround(whole, index) !== whole ? ofBranches(value, whole) : undefined;
    if (found !== undefined) return sink === undefined ? found : handedOver(sink, found, context);
    if (held.path.length === 0 && isMade(value)) return sink === undefined ? value : handedOver(sink, value, context);
    const inner = fieldAt(value, held.path);
    if (isMade(inner)) return inner;
    // Of the objects that branches may have left in the variable, it is the one that is made here.
    const own = held.path.length === 0 && isChangedBehind(held.binding) ? ofBranches(value, whole) : undefined;
    if (own !== undefined) return sink === undefined ? own : handedOver(sink, own, context);
  }
  const looped = afterLoops(whole, context);
  if (looped !== undefined) return looped;
  const sent = matched.record === undefined || held !== undefined ? undefined : whereSent(matched.record, context);
  if (sent !== undefined) return sent;
  const made =
    'kind' in whole && isExpression(whole)
      ? unwritten(evaluator.evaluate(whole, program, frame))
      : unknown('the object could not be followed', originOf(program, node));
  // `(&http.Cookie{…}).String()`: what is called on a plain record does not change it.
  if (matched.record !== undefined && made.kind === 'operation') return evaluator.evaluate(matched.record, program, frame);
  // `new Login(token).send(response)`: what a method of the object gives back is something else.
  if (made.kind === 'known' && whole !== node && isKind(node, 'call') && node.isNew)
    return unwritten(evaluator.evaluate(node, program, frame));
  return isMade(made) ? handedOver(whole, made, context) : made;
}

/** More calls than these are not asked for what they send. */
const MAX_SENT = 40;

/** A struct that is a part of another one, as it is where a call of the file sends it: a builder's cookie. Undefined where none is seen to. */
function whereSent(record: RecordExpression, context: Context): Value | undefined {
  const { index } = context;
  if (context.language !== 'go' || !isPartOfStruct(record, index)) return undefined;
  const sending = index.calls.filter(({ callee }) => calledName(callee) === 'SetCookie');
  if (sending.length > MAX_SENT) return undefined;
  const sent = sending.flatMap(({ args }): Value[] => {
    const value = args[1] === undefined ? undefined : context.evaluate(args[1].value);
    return value?.kind === 'record' && value.node === record ? [value] : [];
  });
  if (sent.length > 1) return unknown('it is sent at several places', context.origin(record));
  return sent[0];
}

/** Whether a literal is a field of a literal of the repository's own struct. */
function isPartOfStruct(record: RecordExpression, index: ProgramIndex): boolean {
  let at = index.parent(record);
  if (isKind(at, 'unary')) at = index.parent(at);
  const outer = isKind(at, 'property') ? index.parent(at) : at;
  return isKind(outer, 'record') && outer.type !== undefined && isKind(outer.type, 'name');
}

/** Whether something is done to a variable's object behind everything that is assigned to it. */
function isChangedBehind({ writes, mutations }: Binding): boolean {
  const last = Math.max(...writes.map(({ node }) => node.end));
  return mutations.some(({ node }) => node.start > last);
}

/** The value among those of a choice that a node made. */
function ofBranches(value: Value, made: Node): Value | undefined {
  if (value.kind === 'choice') return ofBranches(value.consequent, made) ?? ofBranches(value.alternate, made);
  const [first, ...later] = value.kind === 'record' && value.node === undefined ? value.parts : [];
  // What was set on either of them: `cookie.Value = "a"` after `found ?? new HttpCookie("a")`.
  const inner = first?.kind === 'spread' && first.without === undefined ? ofBranches(first.value, made) : undefined;
  if (inner?.kind === 'object') return { ...inner, fields: { ...inner.fields, parts: [...inner.fields.parts, ...later] } };
  return (value.kind === 'object' && value.call === made) || (value.kind === 'record' && value.node === made) ? value : undefined;
}

/** An item of a list as the loops over the list leave it, or as one of them hands it over; undefined where none does anything to it. */
function afterLoops(whole: Node, context: Context): Value | undefined {
  const list = listAround(whole, context.index);
  if (list === undefined || !isExpression(whole)) return undefined;
  const written = afterPositions(whole, list, context);
  if (written !== undefined) return written;
  const looped = afterEach(whole, list, context);
  if (looped !== undefined) return looped;
  const item = context.evaluate(whole);
  return isMade(item) ? item : undefined;
}

/** An item of a list whose items are written by their positions: `for i := range cookies { cookies[i].Secure = false }`. */
function afterPositions(whole: Expression, list: ListExpression, { index, evaluator, program, frame }: Context): Value | undefined {
  const binding = holderOf(list, index)?.binding;
  const position = list.items.findIndex(({ start, end }) => start <= whole.start && whole.end <= end);
  if (
    binding === undefined ||
    !binding.mutations.some(({ kind, path }) => kind === 'keyed' || kind === 'items' || (kind === 'set' && path[0] === String(position)))
  )
    return undefined;
  const all = evaluator.valueOfBinding(binding, program, undefined, frame);
  const item = all.kind === 'list' ? all.items[position] : undefined;
  return item !== undefined && isMade(item) ? item : undefined;
}

/** An item after the loops over what holds it; undefined where there is none, or one that makes something else of it. */
function afterEach(whole: Expression, list: ListExpression | Call, context: Context): Value | undefined {
  const { index, evaluator, program } = context;
  const loops = loopsOver(list, holderOf(list, index)?.binding, index);
  if (loops.length === 0) return undefined;
  let item = context.evaluate(whole);
  for (const { loop, variable, binding } of loops) {
    const frame: Frame = { bindings: new Map([[variable, item]]), parent: context.frame, depth: (context.frame?.depth ?? 0) + 1 };
    const sink = sinkUse(binding, loop.iterable ?? loop, index);
    const value = evaluator.valueOfBinding(binding, program, sink, frame);
    if (!isMade(value)) return undefined;
    if (sink !== undefined) return handedOver(sink, value, new Context(evaluator, program, frame));
    if (isSharedItem(whole, list, program)) item = value;
  }
  return isMade(item) ? item : undefined;
}

/** Whether a loop changes the items themselves: Go's loops over structs that are no pointers have copies of them. */
const isSharedItem = (item: Node, list: Node, { language, text }: Program): boolean =>
  language !== 'go' || text[item.start - 1] === '&' || /^\[\w*\]\*/.test(text.slice(list.start, item.start));

/** `ResponseCookie.from(…).build().toString()`: the object whose text is read. */
const unwritten = (value: Value): Value =>
  value.kind === 'operation' && value.operator === 'string' && value.operands[0] !== undefined ? unwritten(value.operands[0]) : value;

/** The call around the creation of an object that gives the same object: `harden(new Cookie(…))` of a function that returns what it is given. */
function returnedBy(whole: Node, context: Context): Node {
  const call = callGiven(whole, context.index);
  if (call === undefined || !isExpression(whole)) return whole;
  const { evaluator, program, frame } = context;
  if (
    evaluator.evaluate(call.callee, program, frame).kind !== 'function' ||
    !isSameObject(evaluator.evaluate(call, program, frame), evaluator.evaluate(whole, program, frame))
  )
    return whole;
  return returnedBy(outermost(call, context.index), context);
}

const isSameObject = (one: Value, other: Value): boolean =>
  (one.kind === 'object' && other.kind === 'object' && one.call === other.call) ||
  (one.kind === 'record' && other.kind === 'record' && one.node !== undefined && one.node === other.node);

/** The object after the function of the repository that it is handed to: `send(response, cookie)` may set attributes before it sends it. */
function handedOver(given: Node, value: Value, context: Context): Value {
  const call = callGiven(given, context.index);
  const argument = call?.args.find((one) => one.value === given || (one.value.kind === 'unary' && one.value.operand === given));
  return call === undefined || argument === undefined ? value : afterCall(call, argument.value, value, context);
}

/** The call that a node is an argument of. */
function callGiven(node: Node, index: ProgramIndex): Call | undefined {
  let at = index.parent(node);
  if (isKind(at, 'unary')) at = index.parent(at);
  const call = at === undefined || 'kind' in at ? undefined : index.parent(at);
  return isKind(call, 'call') ? call : undefined;
}

/** `if (age) cookie = cookie.withMaxAge(age)` makes one object or another. */
const isMade = (value: Value): boolean =>
  value.kind === 'choice' ? isMade(value.consequent) && isMade(value.alternate) : value.kind === 'object' || value.kind === 'record';

const isExpression = (node: Node): node is Expression =>
  'kind' in node && ['call', 'record', 'unary', 'member', 'name'].includes(node.kind);

/** The variable that holds an expression's value. */
export function holderOf(made: Node, index: ProgramIndex): { binding: Binding; path: readonly string[] } | undefined {
  const node = branchesAround(made, index);
  const parent = isKind(node, 'declaration') ? node : index.parent(node);
  // `let _ = …` holds nothing.
  if (isKind(parent, 'declaration') && parent.target.kind === 'name' && parent.target.name === '_') return undefined;
  if (isKind(parent, 'declaration') && parent.target.kind === 'name') {
    const binding = index.scopeOf(parent).bindings.get(parent.target.name) ?? index.lookUp(parent.target.name, index.scopeOf(parent));
    return binding === undefined ? undefined : { binding, path: [] };
  }
  // `store, err := NewStore(…)`
  const first =
    isKind(parent, 'declaration') && index.program.language === 'go' && parent.target.kind === 'pattern'
      ? parent.target.elements.find(({ key }) => key === 0)?.target
      : undefined;
  if (isKind(parent, 'declaration') && first?.kind === 'name' && first.name !== '_') {
    const binding = index.lookUp(first.name, index.scopeOf(parent));
    return binding === undefined ? undefined : { binding, path: [] };
  }
  if (isKind(parent, 'assignment') && parent.value === node && parent.target.kind === 'name') {
    const binding = index.bindingOf(parent.target);
    return binding === undefined ? undefined : { binding, path: [] };
  }
  // `options.Cookie = new CookieBuilder()`, `this.cookie = new Cookie(…)`
  if (isKind(parent, 'assignment') && parent.value === node && (parent.target.kind === 'member' || parent.target.kind === 'subscript'))
    return index.rootOf(parent.target);
  return undefined;
}

/** The whole of what an object is one of: `found ?? new Cookie(…)`, `isNew ? new Cookie(…) : found`. */
function branchesAround(made: Node, index: ProgramIndex): Node {
  let node = made;
  for (let parent = index.parent(node); ; node = parent, parent = index.parent(node)) {
    if (!isKind(parent, 'logical') && !(isKind(parent, 'conditional') && isFoundOrMade(parent, node))) return node;
  }
}

/** Where both are made, each is a site of its own: what is done to the variable later is done to either. */
function isFoundOrMade({ test, consequent, alternate }: Conditional, made: Node): boolean {
  const other = made === consequent ? alternate : consequent;
  return made !== test && !(other.kind === 'call' && other.isNew);
}

/** The changed copy of an immutable object that is handed over or returned: `return $cookie->withSecure(true)`. */
function lastCopy(sink: Node | undefined, binding: Binding, creation: Node, index: ProgramIndex): Expression | undefined {
  const { language } = index.program;
  if (language !== 'php' && language !== 'scala' && language !== 'kotlin') return undefined;
  if (sink !== undefined) return copyOf(sink, index);
  const uses = index.calls.flatMap(({ callee }) =>
    callee.kind === 'member' && callee.object.kind === 'name' && callee.start >= creation.end && index.bindingOf(callee.object) === binding
      ? (copyOf(callee.object, index) ?? [])
      : [],
  );
  return uses.findLast((use) => isKind(index.parent(use), 'return'));
}

/** The chain that begins at a use of the variable. */
function copyOf(use: Node, index: ProgramIndex): Expression | undefined {
  const whole = outermost(use, index);
  return whole !== use && isKind(whole, 'call') ? whole : undefined;
}

/** The first use of the variable as an argument of a call that hands it over, after its creation. */
const sinkUse = (binding: Binding, creation: Node, index: ProgramIndex): Node | undefined => sinkUses(binding, creation, index)[0];

/** The uses of the variable as an argument of a call that hands it over, after its creation, in source order. */
function sinkUses(binding: Binding, creation: Node, index: ProgramIndex): Node[] {
  return givenTo(binding, index)
    .filter(({ call, name }) => call.start >= creation.end && SINK.test(name))
    .map(({ base }) => base)
    .sort((a, b) => a.start - b.start);
}

/** An object that is handed over more often than this is looked at where it is the first times. */
const MAX_STATES = 6;

/** The uses at which the made object is handed over in another state than before, none for the end of its life; empty where there is but one. */
export function handOvers(matched: Matched, evaluator: Evaluator): readonly (Node | undefined)[] {
  const { program, frame, node } = matched;
  if (matched.sent !== undefined) return [];
  const index = evaluator.indexOf(program);
  const context = new Context(evaluator, program, frame);
  const whole = returnedBy(outermost(node, index), context);
  const held = holderOf(whole, index);
  if (held === undefined || held.path.length > 0) return [];
  const copies = copiesOf(held.binding, index).flatMap((copy) =>
    sinkUses(copy, whole, index).filter((use) => holds(evaluator.valueOfBinding(copy, program, use, frame), matched)),
  );
  // What stands at the top of a file may be sent by others of the package.
  const itself = held.binding.scope.kind === 'program' ? [undefined] : [];
  if (held.binding.mutations.length === 0 && copies.length === 0) return [];
  const uses = sinkUses(held.binding, whole, index);
  const changes = [...held.binding.mutations, ...held.binding.writes].map((change) => change.node.start);
  const isOther = (use: Node, before: Node): boolean =>
    changes.some((at) => at > before.start && at < use.start) || !isIn(use, blockAround(before, index));
  const states = uses.filter((use, i) => i === 0 || isOther(use, uses[i - 1]!));
  const own = states.filter((use) => holds(evaluator.valueOfBinding(held.binding, program, use, frame), matched)).slice(0, MAX_STATES);
  if (copies.length > 0) return [...(own.length > 0 ? own : itself), ...copies].slice(0, MAX_STATES);
  return own.length > 1 ? own : [];
}

/** The variables that Go gives a copy of a struct: `cookie := template`, `cookie := *template`. Each is sent as it is left itself. */
function copiesOf(binding: Binding, index: ProgramIndex): readonly Binding[] {
  const { text, language } = index.program;
  if (language === 'java') return copyTable(index).get(binding) ?? [];
  if (language !== 'go') return [];
  return (
    copyTable(index)
      .get(binding)
      ?.filter(
        ({ writes: [write] }) =>
          write?.value !== undefined && (isPointer(binding, text) ? isDereferenced(write.value, text) : text[write.value.start] !== '&'),
      ) ?? []
  );
}

const isDereferenced = ({ start }: Expression, text: string): boolean => text[start] === '*' || text[start - 1] === '*';

function isPointer({ writes: [write] }: Binding, text: string): boolean {
  const made = write?.value;
  return (
    made !== undefined &&
    (text[made.start] === '&' ||
      text[made.start - 1] === '&' ||
      (made.kind === 'call' && made.callee.kind === 'name' && made.callee.name === 'new'))
  );
}

/** `(Cookie) template.clone()`: https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/cookie#clone() */
const clonedOf = (value: Expression | undefined): Expression | undefined =>
  value?.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'clone' && value.args.length === 0
    ? value.callee.object
    : undefined;

/** The variables of a file that are declared as what another variable is or points to. */
const copyTable = perIndex((index): ReadonlyMap<Binding, readonly Binding[]> => {
  const table = new Map<Binding, Binding[]>();
  for (const { target, value } of index.declarations) {
    const held =
      index.program.language === 'java' ? clonedOf(value) : value?.kind === 'unary' && value.operator !== 'not' ? value.operand : value;
    if (target.kind !== 'name' || held?.kind !== 'name') continue;
    const [of, copy] = [index.bindingOf(held), index.lookUp(target.name, index.scopeOf(target))];
    if (of === undefined || copy === undefined || copy.alias !== undefined) continue;
    table.set(of, [...(table.get(of) ?? []), copy]);
  }
  return table;
});

/** The copy that is handed over there. */
function copyAt(sink: Node, binding: Binding, index: ProgramIndex): Binding | undefined {
  const used = isKind(sink, 'name') ? index.bindingOf(sink) : undefined;
  return used !== undefined && used !== binding && copiesOf(binding, index).includes(used) ? used : undefined;
}

function blockAround(node: Node, index: ProgramIndex): Node | undefined {
  let at = index.parent(node);
  while (at !== undefined && !isKind(at, 'block')) at = index.parent(at);
  return at;
}

const isIn = (node: Node, around: Node | undefined): boolean =>
  around === undefined || (around.start <= node.start && node.end <= around.end);

/** Whether the object may be the one that the match makes: a variable is used for one cookie after another. */
function holds(value: Value, matched: Pick<Matched, 'call' | 'record'>): boolean {
  const { call, record } = matched;
  if (value.kind === 'choice') return holds(value.consequent, matched) || holds(value.alternate, matched);
  return value.kind === 'object'
    ? value.call === call || call === undefined
    : value.kind === 'record' && (record === undefined || value.node === undefined || value.node === record);
}

const isUntouched = (value: Value): boolean => value.kind === 'operation' && value.operator === 'field';

/** A part of an object as it is left: what nobody has set, on whatever branch, has the library's default. */
export function ofTouched(value: Value, object: Value, none: Value): Value {
  if (isUntouched(value)) return isSameRoot(rootOf(value), rootOf(object)) ? none : value;
  if (value.kind !== 'choice') return value;
  const [consequent, alternate] = [ofTouched(value.consequent, object, none), ofTouched(value.alternate, object, none)];
  return consequent === value.consequent && alternate === value.alternate ? value : choice(value.test, consequent, alternate, value.origin);
}

/** A part of what another package defines: the whole of it is looked at by its name. */
export const isOfConstant = (value: Value): boolean => isUntouched(value) && rootOf(value).kind === 'symbol';

/** What a member of a member belongs to in the end. */
function rootOf(value: Value): Value {
  let at = value;
  for (;;) {
    const inner =
      at.kind === 'operation' && at.operator === 'field'
        ? at.operands[0]
        : at.kind === 'record'
          ? at.parts.find((part) => part.kind === 'spread')?.value
          : undefined;
    if (inner === undefined) return at;
    at = inner;
  }
}

function isSameRoot(one: Value, other: Value): boolean {
  if (one.kind === 'object') return other.kind === 'object' && one.call === other.call;
  if (one.kind === 'parameter') return other.kind === 'parameter' && one.function === other.function && one.name === other.name;
  return one.kind === 'symbol' ? other.kind === 'symbol' && one.path === other.path : one === other;
}
