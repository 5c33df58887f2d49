/** The loops that go over the list which an object is an item of: `for _, cookie := range cookies { … }`. */
import type { Call, ListExpression, Loop, Name, Node } from '../syntax/ir.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';

/** A loop over a list, and the variable that holds an item in it. */
export interface ListLoop {
  readonly loop: Loop;
  readonly variable: Name;
  readonly binding: Binding;
}

/** The list that a node is an item of. */
export function listAround(node: Node, index: ProgramIndex): ListExpression | undefined {
  const item = index.parent(node);
  const list = item === undefined || 'kind' in item ? undefined : index.parent(item);
  return isKind(list, 'list') ? list : undefined;
}

/** The loops over a list, or over the variable that holds it, in source order. */
export function loopsOver(list: ListExpression | Call, holder: Binding | undefined, index: ProgramIndex): readonly ListLoop[] {
  return index.loops.flatMap((loop) => {
    if (!isOver(loop, list, holder, index)) return [];
    const variable = itemVariable(loop);
    const binding = variable === undefined ? undefined : index.lookUp(variable.name, index.scopeOf(loop));
    return variable === undefined || binding === undefined ? [] : [{ loop, variable, binding }];
  });
}

function isOver({ iterable }: Loop, list: ListExpression | Call, holder: Binding | undefined, index: ProgramIndex): boolean {
  return (
    iterable === list ||
    (holder !== undefined && iterable?.kind === 'name' && iterable.start >= list.end && index.bindingOf(iterable) === holder)
  );
}

/** The variable that holds the item; Go's `for i, cookie := range` has the position before it. */
function itemVariable({ target }: Loop): Name | undefined {
  const inner = target?.kind === 'pattern' ? target.elements.find(({ key }) => key === 1)?.target : target;
  return inner?.kind === 'name' ? inner : undefined;
}
