/** Sets Secure in the function or block that configures an object: `o => { o.Cookie.SecurePolicy = …; }`. */
import type { Edit } from '../cookies/finding.js';
import type { Place } from '../matching/surface.js';
import type { Call, Expression, FunctionExpression } from '../syntax/ir.js';
import { pathBelow } from '../values/evaluation/object-blocks.js';
import type { Binding } from '../values/program-index.js';
import { appendArgument } from './argument-fix.js';
import { evaluated, insertion, type Draft, type FixContext } from './draft.js';
import { newRecord } from './entry.js';
import { onText, replacement } from './on-value.js';
import { changedEdits, changesAt, drafted, isAlways, titleOf, type Change } from './record-fix.js';
import { bodied, connectorOf, insertFirst, variableText } from './statement.js';

export function lambdaFix(place: Place & { at: 'lambda' }, context: FixContext): Draft | undefined {
  const { call, value } = context.site.matched;
  const held = value === undefined ? undefined : functionOf(value, context);
  const fn = call === undefined ? held : configuring(call, context);
  if (fn !== undefined) return inFunction(fn, place.path, place.setter === true, context);
  return call === undefined ? undefined : withLambda(place, call, context);
}

/** The function argument or block of this file. */
function configuring(call: Call, context: FixContext): FunctionExpression | undefined {
  return [...call.args.map((argument) => argument.value), ...(call.block === undefined ? [] : [call.block])]
    .reverse()
    .map((candidate) => functionOf(candidate, context))
    .find((fn) => fn !== undefined);
}

export function functionOf(expression: Expression, context: FixContext): FunctionExpression | undefined {
  if (expression.kind === 'function') return expression;
  if (expression.kind !== 'name' && expression.kind !== 'member') return undefined;
  const value = evaluated(expression, context);
  return value.kind === 'function' && value.program === context.program ? value.node : undefined;
}

/** A draft that changes or adds what the function does to its parameter (or to Kotlin's `this`) at the path. */
export function inFunction(fn: FunctionExpression, path: readonly string[], isSetter: boolean, context: FixContext): Draft | undefined {
  const { program, text } = context;
  const binding = parameterOf(fn, context);
  const changes = binding === undefined ? [] : changesAt(binding, path);
  const found = isSetter
    ? calledEdits(binding, path, context)
    : changedEdits(program.language === 'kotlin' ? [...changes, ...receiverChanges(fn, context)] : changes, path, context, 0);
  if (found === undefined) return undefined;
  if (found.decided) return drafted(found.edits, path, context);
  const isImplied = fn.params[0] === undefined || fn.params[0].start === fn.params[0].end;
  // Where a Kotlin block does not use `it`, it configures `this`.
  const isReceiver = isImplied && (binding === undefined || !/\bit\b/.test(text.slice(fn.start, fn.end)));
  if (isReceiver && program.language !== 'kotlin') return undefined;
  const target = [...(isReceiver || binding === undefined ? [] : [variableText(binding.name, program.language)]), ...path].join(
    connectorOf(program.language),
  );
  const added = isSetter
    ? `${target}(${onText(context)})`
    : program.language === 'ruby' && binding !== undefined
      ? rubyAssignment(binding.name, path, context)
      : `${target} = ${onText(context)}`;
  const edits = fn.isExpressionBody ? inExpressionBody(fn, binding, { path, isSetter, added }, context) : insertFirst(program, fn, added);
  return edits === undefined ? undefined : drafted([...found.edits, ...edits], path, context);
}

/** Ruby's nested settings are hashes: `config.cookie = { secure: true }`. */
function rubyAssignment(name: string, [first = '', ...rest]: readonly string[], context: FixContext): string {
  return `${name}.${first} = ${newRecord(context.program, 'hash', rest, onText(context))}`;
}

function parameterOf(fn: FunctionExpression, { index }: FixContext): Binding | undefined {
  const [parameter] = fn.params;
  if (parameter === undefined || parameter.target.kind !== 'name') return undefined;
  return index.scopeOf(fn.body).bindings.get(parameter.target.name) ?? index.lookUp(parameter.target.name, index.scopeOf(fn.body));
}

/** Assignments to properties of the object that a block has as `this`. */
export function receiverChanges(fn: FunctionExpression, { index }: FixContext): Change[] {
  return index.assignments.flatMap((node): Change[] => {
    if (index.functionAround(node) !== fn || node.target.kind === 'pattern') return [];
    const path = pathBelow(node.target, fn, index);
    return path === undefined || path.length === 0 ? [] : [{ path, node }];
  });
}

function calledEdits(
  binding: Binding | undefined,
  path: readonly string[],
  context: FixContext,
): { readonly edits: readonly Edit[]; readonly decided: boolean } {
  const calls = (binding?.mutations ?? [])
    .filter((mutation) => mutation.kind === 'call' && mutation.path.join('.') === path.join('.'))
    .map((mutation) => mutation.node as Call);
  return { edits: calls.flatMap((call) => argumentEdit(call, 0, context)), decided: calls.some((call) => isAlways(call, context)) };
}

/** The edit of an argument that is not on yet. */
export function argumentEdit(call: Call, position: number, context: FixContext): Edit[] {
  const given = call.args[position]?.value;
  const edit = given === undefined ? undefined : replacement(given, context);
  return edit === undefined ? [] : [edit];
}

/** `c -> c.path("/")` goes on with `.secure(true)`; C#'s `o => o.A = x` gets a body. */
function inExpressionBody(
  fn: FunctionExpression,
  binding: Binding | undefined,
  { path, isSetter, added }: { path: readonly string[]; isSetter: boolean; added: string },
  context: FixContext,
): Edit[] | undefined {
  const { program, index } = context;
  const body = index.returnsOf(fn)[0]?.value;
  if (body === undefined) return undefined;
  if (isSetter && path.length === 1 && rootOfChain(body, index) === binding)
    return [insertion(body.end, `${connectorOf(program.language)}${path[0]}(${onText(context)})`)];
  return program.language === 'csharp' && body.kind === 'assignment' && body.end === fn.end ? bodied(program, body, added) : undefined;
}

function rootOfChain(body: Expression, index: FixContext['index']): Binding | undefined {
  let at = body;
  while (at.kind === 'call' && at.callee.kind === 'member') at = at.callee.object;
  return at.kind === 'name' ? index.bindingOf(at) : undefined;
}

/** C#: the call has an overload that takes the function nearly always, but that is not known here. */
function withLambda(place: Place & { at: 'lambda' }, call: Call, context: FixContext): Draft | undefined {
  const { program } = context;
  if (program.language !== 'csharp' || place.setter === true || call.args.length > 1) return undefined;
  const edits = appendArgument(call, `options => ${['options', ...place.path].join('.')} = ${onText(context)}`, context);
  return edits === undefined
    ? undefined
    : { edits, title: titleOf(context, place.path), check: 'check that the call takes an options function' };
}
