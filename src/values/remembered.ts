/** Answers that are worked out once, as long as they hold: one that was cut short for work under way ends with that work. */
import type { Budget, Pending } from './budget.js';

export class Remembered<K, V> {
  readonly #budget: Budget;
  #answers = new WeakMap<object, Map<K, { readonly answer: V; readonly pending: Pending }>>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  has(thing: object, by: K): boolean {
    const before = this.#answers.get(thing)?.get(by);
    return before !== undefined && this.#budget.holds(before.pending);
  }

  of(thing: object, by: K, work: () => V): V {
    const answers = this.#answers.get(thing) ?? new Map<K, { readonly answer: V; readonly pending: Pending }>();
    this.#answers.set(thing, answers);
    const before = answers.get(by);
    if (before !== undefined && this.#budget.holds(before.pending)) return before.answer;
    const worked = this.#budget.watch(work);
    answers.set(by, worked);
    return worked.answer;
  }

  clear(): void {
    this.#answers = new WeakMap();
  }
}
