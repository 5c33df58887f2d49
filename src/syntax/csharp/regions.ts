// Puts statements and initialiser entries that stand between `#if` and `#endif` under their condition.
import type { Block, Expression, Range, RecordEntry, Statement } from '../ir.js';
import { blockOf, emptyBlock, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { asksForConfiguration, conditionOf, regionsOf, type Branch, type Region } from './preprocessor.js';
import { statements } from './statements.js';

const regionsByFile = new WeakMap<LoweringContext, readonly Region[]>();

function regionsIn(context: LoweringContext): readonly Region[] {
  let regions = regionsByFile.get(context);
  if (regions === undefined) {
    regions = regionsOf(context.source);
    regionsByFile.set(context, regions);
  }
  return regions;
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The regions that lie directly between nodes of a list, none of them cut by a node. */
function regionsAmong(container: Range, nodes: readonly Node[], context: LoweringContext): readonly Region[] {
  const found: Region[] = [];
  for (const region of regionsIn(context)) {
    if (!contains(container, region) || found.some((outer) => contains(outer, region))) continue;
    if (
      nodes.some(
        (node) =>
          contains(node, region) ||
          (node.start < region.start && region.start < node.end) ||
          (node.start < region.end && region.end < node.end),
      )
    )
      continue;
    if (nodes.some((node) => contains(region, node))) found.push(region);
  }
  return found;
}

/** Lowers a list of statements or members, each region of it as an `if`. */
export function conditionalStatements(container: Range, nodes: readonly Node[], context: LoweringContext): readonly Statement[] {
  if (regionsIn(context).length === 0) return nodes.flatMap((node) => statements(node, context));
  const regions = regionsAmong(container, nodes, context);
  const result: Statement[] = [];
  const done = new Set<Region>();
  for (const node of nodes) {
    const region = regions.find((candidate) => contains(candidate, node));
    if (region === undefined) {
      result.push(...statements(node, context));
    } else if (!done.has(region)) {
      done.add(region);
      result.push(...regionStatements(region, nodes, context));
    }
  }
  return result;
}

function regionStatements(region: Region, nodes: readonly Node[], context: LoweringContext): readonly Statement[] {
  const isConfiguration = asksForConfiguration(context.source, region.branches);
  const lifted: Statement[] = [];
  const blocks = region.branches.map((branch): Block => {
    const inside = nodes.filter((node) => contains(branch.content, node));
    const body: Statement[] = [];
    for (const statement of conditionalStatements(branch.content, inside, context)) {
      (isLifted(statement, isConfiguration) ? lifted : body).push(statement);
    }
    return blockOf(branch.content, body);
  });
  const chain = blocks.every((block) => block.body.length === 0) ? [] : ifChain(region, region.branches, blocks, context);
  return [...lifted, ...chain];
}

/** Imports and classes are looked for at the top; and which platform is built for says nothing about production. */
function isLifted(statement: Statement, isConfiguration: boolean): boolean {
  return (
    statement.kind === 'import' || statement.kind === 'class-declaration' || (statement.kind === 'function-declaration' && !isConfiguration)
  );
}

function ifChain(region: Range, branches: readonly Branch[], blocks: readonly Block[], context: LoweringContext): readonly Statement[] {
  const [branch, ...others] = branches;
  const [consequent, ...rest] = blocks;
  if (branch === undefined || consequent === undefined) return [];
  if (branch.condition === undefined) return consequent.body;
  const range = { start: branch.condition.start, end: region.end };
  const alternate = ifChain(region, others, rest, context);
  return [
    {
      kind: 'if',
      ...range,
      test: conditionOf(context.source, branch.condition),
      consequent,
      ...(alternate.length === 0 ? {} : { alternate: blockOf({ start: consequent.end, end: region.end }, alternate) }),
    },
  ];
}

/** Lowers the entries of an initialiser; the entries of a region become a spread of the record that its condition chooses. */
export function conditionalEntries(
  container: Range,
  nodes: readonly Node[],
  context: LoweringContext,
  lower: (node: Node, context: LoweringContext) => RecordEntry,
): readonly RecordEntry[] {
  if (regionsIn(context).length === 0) return nodes.map((node) => lower(node, context));
  const regions = regionsAmong(container, nodes, context);
  const result: RecordEntry[] = [];
  const done = new Set<Region>();
  for (const node of nodes) {
    const region = regions.find((candidate) => contains(candidate, node));
    if (region === undefined) {
      result.push(lower(node, context));
    } else if (!done.has(region)) {
      done.add(region);
      const chosen = chosenRecord(region, region.branches, nodes, context, lower);
      result.push({ kind: 'spread', ...rangeOf(chosen), value: chosen });
    }
  }
  return result;
}

function chosenRecord(
  region: Range,
  branches: readonly Branch[],
  nodes: readonly Node[],
  context: LoweringContext,
  lower: (node: Node, context: LoweringContext) => RecordEntry,
): Expression {
  const [branch, ...others] = branches;
  if (branch === undefined) return { kind: 'record', ...rangeOf(emptyBlock(region)), entries: [], style: 'initializer' };
  const inside = nodes.filter((node) => contains(branch.content, node));
  const record: Expression = {
    kind: 'record',
    ...rangeOf(branch.content),
    entries: conditionalEntries(branch.content, inside, context, lower),
    style: 'initializer',
  };
  if (branch.condition === undefined) return record;
  return {
    kind: 'conditional',
    start: branch.condition.start,
    end: region.end,
    test: conditionOf(context.source, branch.condition),
    consequent: record,
    alternate: chosenRecord(region, others, nodes, context, lower),
  };
}
