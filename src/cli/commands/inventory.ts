/** `inventory`: every cookie that the repository sets, and whether that list drifted from the committed one. */
import path from 'node:path';
import { compareInventories, parseInventory } from '../../engine/inventory-drift.js';
import { counted } from '../../report/entries.js';
import { inventoryCsv, inventoryJson, inventoryRows, inventoryTable, type InventoryRow } from '../../report/inventory.js';
import { printable } from '../../text/printable.js';
import { valueOf, type Parsed } from '../arguments.js';
import { configurationOf } from '../configuration.js';
import { readFile } from '../read-file.js';
import { runFacts } from '../run-facts.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { refuseNothing, resolveTargets } from '../targets.js';
import { wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';
import { writeFile } from '../write-file.js';

export async function inventory(parsed: Parsed, world: Surroundings): Promise<number> {
  const check = valueOf(parsed, 'check');
  if (parsed.flags.has('update') && check === undefined) throw new UserError('--update needs --check FILE');
  const targets = await resolveTargets(world.cwd, parsed.positionals);
  if (check !== undefined && (targets.paths ?? targets.files) !== undefined)
    throw new UserError('--check looks at the whole repository: leave out paths');
  const { config } = await configurationOf(parsed, targets.root, world);
  const report = await world.scan({ ...targets, config });
  if (report.skipped.length === 0) await refuseNothing(targets, config, report.files);
  const rows = inventoryRows(report);
  if (check !== undefined) return parsed.flags.has('update') ? update(check, rows, world) : drift(check, rows, world);
  switch (valueOf(parsed, 'format') ?? 'table') {
    case 'json':
      world.stdout.write(inventoryJson(rows));
      break;
    case 'csv':
      world.stdout.write(inventoryCsv(rows));
      break;
    case 'html': {
      const { inventoryHtml } = await import('../../report/html/html.js');
      world.stdout.write(
        inventoryHtml(report, { tool: { name: toolName, version: world.version }, run: runFacts(targets.root, world, { commit: true }) }),
      );
      break;
    }
    default:
      world.stdout.write(
        inventoryTable(rows, { color: wantsColor(world.stdout, world.env, parsed), terminal: world.stdout.isTTY === true }),
      );
  }
  return exit.clean;
}

function update(name: string, rows: readonly InventoryRow[], world: Surroundings): number {
  writeFile(world.cwd, path.resolve(world.cwd, name), inventoryJson(rows));
  world.stderr.write(`${counted(rows.length, 'cookie')} written to ${printable(name)}\n`);
  return exit.clean;
}

function drift(name: string, rows: readonly InventoryRow[], world: Surroundings): number {
  const text = readFile('--check', name, { cwd: world.cwd, file: path.resolve(world.cwd, name) });
  if (text === undefined) throw new UserError(`--check: there is no ${name}; write it with --check ${name} --update`);
  const committed = parseInventory(text);
  if (typeof committed === 'string') throw new UserError(`${name}: ${committed}`);
  const changes = compareInventories(committed, rows);
  for (const line of changes) world.stdout.write(`${printable(line)}\n`);
  if (changes.length === 0) world.stdout.write(`The inventory is as in ${printable(name)}.\n`);
  else
    world.stderr.write(
      `${counted(changes.length, 'difference')} from ${printable(name)}: review, then run ${toolName} inventory --check ${printable(name)} --update\n`,
    );
  return changes.length === 0 ? exit.clean : exit.findings;
}
