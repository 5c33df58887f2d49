/** The pre-commit hook that `init` writes. */
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Edit } from '../../cookies/finding.js';
import { toolName } from '../surroundings.js';
import { done, newFile, type Plan, type Project } from './plan.js';

/** The pre-commit hook, added to the hooks that are there. */
export function commitHook(project: Project): Plan {
  const file = '.pre-commit-config.yaml';
  const before = project.read(file);
  const manager = project.packageManager;
  const how = manager === undefined ? ['language: node', `entry: ${toolName}`, `additional_dependencies: ['${toolName}@${project.version}']`] : ['language: system', `entry: ${manager.run}`];
  const lines = ['- repo: local', '  hooks:', `    - id: ${toolName}`, '      name: cookies without Secure', ...how.map((line) => `      ${line}`), '      types: [text]'];
  if (before === undefined) return newFile(file, `repos:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  if (before.includes(toolName)) return done;
  const document = parseDocument(before);
  const repos = isMap(document.contents) ? (document.contents as YAMLMap).items.find(({ key }) => isScalar(key) && key.value === 'repos')?.value : undefined;
  const last = isSeq(repos) ? (repos.items.at(-1) as { range?: [number, number, number] } | undefined) : undefined;
  if (document.errors.length > 0 || !isSeq(repos) || repos.flow === true || last?.range === undefined) return { kind: 'note', text: `Add to \`repos\` in ${file}:\n${lines.join('\n')}` };
  const end = last.range[1];
  const indent = indentOf(before, (repos.items[0] as { range: [number, number, number] }).range[0]);
  const text = lines.map((line) => `${indent}${line}\n`).join('');
  return { kind: 'file', file, before, edits: [insertAfterLine(before, end, text)] };
}

/** The spaces before the dash of the list item that holds `offset`. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\s*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Inserts whole lines after the line in which `end` lies. */
function insertAfterLine(text: string, end: number, lines: string): Edit {
  if (end > 0 && text[end - 1] === '\n') return { start: end, end, text: lines };
  const next = text.indexOf('\n', end);
  return next < 0 ? { start: text.length, end: text.length, text: `\n${lines}` } : { start: next + 1, end: next + 1, text: lines };
}
