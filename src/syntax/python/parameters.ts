// Parameter lists of Python functions and lambdas.
import type { Name, Parameter, Pattern } from '../ir.js';
import { nameOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { parameterOf } from '../tree-sitter/shapes.js';
import { lowerPattern } from './patterns.js';

export function lowerParameters(list: Node | undefined, context: LoweringContext, expression: LowerExpression): readonly Parameter[] {
  return (list?.named ?? []).flatMap((node) => parameter(node, context, expression));
}

function parameter(node: Node, context: LoweringContext, expression: LowerExpression): Parameter[] {
  // `*` and `/` alone are separators.
  if (node.type === 'keyword_separator' || node.type === 'positional_separator') return [];
  const declared = node.child('name') ?? (node.type === 'typed_parameter' ? node.named[0] : node);
  const isRest = declared !== undefined && (declared.type === 'list_splat_pattern' || declared.type === 'dictionary_splat_pattern');
  const named = isRest ? declared.named[0] : declared;
  const target = named && parameterTarget(named);
  if (!target) return [];
  const value = node.child('value');
  return [
    parameterOf({ range: node, target, default: value && expression(value, context), typeName: node.child('type')?.text, rest: isRest }),
  ];
}

function parameterTarget(node: Node): Name | Pattern | undefined {
  if (node.type === 'identifier') return nameOf(node);
  return node.type === 'tuple_pattern' ? lowerPattern(node) : undefined;
}
