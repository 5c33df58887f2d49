/** The command that `init` adds to lint-staged, which Husky and others run before a commit. */
import { modify, parse } from 'jsonc-parser';
import { isMap, parseDocument } from 'yaml';
import type { Edit } from '../../cookies/finding.js';
import { toolName } from '../surroundings.js';
import { jsonEdits } from './json-edits.js';
import { done, type Plan, type Project } from './plan.js';
import { afterLastItem, valueOf } from './yaml-lines.js';

/** The names that lint-staged looks for (https://github.com/lint-staged/lint-staged#configuration); programs are not edited. */
const DATA = ['.lintstagedrc', '.lintstagedrc.json', '.lintstagedrc.yaml', '.lintstagedrc.yml'];
const PROGRAMS = ['.lintstagedrc', 'lint-staged.config'].flatMap((name) =>
  ['mjs', 'js', 'cjs', 'mts', 'ts', 'cts'].map((extension) => `${name}.${extension}`),
);

/** Every file: which kinds are read is for the tool to know. */
const EVERY = '*';

/** Adds the command; undefined where the project has no lint-staged. */
export function lintStagedHook(project: Project): Plan | undefined {
  const run = project.packageManager?.run ?? toolName;
  const manifest = project.read('package.json') ?? '';
  const file = isConfigured(manifest) ? 'package.json' : [...DATA, ...PROGRAMS].find(project.exists);
  const before = file === undefined ? undefined : project.read(file);
  if (file === undefined || before === undefined) return undefined;
  if (file === 'package.json' ? mentions(before) : before.includes(toolName)) return done;
  const edits = PROGRAMS.includes(file) ? undefined : editsOf(before, file === 'package.json' ? ['lint-staged'] : [], run);
  return edits === undefined
    ? { kind: 'note', text: `Add to the configuration of lint-staged in ${file}:\n  '${EVERY}': '${run}'` }
    : { kind: 'file', file, before, edits };
}

const tasksIn = (manifest: string): unknown => (parse(manifest) as { 'lint-staged'?: unknown } | undefined)?.['lint-staged'];
const isConfigured = (manifest: string): boolean => tasksIn(manifest) !== undefined;
/** The manifest may well name the tool among its dependencies. */
const mentions = (manifest: string): boolean => JSON.stringify(tasksIn(manifest)).includes(toolName);

function editsOf(text: string, at: readonly string[], run: string): readonly Edit[] | undefined {
  if (text.trimStart().startsWith('{')) return inJson(text, at, run);
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents) || valueOf(document.contents, EVERY) !== undefined) return undefined;
  const edit = afterLastItem(text, document.contents, [`'${EVERY}': ${run}`]);
  return edit === undefined ? undefined : [edit];
}

/** A pattern has one value: where every file has commands already, ours comes after them. */
function inJson(text: string, at: readonly string[], run: string): readonly Edit[] | undefined {
  const tasks = at.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], parse(text));
  if (typeof tasks !== 'object' || tasks === null || Array.isArray(tasks)) return undefined;
  const present = (tasks as Record<string, unknown>)[EVERY];
  const commands = present === undefined ? run : [...(Array.isArray(present) ? (present as unknown[]) : [present]), run];
  return jsonEdits(text, (formattingOptions) => modify(text, [...at, EVERY], commands, { formattingOptions }));
}
