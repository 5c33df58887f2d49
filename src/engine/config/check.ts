/** Checks a parsed configuration against its schema, with messages that name the key, its place, and the nearest known word. */
import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { nearest } from '../../text/nearest.js';
import type { Schema, SchemaType } from './schema.js';

/** One thing that is wrong, at an offset of the file. */
export interface ConfigProblem {
  readonly offset: number;
  readonly message: string;
}

/** What is wrong with `node`; `key` is its path, as `overrides[0].files`. */
export function check(node: Node | null, schema: Schema, key: string): ConfigProblem[] {
  const at = node?.range?.[0] ?? 0;
  if (isAlias(node)) return [{ offset: at, message: `${named(key)}: aliases are not supported here` }];
  const value = isScalar(node) ? node.value : node === null ? null : undefined;
  const type = typeOf(node, value);
  if (schema.enum !== undefined) {
    if (schema.enum.includes(value as string | null)) return [];
    const near =
      typeof value === 'string'
        ? nearest(
            value,
            schema.enum.filter((word) => word !== null),
          )
        : undefined;
    return [
      {
        offset: at,
        message: `${named(key)}: ${shown(value, type)} is none of ${schema.enum.map((word) => JSON.stringify(word)).join(', ')}${meant(near)}${boolish(value, schema)}`,
      },
    ];
  }
  const allowed = schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (allowed.length > 0 && !allowed.some((one) => one === type || (one === 'number' && type === 'integer'))) {
    return [{ offset: at, message: `${named(key)}: expected ${allowed.map(typeName).join(' or ')}, found ${shown(value, type)}` }];
  }
  if (typeof value === 'string' && schema.minLength !== undefined && value.length < schema.minLength)
    return [{ offset: at, message: `${named(key)}: must not be empty` }];
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
    return [{ offset: at, message: `${named(key)}: ${JSON.stringify(value)} does not have the form ${schema.pattern}` }];
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
    return [{ offset: at, message: `${named(key)}: must be at least ${schema.minimum}` }];
  if (isSeq(node)) {
    if (schema.minItems !== undefined && node.items.length < schema.minItems)
      return [{ offset: at, message: `${named(key)}: must not be empty` }];
    const items = schema.items;
    return items === undefined ? [] : node.items.flatMap((item, index) => check(item as Node | null, items, `${key}[${index}]`));
  }
  return isMap(node) ? checkMap(node.items as { readonly key: Node; readonly value: Node | null }[], schema, key, at) : [];
}

function checkMap(
  pairs: readonly { readonly key: Node; readonly value: Node | null }[],
  schema: Schema,
  key: string,
  at: number,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const present = new Set<string>();
  for (const pair of pairs) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    const path = key === '' ? name : `${key}.${name}`;
    present.add(name);
    const own =
      schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : schema.additionalProperties;
    if (own === undefined) continue;
    if (own === false) {
      const near = nearest(name, Object.keys(schema.properties ?? {}));
      problems.push({ offset: pair.key.range?.[0] ?? at, message: `unknown key \`${path}\`${meant(near)}` });
    } else problems.push(...check(pair.value, own, path));
  }
  for (const name of schema.required ?? [])
    if (!present.has(name)) problems.push({ offset: at, message: `${named(key)}: \`${name}\` is missing` });
  if (schema.oneOf !== undefined && schema.oneOf.filter(({ required }) => required.every((name) => present.has(name))).length !== 1) {
    problems.push({
      offset: at,
      message: `${named(key)}: exactly one of ${schema.oneOf.map(({ required }) => `\`${required.join('` and `')}\``).join(' and ')} is needed`,
    });
  }
  return problems;
}

function typeOf(node: Node | null, value: unknown): SchemaType | 'other' {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'array';
  if (value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as 'string' | 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return 'other';
}

const typeNames: Readonly<Record<SchemaType, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

function typeName(type: SchemaType): string {
  return typeNames[type];
}

function shown(value: unknown, type: SchemaType | 'other'): string {
  return type === 'object' || type === 'array' ? typeNames[type] : (JSON.stringify(value) ?? 'something else');
}

function named(key: string): string {
  return key === '' ? 'the configuration' : `\`${key}\``;
}

function meant(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean \`${near}\`?`;
}

/** YAML 1.1 habits: people write `off`, other tools write false for it. */
function boolish(value: unknown, schema: Schema): string {
  return value === false && schema.enum?.includes('off') === true ? ' (write "off")' : '';
}
