/** `init`: sets the tool up in a project. Shows what it would write as a diff, and writes it only when told to. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { defaultConfig } from '../../engine/config/config.js';
import { findConfig } from '../../engine/config/load.js';
import { git } from '../../engine/git.js';
import { applyEdits, unifiedDiff } from '../../fixes/diff.js';
import { RootFiles } from '../../files/root-files.js';
import { shownDiff } from '../../report/fix-diff.js';
import { painter } from '../../report/terminal-style.js';
import { printable } from '../../text/printable.js';
import type { Parsed } from '../arguments.js';
import { ciJob } from '../init/ci-job.js';
import { commitHook } from '../init/commit-hook.js';
import { configuration } from '../init/configuration.js';
import { eslintLines } from '../init/eslint-lines.js';
import { packageManagerOf, type ProjectFiles } from '../init/package-manager.js';
import type { Plan, Project } from '../init/plan.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';
import { writeFile } from '../write-file.js';

export async function init(parsed: Parsed, world: Surroundings): Promise<number> {
  const project = await projectAt(world);
  const plans = [configuration(project), commitHook(project), eslintLines(project), ciJob(project)];
  const files = plans.flatMap((plan) => (plan.kind === 'file' ? [plan] : []));
  const notes = plans.flatMap((plan) => (plan.kind === 'note' ? [plan.text] : []));
  const paint = painter(wantsColor(world.stdout, world.env, parsed));
  world.stdout.write(
    project.frameworks.length === 0
      ? 'No cookies were found yet; they are looked for all the same.\n\n'
      : `Found cookies of ${printable(project.frameworks.join(', '))}.\n\n`,
  );
  for (const { file, before, edits } of files) {
    world.stdout.write(`${shownDiff(unifiedDiff(file, before, edits), paint)}\n`);
  }
  for (const note of notes) world.stdout.write(`${note}\n`);
  if (files.length === 0) {
    world.stdout.write('Nothing to write: everything is set up.\n');
    return exit.clean;
  }
  if (!parsed.flags.has('yes') && !(await agreed(world, files.length))) {
    world.stdout.write(`Nothing was written. ${toolName} init --yes writes it.\n`);
    return exit.clean;
  }
  for (const plan of files) write(world.cwd, plan);
  const { add, run } = project.packageManager ?? { add: undefined, run: toolName };
  world.stdout.write(`Wrote ${files.map(({ file }) => file).join(', ')}. Next: ${add === undefined ? '' : `${add}, then `}${run}\n`);
  return exit.clean;
}

function write(root: string, { file, before, edits }: Extract<Plan, { kind: 'file' }>): void {
  writeFile(root, path.join(root, file), applyEdits(before ?? '', edits));
}

async function agreed(world: Surroundings, count: number): Promise<boolean> {
  if (world.stdout.isTTY !== true || !process.stdin.isTTY) return false;
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await questions.question(`Write ${count === 1 ? 'this file' : `these ${count} files`}? [y/N] `);
  questions.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function projectAt(world: Surroundings): Promise<Project> {
  const root = world.cwd;
  const report = await world.scan({ root, config: defaultConfig });
  const remotes = await git(root, ['remote', '-v']);
  const own = new RootFiles(root);
  const files: ProjectFiles = {
    exists: (file) => existsSync(path.join(root, file)),
    read: (file) => {
      const found = own.read(file);
      if ('why' in found) throw new UserError(`${file}: ${found.why}`);
      return 'bytes' in found ? found.bytes.toString('utf8') : undefined;
    },
  };
  return {
    ...files,
    frameworks: [...new Set(report.apps.flatMap(({ frameworks }) => frameworks))].sort(),
    version: world.version,
    hasConfig: (await findConfig(root)) !== undefined,
    remotes: remotes?.stdout.toString('utf8') ?? '',
    packageManager: packageManagerOf(files),
  };
}
