/** What bounds one question to the evaluator: its steps, and the work that would come to need itself. */
import { isPastTimeLimit } from '../syntax/time-limit.js';
import { counts } from './counts.js';

/** How many expressions one question may touch, so that the cost of a site is bounded. */
export const MAX_STEPS = 20_000;
/** How many all questions about one file may touch: 20 cookies of the dearest kind, or thousands that share their options. */
export const MAX_FILE_STEPS = 20 * MAX_STEPS;
/** After how many steps the clock is asked. */
const CLOCK_STEPS = 256;

/** What cut an answer short: the steps of its question or of its file, or the user's time limit. */
export type Cut = 'question' | 'file' | 'time';
/**
 * How many pieces of work may wait for one another: each evaluation is one, and each binding, module or member that one asks
 * about. The call stack of Node's main thread bears a third more (tried with a smaller one).
 */
const MAX_NESTED = 430;

/** Pieces of work that are under way, by the numbers that {@link Budget.once} gave them. */
export type Pending = readonly number[];

const NOTHING: Pending = [];

export class Budget {
  /** The work under way, outermost first: its key and its number. */
  readonly #underWay = new Map<string, number>();
  /** The numbers of the work under way. */
  readonly #running = new Set<number>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 0;
  #nextWork = 0;
  /** The question is work too, which ends when the next one begins. */
  #question = 0;
  /** The question that this one is asked within, or this one itself. */
  #outermost = 0;
  #steps = 0;
  /** Whether the question may take all the steps that there are: the small ones are meant to be cut. */
  #isWhole = true;
  #fileSteps = 0;
  #isLate = false;
  #cut: Cut | undefined;
  /** What the answer that is being worked out was cut short for. */
  #cutFor = new Set<number>();

  /** Starts a new question with so many steps. */
  begin(steps: number = MAX_STEPS): void {
    this.#steps = MAX_STEPS - steps;
    this.#isWhole = steps === MAX_STEPS;
    this.#question = ++this.#nextWork;
    this.#outermost = this.#question;
  }

  /**
   * What `work` gives as a question of its own, which takes nothing of the steps of the one that it is asked within; and whether it
   * would be the same for whoever asks.
   */
  apart<T>(work: () => T): { readonly answer: T; readonly isFinal: boolean } {
    const [steps, isWhole, question] = [this.#steps, this.#isWhole, this.#question];
    this.#steps = 0;
    this.#isWhole = true;
    const own = (this.#question = ++this.#nextWork);
    try {
      const { answer, pending } = this.watch(work);
      return { answer, isFinal: pending.every((number) => number === own) };
    } finally {
      this.#steps = steps;
      this.#isWhole = isWhole;
      this.#question = question;
      this.#cutFor.delete(own);
    }
  }

  /** Starts the questions about another file. */
  beginFile(): void {
    this.#fileSteps = 0;
  }

  /** Takes a step; false when there was none left. */
  step(): boolean {
    counts.steps++;
    if (++this.#fileSteps % CLOCK_STEPS === 0) this.#isLate = isPastTimeLimit();
    const cut = this.#isLate ? 'time' : this.#fileSteps > MAX_FILE_STEPS ? 'file' : ++this.#steps > MAX_STEPS ? 'question' : undefined;
    if (cut === undefined) return true;
    if (cut !== 'question' || this.#isWhole) this.#cut = cut;
    this.#cutFor.add(this.#question);
    return false;
  }

  /** What cut an answer short since it was asked for the last time. */
  takeCut(): Cut | undefined {
    const cut = this.#cut;
    this.#cut = undefined;
    return cut;
  }

  /** What `work` gives, or `otherwise` where the work of that key is under way already. */
  once<T>(key: string, work: () => T, otherwise: () => T): T {
    const same = this.#underWay.get(key) ?? (this.#underWay.size > MAX_NESTED ? this.#outermost : undefined);
    if (same !== undefined) {
      this.#cutFor.add(same);
      return otherwise();
    }
    const number = ++this.#nextWork;
    this.#underWay.set(key, number);
    this.#running.add(number);
    try {
      return work();
    } finally {
      this.#underWay.delete(key);
      this.#running.delete(number);
      // A cycle is closed where it began: what comes out there does not depend on who asked.
      this.#cutFor.delete(number);
    }
  }

  /** What `work` gives, and the work under way outside of it for which it was cut short: the answer holds as long as that runs. */
  watch<T>(work: () => T): { readonly answer: T; readonly pending: Pending } {
    const outer = this.#cutFor;
    const own = new Set<number>();
    this.#cutFor = own;
    try {
      const answer = work();
      return { answer, pending: own.size === 0 ? NOTHING : [...own] };
    } finally {
      this.#cutFor = outer;
      own.forEach((number) => outer.add(number));
    }
  }

  /** Whether an answer that was cut short for this work may be given again; who takes it is cut short too. */
  holds(pending: Pending): boolean {
    if (pending.length === 0) return true;
    if (!pending.every((number) => number === this.#question || number === this.#outermost || this.#running.has(number))) return false;
    pending.forEach((number) => this.#cutFor.add(number));
    return true;
  }

  /** A number for an object, to make keys of. */
  idOf(thing: object): number {
    let id = this.#ids.get(thing);
    if (id === undefined) this.#ids.set(thing, (id = ++this.#nextId));
    return id;
  }
}
