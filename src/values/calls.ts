/** What a call evaluates to: a value of the environment or the request, the result of a function of the repository, or a library object. */
import { folded } from './folded.js';
import { pathPattern } from './path-pattern.js';
import type { Call, Expression, FunctionDeclaration, LanguageId, Program, Return } from '../syntax/ir.js';
import { ofFunctionMethod } from './bound-functions.js';
import { declaredDefault, dugUp, isSettingRead, ofSection, registered } from './configuration-calls.js';
import { CELL, isCell } from './cells.js';
import { Context } from './context.js';
import { parsedOption } from './data-files.js';
import { parsedValue } from './environment-schemas.js';
import { boundClass, namedOptions } from './evaluation/bound-settings.js';
import { ALWAYS } from './evaluation/conditions.js';
import { afterProgram } from './evaluation/environment-writes.js';
import { afterExtension } from './evaluation/extensions.js';
import { afterBlock, afterReceiverBlock } from './evaluation/object-blocks.js';
import { overridingMethods } from './evaluation/overridden.js';
import { overloaded } from './evaluation/overloads.js';
import { constantByName } from './evaluation/php-constants.js';
import { whereTrue } from './evaluation/lists.js';
import { afterInstanceMethod } from './evaluation/instance-methods.js';
import { afterStructMethod } from './evaluation/struct-methods.js';
import { pathOfValue, schemaReader } from './evaluation/outside.js';
import { choiceOfEntries, mergedArguments } from './evaluation/records.js';
import { isMadeOutside, ofRustType } from './evaluation/rust-structs.js';
import { requiredBy } from './evaluation/whole-files.js';
import type { Evaluator } from './evaluator.js';
import { fieldOf, isAbsent } from './fields.js';
import { argumentValue, recogniseCall, settingCall } from './idiom-match.js';
import { constructorFields, hasConstructor } from './instances.js';
import { ofHash } from './hash-methods.js';
import { ofList } from './list-functions.js';
import { afterOwnMethod } from './evaluation/own-methods.js';
import { afterPromise } from './promises.js';
import { comprehension } from './evaluation/comprehensions.js';
import { callable } from './sequence-functions.js';
import { keysIn, pairsIn, valuesIn } from './sequences.js';
import { blockOf, givenArguments, givenAt } from './parameters.js';
import { isOfRequest } from './of-request.js';
import { perIndex } from './per-index.js';
import { indexOf } from './program-index.js';
import { pureCall } from './pure-functions.js';
import { foundBy, patternTest } from './regular-expressions.js';
import { builtText } from './text-builders.js';
import {
  absent,
  choice,
  operation,
  originOf,
  otherOf,
  through,
  unknown,
  type ClassValue,
  type EnvironmentValue,
  type Frame,
  type FunctionValue,
  type ListValue,
  type ObjectValue,
  type RecordPart,
  type RecordValue,
  type Value,
} from './value.js';

export interface CallContext {
  readonly call: Call;
  readonly program: Program;
  readonly frame: Frame | undefined;
  readonly evaluator: Evaluator;
}

export function callOf(context: CallContext): Value {
  const { call, evaluator, program, frame } = context;
  const value = followed(context);
  return call.typeArguments?.length === 1 ? ofRustType(value, call.typeArguments[0], new Context(evaluator, program, frame)) : value;
}

function followed(context: CallContext): Value {
  const { call, program, frame, evaluator } = context;
  const required = requiredBy(call, new Context(evaluator, program, frame));
  if (required !== undefined) return required;
  const sent = program.language === 'ruby' ? byName(context) : undefined;
  if (sent !== undefined) return sent;
  const { callee } = call;
  const origin = originOf(program, call);
  const gathered = comprehension(call, new Context(evaluator, program, frame));
  if (gathered !== undefined) return gathered;
  const constant = constantByName(call, new Context(evaluator, program, frame));
  if (constant !== undefined) return constant;
  const above = aboveOf(call, new Context(evaluator, program, frame));
  if (above !== undefined) return above;
  const receiver = callee.kind === 'member' ? evaluator.evaluate(callee.object, program, frame) : undefined;
  const named = evaluator.evaluate(callee, program, frame);
  const own = madeHere(receiver, call) ?? runHere(receiver, call) ?? besideField(receiver, named, context);
  const reached = named.kind === 'known' ? (callable(named, new Context(evaluator, program, frame)) ?? named) : named;
  const target = own ?? (reached.kind === 'function' ? overloaded(reached, call, evaluator) : reached);
  if (target.kind === 'unknown' && named.kind === 'function') return target;
  const tested = regularExpressionTest(context);
  if (tested !== undefined) return tested;

  const parsed = receiver !== undefined && callee.kind === 'member' ? parsedOption(receiver, callee.property, context) : undefined;
  if (parsed !== undefined) return parsed;
  // What a function of the repository is given is worked out as it is asked for.
  const args = target.kind === 'function' ? [] : argumentValues(context);
  const path = callPath(callee.kind === 'member' ? callee.property : undefined, receiver, target);
  const idioms = evaluator.idiomsOf(program);
  // What makes an object is told by the method's name, whatever its own object is: an injected factory.
  const maker = path ?? (callee.kind === 'member' && idioms.objects !== undefined ? `.${callee.property}` : undefined);
  if (target.kind !== 'function' && maker !== undefined && idioms.objects?.some((one) => pathPattern(one).test(maker)) === true)
    return evaluator.newObject(call, maker, program, frame);
  if (target.kind !== 'function' && path !== undefined) {
    // A name may be put together: `os.environ.get(PREFIX + 'SECURE')`.
    const given = args.map(folded);
    const setting = settingCall(path, given, idioms);
    if (setting !== undefined) return evaluator.setting(setting.of, setting.key, program, origin, setting.fallback);
    const recognised = recogniseCall(path, call, given, idioms, origin);
    if (recognised !== undefined)
      return afterProgram(evaluator.informed(registered(declaredDefault(recognised, receiver ?? target, evaluator), evaluator)), evaluator);
  }
  const bound =
    receiver === undefined
      ? undefined
      : (namedOptions(call, receiver) ?? boundClass(call, receiver, new Context(evaluator, program, frame)));
  if (bound !== undefined) return bound;
  // A getter of a class of settings was already followed to its section.
  if (target.kind === 'class' && target.settings !== undefined && callee.kind === 'member' && call.args.length === 0) return target;
  if (
    context.program.language === 'ruby' &&
    receiver?.kind === 'class' &&
    call.args.length === 0 &&
    call.block === undefined &&
    HELD.has(target.kind)
  )
    return target;
  if (
    context.program.language === 'ruby' &&
    receiver !== undefined &&
    call.args.length === 0 &&
    call.block === undefined &&
    isSettingRead(receiver, target)
  )
    return target;
  if (target.kind === 'environment' || target.kind === 'request') {
    // `Rails.env.production?` and Kotlin getters are calls without arguments: reading was already the answer.
    if (call.args.length === 0) return (target.kind === 'request' ? pureCall(context, receiver, path, args) : undefined) ?? target;
  }
  if (call.isNew && target.kind === 'record' && target.parts[0]?.kind === 'spread')
    return unknown('what its constructor and its prototype make is not followed', origin);
  if (target.kind === 'function') {
    const given = givenArguments(call, ({ value }) => evaluator.evaluate(value, program, frame));
    const returned = evaluator.callFunction(
      target,
      [...given, ...blockOf(call, program, (block) => evaluator.evaluate(block, program, frame))],
      origin,
      frame,
      callee.kind === 'member' && isAbove(callee.object) ? (selfIn(frame) ?? receiver) : receiver,
    );
    // `new Old()` of a constructor function: what it puts on `this` is not followed.
    if (call.isNew && program.language === 'javascript' && returned.kind === 'known')
      return unknown('what its constructor makes is not followed', origin);
    return through(orOverriding(chained(context, receiver, target) ?? returned, target, context), origin);
  }
  const either = target.kind === 'choice' ? ofEither(target, context, receiver, 0) : undefined;
  if (either !== undefined) return either;
  const dug =
    receiver !== undefined && callee.kind === 'member' && callee.property === 'dig' ? dugUp(receiver, args, origin, evaluator) : undefined;
  if (dug !== undefined) return dug;
  if (program.language === 'javascript' && receiver?.kind === 'function' && callee.kind === 'member') {
    const given = ofFunctionMethod(
      receiver,
      callee.property,
      args.map((value, i) => givenAt(value, call, i)),
      origin,
      frame,
      evaluator,
    );
    if (given !== undefined) return given;
  }
  const section =
    receiver?.kind === 'environment' && callee.kind === 'member' ? ofSection(receiver, callee.property, args, origin) : undefined;
  if (section !== undefined) return evaluator.informed(section);
  const built =
    receiver?.kind === 'object' && callee.kind === 'member'
      ? builtText(receiver, callee.property, idioms, origin, constructorArguments(receiver, evaluator))
      : textOfBlock(context, path);
  if (built !== undefined) return built;
  if (program.language === 'rust' && receiver?.kind === 'class' && isMadeOutside(receiver.node)) return instance(context, receiver, args);
  const pure = pureCall(context, receiver, path, args);
  if (pure !== undefined) return pure;
  if (target.kind === 'class') return instance(context, target, args);
  const read =
    callee.kind === 'member' && receiver !== undefined && call.args.length === 0
      ? accessor(receiver, callee.property, evaluator)
      : undefined;
  if (read !== undefined) return read;
  if (callee.kind === 'member' && receiver !== undefined)
    return methodOf(context, receiver, callee.property, args, path ?? callee.property);
  if (target.kind === 'request') return { kind: 'request', what: otherOf(target), origin };
  return evaluator.newObject(call, path ?? 'unknown', program, frame);
}

/** https://docs.ruby-lang.org/en/3.4/Object.html#method-i-public_send, …/Kernel.html#method-i-proc: methods by their names, and blocks as functions. */
function byName(context: CallContext): Value | undefined {
  const { call, program, frame, evaluator } = context;
  const { callee, args, block } = call;
  const origin = originOf(program, call);
  if (block !== undefined && args.length === 0 && isProc(callee)) return { kind: 'function', node: block, program, frame, origin };
  const held = methodHeld(context);
  if (held !== undefined || callee.kind !== 'member') return held;
  if (block !== undefined && args.length === 0 && /^(?:then|yield_self)$/.test(callee.property)) {
    const given = evaluator.evaluate(callee.object, program, frame);
    const made: FunctionValue = { kind: 'function', node: block, program, frame, origin };
    return given.kind === 'unknown' ? given : evaluator.callFunction(made, [{ value: given }], origin, frame);
  }
  const [name, ...others] = args;
  if (!/^(?:public_send|send|__send__)$/.test(callee.property) || name?.value.kind !== 'literal' || typeof name.value.value !== 'string')
    return undefined;
  return callOf({ ...context, call: { ...call, callee: { ...callee, property: name.value.value }, args: others } });
}

/** https://docs.ruby-lang.org/en/3.4/Object.html#method-i-method: `method(:secure?)` */
function methodHeld({ call, program, frame }: CallContext): FunctionValue | undefined {
  const [name, ...others] = call.args;
  if (call.callee.kind !== 'name' || call.callee.name !== 'method' || others.length > 0) return undefined;
  if (name?.value.kind !== 'literal' || typeof name.value.value !== 'string') return undefined;
  const index = indexOf(program);
  const declared = index.lookUp(name.value.value, index.scopeOf(call))?.function;
  return declared === undefined
    ? undefined
    : { kind: 'function', node: declared.function, program, frame, origin: originOf(program, call) };
}

const isProc = (callee: Expression): boolean =>
  callee.kind === 'name'
    ? callee.name === 'proc' || callee.name === 'lambda'
    : callee.kind === 'member' && callee.property === 'new' && callee.object.kind === 'name' && callee.object.name === 'Proc';

/** What a class holds that is no method: `attr_accessor` beside `@secure`. */
const HELD: ReadonlySet<Value['kind']> = new Set(['known', 'record', 'list', 'choice', 'object']);

/** Languages whose classes may have a field and a method of one name. */
const APART = new Set<LanguageId>(['java', 'kotlin', 'csharp', 'php']);

/** A method that a field has the name of: `builder.secure(true)` beside `private boolean secure`. */
function besideField(receiver: Value | undefined, named: Value, { call, program, evaluator }: CallContext): FunctionValue | undefined {
  if (receiver?.kind !== 'object' || receiver.instanceOf === undefined || named.kind === 'function') return undefined;
  if (call.callee.kind !== 'member' || !APART.has(program.language)) return undefined;
  return methodBesideField(receiver.instanceOf, call.callee.property, evaluator);
}

/** The method of a name in a class, which may have a field of the same name. */
function methodBesideField({ node, program }: ClassValue, name: string, evaluator: Evaluator): FunctionValue | undefined {
  const declared = evaluator.indexOf(program).classScope(node)?.bindings.get(name)?.function;
  return declared === undefined
    ? undefined
    : { kind: 'function', node: declared.function, program, frame: undefined, origin: originOf(program, declared) };
}

/** A method of an object whose class is written where the object is made: `new Policy() { public boolean isSecure() { … } }`. */
function madeHere(receiver: Value | undefined, { callee }: Call): FunctionValue | undefined {
  if (receiver?.kind !== 'object' || callee.kind !== 'member' || !receiver.call.isNew) return undefined;
  const { program, frame } = receiver;
  const method = receiver.call.block?.body.body.find(
    (member): member is FunctionDeclaration => member.kind === 'function-declaration' && member.name === callee.property,
  );
  return method === undefined ? undefined : { kind: 'function', node: method.function, program, frame, origin: originOf(program, method) };
}

/**
 * What runs a function that is held. https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/function/package-summary.html,
 * https://docs.ruby-lang.org/en/3.4/Proc.html#method-i-call, https://kotlinlang.org/docs/lambdas.html#invoking-a-function-type-instance,
 * https://learn.microsoft.com/dotnet/csharp/programming-guide/delegates/using-delegates
 */
const RUNS: Partial<Record<LanguageId, RegExp>> = {
  java: /^(?:get(?:As\w+)?|test|apply(?:As\w+)?|accept|run|call)$/,
  ruby: /^(?:call|yield|===)$/,
  kotlin: /^invoke$/,
  scala: /^apply$/,
  csharp: /^Invoke$/,
};

/** A lambda or method that is called by the name that its interface has for it. */
function runHere(receiver: Value | undefined, { callee }: Call): FunctionValue | undefined {
  if (receiver?.kind !== 'function' || callee.kind !== 'member') return undefined;
  const { language } = receiver.program;
  if (RUNS[language]?.test(callee.property) === true) return receiver;
  return language === 'java' && abstractMethods(indexOf(receiver.program)).has(callee.property) ? receiver : undefined;
}

/** The methods that interfaces and abstract classes of a file only declare. */
const abstractMethods = perIndex(
  (index) =>
    new Set(
      index.classes.flatMap(({ body }) =>
        body.body.flatMap((member) =>
          member.kind === 'function-declaration' && member.function.body.start === member.function.body.end ? [member.name] : [],
        ),
      ),
    ),
);

/** What Java's lists and streams give of their own: `flags.get(1)`, `flags.stream()`, `flags.stream().findFirst()`. */
function itemOf(list: ListValue, method: string, args: readonly Value[]): Value | undefined {
  if (args.length === 0 && /^(?:stream|parallelStream|toList)$/.test(method)) return list;
  if (list.open || !list.items.every(isThereAnyway)) return undefined;
  const [place] = args;
  if (args.length === 0 && /^(?:getFirst|findFirst)$/.test(method)) return list.items[0] ?? absent(list.origin);
  if (args.length === 0 && method === 'getLast') return list.items.at(-1) ?? absent(list.origin);
  return method === 'get' && args.length === 1 && place?.kind === 'known' ? list.items[Number(place.value)] : undefined;
}

const isThereAnyway = (item: Value): boolean => item.kind !== 'choice' || ![item.consequent, item.alternate].some(isAbsent);

/** A copy of the environment is asked for a variable that may be missing: `dict(os.environ).get('X', 'no')`. */
function orNone({ required, ...value }: EnvironmentValue, fallback: Value | undefined): EnvironmentValue {
  void required;
  return fallback === undefined ? value : { ...value, fallback };
}

/** What `get()` gives: the content of a cell, or a value that stands for the optional around it. */
function gotten(receiver: Value, method: string, { call, program }: CallContext): Value | undefined {
  if (method !== 'get' || call.args.length > 0 || program.language !== 'java') return undefined;
  if (receiver.kind === 'record' && isCell(receiver)) return fieldOf(receiver, CELL);
  return receiver.kind === 'known' || receiver.kind === 'operation' || receiver.kind === 'record' ? receiver : undefined;
}

/** What a method of a struct gives that changes the struct and gives it back: `builder.Path("/").Secure(true)`. */
function chained({ call, program, frame, evaluator }: CallContext, receiver: Value | undefined, target: FunctionValue): Value | undefined {
  const isInstance = receiver?.kind === 'object' && receiver.instanceOf !== undefined;
  if ((receiver?.kind !== 'record' && !isInstance) || call.callee.kind !== 'member') return undefined;
  const returns = evaluator.indexOf(target.program).returnsOf(target.node);
  const isItself = ({ value }: Return): boolean => value?.kind === 'name' && (value.name === 'this' || value.name === 'self');
  if (returns.length === 0 || !returns.every(isItself)) return undefined;
  const inside = new Context(evaluator, program, frame);
  if (receiver.kind === 'object')
    return afterInstanceMethod(receiver, call.callee.property, call, ALWAYS, inside) ?? afterOwnMethod(receiver, target, call, inside);
  return afterStructMethod(receiver, call.callee.property, call, ALWAYS, new Context(evaluator, program, frame));
}

/** Python's `super()`: the class above that in whose method it stands. */
function aboveOf({ callee, args }: Call, { index, program, evaluator, language }: Context): Value | undefined {
  if (language !== 'python' || callee.kind !== 'name' || callee.name !== 'super' || args.length > 0) return undefined;
  const around = index.classAround(callee);
  const bases = (around?.bases ?? []).map((base) => evaluator.evaluate(base, program));
  // Which of several comes next is for the object's own class to say.
  return bases.length === 1 && bases[0]?.kind === 'class' ? bases[0] : undefined;
}

/** Whether a method of the class above is called: on the object itself. */
const isAbove = (object: Expression): boolean =>
  (object.kind === 'name' && object.name === 'super') ||
  (object.kind === 'call' && object.callee.kind === 'name' && object.callee.name === 'super');

/** The object whose method runs. */
function selfIn(frame: Frame | undefined): Value | undefined {
  for (let at = frame; at !== undefined; at = at.parent) if (at.self !== undefined) return at.self;
  return undefined;
}

/** What a method of the own object gives, or that of a subclass which the object may be of. */
function orOverriding(own: Value, target: FunctionValue, { call, evaluator, program, frame }: CallContext): Value {
  const others = overridingMethods(target, call, new Context(evaluator, program, frame));
  return others.reduce((value, other) => {
    const given = givenArguments(call, (argument) => evaluator.evaluate(argument.value, program, frame));
    const returned = evaluator.callFunction(other, given, other.origin, frame);
    return choice(unknown('a subclass has one of its own', own.origin), returned, value, own.origin);
  }, own);
}

/** A call of one of two functions, by a test. */
function ofEither(target: Value, context: CallContext, receiver: Value | undefined, depth: number): Value | undefined {
  const { call, evaluator, program, frame } = context;
  const origin = originOf(program, call);
  if (target.kind === 'function')
    return evaluator.callFunction(
      target,
      givenArguments(call, ({ value }) => evaluator.evaluate(value, program, frame)),
      origin,
      frame,
      receiver,
    );
  // A key that is not there has nothing to call.
  if (depth > 0 && ((target.kind === 'operation' && target.operator === 'raise') || isAbsent(target)))
    return operation('raise', [], origin);
  if (target.kind !== 'choice' || depth > MAX_EITHER) return undefined;
  const one = ofEither(target.consequent, context, receiver, depth + 1);
  const other = one === undefined ? undefined : ofEither(target.alternate, context, receiver, depth + 1);
  return one === undefined || other === undefined ? undefined : choice(target.test, one, other, origin);
}

/** Of how many functions one may be called. */
const MAX_EITHER = 6;

/** A field of an instance read by a method that nobody wrote: a Java record's `secure()`, Lombok's `isSecure()` and `getSecure()`. */
function accessor(receiver: Value, method: string, evaluator: Evaluator): Value | undefined {
  if (receiver.kind !== 'object' || receiver.instanceOf === undefined) return undefined;
  const getter = /^(?:is|get)([A-Z])(.*)$/.exec(method);
  for (const field of [method, ...(getter === null ? [] : [getter[1]!.toLowerCase() + getter[2]!])]) {
    const value = evaluator.memberOf(receiver, field, receiver.origin);
    if (value.kind !== 'function' && value.kind !== 'symbol') return afterSetters(receiver, field, value);
  }
  return undefined;
}

/** A field after the setters that nobody wrote either: Lombok's `setSecure(true)`. */
function afterSetters({ history }: ObjectValue, field: string, before: Value): Value {
  const setter = `set${field[0]!.toUpperCase()}${field.slice(1)}`;
  return history.entries
    .filter(({ method }) => method === setter)
    .reduce(
      (value, { args, guard, origin }) =>
        args[0] === undefined ? value : guard === undefined ? args[0] : choice(guard, args[0], value, origin),
      before,
    );
}

/** `/^https/.test(url)` and `url.match(/^https/)` of JavaScript and Ruby. */
function regularExpressionTest({ call, program, frame, evaluator }: CallContext): Value | undefined {
  const { callee } = call;
  if (
    (program.language !== 'javascript' && program.language !== 'ruby') ||
    callee.kind !== 'member' ||
    !['test', 'match', 'match?'].includes(callee.property)
  )
    return undefined;
  const isTest = callee.property === 'test';
  const given = call.args[0]?.value;
  // Ruby's expressions may be asked too: `/^https/.match?(url)`.
  const isAsked = isTest || (callee.object.kind === 'opaque' && given !== undefined && given.kind !== 'opaque');
  const pattern = isAsked ? callee.object : given;
  if (pattern?.kind !== 'opaque') return undefined;
  const asked = isAsked ? given : callee.object;
  const subject = asked === undefined ? undefined : evaluator.evaluate(asked, program, frame);
  const tested =
    subject === undefined ? undefined : patternTest(program.text.slice(pattern.start, pattern.end), subject, originOf(program, call));
  return tested === undefined || subject === undefined || callee.property !== 'match'
    ? tested
    : foundBy(tested, subject, originOf(program, call));
}

function argumentValues({ call, program, frame, evaluator }: CallContext): Value[] {
  const values: Value[] = [];
  for (const argument of call.args) {
    const value = evaluator.evaluate(argument.value, program, frame);
    values.push(value);
  }
  if (call.block !== undefined && call.block.params.length === 0) {
    const block = evaluator.callFunction(
      { kind: 'function', node: call.block, program, frame, origin: originOf(program, call.block) },
      [],
      originOf(program, call),
      frame,
    );
    values.push(block);
  }
  return values;
}

function callPath(method: string | undefined, receiver: Value | undefined, target: Value): string | undefined {
  if (target.kind === 'symbol') return target.path;
  const own = pathOfValue(target);
  if (own !== undefined) return own;
  if (receiver === undefined || method === undefined) return undefined;
  const base = pathOfValue(receiver);
  return base === undefined ? undefined : `${base}.${method}`;
}

/** An instance of a class of the repository; Ruby's `new` and Python's, Kotlin's plain call too. */
function instance({ call, program, frame, evaluator }: CallContext, target: Value & { kind: 'class' }, args: readonly Value[]): Value {
  const object = evaluator.newObject(call, target.node.name, program, frame, target);
  const parts: RecordPart[] = [];
  // Primary constructors (Kotlin, C#, Scala) and dataclass-like calls set the members by position or name.
  const known = call.args.findIndex(({ spread }) => spread !== undefined);
  constructorFields(target, evaluator).forEach((name, i) => {
    const value = known >= 0 && i >= known ? undefined : argumentValue(call, args, { index: i });
    if (value !== undefined) parts.push({ kind: 'field', key: name, value });
  });
  target.node.params?.forEach((parameter, i) => {
    if (parameter.target.kind !== 'name') return;
    const value = argumentValue(call, args, { index: i, name: parameter.target.name });
    if (value !== undefined) parts.push({ kind: 'field', key: parameter.target.name, value });
    // What a struct of Ruby is not given is nil.
    else if (program.language === 'ruby' && !call.args.some(({ name, spread }) => name !== undefined || spread !== undefined))
      parts.push({ kind: 'field', key: parameter.target.name, value: { kind: 'known', value: null, origin: object.origin } });
  });
  call.args.forEach((argument, i) => {
    if (argument.name !== undefined && args[i] !== undefined) parts.push({ kind: 'field', key: argument.name, value: args[i] });
    // Python's `Config(**loaded)`, where no constructor says what it does with it.
    if (argument.spread === 'named' && args[i] !== undefined && !hasConstructor(target, call, evaluator))
      parts.push({ kind: 'spread', value: args[i] });
  });
  return { ...object, fields: { ...object.fields, parts: [...parts, ...object.fields.parts] } };
}

/** A method call on a value: fluent on library objects, a read on settings-like records. */
function methodOf(context: CallContext, receiver: Value, method: string, args: readonly Value[], path: string): Value {
  const { call, program, frame, evaluator } = context;
  const origin = originOf(program, call);
  const configured =
    afterBlock(receiver, method, call, new Context(evaluator, program, frame)) ??
    (program.language === 'javascript' ? afterPromise(receiver, method, args, origin, evaluator, frame) : undefined);
  if (configured !== undefined) return configured;
  const held = gotten(receiver, method, context);
  if (held !== undefined) return held;
  switch (receiver.kind) {
    case 'object': {
      const schemas = evaluator.idiomsOf(program).schemas ?? [];
      const parsed = parsedValue(receiver, method, args[0], schemas, schemaReader(evaluator, origin), origin);
      if (parsed !== undefined) return evaluator.informed(parsed);
      const extended = afterExtension(receiver, method, call, ALWAYS, new Context(evaluator, program, frame));
      if (extended !== undefined) return extended;
      if (isMissing(receiver, method, program.language, evaluator)) return operation(`method ${method}`, [receiver, ...args], origin);
      const taken = copied(receiver, method, call, args, program) ?? component(context, receiver, method);
      if (taken !== undefined) return taken;
      const entry = { method, args, origin, call };
      return { ...receiver, history: receiver.history.with(entry) } satisfies ObjectValue;
    }
    case 'record': {
      // `settings.get('x', default)`, `hash.fetch(:x, default)`, `opts.merge(other)`
      const key = args[0];
      if (/^(?:get|fetch|dig|getOrDefault|getProperty|GetValueOrDefault|pop|setdefault|delete)$/.test(method) && key?.kind === 'known') {
        const value = evaluator.memberOf(receiver, String(key.value), origin);
        if (value.kind === 'environment' && value.required === true && method === 'get') return orNone(value, args[1]);
        return isAbsent(value) && args[1] !== undefined ? args[1] : value;
      }
      if (
        /^(?:get|fetch|getOrDefault|GetValueOrDefault|getOrElse)$/.test(method) &&
        key !== undefined &&
        key.kind !== 'unknown' &&
        receiver.parts.every(({ kind }) => kind === 'field')
      ) {
        const otherwise = args[1]?.kind === 'function' ? evaluator.callFunction(args[1], [], origin, frame) : args[1];
        return choiceOfEntries(receiver, key, origin, otherwise ?? (method === 'fetch' ? operation('raise', [], origin) : undefined));
      }
      if (
        /^(?:merge|deep_merge|with|copy|dup|clone|freeze|to_h|to_hash|symbolize_keys|stringify_keys|with_indifferent_access|deep_dup|compact|update|merge!|deep_merge!|toObject|toJSON)$/.test(
          method,
        )
      ) {
        return {
          kind: 'record',
          parts: [{ kind: 'spread', value: receiver }, ...mergedArguments(call, args, origin)],
          origin,
          ...(receiver.node === undefined ? {} : { node: receiver.node }),
        };
      }
      // https://docs.ruby-lang.org/en/3.4/OpenStruct.html: a field is read by its name.
      const field = program.language === 'ruby' && call.block === undefined && args.length === 0 ? fieldOf(receiver, method) : undefined;
      if (field !== undefined && !isAbsent(field) && field.kind !== 'operation' && field.kind !== 'unknown') return field;
      const gone = ofRecordMethod(receiver, method, args, call, new Context(evaluator, program, frame));
      if (gone !== undefined) return gone;
      if (method === 'reverse_merge' || method === 'with_defaults')
        return { kind: 'record', parts: [...mergedArguments(call, args, origin), { kind: 'spread', value: receiver }], origin };
      return operation(`method ${method}`, [receiver, ...args], origin);
    }
    case 'list': {
      if ((method === 'filter' && keepsTruth(args[0])) || method === 'compact')
        return { ...receiver, items: receiver.items.map((item) => whereTrue(item)) };
      const item = program.language === 'java' ? itemOf(receiver, method, args) : undefined;
      if (item !== undefined) return item;
      const followed = ofList(receiver, method, args, call, new Context(evaluator, program, frame));
      if (followed !== undefined) return followed;
      return operation(`method ${method}`, [receiver, ...args], origin);
    }
    case 'choice':
      if (!evaluator.budget.step()) return unknown('the code around it is too large to follow', origin);
      return choice(
        receiver.test,
        methodOf(context, receiver.consequent, method, args, path),
        methodOf(context, receiver.alternate, method, args, path),
        origin,
      );
    case 'request':
      return { kind: 'request', what: otherOf(receiver), origin };
    case 'environment':
      // https://github.com/evanshortiss/env-var: `get('X').default('true').asBool()`.
      if (method === 'default' && args[0] !== undefined) return { ...receiver, fallback: args[0] };
      if (method === 'required') return args[0]?.kind === 'known' && args[0].value === false ? receiver : { ...receiver, required: true };
      if (method === 'asString' || (method === 'get' && args.length === 0)) return receiver;
      if (method === 'asBool' || method === 'asBoolStrict') return { ...receiver, cast: 'boolean' };
      return operation(`method ${method}`, [receiver, ...args], origin);
    case 'known':
      return receiver.value === undefined || receiver.value === null
        ? absent(origin)
        : operation(`method ${method}`, [receiver, ...args], origin);
    case 'class':
      // `Cookie.new(…)` of a class of the repository (Ruby), and static factories that are not defined there.
      return method === 'new'
        ? instance(context, receiver, args)
        : evaluator.newObject(call, `${receiver.node.name}.${method}`, program, frame);
    case 'operation':
      return isOfRequest(receiver)
        ? { kind: 'request', what: 'other', origin }
        : operation(`method ${method}`, [receiver, ...args], origin);
    case 'parameter':
      return operation(`method ${method}`, [receiver, ...args], origin);
    default:
      // What comes of something that could not be followed has no defaults.
      return evaluator.newObject(call, receiver.kind === 'unknown' ? `unknown.${method}` : path, program, frame);
  }
}

/** What methods of JavaScript's maps and Python's dicts give: their entries as lists, a map with one more. */
function ofRecordMethod(record: RecordValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
  const origin = context.origin(call);
  const { language } = context;
  const [key, value] = args;
  if (language === 'javascript' && method === 'set' && key?.kind === 'known' && value !== undefined)
    return { ...record, parts: [...record.parts, { kind: 'field', key: String(key.value), value }] };
  if (language === 'ruby') {
    const followed = ofHash(record, method, args, call, context);
    if (followed !== undefined) return followed;
  }
  if (args.length > 0 || (language !== 'javascript' && language !== 'python' && language !== 'ruby')) return undefined;
  switch (method) {
    case 'items':
    case 'entries':
      return pairsIn(record, origin);
    case 'keys':
      return keysIn(record, origin);
    case 'values':
      return valuesIn(record, origin);
    case 'popitem':
      return pairsIn(record, origin)?.items.at(-1);
    default:
      return undefined;
  }
}

/** `Boolean`, or a function that gives its parameter back: `(part) => part`, `(part) => !!part`. */
function keepsTruth(test: Value | undefined): boolean {
  if (test?.kind === 'symbol') return test.path === 'Boolean';
  if (test?.kind !== 'function' || !test.node.isExpressionBody) return false;
  const [parameter] = test.node.params;
  const [returned] = test.node.body.body;
  let given = returned?.kind === 'return' ? returned.value : undefined;
  while (given?.kind === 'unary' && given.operator === 'not') given = given.operand;
  return given?.kind === 'name' && parameter?.target.kind === 'name' && given.name === parameter.target.name;
}

/** Languages in which a method that the class does not have is answered by what is not followed: `method_missing`, `__getattr__`, `__call`. */
const ANSWERING = new Set<LanguageId>(['ruby', 'python', 'php', 'javascript']);

/** Methods that objects have of their own, and that give the object itself, a copy of it or its fields. */
const ITSELF = /^(?:freeze|dup|clone|tap|itself|copy|__copy__|to_h|to_hash|with|dict|model_dump|toJSON|toArray)$/;

/** Whether a class that is known in full has no such method. */
function isMissing({ instanceOf }: ObjectValue, method: string, language: LanguageId, evaluator: Evaluator): boolean {
  if (instanceOf === undefined || !ANSWERING.has(language) || ITSELF.test(method)) return false;
  return isKnownInFull(instanceOf, evaluator, 0);
}

/** How many classes above one are looked at. */
const MAX_BASES = 8;

const isKnownInFull = ({ node, program }: ClassValue, evaluator: Evaluator, depth: number): boolean =>
  depth < MAX_BASES &&
  node.bases.every((base) => {
    const above = evaluator.evaluate(base, program);
    return above.kind === 'class' && above.node !== node && isKnownInFull(above, evaluator, depth + 1);
  });

/** `cookie.copy(secure = true)` of Kotlin's data classes and Scala's case classes: the same with other fields. */
function copied(object: ObjectValue, method: string, call: Call, args: readonly Value[], { language }: Program): ObjectValue | undefined {
  if (method !== 'copy' || (language !== 'kotlin' && language !== 'scala')) return undefined;
  const parts = call.args.flatMap((argument, i): RecordPart[] =>
    argument.name === undefined || args[i] === undefined ? [] : [{ kind: 'field', key: argument.name, value: args[i] }],
  );
  return { ...object, fields: { ...object.fields, parts: [...object.fields.parts, ...parts] } };
}

/** `spec.secure()` of a Java record: what the component holds. */
function component({ call, program, evaluator }: CallContext, object: ObjectValue, method: string): Value | undefined {
  const isComponent =
    program.language === 'java' &&
    call.args.length === 0 &&
    object.instanceOf?.node.params?.some(({ target }) => target.kind === 'name' && target.name === method) === true;
  return isComponent ? evaluator.memberOf(object, method, originOf(program, call)) : undefined;
}

const constructorArguments = ({ call, program, frame }: ObjectValue, evaluator: Evaluator): Value[] =>
  call.args.map((argument) => evaluator.evaluate(argument.value, program, frame));

/** `buildString { append("a=1") }`: the block runs on a builder. */
function textOfBlock({ call, program, frame, evaluator }: CallContext, path: string | undefined): Value | undefined {
  const idioms = evaluator.idiomsOf(program);
  if (call.block === undefined || path === undefined || idioms.textBlocks?.includes(path) !== true) return undefined;
  const builder = afterReceiverBlock(evaluator.newObject(call, 'StringBuilder', program, frame), call.block, program, frame, evaluator);
  return builtText(builder, 'toString', idioms, originOf(program, call), []);
}
