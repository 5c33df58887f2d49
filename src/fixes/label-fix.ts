/** Adds a label or annotation beside the first of its group, written the way that one is. */
import { isKind } from '../values/program-index.js';
import { insertion, type Draft, type FixContext } from './draft.js';
import { eolOf, lineStart, restOfLine, startsLine } from './layout.js';

/** `option`: what stands behind the group's prefix. */
export function labelFix(prefix: string, option: string, { site, program, text }: FixContext): Draft | undefined {
  const { node } = site.matched;
  const label = `${prefix}.${option}`;
  const title = `Add \`${label}\``;
  const line = text.slice(lineStart(text, node.start), node.start);
  if (isKind(node, 'property')) {
    // Labels and annotations are strings.
    return startsLine(text, node.start) && program.language === 'yaml'
      ? { edits: [insertion(restOfLine(program, node.end, text.length), `${eolOf(text)}${line}${label}: "true"`)], title }
      : undefined;
  }
  if (!isKind(node, 'literal')) return undefined;
  const quote = /^["']/.exec(text.slice(node.start, node.end))?.[0] ?? '';
  const item = `${quote}${label}=true${quote}`;
  if (!/^\s*- $/.test(line)) return { edits: [insertion(node.end, `, ${item}`)], title };
  return { edits: [insertion(restOfLine(program, node.end, text.length), `${eolOf(text)}${line}${item}`)], title };
}
