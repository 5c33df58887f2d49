/** The line that `init` adds to Husky's pre-commit hook where no lint-staged hands it the files. */
import { toolName } from '../surroundings.js';
import { done, newFile, type Plan, type Project } from './plan.js';

const FOLDER = '.husky';
const HOOK = `${FOLDER}/pre-commit`;

/** Adds the line; undefined where the project has no Husky. */
export function huskyHook(project: Project): Plan | undefined {
  const manifest = project.read('package.json') ?? '';
  const run = `${project.packageManager?.run ?? toolName} --staged`;
  const byHand: Plan = { kind: 'note', text: `Add to the pre-commit hook of Husky:\n  ${run}` };
  if (!project.exists(FOLDER)) return isOld(manifest) ? byHand : undefined;
  const before = project.exists(HOOK) ? project.read(HOOK) : undefined;
  if (before?.includes(toolName) === true) return done;
  // Since version 9 a hook is lines for `sh`; before, it is a program of its own that has to be marked as one.
  if (before === undefined) return majorOf(manifest) >= 9 ? newFile(HOOK, `${run}\n`) : byHand;
  if (!isShell(before) || leaves(before)) return byHand;
  return {
    kind: 'file',
    file: HOOK,
    before,
    edits: [{ start: before.length, end: before.length, text: `${before === '' || before.endsWith('\n') ? '' : '\n'}${run}\n` }],
  };
}

/** Version 4 has its hooks in package.json. */
const isOld = (manifest: string): boolean => /"husky"\s*:\s*\{\s*"hooks"/.test(manifest);
const majorOf = (manifest: string): number => Number(/"husky"\s*:\s*"[^"\d]*(\d+)/.exec(manifest)?.[1] ?? 0);
const isShell = (hook: string): boolean => !hook.startsWith('#!') || /^#!.*\b(?:ba|da|z)?sh\b/.test(hook);

/** Whether the hook ends before the end of its text, so that a line after it would never run. */
const leaves = (hook: string): boolean => /^\s*(?:exec|exit)\b/.test(hook.trimEnd().split('\n').at(-1) ?? '');
