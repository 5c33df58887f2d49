/** How much was done, for `--stats` and for tests that hold it to grow with the input: counts are the same on every machine. */

/** What is counted. */
export interface Counted {
  /** Expressions and changes that were worked out. */
  steps: number;
  /** Values that were put together: choices and operations. */
  values: number;
  /** Parts of values that were read in a world. */
  reads: number;
  /** Parts of values that were looked through for a key. */
  fields: number;
  /** Conditions around a place that were gathered. */
  guards: number;
  /** Writes and changes of variables that were put in order for whoever reads them. */
  happenings: number;
  /** Files that were read from the disk. */
  files: number;
}

export const counts: Counted = { steps: 0, values: 0, reads: 0, fields: 0, guards: 0, happenings: 0, files: 0 };

/** All of it together. */
export const totalCount = (): number =>
  counts.steps + counts.values + counts.reads + counts.fields + counts.guards + counts.happenings + counts.files;

/** Begins to count anew. */
export function resetCounts(): void {
  Object.assign(counts, { steps: 0, values: 0, reads: 0, fields: 0, guards: 0, happenings: 0, files: 0 } satisfies Counted);
}
