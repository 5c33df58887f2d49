/** What was done to an object: a list that its later states share, so that a call more costs one entry and no copy. */
import type { HistoryEntry } from './value.js';

export class History implements Iterable<HistoryEntry> {
  /** Nothing was done yet. */
  static readonly NONE: History = new History(undefined, undefined);

  readonly last: HistoryEntry | undefined;
  /** What was done before the last entry. */
  readonly before: History | undefined;
  readonly length: number;
  #entries: readonly HistoryEntry[] | undefined;

  private constructor(last: HistoryEntry | undefined, before: History | undefined) {
    this.last = last;
    this.before = before;
    this.length = before === undefined ? 0 : before.length + 1;
  }

  with(entry: HistoryEntry): History {
    return new History(entry, this);
  }

  /** All entries, the first one first. */
  get entries(): readonly HistoryEntry[] {
    this.#entries ??= History.between(History.NONE, this);
    return this.#entries;
  }

  /** The entries of a state since an earlier one that it was made of. */
  static between(earlier: History, later: History): HistoryEntry[] {
    const entries: HistoryEntry[] = [];
    for (let at: History | undefined = later; at?.last !== undefined && at !== earlier; at = at.before) entries.push(at.last);
    return entries.reverse();
  }

  /** The last state that two of them have in common. */
  static common(one: History, other: History): History {
    let [a, b] = [one, other];
    while (a !== b) {
      if (a.length >= b.length) a = a.before ?? History.NONE;
      else b = b.before ?? History.NONE;
    }
    return a;
  }

  [Symbol.iterator](): Iterator<HistoryEntry> {
    return this.entries[Symbol.iterator]();
  }
}
