/** Classes whose fields the environment overrides: pydantic's `BaseSettings` (https://docs.pydantic.dev/latest/concepts/pydantic_settings/). */
import type { ClassDeclaration } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { isKind, type Binding } from '../program-index.js';
import { absent, type Value } from '../value.js';

/** How many base classes are followed. */
const MAX_BASES = 8;

/** Whether the environment overrides the fields of the class. */
export function isSettingsClass(node: ClassDeclaration, context: Context, depth = 0): boolean {
  const known = context.idioms.settingsClasses;
  if (known === undefined || depth > MAX_BASES) return false;
  return node.bases.some((base) => {
    const value = context.outsideCalls.evaluate(base);
    if (value.kind === 'class') return value.node !== node && isSettingsClass(value.node, new Context(context.evaluator, value.program), depth + 1);
    return value.kind === 'symbol' && known.includes(value.path.includes('.') ? value.path : `pydantic_settings.${value.path}`);
  });
}

/** A field of a settings class: its value is what the environment says, and only else what is written. */
export function overridable(property: string, value: Value, binding: Binding, context: Context): Value {
  const fallback = fieldDefault(value, context);
  const isBoolean = binding.writes.some((write) => isKind(write.node, 'declaration') && /\bbool\b/.test(write.node.typeName ?? '')) || (fallback.kind === 'known' && typeof fallback.value === 'boolean');
  return { kind: 'environment', variable: property.toUpperCase(), source: 'environment', fallback, origin: value.origin, ...(isBoolean ? { cast: 'boolean' as const } : {}) };
}

/** `Field(default=…)` and `Field(…)` hold the default as an argument. */
function fieldDefault(value: Value, context: Context): Value {
  if (value.kind !== 'object') return value;
  const { args } = value.call;
  const declared = /(?:^|\.)Field$/.test(value.path) ? (args.find((argument) => argument.name === 'default') ?? args.find((argument) => argument.name === undefined)) : undefined;
  return declared === undefined ? absent(value.origin) : context.evaluate(declared.value);
}
