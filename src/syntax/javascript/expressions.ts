/** Lowers expressions. */

import type * as es from 'oxc-parser';

import type { Assignment, BinaryOperator, Expression, Name, RecordEntry } from '../ir.js';
import { lowerCall, lowerImportCall, lowerItems, lowerTaggedTemplate } from './calls.js';
import { lowerClassExpression } from './classes.js';
import type { Context } from './context.js';
import { lowerElement } from './elements.js';
import { rangeOf } from './estree.js';
import { lowerFunction } from './functions.js';
import { holesIn, lowerLiteral, lowerTemplate } from './literals.js';
import { opaqueFields, opaqueOf } from './opaque.js';
import { assignmentTarget, nameOf } from './patterns.js';
import { lowerProperty } from './records.js';

const BINARY_OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  in: 'in',
  instanceof: 'instanceof',
};

const UNARY_OPERATORS = { '!': 'not', '-': 'minus', '+': 'plus', typeof: 'typeof', void: 'void', '~': 'other', delete: 'other' } as const;

const ASSIGNMENT_OPERATORS: Readonly<Record<string, Assignment['operator']>> = {
  '=': '=',
  '||=': 'or',
  '??=': 'nullish',
  '&&=': 'and',
  '+=': 'append',
};

/** Wrappers that change types or grouping but not values. */
type Wrapper =
  | es.ChainExpression
  | es.ParenthesizedExpression
  | es.TSAsExpression
  | es.TSSatisfiesExpression
  | es.TSNonNullExpression
  | es.TSTypeAssertion
  | es.TSInstantiationExpression;

/** Longer chains of binary operators (generated text, concatenated line by line) are kept flat. */
const MAX_OPERANDS = 150;

/** Lowers one expression; wrappers that only change the type, and parentheses, are left out. */
export function lowerExpression(context: Context, node: es.Expression | es.PrivateIdentifier | es.Super): Expression {
  switch (node.type) {
    case 'Identifier':
      if (node.name === 'undefined') return { kind: 'literal', ...rangeOf(node), value: undefined };
      return holesIn(context, rangeOf(node)).length > 0 ? { kind: 'opaque', ...rangeOf(node), children: [] } : nameOf(node);
    case 'Literal':
      return lowerLiteral(context, node);
    case 'ThisExpression':
      return { kind: 'name', ...rangeOf(node), name: 'this' };
    case 'Super':
      return { kind: 'name', ...rangeOf(node), name: 'super' };
    case 'MetaProperty': {
      const object: Name = { kind: 'name', ...rangeOf(node.meta), name: node.meta.name };
      return { kind: 'member', ...rangeOf(node), object, property: node.property.name, propertyRange: rangeOf(node.property) };
    }
    case 'MemberExpression':
      if (node.computed) {
        return { kind: 'subscript', ...rangeOf(node), object: context.expression(node.object), index: context.expression(node.property) };
      }
      return {
        kind: 'member',
        ...rangeOf(node),
        object: context.expression(node.object),
        property: node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name,
        propertyRange: rangeOf(node.property),
      };
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(context, node);
    case 'ImportExpression':
      return lowerImportCall(context, node);
    case 'TaggedTemplateExpression':
      return lowerTaggedTemplate(context, node);
    case 'TemplateLiteral':
      return lowerTemplate(context, node);
    case 'ObjectExpression':
      return {
        kind: 'record',
        ...rangeOf(node),
        entries: node.properties.map((property): RecordEntry =>
          property.type === 'SpreadElement'
            ? { kind: 'spread', ...rangeOf(property), value: context.expression(property.argument) }
            : lowerProperty(context, property),
        ),
        style: 'object',
      };
    case 'ArrayExpression':
      return { kind: 'list', ...rangeOf(node), items: lowerItems(context, node) };
    case 'UnaryExpression':
      // `delete options.secure` leaves nothing there, as assigning undefined would.
      if (node.operator === 'delete' && node.argument.type === 'MemberExpression')
        return {
          kind: 'assignment',
          ...rangeOf(node),
          target: context.expression(node.argument),
          value: { kind: 'name', name: 'undefined', start: rangeOf(node).end, end: rangeOf(node).end },
          operator: '=',
        };
      return { kind: 'unary', ...rangeOf(node), operator: UNARY_OPERATORS[node.operator], operand: context.expression(node.argument) };
    case 'UpdateExpression':
      // What is counted holds one more or less afterwards.
      return {
        kind: 'assignment',
        ...rangeOf(node),
        target: context.expression(node.argument),
        value: { kind: 'literal', start: rangeOf(node).end, end: rangeOf(node).end, value: 1 },
        operator: node.operator === '++' ? 'append' : 'other',
      };
    case 'YieldExpression' as never: {
      const yielded = node as unknown as es.YieldExpression;
      if (yielded.argument === null || yielded.delegate) return opaqueFields(context, node);
      return { kind: 'unary', ...rangeOf(node), operator: 'yield', operand: context.expression(yielded.argument) };
    }
    case 'AwaitExpression':
      return { kind: 'unary', ...rangeOf(node), operator: 'await', operand: context.expression(node.argument) };
    case 'BinaryExpression':
    case 'LogicalExpression':
      return lowerBinary(context, node);
    case 'ConditionalExpression':
      return {
        kind: 'conditional',
        ...rangeOf(node),
        test: context.expression(node.test),
        consequent: context.expression(node.consequent),
        alternate: context.expression(node.alternate),
      };
    case 'AssignmentExpression':
      return {
        kind: 'assignment',
        ...rangeOf(node),
        target: assignmentTarget(context, node.left),
        value: context.expression(node.right),
        operator: ASSIGNMENT_OPERATORS[node.operator] ?? 'other',
      };
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return lowerFunction(context, node);
    case 'FunctionDeclaration' as never:
      // The anonymous function of `export default function () {}`.
      return lowerFunction(context, node as unknown as es.Function);
    case 'ClassExpression':
    case 'ClassDeclaration' as never:
      return lowerClassExpression(context, node as es.Class);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression' as never: // Flow's `(x: T)`, as Babel has it
      return context.expression((node as Wrapper).expression);
    case 'JSXElement':
      return lowerElement(context, node);
    case 'SequenceExpression':
      return opaqueOf(context, node, node.expressions);
    default:
      return opaqueFields(context, node);
  }
}

function lowerBinary(context: Context, node: es.BinaryExpression | es.LogicalExpression | es.PrivateInExpression): Expression {
  const operands = longChain(node);
  if (operands !== undefined) return opaqueOf(context, node, operands);
  const range = rangeOf(node);
  const left = context.expression(node.left);
  const right = context.expression(node.right);
  if (node.type === 'LogicalExpression') {
    const operator = node.operator === '&&' ? 'and' : node.operator === '||' ? 'or' : 'nullish';
    return { kind: 'logical', ...range, operator, left, right };
  }
  return { kind: 'binary', ...range, operator: BINARY_OPERATORS[node.operator] ?? 'other', left, right };
}

/** The operands of a chain too long to be worth a tree, else undefined. */
function longChain(node: es.Expression): es.Expression[] | undefined {
  let operators = 0;
  for (let left = node; isBinary(left) && operators <= MAX_OPERANDS; left = left.left) operators++;
  if (operators <= MAX_OPERANDS) return undefined;
  const operands: es.Expression[] = [];
  let left = node;
  for (; isBinary(left); left = left.left) operands.push(left.right);
  operands.push(left);
  return operands.reverse();
}

function isBinary(node: es.Expression): node is es.BinaryExpression | es.LogicalExpression {
  return node.type === 'BinaryExpression' || node.type === 'LogicalExpression';
}
