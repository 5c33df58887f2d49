/** Of which tree a page speaks, and how it was made. */
import path from 'node:path';
import { gitSync } from '../engine/git.js';
import type { RunFacts } from '../report/format.js';
import { shellWord } from '../text/shell.js';
import { toolName, type Surroundings } from './surroundings.js';

/** `commit`: whether anybody asks at which commit the tree stands. */
export function runFacts(root: string, world: Surroundings, { commit }: { readonly commit: boolean }): RunFacts {
  const command = [toolName, ...(world.argv ?? [])].map(shellWord).join(' ');
  return { at: new Date(), command, repository: path.basename(root), ...(commit ? commitOf(root) : {}) };
}

/** In short. */
function commitOf(root: string): { readonly commit?: string } {
  const commit = gitSync(root, ['rev-parse', '--short=12', 'HEAD'])?.stdout.toString('utf8').trim();
  return commit === undefined || commit === '' ? {} : { commit };
}
