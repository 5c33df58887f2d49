// The name of the receiver in the method being lowered: inside, it stands for `this`, where no inner declaration takes the name.
import type { Range } from '../ir.js';
import type { LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

interface Receiver {
  readonly name: string;
  /** Where the name is another variable's. */
  readonly shadows: readonly Range[];
}

const receivers = new WeakMap<LoweringContext, Receiver>();

/** Runs `lower` for a method with that body, whose receiver has that name. */
export function withReceiver<T>(name: string | undefined, body: Node | undefined, context: LoweringContext, lower: () => T): T {
  if (name === undefined) return lower();
  receivers.set(context, { name, shadows: body === undefined ? [] : [...shadowsOf(name, body, body)] });
  try {
    return lower();
  } finally {
    receivers.delete(context);
  }
}

/** Whether an identifier stands for the receiver. */
export function isReceiver(identifier: Node, context: LoweringContext): boolean {
  const receiver = receivers.get(context);
  return (
    receiver?.name === identifier.text && !receiver.shadows.some(({ start, end }) => start <= identifier.start && identifier.end <= end)
  );
}

/** Nodes to whose end a name that is declared in them reaches: https://go.dev/ref/spec#Declarations_and_scope */
const SCOPES = new Set([
  'block',
  'if_statement',
  'for_statement',
  'func_literal',
  'expression_switch_statement',
  'type_switch_statement',
  'expression_case',
  'type_case',
  'communication_case',
  'default_case',
]);

function* shadowsOf(name: string, node: Node, scope: Node): Iterable<Range> {
  const [declared, from] = declaredIn(node, scope);
  for (const one of declared) {
    if (one.text !== name) continue;
    // `c := c.copy()` still reads the receiver.
    yield { start: one.start, end: one.end };
    yield { start: from, end: scope.end };
  }
  const inner = SCOPES.has(node.type) ? node : scope;
  for (const child of node.named) yield* shadowsOf(name, child, inner);
}

/** The names that a node declares, and where they begin to hold. */
function declaredIn(node: Node, scope: Node): readonly [names: readonly Node[], from: number] {
  switch (node.type) {
    case 'short_var_declaration':
      return [node.child('left')?.named ?? [], node.end];
    case 'range_clause':
      return [node.has(':=') ? (node.child('left')?.named ?? []) : [], node.end];
    case 'var_spec':
      return [node.all('name'), node.end];
    case 'parameter_declaration':
      return scope.type === 'func_literal' ? [node.all('name'), node.end] : [[], node.end];
    default:
      return [[], node.end];
  }
}
