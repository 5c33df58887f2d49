/** Classes whose fields the environment overrides: pydantic's `BaseSettings` (https://docs.pydantic.dev/latest/concepts/pydantic_settings/). */
import { calledName } from '../../syntax/called-name.js';
import type { ClassDeclaration } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { isKind, type Binding } from '../program-index.js';
import { absent, type EnvironmentValue, type FunctionValue, type Value } from '../value.js';

/** How many base classes are followed. */
const MAX_BASES = 8;

/** Whether the environment overrides the fields of the class. */
export function isSettingsClass(node: ClassDeclaration, context: Context, depth = 0): boolean {
  const known = context.idioms.settingsClasses;
  if (known === undefined || depth > MAX_BASES) return false;
  return node.bases.some((base) => {
    const value = context.outsideCalls.evaluate(base);
    if (value.kind === 'class')
      return value.node !== node && isSettingsClass(value.node, new Context(context.evaluator, value.program), depth + 1);
    return value.kind === 'symbol' && known.includes(value.path.includes('.') ? value.path : `pydantic_settings.${value.path}`);
  });
}

/** A field of a settings class: its value is what the environment says, and only else what is written. */
export function overridable(property: string, value: Value, binding: Binding, node: ClassDeclaration, context: Context): Value {
  const isWritten = binding.writes.some((write) => write.value !== undefined);
  // A group of settings: its fields are read one by one.
  if (value.kind === 'object' && value.instanceOf !== undefined) return value;
  const field: Described = isWritten ? described(value, context) : {};
  const { fallback } = field;
  const type = binding.writes.map((write) => (isKind(write.node, 'declaration') ? (write.node.typeName ?? '') : '')).join(' ');
  const isBoolean = /\bbool\b/.test(type) || (fallback?.kind === 'known' && typeof fallback.value === 'boolean');
  const isOptional = /\bOptional\b|\bNone\b/.test(type);
  const read: EnvironmentValue = {
    kind: 'environment',
    variable: (field.variable ?? `${prefixOf(node, context)}${property}`).toUpperCase(),
    source: 'environment',
    origin: value.origin,
    ...(fallback === undefined ? {} : { fallback }),
    ...(fallback === undefined && !isOptional ? { required: true as const } : {}),
    ...(isBoolean ? { cast: 'boolean' as const } : {}),
  };
  return validated(property, context.evaluator.informed(read), node, context);
}

interface Described {
  /** Undefined where the field has to be given. */
  readonly fallback?: Value;
  readonly variable?: string;
}

/** What `Field(default=…, alias='X')` says, and what a plain default is. */
function described(value: Value, context: Context): Described {
  if (value.kind !== 'object') return { fallback: value };
  if (!/(?:^|\.)Field$/.test(value.path)) return { fallback: absent(value.origin) };
  const { args } = value.call;
  const named = args.find(({ name }) => name === 'validation_alias' || name === 'alias' || name === 'env')?.value;
  const given = (named?.kind === 'call' ? named.args[0]?.value : named?.kind === 'list' ? named.items[0]?.value : named) ?? undefined;
  const preset = (args.find(({ name }) => name === 'default') ?? args.find(({ name }) => name === undefined))?.value;
  const isRequired = preset === undefined || context.program.text.slice(preset.start, preset.end) === '...';
  return {
    ...(isRequired ? {} : { fallback: context.evaluate(preset) }),
    ...(given?.kind === 'literal' && typeof given.value === 'string' ? { variable: given.value } : {}),
  };
}

/** What a field holds where nobody gives it: the default that `Field(default=…)` says, else what is written. */
export const describedField = (value: Value, context: Context): Value | undefined =>
  context.language === 'python' ? described(value, context).fallback : value;

/** `model_config = SettingsConfigDict(env_prefix='SHOP_')`, and `class Config: env_prefix = 'SHOP_'` of pydantic 1, of the class or a base. */
function prefixOf(node: ClassDeclaration, context: Context, depth = 0): string {
  const { index, evaluator, program } = context;
  const bindings = index.classScope(node)?.bindings;
  const written = bindings?.get('model_config')?.writes[0]?.value;
  const entry =
    written?.kind === 'call'
      ? written.args.find(({ name }) => name === 'env_prefix')?.value
      : written?.kind === 'record'
        ? written.entries.flatMap((one) =>
            one.kind === 'property' && one.key.kind === 'literal' && one.key.value === 'env_prefix' ? [one.value] : [],
          )[0]
        : undefined;
  const inner = bindings?.get('Config')?.class;
  const prefix = entry ?? (inner === undefined ? undefined : index.classScope(inner)?.bindings.get('env_prefix')?.writes[0]?.value);
  if (prefix !== undefined) return prefix.kind === 'literal' ? String(prefix.value) : '';
  for (const base of depth > MAX_BASES ? [] : node.bases) {
    const value = evaluator.evaluate(base, program);
    const inherited =
      value.kind === 'class' && value.node !== node ? prefixOf(value.node, new Context(evaluator, value.program), depth + 1) : '';
    if (inherited !== '') return inherited;
  }
  return '';
}

/** What the functions that check the field make of it: they may give another value. */
function validated(property: string, value: Value, node: ClassDeclaration, context: Context): Value {
  let checked = value;
  for (const statement of node.body.body) {
    if (statement.kind !== 'function-declaration') continue;
    const checks = (statement.function.decorators ?? []).some(
      (one) =>
        one.kind === 'call' &&
        FIELD_VALIDATORS.includes(calledName(one.callee) ?? '') &&
        one.args.some((argument) => argument.name === undefined && argument.value.kind === 'literal' && argument.value.value === property),
    );
    if (!checks) continue;
    const origin = context.origin(statement);
    const fn: FunctionValue = { kind: 'function', node: statement.function, program: context.program, frame: undefined, origin };
    checked = context.evaluator.callFunction(fn, [{ value: checked }], origin);
  }
  return checked;
}

/** Decorators of functions that check one field: pydantic 2 and 1. */
export const FIELD_VALIDATORS = ['field_validator', 'validator'];
