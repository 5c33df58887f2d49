/**
 * What is around places of a file, asked such that a place a thousand levels deep costs its neighbours nothing: an else-if
 * chain of a thousand arms is an `if` in an `if` in an `if`, and all of them may change one variable.
 */
import type { Node } from '../syntax/ir.js';

/** What knows the parent of each node of a file. */
interface Parents {
  parent(node: Node): Node | undefined;
}

/** Where the ways from two places outwards meet, and the part of it that each place is in; undefined where it is the place itself. */
export interface Meeting {
  readonly at: Node;
  readonly own: Node | undefined;
  readonly other: Node | undefined;
}

/** The way from one place outwards, gone only as far as somebody asks. */
export class Ancestry {
  readonly place: Node;
  readonly #index: Parents;
  /** What was come by, each with the part of it that the place is in. */
  readonly #passed = new Map<Node, Node | undefined>();
  #last: Node | undefined;

  constructor(place: Node, index: Parents) {
    this.place = place;
    this.#index = index;
    this.#last = place;
    this.#passed.set(place, undefined);
  }

  /** The innermost node around this place and another; both ways are gone by turns, so that near places are found soon. */
  meet(other: Node): Meeting | undefined {
    const passed = new Map<Node, Node | undefined>();
    let part: Node | undefined;
    for (let at: Node | undefined = other; at !== undefined; part = at, at = this.#index.parent(at)) {
      if (this.#passed.has(at)) return { at, own: this.#passed.get(at), other: part };
      passed.set(at, part);
      const next = this.#next();
      if (next !== undefined && passed.has(next)) return { at: next, own: this.#passed.get(next), other: passed.get(next) };
    }
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (passed.has(next)) return { at: next, own: this.#passed.get(next), other: passed.get(next) };
    }
    return undefined;
  }

  #next(): Node | undefined {
    const part = this.#last;
    if (part === undefined) return undefined;
    this.#last = this.#index.parent(part);
    if (this.#last !== undefined) this.#passed.set(this.#last, part);
    return this.#last;
  }
}

/** The innermost node of a kind around places; every `if` on the way is asked once. */
export class Nearest<T extends Node> {
  readonly #index: Parents;
  readonly #is: (node: Node) => node is T;
  readonly #known = new Map<Node, T | undefined>();

  constructor(index: Parents, is: (node: Node) => node is T) {
    this.#index = index;
    this.#is = is;
  }

  of(node: Node): T | undefined {
    const passed: Node[] = [];
    let found: T | undefined;
    for (let at = this.#index.parent(node); at !== undefined; at = this.#index.parent(at)) {
      if (this.#is(at)) {
        found = at;
        break;
      }
      if (!('kind' in at) || at.kind !== 'if') continue;
      if (this.#known.has(at)) {
        found = this.#known.get(at);
        break;
      }
      passed.push(at);
    }
    for (const one of passed) this.#known.set(one, found);
    return found;
  }
}

/** What is said of a place by what is around it in its function; every `if` on the way is asked once. */
export class Outward<T> {
  readonly #index: Parents;
  readonly #begin: T;
  readonly #combine: (outer: T, at: Node, part: Node) => T;
  readonly #known = new Map<Node, T>();

  /** `combine` gives what is said of `part`, which is in `at`, by what is said of `at`. */
  constructor(index: Parents, begin: T, combine: (outer: T, at: Node, part: Node) => T) {
    this.#index = index;
    this.#begin = begin;
    this.#combine = combine;
  }

  of(node: Node): T {
    const way: Node[] = [node];
    let said = this.#begin;
    for (let at = this.#index.parent(node); at !== undefined && !('kind' in at && at.kind === 'function'); at = this.#index.parent(at)) {
      way.push(at);
      if (!this.#known.has(at)) continue;
      said = this.#known.get(at)!;
      break;
    }
    for (let i = way.length - 1; i > 0; i--) {
      said = this.#combine(said, way[i]!, way[i - 1]!);
      const part = way[i - 1]!;
      if ('kind' in part && part.kind === 'if') this.#known.set(part, said);
    }
    return said;
  }
}
