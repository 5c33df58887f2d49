/** `account`: every mention of a cookie in production code, and what the tool makes of it. */
import { account as accountOf, type Account, type AccountEntry } from '../../engine/account/account.js';
import { accountCsv, accountJson, accountMarkdown, accountText } from '../../report/account.js';
import { valueOf, type Parsed } from '../arguments.js';
import { configurationOf } from '../configuration.js';
import { exit, type Surroundings } from '../surroundings.js';
import { refuseNothing, resolveTargets } from '../targets.js';
import { wantsColor } from '../terminal.js';

export async function account(parsed: Parsed, world: Surroundings): Promise<number> {
  const targets = await resolveTargets(world.cwd, parsed.positionals);
  const { config } = await configurationOf(parsed, targets.root, world);
  const result = await accountOf({ ...targets, config });
  await refuseNothing(targets, config, result.files);
  const shown = parsed.flags.has('unexplained') ? result.entries.filter(({ kind }) => kind === 'unexplained') : result.entries;
  world.stdout.write(textOf(valueOf(parsed, 'format') ?? 'pretty', result, shown, parsed, world));
  return exit.clean;
}

function textOf(format: string, result: Account, shown: readonly AccountEntry[], parsed: Parsed, world: Surroundings): string {
  switch (format) {
    case 'json':
      return accountJson(result, shown);
    case 'csv':
      return accountCsv(shown);
    case 'markdown':
      return accountMarkdown(result, shown);
    default:
      return accountText(result, shown, {
        color: wantsColor(world.stdout, world.env, parsed),
        columns: world.stdout.isTTY === true ? world.stdout.columns : undefined,
      });
  }
}
