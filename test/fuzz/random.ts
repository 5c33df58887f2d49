/** Random numbers that are the same on every machine for the same seed. */

export interface Random {
  /** From 0 up to, but not including, `below`. */
  readonly number: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly chance: (of: number) => boolean;
}

/** Mulberry32: 32 bits of state are enough to choose among mutations. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    pick: (from) => {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[number(from.length)]!;
    },
    chance: (of) => next() < of,
  };
}
