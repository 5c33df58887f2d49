/** Files that map keys of the settings to the environment variables that override them. */
import { fieldOf, isAbsent } from '../fields.js';
import { through, type EnvironmentValue, type Origin, type RecordPart, type Value } from '../value.js';

/** Text that the library parses; without a format a variable stays text. */
const CASTS: Readonly<Record<string, EnvironmentValue['cast']>> = {
  json: 'boolean',
  boolean: 'boolean',
  yaml: 'boolean',
  number: 'number',
};

/** Settings under the variables that a file maps their keys to: `"KEY"` or `{ "__name": "KEY", "__format": "json" }`. */
export function withVariables(value: Value | undefined, mapped: Value, origin: Origin): Value | undefined {
  const variable = variableOf(mapped);
  if (variable !== undefined) {
    const cast = CASTS[textOf(mapped, '__format') ?? ''];
    return {
      kind: 'environment',
      variable,
      source: 'environment',
      origin,
      ...(value === undefined ? {} : { fallback: through(value, value.origin) }),
      ...(cast === undefined ? {} : { cast }),
    };
  }
  if (mapped.kind !== 'record') return value;
  const inner = mapped.parts.flatMap((part): RecordPart[] => {
    if (part.kind !== 'field') return [];
    const field = withVariables(value === undefined ? undefined : presentField(value, part.key), part.value, origin);
    return field === undefined ? [] : [{ kind: 'field', key: part.key, value: field }];
  });
  return { kind: 'record', origin, parts: value === undefined ? inner : [{ kind: 'spread', value }, ...inner] };
}

function variableOf(mapped: Value): string | undefined {
  return mapped.kind === 'known' && typeof mapped.value === 'string' ? mapped.value : textOf(mapped, '__name');
}

function textOf(mapped: Value, key: string): string | undefined {
  const field = mapped.kind === 'record' ? fieldOf(mapped, key) : undefined;
  return field?.kind === 'known' && typeof field.value === 'string' ? field.value : undefined;
}

/** A field that is written. */
export function presentField(value: Value, key: string): Value | undefined {
  const field = value.kind === 'record' ? fieldOf(value, key) : undefined;
  return field === undefined || isAbsent(field) ? undefined : field;
}
