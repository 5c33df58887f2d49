/** Options whose values are numbers. */
import { valueOf, type Parsed } from './arguments.js';
import { UserError } from './user-error.js';

/** A time in milliseconds, of an option in seconds; undefined where it is not given. */
export function millisecondsOf(parsed: Parsed, option: string): number | undefined {
  const value = valueOf(parsed, option);
  if (value === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new UserError(`--${option}: ${value} is no number of seconds`);
  return Number(value) * 1_000;
}

/** A whole number; `otherwise` where the option is not given. */
export function countOf(parsed: Parsed, option: string, otherwise: number): number {
  const value = valueOf(parsed, option);
  if (value === undefined) return otherwise;
  if (!/^\d+$/.test(value)) throw new UserError(`--${option}: ${value} is no number`);
  return Number(value);
}
