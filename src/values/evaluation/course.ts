/**
 * What happens to a binding, in order, and its value after each of these happenings. A file may have thousands of places
 * that read a variable with thousands of changes: each change is worked out once, and a place goes on from the last one
 * that every place like it sees alike.
 */
import type { Block, FunctionExpression, Node } from '../../syntax/ir.js';
import { Outward } from '../ancestry.js';
import type { Budget, Pending } from '../budget.js';
import type { Context } from '../context.js';
import { guardsAt, type Guard } from '../guards.js';
import type { Handover } from '../handover-table.js';
import { isKind, type Binding, type Mutation, type ProgramIndex, type Write } from '../program-index.js';
import { unknown, type Frame, type Origin, type Value } from '../value.js';
import type { Run } from './runs.js';
import type { Round } from './turns.js';
import type { StarImport } from './star-imports.js';

export type Event = Write | Mutation | StarImport | Handover;

/** A write or change of a binding, and where it takes its place among the others: at the call of its function, where one is seen. */
export interface Happening {
  readonly event: Event;
  readonly at: Node;
  readonly run?: Run;
  /** The loop over items in each of whose turns it may happen. */
  readonly round?: Round;
}

/** A value on its way. */
export interface State {
  readonly value: Value | undefined;
  /** The function that gave it its first value. */
  readonly maker: FunctionExpression | undefined;
}

/** Who looks at the value: the place, and the function around it. */
export interface View {
  readonly use: Node | undefined;
  readonly function: FunctionExpression | undefined;
}

/** How a course begins and goes on. */
interface Steps {
  readonly context: Context;
  /** Where the binding is declared. */
  readonly place: Origin;
  /** The function whose code runs in order; the code of others has run at some time. */
  readonly owner: FunctionExpression | undefined;
  /** Whether that is the function which declares the binding. */
  readonly isDeclarer: boolean;
  /** So many functions change it that what the others did is not told apart: it is in the beginning. */
  readonly isCrowded: boolean;
  readonly begin: () => State;
  readonly apply: (happening: Happening, before: State, view: View) => State;
}

/** The state after a happening. */
interface Reached extends State {
  readonly pending: Pending;
  /** Whether the happening did anything. */
  readonly changed: boolean;
}

/** How often positions that are known to be still are met before they are left out. */
const MET_AT_LEAST = 32;

/** How many happenings of other branches are tried at a time. */
const MOST_TRIALS = 100;

export class Course {
  readonly #happenings: readonly Happening[];
  readonly #steps: Steps;
  readonly #around: readonly (FunctionExpression | undefined)[];
  /** Where what the owner does in order begins: others than who declares the variable had their turn before. */
  readonly #begin: number;
  /** How far the happenings from there on, and the branches around them, reach. */
  readonly #ends: readonly number[];
  /** Positions of what each function does. */
  readonly #own = new Map<FunctionExpression | undefined, number[]>();
  /** Positions of what others than the owner do. */
  readonly #elsewhere: readonly number[];
  readonly #first: Beginning;
  /** For whoever asks from another function, or at the end. */
  readonly #whole: Chain;
  /** For whoever stands behind in the owner itself: what a branch did that left the function is not seen there. */
  readonly #passing: Chain;
  /** Happenings that did nothing when they were tried, and others that were tried for no other reason. */
  readonly #still = new Set<number>();
  readonly #tried = new Set<number>();
  /** Positions that are not known to be still, but for a few that are; and how often those were met. */
  #open: readonly number[] | undefined;
  #met = 0;
  #moved: { readonly total: State; readonly positions: readonly number[] } | undefined;

  constructor(happenings: readonly Happening[], steps: Steps) {
    const { owner, isDeclarer, context } = steps;
    const { index } = context;
    const isOwn = ({ at }: Happening): boolean => index.functionAround(at) === owner;
    this.#happenings =
      isDeclarer || !happenings.some(isOwn) ? happenings : [...happenings.filter((one) => !isOwn(one)), ...happenings.filter(isOwn)];
    this.#steps = steps;
    this.#around = this.#happenings.map(({ at }) => index.functionAround(at));
    this.#begin = isDeclarer ? 0 : this.#around.filter((fn) => fn !== owner).length;
    this.#elsewhere = [...this.#happenings.keys()].filter((i) => this.#around[i] !== owner);
    for (const [i, fn] of this.#around.entries()) {
      const own = this.#own.get(fn);
      if (own === undefined) this.#own.set(fn, [i]);
      else own.push(i);
    }
    this.#ends = farthest(this.#happenings.map(({ at }, i) => (i < this.#begin ? 0 : endOf(at, index))));
    this.#first = new Beginning(steps);
    this.#whole = new Chain(this.#happenings, steps, this.#first, new Set(), () => (this.#open = undefined));
    const left = new Set(
      [...this.#happenings.keys()].filter((i) => this.#around[i] === owner && surroundingsIn(index).left.of(this.#happenings[i]!.at)),
    );
    this.#passing = left.size === 0 ? this.#whole : new Chain(this.#happenings, steps, this.#first, left, () => undefined);
  }

  /** The value where a node stands; behind everything where there is none. */
  valueAt(use: Node | undefined): Value | undefined {
    if (use === undefined) return this.#whole.after(this.#happenings.length).value;
    const { context, owner } = this.#steps;
    const view: View = { use, function: context.index.functionAround(use) };
    if (this.#steps.isCrowded) return this.#afterOwn(view);
    return view.function === owner ? this.#inside(view, use) : this.#outside(view, use);
  }

  /** What code of the owner sees: what stands before it, and what other functions do at any time. */
  #inside(view: View, use: Node): Value | undefined {
    const [begin, count] = [this.#begin, this.#happenings.length];
    const end = firstWhere(begin, count, (i) => this.#happenings[i]!.at.start >= use.start);
    let first = firstWhere(begin, end, (i) => this.#ends[i]! > use.start);
    for (let i = 0; i < begin && i < first; i++) if (this.#holds(i, use)) first = i;
    const rest = begin > 0 ? [] : this.#elsewhere.slice(firstIn(this.#elsewhere, end));
    return this.#continued(this.#passing, first, [...this.#openBetween(first, end), ...rest], view, use);
  }

  /** What code of another function sees: everything, and what its own function does as it goes. */
  #outside(view: View, use: Node): Value | undefined {
    const total = this.#whole.after(this.#happenings.length);
    const moved = this.#movedBefore(total);
    const own = (this.#own.get(view.function) ?? []).filter((i) => !this.#isStill(i));
    const first = Math.min(own[0] ?? Infinity, moved.find((i) => this.#holds(i, use)) ?? Infinity);
    if (first === Infinity) return total.value;
    const others = moved.slice(firstIn(moved, first)).filter((i) => this.#around[i] !== view.function);
    return this.#continued(this.#whole, first, [...others, ...own], view, use);
  }

  /** The happenings that did something. */
  #movedBefore(total: State): readonly number[] {
    if (this.#moved?.total !== total) this.#moved = { total, positions: [...this.#happenings.keys()].filter((i) => !this.#isStill(i)) };
    return this.#moved.positions;
  }

  /** Where too many others write: only what the function itself does is told apart. */
  #afterOwn(view: View): Value | undefined {
    let state = this.#first.state;
    for (const i of this.#own.get(view.function) ?? []) state = this.#step(i, state, view, view.use!);
    return state.value;
  }

  /** The positions of a range of which something is to be expected: thousands may only read what they look as if they changed. */
  #openBetween(from: number, to: number): readonly number[] {
    const isSettled = this.#open !== undefined && this.#met <= MET_AT_LEAST + this.#open.length / 4;
    const open = isSettled ? this.#open! : [...this.#happenings.keys()].filter((i) => !this.#isStill(i));
    if (!isSettled) {
      this.#open = open;
      this.#met = 0;
    }
    return open.slice(firstIn(open, from), firstIn(open, to));
  }

  #continued(chain: Chain, first: number, rest: Iterable<number>, view: View, use: Node): Value | undefined {
    const { context } = this.#steps;
    let state: State = chain.after(first);
    const apart = new ApartFrom(use, context.index);
    let trials = 0;
    for (const i of rest) {
      if (this.#isStill(i)) {
        this.#met++;
        continue;
      }
      const isApart = apart.has(this.#happenings[i]!.at);
      // Whoever stands in one arm of a thousand goes by what the others do only once.
      if (isApart && (this.#tried.has(i) || ++trials > MOST_TRIALS)) continue;
      if (isApart) this.#tried.add(i);
      const { answer: next, pending } = context.evaluator.budget.watch(() => this.#step(i, state, view, use));
      if (
        next.value === state.value &&
        pending.length === 0 &&
        this.#whole.reached(i) === undefined &&
        happensBefore(this.#happenings[i]!.at, use, false)
      )
        this.#still.add(i);
      if (!isApart) state = next;
    }
    return state.value;
  }

  #isStill(i: number): boolean {
    const reached = this.#whole.reached(i);
    return reached === undefined ? this.#still.has(i) : !reached.changed && reached.pending.length === 0;
  }

  #step(i: number, state: State, view: View, use: Node): State {
    const happening = this.#happenings[i]!;
    const isNear = this.#around[i] === view.function;
    const { index } = this.#steps.context;
    if (
      !happensBefore(happening.at, use, isNear) ||
      (isNear && (hasLeft(happening.at, use, index) || isTestedFor(happening.at, use, index)))
    )
      return state;
    if (!this.#steps.context.evaluator.budget.step())
      return { ...state, value: unknown('the code around it is too large to follow', this.#steps.place) };
    return this.#steps.apply(happening, state, view);
  }

  /** Whether a place stands inside a happening, or in a branch around it. */
  #holds(i: number, use: Node): boolean {
    const { at } = this.#happenings[i]!;
    const top = surroundingsIn(this.#steps.context.index).branch.of(at) ?? at;
    return top.start <= use.start && use.end <= top.end;
  }
}

/** What a binding is before anything happens to it. */
class Beginning {
  readonly #steps: Steps;
  #known: { readonly answer: State; readonly pending: Pending } | undefined;

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  get state(): State {
    const { budget } = this.#steps.context.evaluator;
    if (this.#known === undefined || !budget.holds(this.#known.pending)) this.#known = budget.watch(() => this.#steps.begin());
    return this.#known.answer;
  }
}

/** The states after the happenings one after the other, for whoever stands behind them and outside of their branches. */
class Chain {
  readonly #happenings: readonly Happening[];
  readonly #steps: Steps;
  readonly #beginning: Beginning;
  readonly #skipped: ReadonlySet<number>;
  readonly #reached: Reached[] = [];
  readonly #changed: () => void;

  /** `changed` is told when a happening did something. */
  constructor(happenings: readonly Happening[], steps: Steps, beginning: Beginning, skipped: ReadonlySet<number>, changed: () => void) {
    this.#changed = changed;
    this.#happenings = happenings;
    this.#steps = steps;
    this.#beginning = beginning;
    this.#skipped = skipped;
  }

  /** What is known to be after a happening. */
  reached(i: number): Reached | undefined {
    return this.#reached[i];
  }

  /** The state after the first so many happenings. */
  after(count: number): State {
    const { budget } = this.#steps.context.evaluator;
    const reached = this.#reached;
    let at = Math.min(count, reached.length);
    while (at > 0 && !budget.holds(reached[at - 1]!.pending)) at--;
    if (at < reached.length && at < count) reached.length = at;
    let last = at === 0 ? undefined : reached[at - 1];
    for (let i = at; i < count; i++) {
      const before = last;
      const { answer, pending } = budget.watch(() => this.#reach(i, before));
      last = { ...answer, pending };
      reached.length = Math.min(reached.length, i);
      reached[i] = last;
    }
    return last ?? this.#beginning.state;
  }

  #reach(i: number, last: Reached | undefined): State & { readonly changed: boolean } {
    const { context, place, owner, apply } = this.#steps;
    const { budget } = context.evaluator;
    if (last !== undefined) budget.holds(last.pending);
    const before = last ?? this.#beginning.state;
    if (this.#skipped.has(i)) return { value: before.value, maker: before.maker, changed: false };
    const cut = (why: string): State & { readonly changed: boolean } => ({
      value: unknown(why, place),
      maker: before.maker,
      changed: true,
    });
    if (!budget.step()) return cut('the code around it is too large to follow');
    return budget.once(
      `course ${budget.idOf(this)} ${i}`,
      () => {
        const state = apply(this.#happenings[i]!, before, { use: undefined, function: owner });
        if (state.value !== before.value || state.maker !== before.maker) this.#changed();
        return { ...state, changed: state.value !== before.value || state.maker !== before.maker };
      },
      () => cut('its value depends on itself'),
    );
  }
}

/** The largest of the numbers up to each one. */
function farthest(ends: readonly number[]): number[] {
  let most = 0;
  return ends.map((end) => (most = Math.max(most, end)));
}

/** Where a happening and the branches around it end. A loop's own variable is there inside of the loop. */
function endOf(at: Node, index: ProgramIndex): number {
  const top = surroundingsIn(index).branch.of(at);
  return top?.end ?? (isKind(at, 'loop') ? at.start : at.end);
}

/** Whether a branch around a change leaves the function, so that what stands behind is reached without it: `if (!user) { cookie.maxAge = 0; return; }`. */
function hasLeft(at: Node, use: Node, index: ProgramIndex): boolean {
  let child = at;
  for (
    let around = index.parent(at);
    around !== undefined && !isKind(around, 'function') && !isKind(around, 'try');
    child = around, around = index.parent(around)
  ) {
    if (around.start <= use.start && use.end <= around.end) return false;
    if (isBranch(around, index) && child.end <= use.start && leaves(around)) return true;
  }
  return false;
}

/** `options[:secure] = true unless options.key?(:secure)`: the test stands behind what it decides, and is asked first. */
function isTestedFor(at: Node, use: Node, index: ProgramIndex): boolean {
  if (index.program.language !== 'ruby' || use.start < at.end) return false;
  for (let around = index.parent(at); around !== undefined && !isKind(around, 'function'); around = index.parent(around))
    if (isKind(around, 'if') && around.test.start <= use.start && use.end <= around.test.end) return true;
  return false;
}

const isBranch = (node: Node, index: ProgramIndex): node is Block => isKind(node, 'block') && isKind(index.parent(node), 'if');

/** What is said of the places of a file by what is around them. */
interface Surroundings {
  /** Whether a branch of an if around a place leaves the function. */
  readonly left: Outward<boolean>;
  /** The outermost expression or statement around a place in its function that runs one part or another of it. */
  readonly branch: Outward<Node | undefined>;
}

const surroundings = new WeakMap<ProgramIndex, Surroundings>();

function surroundingsIn(index: ProgramIndex): Surroundings {
  let known = surroundings.get(index);
  if (known === undefined) {
    known = {
      left: new Outward(index, false, (outer, at) => !isKind(at, 'try') && (outer || (isBranch(at, index) && leaves(at)))),
      branch: new Outward<Node | undefined>(
        index,
        undefined,
        (outer, at, part) => outer ?? (isConditional(at, part, index) ? at : undefined),
      ),
    };
    surroundings.set(index, known);
  }
  return known;
}

/** Whether part of what a node is only runs under a condition. What a handler does is conditional; the body of a try is not. */
function isConditional(at: Node, part: Node, index: ProgramIndex): boolean {
  const isHandler = isKind(at, 'try') && (at.handlers as readonly Node[]).includes(part);
  return (
    isHandler ||
    isKind(at, 'if') ||
    isKind(at, 'loop') ||
    isKind(at, 'conditional') ||
    isKind(at, 'switch') ||
    isKind(at, 'logical') ||
    (isKind(at, 'call') && index.program.language === 'ruby')
  );
}

const leaving = new WeakMap<Block, boolean>();

/** Whether control leaves the function or loop at the end of a block. */
function leaves(block: Block): boolean {
  let known = leaving.get(block);
  if (known === undefined) leaving.set(block, (known = leavesAtEnd(block)));
  return known;
}

function leavesAtEnd({ body }: Block): boolean {
  const last = body.at(-1);
  if (last?.kind === 'if') return last.alternate !== undefined && leaves(last.consequent) && leaves(last.alternate);
  return last?.kind === 'return' || last?.kind === 'throw' || (last?.kind === 'block' && leaves(last));
}

/** Tells which places are in another branch than a place: where the one runs, the others did not. */
class ApartFrom {
  readonly #use: Node;
  readonly #index: ProgramIndex;
  #loop: Node | undefined | null = null;

  constructor(use: Node, index: ProgramIndex) {
    this.#use = use;
    this.#index = index;
  }

  has(at: Node): boolean {
    const meeting = this.#index.ancestryOf(this.#use).meet(at);
    if (meeting?.own === undefined || meeting.other === undefined || meeting.own === meeting.other) return false;
    const own = guardsAt(meeting.at, meeting.own, this.#index);
    if (own.length === 0) return false;
    const others = guardsAt(meeting.at, meeting.other, this.#index);
    if (!others.some((other) => own.some((one) => one.test === other.test && isOther(one, other)))) return false;
    // An earlier turn of a loop may have taken the other branch.
    const loop = this.#loopAround();
    return loop === undefined || at.start < loop.start || loop.end < at.end;
  }

  /** The outermost loop around the place in its function. */
  #loopAround(): Node | undefined {
    if (this.#loop === null) {
      this.#loop = undefined;
      for (let at = this.#index.parent(this.#use); at !== undefined && !isKind(at, 'function'); at = this.#index.parent(at))
        if (isKind(at, 'loop')) this.#loop = at;
    }
    return this.#loop;
  }
}

/** Whether two conditions on one test are those of different branches. */
function isOther(one: Guard, other: Guard): boolean {
  if (one.holds !== other.holds) return one.equals === other.equals;
  return one.holds && one.equals !== undefined && other.equals !== undefined && one.equals !== other.equals;
}

function happensBefore(event: Node, use: Node, inSameFunction: boolean): boolean {
  const isLoop = isKind(event, 'loop');
  if (inSameFunction && event.end > use.start && !(event.start <= use.start && isLoop)) return false;
  // A use inside its own write's value (`x = x || {}`) sees the value from before.
  return isLoop || event.start > use.start || use.end > event.end;
}

/** The first position in a sorted list that is at least so large. */
function firstIn(sorted: readonly number[], least: number): number {
  return firstWhere(0, sorted.length, (i) => sorted[i]! >= least);
}

/** The first of some positions for which something holds that holds for all behind it too. */
function firstWhere(from: number, to: number, holds: (position: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Stands for "no frame" and "no function" where they are keys. */
const NONE = {};

/** The courses of bindings, by the call they run in and the function that asks. */
export class Courses {
  readonly #budget: Budget;
  #courses = new WeakMap<Binding, WeakMap<object, Map<FunctionExpression | undefined, Known>>>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  of(binding: Binding, frame: Frame | undefined, from: FunctionExpression | undefined, make: () => Course): Course {
    const frames = this.#courses.get(binding) ?? new WeakMap<object, Map<FunctionExpression | undefined, Known>>();
    this.#courses.set(binding, frames);
    const byFunction = frames.get(frame ?? NONE) ?? new Map<FunctionExpression | undefined, Known>();
    frames.set(frame ?? NONE, byFunction);
    const before = byFunction.get(from);
    if (before !== undefined && this.#budget.holds(before.pending)) return before.answer;
    const made = this.#budget.watch(make);
    byFunction.set(from, made);
    return made.answer;
  }

  clear(): void {
    this.#courses = new WeakMap();
  }
}

/** A course, and what was still being worked out when its happenings were gathered. */
interface Known {
  readonly answer: Course;
  readonly pending: Pending;
}
