// C# patterns (`x is …`, `case …:`, `x switch { … }`) as conditions on the value they look at.
import type { Expression } from '../ir.js';
import { literalOf, opaque, opaqueOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf, operationOf, unaryOf } from '../tree-sitter/shapes.js';
import { expression } from './expressions.js';
import { typeExpression } from './types.js';

/**
 * The condition that a pattern puts on `subject`; undefined when it always holds (`_`, `var x`).
 * The subject is lowered again for each part, because a node may occur only once in a tree.
 */
export function patternTest(subject: Node, pattern: Node, context: LoweringContext): Expression | undefined {
  const range = { start: subject.start, end: pattern.end };
  const parts = pattern.named;
  switch (pattern.type) {
    case 'discard':
    case 'var_pattern':
      return undefined;
    case 'constant_pattern': {
      const constant = parts[0];
      if (constant === undefined) return undefined;
      // `x is Foo` looks the same for a type and a constant; a plain name is nearly always a type.
      if (constant.type === 'identifier' || constant.type === 'generic_name')
        return binaryOf(range, 'instanceof', expression(subject, context), typeExpression(constant));
      return binaryOf(range, '==', expression(subject, context), expression(constant, context));
    }
    case 'relational_pattern': {
      const operand = parts[0];
      const operator = pattern.children[0]?.text ?? '';
      return operand === undefined ? undefined : operationOf(range, operator, expression(subject, context), expression(operand, context));
    }
    case 'parenthesized_pattern':
      return parts[0] === undefined ? undefined : patternTest(subject, parts[0], context);
    case 'negated_pattern': {
      const negated = parts[0] === undefined ? undefined : patternTest(subject, parts[0], context);
      return negated === undefined ? undefined : unaryOf(range, 'not', negated);
    }
    case 'and_pattern':
    case 'or_pattern': {
      const [left, right] = parts.map((part) => patternTest(subject, part, context));
      const operator = pattern.type === 'and_pattern' ? 'and' : 'or';
      if (left === undefined || right === undefined) return operator === 'and' ? (left ?? right) : undefined;
      return { kind: 'logical', ...range, operator, left, right };
    }
    case 'declaration_pattern':
    case 'type_pattern': {
      const type = pattern.child('type') ?? parts[0];
      if (type === undefined || type.type === 'implicit_type') return undefined;
      return binaryOf(range, 'instanceof', expression(subject, context), typeExpression(type));
    }
    default:
      return binaryOf(range, 'matches', expression(subject, context), opaqueOf(pattern, []));
  }
}

/** `x is …` as an expression. */
export function isPattern(node: Node, context: LoweringContext): Expression {
  const subject = node.child('expression');
  const pattern = node.child('pattern');
  if (subject === undefined || pattern === undefined) return opaque(node, expression, context);
  return patternTest(subject, pattern, context) ?? literalOf(node, true);
}

/** What `case …:` compares with; undefined when it always holds. */
export function caseTest(pattern: Node, context: LoweringContext): Expression | undefined {
  const constant = pattern.type === 'constant_pattern' ? pattern.named[0] : undefined;
  if (constant !== undefined) return expression(constant, context);
  if (pattern.type === 'discard' || pattern.type === 'var_pattern' || pattern.child('type')?.type === 'implicit_type') return undefined;
  return opaqueOf(pattern, []);
}
