/** Adds a statement to code: after another one, or first in the body of a function. */
import type { Edit } from '../cookies/finding.js';
import type { Expression, FunctionExpression, LanguageId, Node, Program, Statement } from '../syntax/ir.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { insertion } from './draft.js';
import { namesHeredoc } from './entry.js';
import { codeAfter, eolOf, habitsOf, indentAt, indentUnit, lineEnd, lineStart, restOfLine, startsLine } from './layout.js';

const ALWAYS_ENDED = new Set<LanguageId>(['java', 'csharp', 'php', 'rust']);
const NEVER_ENDED = new Set<LanguageId>(['python', 'ruby', 'go', 'kotlin', 'scala']);

/** The end of a statement in the language, and the file where that is a matter of taste. */
function terminatorOf(program: Program): string {
  if (NEVER_ENDED.has(program.language)) return '';
  return ALWAYS_ENDED.has(program.language) || habitsOf(program).semicolons ? ';' : '';
}

/** The statement whose value or target a node is: `x = <node>`, `const x = <node>`. Only where another statement may follow it. */
export function statementOf(node: Node, program: Program, index: ProgramIndex): Statement | undefined {
  const at = nearest(node, index, 'declaration', 'expression');
  if (at === undefined) return undefined;
  const block = index.parent(at);
  // Go's and Kotlin's files hold declarations alone.
  if (block === undefined)
    return program.language === 'go' || (program.language === 'kotlin' && !program.path.endsWith('.kts')) ? undefined : at;
  if (!isKind(block, 'block')) return isKind(block, 'export') && index.parent(block) === undefined ? block : undefined;
  if (isKind(index.parent(block), 'class-declaration')) return undefined;
  // `if (x) c = new Cookie();`: what is added after it would be outside of the condition.
  const isBare = block.start === at.start && !['python', 'ruby'].includes(program.language);
  return isBare ? undefined : lastDeclared(at, block.body, program);
}

/** The statement around a node before which another may stand, what a function gives back among them. */
export function statementBefore(node: Node, index: ProgramIndex): Statement | undefined {
  const at = nearest(node, index, 'declaration', 'expression', 'return');
  const block = at === undefined ? undefined : index.parent(at);
  if (at === undefined || (block !== undefined && !isKind(block, 'block'))) return undefined;
  const fn = block === undefined ? undefined : index.parent(block);
  const isBare = block?.start === at.start && !(isKind(fn, 'function') && !fn.isExpressionBody);
  return isKind(fn, 'class-declaration') || isBare || (isKind(fn, 'function') && fn.isExpressionBody) ? undefined : at;
}

/** The nearest statement of some kinds around a node, in the same function: what stands outside of it runs at another time. */
function nearest(node: Node, index: ProgramIndex, ...kinds: readonly ('declaration' | 'expression' | 'return')[]): Statement | undefined {
  for (let at: Node | undefined = node; at !== undefined && !(isKind(at, 'function') && at !== node); at = index.parent(at))
    for (const kind of kinds) if (isKind(at, kind)) return at;
  return undefined;
}

/** `Cookie a = …, b = …;` is one statement, whose end is that of its last part. */
function lastDeclared(statement: Statement, siblings: readonly Statement[], { text }: Program): Statement {
  let last = statement;
  for (const next of siblings.slice(siblings.indexOf(statement) + 1)) {
    if (!isKind(next, 'declaration') || !/^\s*,\s*$/.test(text.slice(last.end, next.start))) break;
    last = next;
  }
  return last;
}

/** The edit that adds `statement` (without its end) after another statement. */
export function insertAfter(program: Program, statement: Statement, added: string): Edit | undefined {
  const { text } = program;
  if (namesHeredoc(text.slice(statement.start, statement.end))) return undefined;
  let end = statement.end;
  const rest = /^[ \t]*;/.exec(text.slice(end, end + 20));
  if (rest !== null && text[end - 1] !== ';') end += rest[0].length;
  const ended = text[end - 1] === ';';
  const terminator = terminatorOf(program) === '' && ended && program.language === 'javascript' ? ';' : terminatorOf(program);
  const line = restOfLine(program, end, text.length);
  const isAlone = line !== end || end === lineEnd(text, end);
  if (isAlone && startsLine(text, statement.start))
    return insertion(line, `${eolOf(text)}${indentAt(text, statement.start)}${added}${terminator}`);
  return insertion(end, ended ? ` ${added}${terminator === '' ? ';' : terminator}` : `; ${added}`);
}

/** The edit that adds `statement` (without its end) before another statement. */
export function insertBefore(program: Program, statement: Statement, added: string): Edit {
  const { text } = program;
  const ended = /;\s*$/.test(text.slice(statement.start, statement.end + 1)) ? ';' : terminatorOf(program);
  const next = startsLine(text, statement.start) ? eolOf(text) + indentAt(text, statement.start) : ended === '' ? '; ' : ' ';
  return insertion(statement.start, added + ended + next);
}

/** The edits that put `statement` (without its end) first in the body of a function with a block body. */
export function insertFirst(program: Program, fn: FunctionExpression, added: string): Edit[] | undefined {
  const { text } = program;
  const [first] = fn.body.body;
  const ended = added + terminatorOf(program);
  if (first !== undefined) {
    if (startsLine(text, first.start)) return [insertion(first.start, `${ended}${eolOf(text)}${indentAt(text, first.start)}`)];
    return [insertion(first.start, terminatorOf(program) === '' ? `${ended}; ` : `${ended} `)];
  }
  const isWord = text.slice(fn.end - 3, fn.end) === 'end' && program.language === 'ruby';
  const close = fn.end - (isWord ? 3 : 1);
  if (!isWord && text[close] !== '}') return undefined;
  if (startsLine(text, close)) {
    const near = indentAt(text, close);
    return [insertion(lineStart(text, close), `${near}${indentUnit(program, near)}${ended}${eolOf(text)}`)];
  }
  let open = close;
  while (/[ \t]/.test(text[open - 1] ?? '')) open--;
  if (codeAfter(program, open, close) < close || !/[{|>]/.test(text[open - 1] ?? '')) return undefined;
  return [{ start: open, end: close, text: isWord ? `; ${ended}; ` : ` ${ended} ` }];
}

/** A name as the language writes variables. */
export const variableText = (name: string, language: LanguageId): string =>
  language === 'php' && !name.startsWith('$') ? `$${name}` : name;

/** The connector of members. */
export const connectorOf = (language: LanguageId): string => (language === 'php' ? '->' : '.');

/** Turns `x => a = b` into `x => { a = b; added; }`, where what the lambda gives does not matter. */
export function bodied(program: Program, body: Expression, added: string): Edit[] {
  return [insertion(body.start, '{ '), insertion(body.end, `; ${added}${terminatorOf(program)} }`)];
}
