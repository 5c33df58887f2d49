// A tree-sitter syntax tree copied into plain JavaScript objects, so that lowerings never cross into WebAssembly and trees are freed at once.
import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { Range } from '../ir.js';

/** One node. Comments are taken out of the tree (see `TreeCopy.detached`); anonymous tokens (`(`, `not in`, `await`) stay in `children`. */
export class Node implements Range {
  readonly type: string;
  /** Field under which the parent holds this node: `left`, `body`, … */
  readonly field: string | undefined;
  /** False for tokens that the grammar writes as plain strings. */
  readonly isNamed: boolean;
  /** True when the parser made this node up to recover from an error; it is then empty. */
  readonly isMissing: boolean;
  /** Offsets in UTF-16 code units of the source, half-open. */
  readonly start: number;
  readonly end: number;
  readonly children: Node[] = [];
  readonly #source: string;
  #named: readonly Node[] | undefined;

  constructor(source: string, type: string, field: string | undefined, isNamed: boolean, isMissing: boolean, start: number, end: number) {
    this.#source = source;
    this.type = type;
    this.field = field;
    this.isNamed = isNamed;
    this.isMissing = isMissing;
    this.start = start;
    this.end = end;
  }

  get text(): string {
    return this.#source.slice(this.start, this.end);
  }

  /** Children without anonymous tokens. */
  get named(): readonly Node[] {
    return (this.#named ??= this.children.filter((child) => child.isNamed));
  }

  /** The first child under that field. */
  child(field: string): Node | undefined {
    return this.children.find((child) => child.field === field);
  }

  /** All named children under that field. */
  all(field: string): readonly Node[] {
    return this.children.filter((child) => child.field === field && child.isNamed);
  }

  /** The first child of that type: `node.find('argument_list')`, or a token: `node.find('static')`. */
  find(type: string): Node | undefined {
    return this.children.find((child) => child.type === type);
  }

  has(type: string): boolean {
    return this.find(type) !== undefined;
  }
}

/** Levels of a tree that are copied: a third of what the call stack of the main thread bears in the hungriest lowering. */
const MAX_DEPTH = 1_000;

export interface TreeCopy {
  readonly root: Node;
  /** Nodes of the types asked for, which may stand anywhere: comments, bodies of here-documents. In source order, not in the tree. */
  readonly detached: readonly Node[];
  /** `ERROR` nodes and nodes the parser had to make up. */
  readonly errors: readonly Node[];
  /** Nodes whose children are left out; they are `ERROR` nodes too, so that no lowering looks for what is not there. */
  readonly tooDeep: readonly Node[];
}

/** A grammar's node types by their number; asked once per grammar instead of once per node. */
export interface NodeTypes {
  readonly names: readonly string[];
  readonly isNamed: readonly boolean[];
}

/**
 * Copies a tree in one walk. Each node costs about six calls into WebAssembly: measured on 7 MB of Python, the copy takes
 * 1.0 s beside 1.7 s for the parse itself. Iterative, because generated code nests deeper than the call stack; what is below
 * {@link MAX_DEPTH} is left out, because lowerings and all that reads their trees are not.
 */
export function copyTree(tree: Tree, source: string, types: NodeTypes, detachedTypes: ReadonlySet<string>): TreeCopy {
  const cursor = tree.walk();
  const detached: Node[] = [];
  const tooDeep: Node[] = [];
  const root = copyNode(cursor, source, types);
  // Of a text in which nothing fits, the root is the error.
  const errors: Node[] = root.type === 'ERROR' ? [root] : [];
  const ancestors: Node[] = [];
  let parent = root;
  let descend = cursor.gotoFirstChild();
  while (descend) {
    const node = copyNode(cursor, source, types);
    const isDetached = detachedTypes.has(node.type);
    (isDetached ? detached : parent.children).push(node);
    if (node.isMissing || node.type === 'ERROR') errors.push(node);
    // Tokens have no children: asking would be a wasted call for half of all nodes.
    if (node.isNamed && cursor.gotoFirstChild()) {
      if (ancestors.length < MAX_DEPTH) {
        ancestors.push(parent);
        parent = node;
        continue;
      }
      cursor.gotoParent();
      const cut = new Node(source, 'ERROR', node.field, true, false, node.start, node.end);
      tooDeep.push(cut);
      if (!isDetached) parent.children[parent.children.length - 1] = cut;
    }
    while (!cursor.gotoNextSibling()) {
      const up = ancestors.pop();
      if (up === undefined) {
        descend = false;
        break;
      }
      cursor.gotoParent();
      parent = up;
    }
  }
  cursor.delete();
  return { root, detached, errors, tooDeep };
}

function copyNode(cursor: TreeCursor, source: string, types: NodeTypes): Node {
  const typeId = cursor.nodeTypeId;
  // Errors have a number outside the table.
  const type = types.names[typeId] ?? 'ERROR';
  const isNamed = types.isNamed[typeId] ?? true;
  const start = cursor.startIndex;
  // A token is nearly always written as it is called, which saves a call.
  const end = !isNamed && type.length > 0 && source.startsWith(type, start) ? start + type.length : cursor.endIndex;
  const isMissing = start === end && cursor.nodeIsMissing;
  return new Node(source, type, cursor.currentFieldName ?? undefined, isNamed, isMissing, start, end);
}
