/** A setter for an object that has no name yet: `response.addCookie(new Cookie("a", "b"))` gets a variable, or a block of its own. */
import type { Edit } from '../cookies/finding.js';
import type { Call, Node, Statement } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { isKind } from '../values/program-index.js';
import { insertion, type FixContext } from './draft.js';
import { eolOf, indentAt, startsLine } from './layout.js';
import { insertAfter } from './statement.js';

/** The edits that call `method` on what `node` makes, where it is handed on at once. */
export function onNamed(node: Call, method: string, given: string, context: FixContext): Edit[] | undefined {
  const { program, text } = context;
  // Of other objects it is not known that nothing else has to be done to them first.
  if (!/Cookie$/.test(text.slice(node.callee.start, node.callee.end))) return undefined;
  switch (program.language) {
    case 'kotlin':
      return isHandedOn(node, context) ? [insertion(node.end, `.apply { ${method}(${given}) }`)] : undefined;
    case 'scala': {
      const name = freeName(node, context);
      if (name === undefined || !isHandedOn(node, context)) return undefined;
      return [insertion(node.start, `{ val ${name} = `), insertion(node.end, `; ${name}.${method}(${given}); ${name} }`)];
    }
    case 'java':
      return inJava(node, `${method}(${given})`, context);
    default:
      return undefined;
  }
}

/** The only argument of a call, or what a function gives back: what runs before it in the statement can't tell the difference. */
function isHandedOn(node: Node, { index }: FixContext): boolean {
  const parent = index.parent(node);
  if (isKind(parent, 'return')) return true;
  const call = isKind(parent, 'call') ? parent : parent === undefined ? undefined : index.parent(parent);
  return isKind(call, 'call') && call.args.length === 1 && call.args[0]?.value === node;
}

function inJava(node: Call, setter: string, context: FixContext): Edit[] | undefined {
  const { index, program, text } = context;
  const name = freeName(node, context);
  const home = homeOf(node, context);
  if (name === undefined || home === undefined || !node.isNew || !isHandedOn(node, context)) return undefined;
  const block = index.parent(home);
  if (!isKind(block, 'block')) return undefined;
  const declared = `${text.slice(node.callee.start, node.callee.end)} ${name} = ${text.slice(node.start, node.end)};`;
  const used: Edit = { start: node.start, end: node.end, text: name };
  // `ctx -> ctx.cookie(new Cookie(…))` gets a body; what it gave back is that of the setter's call, which nobody asks for.
  const around = index.functionAround(node);
  if (around?.isExpressionBody === true) {
    if (index.parent(node) === home) return undefined;
    return [insertion(home.start, `{ ${declared} ${name}.${setter}; `), used, insertion(around.end, '; }')];
  }
  // `if (x) response.addCookie(new Cookie(…));` needs braces for more than one statement.
  if (block.start === home.start && text[block.start] !== '{') {
    const end = text[home.end - 1] === ';' ? home.end : text.indexOf(';', home.end) + 1;
    return end === 0 ? undefined : [insertion(home.start, `{ ${declared} ${name}.${setter}; `), used, insertion(end, ' }')];
  }
  const next = startsLine(text, home.start) ? eolOf(program.text) + indentAt(text, home.start) : ' ';
  return [insertion(home.start, `${declared}${next}${name}.${setter};${next}`), used];
}

/** The statement that hands it on. */
function homeOf(node: Node, { index }: FixContext): Statement | undefined {
  let at: Node | undefined = node;
  while (at !== undefined && !isKind(at, 'expression') && !isKind(at, 'return')) at = isKind(at, 'function') ? undefined : index.parent(at);
  return at;
}

/** `cookie`, or `cookie2` for the second that is made in the function; undefined where that is taken. */
function freeName(node: Call, { index, program, text }: FixContext): string | undefined {
  const around = index.functionAround(node);
  const made = text.slice(node.start, node.argsRange.start);
  let before = 0;
  for (const part of around === undefined ? program.body : [around.body]) {
    walk(part, (other) => {
      if (isKind(other, 'call') && other.start < node.start && text.startsWith(made, other.start)) before++;
      return true;
    });
  }
  const name = before === 0 ? 'cookie' : `cookie${before + 1}`;
  const within = around === undefined ? text : text.slice(around.start, around.end);
  return new RegExp(`(?<![.\\w"'])${name}\\b(?!["'(])`).test(within) ? undefined : name;
}

/** `Cookie c; if (x) c = new Cookie(…); else c = new Cookie(…);`: one call after the branches, which a variable without a first value has behind it surely. */
export function afterBranches(
  { writes, declaration }: { readonly writes: readonly Node[]; readonly declaration: Statement },
  statement: string,
  context: FixContext,
): Edit | undefined {
  const { index, program } = context;
  const block = index.parent(declaration);
  const last = Math.max(...writes.map(({ end }) => end));
  const home = isKind(block, 'block') ? block.body.find(({ start, end }) => start <= last && last <= end) : undefined;
  return home === undefined || home === declaration ? undefined : insertAfter(program, home, statement);
}
