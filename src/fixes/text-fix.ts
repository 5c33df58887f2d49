/** Writes `; Secure` into the text of a Set-Cookie header, whatever the text is put together from. */
import { calledName } from '../syntax/called-name.js';
import type { Edit, SecureState } from '../cookies/finding.js';
import type { Call, Conditional, Expression, ListExpression, Literal, Logical, Node, Program, Range } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { isKind } from '../values/program-index.js';
import { dependenciesOf } from '../values/worlds.js';
import { evaluated, insertion, merged, type Draft, type FixContext } from './draft.js';
import { definitionOf } from './definition.js';
import { insertLast } from './entry.js';
import { withoutGuard } from './guarded-piece.js';
import { modeEdit } from './mode-fix.js';
import { contentOf, habitsOf, isQuoted } from './layout.js';
import { isSettings } from './on-value.js';

const TITLE = 'Add `; Secure` to the header';

export function textFix(context: FixContext): Draft | undefined {
  const { site, program } = context;
  const written =
    site.secure.written ??
    (site.secure.value.origin.program === program ? expressionAt(site.secure.value.origin.range, context) : undefined);
  if (written === undefined) return undefined;
  const pieces = conditionalPieces(written, context, 0);
  if (pieces.length > 0) {
    const edits = merged(pieces.flatMap((piece) => piece.edits));
    const check = pieces.find((piece) => piece.check !== undefined)?.check;
    return edits === undefined
      ? undefined
      : { edits, title: 'Add `; Secure` to the header always', ...(check === undefined ? {} : { check }) };
  }
  // Secure is there already, under a condition that stands elsewhere: it would be there twice.
  if (CONDITIONAL.has(context.state) && !saysSecure(written)) {
    const edits = withoutGuard(written, context, saysSecure);
    return edits === undefined ? undefined : { edits, title: 'Add `; Secure` to the header always' };
  }
  const edits = appended(written, context, 0);
  const all = edits === undefined ? undefined : merged(edits);
  return all === undefined || all.length === 0 ? undefined : { edits: all, title: TITLE };
}

const CONDITIONAL: ReadonlySet<SecureState> = new Set(['request-conditional', 'env-conditional', 'inverted', 'env-escape-hatch']);

/** The text that stands at a range: an item of a list of headers behind a variable, or what a helper returns. */
function expressionAt(range: Range, { program }: FixContext): Expression | undefined {
  let found: Expression | undefined;
  for (const statement of program.body) {
    walk(statement, (node) => {
      if (
        found === undefined &&
        node.start === range.start &&
        node.end === range.end &&
        (isKind(node, 'literal') || isKind(node, 'template') || isKind(node, 'binary') || isKind(node, 'call'))
      )
        found = node;
      return found === undefined && node.start <= range.start && node.end >= range.end;
    });
  }
  return found;
}

// ------------------------------------------------------------------ pieces with Secure under a condition

interface Piece {
  readonly edits: readonly Edit[];
  readonly check?: string;
}

/** The conditional parts of a text (also behind variables of the file) of which one side says Secure. */
function conditionalPieces(written: Expression, context: FixContext, depth: number): Piece[] {
  const found: Piece[] = [];
  walk(written, (node) => {
    if (!('kind' in node)) return true;
    if (node.kind === 'function') return false;
    if (node.kind === 'conditional' || (node.kind === 'logical' && node.operator === 'and')) {
      const piece = pieceOf(node, context);
      if (piece === undefined) return true;
      found.push(piece);
      return false;
    }
    if (node.kind === 'name' && depth < 4) {
      const value = definitionOf(node, context);
      if (value !== undefined) found.push(...conditionalPieces(value, context, depth + 1));
    }
    return true;
  });
  return found;
}

const SECURE = /(?:^|;)\s*secure\s*(?:;|$)/i;

/** Whether a literal piece of the expression names the attribute. */
function saysSecure(expression: Expression): boolean {
  let found = false;
  walk(expression, (node) => {
    if (isKind(node, 'literal')) found ||= SECURE.test(plainText(node) ?? '');
    return !found;
  });
  return found;
}

/** The text of a literal without Secure, with spaces made alike; undefined where it is not known. */
function attributesOf(expression: Expression): string | undefined {
  return plainText(expression)
    ?.split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.toLowerCase() !== 'secure')
    .join(';');
}

function plainText(expression: Expression): string | undefined {
  if (expression.kind === 'list') {
    const texts = expression.items.map((item) => plainText(item.value));
    return texts.every((text) => text !== undefined) ? texts.join(';') : undefined;
  }
  if (expression.kind !== 'literal') return undefined;
  return typeof expression.value === 'string'
    ? expression.value
    : expression.value === null || expression.value === undefined || expression.value === false
      ? ''
      : undefined;
}

function pieceOf(node: Conditional | Logical, context: FixContext): Piece | undefined {
  const { text, index } = context;
  const branches = node.kind === 'conditional' ? [node.consequent, node.alternate] : [node.right];
  const secure = branches.find((branch) => SECURE.test(plainText(branch) ?? ''));
  const other = branches.find((branch) => branch !== secure);
  if (secure === undefined || (other !== undefined && SECURE.test(plainText(other) ?? ''))) return undefined;
  const isPlain = other === undefined || attributesOf(other) === '' || attributesOf(other) === attributesOf(secure);
  const check = isPlain ? undefined : 'check what else differs between the two texts';
  // Where the mode is asked, the question is turned around.
  const test =
    secure === branches[0] && context.state === 'env-conditional'
      ? modeEdit(node.kind === 'conditional' ? node.test : node.left, context)
      : undefined;
  if (test !== undefined) return { edits: [test], ...(check === undefined ? {} : { check }) };
  const written = text.slice(secure.start, secure.end);
  const spread = index.parent(node);
  let edit: Edit;
  if (secure.kind === 'list') {
    // `...(secure ? ['Secure'] : [])`: the items stand on their own.
    if (spread === undefined || !('spread' in spread) || spread.spread !== 'positional') return undefined;
    edit = {
      start: spread.start,
      end: closingParenthesis(text, spread.start, spread.end),
      text: text.slice(secure.items[0]?.start, secure.items.at(-1)?.end),
    };
  } else edit = (secure.kind === 'literal' ? unholed(node, secure, context) : undefined) ?? { ...grouped(node, context), text: written };
  return { edits: [edit], ...(check === undefined ? {} : { check }) };
}

/** A piece of a concatenation together with parentheses around it: a string needs none. */
function grouped(node: Node, { text, index }: FixContext): Range {
  const { start, end } = node;
  const before = /\([ \t]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  const after = /^[ \t]*\)/.exec(text.slice(end, end + 40))?.[0];
  if (!isKind(index.parent(node), 'binary') || before === undefined || after === undefined) return { start, end };
  return { start: start - before.length, end: end + after.length };
}

/** A spread's range may leave out the parenthesis that closes it. */
function closingParenthesis(text: string, start: number, end: number): number {
  const written = text.slice(start, end);
  const missing = written.split('(').length - written.split(')').length;
  const rest = /^[\s)]*\)/.exec(text.slice(end, end + missing * 4));
  return missing > 0 && rest !== null ? end + rest[0].length : end;
}

/** In a template the hole gives way to the bare text: `${secure ? '; Secure' : ''}` becomes `; Secure`. */
function unholed(node: Node, secure: Literal, { text, index }: FixContext): Edit | undefined {
  const content = contentOf(secure);
  const bare = text.slice(content.start, content.end);
  if (!isKind(index.parent(node), 'template') || /["'`\\${}#%]/.test(bare)) return undefined;
  const before = /(?:\$\{|#\{|\{\$?|\$)[\s(]*$/.exec(text.slice(Math.max(0, node.start - 40), node.start));
  const after = /^[\s)]*\}/.exec(text.slice(node.end, node.end + 40));
  return before === null || after === null
    ? undefined
    : { start: node.start - before[0].length, end: node.end + after[0].length, text: bare };
}

// ------------------------------------------------------------------ at the end of the text

/** The edits that add the attribute at the end; undefined where there is no place for it. */
function appended(written: Expression, context: FixContext, depth: number): Edit[] | undefined {
  if (depth > 8) return undefined;
  const { text } = context;
  switch (written.kind) {
    case 'literal':
      return typeof written.value === 'string' ? inLiteral(written, context) : undefined;
    case 'template':
      return inTemplate(written, context);
    case 'conditional': {
      const branches = [written.consequent, written.alternate].filter((branch) => !saysSecure(branch));
      // The other side of a test of the scheme: what is sent over plain HTTP must do without.
      if (branches.length === 1 && dependenciesOf(evaluated(written.test, context)).request) return undefined;
      const edits = branches.map((branch) => appended(branch, context, depth + 1));
      return edits.every((one) => one !== undefined) ? edits.flat() : undefined;
    }
    case 'binary':
      if (written.operator === '+') {
        const { right } = written;
        const inside =
          right.kind === 'literal' || right.kind === 'template' || (right.kind === 'binary' && right.operator === '+')
            ? appended(right, context, depth + 1)
            : undefined;
        return inside ?? concatenated(written, context);
      }
      // Python's `'…; Path=%s' % path`.
      return written.operator === '%' && written.left.kind === 'literal' ? appended(written.left, context, depth + 1) : undefined;
    case 'call':
      return inCall(written, context) ?? concatenated(written, context);
    case 'name': {
      const value = definitionOf(written, context);
      const binding = context.index.bindingOf(written);
      // A part of a text may be a part of others too: there the attribute goes to the use.
      const inside = depth > 0 || value === undefined || binding?.mutations.length !== 0 ? undefined : appended(value, context, depth + 1);
      return inside ?? concatenated(written, context);
    }
    case 'member':
    case 'subscript':
      return concatenated(written, context);
    case 'unary':
      return text[written.start] === '(' ? undefined : appended(written.operand, context, depth + 1);
    default:
      return undefined;
  }
}

/** Where the attribute goes in a piece of text (before line breaks that end it), and how it begins there. */
function endOf(raw: string): { readonly offset: number; readonly text: string } {
  const body = raw.replace(/(?<!\\r|\\n|\r|\n)(?:\\r|\\n|\r|\n)+$/, '');
  const trimmed = body.trimEnd();
  if (trimmed.endsWith(';')) return { offset: body.length, text: trimmed === body ? ' Secure' : 'Secure' };
  return { offset: trimmed.length === 0 ? body.length : trimmed.length, text: '; Secure' };
}

/** Formats in which a word with a space in it needs quotes. */
const NEEDS_QUOTES = new Set<Program['language']>(['nginx', 'apache', 'caddyfile', 'haproxy', 'dockerfile', 'dotenv', 'ini']);

function inLiteral(literal: Literal, { text, program }: FixContext): Edit[] | undefined {
  if (literal.content === undefined) return undefined;
  const content = contentOf(literal);
  const raw = text.slice(content.start, content.end);
  const end = endOf(raw);
  const added = insertion(content.start + end.offset, end.text);
  if (isQuoted(literal) || !NEEDS_QUOTES.has(program.language)) return [added];
  if (program.language === 'haproxy') return [insertion(added.start, end.text.replace(' ', '\\ '))];
  return /["'\\]/.test(raw)
    ? undefined
    : [{ start: literal.start, end: literal.end, text: `"${raw.slice(0, end.offset)}${end.text}${raw.slice(end.offset)}"` }];
}

function inTemplate(template: Expression & { kind: 'template' }, context: FixContext): Edit[] | undefined {
  const { text, program } = context;
  const last = template.parts.at(-1);
  const written = text.slice(template.start, template.end);
  if (written.startsWith('<<')) return undefined;
  // A literal in a hole, as in `a=${1}`, is no piece of the text.
  if (last?.kind === 'literal' && !text.slice(last.end, template.end).includes('}')) {
    const content = contentOf(last);
    const end = endOf(text.slice(content.start, content.end));
    return [insertion(content.start + end.offset, end.text)];
  }
  const quote = /(?:"""|'''|["'`]#*)$/.exec(written)?.[0];
  // Settings values with placeholders have no quotes of their own.
  if (quote === undefined)
    return !isSettings(context) || NEEDS_QUOTES.has(program.language) ? undefined : [insertion(template.end, '; Secure')];
  return [insertion(template.end - quote.length, '; Secure')];
}

/** `x + '; Secure'`, in the quotes of the file. */
function concatenated(written: Expression, context: FixContext): Edit[] | undefined {
  const { program, text, state } = context;
  if (state === 'unresolved' && written.kind !== 'binary') return undefined;
  if (!['javascript', 'html', 'python', 'ruby', 'php', 'java', 'kotlin', 'scala', 'csharp', 'go'].includes(program.language))
    return undefined;
  const own = /["']/.exec(text.slice(written.start, written.end))?.[0];
  const quote = ['java', 'kotlin', 'scala', 'csharp', 'go'].includes(program.language)
    ? '"'
    : written.kind === 'binary' && own !== undefined
      ? own
      : habitsOf(program).quote;
  const parent = context.index.parent(written);
  const call = isKind(parent, 'call') ? parent : parent === undefined ? undefined : context.index.parent(parent);
  // gofmt sets operators among several arguments without spaces.
  const space = program.language === 'go' && isKind(call, 'call') && call.args.length > 1 ? '' : ' ';
  return [insertion(written.end, `${space}${program.language === 'php' ? '.' : '+'}${space}${quote}; Secure${quote}`)];
}

const FORMATS = new Set(['Sprintf', 'format', 'sprintf', 'formatted', 'Format', 'trim', 'strip', 'trimEnd', 'concat']);

/** `[…].join('; ')`, `implode('; ', […])`, `"; ".join([…])`, and format strings. */
function inCall(call: Call, context: FixContext): Edit[] | undefined {
  const { callee } = call;
  const name = calledName(callee);
  const receiver = callee.kind === 'member' ? callee.object : undefined;
  const operands = [...(receiver === undefined ? [] : [receiver]), ...call.args.map((argument) => argument.value)];
  if (name === 'join' || name === 'implode' || name === 'Join') {
    const separator = operands.find((one) => one.kind === 'literal' && typeof one.value === 'string');
    const list = operands.map((one) => listOf(one, context)).find((one) => one !== undefined);
    if (separator?.kind !== 'literal' || list === undefined || !String(separator.value).trimStart().startsWith(';')) return undefined;
    return inList(list, String(separator.value), context);
  }
  if (name === undefined || !FORMATS.has(name)) return undefined;
  const format = operands.find((one): one is Literal => one.kind === 'literal' && typeof one.value === 'string');
  return format === undefined || !String(format.value).includes('=') ? undefined : inLiteral(format, context);
}

function listOf(expression: Expression, context: FixContext): ListExpression | undefined {
  if (expression.kind === 'list') return expression;
  const value = definitionOf(expression, context);
  return value?.kind === 'list' ? value : undefined;
}

function inList(list: ListExpression, separator: string, { program, text }: FixContext): Edit[] | undefined {
  const bracket = /^(?:array\s*\(|\[\]string\s*\{|\[|\()/.exec(text.slice(list.start, list.end))?.[0];
  if (bracket === undefined || !/[\])}]/.test(text[list.end - 1] ?? '')) return undefined;
  const sample = list.items.findLast((item) => item.value.kind === 'literal' && /["']/.test(text[item.value.start] ?? ''));
  const quote = sample === undefined ? habitsOf(program).quote : text.charAt(sample.value.start);
  const space = /\s$/.test(separator) ? '' : ' ';
  return insertLast(
    program,
    { open: list.start + bracket.length, close: list.end - 1, items: list.items, padding: '' },
    `${quote}${space}Secure${quote}`,
  );
}
