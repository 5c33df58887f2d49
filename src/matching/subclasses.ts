/** What a class of the repository that derives from a library's does to its own instances while they are made. */
import type { Call, ClassDeclaration, Node } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldAt, isAbsent } from '../values/fields.js';
import { guardsOf } from '../values/guards.js';
import { constructorBindings } from '../values/instances.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { choice, type ClassValue, type Frame, type ObjectValue, type Value } from '../values/value.js';

/** How many classes of the repository are looked at, one above the other. */
const MAX_CLASSES = 8;
const SELF = new Set(['this', 'super', 'self', 'base']);
/** How a constructor calls that of the class above. */
const DELEGATION = new Set(['super', 'base']);

/** A value that a setter is given there, under its condition. */
export interface SetByClass {
  readonly value: Value;
  readonly guard: Value | undefined;
}

/** What the constructors and initialisers give to a setter (or to one of its properties), in order, those of the classes above first. */
export function setWhileMade(
  object: ObjectValue,
  { methods, properties }: { readonly methods: readonly string[]; readonly properties: readonly string[] },
  evaluator: Evaluator,
): SetByClass[] {
  const { instanceOf } = object;
  if (instanceOf === undefined) return [];
  const frame: Frame = { bindings: constructorBindings(object, evaluator), parent: undefined, self: object, depth: 1 };
  return classesOf(instanceOf, evaluator)
    .reverse()
    .flatMap(({ node, program }) => {
      const index = evaluator.indexOf(program);
      const calls = index.calls.flatMap((call) =>
        isOfSelf(call.callee, methods) && call.args[0] !== undefined ? [{ at: call, written: call.args[0].value }] : [],
      );
      const assignments = index.assignments.flatMap((assignment) =>
        isOfSelf(assignment.target, properties) ? [{ at: assignment, written: assignment.value }] : [],
      );
      return [...calls, ...assignments]
        .filter(({ at }) => isWhileMade(at, node, index))
        .sort((a, b) => a.at.start - b.at.start)
        .map(({ at, written }) => ({
          value: evaluator.evaluate(written, program, frame),
          guard: evaluator.conjunction(guardsOf(at, undefined, index, { earlyExits: false }), program, frame),
        }));
    });
}

/** What is at a path of a value; where nobody wrote it, what the class of the value, which derives from a library's, writes while it is made. */
export function fieldOfMade(value: Value, path: readonly string[], evaluator: Evaluator): Value {
  const field = fieldAt(value, path);
  const [property] = path;
  if (!isAbsent(field) || value.kind !== 'object' || property === undefined) return field;
  const made = setWhileMade(value, { methods: [], properties: [property] }, evaluator).reduce<Value>(
    (before, { value: given, guard }) => (guard === undefined ? given : choice(guard, given, before, given.origin)),
    field,
  );
  return isAbsent(made) ? field : fieldAt(made, path.slice(1));
}

/** What the constructor of the class hands to the library's: the arguments of `super("name", value)`. */
export function givenToBase(object: ObjectValue, position: number, evaluator: Evaluator): Value | undefined {
  const { instanceOf } = object;
  if (instanceOf === undefined) return undefined;
  const frame: Frame = { bindings: constructorBindings(object, evaluator), parent: undefined, self: object, depth: 1 };
  const top = classesOf(instanceOf, evaluator).at(-1)!;
  const index = evaluator.indexOf(top.program);
  const call = index.calls.find((one) => isDelegation(one.callee) && index.classAround(one) === top.node);
  const written = call?.args[position]?.value;
  return written === undefined ? undefined : evaluator.evaluate(written, top.program, frame);
}

/** `super(…)`, `base(…)`, and by the constructor's name: `super().__init__(…)`, `parent::__construct(…)`. */
function isDelegation(callee: Call['callee']): boolean {
  if (!isKind(callee, 'member')) return isKind(callee, 'name') && DELEGATION.has(callee.name);
  const { object, property } = callee;
  const above = isKind(object, 'call') ? object.callee : object;
  return /^__(?:init|construct)(?:__)?$/.test(property) && isKind(above, 'name') && DELEGATION.has(above.name);
}

/** The class and those of the repository that it derives from. */
function classesOf(made: ClassValue, evaluator: Evaluator): ClassValue[] {
  const found = [made];
  for (const { node, program } of found) {
    const base = node.bases
      .map((one) => evaluator.evaluate(one, program))
      .find((one): one is ClassValue => one.kind === 'class' && found.every((other) => other.node !== one.node));
    if (base !== undefined && found.length < MAX_CLASSES) found.push(base);
  }
  return found;
}

function isOfSelf(reference: Node, names: readonly string[]): boolean {
  if (isKind(reference, 'name')) return names.includes(reference.name);
  if (!isKind(reference, 'member') || !names.includes(reference.property)) return false;
  return reference.object.kind === 'name' && SELF.has(reference.object.name);
}

/** In a constructor or in the body of the class itself. */
function isWhileMade(at: Node, made: ClassDeclaration, index: ProgramIndex): boolean {
  if (index.classAround(at) !== made) return false;
  const fn = index.functionAround(at);
  const declared = fn === undefined ? undefined : index.parent(fn);
  if (fn === undefined || fn.start < made.start) return true;
  return isKind(declared, 'function-declaration') && (declared.name === made.name || /^(?:constructor|init|__init__)$/.test(declared.name));
}
