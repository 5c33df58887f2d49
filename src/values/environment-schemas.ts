/** Environment objects that a schema describes (`createEnv({ server: { X: z.string().default('true') } })`): a key is a variable with the schema's default and conversions. */
import { fieldAt, fieldOf, isAbsent } from './fields.js';
import type { SchemaIdiom } from './idioms.js';
import { pathPattern } from './path-pattern.js';
import { choice, operation, type EnvironmentValue, type FunctionValue, type ObjectValue, type Origin, type Value } from './value.js';

export interface SchemaReader {
  evaluateArgument(object: ObjectValue, index: number): Value | undefined;
  call(fn: FunctionValue, args: readonly Value[], origin: Origin): Value;
}

/** The value of a key of an object that a schema library made from the environment; undefined for any other object. */
export function schemaVariable(object: ObjectValue, key: string, idioms: readonly SchemaIdiom[], reader: SchemaReader, origin: Origin): Value | undefined {
  for (const idiom of idioms) {
    if (!pathPattern(idiom.made).test(object.path)) continue;
    const parsed = idiom.parse === undefined ? undefined : object.history.find((entry) => idiom.parse!.includes(entry.method))?.args[0];
    // A second schema over what a first one gave: its own keys, and the first one's.
    const inner = parsed?.kind === 'object' ? schemaVariable(parsed, key, idioms, reader, origin) : undefined;
    if (idiom.parse !== undefined && inner === undefined && !isEnvironment(parsed)) continue;
    const schema = object.history.find((entry) => entry.method === 'keys')?.args[0] ?? reader.evaluateArgument(object, idiom.argument);
    if (schema === undefined) continue;
    const described = (idiom.under ?? [[]]).map((path) => fieldOf(fieldAt(schema, path), key)).find((value) => !isAbsent(value) && value.kind !== 'operation');
    return described === undefined && inner !== undefined ? inner : variable(key, described, reader, origin);
  }
  return undefined;
}

const isEnvironment = (value: Value | undefined): boolean => value?.kind === 'symbol' && /(?:^|\.)env$/.test(value.path);

function variable(name: string, schema: Value | undefined, reader: SchemaReader, origin: Origin): Value {
  const plain: EnvironmentValue = { kind: 'environment', variable: name, source: 'environment', origin };
  if (schema?.kind !== 'object') return plain;
  const options = reader.evaluateArgument(schema, 0);
  const preset = options?.kind === 'record' ? fieldOf(options, 'default') : undefined;
  const isFlag = /(?:^|\.)(?:bool|boolean|stringbool)$/.test(schema.path) && !schema.path.endsWith('.coerce.boolean');
  let read: EnvironmentValue = { ...plain, ...(isFlag ? { cast: 'boolean' as const } : {}), ...(preset === undefined || isAbsent(preset) ? {} : { fallback: preset }) };
  let value: Value = read;
  let changed = false;
  const convert = (next: (old: Value) => Value): void => {
    value = next(value);
    changed = true;
  };
  // `z.coerce.boolean()` is JavaScript's own truth: the text "false" is true.
  if (schema.path.endsWith('.coerce.boolean')) convert((old) => operation('boolean', [old], origin));
  if (schema.path.endsWith('.preprocess') && options?.kind === 'function') convert((old) => reader.call(options, [old], origin));
  for (const { method, args } of schema.history) {
    const [first] = args;
    if ((method === 'default' || method === 'prefault' || method === 'catch') && first !== undefined) {
      if (changed) value = choice(operation('defined', [read], origin), value, first, origin);
      else value = read = { ...read, fallback: first };
    } else if (method === 'transform' && first?.kind === 'function') convert((old) => reader.call(first, [old], origin));
  }
  return value;
}
