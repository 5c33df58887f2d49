// Scala's operator precedence: the grammar reads all infix operators from left to right.
import type { Node } from '../tree-sitter/node.js';

/** `left operator right` with the operator's token. */
export interface Infix {
  readonly left: InfixOperand;
  readonly operator: Node;
  readonly right: InfixOperand;
}

export type InfixOperand = Infix | Node;

export function isInfix(operand: InfixOperand): operand is Infix {
  return 'operator' in operand;
}

/** The first character decides, from letters (loosest) to special characters (tightest); assignments are below all. https://scala-lang.org/files/archive/spec/2.13/06-expressions.html#infix-operations */
const LEVELS = ['|', '^', '&', '=!', '<>', ':', '+-', '*/%'];

function precedenceOf(operator: Node): number {
  const text = operator.text.replace(/^`/, '');
  if (text.endsWith('=') && !/^(?:[=!<>]=|=.*|.*[<>!]=)$/.test(text)) return -1;
  const first = text.charAt(0);
  if (/[\p{L}\p{N}$_]/u.test(first)) return 0;
  const level = LEVELS.findIndex((characters) => characters.includes(first));
  return level < 0 ? LEVELS.length + 1 : level + 1;
}

/** A chain of infix operators as a tree that binds as Scala does. */
export function infixTree(node: Node): InfixOperand {
  const operands: InfixOperand[] = [];
  const operators: Node[] = [];
  const flatten = (part: Node): void => {
    const left = part.child('left');
    const right = part.child('right');
    const operator = part.child('operator');
    if (part.type !== 'infix_expression' || left === undefined || right === undefined || operator === undefined) {
      operands.push(part);
      return;
    }
    flatten(left);
    operators.push(operator);
    flatten(right);
  };
  flatten(node);

  let next = 0;
  const climb = (lowest: number): InfixOperand => {
    let left = operands[next] ?? node;
    for (let operator = operators[next]; operator !== undefined && precedenceOf(operator) >= lowest; operator = operators[next]) {
      next += 1;
      // Operators that end with a colon group to the right.
      const right = climb(precedenceOf(operator) + (operator.text.endsWith(':') ? 0 : 1));
      left = { left, operator, right };
    }
    return left;
  };
  return climb(-1);
}
