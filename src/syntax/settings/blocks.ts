/** Walks the nested blocks of servers' configurations: which directives stand together, and in which block. */
import type { Call, Node, Statement } from '../ir.js';

/** What the walk needs of a file's index. */
export interface Parents {
  readonly program: { readonly body: readonly Statement[] };
  parent(node: Node): Node | undefined;
}

/** The directive whose block a directive stands in; undefined at the top level. */
export function blockAround(call: Call, index: Parents): Call | undefined {
  let child: Node = call;
  let at = index.parent(call);
  for (; at !== undefined; child = at, at = index.parent(at)) if ('kind' in at && at.kind === 'call' && at.block === child) return at;
  return undefined;
}

/** The directives of the block that a directive stands in, itself among them. */
export const directivesOf = (call: Call, index: Parents): Call[] => directivesIn(blockAround(call, index), index);

/** The directives of a block, or of the file's top level. */
export function directivesIn(block: Call | undefined, index: Parents): Call[] {
  const body = block === undefined ? index.program.body : (block.block?.body.body ?? []);
  return body.flatMap((statement) =>
    statement.kind === 'expression' && statement.expression.kind === 'call' ? [statement.expression] : [],
  );
}

/** A directive's name in lower case. */
export const calleeName = ({ callee }: Call): string | undefined => (callee.kind === 'name' ? callee.name.toLowerCase() : undefined);
