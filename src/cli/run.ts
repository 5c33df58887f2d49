/** From arguments to exit code: finds the command, runs it, and tells errors in one line. */
import { printable } from '../text/printable.js';
import { commands, helpText, lintCommand, parseArguments, type Command, type Parsed } from './arguments.js';
import { exit, toolName, type Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

type Runner = (parsed: Parsed, world: Surroundings) => Promise<number> | number;

const runners: Readonly<Record<string, () => Promise<Runner>>> = {
  lint: async () => (await import('./commands/lint.js')).lint,
  inventory: async () => (await import('./commands/inventory.js')).inventory,
  account: async () => (await import('./commands/account.js')).account,
  merge: async () => (await import('./commands/merge.js')).merge,
  fleet: async () => (await import('./commands/fleet.js')).fleet,
  verify: async () => (await import('./commands/verify.js')).verify,
  config: async () => (await import('./commands/config.js')).config,
  init: async () => (await import('./commands/init.js')).init,
  explain: async () => (await import('./commands/explain.js')).explain,
  'explain-header': async () => (await import('./commands/explain-header.js')).explainHeader,
  rules: async () => (await import('./commands/rules.js')).rules,
  lsp: async () => (await import('./commands/lsp.js')).lsp,
  completion: async () => (await import('./commands/completion.js')).completion,
};

/** Runs the command line; resolves with the exit code. Never throws. */
export async function run(args: readonly string[], world: Surroundings, signal?: AbortSignal): Promise<number> {
  try {
    const [first, ...rest] = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
    const command = commands.find(({ name }) => name === first) ?? lintCommand;
    const parsed = parseArguments(command, first === undefined || first === command.name ? rest : [first, ...rest]);
    if (parsed.flags.has('help')) {
      world.stdout.write(helpText(command, toolName));
      return exit.clean;
    }
    if (parsed.flags.has('version')) {
      world.stdout.write(`${world.version}\n`);
      return exit.clean;
    }
    return parsed.flags.has('watch') ? await watch(command, parsed, world, signal) : await once(command, parsed, world);
  } catch (error) {
    return tell(error, world);
  }
}

async function once(command: Command, parsed: Parsed, world: Surroundings): Promise<number> {
  const load = runners[command.name];
  if (load === undefined) throw new Error(`no runner for ${command.name}`);
  return await (
    await load()
  )(parsed, world);
}

function tell(error: unknown, world: Surroundings): number {
  if (error instanceof UserError) {
    for (const line of error.message.split('\n')) world.stderr.write(`${toolName}: ${printable(line)}\n`);
  } else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(`${toolName} ${world.version} failed; this is a bug. Please report it with the command and this text:\n${detail}\n`);
  }
  return exit.failure;
}

async function watch(command: Command, parsed: Parsed, world: Surroundings, signal = new AbortController().signal): Promise<number> {
  const [{ watchAndRun, foldersOf }, { discover }, { resolveTargets }, { configurationOf }] = await Promise.all([
    import('./watch.js'),
    import('../engine/discover.js'),
    import('./targets.js'),
    import('./configuration.js'),
  ]);
  if (parsed.flags.has('stdin')) throw new UserError('--watch and --stdin do not go together');
  const { root, paths, files } = await resolveTargets(world.cwd, parsed.positionals);
  let folders: readonly string[] = [root];
  await watchAndRun(
    async () => {
      // What is wrong with the configuration is told by the run; until it is mended the same folders are watched.
      const loaded = await configurationOf(parsed, root, world).catch(() => undefined);
      if (loaded !== undefined)
        folders = foldersOf(root, (await discover(root, files === undefined ? paths : undefined, loaded.config)).files);
      return folders;
    },
    async () => {
      if (world.stdout.isTTY === true) world.stdout.write('\u001B[2J\u001B[3J\u001B[H');
      // A mistake in the configuration must not end the watching: the next change may mend it.
      await once(command, parsed, world).catch((error: unknown) => tell(error, world));
      world.stderr.write('watching for changes (Ctrl+C ends)\n');
    },
    signal,
  );
  return exit.clean;
}
