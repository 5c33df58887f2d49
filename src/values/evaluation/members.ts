/** What a member of a value is, by the kind of the value. */
import type { ClassDeclaration, Expression } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { fieldOf, isAbsent } from '../fields.js';
import { constructorBindings, fieldsOf } from '../instances.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import {
  absent,
  choice,
  operation,
  type EnvironmentValue,
  through,
  unknown,
  type ClassValue,
  type Frame,
  type ListValue,
  type ModuleValue,
  type ObjectValue,
  type Origin,
  type RecordValue,
  type Value,
} from '../value.js';
import { registeredSettings } from './bound-settings.js';
import { classMember, methodOfStruct } from './class-members.js';
import { setElsewhere } from './go-assignments.js';
import { promotedField } from './go-embedded.js';
import { memberOfGoParameter } from './go-receivers.js';
import { joinModule } from './modules.js';
import { memberOutside, pathOfValue } from './outside.js';
import { orOverridden } from './overridden.js';
import { fieldOfSettings } from './settings.js';

/** A place that reads a member. */
export interface Reading {
  readonly evaluator: Evaluator;
  readonly origin: Origin;
  readonly frame: Frame | undefined;
  /** The expression that reads it. */
  readonly use: Expression | undefined;
}

export function memberOf(object: Value, property: string, reading: Reading): Value {
  const { evaluator, origin } = reading;
  const outside = (): Value => memberOutside(object, property, origin, evaluator);
  switch (object.kind) {
    case 'module':
      return ofModule(object, property, reading);
    case 'class':
      return ofClass(object, property, reading) ?? outside();
    case 'object':
      return ofObject(object, property, evaluator) ?? outside();
    case 'record':
    case 'list':
      return ofData(object, property, reading);
    case 'choice': {
      // Each branch counts: a value of many branches is dear to whoever asks for its members one after the other.
      if (!evaluator.budget.step()) return unknown('the code around it is too large to follow', origin);
      const inner = { ...reading, use: undefined };
      return choice(object.test, memberOf(object.consequent, property, inner), memberOf(object.alternate, property, inner), origin);
    }
    case 'known':
      return object.value === undefined || object.value === null ? absent(origin) : outside();
    case 'parameter':
      return memberOfGoParameter(object, property, evaluator, reading.frame) ?? outside();
    default:
      return outside();
  }
}

function ofModule({ program }: ModuleValue, property: string, { evaluator, origin }: Reading): Value {
  const value = evaluator.exportOf(program, property);
  if (value !== undefined) return through(setElsewhere(program, property, value, evaluator), origin);
  const submodule = evaluator.links.moduleOf(program, joinModule('.', property, program));
  return submodule === undefined ? unknown(`${property} is not exported there`, origin) : { kind: 'module', program: submodule, origin };
}

function ofClass(object: ClassValue, property: string, { evaluator, origin, frame, use }: Reading): Value | undefined {
  const { node, program } = object;
  const settings = object.settings ?? (isInside(use, object, evaluator) ? undefined : registeredSettings(object, evaluator));
  const setting = settings === undefined ? undefined : fieldOfSettings(object, settings, property, origin, evaluator);
  if (setting !== undefined) return setting;
  const context = new Context(evaluator, program, frame);
  const own = classMember(node, property, context, use);
  return (
    (own === undefined ? undefined : orOverridden(own, node, property, use, context)) ??
    evaluator.definedElsewhere(program, `${qualifiedName(node, evaluator.indexOf(program))}.${property}`)
  );
}

/** Whether a class's own code reads the member. */
const isInside = (use: Expression | undefined, { node, program }: ClassValue, evaluator: Evaluator): boolean =>
  use !== undefined && evaluator.indexOf(program).classAround(use) === node;

/** The name of a class with those of the classes and modules around it. */
function qualifiedName(node: ClassDeclaration, index: ProgramIndex): string {
  const names = [node.name];
  for (let at = index.parent(node); at !== undefined; at = index.parent(at)) if (isKind(at, 'class-declaration')) names.unshift(at.name);
  return names.join('.').replaceAll('::', '.');
}

/** A field that was set on an object, or a member of the class of the repository that it is an instance of. */
function ofObject(object: ObjectValue, property: string, evaluator: Evaluator): Value | undefined {
  const field = fieldOf(object.fields, property);
  if (isAbsent(field)) return ofInstance(object, property, evaluator);
  // A file that its fields were filled from may have it or not.
  if (field.kind !== 'choice' || object.instanceOf === undefined || !mayBeAbsent(field)) return field;
  const own = ofInstance(object, property, evaluator);
  return own === undefined ? field : choice(operation('defined', [field], field.origin), field, own, field.origin);
}

const mayBeAbsent = (value: Value): boolean => (value.kind === 'choice' ? mayBeAbsent(value.alternate) : isAbsent(value));

/** A member of the class that an object is an instance of. */
function ofInstance(object: ObjectValue, property: string, evaluator: Evaluator): Value | undefined {
  if (object.instanceOf === undefined) return undefined;
  if (property === '__dict__') return fieldsOf(object, evaluator);
  const settings = registeredSettings(object.instanceOf, evaluator);
  const setting = settings === undefined ? undefined : fieldOfSettings(object.instanceOf, settings, property, object.origin, evaluator);
  if (setting !== undefined) return setting;
  const self: Frame = {
    bindings: constructorBindings(object, evaluator),
    parent: object.frame,
    self: object,
    depth: (object.frame?.depth ?? 0) + 1,
  };
  return classMember(object.instanceOf.node, property, new Context(evaluator, object.instanceOf.program, self));
}

/** What a module or class that is a part of a record gives: one that the file has set something of. */
function ofSpreadModule(value: Value, { evaluator, origin }: Pick<Reading, 'evaluator' | 'origin'>): Value {
  if (value.kind === 'choice')
    return choice(
      value.test,
      ofSpreadModule(value.consequent, { evaluator, origin }),
      ofSpreadModule(value.alternate, { evaluator, origin }),
      value.origin,
    );
  if (value.kind !== 'operation' || value.operator !== 'field') return value;
  const [module, key] = value.operands;
  return (module?.kind === 'module' || module?.kind === 'class') && key?.kind === 'known'
    ? evaluator.memberOf(module, String(key.value), origin)
    : value;
}

/** How many items a list has. */
const LENGTHS = new Set(['length', 'size', 'Length', 'Count', 'count']);

function ofData(object: RecordValue | ListValue, property: string, { evaluator, origin }: Reading): Value {
  if (object.kind === 'list' && LENGTHS.has(property)) return operation('length', [object], origin);
  // A map of JavaScript is the record of its entries.
  if (property === 'size' && origin.program.language === 'javascript' && isAbsent(fieldOf(object, property)))
    return operation('length', [object], origin);
  const value = ofSpreadModule(fieldOf(object, property), { evaluator, origin });
  const method = isAbsent(value) && object.kind === 'record' ? methodOfStruct(object, property, evaluator) : undefined;
  if (method !== undefined) return method;
  const promoted = isAbsent(value) && object.kind === 'record' ? promotedField(object, property, evaluator) : undefined;
  if (promoted !== undefined) return promoted;
  const path = value.kind === 'operation' ? pathOfValue(value) : undefined;
  const recognised = path === undefined ? undefined : evaluator.recognise(path, origin);
  if (recognised === undefined) return value;
  return object.kind === 'record' && recognised.kind === 'environment'
    ? overDefaults(object, property, recognised, value, { evaluator, origin })
    : recognised;
}

/** `{ ...defaults, ...process.env }`: where the variable is not set, what stands before it in the record. */
function overDefaults(
  object: RecordValue,
  property: string,
  variable: EnvironmentValue,
  read: Value,
  { evaluator, origin }: Pick<Reading, 'evaluator' | 'origin'>,
): Value {
  const [container] = read.kind === 'operation' ? read.operands : [];
  const at = object.parts.findLastIndex((part) => part.kind === 'spread' && part.value === container);
  if (at < 0) return variable;
  const before = ofSpreadModule(fieldOf({ ...object, parts: object.parts.slice(0, at) }, property), { evaluator, origin });
  const { required, ...optional } = variable;
  void required;
  return isAbsent(before) ? variable : choice(operation('defined', [optional], origin), optional, before, origin);
}
