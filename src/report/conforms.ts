/** Whether JSON that somebody hands in is what a schema of ours describes: the keywords that these use, and no others. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Fields that a later version adds are no mistake: `false` is for those who write. */
  readonly additionalProperties?: boolean | Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The first place that is not as described, as `findings[3].line`; undefined where all is. */
export function misfit(value: unknown, root: Schema, schema: Schema = root, at = ''): string | undefined {
  if (schema.$ref !== undefined) return misfit(value, root, root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {}, at);
  if (!isAsDescribed(value, schema)) return at === '' ? 'the whole of it' : at;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? undefined : firstOf(value.entries(), ([index, item]) => misfit(item, root, items, `${at}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return inside(at, missing);
  return firstOf(Object.entries(value), ([name, item]) => {
    const { properties = {}, additionalProperties } = schema;
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return typeof own === 'object' ? misfit(item, root, own, inside(at, name)) : undefined;
  });
}

const inside = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

function firstOf<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isAsDescribed(value: unknown, { type, const: only, enum: among, pattern, minimum, maximum, minItems }: Schema): boolean {
  const types = type === undefined ? undefined : [type].flat();
  return (
    (types === undefined || types.some((one) => isOfType(value, one))) &&
    (only === undefined || value === only) &&
    (among === undefined || among.includes(value)) &&
    (pattern === undefined || typeof value !== 'string' || new RegExp(pattern, 'u').test(value)) &&
    (typeof value !== 'number' || (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity))) &&
    (!Array.isArray(value) || value.length >= (minItems ?? 0))
  );
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
