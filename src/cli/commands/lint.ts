/** The lint run: scan, narrow, fix, report, exit code. */
import path from 'node:path';
import type { Finding, Report } from '../../cookies/finding.js';
import { baselineOf, compareWithBaseline } from '../../engine/baseline.js';
import { changesOf, stagedTexts, type Changes, type ChangesSince } from '../../engine/changes.js';
import { matchesConfigPatterns } from '../../engine/config/levels.js';
import { fingerprintsOf } from '../../engine/fingerprint.js';
import { narrowReport } from '../../engine/narrow.js';
import type { ScanOptions } from '../../engine/scan.js';
import type { Shard } from '../../engine/shards.js';
import { converge, type Converged } from '../../fixes/converge.js';
import { editsBetween, unifiedDiff } from '../../fixes/diff.js';
import { whyUnwritable, writeFixes } from '../../fixes/write.js';
import { counted, positionsOf } from '../../report/entries.js';
import { shownDiff } from '../../report/fix-diff.js';
import type { RunFacts, ShardFacts } from '../../report/format.js';
import { painter } from '../../report/terminal-style.js';
import { printable } from '../../text/printable.js';
import { measureSteps } from '../../syntax/steps.js';
import { valueOf, type Parsed } from '../arguments.js';
import { configurationOf } from '../configuration.js';
import { readBaseline, type NamedBaseline } from '../baseline.js';
import { scanAsAsked } from '../cache.js';
import { exitCode } from '../exit-code.js';
import { countOf, millisecondsOf } from '../numbers.js';
import { runFacts } from '../run-facts.js';
import { shardFacts, shardOf } from '../shard.js';
import { statistics } from '../statistics.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { refuseNothing, resolveTargets, type Targets } from '../targets.js';
import { progressLine, wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';
import { writeFile } from '../write-file.js';
import { refuseMixedFormats, writeReports } from '../write-reports.js';

interface Run {
  readonly parsed: Parsed;
  readonly world: Surroundings;
  readonly targets: Targets;
  readonly options: ScanOptions;
  readonly changes: Changes | undefined;
  readonly baseline: NamedBaseline | undefined;
}

interface Outcome {
  /** What is left after narrowing; what the exit code counts. */
  readonly report: Report;
  readonly fingerprints: ReadonlyMap<Finding, string>;
  /** Lines for standard error. */
  readonly notices: readonly string[];
}

export async function lint(parsed: Parsed, world: Surroundings): Promise<number> {
  if (parsed.flags.has('stats')) measureSteps();
  const run = await prepare(parsed, world);
  const started = performance.now();
  let outcome = parsed.flags.has('stdin') && parsed.flags.has('fix') ? await fixStdin(run) : await collect(run);
  if (parsed.flags.has('update-baseline')) return updateBaseline(run, outcome);
  if (parsed.flags.has('fix') && !parsed.flags.has('stdin')) outcome = await fix(run, outcome);
  if (parsed.flags.has('fix-dry-run')) outcome = await showFixes(run, outcome);
  else await present(run, outcome);
  const unread = parsed.flags.has('fail-on-unread') ? unreadOf(run, outcome.report) : [];
  for (const { path: file, why } of unread) world.stderr.write(`not read: ${printable(file)}: ${printable(why)}\n`);
  for (const notice of outcome.notices) world.stderr.write(`${notice}\n`);
  if (parsed.flags.has('stats')) world.stderr.write(statistics(outcome.report, performance.now() - started));
  const isBroken = parsed.flags.has('strict-internal') && outcome.report.skipped.some(({ kind }) => kind === 'internal');
  return unread.length > 0 || isBroken ? exit.failure : exitCode(parsed, outcome.report);
}

async function prepare(parsed: Parsed, world: Surroundings): Promise<Run> {
  const { flags } = parsed;
  if (flags.has('fix') && flags.has('fix-dry-run')) throw new UserError('--fix and --fix-dry-run: choose one of them');
  if (flags.has('update-baseline') && valueOf(parsed, 'baseline') === undefined)
    throw new UserError('--update-baseline needs --baseline FILE');
  if (flags.has('changed-lines') && !flags.has('staged') && valueOf(parsed, 'since') === undefined)
    throw new UserError('--changed-lines needs --since REF or --staged');
  if (flags.has('staged') && valueOf(parsed, 'since') !== undefined) throw new UserError('--since and --staged: choose one of them');
  const filename = valueOf(parsed, 'stdin-filename');
  if (flags.has('stdin') && filename === undefined) throw new UserError('--stdin needs --stdin-filename FILE, which tells the language');
  if (!flags.has('stdin') && filename !== undefined) throw new UserError('--stdin-filename is only of use with --stdin');
  if (flags.has('stdin') && parsed.positionals.length > 0) throw new UserError('--stdin takes no paths');
  countOf(parsed, 'max-warnings', 0);
  refuseMixedFormats(parsed);
  const shard = shardOf(parsed, world);
  const named = await resolveTargets(world.cwd, parsed.positionals);
  const { config } = await configurationOf(parsed, named.root, world);
  // A commit hook names every file of the commit, those that the configuration ignores among them.
  const targets =
    named.files === undefined
      ? named
      : { ...named, files: named.files.filter((file) => !matchesConfigPatterns(config, config.ignores, file)) };
  if (named.files !== undefined && targets.files?.length === 0)
    world.stderr.write('nothing is checked: the configuration ignores every file that is named\n');
  const style = valueOf(parsed, 'fix-style');
  const timeout = millisecondsOf(parsed, 'timeout');
  const options: ScanOptions = {
    ...targets,
    config,
    pedantic: flags.has('pedantic') || config.pedantic,
    fixStyle: style === 'always' || style === 'fail-closed' ? style : config.fixStyle,
    ...(filename === undefined
      ? {}
      : {
          stdin: {
            filename: path.relative(targets.root, path.resolve(world.cwd, filename)).split(path.sep).join('/'),
            text: await world.readStdin(),
          },
        }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(shard === undefined ? {} : { shard }),
    ...(flags.has('staged') ? { texts: await byGit(() => stagedTexts(targets.root)) } : {}),
  };
  return { parsed, world, targets, options, changes: await wantedChanges(parsed, targets), baseline: readBaseline(parsed, world) };
}

async function wantedChanges(parsed: Parsed, targets: Targets): Promise<Changes | undefined> {
  const since = valueOf(parsed, 'since');
  const what: ChangesSince | undefined = parsed.flags.has('staged') ? { staged: true } : since === undefined ? undefined : { since };
  if (what === undefined) return undefined;
  return await byGit(() => changesOf(targets.root, what));
}

/** Git's plain messages are for the user. */
async function byGit<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}

/** One scan, narrowed to what was asked for. */
async function collect(run: Run, instead: Pick<ScanOptions, 'texts' | 'stdin'> = {}): Promise<Outcome> {
  const progress = progressLine(run.world.stderr);
  const full = await scanAsAsked(
    { ...run.options, ...instead, onProgress: progress.update },
    run.parsed,
    run.world,
    instead.texts === undefined && instead.stdin === undefined,
  );
  progress.clear();
  if (run.options.stdin === undefined && full.skipped.length === 0) await refuseNothing(run.targets, run.options.config, full.files);
  const fingerprints = fingerprintsOf(full);
  const notices: string[] = [];
  let report = full;
  if (run.changes !== undefined) {
    const { changes } = run;
    report = narrowReport(report, (finding) => isChanged(full, finding, changes, run.parsed.flags.has('changed-lines')));
  }
  if (run.baseline?.known !== undefined) {
    const { targets, options } = run;
    const whole = run.changes === undefined && targets.files === undefined && targets.paths === undefined && options.shard === undefined;
    const compared = compareWithBaseline(full.findings, fingerprints, run.baseline.known, () => whole);
    report = narrowReport(report, (finding) => !compared.isKnown(finding));
    if (compared.known > 0) notices.push(`${counted(compared.known, 'known finding')} left out by the baseline`);
    for (const { path: file, surface, problem, cookie } of compared.stale)
      notices.push(
        `stale baseline entry: ${printable(`${file}${typeof cookie === 'string' ? ` \`${cookie}\`` : ''} ${surface} ${problem}`)} (--update-baseline drops it)`,
      );
  }
  if (run.options.shard !== undefined) notices.push(shardNotice(run.options.shard, full));
  if (run.parsed.flags.has('quiet')) report = { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
  return { report, fingerprints, notices };
}

const shardNotice = ({ index, total }: Shard, { apps }: Report): string =>
  `shard ${index} of ${total}, with ${counted(apps.length, 'app')} that set cookies; ${toolName} merge joins the JSON or SARIF reports of all`;

/** A finding is new when its own file changed, or the place that decides it, or one on the way there. */
function isChanged(report: Report, finding: Finding, changes: Changes, byLine: boolean): boolean {
  return [finding, finding.cause, ...finding.related].some((place) => {
    const ranges = changes.of(place.path);
    if (ranges === undefined || !byLine) return ranges !== undefined;
    const { start, end } = positionsOf(report, place);
    return ranges.some(([first, last]) => first <= end.line && start.line <= last);
  });
}

function updateBaseline({ baseline, world, changes, targets }: Run, { report, fingerprints }: Outcome): number {
  if (baseline === undefined) throw new UserError('--update-baseline needs --baseline FILE');
  if (changes !== undefined || targets.paths !== undefined || targets.files !== undefined)
    throw new UserError('--update-baseline looks at the whole repository: leave out paths, --since and --staged');
  const content = baselineOf(report.findings, fingerprints);
  writeFile(world.cwd, baseline.file, `${JSON.stringify(content, null, 2)}\n`);
  world.stderr.write(`${counted(content.findings.length, 'finding')} written to ${printable(path.relative(world.cwd, baseline.file))}\n`);
  return exit.clean;
}

/** Fixes until nothing safe is left, then writes. What could not be written is judged as it is. */
async function fix(run: Run, first: Outcome): Promise<Outcome> {
  const { files, outcome, fixed, skipped } = await converged(run, first);
  const unwritten = await writeFixes(run.targets.root, files, (line) => run.world.stderr.write(`${line}\n`));
  const after = unwritten.length === 0 ? outcome : await collect(run);
  const count = unwritten.length === 0 ? fixed : first.report.findings.length - after.report.findings.length;
  const notices = [...skipped, ...unwritten].map(({ path: file, why }) => `${printable(file)}: ${printable(why)}`);
  return { ...after, notices: [...(count > 0 ? [`${counted(count, 'finding')} fixed`] : []), ...notices, ...after.notices] };
}

async function converged(run: Run, first: Outcome): Promise<Converged<Outcome>> {
  return await converge(first, {
    rescan: async (texts) => await collect(run, { texts: new Map([...(run.options.texts ?? []), ...texts]) }),
    reportOf: ({ report }) => report,
    whyNot: (file, text) => whyUnwritable(run.targets.root, file, text),
  });
}

/** `--stdin --fix`: the mended text goes to standard output, the report of what is left to standard error. */
async function fixStdin(run: Run): Promise<Outcome> {
  const { stdin } = run.options;
  if (stdin === undefined) throw new Error('there is no text on standard input');
  const { files, outcome } = await converge(await collect(run), {
    rescan: async (texts) => await collect(run, { stdin: { ...stdin, text: texts.get(stdin.filename) ?? stdin.text } }),
    reportOf: ({ report }) => report,
    whyNot: (file) => (file === stdin.filename ? undefined : 'it is not the text on standard input'),
  });
  run.world.stdout.write(files[0]?.after ?? stdin.text);
  return outcome;
}

/** The diff of the safe fixes; piped it is a patch, with each byte as it is. */
async function showFixes(run: Run, first: Outcome): Promise<Outcome> {
  const { world, parsed } = run;
  const { files, fixed, skipped } = await converged(run, first);
  const diff = files.map(({ path: file, before, after }) => unifiedDiff(file, before, editsBetween(before, after))).join('');
  world.stdout.write(
    world.stdout.isTTY === true || wantsColor(world.stdout, world.env, parsed)
      ? shownDiff(diff, painter(wantsColor(world.stdout, world.env, parsed)))
      : diff,
  );
  world.stderr.write(
    fixed === 0 ? 'nothing can be fixed safely\n' : `${counted(fixed, 'finding')} would be fixed in ${counted(files.length, 'file')}\n`,
  );
  return { ...first, notices: [...skipped.map(({ path: file, why }) => `${printable(file)}: ${printable(why)}`), ...first.notices] };
}

async function present(run: Run, { report, fingerprints }: Outcome): Promise<void> {
  const { parsed, world, targets, options } = run;
  // What `--stdin --fix` prints on standard output is the text.
  const screen = parsed.flags.has('stdin') && parsed.flags.has('fix') ? world.stderr : world.stdout;
  const facts = (asked: { readonly commit: boolean }): RunFacts => runFacts(targets.root, world, asked);
  const pedantic = options.pedantic === true;
  await writeReports({ report, fingerprints, root: targets.root, pedantic, facts, shard: factsOfShard(run) }, parsed, world, screen);
}

function factsOfShard({ options, parsed, baseline }: Run): ShardFacts | undefined {
  if (options.shard === undefined) return undefined;
  const { flags } = parsed;
  const narrowing = [flags.has('quiet'), flags.has('staged'), flags.has('changed-lines'), valueOf(parsed, 'since'), baseline?.known];
  return shardFacts(options.shard, options, narrowing);
}

/** What could not be read of that which the run is about. */
function unreadOf({ changes, targets }: Run, { skipped }: Report): Report['skipped'] {
  const isAsked = (file: string): boolean =>
    targets.files?.includes(file) ?? targets.paths?.some((folder) => file === folder || file.startsWith(`${folder}/`)) ?? true;
  return skipped.filter(({ path: file }) => isAsked(file) && (changes === undefined || changes.of(file) !== undefined));
}
