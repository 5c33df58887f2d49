/** What a method does to the instance that it is called on: `builder.secure(true)`, whose body writes `this.options.secure`. */
import type { Assignment, Call, Expression, FunctionExpression, LanguageId } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { emptyRecord, fieldOf, isAbsent, withField } from '../fields.js';
import { folded } from '../folded.js';
import { guardsOf } from '../guards.js';
import { constructorBindings } from '../instances.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { isKind } from '../program-index.js';
import { absent, unknown, type Frame, type FunctionValue, type ObjectValue, type Value } from '../value.js';
import { under } from './conditions.js';
import { MAX_DEPTH } from './handovers.js';
import { assigned } from './writes.js';

const LANGUAGES = new Set<LanguageId>(['javascript', 'python', 'php']);
const CONSTRUCTORS = new Set(['constructor', '__init__', '__construct']);

/** The instance after a call of one of its methods; the same where the method writes nothing of it. */
export function afterOwnMethod(object: ObjectValue, fn: FunctionValue, call: Call, context: Context): ObjectValue {
  const { evaluator } = context;
  if (object.instanceOf === undefined || !LANGUAGES.has(context.language) || (context.frame?.depth ?? 0) >= MAX_DEPTH) return object;
  const index = evaluator.indexOf(fn.program);
  const writes = index.assignments.filter(
    (one) => one.start >= fn.node.start && one.end <= fn.node.end && index.functionAround(one) === fn.node && isOwn(one.target),
  );
  if (writes.length === 0) return object;
  const bindings = bindParameters(
    fn,
    givenArguments(call, ({ value }) => context.evaluate(value)),
    context.origin(call),
  );
  return writes.reduce<ObjectValue>((held, write) => {
    const frame: Frame = { bindings, parent: fn.frame, self: held, depth: (context.frame?.depth ?? 0) + 1 };
    return written(held, write, fn, new Context(evaluator, fn.program, frame));
  }, object);
}

const isOwn = (target: Assignment['target']): boolean => {
  let at: Assignment['target'] = target;
  while (at.kind === 'member' || at.kind === 'subscript') at = at.object;
  return at.kind === 'name' && at.name === 'this' && at !== target;
};

/** The keys below the object; undefined where one is not known. */
function pathOf(target: Expression, context: Context): readonly string[] | undefined {
  const path: string[] = [];
  let at = target;
  for (; at.kind === 'member' || at.kind === 'subscript'; at = at.object) {
    const key = at.kind === 'member' ? undefined : folded(context.evaluate(at.index));
    if (key !== undefined && key.kind !== 'known') return undefined;
    path.unshift(at.kind === 'member' ? at.property : String(key?.value));
  }
  return path;
}

function written(object: ObjectValue, write: Assignment, { node }: FunctionValue, context: Context): ObjectValue {
  const { index, evaluator, program, frame } = context;
  const origin = context.origin(write);
  const path = write.target.kind === 'pattern' ? undefined : pathOf(write.target, context);
  const [field, ...below] = path ?? [];
  if (field === undefined) return object;
  const when = (): Value | undefined => evaluator.conjunction(guardsOf(write, node, index, { earlyExits: true }), program, frame);
  const own = fieldOf(object.fields, field);
  const before = isAbsent(own) ? beginningOf(object, field, evaluator) : own;
  const change = (old: Value): Value => under(when, assigned(write, old, context), old, origin);
  const next = below.length === 0 ? change(before) : withField(isAbsent(before) ? emptyRecord(origin) : before, below, origin, change);
  return { ...object, fields: { ...object.fields, parts: [...object.fields.parts, { kind: 'field', key: field, value: next }] } };
}

/** What a field holds once the instance is made. */
function beginningOf(object: ObjectValue, field: string, evaluator: Evaluator): Value {
  const { instanceOf } = object;
  if (instanceOf === undefined) return absent(object.origin);
  const index = evaluator.indexOf(instanceOf.program);
  const binding = index.classScope(instanceOf.node)?.bindings.get(field);
  if (binding === undefined)
    return instanceOf.node.bases.length > 0 ? unknown('a class above may set it', object.origin) : absent(object.origin);
  const isBeginning = (around: FunctionExpression | undefined): boolean => {
    const declaration = around === undefined ? undefined : index.parent(around);
    return around === undefined || (isKind(declaration, 'function-declaration') && CONSTRUCTORS.has(declaration.name));
  };
  const frame: Frame = {
    bindings: constructorBindings(object, evaluator),
    parent: object.frame,
    self: object,
    depth: (object.frame?.depth ?? 0) + 1,
  };
  const last = binding.writes.findLast((one) => one.value !== undefined && isBeginning(index.functionAround(one.node)));
  if (last?.value === undefined || last.path.length > 0) return absent(object.origin);
  const isPlain =
    index.functionAround(last.node) === undefined ||
    guardsOf(last.node, index.functionAround(last.node), index, { earlyExits: true }).length === 0;
  return isPlain
    ? evaluator.evaluate(last.value, instanceOf.program, frame)
    : unknown('a condition decides what it begins as', object.origin);
}
