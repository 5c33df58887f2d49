/** What bounds one question to the evaluator: its steps, and the work that would come to need itself. */

/** How many expressions one question may touch, so that the cost of a site is bounded. */
const MAX_STEPS = 20_000;
/** How many pieces of work may wait for one another. */
const MAX_NESTED = 200;

export class Budget {
  readonly #inProgress = new Set<string>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 0;
  #steps = 0;
  #cuts = 0;

  /** Starts a new question with so many steps. */
  begin(steps: number = MAX_STEPS): void {
    this.#steps = MAX_STEPS - steps;
  }

  /** Takes a step; false when there was none left. */
  step(): boolean {
    if (++this.#steps <= MAX_STEPS) return true;
    this.#cuts++;
    return false;
  }

  /** How often work was given up for a cycle or for its cost: what it contributed to is no answer to keep. */
  get cuts(): number {
    return this.#cuts;
  }

  /** What `work` gives, or `otherwise` where the work of that key is under way already. */
  once<T>(key: string, work: () => T, otherwise: () => T): T {
    if (this.#inProgress.has(key) || this.#inProgress.size > MAX_NESTED) {
      this.#cuts++;
      return otherwise();
    }
    this.#inProgress.add(key);
    try {
      return work();
    } finally {
      this.#inProgress.delete(key);
    }
  }

  /** A number for an object, to make keys of. */
  idOf(thing: object): number {
    let id = this.#ids.get(thing);
    if (id === undefined) this.#ids.set(thing, (id = ++this.#nextId));
    return id;
  }
}
