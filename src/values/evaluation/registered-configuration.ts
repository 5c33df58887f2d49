/** What the repository itself says about the keys of a configuration service: groups that are registered by name, and the schema that checks them. */
import { calledName } from '../../syntax/called-name.js';
import type { Expression, Program } from '../../syntax/ir.js';
import type { Evaluator } from '../evaluator.js';
import { fieldAt, fieldOf, isAbsent } from '../fields.js';
import { schemaVariable } from '../environment-schemas.js';
import type { LanguageIdioms, RegisteredConfiguration } from '../idioms.js';
import { unknown, type EnvironmentValue, type ObjectValue, type Origin, type Value } from '../value.js';
import { schemaReader } from './outside.js';

/** What `config.get('cookie.secure')` gives: the key of a registered group, else the variable with what the schema makes of it. */
export function registeredSetting(read: EnvironmentValue, idiom: RegisteredConfiguration, evaluator: Evaluator): Value {
  const { program } = read.origin;
  const [group = '', ...path] = read.variable.split('.');
  const loaded = loadedSetting(read, [group, ...path], idiom, evaluator);
  if (loaded !== undefined && !isOpen(loaded)) return loaded;
  if (path.length > 0) {
    for (const one of evaluator.links.filesSaying?.(program, [idiom.registers, group]) ?? []) {
      const made = evaluator
        .indexOf(one)
        .calls.find(
          ({ callee, args }) =>
            calledName(callee) === idiom.registers && args[0]?.value.kind === 'literal' && args[0].value.value === group,
        );
      const written = made?.args[1] === undefined ? undefined : groupOf(made.args[1].value, one, evaluator);
      const value = written === undefined ? undefined : path.reduce((at, key) => evaluator.memberOf(at, key, read.origin), written);
      if (value !== undefined && !isAbsent(value)) return value;
    }
    // A key with dots is no variable: what could not be followed may have it.
    return loaded === undefined ? read : unknown(`what \`${idiom.loads}\` gives is not followed`, read.origin);
  }
  return (read.fallback === undefined ? described(read, idiom, evaluator) : undefined) ?? read;
}

/** The field of something that is not known. */
const isOpen = (value: Value): boolean => value.kind === 'unknown' || (value.kind === 'operation' && value.operator === 'field');

/** A key of what the functions in the list of the option give: `load: [configuration]`; open where one of them is not followed. */
function loadedSetting(
  read: EnvironmentValue,
  path: readonly string[],
  { loads }: RegisteredConfiguration,
  evaluator: Evaluator,
): Value | undefined {
  const { program } = read.origin;
  let open: Value | undefined;
  for (const one of evaluator.links.filesSaying?.(program, [`${loads}:`]) ?? []) {
    for (const { entries } of evaluator.indexOf(one).records) {
      const entry = entries.find((each) => each.kind === 'property' && each.key.kind === 'literal' && each.key.value === loads);
      const functions = entry?.kind === 'property' ? evaluator.evaluate(entry.value, one) : undefined;
      for (const fn of functions?.kind === 'list' ? functions.items : []) {
        if (fn.kind !== 'function') continue;
        const group = evaluator.callFunction(fn, [], fn.origin);
        const value = group.kind === 'record' ? fieldAt(group, path) : unknown('the function is not followed', fn.origin);
        if (isOpen(value)) open ??= value;
        else if (!isAbsent(value)) return value;
      }
    }
  }
  return open;
}

/** The key with the default that the program gives it elsewhere: `viper.SetDefault("cookie.secure", true)`. Keys compare without case. */
export function withPreset(read: EnvironmentValue, setter: string, evaluator: Evaluator): EnvironmentValue {
  const key = read.variable.toLowerCase();
  for (const program of evaluator.links.filesSaying?.(read.origin.program, [setter]) ?? []) {
    for (const { callee, args } of evaluator.indexOf(program).calls) {
      const [name, value] = args;
      if (
        calledName(callee) !== setter ||
        name?.value.kind !== 'literal' ||
        String(name.value.value).toLowerCase() !== key ||
        value === undefined
      )
        continue;
      return { ...read, fallback: evaluator.evaluate(value.value, program) };
    }
  }
  return read;
}

/** The key with the default that a record gives it: `nconf.defaults({ cookie: { secure: true } })`. */
export function withPresetRecord(
  read: EnvironmentValue,
  { of, method, separator }: NonNullable<LanguageIdioms['presetRecords']>,
  evaluator: Evaluator,
): EnvironmentValue {
  const { program } = read.origin;
  for (const one of [program, ...(evaluator.links.filesSaying?.(program, [of, `.${method}(`]) ?? [])]) {
    for (const { callee, args } of evaluator.indexOf(one).calls) {
      if (calledName(callee) !== method || args[0] === undefined || !one.text.startsWith(of, callee.start)) continue;
      const value = fieldAt(evaluator.evaluate(args[0].value, one), read.variable.split(separator));
      if (!isAbsent(value) && !(value.kind === 'operation' && value.operator === 'field')) return { ...read, fallback: value };
    }
  }
  return read;
}

/** The group that a registration makes: `cookieConfig.secure` of an injected one. */
export function registeredGroup(object: ObjectValue, { registers }: RegisteredConfiguration, evaluator: Evaluator): Value | undefined {
  const factory = object.path.endsWith(`.${registers}`) ? object.call.args[1] : undefined;
  return factory === undefined ? undefined : groupOf(factory.value, object.program, evaluator);
}

function groupOf(factory: Expression, program: Program, evaluator: Evaluator): Value | undefined {
  const fn = evaluator.evaluate(factory, program);
  return fn.kind === 'function' ? evaluator.callFunction(fn, [], fn.origin) : undefined;
}

function described(read: EnvironmentValue, { schema }: RegisteredConfiguration, evaluator: Evaluator): Value | undefined {
  const { origin } = read;
  for (const one of evaluator.links.filesSaying?.(origin.program, [schema]) ?? []) {
    for (const { entries } of evaluator.indexOf(one).records) {
      const entry = entries.find((each) => each.kind === 'property' && each.key.kind === 'literal' && each.key.value === schema);
      const value = entry === undefined ? undefined : evaluator.evaluate(entry.value, one);
      const found = value?.kind === 'object' ? variableOf(value, read.variable, origin, evaluator) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The variable as the schema reads it, as if it had been given the environment. */
function variableOf(schema: ObjectValue, key: string, origin: Origin, evaluator: Evaluator): Value | undefined {
  const reader = schemaReader(evaluator, origin);
  const keys = reader.evaluateArgument(schema, 0);
  if (keys?.kind !== 'record' || isAbsent(fieldOf(keys, key))) return undefined;
  const idioms = (evaluator.idiomsOf(schema.program).schemas ?? []).map(({ made, argument, required }) => ({ made, argument, required }));
  return schemaVariable(schema, key, idioms, reader, origin);
}
