/** Calls that read a configuration: sections, keys, and what the repository itself says about their defaults. */
import { fieldAt, fieldOf, isAbsent } from './fields.js';
import { registeredSetting, withPreset, withPresetRecord } from './evaluation/registered-configuration.js';
import type { Evaluator } from './evaluator.js';
import type { EnvironmentValue, ObjectValue, Origin, Value } from './value.js';

/** Ruby's `config.x.secure` and `Settings.cookies.secure`: a method without arguments, by which a section's key is read. */
export function isSettingRead(receiver: Value, target: Value): boolean {
  if (receiver.kind === 'record') return !isAbsent(target) && target.kind !== 'function' && target.kind !== 'operation';
  if (receiver.kind === 'environment' && receiver.of !== undefined && target.kind === 'operation') return target.operator !== 'field';
  return (
    (receiver.kind === 'symbol' || receiver.kind === 'object' || receiver.kind === 'environment') &&
    ['known', 'record', 'list', 'choice'].includes(target.kind)
  );
}

/** Ruby's `section.dig(:cookies, :secure)`. */
export function dugUp(receiver: Value, keys: readonly Value[], origin: Origin, evaluator: Evaluator): Value | undefined {
  if (receiver.kind !== 'record' && !(receiver.kind === 'environment' && receiver.source === 'configuration')) return undefined;
  let at: Value = receiver;
  for (const key of keys) {
    if (key.kind !== 'known') return undefined;
    at = evaluator.memberOf(at, String(key.value), origin);
  }
  return at;
}

/** A key of a section of the operator's configuration: `config.GetSection("A").GetValue<bool>("B")`, `conf.getConfig("a").getBoolean("b")`. */
export function ofSection(
  section: Value & { kind: 'environment' },
  method: string,
  args: readonly Value[],
  origin: Origin,
): Value | undefined {
  const [key, fallback] = args;
  if (section.source !== 'configuration' || key?.kind !== 'known' || typeof key.value !== 'string') return undefined;
  const read = /^get(?:Value|Section|Required(?:Section|Value)|Config|Object|Boolean|String|Property|Child|Optional)?$/i.exec(method);
  if (read === null) return undefined;
  return {
    kind: 'environment',
    variable: `${section.variable}.${key.value}`,
    source: 'configuration',
    origin,
    ...(/bool/i.test(method) ? { cast: 'boolean' as const } : {}),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

/** A key of a configuration service that the repository itself fills in. */
export function registered(value: Value, evaluator: Evaluator): Value {
  const { presets, presetRecords, registeredConfiguration } = evaluator.idiomsOf(value.origin.program);
  if (value.kind !== 'environment' || value.source !== 'configuration') return value;
  if (presets !== undefined && value.fallback === undefined) return withPreset(value, presets, evaluator);
  if (presetRecords !== undefined && value.fallback === undefined && readBy(value, presetRecords.of))
    return withPresetRecord(value, presetRecords, evaluator);
  return registeredConfiguration === undefined ? value : registeredSetting(value, registeredConfiguration, evaluator);
}

/** Whether the object that is read begins with the library's name. */
const readBy = ({ origin: { program, range } }: EnvironmentValue, name: string): boolean => program.text.startsWith(name, range.start);

/** django-environ's `Env(DEBUG=(bool, False))`: the reader was made with the type and the default of the variable. */
export function declaredDefault(value: Value, reader: Value, evaluator: Evaluator): Value {
  if (value.kind !== 'environment' || value.fallback !== undefined || reader.kind !== 'object') return value;
  if (evaluator.idiomsOf(reader.program).keySchemas?.includes(reader.path) === true) return describedKey(value, reader, evaluator);
  const declared = reader.call.args.find((argument) => argument.name === value.variable);
  const scheme = declared === undefined ? undefined : evaluator.evaluate(declared.value, reader.program, reader.frame);
  if (scheme?.kind !== 'list') return scheme?.kind === 'symbol' && scheme.path === 'bool' ? { ...value, cast: 'boolean' } : value;
  const [type, fallback] = scheme.items;
  return {
    ...value,
    ...(fallback === undefined ? {} : { fallback }),
    ...(type?.kind === 'symbol' && type.path === 'bool' ? { cast: 'boolean' as const } : {}),
  };
}

/** A key as the first argument of its reader describes it: `{ cookie: { secure: { default: true, env: 'COOKIE_SECURE' } } }`. */
function describedKey(value: EnvironmentValue, { call, program, frame }: ObjectValue, evaluator: Evaluator): Value {
  const schema = call.args[0] === undefined ? undefined : evaluator.evaluate(call.args[0].value, program, frame);
  const described = schema === undefined ? undefined : fieldAt(schema, value.variable.split('.'));
  if (described?.kind !== 'record') return value;
  const [fallback, variable] = [fieldOf(described, 'default'), fieldOf(described, 'env')];
  return {
    ...value,
    ...(isAbsent(fallback) ? {} : { fallback }),
    ...(variable.kind === 'known' && typeof variable.value === 'string'
      ? { variable: variable.value, source: 'environment' as const }
      : {}),
  };
}
