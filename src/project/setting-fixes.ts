/** The line that an absent setting needs: beside its kin, or where Python reads it last. */
import type { Fix } from '../cookies/finding.js';
import type { ClassDeclaration, Program, Statement } from '../syntax/ir.js';

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** After the last setting that is named alike (`SESSION_COOKIE_HTTPONLY`), in its way. */
function besideKin(statements: readonly Statement[], name: string, { text }: Program): Fix | undefined {
  const family = name.split('_').slice(0, 2).join('_');
  const named = (pattern: RegExp): Statement | undefined =>
    statements.findLast((statement) => isSetting(statement) && pattern.test(text.slice(statement.start, statement.end)));
  const kin = named(new RegExp(`^${family}_`)) ?? named(/^[A-Z]+_COOKIE_[A-Z]+\b/);
  if (kin === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', kin.start - 1) + 1;
  const indent = text.slice(lineStart, kin.start);
  const rest = /^[^\r\n]*/.exec(text.slice(kin.end))![0];
  if (indent.trim() !== '' || !/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  const annotation = /^\w+[ \t]*:/.test(text.slice(kin.start, kin.end)) ? ': bool' : '';
  return fix(`${name}${annotation} = True`, kin.end + rest.length, `${eolOf(text)}${indent}${name}${annotation} = True`);
}

const isSetting = (statement: Statement): boolean =>
  statement.kind === 'declaration' || (statement.kind === 'expression' && statement.expression.kind === 'assignment');

/** `NAME = True` at the end of a module, but before what brings in local settings. */
export function moduleSetting(program: Program, name: string): Fix {
  const kin = besideKin(program.body, name, program);
  if (kin !== undefined) return kin;
  const { text } = program;
  const eol = eolOf(text);
  const last = program.body.at(-1);
  const bringsLocal =
    last !== undefined && (last.kind === 'try' || last.kind === 'import') && /\bimport\s+\*/.test(text.slice(last.start, last.end));
  const line = `${name} = True`;
  if (bringsLocal) return fix(line, last.start, `${line}${eol}${eol}`);
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  return fix(line, text.length, `${gap}${line}${eol}`);
}

/** `NAME = True` as the last member of a class. */
export function classSetting(program: Program, one: ClassDeclaration, name: string): Fix | undefined {
  const kin = besideKin(one.body.body, name, program);
  if (kin !== undefined) return kin;
  const { text } = program;
  const last = one.body.body.at(-1);
  if (last === undefined) return undefined;
  const indent = /(?<![ \t])[ \t]*$/.exec(text.slice(0, one.body.body[0]!.start))?.[0] ?? '    ';
  const lineEnd = text.indexOf('\n', last.end);
  const line = `${name} = True`;
  if (lineEnd < 0) return fix(line, text.length, `${eolOf(text)}${indent}${line}`);
  return fix(line, lineEnd + 1, `${indent}${line}${eolOf(text)}`);
}

const fix = (line: string, at: number, inserted: string): Fix => ({
  title: `Add ${line}`,
  safe: true,
  edits: [{ start: at, end: at, text: inserted }],
});
