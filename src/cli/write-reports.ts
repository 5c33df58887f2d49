/** Writes a report in every format that was asked for, to its file or to standard output. */
import path from 'node:path';
import type { Finding, Report } from '../cookies/finding.js';
import type { RunFacts, ShardFacts } from '../report/format.js';
import { formats, isFormatName, type FormatName } from '../report/formats.js';
import type { Parsed } from './arguments.js';
import { formatOptions } from './presentation.js';
import type { Output, Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';
import { wantedFormats } from './wanted-formats.js';
import { writeFile } from './write-file.js';

export interface Presented {
  readonly report: Report;
  readonly fingerprints: ReadonlyMap<Finding, string>;
  readonly root: string;
  readonly pedantic: boolean;
  /** `commit`: whether a format says of which commit it speaks. */
  readonly facts: (asked: { readonly commit: boolean }) => RunFacts;
  readonly shard?: ShardFacts | undefined;
}

export async function writeReports(
  presented: Presented,
  parsed: Parsed,
  world: Surroundings,
  screen: Output = world.stdout,
): Promise<void> {
  const { report, fingerprints, root, pedantic, facts, shard } = presented;
  const rules = await world.rules();
  const wanted = wantedFormats(parsed, isFormatName);
  const run = facts({ commit: wanted.some(([name]) => SHOWS_COMMIT.has(name)) });
  for (const [name, file] of wanted) {
    const options = formatOptions(parsed, world, root, rules, fingerprints, file === undefined ? screen : undefined, pedantic, run);
    const text = (await formats[name].load())(report, shard === undefined ? options : { ...options, shard });
    if (file === undefined) screen.write(text);
    else writeFile(world.cwd, path.resolve(world.cwd, file), text);
  }
}

/** Throws a `UserError` where a format that a program reads as one document would share standard output with another. */
export function refuseMixedFormats(parsed: Parsed): void {
  const streamed = wantedFormats(parsed, isFormatName)
    .filter(([, file]) => file === undefined)
    .map(([name]) => name);
  const mixed = streamed.find((name) => streamed.length > 1 && MACHINE.has(name));
  if (mixed !== undefined)
    throw new UserError(`--format: ${streamed.join(' and ')} can't share standard output; give ${mixed} a file: --format ${mixed}=FILE`);
}

/** The formats that a program reads as one document. */
const MACHINE: ReadonlySet<FormatName> = new Set<FormatName>([
  'json',
  'sarif',
  'gitlab',
  'gitlab-sast',
  'junit',
  'checkstyle',
  'rdjson',
  'html',
]);

/** The formats that say of which commit they speak. */
const SHOWS_COMMIT: ReadonlySet<FormatName> = new Set<FormatName>(['html', 'json', 'sarif']);
