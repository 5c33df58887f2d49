/** What the methods of a struct (Go, Rust) do to the struct that they are called on: `settings.SetSecure(false)`. */
import type { Assignment, Call, Expression, FunctionExpression, LanguageId, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { fieldAt, withField } from '../fields.js';
import { guardsOf } from '../guards.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { isKind } from '../program-index.js';
import type { Frame, FunctionValue, RecordValue, Value } from '../value.js';
import { methodOfStruct } from './class-members.js';
import { under, type When } from './conditions.js';
import { MAX_DEPTH } from './handovers.js';
import { pathBelow } from './object-blocks.js';
import { assigned } from './writes.js';

/** A receiver that is the caller's struct itself; of any other the method has a copy, or is lent it to read. */
const SHARED: Partial<Record<LanguageId, RegExp>> = { go: /^func\s*\(\s*(?:\w+\s*)?\*/, rust: /\(\s*&\s*(?:'\w+\s+)?mut\s+self\b/ };

/** The struct after the call, which happens under a condition; undefined where the method leaves it as it is. */
export function afterStructMethod(struct: RecordValue, method: string, call: Call, when: When, context: Context): Value | undefined {
  if (SHARED[context.language] === undefined || (context.frame?.depth ?? 0) >= MAX_DEPTH) return undefined;
  const fn = methodOfStruct(struct, method, context.evaluator);
  if (fn?.kind !== 'function' || !isShared(fn, context)) return undefined;
  const origin = context.origin(call);
  const bindings = bindParameters(
    fn,
    givenArguments(call, ({ value }) => context.evaluate(value)),
    origin,
  );
  const changed = leftBy(fn, struct, { bindings, parent: undefined, depth: (context.frame?.depth ?? 0) + 1 }, context);
  return changed === struct ? undefined : under(when, changed, struct, origin);
}

function isShared({ node, program }: FunctionValue, { evaluator }: Context): boolean {
  const declaration = evaluator.indexOf(program).parent(node);
  const head = isKind(declaration, 'function-declaration') ? program.text.slice(declaration.start, node.body.start) : '';
  return SHARED[program.language]?.test(head) === true;
}

/** Each change in turn, with the struct as the changes before left it. */
function leftBy({ node, program }: FunctionValue, struct: Value, frame: Frame, { evaluator }: Context): Value {
  const index = evaluator.indexOf(program);
  const events = eventsIn(node, [...index.assignments, ...index.calls], (one) => index.functionAround(one));
  return events.reduce((value, event) => {
    const inside = new Context(evaluator, program, { ...frame, self: value });
    const when: When = () => evaluator.conjunction(guardsOf(event, node, index, { earlyExits: true }), program, inside.frame);
    return event.kind === 'assignment'
      ? afterAssignment(value, event, node, when, inside)
      : afterCallInside(value, event, node, when, inside);
  }, struct);
}

const eventsIn = (
  fn: FunctionExpression,
  all: readonly (Assignment | Call)[],
  around: (node: Node) => FunctionExpression | undefined,
): readonly (Assignment | Call)[] =>
  all.filter((node) => node.start >= fn.start && node.end <= fn.end && around(node) === fn).sort((a, b) => a.start - b.start);

function afterAssignment(value: Value, assignment: Assignment, fn: FunctionExpression, when: When, context: Context): Value {
  const { target } = assignment;
  const path = target.kind === 'member' ? pathOfReceiver(target, fn, context) : undefined;
  if (path === undefined) return value;
  const origin = context.origin(assignment);
  return withField(value, path, origin, (before) => under(when, assigned(assignment, before, context), before, origin));
}

/** A method that calls another one of the struct, or of a part of it. */
function afterCallInside(value: Value, call: Call, fn: FunctionExpression, when: When, context: Context): Value {
  const path = call.callee.kind === 'member' ? pathOfReceiver(call.callee, fn, context) : undefined;
  const [method, part] = [path?.at(-1), path?.slice(0, -1)];
  if (method === undefined || part === undefined) return value;
  const held = fieldAt(value, part);
  const changed = held.kind === 'record' ? afterStructMethod(held, method, call, when, context) : undefined;
  if (changed === undefined) return value;
  return part.length === 0 ? changed : withField(value, part, context.origin(call), () => changed);
}

/** The names below the receiver, which is lowered to `this`. */
function pathOfReceiver(target: Expression, fn: FunctionExpression, { index }: Context): readonly string[] | undefined {
  let at = target;
  while (at.kind === 'member') at = at.object;
  const path = at.kind === 'name' && at.name === 'this' ? pathBelow(target, fn, index) : undefined;
  return path === undefined || path.length === 0 ? undefined : path;
}
