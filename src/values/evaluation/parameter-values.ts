/** What a parameter holds: what the call gives, what the framework fills in, or a parameter that no caller has bound. */
import type { ClassDeclaration, Expression, Name, Parameter, Pattern } from '../../syntax/ir.js';
import { holdsConfiguration } from '../configuration-classes.js';
import type { Context } from '../context.js';
import { fieldOf, isAbsent } from '../fields.js';
import { requestAt } from '../handler-parameters.js';
import { isKind, type Binding } from '../program-index.js';
import { restOf } from '../rest.js';
import { choice, known, operation, type Frame, type Origin, type ParameterValue, type Value } from '../value.js';
import { givenByReceiver } from './callback-parameters.js';
import { withDefault } from './defaults.js';
import { commandOption } from './command-options.js';
import { dependency } from './dependencies.js';
import { registeredSettings } from './bound-settings.js';
import { containerArgument, filledIn, injected } from './filled-in.js';
import { isRead } from './rust-structs.js';
import { classOfType } from './types.js';

/** Languages in which the type of a parameter tells whether configuration fills it in. */
const CONFIGURED_BY_TYPE = new Set(['go', 'csharp', 'rust']);

export function valueOfParameter(binding: Binding, parameter: Parameter, place: Origin, context: Context): Value {
  const given = boundValue(context.frame, parameter.target) ?? injected(parameter.decorators, context);
  // Whoever runs a command gives its parameters, not the call without arguments that starts it.
  const option = given === undefined || isAbsent(given) ? commandOption(binding, parameter, place, context) : undefined;
  if (option !== undefined) return option;
  return given === undefined ? openValue(binding, parameter, place, context) : givenValue(binding, parameter, given, place, context);
}

/** What is bound to a parameter by the calls that are being followed, or to the variable of a loop by the item that is. */
export function boundValue(frame: Frame | undefined, target: Name | Pattern): Value | undefined {
  for (let at = frame; at !== undefined; at = at.parent) {
    const value = at.bindings.get(target);
    if (value !== undefined) return value;
  }
  return undefined;
}

function givenValue(binding: Binding, parameter: Parameter, given: Value, place: Origin, context: Context): Value {
  const fallback = parameter.default;
  const whole =
    fallback === undefined
      ? given
      : isAbsent(given)
        ? context.evaluate(fallback)
        : withDefault(given, () => context.evaluate(fallback), place);
  if (parameter.target.kind === 'name') return whole;
  const path = patternPath(parameter.target, binding.name);
  if (path === undefined) return whole;
  if (isRest(path)) return restOf(whole, parameter.target, place);
  const inner = path.keys.reduce<Value>((at, key) => context.evaluator.memberOf(at, String(key), place, context.frame), whole);
  return path.fallback === undefined ? inner : withDefault(inner, () => context.evaluate(path.fallback!), place);
}

/** A parameter that no call has bound. */
function openValue(binding: Binding, parameter: Parameter, place: Origin, context: Context): Value {
  const typed =
    filledIn(parameter.typeName, place, context) ??
    dependency(parameter, place, context) ??
    argumentOfService(binding, context) ??
    constructorProperty(binding, place, context);
  if (typed !== undefined) return typed;
  const { program, language } = context;
  const given = binding.parameterOf === undefined ? ofInstance(binding.name, context.frame) : undefined;
  if (given !== undefined) return given;
  if (binding.parameterOf === undefined)
    return (
      (language === 'javascript' ? classOfType(parameter.typeName, context) : undefined) ?? {
        kind: 'symbol',
        path: binding.name,
        origin: place,
      }
    );
  const called = parameter.target.kind === 'name' ? givenByReceiver(binding, context) : undefined;
  if (called !== undefined) return called;
  const type = CONFIGURED_BY_TYPE.has(language) ? classOfType(parameter.typeName, context) : undefined;
  if (
    type !== undefined &&
    ((language === 'rust' ? isRead(type.node) : holdsConfiguration(type.node)) || registeredSettings(type, context.evaluator) !== undefined)
  )
    return { ...type, origin: place };
  const own: ParameterValue = { kind: 'parameter', name: binding.name, function: binding.parameterOf, program, origin: place };
  const path = parameter.target.kind === 'pattern' ? patternPath(parameter.target, binding.name) : undefined;
  // A default is only what callers get who pass nothing: the parameter stays open.
  if (path === undefined) return orDefault(own, parameter.default, place, context);
  if (isRest(path) && parameter.target.kind === 'pattern') return restOf(own, parameter.target, place);
  const request =
    language === 'javascript' ? requestAt(binding.parameterOf, binding.parameterOf.params.indexOf(parameter), context.index) : undefined;
  const ofRequest = request === undefined ? undefined : context.evaluator.recognise([request, ...path.keys].join('.'), place, false);
  if (ofRequest !== undefined) return ofRequest;
  const part = path.keys.reduce<Value>((at, key) => operation('field', [at, known(String(key), place)], place), own);
  return orDefault(part, path.fallback, place, context);
}

/** What the instance whose code runs was made with, for a parameter of its class. */
function ofInstance(name: string, frame: Frame | undefined): Value | undefined {
  for (let at = frame; at !== undefined; at = at.parent) {
    if (at.self?.kind !== 'object') continue;
    const value = fieldOf(at.self.fields, name);
    return isAbsent(value) ? undefined : value;
  }
  return undefined;
}

const orDefault = (value: Value, fallback: Expression | undefined, place: Origin, context: Context): Value =>
  fallback === undefined ? value : choice(operation('defined', [value], place), value, context.evaluate(fallback), place);

/** The constructors whose parameters may be fields. */
const PROMOTING: Readonly<Record<string, string>> = { javascript: 'constructor', php: '__construct' };

/** TypeScript's `constructor(private secure: boolean)`, PHP's `__construct(private bool $secure)`: the field is what the constructor was given. */
function constructorProperty(binding: Binding, place: Origin, context: Context): Value | undefined {
  const maker = PROMOTING[context.language];
  if (binding.parameterOf !== undefined || maker === undefined) return undefined;
  const made = context.index.classScope(binding.scope.node as ClassDeclaration)?.bindings.get(maker)?.function?.function;
  const parameter = made?.params.find((one) => one.target.kind === 'name' && one.target.name === binding.name);
  if (made === undefined || parameter === undefined) return undefined;
  const given = boundValue(context.frame, parameter.target);
  if (given !== undefined) return givenValue(binding, parameter, given, place, context);
  const own: ParameterValue = { kind: 'parameter', name: binding.name, function: made, program: context.program, origin: place };
  return (
    groupOfType(parameter.typeName, context) ??
    classOfType(parameter.typeName, context) ??
    orDefault(own, parameter.default, place, context)
  );
}

/** A parameter of a constructor, or the property that it promotes, that the container's configuration gives a value. */
function argumentOfService({ name, parameterOf, scope }: Binding, context: Context): Value | undefined {
  if (parameterOf === undefined)
    return scope.kind === 'class' ? containerArgument(name, scope.node as ClassDeclaration, context) : undefined;
  const made = context.index.parent(parameterOf);
  return isKind(made, 'function-declaration') && made.name === '__construct'
    ? containerArgument(name, context.index.classAround(made), context)
    : undefined;
}

/** What an injected group of the configuration is: the registration that its type names. */
function groupOfType(typeName: string | undefined, context: Context): Value | undefined {
  const name = context.idioms.registeredConfiguration?.type.exec(typeName ?? '')?.[1];
  const binding = name === undefined ? undefined : context.index.root.bindings.get(name);
  return binding === undefined ? undefined : context.evaluator.valueOfBinding(binding, context.program);
}

interface PatternPath {
  readonly keys: readonly (string | number)[];
  readonly fallback?: Expression;
}

const isRest = (path: PatternPath): boolean => path.keys.length === 1 && path.keys[0] === '...';

/** The keys between a destructured value and the name that a pattern gives to a part of it. */
function patternPath(pattern: Pattern, name: string): PatternPath | undefined {
  for (const element of pattern.elements) {
    if (element.target.kind === 'name') {
      if (element.target.name === name)
        return { keys: [element.key], ...(element.default === undefined ? {} : { fallback: element.default }) };
    } else {
      const inner = patternPath(element.target, name);
      if (inner !== undefined) return { ...inner, keys: [element.key, ...inner.keys] };
    }
  }
  return undefined;
}
