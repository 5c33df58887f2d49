/** Under which conditions a place in the code is reached, relative to a place around it. */
import { calledName } from '../syntax/called-name.js';
import type { Block, Expression, Node, Statement, Switch, SwitchCase } from '../syntax/ir.js';
import { perIndex } from './per-index.js';
import { isKind, type ProgramIndex } from './program-index.js';

/** A condition that holds (or does not hold) where a node is reached. */
export interface Guard {
  readonly test: Expression;
  readonly holds: boolean;
  /** For `switch`: the value that the test is compared with. */
  readonly equals?: Expression;
  /** Other tests of the same arm, any of which is enough; with `equals`, other values. */
  readonly others?: readonly Expression[];
  /** Where it does not hold, an exception or `exit` ends more than the function: nothing after it is reached elsewhere either. */
  readonly raises?: true;
}

export interface GuardOptions {
  /** Conditions that ended the function before the node (`if (!prod) return;`) count too. */
  readonly earlyExits: boolean;
  /** Canonical names of calls that end the program. */
  readonly exits?: (statement: Statement) => boolean;
}

/** The conditions between `node` and `top` (exclusive; to the program's root when undefined), outermost last. */
export function guardsOf(node: Node, top: Node | undefined, index: ProgramIndex, options: GuardOptions): Guard[] {
  const guards: Guard[] = [];
  let child: Node = node;
  let at = index.parent(node);
  for (; at !== undefined; child = at, at = index.parent(at)) {
    if (options.earlyExits && isKind(at, 'block')) pushEarlyExits(at, child, guards, options);
    if (at === top) break;
    if (options.earlyExits) pushAnnotations(at, guards);
    pushGuard(at, child, index, guards);
  }
  if (options.earlyExits && at === undefined && top === undefined) {
    pushEarlyExits({ kind: 'block', body: index.program.body, start: 0, end: index.program.text.length }, child, guards, options);
  }
  return guards;
}

/** How many conditions are nearest to a place, and how many farthest from it. */
export interface Ends {
  readonly inner: number;
  readonly outer: number;
}

/**
 * Those of the conditions around a place that are nearest to it and farthest from it, early exits among them. In a chain of a
 * thousand branches no more is gone through for each, nor put in a list, than are asked for.
 */
export function guardsAtEnds(node: Node, index: ProgramIndex, ends: Ends): Guard[] {
  const nearest: Guard[] = [];
  let child: Node = node;
  for (let at = index.parent(node); nearest.length <= ends.inner + ends.outer; child = at, at = index.parent(at)) {
    pushAround(at, child, index, nearest);
    if (at === undefined)
      return nearest.length <= ends.inner + ends.outer ? nearest : [...nearest.slice(0, ends.inner), ...nearest.slice(-ends.outer)];
  }
  return [...nearest.slice(0, ends.inner), ...outermostOf(index).of(node, ends.outer)];
}

/** The conditions of a place by the node around it; `at` is undefined for the program. */
function pushAround(at: Node | undefined, child: Node, index: ProgramIndex, guards: Guard[]): void {
  const options = { earlyExits: true };
  if (at === undefined) {
    pushEarlyExits({ kind: 'block', body: index.program.body, start: 0, end: index.program.text.length }, child, guards, options);
    return;
  }
  if (isKind(at, 'block')) pushEarlyExits(at, child, guards, options);
  pushAnnotations(at, guards);
  pushGuard(at, child, index, guards);
}

/** The conditions farthest from places, outermost last: every `if` on the way is asked once. */
class Outermost {
  readonly #index: ProgramIndex;
  readonly #known = new Map<Node, readonly Guard[]>();

  constructor(index: ProgramIndex) {
    this.#index = index;
  }

  of(node: Node, count: number): readonly Guard[] {
    const way: Node[] = [node];
    let outer: readonly Guard[] | undefined;
    for (let at = this.#index.parent(node); at !== undefined && outer === undefined; at = this.#index.parent(at)) {
      way.push(at);
      outer = this.#known.get(at);
    }
    // The last of the way is known, or the outermost of all.
    const top = way.at(-1)!;
    let said = outer ?? this.#with(undefined, top, [], count);
    for (let i = way.length - 2; i >= 0; i--) {
      const [part, at] = [way[i]!, way[i + 1]!];
      said = this.#with(at, part, said, count);
      if (isKind(part, 'if')) this.#known.set(part, said);
    }
    return said;
  }

  #with(at: Node | undefined, part: Node, outer: readonly Guard[], count: number): readonly Guard[] {
    if (outer.length >= count) return outer;
    const own: Guard[] = [];
    pushAround(at, part, this.#index, own);
    return own.length === 0 ? outer : [...own, ...outer].slice(-count);
  }
}

const outermostOf = perIndex((index) => new Outermost(index));

/** The conditions of the branch of a node that another one of its parts is. */
export function guardsAt(at: Node, child: Node, index: ProgramIndex): readonly Guard[] {
  const guards: Guard[] = [];
  pushGuard(at, child, index, guards);
  return guards;
}

/** Annotations that keep a class or method out of the program: Spring's `@Profile("dev")`, Quarkus's `@IfBuildProfile` and `@UnlessBuildProfile`. */
const CONDITIONS = /(?:^|\.)(?:(Profile|IfBuildProfile)|UnlessBuildProfile)$/;

function pushAnnotations(at: Node, guards: Guard[]): void {
  if (!isKind(at, 'function') && !isKind(at, 'class-declaration')) return;
  for (const decorator of at.decorators ?? []) {
    if (decorator.kind !== 'call') continue;
    const { callee } = decorator;
    const name = calledName(callee) ?? '';
    const condition = CONDITIONS.exec(name);
    if (condition !== null) guards.push({ test: decorator, holds: condition[1] !== undefined });
  }
}

function pushGuard(at: Node, child: Node, index: ProgramIndex, guards: Guard[]): void {
  if (!('kind' in at)) return;
  switch (at.kind) {
    case 'if':
      if (child === at.consequent) guards.push({ test: at.test, holds: true });
      else if (child === at.alternate) guards.push({ test: at.test, holds: false });
      return;
    case 'conditional':
      if (child === at.consequent) guards.push({ test: at.test, holds: true });
      else if (child === at.alternate) guards.push({ test: at.test, holds: false });
      return;
    case 'logical':
      if (child === at.right && at.operator !== 'nullish') guards.push({ test: at.left, holds: at.operator === 'and' });
      return;
    case 'call':
      // Sinatra's `configure :production do … end` runs in that mode only: the call itself says whether.
      if (
        index.program.language === 'ruby' &&
        child === (at.block as Node | undefined) &&
        at.args.length > 0 &&
        at.callee.kind === 'name' &&
        at.callee.name === 'configure'
      )
        guards.push({ test: at, holds: true });
      return;
    case 'switch':
      if ('tests' in child) pushCase(at, child, guards);
      return;
    default:
      void index;
  }
}

/** How many cases before one are asked whether they were taken. */
const MOST_CASES = 32;

/** A case is reached by its own tests, and by those of the cases before it that go on in it. */
function pushCase({ subject, cases }: Switch, child: SwitchCase, guards: Guard[]): void {
  const last = cases.indexOf(child);
  let first = last;
  while (first > 0 && cases[first]!.isContinued === true) first--;
  const chain = cases.slice(first, last + 1);
  const refuse = (others: readonly SwitchCase[]): void => {
    for (const { tests } of others)
      for (const test of tests) guards.push(subject === undefined ? { test, holds: false } : { test: subject, holds: false, equals: test });
  };
  if (chain.some(({ tests }) => tests.length === 0)) {
    refuse(cases.filter((one) => !chain.includes(one)));
    return;
  }
  const [test, ...more] = chain.flatMap(({ tests }) => tests);
  const others = more.length === 0 ? {} : { others: more };
  if (test === undefined) return;
  guards.push(subject === undefined ? { test, holds: true, ...others } : { test: subject, holds: true, equals: test, ...others });
  // Words exclude one another, conditions do not.
  if (subject === undefined || subject.kind === 'literal') refuse(cases.slice(Math.max(0, first - MOST_CASES), first));
}

function pushEarlyExits(block: Block, child: Node, guards: Guard[], options: GuardOptions): void {
  for (const statement of block.body) {
    if (statement === child || statement.start >= child.start) break;
    if (statement.kind !== 'if') continue;
    const exits = endsThere(statement.consequent, options);
    const raises = statement.consequent.body.at(-1)?.kind === 'throw' ? ({ raises: true } as const) : {};
    if (exits && statement.alternate === undefined) guards.push({ test: statement.test, holds: false, ...raises });
    else if (!exits && statement.alternate !== undefined && endsThere(statement.alternate, options))
      guards.push({ test: statement.test, holds: true });
  }
}

/** Whether control never passes the end of the block. */
export function endsThere(block: Block, options: GuardOptions): boolean {
  const last = block.body.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'return' || last.kind === 'throw' || last.kind === 'jump') return true;
  if (options.exits?.(last) === true) return true;
  if (last.kind === 'block') return endsThere(last, options);
  if (last.kind === 'if') return last.alternate !== undefined && endsThere(last.consequent, options) && endsThere(last.alternate, options);
  return false;
}
