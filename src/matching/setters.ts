/** What setters were given: of a library object, and of what a getter gives again and again. */
import type { Expression, Node } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldOf, isAbsent } from '../values/fields.js';
import { guardsOf } from '../values/guards.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import { absent, choice, known, originOf, unknown, type HistoryEntry, type ObjectValue, type Value } from '../values/value.js';
import { afterBody } from './configuring-functions.js';
import type { Matched } from './matched.js';
import { holderOf, outermost } from './objects.js';
import { setWhileMade } from './subclasses.js';
import type { Place } from './surface.js';

/** The last value that the file gives to a setter of what the same getter gives, wherever it is called again. */
export function setRepeatedly(
  { methods, getter }: Place & { at: 'repeated' },
  { node, program, frame }: Matched,
  evaluator: Evaluator,
): { value: Value; written: Expression } | undefined {
  const index = evaluator.indexOf(program);
  const wanted =
    getter?.replace(/^get(?=[A-Z])/, '').toLowerCase() ??
    getterOf(isKind(node, 'assignment') && isKind(node.target as Node, 'member') ? (node.target as MemberExpression).object : node);
  const properties = methods.flatMap(propertiesOf);
  const held = getter === undefined ? undefined : holderOf(outermost(node, index), index)?.binding;
  let found: { value: Value; written: Expression } | undefined;
  const fold = (at: Node, written: Expression): void => {
    const value = evaluator.evaluate(written, program, frame);
    const guard = evaluator.conjunction(guardsOf(at, undefined, index, { earlyExits: false }), program, frame);
    found = {
      value: guard === undefined ? value : choice(guard, value, found?.value ?? absent(originOf(program, node)), value.origin),
      written,
    };
  };
  for (const at of [...index.calls, ...index.assignments].sort((a, b) => a.start - b.start)) {
    const written = at.kind === 'call' ? at.args[0]?.value : at.value;
    const callee = at.kind === 'call' ? at.callee : at.target;
    if (written === undefined || callee.kind !== 'member' || !(at.kind === 'call' ? methods : properties).includes(callee.property))
      continue;
    const { object } = callee;
    const got = (object.kind === 'name' ? index.bindingOf(object)?.writes[0]?.value : undefined) ?? object;
    if (getterOf(got) === wanted && !isOfAnother(got, held, index)) fold(at, written);
  }
  return found;
}

/** Whether a getter is asked of another variable than the one that holds the made object: two managers in one file have a cookie each. */
function isOfAnother(got: Node, held: Binding | undefined, index: ProgramIndex): boolean {
  const member = isKind(got, 'call') ? got.callee : got;
  const of = isKind(member, 'member') && member.object.kind === 'name' ? index.bindingOf(member.object) : undefined;
  return held !== undefined && of !== undefined && of !== held;
}

type MemberExpression = Extract<Expression, { kind: 'member' }>;

/** `getSessionCookieConfig` of `x.getSessionCookieConfig()` and of Kotlin's `x.sessionCookieConfig`. */
function getterOf(node: Node): string | undefined {
  const member = isKind(node, 'call') ? node.callee : node;
  const name = isKind(member, 'member') ? member.property : isKind(member, 'name') ? member.name : undefined;
  return name?.replace(/^get(?=[A-Z])/, '').toLowerCase();
}

/** The Kotlin and Groovy properties of a setter: `secure` or `isSecure` of `setSecure`. */
export function propertiesOf(method: string): string[] {
  const name = /^set([A-Z].*)$/.exec(method)?.[1];
  return name === undefined ? [] : [name.charAt(0).toLowerCase() + name.slice(1), `is${name}`];
}

export function setterValue(
  object: Value,
  place: {
    readonly methods: readonly string[];
    readonly argument?: number;
    readonly implied?: boolean;
    readonly first?: string;
    readonly configures?: readonly string[];
    readonly only?: boolean;
  },
  none: Value,
  evaluator: Evaluator,
): Value {
  if (object.kind === 'choice')
    return choice(
      object.test,
      setterValue(object.consequent, place, none, evaluator),
      setterValue(object.alternate, place, none, evaluator),
      object.origin,
    );
  if (object.kind !== 'object')
    return object.kind === 'record' || object.kind === 'known' ? none : unknown('the object could not be followed', object.origin);
  let value = place.first === undefined && place.configures === undefined ? setByClass(object, place.methods, none, evaluator) : none;
  for (const entry of object.history) {
    if (!place.methods.includes(entry.method) || (place.first !== undefined && !isText(entry.args[0], place.first))) continue;
    const next =
      place.configures === undefined
        ? (entry.args[place.argument ?? 0] ?? known(true, entry.origin))
        : setInside(entry, place.configures, value, evaluator);
    if (place.only !== undefined && !(next.kind === 'known' && next.value === place.only)) continue;
    const { guard } = entry;
    value = guard === undefined ? next : choice(guard, next, value, entry.origin);
  }
  // Kotlin and Groovy write setters as properties.
  if (isAbsent(value)) {
    for (const name of place.methods.flatMap(propertiesOf)) {
      const field = fieldOf(object.fields, name);
      if (!isAbsent(field)) return field;
    }
  }
  return value;
}

/** What the object's own class, which derives from the library's, sets while it is made. */
function setByClass(object: ObjectValue, methods: readonly string[], none: Value, evaluator: Evaluator): Value {
  if (object.instanceOf === undefined) return none;
  const properties = methods.flatMap(propertiesOf);
  return setWhileMade(object, { methods, properties }, evaluator).reduce(
    (before, { value, guard }) => (guard === undefined ? value : choice(guard, value, before, value.origin)),
    none,
  );
}

/** What a function that is handed to a setter does to its parameter. */
function setInside(entry: HistoryEntry, methods: readonly string[], before: Value, evaluator: Evaluator): Value {
  const [given] = entry.args;
  const block = entry.call.block;
  const fn =
    given?.kind === 'function' ? given : block === undefined ? undefined : { node: block, program: entry.origin.program, frame: undefined };
  const configured = fn === undefined ? undefined : afterBody(fn.node, fn.program, fn.frame, entry.call, evaluator);
  return configured === undefined
    ? unknown('the function could not be followed', entry.origin)
    : setterValue(configured, { methods }, before, evaluator);
}

const isText = (value: Value | undefined, text: string): boolean =>
  value?.kind === 'known' && typeof value.value === 'string' && value.value.toLowerCase() === text.toLowerCase();
