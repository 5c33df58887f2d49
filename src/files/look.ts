/** What is known of a path without opening it, where that may be looked at. */
import { lstatSync, statSync, type Stats } from 'node:fs';

/**
 * What stands at a path, links followed. Undefined where nothing does, and where that can't be said: a folder on the way may not
 * be searched, or is a link to itself. Node throws for these even where a missing file is no error.
 */
export function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // EACCES, ELOOP, ENAMETOOLONG: whoever opens it is told.
    return undefined;
  }
}

/** The same, of a link itself. */
export function linkStatOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    // As above.
    return undefined;
  }
}
