/** `--cache`: whether a run may be answered by the report of an earlier one, and where these are kept. */
import { homedir } from 'node:os';
import path from 'node:path';
import type { Report } from '../cookies/finding.js';
import type { ScanOptions } from '../engine/scan.js';
import { printable } from '../text/printable.js';
import { valueOf, type Parsed } from './arguments.js';
import { cacheFolder } from './cache-folder.js';
import type { Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

/** A scan that is answered from the cache where `--cache` asks for it; edits and time limits always make a new one. */
export async function scanAsAsked(options: ScanOptions, parsed: Parsed, world: Surroundings, isFirst: boolean): Promise<Report> {
  const { flags } = parsed;
  const asked = valueOf(parsed, 'cache-location');
  if (asked !== undefined && !flags.has('cache')) throw new UserError('--cache-location is only of use with --cache');
  if (!flags.has('cache') || !isFirst || ['fix', 'fix-dry-run', 'stdin'].some((flag) => flags.has(flag)) || options.timeout !== undefined)
    return await world.scan(options);
  const { scanCached } = await import('../engine/cache.js');
  const location = asked === undefined ? cacheFolder(world.env, homedir) : path.resolve(world.cwd, asked);
  const { report, unkept, isKept } = await scanCached(options, { location, version: world.version, scan: world.scan });
  if (unkept !== undefined) world.stderr.write(`the report could not be kept for --cache: ${printable(unkept)}\n`);
  if (isKept && flags.has('stats')) world.stderr.write('cache       the report of an earlier run\n');
  return report;
}
