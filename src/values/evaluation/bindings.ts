/** The value of a binding at a place: its writes and changes folded in source order, each under its guards. */
import type { Block, ClassDeclaration, FunctionExpression, Node } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { handoversOf, type Handover } from '../handover-table.js';
import { isKind, type Binding, type Mutation, type ProgramIndex, type Write } from '../program-index.js';
import { known, through, unknown, unknownOrder, type Origin, type Value } from '../value.js';
import { guardBetween, type When } from './conditions.js';
import { afterForeign } from './foreign-writes.js';
import { afterHandover } from './handovers.js';
import { valueOfImport } from './imports.js';
import { afterMutation } from './mutations.js';
import { valueOfParameter } from './parameter-values.js';
import { both, guardWithin, isStart, runsOf, within, type Run } from './runs.js';
import { starImports, type StarImport } from './star-imports.js';
import { afterStarImport, afterWrite } from './writes.js';

type Event = Write | Mutation | StarImport | Handover;

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

function folded(binding: Binding, use: Node | undefined, place: Origin, context: Context): Value {
  const { index, evaluator } = context;
  const useFunction = use === undefined ? undefined : index.functionAround(use);
  const owner = binding.scope.kind === 'function' ? (binding.scope.node as FunctionExpression) : index.functionAround(binding.scope.node as Node);
  const isMethod = isRubyMethod(binding, use, context);
  if (isMethod && binding.function !== undefined) return { kind: 'function', node: binding.function.function, program: context.program, frame: context.frame, origin: context.origin(binding.function) };
  let value = binding.function !== undefined && binding.writes.length > 0 && isRubyMember(binding, context) ? undefined : initialValue(binding, place, context);
  let maker: FunctionExpression | undefined;
  const isBegun = (around: FunctionExpression | undefined): boolean => around === useFunction || around === owner || isInitialiser(around, binding, context);
  for (const { event, at, run } of inOrder(happeningsOf(binding, isBegun, context), useFunction === owner ? undefined : useFunction, context)) {
    // Every write counts against the budget: a name with hundreds of them is as dear as hundreds of expressions.
    if (!evaluator.budget.step()) return unknown('the code around it is too large to follow', place);
    const around = index.functionAround(event.node);
    const isNear = index.functionAround(at) === useFunction;
    if (use !== undefined && (!happensBefore(at, use, isNear) || (isNear && hasLeft(at, use, index)))) continue;
    if (run !== undefined) {
      const inner = within(run, around!, context);
      value = after(event, value, () => both(guardBetween(at, use, context), guardWithin(run, event.node, inner)), place, inner);
      continue;
    }
    // What the function that made the value goes on to do with it happens before anybody else sees it.
    const elsewhere = !isBegun(around) && (around === undefined || around !== maker);
    const before = value;
    if (elsewhere && !isFilled(before) && isSetterOfNobody(event, around, context)) continue;
    const when = (): Value | undefined => (!elsewhere ? guardBetween(event.node, use, context) : isFilled(before) ? unknownOrder('it is assigned in another function', context.origin(event.node)) : undefined);
    if (value === undefined && 'operator' in event && event.value !== undefined) maker = around;
    value = after(event, value, when, place, context);
  }
  // What stands at the top level of the file runs before others can change its variables.
  if (value !== undefined && (use === undefined || useFunction !== undefined)) return afterForeign(binding, value, context, (event, old, when, there) => after(event, old, when, place, there));
  return value ?? (context.language === 'javascript' && binding.writes.some((write) => write.value === undefined && isKind(write.node, 'declaration')) ? known(undefined, place) : unknown('no value is assigned to it', place));
}

/** A write or change of a binding, and where it takes its place among the others: at the call of its function, where one is seen. */
interface Happening {
  readonly event: Event;
  readonly at: Node;
  readonly run?: Run;
}

function happeningsOf(binding: Binding, isBegun: (around: FunctionExpression | undefined) => boolean, context: Context): readonly Happening[] {
  const { index } = context;
  const runs = new Map<FunctionExpression, readonly Run[]>();
  let isCalled = false;
  const happenings = eventsOf(binding, context).flatMap((event): Happening[] => {
    const around = index.functionAround(event.node);
    if (around === undefined || isBegun(around) || ('kind' in event && event.kind === 'handover')) return [{ event, at: event.node }];
    const known = runs.get(around) ?? runsOf(around, index, isBegun);
    runs.set(around, known);
    if (known.length === 0) return [{ event, at: event.node }];
    isCalled = true;
    return known.map((run) => ({ event, at: run.calls[0]!, run }));
  });
  return isCalled ? happenings.sort((a, b) => a.at.start - b.at.start || a.event.node.start - b.event.node.start) : happenings;
}

/** What the function of the use does itself comes last: others had their turn before it was called. */
function inOrder(happenings: readonly Happening[], useFunction: FunctionExpression | undefined, { index }: Context): readonly Happening[] {
  if (useFunction === undefined) return happenings;
  const isOwn = ({ at }: Happening): boolean => index.functionAround(at) === useFunction;
  return happenings.some(isOwn) ? [...happenings.filter((one) => !isOwn(one)), ...happenings.filter(isOwn)] : happenings;
}

/** Whether the branch that a change stands in leaves the function, so that the use is reached without it: `if (!user) { cookie.maxAge = 0; return; }`. */
function hasLeft(at: Node, use: Node, index: ProgramIndex): boolean {
  let child = at;
  for (let around = index.parent(at); around !== undefined && !isKind(around, 'function') && !isKind(around, 'try'); child = around, around = index.parent(around)) {
    if (around.start <= use.start && use.end <= around.end) return false;
    if (isKind(around, 'block') && isKind(index.parent(around), 'if') && child.end <= use.start && leaves(around)) return true;
  }
  return false;
}

function leaves({ body }: Block): boolean {
  const last = body.at(-1);
  if (last?.kind === 'if') return last.alternate !== undefined && leaves(last.consequent) && leaves(last.alternate);
  return last?.kind === 'return' || last?.kind === 'throw' || (last?.kind === 'block' && leaves(last));
}

/** `void setSecure(boolean secure) { this.secure = secure; }` that nothing in the repository calls. */
function isSetterOfNobody(event: Event, around: FunctionExpression | undefined, { index, evaluator, program }: Context): boolean {
  if (around === undefined || !('operator' in event) || !isKind(event.value, 'name')) return false;
  const name = event.value;
  if (index.bindingOf(name)?.parameterOf !== around) return false;
  const declaration = index.parent(around);
  if (!isKind(declaration, 'function-declaration')) return false;
  const called = new RegExp(`\\.${declaration.name}\\b`);
  return !called.test(program.text) && evaluator.links.filesNaming?.(program, declaration.name).every((file) => file === program.path) === true;
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
const isFilled = (value: Value | undefined): boolean => value !== undefined && !(value.kind === 'known' && (value.value === null || value.value === undefined));

function happensBefore(event: Node, use: Node, inSameFunction: boolean): boolean {
  const isLoop = isKind(event, 'loop');
  if (inSameFunction && event.end > use.start && !(event.start <= use.start && isLoop)) return false;
  // A use inside its own write's value (`x = x || {}`) sees the value from before.
  return isLoop || event.start > use.start || use.end > event.end;
}

function after(event: Event, old: Value | undefined, when: When, place: Origin, context: Context): Value | undefined {
  if ('operator' in event) return afterWrite(event, old, when, place, context);
  if (event.kind === 'handover') return old === undefined ? old : afterHandover(event, old, when, context);
  return event.kind === 'star' ? afterStarImport(event, old, when, place, context) : afterMutation(event, old ?? { kind: 'symbol', path: 'unknown', origin: place }, when, context);
}

/** Constructors and other code that surely ran before a method uses a field. */
function isInitialiser(at: FunctionExpression | undefined, binding: Binding, { index }: Context): boolean {
  if (isStart(at, index)) return true;
  if (binding.scope.kind !== 'class') return false;
  if (at === undefined) return true;
  const declaration = index.parent(at);
  if (!isKind(declaration, 'function-declaration')) return false;
  return ['constructor', '__init__', 'initialize', '__construct', 'init', 'setup', 'configure', (binding.scope.node as ClassDeclaration).name].includes(declaration.name);
}

function eventsOf(binding: Binding, context: Context): Event[] {
  const stars = binding.scope === context.index.root ? starImports(binding.name, context) : [];
  const events: Event[] = [...stars, ...binding.writes, ...binding.mutations, ...handoversOf(binding, context.index)];
  // Calls of a chain begin at the same place: the inner one runs first.
  const isChained = (a: Event, b: Event): boolean => isKind(a.node, 'call') && isKind(b.node, 'call');
  return events.sort((a, b) => a.node.start - b.node.start || (isChained(a, b) ? a.node.end - b.node.end : b.node.end - a.node.end));
}

/** What a binding is before any write: parameter, import, function or class. */
function initialValue(binding: Binding, place: Origin, context: Context): Value | undefined {
  const { program, frame } = context;
  if (binding.parameter !== undefined) return valueOfParameter(binding, binding.parameter, place, context);
  if (binding.import !== undefined) return valueOfImport(binding.import, place, context);
  if (binding.function !== undefined) return { kind: 'function', node: binding.function.function, program, frame, origin: context.origin(binding.function) };
  if (binding.class !== undefined) return { kind: 'class', node: binding.class, program, origin: context.origin(binding.class) };
  return undefined;
}
