/** Of which tree a report speaks, and how it was made. */
import path from 'node:path';
import { gitSync } from '../engine/git.js';
import type { RunFacts } from '../report/format.js';
import { shellWord } from '../text/shell.js';
import { toolName, type Surroundings } from './surroundings.js';

/** `commit`: whether anybody asks where the tree is from and at which commit it stands. */
export function runFacts(root: string, world: Surroundings, { commit }: { readonly commit: boolean }): RunFacts {
  const command = [toolName, ...(world.argv ?? [])].map(shellWord).join(' ');
  return { at: dateOf(world), command, repository: path.basename(root), ...(commit ? gitFacts(root) : {}) };
}

/** Now, or what a build that has to come out the same twice says: https://reproducible-builds.org/docs/source-date-epoch/ */
function dateOf({ env }: Surroundings): Date {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1_000) : new Date();
}

function gitFacts(root: string): Pick<RunFacts, 'commit' | 'remote' | 'folder'> {
  const ask = (...args: string[]): string | undefined => {
    const answer = gitSync(root, args)?.stdout.toString('utf8').trim();
    return answer === '' ? undefined : answer;
  };
  const commit = ask('rev-parse', 'HEAD');
  const folder = ask('rev-parse', '--show-prefix')?.replace(/\/$/, '');
  const remote = publicRemote(ask('remote', 'get-url', 'origin') ?? '');
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(folder === undefined ? {} : { folder }),
    ...(remote === undefined ? {} : { remote }),
  };
}

/** An address without what is secret in it: CI services put a token there. A path of this machine is nobody else's business. */
export function publicRemote(remote: string): string | undefined {
  const scp = /^[^@/\s]+@([\w.-]+):(?!\/)(\S+)$/.exec(remote);
  if (scp !== null) return `ssh://${scp[1] ?? ''}/${withoutSuffix(scp[2] ?? '')}`;
  const url = URL.canParse(remote) ? new URL(remote) : undefined;
  if (url === undefined || url.host === '' || !['https:', 'http:', 'ssh:', 'git:'].includes(url.protocol)) return undefined;
  return `${url.protocol}//${url.host}${withoutSuffix(url.pathname)}`;
}

const withoutSuffix = (path: string): string => path.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
