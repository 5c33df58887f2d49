/** The commit hook that `init` writes: into the hook manager that the project has, else for pre-commit. */
import { parseDocument } from 'yaml';
import { toolName } from '../surroundings.js';
import { huskyHook } from './husky.js';
import { lefthookHook } from './lefthook.js';
import { lintStagedHook } from './lint-staged.js';
import { done, newFile, type Plan, type Project } from './plan.js';
import { afterLastItem, valueOf } from './yaml-lines.js';

const PRE_COMMIT = '.pre-commit-config.yaml';

/** A hook of one manager is enough: each would look at the same files again. */
export function commitHook(project: Project): Plan {
  if (project.exists(PRE_COMMIT)) return preCommitHook(project);
  // Husky only runs what stands in its hook, and there lint-staged, if anything, is told which files.
  return lefthookHook(project) ?? lintStagedHook(project) ?? huskyHook(project) ?? preCommitHook(project);
}

/** The pre-commit hook, added to the hooks that are there. */
function preCommitHook(project: Project): Plan {
  const before = project.read(PRE_COMMIT);
  const manager = project.packageManager;
  const how =
    manager === undefined
      ? ['language: node', `entry: ${toolName}`, `additional_dependencies: ['${toolName}@${project.version}']`]
      : ['language: system', `entry: ${manager.run}`];
  const lines = [
    '- repo: local',
    '  hooks:',
    `    - id: ${toolName}`,
    '      name: cookies without Secure',
    ...how.map((line) => `      ${line}`),
    '      types: [text]',
  ];
  if (before === undefined) return newFile(PRE_COMMIT, `repos:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  if (before.includes(toolName)) return done;
  const document = parseDocument(before);
  const edit = document.errors.length > 0 ? undefined : afterLastItem(before, valueOf(document.contents, 'repos'), lines);
  return edit === undefined
    ? { kind: 'note', text: `Add to \`repos\` in ${PRE_COMMIT}:\n${lines.join('\n')}` }
    : { kind: 'file', file: PRE_COMMIT, before, edits: [edit] };
}
