/** What is worked out once for each lowered file, and forgotten with it. */
import type { ProgramIndex } from './program-index.js';

/** A function of a file's index whose result is kept as long as the index is. `make` must not ask for the same again. */
export function perIndex<T extends object>(make: (index: ProgramIndex) => T): (index: ProgramIndex) => T {
  const kept = new WeakMap<ProgramIndex, T>();
  return (index) => {
    const before = kept.get(index);
    if (before !== undefined) return before;
    const made = make(index);
    kept.set(index, made);
    return made;
  };
}
