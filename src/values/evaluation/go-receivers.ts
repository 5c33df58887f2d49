/** Methods of structs (Go, Rust): the struct that a receiver is an instance of, and what a parameter's type says about its members. */
import type { Name, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { isKind } from '../program-index.js';
import type { Frame, ParameterValue, Value } from '../value.js';
import { classMember } from './class-members.js';
import { classOfType } from './types.js';

/** An instance of the struct that a method belongs to, which may be declared in another file of the package. */
export function goReceiver(name: Name, context: Context): Value | undefined {
  const { index } = context;
  let at: Node | undefined = index.functionAround(name);
  while (at !== undefined && !(isKind(at, 'function-declaration') && at.name.includes('.'))) at = index.parent(at);
  const type = isKind(at, 'function-declaration') ? classOfType(at.name.slice(0, at.name.indexOf('.')), context) : undefined;
  return type === undefined ? undefined : { ...type, origin: context.origin(name) };
}

/** What a parameter's type says about a member: a method of its struct, or a field that configuration fills in. */
export function memberOfGoParameter(
  parameter: ParameterValue,
  property: string,
  evaluator: Evaluator,
  frame: Frame | undefined,
): Value | undefined {
  if (parameter.program.language !== 'go' && parameter.program.language !== 'rust') return undefined;
  const declared = parameter.function.params.find((one) => one.target.kind === 'name' && one.target.name === parameter.name);
  const type = classOfType(declared?.typeName, new Context(evaluator, parameter.program));
  const value = type === undefined ? undefined : classMember(type.node, property, new Context(evaluator, type.program, frame));
  return value?.kind === 'function' || value?.kind === 'class' || value?.kind === 'environment' ? value : undefined;
}
