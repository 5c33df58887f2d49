/** The text of a cookie that a helper builds: the piece with Secure in it, which decides for all the cookies that the helper is called for. */
import type { Site } from '../matching/site.js';
import type { Expression, FunctionExpression } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { guardsOf } from '../values/guards.js';
import { indexOf, isKind, type ProgramIndex } from '../values/program-index.js';
import type { Origin, Value } from '../values/value.js';

const SECURE = /(?:^|;)\s*secure\s*(?:;|$)/i;
const MAX_DEPTH = 40;

/** The literal that adds Secure to the text of a site where a condition allows it; undefined where the callers of the helper say whether. */
export function secureWordOf({ secure, matched }: Site, followsRequest: boolean): Origin | undefined {
  const word = wordIn(secure.value, false, 0);
  if (word === undefined) return undefined;
  const { program, range } = word;
  const index = indexOf(program);
  const literal = literalAt(word);
  const around = literal === undefined ? undefined : index.functionAround(literal);
  if (literal === undefined || around === undefined || around === index.functionAround(matched.node)) return undefined;
  const isCallers = guardsOf(literal, around, index, { earlyExits: false }).some(({ test }) =>
    isToldByCallers(test, around, index, followsRequest),
  );
  return isCallers ? undefined : { program, range };
}

/** The first literal with the word on one side of a choice. */
function wordIn(value: Value, isChosen: boolean, depth: number): Origin | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (one: Value, chosen = isChosen): Origin | undefined => wordIn(one, chosen, depth + 1);
  switch (value.kind) {
    case 'known':
      return isChosen && typeof value.value === 'string' && SECURE.test(value.value) ? value.origin : undefined;
    case 'choice':
      return inner(value.consequent, true) ?? inner(value.alternate, true);
    case 'operation':
      return value.operands.reduce<Origin | undefined>((found, operand) => found ?? inner(operand), undefined);
    case 'list':
      return value.items.reduce<Origin | undefined>((found, item) => found ?? inner(item), undefined);
    default:
      return undefined;
  }
}

/** The literal that stands at a place. */
export function literalAt({ program, range }: Origin): Expression | undefined {
  let found: Expression | undefined;
  for (const statement of program.body) {
    walk(statement, (node) => {
      if (isKind(node, 'literal') && node.start === range.start && node.end === range.end) found ??= node;
      return found === undefined && node.start <= range.start && node.end >= range.end;
    });
  }
  return found;
}

/** Whether a condition is what the callers say: a parameter, or a field of one where that is not about the request. */
function isToldByCallers(test: Expression, fn: FunctionExpression, index: ProgramIndex, followsRequest: boolean): boolean {
  if (test.kind === 'unary') return isToldByCallers(test.operand, fn, index, followsRequest);
  if (test.kind === 'name') return index.bindingOf(test)?.parameterOf === fn;
  return !followsRequest && test.kind === 'member' && isToldByCallers(test.object, fn, index, false);
}
