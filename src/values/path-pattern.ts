/** Patterns over dotted paths, and tables of them. */

const compiled = new Map<string, RegExp>();

/** A path pattern as a regular expression: `*` is one segment, `**.` at the start any beginning. */
export function pathPattern(pattern: string): RegExp {
  let regex = compiled.get(pattern);
  if (regex === undefined) {
    const source = pattern.replace(/\*\*\.|\*\*|\*|[.+?^${}()|[\]\\]/g, (token) =>
      token === '**.' ? '(?:.*[./])?' : token === '**' ? '.*' : token === '*' ? '[^.[\\]]+' : `\\${token}`,
    );
    regex = new RegExp(`^${source}$`);
    compiled.set(pattern, regex);
  }
  return regex;
}

const lastSegment = (path: string): string => path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);

/** Tables whose entries have a path pattern each, looked up by the last segment of a path: most paths fit none of hundreds. */
export class PatternTables<T> {
  readonly #patternOf: (entry: T) => string | undefined;
  readonly #tables = new WeakMap<readonly T[], Table<T>>();

  /** `patternOf` gives undefined for entries that are to be looked at for every path. */
  constructor(patternOf: (entry: T) => string | undefined) {
    this.#patternOf = patternOf;
  }

  /** The entries that may fit a path by its last segment, in the table's order. */
  candidates(table: readonly T[], path: string): readonly T[] {
    const { byEnd, others } = this.#tableOf(table);
    return byEnd.get(lastSegment(path)) ?? others;
  }

  /** The first entry whose pattern fits a path. */
  find(table: readonly T[], path: string, isMeant: (entry: T) => boolean = () => true): T | undefined {
    return this.candidates(table, path).find((entry) => isMeant(entry) && this.fits(entry, path));
  }

  fits(entry: T, path: string): boolean {
    const pattern = this.#patternOf(entry);
    return pattern !== undefined && pathPattern(pattern).test(path);
  }

  #tableOf(entries: readonly T[]): Table<T> {
    let table = this.#tables.get(entries);
    if (table === undefined) {
      const ends = entries.map((entry) => endOf(this.#patternOf(entry)));
      const at = (end: string | undefined): T[] => entries.filter((_, i) => ends[i] === undefined || ends[i] === end);
      table = { byEnd: new Map([...new Set(ends)].flatMap((end) => (end === undefined ? [] : [[end, at(end)]]))), others: at(undefined) };
      this.#tables.set(entries, table);
    }
    return table;
  }
}

interface Table<T> {
  readonly byEnd: ReadonlyMap<string, readonly T[]>;
  /** What may fit paths with any other end. */
  readonly others: readonly T[];
}

/** The last segment of all paths that fit a pattern; undefined where it is not one. */
function endOf(pattern: string | undefined): string | undefined {
  const end = pattern === undefined ? undefined : lastSegment(pattern);
  return end?.includes('*') === true ? undefined : end;
}
