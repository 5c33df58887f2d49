/** Visits the IR: the children of any node in source order, and a walk over all of them. */

import type { Argument, Node, Parameter, PatternElement, SwitchCase } from './ir.js';

const NONE: readonly Node[] = [];

/** How many nodes all walks of the process have come to, for tests that hold them to grow with the input. */
export const walked = { nodes: 0 };

/** The direct children of a node, in source order. The array must not be changed. */
export function childrenOf(node: Node): readonly Node[] {
  if (!('kind' in node)) return childrenOfUnnamed(node);
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'jump':
    case 'outer':
    case 'import':
      return NONE;
    case 'template':
      return node.parts;
    case 'member':
      return [node.object];
    case 'subscript':
      return [node.object, node.index];
    case 'call': {
      if (node.args.length === 0 && node.block === undefined && node.initializer === undefined) return [node.callee];
      const children: Node[] = [node.callee, ...node.args];
      if (node.block !== undefined) children.push(node.block);
      if (node.initializer !== undefined) children.push(node.initializer);
      return inSourceOrder(children);
    }
    case 'record':
      return node.type === undefined ? node.entries : inSourceOrder([node.type, ...node.entries]);
    case 'property':
      return inSourceOrder([node.key, node.value]);
    case 'spread':
      return [node.value];
    case 'list':
      return node.items;
    case 'unary':
      return [node.operand];
    case 'binary':
    case 'logical':
      return inSourceOrder([node.left, node.right]);
    case 'conditional':
      // Python writes the consequent first.
      return inSourceOrder([node.test, node.consequent, node.alternate]);
    case 'function':
      return inSourceOrder([...(node.decorators ?? NONE), ...node.params, node.body]);
    case 'class-expression':
      return [node.declaration];
    case 'assignment':
      return inSourceOrder([node.target, node.value]);
    case 'opaque':
      return node.children;
    case 'pattern':
      return node.elements;
    case 'block':
      return node.body;
    case 'declaration': {
      const children: Node[] = [...(node.decorators ?? NONE), node.target];
      if (node.value !== undefined) children.push(node.value);
      return inSourceOrder(children);
    }
    case 'expression':
      return [node.expression];
    case 'if': {
      // Ruby modifiers (`x if y`) have the consequent first.
      const children: Node[] = [node.test, node.consequent];
      if (node.alternate !== undefined) children.push(node.alternate);
      return inSourceOrder(children);
    }
    case 'switch':
      return node.subject === undefined ? node.cases : inSourceOrder([node.subject, ...node.cases]);
    case 'try': {
      const children: Node[] = [node.body, ...node.handlers];
      if (node.final !== undefined) children.push(node.final);
      return inSourceOrder(children);
    }
    case 'loop': {
      const children: Node[] = [];
      if (node.target !== undefined) children.push(node.target);
      if (node.iterable !== undefined) children.push(node.iterable);
      if (node.test !== undefined) children.push(node.test);
      children.push(node.body);
      return inSourceOrder(children);
    }
    case 'return':
    case 'throw':
      return node.value === undefined ? NONE : [node.value];
    case 'function-declaration':
      return [node.function];
    case 'class-declaration':
      return inSourceOrder([...(node.decorators ?? NONE), ...node.bases, ...(node.params ?? NONE), node.body]);
    case 'export':
      return node.form === 'declaration' ? [node.declaration] : NONE;
    default:
      return node satisfies never;
  }
}

/** Arguments, parameters, pattern elements and switch cases carry no `kind`; their fields tell them apart. */
function childrenOfUnnamed(node: Argument | Parameter | PatternElement | SwitchCase): readonly Node[] {
  if ('tests' in node) return inSourceOrder([...node.tests, node.body]);
  if ('target' in node) {
    const decorators = 'decorators' in node ? (node.decorators ?? NONE) : NONE;
    const children: Node[] = [...decorators, node.target];
    if (node.default !== undefined) children.push(node.default);
    return inSourceOrder(children);
  }
  return [node.value];
}

/** Sorts only what is out of order: nearly always there is nothing to do. */
function inSourceOrder(nodes: Node[]): Node[] {
  for (let index = 1; index < nodes.length; index++) {
    if (nodes[index]!.start < nodes[index - 1]!.start) return nodes.sort((a, b) => a.start - b.start);
  }
  return nodes;
}

/**
 * Visits `root` and everything below it, parents before children, in source order.
 * When `enter` returns `false`, the children of that node are left out.
 * Keeps its own stack, so that deeply nested code cannot overflow the call stack.
 */
export function walk(root: Node, enter: (node: Node, parent: Node | undefined) => unknown): void {
  const nodes: Node[] = [root];
  const parents: (Node | undefined)[] = [undefined];
  while (nodes.length > 0) {
    const node = nodes.pop()!;
    const parent = parents.pop();
    walked.nodes++;
    if (enter(node, parent) === false) continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      nodes.push(children[index]!);
      parents.push(node);
    }
  }
}
