/** The line that an absent setting needs, put where Python reads it last. */
import type { Fix } from '../cookies/finding.js';
import type { ClassDeclaration, Program } from '../syntax/ir.js';

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** `NAME = True` at the end of a module, but before what brings in local settings. */
export function moduleSetting(program: Program, name: string): Fix {
  const { text } = program;
  const eol = eolOf(text);
  const last = program.body.at(-1);
  const bringsLocal = last !== undefined && (last.kind === 'try' || last.kind === 'import') && /\bimport\s+\*/.test(text.slice(last.start, last.end));
  const line = `${name} = True`;
  if (bringsLocal) return fix(line, last.start, `${line}${eol}${eol}`);
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return fix(line, text.length, `${gap}${line}${eol}`);
}

/** `NAME = True` as the last member of a class. */
export function classSetting(program: Program, one: ClassDeclaration, name: string): Fix | undefined {
  const { text } = program;
  const last = one.body.body.at(-1);
  if (last === undefined) return undefined;
  const indent = /[ \t]*$/.exec(text.slice(0, one.body.body[0]!.start))?.[0] ?? '    ';
  const lineEnd = text.indexOf('\n', last.end);
  const line = `${name} = True`;
  if (lineEnd < 0) return fix(line, text.length, `${eolOf(text)}${indent}${line}`);
  return fix(line, lineEnd + 1, `${indent}${line}${eolOf(text)}`);
}

const fix = (line: string, at: number, inserted: string): Fix => ({ title: `Add ${line}`, safe: true, edits: [{ start: at, end: at, text: inserted }] });
