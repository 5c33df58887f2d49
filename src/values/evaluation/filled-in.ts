/** What a framework puts into parameters and fields: by annotation (`@Value("${x}")`) or by type (a class of settings). */
import type { Call, ClassDeclaration, Expression, Literal } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { Injection } from '../idioms.js';
import { spring, symfony } from '../placeholders.js';
import { typePath } from '../references.js';
import { annotatedSettings } from '../settings-classes.js';
import type { ClassValue, Origin, Value } from '../value.js';
import { boundOptions } from './bound-settings.js';
import { classOfType } from './types.js';

/** The value that an annotation injects. */
export function injected(decorators: readonly Expression[] | undefined, context: Context): Value | undefined {
  for (const decorator of decorators ?? []) {
    if (decorator.kind !== 'call' || decorator.callee.kind !== 'name') continue;
    const { name } = decorator.callee;
    const idiom = context.idioms.injections?.find((one) => one.annotation === name);
    if (idiom === undefined) continue;
    const value = 'parameter' in idiom ? containerValue(decorator, idiom, context) : keyedValue(decorator, idiom, context);
    if (value !== undefined) return value;
  }
  return undefined;
}

const unnamed = (decorator: Call): Expression | undefined => decorator.args.find((argument) => argument.name === undefined)?.value;
const named = (decorator: Call, wanted: string): Expression | undefined =>
  decorator.args.find((argument) => argument.name === wanted)?.value;
const isText = (expression: Expression | undefined): expression is Literal & { readonly value: string } =>
  expression?.kind === 'literal' && typeof expression.value === 'string';

/** `@Value("${x:y}")`, `@ConfigProperty(name = "x", defaultValue = "y")`. */
function keyedValue(decorator: Call, idiom: Exclude<Injection, { placeholder: 'symfony' }>, context: Context): Value | undefined {
  const { evaluator, program } = context;
  const text = 'placeholder' in idiom ? (unnamed(decorator) ?? named(decorator, 'value')) : named(decorator, idiom.key);
  if (!isText(text)) return undefined;
  const origin = context.origin(text);
  const { of } = idiom;
  if ('placeholder' in idiom)
    return spring(
      text.value,
      origin,
      of === undefined ? undefined : (key, fallback) => evaluator.setting(of, key, program, origin, fallback),
    );
  const fallback = named(decorator, idiom.fallback);
  return evaluator.setting(
    idiom.of,
    text.value,
    program,
    origin,
    fallback === undefined ? undefined : evaluator.evaluate(fallback, program),
  );
}

/** `#[Autowire('%x%')]`, `#[Autowire(param: 'x')]`, `#[Autowire(env: 'bool:X')]`. */
function containerValue(decorator: Call, idiom: Extract<Injection, { placeholder: 'symfony' }>, context: Context): Value | undefined {
  const { evaluator, program } = context;
  const [parameter, variable, whole] = [
    named(decorator, idiom.parameter),
    named(decorator, idiom.variable),
    unnamed(decorator) ?? named(decorator, 'value'),
  ];
  const text = isText(parameter)
    ? `%${parameter.value}%`
    : isText(variable)
      ? `%env(${variable.value})%`
      : isText(whole)
        ? whole.value
        : undefined;
  if (text === undefined) return undefined;
  return evaluator.informed(symfony(text, context.origin(decorator), (name) => evaluator.settings?.(idiom.of, name, program)));
}

/** What the container's configuration gives a parameter of a class's constructor, or the field that is declared there. */
export function containerArgument(name: string, owner: ClassDeclaration | undefined, context: Context): Value | undefined {
  const { program, evaluator } = context;
  const of = context.idioms.containerArguments;
  if (of === undefined || owner === undefined) return undefined;
  const path = [...(program.namespace ?? '').split('.'), owner.name].filter((piece) => piece !== '').join('\\');
  return evaluator.settings?.(of, `argument:${path}:${name}`, program);
}

/** What stands for a parameter or field that the framework fills in by its type: the type itself. */
export function filledIn(typeName: string | undefined, origin: Origin, context: Context): Value | undefined {
  if (typeName === undefined) return undefined;
  const settings = settingsClass(typeName, context);
  if (settings !== undefined) return settings;
  const options = boundOptions(typeName, origin, context);
  if (options !== undefined) return options;
  const types = context.idioms.injectedTypes;
  if (types === undefined) return undefined;
  const path = typePath(typeName, context.index);
  return path !== undefined && types.includes(path.slice(path.lastIndexOf('.') + 1)) ? { kind: 'symbol', path, origin } : undefined;
}

/** The class of the repository that a type names, if its fields are settings. */
function settingsClass(typeName: string, context: Context): ClassValue | undefined {
  if (context.idioms.settingsAnnotations === undefined) return undefined;
  const value = classOfType(typeName, context);
  if (value === undefined) return undefined;
  const settings = value.settings ?? annotatedSettings(value.node, context.evaluator.idiomsOf(value.program));
  return settings === undefined ? undefined : { ...value, settings };
}
