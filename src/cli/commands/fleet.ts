/** `fleet`: many repositories by their JSON reports, on one page. */
import path from 'node:path';
import { addressOf, fleetOf, type FleetReport } from '../../report/fleet/fleet.js';
import { fleetFormats, type FleetFormatName } from '../../report/fleet/formats.js';
import { counted } from '../../report/entries.js';
import { valueOf, type Parsed } from '../arguments.js';
import { readFile } from '../read-file.js';
import { readJsonReport } from '../read-report.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';
import { wantedFormats } from '../wanted-formats.js';
import { writeFile } from '../write-file.js';

export async function fleet(parsed: Parsed, world: Surroundings): Promise<number> {
  if (parsed.positionals.length === 0) throw new UserError(`which reports? ${toolName} fleet reports/*.json`);
  const wanted = wantedFormats(parsed, isFleetFormat);
  const since = sinceOf(parsed);
  const reports = parsed.positionals.map((name) => reportOf(name, world));
  const page = fleetOf(reports, expectedOf(parsed, world), since);
  for (const [name, file] of wanted) {
    const color = file === undefined && wantsColor(world.stdout, world.env, parsed);
    const text = (await fleetFormats[name]())(page, { tool: { name: toolName, version: world.version }, color });
    if (file === undefined) world.stdout.write(text);
    else writeFile(world.cwd, path.resolve(world.cwd, file), text);
  }
  if (page.missing.length === 0) return exit.clean;
  world.stderr.write(`${counted(page.missing.length, 'repository', 'repositories')} of the list without a report\n`);
  return exit.findings;
}

const isFleetFormat = (name: string): name is FleetFormatName => Object.hasOwn(fleetFormats, name);

function reportOf(name: string, world: Surroundings): FleetReport {
  const { run, shard, ...report } = readJsonReport(name, world);
  if (shard !== undefined)
    throw new UserError(
      `${name} is shard ${shard.index} of ${shard.total}: join its report with those of the others first (${toolName} merge)`,
    );
  if (run === undefined)
    throw new UserError(`${name} does not say of which repository it is: make it again with this version of ${toolName}`);
  return { run, ...report };
}

/** The addresses or folders that a list names, one a line; what follows `#` is a comment. */
function expectedOf(parsed: Parsed, world: Surroundings): readonly string[] {
  const name = valueOf(parsed, 'repositories');
  if (name === undefined) return [];
  const text = readFile('--repositories', name, { cwd: world.cwd, file: path.resolve(world.cwd, name) });
  if (text === undefined) throw new UserError(`--repositories: there is no ${name}`);
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*/, '').trim());
  // A folder of this machine is known by its name.
  return lines
    .filter((line) => line !== '')
    .map((line) => (/^(?:[./~]|[A-Za-z]:[\\/])/.test(line) ? path.basename(line) : addressOf(line)));
}

function sinceOf(parsed: Parsed): Date | undefined {
  const value = valueOf(parsed, 'since');
  if (value === undefined) return undefined;
  // A day is over at its end.
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T23:59:59.999Z` : value);
  if (!/^\d{4}-\d\d-\d\d/.test(value) || Number.isNaN(date.getTime()))
    throw new UserError(`--since: ${value} is no date; write 2026-01-31`);
  return date;
}
