/** `merge`: the reports of all shards of a run, joined into the report that one run would have given. */
import path from 'node:path';
import { decode } from '../../engine/decode.js';
import { joinReports } from '../../engine/shards.js';
import { RootFiles } from '../../files/root-files.js';
import type { Report } from '../../cookies/finding.js';
import { counted } from '../../report/entries.js';
import type { RunFacts } from '../../report/format.js';
import { readShard, type JsonShard } from '../../report/shard.js';
import { printable } from '../../text/printable.js';
import { valueOf, type Parsed } from '../arguments.js';
import { exitCode } from '../exit-code.js';
import { countOf } from '../numbers.js';
import { readShardReport, type JsonRun } from '../read-report.js';
import { runFacts } from '../run-facts.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { UserError } from '../user-error.js';
import { refuseMixedFormats, writeReports } from '../write-reports.js';

/** One part with what is known of its run. */
interface Part {
  readonly file: string;
  readonly version: string;
  readonly run: JsonRun | undefined;
  readonly shard: JsonShard;
}

export async function merge(parsed: Parsed, world: Surroundings): Promise<number> {
  countOf(parsed, 'max-warnings', 0);
  refuseMixedFormats(parsed);
  if (parsed.positionals.length === 0) throw new UserError(`which reports? ${toolName} merge shard-*.json`);
  const parts = wholeOf(parsed.positionals.map((name) => partOf(name, world)));
  const [first] = parts;
  const root = path.resolve(world.cwd, valueOf(parsed, 'source') ?? '.');
  const disk = new RootFiles(root);
  const textOf = (file: string): string | undefined => {
    const read = disk.read(file);
    return 'bytes' in read ? decode(read.bytes) : undefined;
  };
  const read = parts.map(({ shard }) => readShard(shard, textOf));
  const report: Report = {
    ...joinReports(read.map((part) => part.report)),
    textOf: (file) => firstOf(read, ({ report: part }) => part.textOf(file)),
    placed: (place) => firstOf(read, ({ report: part }) => part.placed?.(place)),
  };
  const changed = new Set(read.flatMap((part) => [...part.changed]));
  if (changed.size > 0)
    world.stderr.write(
      `${counted(changed.size, 'file')} shown without code: changed since the run, ${printable([...changed][0] ?? '')} for one\n`,
    );
  const fingerprints = new Map(read.flatMap((part) => [...part.fingerprints]));
  const facts = (): RunFacts => ({ ...runFacts(root, world, { commit: false }), ...factsOf(parts) });
  await writeReports({ report, fingerprints, root, pedantic: first?.shard.pedantic === true, facts }, parsed, world);
  if (!parsed.flags.has('fail-on-unread') || report.skipped.length === 0) return exitCode(parsed, report);
  for (const { path: file, why } of report.skipped) world.stderr.write(`not read: ${printable(file)}: ${printable(why)}\n`);
  return exit.failure;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function partOf(name: string, world: Surroundings): Part {
  const { file, tool, run, shard } = readShardReport(name, world);
  if (shard === undefined)
    throw new UserError(
      `${name} is the report of a whole run: only those of lint --shard are joined; ${toolName} fleet compares repositories`,
    );
  return { file, version: tool.version, run, shard };
}

/** The parts in their order. Throws a `UserError` where they are not all the parts of one whole, each once. */
function wholeOf(parts: readonly Part[]): readonly Part[] {
  agree(parts, 'of another version of the tool', ({ version }) => version);
  agree(parts, 'of another commit', ({ run }) => run?.commit);
  agree(parts, 'of another folder', ({ run }) => run?.folder);
  agree(parts, 'a part of another number of shards', ({ shard }) => String(shard.total));
  agree(parts, 'made with another configuration or other options', ({ shard }) => shard.configuration);
  agree(parts, 'of another tree: it has other files', ({ shard }) => `${shard.files} files, ${shard.candidates} read`);
  const byIndex = new Map<number, Part>();
  for (const part of parts) {
    const { index, total } = part.shard;
    const same = byIndex.get(index);
    if (same !== undefined) throw new UserError(`${same.file} and ${part.file} are both shard ${index} of ${total}`);
    byIndex.set(index, part);
  }
  const total = parts[0]?.shard.total ?? 0;
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0)
    throw new UserError(
      `${missing.length === 1 ? 'shard' : 'shards'} ${listed(missing)} of ${total} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  return [...byIndex].sort(([a], [b]) => a - b).map(([, part]) => part);
}

/** The first few are enough to look for them. */
const listed = (numbers: readonly number[]): string => (numbers.length > 20 ? `${numbers.slice(0, 20).join(', ')}, …` : numbers.join(', '));

function agree(parts: readonly Part[], how: string, of: (part: Part) => string | undefined): void {
  const [first] = parts;
  const other = parts.find((part) => first !== undefined && of(part) !== of(first));
  if (first !== undefined && other !== undefined)
    throw new UserError(`${other.file} is ${how} (${of(other) ?? 'none'}) than ${first.file} (${of(first) ?? 'none'})`);
}

/** What the runs say of their tree, which may not be at hand. */
function factsOf(parts: readonly Part[]): Partial<RunFacts> {
  const runs = parts.flatMap(({ run }) => run ?? []);
  const [first] = runs;
  if (first === undefined) return {};
  const { date: _date, ...tree } = first;
  return { ...tree, at: new Date(Math.max(...runs.map(({ date }) => Date.parse(date)))) };
}
