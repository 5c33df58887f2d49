/** The value of a binding at a place: its writes and changes folded in source order, each under its guards. */
import type { Call, ClassDeclaration, FunctionExpression, Node } from '../../syntax/ir.js';
import { callsOf } from '../call-table.js';
import type { Context } from '../context.js';
import { counts } from '../counts.js';
import { grouped } from '../grouped.js';
import { handoversOf } from '../handover-table.js';
import { isOfOtherConstructor } from '../instances.js';
import { isKind, type Binding, type Mutation, type ProgramIndex } from '../program-index.js';
import { known, through, unknown, unknownOrder, type Origin, type Value } from '../value.js';
import { ALWAYS, guardBetween, type When } from './conditions.js';
import { Course, type Event, type Happening, type State, type View } from './course.js';
import { afterForeign } from './foreign-writes.js';
import { afterHandover } from './handovers.js';
import { valueOfImport } from './imports.js';
import { afterMutation } from './mutations.js';
import { valueOfParameter } from './parameter-values.js';
import { both, guardWithin, isStart, MAX_DEPTH, runsOf, within as contextWithin, type Run } from './runs.js';
import { LOOP_VARIABLE } from './loop-items.js';
import { roundAround, turnsOf, type Round } from './turns.js';
import { starImports } from './star-imports.js';
import { afterStarImport, afterWrite } from './writes.js';

/** The value where `use` stands; at the end of the file when `use` is undefined. */
export function valueOf(binding: Binding, use: Node | undefined, context: Context): Value {
  const { budget } = context.evaluator;
  const place = context.origin(binding.parameter ?? binding.writes[0]?.node ?? binding.function ?? binding.class ?? { start: 0, end: 0 });
  const key = `${budget.idOf(binding)}@${use === undefined ? 'end' : budget.idOf(use)}@${context.frame === undefined ? 0 : budget.idOf(context.frame)}`;
  const work = (): Value => {
    const value = folded(binding, use, place, context);
    const declared = binding.writes[0]?.node ?? binding.import?.statement;
    return declared === undefined ? value : through(value, context.origin(declared));
  };
  return budget.once(key, work, () => unknown('its value depends on itself', place));
}

/** What another name for an object is, once the object is changed behind it: the object as it is now. */
function ofAlias({ alias, writes }: Binding, use: Node | undefined, context: Context): Value | undefined {
  const since = writes[0]?.node.end ?? 0;
  if (alias === undefined || !alias.binding.mutations.some((one) => one.node.start >= since && reaches(one, alias.path))) return undefined;
  const { evaluator, program, frame } = context;
  let value = evaluator.valueOfBinding(alias.binding, program, use, frame);
  for (const key of alias.path) value = evaluator.memberOf(value, key, value.origin, frame);
  return value;
}

/** Whether a change is one of the object at a path: what lies below it is written, or it is changed as a whole. */
const reaches = ({ kind, path }: Mutation, object: readonly string[]): boolean =>
  path.length >= object.length + (kind === 'merge' || kind === 'keyed' || kind === 'items' ? 0 : 1) &&
  object.every((key, i) => path[i] === key);

function folded(binding: Binding, use: Node | undefined, place: Origin, context: Context): Value {
  const shared = ofAlias(binding, use, context);
  if (shared !== undefined) return shared;
  const { index } = context;
  const isMethod = isRubyMethod(binding, use, context);
  if (isMethod && binding.function !== undefined)
    return {
      kind: 'function',
      node: binding.function.function,
      program: context.program,
      frame: context.frame,
      origin: context.origin(binding.function),
    };
  const first = ofInitialization(binding, use, place, context);
  if (first !== undefined) return first;
  if (use !== undefined && isCountedLater(binding, use, index)) return unknown(LOOP_VARIABLE, place);
  const value = courseOf(binding, use, place, context).valueAt(use);
  // What stands at the top level of the file runs before others can change its variables.
  if (value !== undefined && (use === undefined || index.functionAround(use) !== undefined))
    return afterForeign(binding, value, context, (event, old, when, there) => after(event, old, when, place, there));
  // https://docs.ruby-lang.org/en/3.4/syntax/assignment_rdoc.html: what only this method sets is nothing before it does.
  if (value === undefined && use !== undefined && isRubyMember(binding, context) && isOfOneFunction(binding, use, index))
    return known(null, place);
  if (value === undefined && isMember(binding, index)) return { ...known(binding.name, place), isMember: true };
  return (
    value ??
    (context.language === 'javascript' && binding.writes.some((write) => write.value === undefined && isKind(write.node, 'declaration'))
      ? known(undefined, place)
      : unknown('no value is assigned to it', place))
  );
}

/** Whether a loop around a place counts the variable behind it: an earlier turn has. */
const isCountedLater = ({ writes, parameter }: Binding, use: Node, index: ProgramIndex): boolean =>
  parameter === undefined &&
  writes.length > 1 &&
  writes.length < MAX_COUNTS &&
  writes.some(({ node, operator, value }) => {
    if ((operator !== 'append' && operator !== 'other') || node.start <= use.end || !isKind(value, 'literal')) return false;
    if (typeof value.value !== 'number') return false;
    const round = roundAround(node, index);
    return round?.kind === 'loop' && use.start >= round.start && use.end <= round.end;
  });

/** In what a variable of the package begins with: a piece of code without a function around it runs as it stands. */
function isOfInitialValue(use: Node, index: ProgramIndex): boolean {
  if (index.functionAround(use) !== undefined) return false;
  for (let at: ReturnType<ProgramIndex['parent']> = use; at !== undefined; at = index.parent(at))
    if (isKind(at, 'declaration')) return true;
  return false;
}

/**
 * https://go.dev/ref/spec#Package_initialization: a variable of a package whose value another one begins with has its own first value
 * then, in whatever order they stand, and whatever `init` and `main` do to it later.
 */
function ofInitialization(binding: Binding, use: Node | undefined, place: Origin, context: Context): Value | undefined {
  const { index, language } = context;
  if (language !== 'go' || use === undefined || binding.scope !== index.root || !isOfInitialValue(use, index)) return undefined;
  const declared = binding.writes.find(({ node }) => isKind(node, 'declaration'));
  return declared === undefined ? undefined : afterWrite(declared, undefined, ALWAYS, place, context);
}

const isOfOneFunction = ({ writes }: Binding, use: Node, index: ProgramIndex): boolean =>
  writes.length > 0 && writes.every(({ node }) => index.functionAround(node) === index.functionAround(use));

/** Variables that are written more often are no counters. */
const MAX_COUNTS = 20;

/** Whether a binding is a constant of an enumeration that has no value of its own. */
const isMember = ({ writes, scope }: Binding, index: ProgramIndex): boolean =>
  scope.kind === 'class' &&
  writes.length === 1 &&
  writes.every(
    ({ node, value }) =>
      value === undefined &&
      isKind(node, 'declaration') &&
      node.constant &&
      node.isStatic === true &&
      (node.typeName === undefined || index.program.language === 'rust'),
  );

/** Everything that happens to a binding, as code in a function sees it: worked out once for all the places that ask. */
function courseOf(binding: Binding, use: Node | undefined, place: Origin, context: Context): Course {
  const { index, evaluator } = context;
  const useFunction = use === undefined ? undefined : index.functionAround(use);
  const owner =
    binding.scope.kind === 'function' ? (binding.scope.node as FunctionExpression) : index.functionAround(binding.scope.node as Node);
  const writers = writersOf(binding, index);
  // Code that changes nothing, and calls nothing that does, sees what its owner does.
  const from = useFunction !== undefined && writers.functions.has(useFunction) ? useFunction : owner;
  return evaluator.courses.of(binding, context.frame, from, () => {
    const isBegun = (around: FunctionExpression | undefined): boolean =>
      around === from || around === owner || isInitialiser(around, binding, context);
    const isMember = binding.function !== undefined && binding.writes.length > 0 && isRubyMember(binding, context);
    const apply = ({ event, at, run, round }: Happening, { value, maker }: State, seen: View): State => {
      const around = index.functionAround(event.node);
      const turned = round === undefined ? undefined : inTurns(event, round, value, place, seen, context);
      if (turned !== undefined) return { value: turned.value, maker };
      if (run !== undefined) {
        const inner = contextWithin(run, around!, context);
        return {
          value: after(event, value, () => both(guardBetween(at, seen.use, context), guardWithin(run, event.node, inner)), place, inner),
          maker,
        };
      }
      // What the function that made the value goes on to do with it happens before anybody else sees it.
      const elsewhere = !isBegun(around) && around !== seen.function && (around === undefined || around !== maker);
      if (elsewhere && !isFilled(value) && isSetterOfNobody(event, around, context)) return { value, maker };
      const when = (): Value | undefined =>
        !elsewhere
          ? guardBetween(event.node, seen.use, context)
          : isFilled(value)
            ? unknownOrder('it is assigned in another function', context.origin(event.node))
            : undefined;
      return {
        value: after(event, value, when, place, context),
        maker: value === undefined && 'operator' in event && event.value !== undefined ? around : maker,
      };
    };
    const isCrowded = from !== owner && from !== undefined && (writers.writing > MAX_WRITERS || writers.functions.size > MAX_CHANGERS);
    const within = isCrowded ? happeningsWithin(from, binding, writers, context) : undefined;
    const begin = (): Value | undefined => {
      if (!isCrowded) return isMember ? undefined : initialValue(binding, place, context);
      if (within === undefined || writers.writing > MAX_WRITERS) return unknownOrder('it is assigned in many functions', place);
      // What they all do, this one among them, may have happened before.
      return courseOf(binding, undefined, place, context).valueAt(undefined);
    };
    return new Course(isCrowded ? (within ?? []) : happeningsOf(binding, eventsOf(binding, context), isBegun, context), {
      context,
      place,
      owner: from,
      isDeclarer: from === owner,
      isCrowded,
      begin: () => ({ value: begin(), maker: undefined }),
      apply,
    });
  });
}

/** More functions that write one variable than are told apart; and of those that only call a method of it, or call who writes it. */
const MAX_WRITERS = 24;
const MAX_CHANGERS = 50;
/** More than are put in order for one function where there are so many. */
const MAX_WITHIN = 200;

/** Who does something to a binding. */
interface Writers {
  /** The functions that do, and those that call them. What is only handed over there may be changed by others. */
  readonly functions: ReadonlySet<FunctionExpression>;
  /** How many of them write it or a part of it, and do not only call a method. */
  readonly writing: number;
  /** What is done to it in each function, and whom of the others each of them calls; once somebody asks. */
  events?: ReadonlyMap<FunctionExpression, readonly Event[]>;
  called?: ReadonlyMap<FunctionExpression, readonly { readonly fn: FunctionExpression; readonly call: Call }[]>;
}

const writerTables = new WeakMap<Binding, Writers>();

function writersOf(binding: Binding, index: ProgramIndex): Writers {
  const before = writerTables.get(binding);
  if (before !== undefined) return before;
  const functions = new Set<FunctionExpression>();
  const around = (nodes: readonly { readonly node: Node }[]): ReadonlySet<FunctionExpression | undefined> =>
    new Set(nodes.map(({ node }) => index.functionAround(node)));
  const isCall = ({ kind }: Mutation): boolean => kind === 'call';
  const writing = around([...binding.writes, ...binding.mutations.filter((one) => !isCall(one))]);
  // A method of a module, class or function does not change what the name stands for.
  const isFixed = binding.import !== undefined || binding.function !== undefined || binding.class !== undefined;
  for (const fn of isFixed ? writing : [...writing, ...around(binding.mutations.filter(isCall))]) addWriter(fn, index, functions, 0);
  const writers: Writers = { functions, writing: writing.size };
  writerTables.set(binding, writers);
  return writers;
}

function addWriter(fn: FunctionExpression | undefined, index: ProgramIndex, writers: Set<FunctionExpression>, depth: number): void {
  if (fn === undefined || writers.has(fn) || depth > MAX_CALLERS) return;
  writers.add(fn);
  for (const call of callsOf(fn, index)) addWriter(index.functionAround(call), index, writers, depth + 1);
}

/** How far the callers of a writer are looked for. */
const MAX_CALLERS = 6;

/**
 * What is done to a binding in a function, and in the functions that it calls: all that is put in order where many functions change it.
 * Undefined where that is too much.
 */
function happeningsWithin(
  from: FunctionExpression,
  binding: Binding,
  writers: Writers,
  context: Context,
): readonly Happening[] | undefined {
  const { index } = context;
  writers.events ??= grouped(inOrder([...changesOf(binding, context)]), ({ node }) => index.functionAround(node));
  writers.called ??= grouped(
    [...writers.functions].flatMap((fn) => callsOf(fn, index).map((call) => ({ fn, call }))),
    ({ call }) => index.functionAround(call),
  );
  const happenings: Happening[] = (writers.events.get(from) ?? []).map((event) => ({ event, at: event.node }));
  const runs: { readonly fn: FunctionExpression; readonly calls: readonly Call[] }[] = [{ fn: from, calls: [] }];
  for (const { fn, calls } of runs) {
    for (const { fn: called, call } of writers.called.get(fn) ?? []) {
      if (called === from || calls.length > MAX_DEPTH || isOfAnotherInstance(called, context)) continue;
      const run: Run = { calls: [...calls, call] };
      runs.push({ fn: called, calls: run.calls });
      for (const event of writers.events.get(called) ?? [])
        if (!('kind' in event) || event.kind !== 'handover') happenings.push({ event, at: run.calls[0]!, run });
      if (runs.length + happenings.length > MAX_WITHIN) return undefined;
    }
  }
  counts.happenings += happenings.length;
  return happenings.length > MAX_WITHIN ? undefined : sorted(happenings);
}

const sorted = (happenings: Happening[]): Happening[] =>
  happenings.sort((a, b) => a.at.start - b.at.start || a.event.node.start - b.event.node.start);

function happeningsOf(
  binding: Binding,
  events: readonly Event[],
  isBegun: (around: FunctionExpression | undefined) => boolean,
  context: Context,
): readonly Happening[] {
  const { index } = context;
  const runs = new Map<FunctionExpression, readonly Run[]>();
  let isCalled = false;
  counts.happenings += events.length;
  const happenings = events.flatMap((event): Happening[] => {
    const around = index.functionAround(event.node);
    if (isOfAnotherInstance(around, context)) return [];
    const round = ownRound(event, binding, index);
    if (round !== undefined && round.kind === 'call' && isBegunAt(round, isBegun, index)) return [{ event, at: round, round }];
    if (around === undefined || isBegun(around) || ('kind' in event && event.kind === 'handover'))
      return [{ event, at: event.node, ...(round?.kind === 'loop' ? { round } : {}) }];
    const known = runs.get(around) ?? runsOf(around, index, isBegun);
    runs.set(around, known);
    if (known.length === 0) return [{ event, at: event.node }];
    isCalled = true;
    return known.map((run) => ({ event, at: run.calls[0]!, run }));
  });
  return isCalled ? sorted(happenings) : happenings;
}

/** The loop around a change, where nothing else in it changes the binding. */
function ownRound(event: Event, binding: Binding, index: ProgramIndex): Round | undefined {
  if (!('operator' in event) && !isChange(event)) return undefined;
  const round = isKind(event.node, 'loop') ? undefined : roundAround(event.node, index);
  if (round === undefined) return undefined;
  const isInside = ({ node }: { readonly node: Node }): boolean =>
    node !== event.node && node.start >= round.start && node.end <= round.end;
  return binding.writes.some(isInside) || binding.mutations.some(isInside) ? undefined : round;
}

const isChange = (event: Event): event is Mutation => 'kind' in event && ['set', 'keyed', 'call', 'merge'].includes(event.kind);

const isBegunAt = (round: Round, isBegun: (around: FunctionExpression | undefined) => boolean, index: ProgramIndex): boolean => {
  const around = index.functionAround(round);
  return around === undefined || isBegun(around);
};

/** The value behind a loop over known items, in each turn of which the change happens or not; undefined where that is not followed. */
function inTurns(
  event: Event,
  round: Round,
  value: Value | undefined,
  place: Origin,
  { use }: View,
  context: Context,
): { readonly value: Value | undefined } | undefined {
  // In the loop itself nobody knows how many turns there were.
  if (use !== undefined && use.start >= round.start && use.end <= round.end) return undefined;
  const turns = turnsOf(event.node, round, context);
  if (turns === undefined) return undefined;
  const outer = (): Value | undefined => guardBetween(round, use, context);
  let held = value;
  for (const { context: inner, guard } of turns) held = after(event, held, () => both(outer(), guard), place, inner);
  return { value: held };
}

/** What a constructor writes that the instance in question was not made by. */
function isOfAnotherInstance(around: FunctionExpression | undefined, { frame, index }: Context): boolean {
  const declaration = around === undefined || frame === undefined ? undefined : index.parent(around);
  return (
    frame !== undefined &&
    around !== undefined &&
    isKind(declaration, 'function-declaration') &&
    isOfOtherConstructor(around, declaration.name, frame)
  );
}

/** `void setSecure(boolean secure) { this.secure = secure; }` that nothing in the repository calls. */
function isSetterOfNobody(event: Event, around: FunctionExpression | undefined, { index, evaluator, program }: Context): boolean {
  if (around === undefined || !('operator' in event) || !isKind(event.value, 'name')) return false;
  const name = event.value;
  if (index.bindingOf(name)?.parameterOf !== around) return false;
  const declaration = index.parent(around);
  if (!isKind(declaration, 'function-declaration')) return false;
  const called = new RegExp(`\\.${declaration.name}\\b`);
  return (
    !called.test(program.text) && evaluator.links.filesNaming?.(program, declaration.name).every((file) => file === program.path) === true
  );
}

const isRubyMember = ({ scope }: Binding, { language }: Context): boolean => language === 'ruby' && scope.kind === 'class';

/** Ruby's `@options` may stand beside a method `options`, which is what is meant but where the field is read. */
function isRubyMethod(binding: Binding, use: Node | undefined, context: Context): boolean {
  if (!isRubyMember(binding, context) || binding.function === undefined) return false;
  const { index } = context;
  const parent = use === undefined ? undefined : index.parent(use);
  return !isKind(use, 'member') || (isKind(parent, 'call') && parent.callee === use);
}

/** Whether a variable holds something already: one that starts as nothing is filled by another function before it is of use (`let config = null`). */
const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && !(value.kind === 'known' && (value.value === null || value.value === undefined));

function after(event: Event, old: Value | undefined, when: When, place: Origin, context: Context): Value | undefined {
  if ('operator' in event) return afterWrite(event, old, when, place, context);
  if (event.kind === 'handover') return old === undefined ? old : afterHandover(event, old, when, context);
  return event.kind === 'star'
    ? afterStarImport(event, old, when, place, context)
    : afterMutation(event, old ?? { kind: 'symbol', path: 'unknown', origin: place }, when, context);
}

/** Constructors and other code that surely ran before a method uses a field. */
function isInitialiser(at: FunctionExpression | undefined, binding: Binding, { index }: Context): boolean {
  if (isStart(at, index)) return true;
  if (binding.scope.kind !== 'class') return false;
  if (at === undefined) return true;
  const declaration = index.parent(at);
  if (!isKind(declaration, 'function-declaration')) return false;
  return [
    'constructor',
    '__init__',
    'initialize',
    '__construct',
    'init',
    'setup',
    'configure',
    (binding.scope.node as ClassDeclaration).name,
  ].includes(declaration.name);
}

function eventsOf(binding: Binding, context: Context): readonly Event[] {
  const stars = binding.scope === context.index.root ? starImports(binding.name, context) : [];
  return inOrder([...stars, ...changesOf(binding, context)]);
}

/** What the file itself does to a binding. */
const changesOf = (binding: Binding, context: Context): readonly Event[] => [
  ...binding.writes,
  ...binding.mutations,
  ...changesOfMember(binding, context),
  ...handoversOf(binding, context.index),
];

function inOrder(events: Event[]): Event[] {
  // Calls of a chain begin at the same place: the inner one runs first.
  const isChained = (a: Event, b: Event): boolean => isKind(a.node, 'call') && isKind(b.node, 'call');
  return events.sort((a, b) => a.node.start - b.node.start || (isChained(a, b) ? a.node.end - b.node.end : b.node.end - a.node.end));
}

/** What may change a field although it does not name it: `Object.assign(this, loaded)`. */
function changesOfMember({ scope, name, writes, function: method }: Binding, { index }: Context): Mutation[] {
  if (scope.kind !== 'class' || method !== undefined || writes.length === 0) return [];
  return (index.memberChanges.get(scope.node as ClassDeclaration) ?? []).map((node) => ({ kind: 'member', path: [name], node }));
}

/** What a binding is before any write: parameter, import, function or class. */
function initialValue(binding: Binding, place: Origin, context: Context): Value | undefined {
  const { program, frame } = context;
  if (binding.parameter !== undefined) return valueOfParameter(binding, binding.parameter, place, context);
  if (binding.import !== undefined) return valueOfImport(binding.import, place, context);
  if (binding.function !== undefined)
    return { kind: 'function', node: binding.function.function, program, frame, origin: context.origin(binding.function) };
  if (binding.class !== undefined) return { kind: 'class', node: binding.class, program, origin: context.origin(binding.class) };
  return undefined;
}
