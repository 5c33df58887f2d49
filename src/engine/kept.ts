/** Values kept up to a bound, those that were used last. */
export class LastUsed<T> {
  readonly #most: number;
  /** In the order of their last use. */
  readonly #held = new Map<string, { readonly thing: T; readonly size: number }>();
  #size = 0;

  /** `most`: the sum of the sizes of what is held for its own sake. */
  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): T | undefined {
    const held = this.#held.get(name);
    if (held === undefined) return undefined;
    this.#held.delete(name);
    this.#held.set(name, held);
    return held.thing;
  }

  set(name: string, thing: T, size: number): void {
    const before = this.#held.get(name);
    this.#held.delete(name);
    this.#held.set(name, { thing, size });
    this.#size += size - (before?.size ?? 0);
    for (const [oldest, { size: its }] of this.#held) {
      if (this.#size <= this.#most || oldest === name) break;
      this.#held.delete(oldest);
      this.#size -= its;
    }
  }

  /** Forgets a thing that is another now. */
  delete(name: string): void {
    this.#size -= this.#held.get(name)?.size ?? 0;
    this.#held.delete(name);
  }

  /** The names of what is held for its own sake, in the order of their last use. */
  held(): string[] {
    return [...this.#held.keys()];
  }
}

/**
 * Things that are dear to make again, kept up to a bound. What was used longest ago is let go first; as long as anybody else
 * refers to it, it is the same thing that is given again, so that whoever compares things never meets two of one.
 */
export class Kept<T extends object> {
  readonly #last: LastUsed<T>;
  readonly #all = new Map<string, WeakRef<T>>();

  /** `most`: the sum of the sizes of what is held for its own sake. */
  constructor(most: number) {
    this.#last = new LastUsed(most);
  }

  get(name: string): T | undefined {
    return this.#last.get(name) ?? this.#all.get(name)?.deref();
  }

  set(name: string, thing: T, size: number): void {
    this.#last.set(name, thing, size);
    this.#all.set(name, new WeakRef(thing));
  }

  /** Forgets a thing that is another now. */
  delete(name: string): void {
    this.#last.delete(name);
    this.#all.delete(name);
  }

  /** The names of what is held for its own sake, in the order of their last use. */
  held(): string[] {
    return this.#last.held();
  }
}
