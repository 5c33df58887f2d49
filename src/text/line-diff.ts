/** Where two texts differ, line by line, by Myers' greedy algorithm. */

/** Lines (from 1, both ends included) of the new text. */
export type LineRange = readonly [first: number, last: number];

/** More differences than this are not told apart: everything between the first and the last one counts as changed. */
const MOST_DIFFERENCES = 500;

/** Lines that differ, as half-open indices (from 0) into both texts. */
export interface Difference {
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
}

/** Where two lists of lines differ, in order. */
export function differencesOf(before: readonly string[], after: readonly string[]): Difference[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  const kept = old.length === 0 || now.length === 0 ? [] : (keptLines(old, now) ?? []);
  const found: Difference[] = [];
  let a = 0;
  let b = 0;
  for (const [x, y] of [...kept, [old.length, now.length] as const]) {
    if (x > a || y > b) found.push({ before: [head + a, head + x], after: [head + b, head + y] });
    a = x + 1;
    b = y + 1;
  }
  return found;
}

/**
 * The lines of `after` that are not in `before`, and around each place where only lines were taken away the one before it and
 * the one behind it. Line ends (CR LF or LF) make no difference.
 */
export function changedLines(before: string, after: string): LineRange[] {
  return differencesOf(before.split(/\r?\n/), after.split(/\r?\n/)).map(({ after: [start, end] }) =>
    start === end ? [Math.max(1, start), start + 1] : [start + 1, end],
  );
}

/** The pairs of equal lines on the shortest way from one text to the other; undefined where that is long. */
function keptLines(old: readonly string[], now: readonly string[]): (readonly [number, number])[] | undefined {
  const most = Math.min(old.length + now.length, MOST_DIFFERENCES);
  const reach = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(new Map(reach));
    for (let k = -d; k <= d; k += 2) {
      let x = comesFromAbove(reach, k, d) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++;
      reach.set(k, x);
      if (x >= old.length && x - k >= now.length) return walkedBack(trace, old.length, now.length);
    }
  }
  return undefined;
}

const comesFromAbove = (reach: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));

function walkedBack(trace: readonly ReadonlyMap<number, number>[], width: number, height: number): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  let x = width;
  let y = height;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!;
    const k = x - y;
    const before = comesFromAbove(reach, k, d) ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (reach.get(before) ?? 0);
    const fromY = d === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) kept.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  return kept.reverse();
}
