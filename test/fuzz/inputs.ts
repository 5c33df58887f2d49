/** The input of a number: a seed, and what was done to it. The same number is the same input. */
import { mutated } from './mutations.js';
import { randomOf } from './random.js';
import type { Files } from './seeds.js';

const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1);

const grouped = new WeakMap<readonly Files[], ReadonlyMap<string, readonly string[]>>();

/** The texts of each kind of file. */
function textsByExtension(seeds: readonly Files[]): ReadonlyMap<string, readonly string[]> {
  const before = grouped.get(seeds);
  if (before !== undefined) return before;
  const groups = new Map<string, string[]>();
  for (const [name, text] of seeds.flatMap((seed) => Object.entries(seed)))
    groups.set(extensionOf(name), [...(groups.get(extensionOf(name)) ?? []), text]);
  grouped.set(seeds, groups);
  return groups;
}

export function inputOf(number: number, seeds: readonly Files[]): Files {
  const random = randomOf(number);
  const files = { ...random.pick(seeds) };
  const names = Object.keys(files);
  for (const name of names.length === 1 ? names : names.filter(() => random.chance(0.4))) {
    files[name] = mutated(files[name] ?? '', random, random.pick(textsByExtension(seeds).get(extensionOf(name)) ?? ['']));
  }
  // A front-end that is given the text of another language.
  const [only] = names;
  if (names.length === 1 && only !== undefined && random.chance(0.03))
    return { [Object.keys(random.pick(seeds))[0] ?? only]: files[only] ?? '' };
  return files;
}
