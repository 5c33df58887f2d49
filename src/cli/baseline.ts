/** The baseline that the arguments name. */
import path from 'node:path';
import { parseBaseline, type Baseline } from '../engine/baseline.js';
import { valueOf, type Parsed } from './arguments.js';
import { readFile } from './read-file.js';
import type { Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

export interface NamedBaseline {
  readonly file: string;
  /** Undefined where it is to be written anew. */
  readonly known: Baseline | undefined;
}

/** Undefined where none is asked for. Throws a `UserError` for a file that can't be one. */
export function readBaseline(parsed: Parsed, world: Surroundings): NamedBaseline | undefined {
  const name = valueOf(parsed, 'baseline');
  if (name === undefined) return undefined;
  const file = path.resolve(world.cwd, name);
  if (parsed.flags.has('update-baseline')) return { file, known: undefined };
  const text = readFile('--baseline', name, { cwd: world.cwd, file });
  if (text === undefined) throw new UserError(`--baseline: there is no ${name}; write it with --update-baseline`);
  const known = parseBaseline(text);
  if (typeof known === 'string') throw new UserError(`${name}: ${known}`);
  return { file, known };
}
