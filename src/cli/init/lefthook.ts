/** The command that `init` adds to Lefthook's `pre-commit` hook. */
import { modify, parse as parseJson, type ParseError } from 'jsonc-parser';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { isMap, parseDocument } from 'yaml';
import type { Edit } from '../../cookies/finding.js';
import { applyEdits } from '../../fixes/diff.js';
import { toolName } from '../surroundings.js';
import { jsonEdits } from './json-edits.js';
import { done, type Plan, type Project } from './plan.js';
import { afterLastItem, valueOf } from './yaml-lines.js';

/** The names that Lefthook looks for (https://lefthook.dev/configuration/). */
const FILES = ['lefthook', '.lefthook', '.config/lefthook'].flatMap((name) =>
  ['yml', 'yaml', 'toml', 'json', 'jsonc'].map((extension) => `${name}.${extension}`),
);

/** Adds the command; undefined where the project has no Lefthook. */
export function lefthookHook(project: Project): Plan | undefined {
  const file = FILES.find(project.exists);
  const before = file === undefined ? undefined : project.read(file);
  if (file === undefined || before === undefined) return undefined;
  if (before.includes(toolName)) return done;
  // Lefthook leaves a command out when no file is staged for it.
  const run = `${project.packageManager?.run ?? toolName} {staged_files}`;
  const edits = editsOf(file, before, run);
  const isRight = edits !== undefined && runs(file, applyEdits(before, edits), run);
  return isRight
    ? { kind: 'file', file, before, edits }
    : { kind: 'note', text: `Add to the pre-commit hook in ${file} the command:\n  ${run}` };
}

function editsOf(file: string, text: string, run: string): readonly Edit[] | undefined {
  if (file.endsWith('.toml'))
    return [{ start: text.length, end: text.length, text: `${paragraph(text)}[pre-commit.commands.${toolName}]\nrun = "${run}"\n` }];
  if (/\.jsonc?$/.test(file))
    return jsonEdits(text, (formatting) => modify(text, ['pre-commit', 'commands', toolName], { run }, { formattingOptions: formatting }));
  const edit = yamlEdit(text, run);
  return edit === undefined ? undefined : [edit];
}

function yamlEdit(text: string, run: string): Edit | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const hook = valueOf(document.contents, 'pre-commit');
  const command = [`${toolName}:`, `  run: ${run}`];
  const commands = ['commands:', ...command.map((line) => `  ${line}`)];
  const whole = ['pre-commit:', ...commands.map((line) => `  ${line}`)];
  if (hook === undefined) return { start: text.length, end: text.length, text: `${paragraph(text)}${whole.join('\n')}\n` };
  if (!isMap(hook)) return undefined;
  const jobs = valueOf(hook, 'jobs');
  if (jobs !== undefined) return afterLastItem(text, jobs, [`- name: ${toolName}`, `  run: ${run}`]);
  const present = valueOf(hook, 'commands');
  return present === undefined ? afterLastItem(text, hook, commands) : afterLastItem(text, present, command);
}

/** What parts a new block from the text before it. */
function paragraph(text: string): string {
  if (text.trim() === '') return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

/** Whether a configuration, read as Lefthook reads it, has the command in its hook. */
function runs(file: string, text: string, run: string): boolean {
  const { 'pre-commit': hook } = (parsed(file, text) ?? {}) as { 'pre-commit'?: { commands?: Record<string, unknown>; jobs?: unknown[] } };
  const found = hook?.commands?.[toolName] ?? hook?.jobs?.at(-1);
  return (found as { run?: unknown } | undefined)?.run === run;
}

function parsed(file: string, text: string): unknown {
  if (file.endsWith('.toml')) {
    try {
      return getStaticTOMLValue(parseTOML(text));
    } catch {
      // A table that was written inline can't be added to from the outside: the user is told what to add.
      return undefined;
    }
  }
  if (/\.jsonc?$/.test(file)) {
    const errors: ParseError[] = [];
    const value: unknown = parseJson(text, errors, { allowTrailingComma: true });
    return errors.length > 0 ? undefined : value;
  }
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}
