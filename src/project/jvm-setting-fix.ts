/** The edit that adds a key to a settings document of a JVM application. */
import type { Fix } from '../cookies/finding.js';
import type { Program, Property, RecordExpression } from '../syntax/ir.js';

/** Adds `key=true` in the style of the file; undefined where its shape does not allow it. */
export function jvmSettingFix(program: Program, record: RecordExpression, key: string): Fix | undefined {
  if (key.includes('*')) return undefined;
  const edit =
    program.language === 'yaml'
      ? yamlEdit(program, record, key.split('.'))
      : program.language === 'properties'
        ? lineEdit(program, record, `${key}=true`)
        : program.language === 'hocon'
          ? lineEdit(program, record, `${key} = true`)
          : undefined;
  return edit === undefined ? undefined : { title: `Add ${key}=true`, safe: true, edits: [edit] };
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** After the line of the last entry of the document. */
function lineEdit({ text }: Program, record: RecordExpression, line: string): Fix['edits'][number] | undefined {
  const last = record.entries.at(-1);
  const end = last === undefined ? -1 : text.indexOf('\n', last.end);
  const at = last === undefined ? record.start : end < 0 ? text.length : end + 1;
  const gap = at === 0 || text[at - 1] === '\n' ? '' : eolOf(text);
  return { start: at, end: at, text: `${gap}${line}${eolOf(text)}` };
}

/** Before the first key of the innermost section that is there already. */
function yamlEdit({ text }: Program, record: RecordExpression, path: readonly string[]): Fix['edits'][number] | undefined {
  let section = record;
  let rest = path;
  for (;;) {
    const inner = section.entries.find(
      (entry): entry is Property => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value) === rest[0],
    );
    if (inner === undefined) break;
    if (inner.value.kind !== 'record' || rest.length < 2) return undefined;
    section = inner.value;
    rest = rest.slice(1);
  }
  const first = section.entries[0];
  if (first === undefined || text[section.start] === '{') return undefined;
  const start = text.lastIndexOf('\n', first.start - 1) + 1;
  const indent = text.slice(start, first.start);
  if (!/^ *$/.test(indent)) return undefined;
  const lines = rest.map((key, i) => `${indent}${'  '.repeat(i)}${key}:${i === rest.length - 1 ? ' true' : ''}${eolOf(text)}`);
  return { start, end: start, text: lines.join('') };
}
