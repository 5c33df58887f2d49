/** Which of several functions of one name a call runs (Java, Kotlin, C#, Scala). */
import type { Argument, Call, Expression, FunctionExpression, Parameter } from '../../syntax/ir.js';
import type { Evaluator } from '../evaluator.js';
import { takes } from '../instances.js';
import { isKind } from '../program-index.js';
import { unknown, type FunctionValue, type UnknownValue } from '../value.js';

/** The function by the number and the plain types of its arguments; unknown where that leaves several which say yes or no. */
export function overloaded(fn: FunctionValue, call: Call, evaluator: Evaluator): FunctionValue | UnknownValue {
  const index = evaluator.indexOf(fn.program);
  const declaration = index.parent(fn.node);
  const scope = isKind(declaration, 'function-declaration') ? index.scopeOf(declaration) : undefined;
  const all = isKind(declaration, 'function-declaration') ? scope?.bindings.get(declaration.name)?.overloads : undefined;
  if (all?.includes(fn.node) !== true) return fn;
  const fitting = all.filter(({ params }) => takes(params, call));
  const typed = fitting.filter(({ params }) => params.every((parameter, i) => mayBe(parameter, call.args[i])));
  const [only, ...others] = typed.length === 0 ? fitting : typed;
  if (only === undefined) return fn;
  if (others.length > 0 && [only, ...others].some(isTest)) return unknown('several functions have this name', fn.origin);
  return { ...fn, node: only };
}

/** Whether a function says yes or no. */
const isTest = ({ returnType }: FunctionExpression): boolean => /^(?:boolean|Boolean|bool)\??$/.test(returnType ?? '');

const PLAIN: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  Boolean: 'boolean',
  bool: 'boolean',
  String: 'string',
  string: 'string',
  int: 'number',
  Integer: 'number',
  Int: 'number',
  long: 'number',
  Long: 'number',
};

function mayBe({ typeName }: Parameter, argument: Argument | undefined): boolean {
  const wanted = PLAIN[typeName?.replace(/\?$/, '') ?? ''];
  const given = argument === undefined ? undefined : typeOf(argument.value);
  return wanted === undefined || given === undefined || wanted === given;
}

/** What an expression is by its form. */
function typeOf(expression: Expression): string | undefined {
  if (expression.kind === 'literal')
    return expression.value === null || expression.value === undefined ? undefined : typeof expression.value;
  if (expression.kind === 'logical') return 'boolean';
  if (expression.kind === 'unary' && expression.operator === 'not') return 'boolean';
  return expression.kind === 'binary' && /^(?:[=!]==?|[<>]=?)$/.test(expression.operator) ? 'boolean' : undefined;
}
