/** A loop over items that are known, one turn after the other: `for (const [key, value] of Object.entries(o)) options[key] = value`. */
import type { Loop, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { isKind } from '../program-index.js';
import { known, type Frame, type RecordPart, type Value } from '../value.js';

/** Longer lists are data. */
const MAX_TURNS = 50;

/** A context for each turn of the loop around a node, in which the loop's variables hold the turn's item; undefined where the items are not known. */
export function turnsAround(node: Node, context: Context): readonly Context[] | undefined {
  const loop = loopAround(node, context);
  if (loop?.target === undefined || loop.iterable === undefined || loop.target.kind !== 'pattern') return undefined;
  if (loop.target.elements.some(({ target }) => target.kind === 'name' && context.frame?.bindings.has(target) === true)) return undefined;
  const items = itemsOf(context.evaluate(loop.iterable));
  if (items === undefined || items.length > MAX_TURNS || !context.evaluator.budget.step()) return undefined;
  const { elements } = loop.target;
  return items.map((item) => {
    const bindings = new Map(
      elements.flatMap(({ target, key }) =>
        target.kind === 'name' && item[Number(key)] !== undefined ? [[target, item[Number(key)]!] as const] : [],
      ),
    );
    const frame: Frame = { bindings, parent: context.frame, depth: (context.frame?.depth ?? 0) + 1 };
    return new Context(context.evaluator, context.program, frame);
  });
}

function loopAround(node: Node, { index }: Context): Loop | undefined {
  for (let at = index.parent(node); at !== undefined && !isKind(at, 'function'); at = index.parent(at)) if (isKind(at, 'loop')) return at;
  return undefined;
}

/** The pairs that are gone through. */
function itemsOf(value: Value): readonly (readonly Value[])[] | undefined {
  if (value.kind === 'list')
    return value.open || value.items.some(({ kind }) => kind !== 'list')
      ? undefined
      : value.items.map((item) => (item.kind === 'list' ? item.items : []));
  if (value.kind === 'operation' && (value.operator === 'entries' || value.operator === 'method items'))
    return value.operands[0] === undefined ? undefined : itemsOf(value.operands[0]);
  if (value.kind !== 'record' || !value.parts.every((part): part is RecordPart & { kind: 'field' } => part.kind === 'field'))
    return undefined;
  return value.parts.map((part) => (part.kind === 'field' ? [known(part.key, value.origin), part.value] : []));
}
