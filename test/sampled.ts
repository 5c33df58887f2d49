/** Samples of fixtures that no other fixture changes: by what the name hashes to. */
import { createHash } from 'node:crypto';

/** Whether a name is one of the sample: about one in `every`. */
export const isSampled = (name: string, every: number): boolean =>
  createHash('sha256').update(name).digest().readUInt32BE() % every === 7 % every;
