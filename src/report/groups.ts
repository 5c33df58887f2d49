/** Findings that one place decides, together: one cause, its sites, one fix. */
import type { Entry } from './entries.js';

export interface Group {
  /** The first site; its message and trail speak for all. */
  readonly first: Entry;
  readonly others: readonly Entry[];
}

/** Groups entries of the same problem with the same cause elsewhere, in the order of their first sites. */
export function groupsOf(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { finding } = entry;
    const { cause } = finding;
    const decidesItself = cause.path === finding.path && cause.range.start >= finding.range.start && cause.range.end <= finding.range.end;
    const key = decidesItself ? `own ${groups.size}` : JSON.stringify([cause.path, cause.range.start, cause.range.end, finding.problem]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}
