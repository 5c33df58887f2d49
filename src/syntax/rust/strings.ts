// Rust strings and the format strings of its macros.
import type { Expression, Range } from '../ir.js';
import { opaqueOf, stringLiteral } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

/** `"…"`, `b"…"`, `r#"…"#`. */
export function stringExpression(node: Node): Expression {
  const content = contentOf(node);
  const text = textOf(node, content);
  return stringLiteral(node, node.type === 'raw_string_literal' ? text : unescaped(text), content);
}

function contentOf(node: Node): Range {
  const open = /^[a-z]*#*"/.exec(node.text)?.[0].length ?? 1;
  const close = /"#*$/.exec(node.text)?.[0].length ?? 0;
  return { start: node.start + open, end: Math.max(node.start + open, node.end - close) };
}

function textOf(node: Node, range: Range): string {
  return node.text.slice(range.start - node.start, range.end - node.start);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', '\\': '\\', "'": "'", '"': '"' };

/** https://doc.rust-lang.org/reference/tokens.html#string-literals; a backslash at the line end also takes the indentation away. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u\{([\da-fA-F_]+)\}|\r?\n\s*|(.))/g,
    (all: string, two?: string, braced?: string, letter?: string) => {
      const hex = two ?? braced?.replaceAll('_', '');
      if (hex !== undefined) return Number.parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(hex, 16)) : all;
      return letter === undefined ? '' : (ESCAPES[letter] ?? all);
    },
  );
}

/** The arguments of a formatting macro after its format string. */
export interface FormatArguments {
  readonly positional: Expression[];
  readonly named: Map<string, Expression>;
}

/**
 * A format string with its holes filled: `"sid={}; {name}"`. Holes are filled in order, by number or by name; a name without an
 * argument is a variable. https://doc.rust-lang.org/std/fmt/
 */
export function formatTemplate(range: Range, format: Node, { positional, named }: FormatArguments): Expression {
  const content = contentOf(format);
  const text = textOf(format, content);
  const isRaw = format.type === 'raw_string_literal';
  const parts: Expression[] = [];
  let from = content.start;
  let next = 0;
  // Named arguments are also filled in by order, after the others.
  const ordered = [...positional, ...named.values()];
  const used = new Set<Expression>();
  const literal = (to: number): void => {
    if (from >= to) return;
    const part = { start: from, end: to };
    const written = textOf(format, part).replaceAll('{{', '{').replaceAll('}}', '}');
    parts.push(stringLiteral(part, isRaw ? written : unescaped(written), part));
  };
  for (const match of text.matchAll(/\{\{|\}\}|\{([^{}:]*)(?::[^{}]*)?\}/g)) {
    const name = match[1];
    if (name === undefined) continue;
    const start = content.start + match.index;
    literal(start);
    const given =
      name === '' ? ordered[next++] : /^\d+$/.test(name) ? ordered[Number(name)] : (named.get(name) ?? variable(name, start + 1));
    // A node may occur only once in a tree.
    parts.push(given === undefined || used.has(given) ? opaqueOf({ start, end: start + match[0].length }, []) : given);
    if (given !== undefined) used.add(given);
    from = start + match[0].length;
  }
  literal(content.end);
  const [only] = parts;
  if (only === undefined) return stringLiteral(range, '', content);
  if (parts.length === 1 && only.kind === 'literal') return { ...only, start: range.start, end: range.end };
  return { kind: 'template', start: range.start, end: range.end, parts };
}

function variable(name: string, start: number): Expression {
  return { kind: 'name', start, end: start + name.length, name };
}
