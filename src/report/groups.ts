/** Findings that one place decides, together: one cause, its sites, one fix. */
import type { Place } from '../cookies/finding.js';
import type { Entry } from './entries.js';

export interface Group {
  /** The place to mend, or the first site; its message and trail speak for all. */
  readonly first: Entry;
  readonly others: readonly Entry[];
}

/** Groups entries of the same problem with the same cause elsewhere, in the order of their first entries. Shared options lead their cookies. */
export function groupsOf(entries: readonly Entry[]): Group[] {
  const options = entries.map(({ finding }) => finding).filter(({ decides }) => decides !== undefined);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { finding } = entry;
    // Cookies go with their options, and options with what decides them all.
    const cause = options.find((one) => isSamePlace(one, finding.options))?.cause ?? finding.cause;
    const key =
      holds(finding, cause) && finding.decides === undefined
        ? `own ${groups.size}`
        : JSON.stringify([cause.path, cause.range.start, cause.range.end, finding.problem]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap((group): Group[] => {
    const first = group.reduce((best, entry) => ((entry.finding.decides ?? 0) > (best.finding.decides ?? 0) ? entry : best));
    return [{ first, others: group.filter((entry) => entry !== first) }];
  });
}

const isSamePlace = (a: Place, b: Place | undefined): boolean =>
  b !== undefined && a.path === b.path && a.range.start === b.range.start && a.range.end === b.range.end;

const holds = (around: Place, place: Place): boolean =>
  place.path === around.path && place.range.start >= around.range.start && place.range.end <= around.range.end;
