/** Lines put into a YAML file without touching the rest: its comments, its order, its layout. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Edit } from '../../cookies/finding.js';

/** The value of a key of a mapping. */
export function valueOf(node: unknown, key: string): unknown {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

/** Adds lines after the last item of a list or mapping in block style, indented as its items are; undefined where it has no such item. */
export function afterLastItem(text: string, node: unknown, lines: readonly string[]): Edit | undefined {
  if ((!isSeq(node) && !isMap(node)) || node.flow === true) return undefined;
  const first = startOf(node.items[0]);
  const end = endOf(node.items.at(-1));
  if (first === undefined || end === undefined) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', first - 1) + 1, first))?.[0] ?? '';
  return insertAfterLine(text, end, lines.map((line) => `${indent}${line}\n`).join(''));
}

const isPair = (item: unknown): item is Pair<Node, Node | null> =>
  typeof item === 'object' && item !== null && 'key' in item && 'value' in item;

function startOf(item: unknown): number | undefined {
  return (isPair(item) ? item.key : (item as Node | undefined))?.range?.[0];
}

function endOf(item: unknown): number | undefined {
  return (isPair(item) ? (item.value ?? item.key) : (item as Node | undefined))?.range?.[1];
}

/** Inserts whole lines after the line in which `end` lies. */
function insertAfterLine(text: string, end: number, lines: string): Edit {
  if (end > 0 && text[end - 1] === '\n') return { start: end, end, text: lines };
  const next = text.indexOf('\n', end);
  return next < 0 ? { start: text.length, end: text.length, text: `\n${lines}` } : { start: next + 1, end: next + 1, text: lines };
}
