/** Fields of Rust's structs: what the program writes into them, and what serde, clap and their like fill in. */
import { calledName } from '../../syntax/called-name.js';
import type { Argument, Call, ClassDeclaration, Declaration, Expression } from '../../syntax/ir.js';
import { holdsConfiguration } from '../configuration-classes.js';
import type { Context } from '../context.js';
import { isKind, type Binding } from '../program-index.js';
import { known, unknown, type EnvironmentValue, type Origin, type Value } from '../value.js';
import { writtenAnywhere } from './struct-writes.js';
import { classOfType, sectionOfType } from './types.js';

/** A field of a struct of the repository; undefined for its other members. */
export function rustField(
  node: ClassDeclaration,
  property: string,
  { writes: [written], ...binding }: Binding,
  context: Context,
): Value | undefined {
  const declaration = written?.node;
  if (
    binding.function !== undefined ||
    !isKind(declaration, 'declaration') ||
    written?.value !== undefined ||
    declaration.isStatic === true
  )
    return undefined;
  const inner = sectionOfType(declaration.typeName, context);
  if (inner !== undefined) return inner;
  const { budget } = context.evaluator;
  const origin = context.origin(declaration);
  return budget.once(
    `field ${property}@${budget.idOf(node)}`,
    () => plainField(node, property, declaration, origin, context),
    () => unknown(`${property} of ${node.name} depends on itself`, origin),
  );
}

function plainField(node: ClassDeclaration, property: string, declaration: Declaration, origin: Origin, context: Context): Value {
  const filled = filledField(node, declaration, property, origin, context);
  const written =
    filled?.of === 'library' || !isPlain(declaration.typeName) ? undefined : writtenAnywhere(node, property, context, () => undefined);
  if (filled?.of === 'library' || (filled !== undefined && (written === undefined || written.kind === 'known')))
    return context.evaluator.informed({ ...filled.value, ...(written === undefined ? {} : { fallback: written }) });
  return written ?? unknown(`${property} of ${node.name} is set elsewhere`, origin);
}

const isPlain = (typeName: string | undefined): boolean =>
  /^(?:(?:std::option::)?Option<)?(?:bool|(?:&(?:'static )?)?str|String|url::Url|Url)>?$/.test(typeName ?? '');

interface Filled {
  /** `library`: an attribute says who fills it in. `name`: what the struct is called, or that it can be read from a file. */
  readonly of: 'library' | 'name';
  readonly value: EnvironmentValue;
}

/** Attributes whose arguments say where a field comes from: clap, structopt, envconfig, confique, argh. */
const SOURCES = /^(?:arg|clap|structopt|envconfig|config|conf|argh|env)$/;

function filledField(
  node: ClassDeclaration,
  declaration: Declaration,
  property: string,
  origin: Origin,
  context: Context,
): Filled | undefined {
  if (!isRead(node) && !holdsConfiguration(node)) return undefined;
  const isBoolean = /\bbool\b/.test(declaration.typeName ?? '');
  const base: EnvironmentValue = {
    kind: 'environment',
    variable: property,
    source: 'configuration',
    origin,
    ...(isBoolean ? { cast: 'boolean' as const } : {}),
  };
  const attributes = (declaration.decorators ?? []).filter((one): one is Call => one.kind === 'call');
  const source = attributes.find(({ callee }) => SOURCES.test(calledName(callee) ?? ''));
  const serde = attributes.find(({ callee }) => calledName(callee) === 'serde');
  const fallback =
    (source === undefined ? undefined : writtenDefault(source, origin, context)) ??
    (serde === undefined ? undefined : serdeDefault(serde, declaration, origin, context)) ??
    (isAllDefault(node) ? ofDefault(node, property, origin, context) : undefined);
  const variable = source === undefined ? undefined : variableOf(source, property, context);
  const value: EnvironmentValue = {
    ...base,
    ...(variable === undefined ? {} : { variable, source: 'environment' as const }),
    ...(fallback === undefined ? {} : { fallback }),
  };
  return { of: source !== undefined || fallback !== undefined ? 'library' : 'name', value };
}

/** Whether a struct is made from text: https://serde.rs/derive.html, https://docs.rs/clap/latest/clap/_derive/index.html. */
export const isRead = (node: ClassDeclaration): boolean =>
  derives(node, /^(?:Deserialize|Parser|Args|StructOpt|FromArgs|Envconfig|Config|Conf|FromEnv)$/);

function derives(node: ClassDeclaration, trait: RegExp): boolean {
  return (node.decorators ?? []).some(
    (one) => one.kind === 'call' && calledName(one.callee) === 'derive' && one.args.some(({ value }) => trait.test(lastOf(value) ?? '')),
  );
}

const lastOf = (value: Expression): string | undefined =>
  value.kind === 'name' ? value.name : value.kind === 'member' ? value.property : undefined;

const named = (call: Call, ...names: readonly string[]): Argument | undefined =>
  call.args.find(({ name }) => name !== undefined && names.includes(name));

/** `default_value_t = true`, `default_value = "true"`, `default = "true"`. */
function writtenDefault(call: Call, origin: Origin, context: Context): Value | undefined {
  const given = named(call, 'default_value_t', 'default_value', 'default')?.value;
  if (given === undefined) return undefined;
  const value = context.outsideCalls.evaluate(given);
  return value.kind === 'known' ? known(value.value, origin) : value;
}

/** `#[arg(env = "SECURE")]`, `#[envconfig(from = "SECURE")]`; `#[arg(env)]` is the field's name. */
function variableOf(call: Call, property: string, context: Context): string | undefined {
  const given = named(call, 'env', 'from')?.value;
  const value = given === undefined ? undefined : context.outsideCalls.evaluate(given);
  if (value?.kind === 'known' && typeof value.value === 'string') return value.value;
  return call.args.some((argument) => argument.name === undefined && argument.value.kind === 'name' && argument.value.name === 'env')
    ? property.toUpperCase()
    : undefined;
}

/** https://serde.rs/field-attrs.html#default: that of the type, or what a function gives. */
function serdeDefault(call: Call, declaration: Declaration, origin: Origin, context: Context): Value | undefined {
  const path = named(call, 'default')?.value;
  if (path === undefined)
    return call.args.some(({ name, value }) => name === undefined && value.kind === 'name' && value.name === 'default')
      ? typeDefault(declaration.typeName, origin)
      : undefined;
  if (path.kind !== 'literal' || typeof path.value !== 'string') return undefined;
  const fn = functionNamed(path.value.split('::'), origin, context);
  return fn?.kind === 'function' ? context.evaluator.callFunction(fn, [], origin, fn.frame) : undefined;
}

function functionNamed(path: readonly string[], origin: Origin, context: Context): Value | undefined {
  const { evaluator, index, program } = context;
  const [first = '', ...rest] = path;
  const own = index.root.bindings.get(first);
  const start = own === undefined ? undefined : evaluator.valueOfBinding(own, program);
  if (start === undefined) return evaluator.definedElsewhere(program, path.join('.'));
  return rest.reduce((value, name) => evaluator.memberOf(value, name, origin), start);
}

/** https://doc.rust-lang.org/std/default/trait.Default.html#implementors */
function typeDefault(typeName: string | undefined, origin: Origin): Value | undefined {
  if (typeName === 'bool') return known(false, origin);
  if (typeName === 'String') return known('', origin);
  return typeName?.startsWith('Option') === true ? known(null, origin) : undefined;
}

/** `#[serde(default)]` on the struct: https://serde.rs/container-attrs.html#default. */
const isAllDefault = (node: ClassDeclaration): boolean =>
  (node.decorators ?? []).some(
    (one) =>
      one.kind === 'call' &&
      calledName(one.callee) === 'serde' &&
      one.args.some(({ name, value }) => name === 'default' || lastOf(value) === 'default'),
  );

function ofDefault(node: ClassDeclaration, property: string, origin: Origin, context: Context): Value | undefined {
  const { evaluator, program } = context;
  const made = evaluator.memberOf({ kind: 'class', node, program, origin }, 'default', origin);
  return made.kind === 'function' ? evaluator.memberOf(evaluator.callFunction(made, [], origin), property, origin) : undefined;
}

/** Whether an instance of a class may come from functions that nobody wrote: `Args::parse()`, `Config::init_from_env()`. */
export const isMadeOutside = (node: ClassDeclaration): boolean => isRead(node) || holdsConfiguration(node);

/** What is not followed, but is said to be of a struct of the repository: `let config: Config = toml::from_str(…)?`. */
export function ofRustType(value: Value, typeName: string | undefined, context: Context): Value {
  if (context.language !== 'rust' || typeName === undefined || !isOpen(value)) return value;
  const type = classOfType(typeName, context);
  return type === undefined || !isMadeOutside(type.node) ? value : { ...type, origin: value.origin };
}

const isOpen = (value: Value): boolean =>
  value.kind === 'unknown' ||
  value.kind === 'symbol' ||
  (value.kind === 'object' && value.instanceOf === undefined) ||
  (value.kind === 'operation' && value.operands.every(isOpen));
