/** What schema libraries make of the values they are given: `createEnv({ server: { X: z.string().default('true') } })`, `z.boolean().default(true).parse(x)`. */
import { fieldAt, fieldOf, isAbsent } from './fields.js';
import { modePredicate } from './idiom-match.js';
import type { SchemaIdiom } from './idioms.js';
import { pathPattern } from './path-pattern.js';
import {
  choice,
  operation,
  type EnvironmentValue,
  type FunctionValue,
  type ObjectValue,
  type Origin,
  type RecordValue,
  type Value,
} from './value.js';

export interface SchemaReader {
  evaluateArgument(object: ObjectValue, index: number): Value | undefined;
  call(fn: FunctionValue, args: readonly Value[], origin: Origin): Value;
  member(object: Value, key: string): Value;
}

/** The value of a key of an object that a schema library made from the environment; undefined for any other object. */
export function schemaVariable(
  object: ObjectValue,
  key: string,
  idioms: readonly SchemaIdiom[],
  reader: SchemaReader,
  origin: Origin,
): Value | undefined {
  for (const idiom of idioms) {
    if (!pathPattern(idiom.made).test(object.path)) continue;
    const parsed =
      idiom.parse === undefined ? undefined : object.history.entries.find((entry) => idiom.parse!.includes(entry.method))?.args[0];
    // A second schema over what a first one gave: its own keys, and the first one's.
    const inner = parsed?.kind === 'object' ? schemaVariable(parsed, key, idioms, reader, origin) : undefined;
    const given =
      idiom.parse === undefined || isEnvironment(parsed)
        ? variable(key, origin)
        : parsed?.kind === 'record'
          ? reader.member(parsed, key)
          : undefined;
    if (given === undefined && inner === undefined) continue;
    const schema =
      object.history.entries.find((entry) => entry.method === 'keys')?.args[0] ?? reader.evaluateArgument(object, idiom.argument);
    if (schema === undefined) continue;
    const mode = idiom.modes?.[key];
    if (mode !== undefined) return isMode(mode, object, schema, idioms, reader, origin);
    const described = (idiom.under ?? [[]])
      .map((path) => fieldOf(fieldAt(schema, path), key))
      .find((value) => !isAbsent(value) && value.kind !== 'operation');
    return described === undefined && inner !== undefined
      ? inner
      : required(parsedBy(described, given ?? variable(key, origin), reader, origin), described, idiom, reader);
  }
  return undefined;
}

/** `env.isProduction` of envalid: NODE_ENV as the schema describes it, or as it is. */
function isMode(
  mode: string,
  object: ObjectValue,
  schema: Value,
  idioms: readonly SchemaIdiom[],
  reader: SchemaReader,
  origin: Origin,
): Value {
  const described = isAbsent(fieldOf(schema, 'NODE_ENV')) ? undefined : schemaVariable(object, 'NODE_ENV', idioms, reader, origin);
  return described === undefined
    ? modePredicate(mode, origin, 'production')
    : operation('==', [described, { kind: 'known', value: mode, origin }], origin);
}

/** The value with the word that the schema insists on it. */
function required(value: Value, schema: Value | undefined, idiom: SchemaIdiom, reader: SchemaReader): Value {
  if (schema?.kind !== 'object') return value;
  const said = schema.history.entries.map(({ method }) => method);
  const options = reader.evaluateArgument(schema, 0);
  const isOptional =
    OPTIONAL.some((method) => said.includes(method) || schema.path.endsWith(`.${method}`)) ||
    (options?.kind === 'record' && !isAbsent(fieldOf(options, 'default')));
  if (isOptional || (idiom.required === 'if-said' && !said.includes('required'))) return value;
  return insisting(value);
}

const OPTIONAL = ['optional', 'nullish', 'nullable', 'default', 'prefault', 'catch'];

/** The variables that were read from it say the same. */
function insisting(value: Value): Value {
  if (value.kind === 'environment') return { ...value, required: true };
  if (value.kind === 'operation') return { ...value, operands: value.operands.map(insisting) };
  return value.kind === 'choice'
    ? { ...value, test: insisting(value.test), consequent: insisting(value.consequent), alternate: insisting(value.alternate) }
    : value;
}

/** What the schema of one value gives for the argument of its `parse`; undefined where the object is no such schema. */
export function parsedValue(
  schema: ObjectValue,
  method: string,
  given: Value | undefined,
  idioms: readonly SchemaIdiom[],
  reader: SchemaReader,
  origin: Origin,
): Value | undefined {
  if (
    given === undefined ||
    !idioms.some(({ scalar, parse }) => scalar !== undefined && parse?.includes(method) === true && scalar.test(schema.path))
  )
    return undefined;
  return parsedBy(schema, given, reader, origin);
}

/** The functions that check what a schema has read of the environment. Where they reject it `parse` throws, and `safeParse` has no data. */
export function refinementsOf(
  object: ObjectValue,
  idioms: readonly SchemaIdiom[],
): readonly { readonly method: string; readonly check: FunctionValue }[] {
  const reads = idioms.some(
    ({ made, parse }) =>
      parse !== undefined &&
      pathPattern(made).test(object.path) &&
      object.history.entries.some(({ method, args }) => parse.includes(method) && isEnvironment(args[0])),
  );
  if (!reads) return [];
  return object.history.entries.flatMap(({ method, args: [check] }) =>
    (method === 'refine' || method === 'superRefine') && check?.kind === 'function' ? [{ method, check }] : [],
  );
}

const isEnvironment = (value: Value | undefined): boolean => value?.kind === 'symbol' && /(?:^|\.)env$/.test(value.path);

const variable = (name: string, origin: Origin): EnvironmentValue => ({
  kind: 'environment',
  variable: name,
  source: 'environment',
  origin,
});

/** A value after its schema's defaults and conversions, in the order in which they are written. */
function parsedBy(schema: Value | undefined, given: Value, reader: SchemaReader, origin: Origin): Value {
  if (schema?.kind === 'record') return describedByRecord(schema, given);
  if (schema?.kind !== 'object') return given;
  const options = reader.evaluateArgument(schema, 0);
  const preset = options?.kind === 'record' ? fieldOf(options, 'default') : undefined;
  const isFlag = /(?:^|\.)(?:bool|boolean|stringbool)$/.test(schema.path) && !schema.path.endsWith('.coerce.boolean');
  let read = given;
  if (read.kind === 'environment')
    read = {
      ...read,
      ...(isFlag ? { cast: 'boolean' as const } : {}),
      ...(preset === undefined || isAbsent(preset) ? {} : { fallback: preset }),
    };
  let value = read;
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
      if (changed || read.kind !== 'environment') value = choice(operation('defined', [read], origin), value, first, origin);
      else value = read = { ...read, fallback: first };
    } else if (method === 'transform' && first?.kind === 'function') convert((old) => reader.call(first, [old], origin));
  }
  return value;
}

/** The property of a JSON schema: `{ type: 'boolean', default: true }`. */
function describedByRecord(schema: RecordValue, given: Value): Value {
  if (given.kind !== 'environment') return given;
  const [type, fallback] = [fieldOf(schema, 'type'), fieldOf(schema, 'default')];
  return {
    ...given,
    ...(type.kind === 'known' && type.value === 'boolean' ? { cast: 'boolean' as const } : {}),
    ...(isAbsent(fallback) ? {} : { fallback }),
  };
}
