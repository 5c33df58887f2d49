// What must hold for every lowered file, whatever the language: each node once, ranges inside the parent's, and names and strings where they say they are.
import type { Node, Program, Range } from '../../src/syntax/ir.js';
import { childrenOf } from '../../src/syntax/walk.js';

/** Names that front-ends give to what is written otherwise: `self`, `parent`, `include`. */
const STAND_INS = new Set(['this', 'super', 'require']);

/** The violations, in words; empty when all is well. */
export function violations(program: Program): string[] {
  const found: string[] = [];
  const seen = new Set<Node>();
  const slice = (range: Range): string => program.text.slice(range.start, range.end);

  const visit = (node: Node, parent: Range): void => {
    const what = 'kind' in node ? node.kind : 'argument/parameter';
    if (seen.has(node)) found.push(`${what} ${slice(node)} occurs twice`);
    seen.add(node);
    if (!(node.start <= node.end)) found.push(`${what} has the range ${node.start}..${node.end}`);
    // The text of a here-document stands below the expression it is part of.
    const isBelow = slice(parent).startsWith('<<');
    if (!isBelow && (node.start < parent.start || node.end > parent.end))
      found.push(`${what} «${slice(node)}» is outside its parent «${slice(parent)}»`);
    if ('kind' in node) {
      // Names without a width are implied: Kotlin's `it`, the element type of a Go slice literal.
      if (node.kind === 'name' && !STAND_INS.has(node.name) && node.start < node.end && !slice(node).includes(node.name))
        found.push(`name ${node.name} points at «${slice(node)}»`);
      // A comprehension stands for a method that nobody writes.
      const isImplied = node.kind === 'member' && node.property.startsWith('<');
      if (node.kind === 'member' && !isImplied && node.start < node.end && slice(node.propertyRange) !== node.property) {
        found.push(`property ${node.property} points at «${slice(node.propertyRange)}»`);
      }
      if (node.kind === 'literal' && typeof node.value === 'string') {
        if (!node.content) found.push(`string ${JSON.stringify(node.value)} has no content range`);
        else if (!slice(node).startsWith('<<') && (node.content.start < node.start || node.content.end > node.end))
          found.push(`content of ${slice(node)} is outside it`);
        else if (!/[\\\n]|''|""|\{\{|\}\}|\$\$/.test(slice(node.content)) && slice(node.content) !== node.value && !isBelow) {
          found.push(`content of ${JSON.stringify(node.value)} points at «${slice(node.content)}»`);
        }
      }
      if (node.kind === 'call' && node.parenthesised && !/^[(]/.test(program.text.slice(node.argsRange.start - 1))) {
        found.push(`arguments of «${slice(node)}» do not follow a parenthesis: «${slice(node.argsRange)}»`);
      }
    } else if ('value' in node && 'nameRange' in node && node.nameRange && slice(node.nameRange) !== node.name) {
      found.push(`argument name ${node.name} points at «${slice(node.nameRange)}»`);
    }
    for (const child of childrenOf(node)) visit(child, node);
  };

  for (const statement of program.body) visit(statement, { start: 0, end: program.text.length });
  for (const comment of program.comments) {
    if (!slice(comment).includes(comment.text)) found.push(`comment ${comment.text} points at «${slice(comment)}»`);
  }
  return found;
}
