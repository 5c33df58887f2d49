/** The command line in the real world. Everything heavy is loaded when it is needed. */
import { boundMemory } from './memory.js';
import { run } from './run.js';
import { version } from '../version.js';
import type { Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

const world: Surroundings = {
  cwd: process.cwd(),
  argv: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  readStdin: async (most = Infinity) => {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > most) throw new UserError(`standard input has more than ${most / 1_000_000} MB`);
    }
    return Buffer.concat(chunks).toString('utf8');
  },
  scan: async (options) => (await import('../engine/scan.js')).scan(options),
  rules: async () => (await import('../../rules/index.js')).rules,
  version,
};

/** Runs what the arguments ask for; the exit code is set. */
export async function main(): Promise<void> {
  boundMemory();
  // A reader that closes early, as `head` does, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  const ended = new AbortController();
  if (process.argv.includes('--watch')) process.once('SIGINT', () => ended.abort());
  process.exitCode = await run(process.argv.slice(2), world, ended.signal);
}
