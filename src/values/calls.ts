/** What a call evaluates to: a value of the environment or the request, the result of a function of the repository, or a library object. */
import type { Call, Program } from '../syntax/ir.js';
import { fieldAt, fieldOf, isAbsent } from './fields.js';
import { formatted } from './formatting.js';
import { argumentValue, recogniseCall, settingCall } from './idiom-match.js';
import { pathPattern, PatternTables } from './path-pattern.js';
import type { FunctionIdiom } from './idioms.js';
import { patternTest } from './regular-expressions.js';
import { ofFunctionMethod, withArguments } from './bound-functions.js';
import { constructorFields, fieldDefault, fieldsOf } from './instances.js';
import { Context } from './context.js';
import { ofOptional, takesFunction, whereThere } from './optionals.js';
import { builtText } from './text-builders.js';
import { parsedValue } from './environment-schemas.js';
import { boundClass, namedOptions } from './evaluation/bound-settings.js';
import { ALWAYS } from './evaluation/conditions.js';
import { afterExtension } from './evaluation/extensions.js';
import { afterBlock, afterReceiverBlock } from './evaluation/object-blocks.js';
import { pathOfValue, schemaReader } from './evaluation/outside.js';
import { mergedArguments, namedLast } from './evaluation/records.js';
import { registeredSetting, withPreset } from './evaluation/registered-configuration.js';
import { requiredBy } from './evaluation/whole-files.js';
import { ofRecords, variableNamed } from './record-functions.js';
import type { Evaluator } from './evaluator.js';
import type { GivenArgument } from './parameters.js';
import { absent, choice, known, operation, originOf, unknown, through, type EnvironmentValue, type Frame, type ObjectValue, type RecordPart, type Value } from './value.js';

export interface CallContext {
  readonly call: Call;
  readonly program: Program;
  readonly frame: Frame | undefined;
  readonly evaluator: Evaluator;
}

export function callOf(context: CallContext): Value {
  const { call, program, frame, evaluator } = context;
  const required = requiredBy(call, new Context(evaluator, program, frame));
  if (required !== undefined) return required;
  const { callee } = call;
  const origin = originOf(program, call);
  const receiver = callee.kind === 'member' ? evaluator.evaluate(callee.object, program, frame) : undefined;
  const target = evaluator.evaluate(callee, program, frame);
  const args = argumentValues(context);

  const tested = regularExpressionTest(context, args);
  if (tested !== undefined) return tested;

  const path = callPath(callee.kind === 'member' ? callee.property : undefined, receiver, target);
  const idioms = evaluator.idiomsOf(program);
  if (target.kind !== 'function' && path !== undefined) {
    const setting = settingCall(path, args, idioms);
    if (setting !== undefined) return evaluator.setting(setting.of, setting.key, program, origin, setting.fallback);
    const recognised = recogniseCall(path, call, args, idioms, origin);
    if (recognised !== undefined) return evaluator.informed(registered(declaredDefault(recognised, receiver ?? target, evaluator), evaluator));
  }
  const bound = receiver === undefined ? undefined : (namedOptions(call, receiver) ?? boundClass(call, receiver, new Context(evaluator, program, frame)));
  if (bound !== undefined) return bound;
  // A getter of a class of settings was already followed to its section.
  if (target.kind === 'class' && target.settings !== undefined && callee.kind === 'member' && call.args.length === 0) return target;
  if (context.program.language === 'ruby' && receiver !== undefined && call.args.length === 0 && call.block === undefined && isSettingRead(receiver, target)) return target;
  if (target.kind === 'environment' || target.kind === 'request') {
    // `Rails.env.production?` and Kotlin getters are calls without arguments: reading was already the answer.
    if (call.args.length === 0) return target;
  }
  if (target.kind === 'function') {
    const returned = evaluator.callFunction(target, args.slice(0, call.args.length).map((value, i) => named(value, call, i)), origin, frame, receiver);
    return through(returned, origin);
  }
  const dug = receiver !== undefined && callee.kind === 'member' && callee.property === 'dig' ? dugUp(receiver, args, origin, evaluator) : undefined;
  if (dug !== undefined) return dug;
  if (program.language === 'javascript' && receiver?.kind === 'function' && callee.kind === 'member') {
    const given = ofFunctionMethod(receiver, callee.property, args.map((value, i) => named(value, call, i)), origin, frame, evaluator);
    if (given !== undefined) return given;
  }
  const section = receiver?.kind === 'environment' && callee.kind === 'member' ? ofSection(receiver, callee.property, args, origin) : undefined;
  if (section !== undefined) return evaluator.informed(section);
  const built = receiver?.kind === 'object' && callee.kind === 'member' ? builtText(receiver, callee.property, idioms, origin, constructorArguments(receiver, evaluator)) : textOfBlock(context, path);
  if (built !== undefined) return built;
  const pure = pureCall(context, receiver, path, args);
  if (pure !== undefined) return pure;
  if (target.kind === 'class') return instance(context, target, args);
  const read = callee.kind === 'member' && receiver !== undefined && call.args.length === 0 ? accessor(receiver, callee.property, evaluator) : undefined;
  if (read !== undefined) return read;
  if (callee.kind === 'member' && receiver !== undefined) return methodOf(context, receiver, callee.property, args, path ?? callee.property);
  if (target.kind === 'request') return { kind: 'request', what: 'other', origin };
  return evaluator.newObject(call, path ?? 'unknown', program, frame);
}

/** Ruby's `config.x.secure` and `Settings.cookies.secure`: a method without arguments, by which a section's key is read. */
function isSettingRead(receiver: Value, target: Value): boolean {
  if (receiver.kind === 'record') return !isAbsent(target) && target.kind !== 'function' && target.kind !== 'operation';
  if (receiver.kind === 'environment' && receiver.of !== undefined && target.kind === 'operation') return target.operator !== 'field';
  return (receiver.kind === 'symbol' || receiver.kind === 'object' || receiver.kind === 'environment') && ['known', 'record', 'list', 'choice'].includes(target.kind);
}

/** Ruby's `section.dig(:cookies, :secure)`. */
function dugUp(receiver: Value, keys: readonly Value[], origin: ReturnType<typeof originOf>, evaluator: Evaluator): Value | undefined {
  if (receiver.kind !== 'record' && !(receiver.kind === 'environment' && receiver.source === 'configuration')) return undefined;
  let at: Value = receiver;
  for (const key of keys) {
    if (key.kind !== 'known') return undefined;
    at = evaluator.memberOf(at, String(key.value), origin);
  }
  return at;
}

/** A key of a section of the operator's configuration: `config.GetSection("A").GetValue<bool>("B")`, `conf.getConfig("a").getBoolean("b")`. */
function ofSection(section: Value & { kind: 'environment' }, method: string, args: readonly Value[], origin: ReturnType<typeof originOf>): Value | undefined {
  const [key, fallback] = args;
  if (section.source !== 'configuration' || key?.kind !== 'known' || typeof key.value !== 'string') return undefined;
  const read = /^get(?:Value|Section|Required(?:Section|Value)|Config|Object|Boolean|String|Property|Child|Optional)?$/i.exec(method);
  if (read === null) return undefined;
  return { kind: 'environment', variable: `${section.variable}.${key.value}`, source: 'configuration', origin, ...(/bool/i.test(method) ? { cast: 'boolean' as const } : {}), ...(fallback === undefined ? {} : { fallback }) };
}

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
  return history.filter(({ method }) => method === setter).reduce((value, { args, guard, origin }) => (args[0] === undefined ? value : guard === undefined ? args[0] : choice(guard, args[0], value, origin)), before);
}

/** A key of a configuration service that the repository itself fills in. */
function registered(value: Value, evaluator: Evaluator): Value {
  const { presets, registeredConfiguration } = evaluator.idiomsOf(value.origin.program);
  if (value.kind !== 'environment' || value.source !== 'configuration') return value;
  if (presets !== undefined && value.fallback === undefined) return withPreset(value, presets, evaluator);
  return registeredConfiguration === undefined ? value : registeredSetting(value, registeredConfiguration, evaluator);
}

/** django-environ's `Env(DEBUG=(bool, False))`: the reader was made with the type and the default of the variable. */
function declaredDefault(value: Value, reader: Value, evaluator: Evaluator): Value {
  if (value.kind !== 'environment' || value.fallback !== undefined || reader.kind !== 'object') return value;
  if (evaluator.idiomsOf(reader.program).keySchemas?.includes(reader.path) === true) return describedKey(value, reader, evaluator);
  const declared = reader.call.args.find((argument) => argument.name === value.variable);
  const scheme = declared === undefined ? undefined : evaluator.evaluate(declared.value, reader.program, reader.frame);
  if (scheme?.kind !== 'list') return scheme?.kind === 'symbol' && scheme.path === 'bool' ? { ...value, cast: 'boolean' } : value;
  const [type, fallback] = scheme.items;
  return { ...value, ...(fallback === undefined ? {} : { fallback }), ...(type?.kind === 'symbol' && type.path === 'bool' ? { cast: 'boolean' as const } : {}) };
}

/** A key as the first argument of its reader describes it: `{ cookie: { secure: { default: true, env: 'COOKIE_SECURE' } } }`. */
function describedKey(value: EnvironmentValue, { call, program, frame }: ObjectValue, evaluator: Evaluator): Value {
  const schema = call.args[0] === undefined ? undefined : evaluator.evaluate(call.args[0].value, program, frame);
  const described = schema === undefined ? undefined : fieldAt(schema, value.variable.split('.'));
  if (described?.kind !== 'record') return value;
  const [fallback, variable] = [fieldOf(described, 'default'), fieldOf(described, 'env')];
  return { ...value, ...(isAbsent(fallback) ? {} : { fallback }), ...(variable.kind === 'known' && typeof variable.value === 'string' ? { variable: variable.value, source: 'environment' as const } : {}) };
}

/** `/^https/.test(url)` and `url.match(/^https/)` of JavaScript. */
function regularExpressionTest({ call, program, frame, evaluator }: CallContext, args: readonly Value[]): Value | undefined {
  const { callee } = call;
  if (program.language !== 'javascript' || callee.kind !== 'member' || (callee.property !== 'test' && callee.property !== 'match')) return undefined;
  const isTest = callee.property === 'test';
  const pattern = isTest ? callee.object : call.args[0]?.value;
  if (pattern?.kind !== 'opaque') return undefined;
  const subject = isTest ? args[0] : evaluator.evaluate(callee.object, program, frame);
  return subject === undefined ? undefined : patternTest(program.text.slice(pattern.start, pattern.end), subject, originOf(program, call));
}

const named = (value: Value, call: Call, i: number): GivenArgument => {
  const { name, spread } = call.args[i] ?? {};
  return { value, ...(name === undefined ? {} : { name }), ...(spread === undefined ? {} : { spread }) };
};

function argumentValues({ call, program, frame, evaluator }: CallContext): Value[] {
  const values: Value[] = [];
  for (const argument of call.args) {
    const value = evaluator.evaluate(argument.value, program, frame);
    values.push(value);
  }
  if (call.block !== undefined && call.block.params.length === 0) {
    const block = evaluator.callFunction({ kind: 'function', node: call.block, program, frame, origin: originOf(program, call.block) }, [], originOf(program, call), frame);
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
  constructorFields(target, evaluator).forEach((name, i) => {
    const value = argumentValue(call, args, { index: i });
    if (value !== undefined) parts.push({ kind: 'field', key: name, value });
  });
  target.node.params?.forEach((parameter, i) => {
    if (parameter.target.kind !== 'name') return;
    const value = argumentValue(call, args, { index: i, name: parameter.target.name });
    if (value !== undefined) parts.push({ kind: 'field', key: parameter.target.name, value });
  });
  call.args.forEach((argument, i) => {
    if (argument.name !== undefined && args[i] !== undefined) parts.push({ kind: 'field', key: argument.name, value: args[i] });
  });
  return { ...object, fields: { ...object.fields, parts: [...parts, ...object.fields.parts] } };
}

/** A method call on a value: fluent on library objects, a read on settings-like records. */
function methodOf(context: CallContext, receiver: Value, method: string, args: readonly Value[], path: string): Value {
  const { call, program, frame, evaluator } = context;
  const origin = originOf(program, call);
  const configured = afterBlock(receiver, method, call, new Context(evaluator, program, frame));
  if (configured !== undefined) return configured;
  switch (receiver.kind) {
    case 'object': {
      const schemas = evaluator.idiomsOf(program).schemas ?? [];
      const parsed = parsedValue(receiver, method, args[0], schemas, schemaReader(evaluator, origin), origin);
      if (parsed !== undefined) return evaluator.informed(parsed);
      const extended = afterExtension(receiver, method, call, ALWAYS, new Context(evaluator, program, frame));
      if (extended !== undefined) return extended;
      const entry = { method, args, origin, call };
      return { ...receiver, history: [...receiver.history, entry] } satisfies ObjectValue;
    }
    case 'record': {
      // `settings.get('x', default)`, `hash.fetch(:x, default)`, `opts.merge(other)`
      const key = args[0];
      if (/^(?:get|fetch|dig|getOrDefault|GetValueOrDefault|pop|setdefault)$/.test(method) && key?.kind === 'known') {
        const value = evaluator.memberOf(receiver, String(key.value), origin);
        return isAbsent(value) && args[1] !== undefined ? args[1] : value;
      }
      if (/^(?:merge|deep_merge|with|copy|dup|clone|freeze|to_h|to_hash|symbolize_keys|stringify_keys|with_indifferent_access|deep_dup|compact|update|merge!|deep_merge!|toObject|toJSON)$/.test(method)) {
        return { kind: 'record', parts: [{ kind: 'spread', value: receiver }, ...mergedArguments(call, args, origin)], origin, ...(receiver.node === undefined ? {} : { node: receiver.node }) };
      }
      if (method === 'reverse_merge' || method === 'with_defaults') return { kind: 'record', parts: [...mergedArguments(call, args, origin), { kind: 'spread', value: receiver }], origin };
      return operation(`method ${method}`, [receiver, ...args], origin);
    }
    case 'list':
      if (method === 'filter' && args[0]?.kind === 'symbol' && args[0].path === 'Boolean') return { ...receiver, items: receiver.items.map((item) => choice(item, item, absent(origin), origin)) };
      return method === 'filter' || method === 'compact' || method === 'flat' || method === 'slice' ? receiver : operation(`method ${method}`, [receiver, ...args], origin);
    case 'choice':
      return choice(
        receiver.test,
        methodOf(context, receiver.consequent, method, args, path),
        methodOf(context, receiver.alternate, method, args, path),
        origin,
      );
    case 'request':
      return { kind: 'request', what: 'other', origin };
    case 'environment':
      // https://github.com/evanshortiss/env-var: `get('X').default('true').asBool()`.
      if (method === 'default' && args[0] !== undefined) return { ...receiver, fallback: args[0] };
      if (method === 'required') return args[0]?.kind === 'known' && args[0].value === false ? receiver : { ...receiver, required: true };
      if (method === 'asString' || (method === 'get' && args.length === 0)) return receiver;
      if (method === 'asBool' || method === 'asBoolStrict') return { ...receiver, cast: 'boolean' };
      return operation(`method ${method}`, [receiver, ...args], origin);
    case 'known':
      return receiver.value === undefined || receiver.value === null ? absent(origin) : operation(`method ${method}`, [receiver, ...args], origin);
    case 'class':
      // `Cookie.new(…)` of a class of the repository (Ruby), and static factories that are not defined there.
      return method === 'new' ? instance(context, receiver, args) : evaluator.newObject(call, `${receiver.node.name}.${method}`, program, frame);
    case 'operation':
      return isOfRequest(receiver) ? { kind: 'request', what: 'other', origin } : operation(`method ${method}`, [receiver, ...args], origin);
    case 'parameter':
      return operation(`method ${method}`, [receiver, ...args], origin);
    default:
      return evaluator.newObject(call, path, program, frame);
  }
}

/** A text that the request gave, in another spelling: `(req.get('x-forwarded-proto') || '').toLowerCase()`. */
function isOfRequest(value: Value): boolean {
  if (value.kind === 'choice') return [value.consequent, value.alternate].every((side) => isOfRequest(side) || side.kind === 'known') && [value.consequent, value.alternate].some(isOfRequest);
  if (value.kind === 'operation') return ['lower', 'upper', 'trim', 'string'].includes(value.operator) && value.operands.some(isOfRequest);
  return value.kind === 'request';
}

const constructorArguments = ({ call, program, frame }: ObjectValue, evaluator: Evaluator): Value[] => call.args.map((argument) => evaluator.evaluate(argument.value, program, frame));

/** `buildString { append("a=1") }`: the block runs on a builder. */
function textOfBlock({ call, program, frame, evaluator }: CallContext, path: string | undefined): Value | undefined {
  const idioms = evaluator.idiomsOf(program);
  if (call.block === undefined || path === undefined || idioms.textBlocks?.includes(path) !== true) return undefined;
  const builder = afterReceiverBlock(evaluator.newObject(call, 'StringBuilder', program, frame), call.block, program, frame, evaluator);
  return builtText(builder, 'toString', idioms, originOf(program, call), []);
}

const FUNCTIONS = new PatternTables<FunctionIdiom>(({ path }) => path);

/** The functions of a table that a call of a path, or of a method, may be. */
const mayFit = (table: readonly FunctionIdiom[], path: string | undefined, method: string | undefined): readonly FunctionIdiom[] => {
  const end = path ?? method;
  return end === undefined ? [] : method === undefined || end === method || end.endsWith(`.${method}`) ? FUNCTIONS.candidates(table, end) : table;
};

/** The well-known pure functions of the language's table. */
function pureCall(context: CallContext, receiver: Value | undefined, path: string | undefined, args: readonly Value[]): Value | undefined {
  const { call, program, frame, evaluator } = context;
  const origin = originOf(program, call);
  const inside = new Context(evaluator, program, frame);
  const { callee } = call;
  const method = callee.kind === 'member' ? callee.property : undefined;
  for (const idiom of mayFit(evaluator.idiomsOf(program).functions, path, method)) {
    const isMethod = idiom.path.startsWith('**.');
    if (isMethod) {
      if (method === undefined || receiver === undefined || idiom.path.slice(3) !== method) continue;
    } else if (path === undefined || !pathPattern(idiom.path).test(path)) continue;
    const takesReceiver = idiom.receiver ?? isMethod;
    const given = takesReceiver && receiver !== undefined ? [receiver, ...args] : [...args];
    const operands = idiom.with === undefined ? given : [...given, wordsOf(idiom.with, origin)];
    const optional = ofOptional(idiom.operator, operands, call, inside);
    if (optional !== undefined) return whereThere(callee, receiver, optional, inside);
    if (takesFunction(idiom.operator)) continue;
    const looked = ofRecords(idiom.operator, operands, origin) ?? structural(idiom, operands, context);
    if (looked === undefined && idiom.operator === 'import-module') return undefined;
    return looked ?? whereThere(callee, receiver, applied(idiom, idiom.reversed === true ? operands.reverse() : operands, call, origin), inside);
  }
  return undefined;
}

const wordsOf = (words: string | readonly string[], origin: ReturnType<typeof originOf>): Value =>
  typeof words === 'string' ? known(words, origin) : { kind: 'list', items: words.map((word) => known(word, origin)), open: false, origin };

/** Functions that look into their operands instead of computing with them. */
function structural(idiom: FunctionIdiom, operands: readonly Value[], { call, program, frame, evaluator }: CallContext): Value | undefined {
  const origin = originOf(program, call);
  const [first, second, third] = operands;
  switch (idiom.operator) {
    case 'append':
      // Go's `append(list, item, more...)`.
      return first?.kind !== 'list' ? undefined : { ...first, items: [...first.items, ...operands.slice(1)], open: first.open || call.args.some((argument) => argument.spread !== undefined), origin };
    case 'getattr':
      return first === undefined || second?.kind !== 'known' ? undefined : attribute(first, String(second.value), third, origin, evaluator);
    case 'compact':
      return { kind: 'record', parts: operands.map((value) => variableNamed(value, call, new Context(evaluator, program, frame))), origin };
    case 'fields':
      return first?.kind === 'object' ? fieldsOf(first, evaluator) : undefined;
    case 'field-default':
      return fieldDefault(operands.map((value, i) => named(value, call, i)), origin, evaluator);
    case 'partial':
      return first?.kind === 'function' ? withArguments(first, operands.slice(1).map((value, i) => named(value, call, i + 1))) : undefined;
    case 'import-module': {
      const module = first?.kind === 'known' && typeof first.value === 'string' ? evaluator.links.moduleOf(program, first.value) : undefined;
      return module === undefined ? undefined : { kind: 'module', program: module, origin };
    }
    case 'format': {
      const offset = operands.length - call.args.length;
      const named = new Map(call.args.flatMap((argument, i) => (argument.name === undefined ? [] : [[argument.name, operands[i + offset]!] as const])));
      return first === undefined ? undefined : formatted(first, operands.slice(1).filter((_, i) => call.args[i + 1 - offset]?.name === undefined), origin, named);
    }
    default:
      return undefined;
  }
}

const leavesOf = (value: Value): Value[] => (value.kind === 'choice' ? [...leavesOf(value.consequent), ...leavesOf(value.alternate)] : [value]);

/** `getattr(object, 'name', fallback)`: what an object outside the repository has there is the operator's configuration. */
function attribute(object: Value, name: string, fallback: Value | undefined, origin: ReturnType<typeof originOf>, evaluator: Evaluator): Value {
  const value = evaluator.memberOf(object, name, origin);
  if (fallback === undefined) return value;
  if (object.kind === 'choice') {
    // A module that is loaded in one way or another: it is outside the repository whichever way it came.
    const outside = leavesOf(object).map((leaf) => attribute(leaf, name, fallback, origin, evaluator)).find((leaf) => leaf.kind === 'environment' && leaf.source === 'configuration');
    if (outside !== undefined) return outside;
  }
  if (isAbsent(value)) return fallback;
  if (value.kind === 'environment') return value.fallback === undefined ? { ...value, fallback } : value;
  // Configuration is written in capitals; other attributes are the object's own business.
  if (name !== name.toUpperCase()) return value;
  if (value.kind === 'symbol' || value.kind === 'unknown' || (value.kind === 'operation' && value.operator === 'field')) return { kind: 'environment', variable: name, source: 'configuration', fallback, origin };
  return value;
}

function applied(idiom: FunctionIdiom, operands: readonly Value[], call: Call, origin: ReturnType<typeof originOf>): Value {
  switch (idiom.operator) {
    case 'identity':
      return operands[0] ?? absent(origin);
    case 'merge':
      return { kind: 'record', parts: mergeParts(operands, call, origin), origin, ...nodeOf(operands) };
    case 'defaults':
      return { kind: 'record', parts: mergeParts([...operands].reverse(), call, origin), origin };
    case 'list':
      return operands.length === 1 && operands[0]?.kind === 'environment' ? operands[0] : { kind: 'list', items: operands, open: false, origin };
    case 'or-else': {
      const [value = absent(origin), otherwise = absent(origin)] = operands;
      return isAbsent(value) ? otherwise : value.kind === 'environment' && (value.fallback === undefined || isEmpty(value.fallback)) ? { ...value, fallback: otherwise } : choice(operation('defined', [value], origin), value, otherwise, origin);
    }
    case 'equals-ignoring-case':
      return operation('==', operands.map((operand) => operation('lower', [operand], origin)), origin);
    case 'record':
      return { kind: 'record', parts: namedLast(mergedArguments(call, operands, origin)), origin };
    case 'known-true':
      return known(true, origin);
    default:
      return operation(idiom.operator, operands, origin);
  }
}

const isEmpty = (value: Value): boolean => value.kind === 'known' && value.value === '';

/** `array_merge(...$parts)` merges what the list holds. */
const mergeParts = (operands: readonly Value[], call: Call, origin: ReturnType<typeof originOf>): RecordPart[] =>
  operands.flatMap((value, i) => {
    const spread = value.kind === 'list' && call.args[i]?.spread !== undefined ? value.items : [value];
    const parts = spread.map((item): RecordPart => ({ kind: 'spread', value: item }));
    return value.kind === 'list' && value.open ? [...parts, { kind: 'spread' as const, value: unknown('the list is not known in full', origin) }] : parts;
  });

/** A merge into an empty literal keeps the last literal as the place for a fix. */
const nodeOf = (operands: readonly Value[]): { node?: NonNullable<Extract<Value, { kind: 'record' }>['node']> } => {
  const last = operands.at(-1);
  return last?.kind === 'record' && last.node !== undefined ? { node: last.node } : {};
};
