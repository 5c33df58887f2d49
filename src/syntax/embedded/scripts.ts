/** Scripts of pages inside the strings of programs: `echo '<script>document.cookie = …</script>'`, a login page in a raw string of Go. */
import type { Expression, Node, Program, Range } from '../ir.js';
import { dialectsOf } from '../javascript/language.js';
import { locateBlocks } from '../markup/blocks.js';
import { markupKind } from '../markup/engines.js';
import { lowerReadableParts, type Part } from '../markup/language.js';
import { childrenOf } from '../walk.js';

/** What a page does to its cookies; without it no string is looked at. */
const SETS_COOKIE = /\bdocument\s*\.\s*cookie\s*=(?!=)/;

/** Functions that run a script in a browser that the program drives: no user has that browser. */
const DRIVES_BROWSER =
  /^(?:execute(?:_?(?:async_?)?(?:script|java_?script))|evaluate(?:_?(?:script|java_?script|on_new_document))?|add_?init_?script|run_?script)$/i;

/** A text that is put together from pieces, as a parser of JavaScript reads it; as long as what stands in the file. */
interface Text extends Range {
  readonly code: string;
  readonly holes: readonly Range[];
}

/** The scripts that a program holds as texts, as one program of JavaScript; undefined where there are none. */
export function embeddedScripts(program: Program): Program | undefined {
  if (!SETS_COOKIE.test(program.text)) return undefined;
  const texts: Text[] = [];
  const open: Node[] = program.body.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const text = 'kind' in node && isText(node) ? textOf(node, program.text) : undefined;
    if (text !== undefined && SETS_COOKIE.test(text.code)) texts.push(text);
    for (const child of childrenOf(node).toReversed()) if (text === undefined && !isProse(node) && !isDriven(node, child)) open.push(child);
  }
  const parts = texts.flatMap(partsOf).sort((a, b) => a.start - b.start);
  return parts.length === 0 ? undefined : lowerReadableParts(parts, program.text, program.path);
}

/** A string, or several that are joined. */
function isText(node: Node): node is Expression {
  if (!('kind' in node)) return false;
  if (node.kind === 'literal') return typeof node.value === 'string';
  return node.kind === 'template' || (node.kind === 'binary' && node.operator === '+');
}

/** A string that is a statement of its own is documentation. */
const isProse = (node: Node): boolean =>
  'kind' in node && node.kind === 'expression' && (node.expression.kind === 'literal' || node.expression.kind === 'template');

/** The script that a test or a crawler runs. */
function isDriven(node: Node, child: Node): boolean {
  if (!('kind' in node) || node.kind !== 'call' || child === node.callee) return false;
  const name = node.callee.kind === 'member' ? node.callee.property : node.callee.kind === 'name' ? node.callee.name : '';
  return DRIVES_BROWSER.test(name);
}

/** The pieces of a text that are written, in source order. */
function piecesOf(expression: Expression): Range[] {
  const pieces: Range[] = [];
  const open: Expression[] = [expression];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.kind === 'literal') {
      if (typeof at.value === 'string' && at.content !== undefined) pieces.push(at.content);
    } else if (at.kind === 'template') open.push(...at.parts.toReversed());
    else if (at.kind === 'binary' && at.operator === '+') open.push(at.right, at.left);
  }
  return pieces.filter((piece, i) => piece.start >= (pieces[i - 1]?.end ?? 0));
}

function textOf(expression: Expression, text: string): Text | undefined {
  const pieces = piecesOf(expression);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const code: string[] = [];
  const holes: Range[] = [];
  let end = first.start;
  const quotes = new Quotes();
  for (const piece of pieces) {
    if (piece.start > end) {
      code.push('_'.repeat(piece.start - end));
      holes.push({ start: end, end: piece.start });
    }
    code.push(unescaped(text, piece, quotes));
    end = piece.end;
  }
  return { start: first.start, end: last.end, code: code.join(''), holes };
}

/** Escaped quotes in the order in which they stand: the first opens a string of the script, the next closes it. */
class Quotes {
  readonly #open = new Set<string>();

  /** In the length of its escape: what is inserted into the script's string goes behind the one that opens it, and before the escape of the other. */
  next(quote: string): string {
    if (this.#open.delete(quote)) return `${quote} `;
    this.#open.add(quote);
    return ` ${quote}`;
  }
}

/** What a string holds, in its own length. */
function unescaped(text: string, { start, end }: Range, quotes: Quotes): string {
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 5), start);
  // Go's and Python's raw strings, Rust's `r#"…"#`.
  if (/`$|\br["']{1,3}$|\br#+"$/i.test(before)) return written;
  if (/@\$?"$|\$@"$/.test(before)) return written.replaceAll('""', () => quotes.next('"'));
  return written.replace(/\\([^])/g, (_whole, escaped: string) =>
    escaped === 'n' || escaped === 'r' ? ' \n' : escaped === 't' ? '  ' : /["']/.test(escaped) ? quotes.next(escaped) : ` ${escaped}`,
  );
}

/** The scripts of a page, or the whole text where it is one. */
function partsOf(text: Text): Part[] {
  const engine = markupKind('page.htm')!.engine;
  const blocks = /<script\b/i.test(text.code)
    ? locateBlocks(text.code, engine).blocks
    : [{ start: 0, end: text.code.length, dialects: dialectsOf('js'), isHandler: false }];
  return blocks
    .map(({ start, end, ...block }) => ({
      ...block,
      start: text.start + start,
      end: text.start + end,
      code: text.code.slice(start, end),
      holes: text.holes,
    }))
    .filter(({ code }) => SETS_COOKIE.test(code));
}
