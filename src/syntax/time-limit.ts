/** The moment until which files are read, where the user has set one (`--timeout`); on the clock of `performance.now()`. */

let limit = Infinity;

/** Sets the limit of this process; `Infinity` for none. */
export function setTimeLimit(until: number): void {
  limit = until;
}

export const timeLimit = (): number => limit;

export const isPastTimeLimit = (): boolean => limit !== Infinity && performance.now() > limit;
