/** Classes whose fields are settings: Spring's `@ConfigurationProperties`, whose prefix and field names make the keys. */
import { calledName } from '../syntax/called-name.js';
import type { ClassDeclaration, Declaration, Expression, Parameter } from '../syntax/ir.js';
import type { LanguageIdioms } from './idioms.js';
import { isKind, type Binding, type ProgramIndex } from './program-index.js';

/** Where the fields of a class get their values from. */
export interface SettingsOfClass {
  /** The rule whose project model knows what production has. */
  readonly of: string;
  readonly prefix: string;
}

/** The settings that an annotation of the class says its fields are. */
export function annotatedSettings(node: ClassDeclaration, idioms: LanguageIdioms): SettingsOfClass | undefined {
  for (const decorator of node.decorators ?? []) {
    if (decorator.kind !== 'call' || decorator.callee.kind !== 'name') continue;
    const { name } = decorator.callee;
    const idiom = idioms.settingsAnnotations?.find(({ annotation }) => annotation === name);
    if (idiom === undefined) continue;
    const prefix = decorator.args.find((argument) => argument.name === undefined || idiom.prefix.includes(argument.name))?.value;
    if (prefix?.kind === 'literal' && typeof prefix.value === 'string') return { of: idiom.of, prefix: prefix.value };
    if (decorator.args.length === 0) return { of: idiom.of, prefix: '' };
  }
  return undefined;
}

/** The field behind a name of a class: itself, or what `getX`, `isX` and Lombok's unwritten getters read. */
export function fieldBehind(
  property: string,
  node: ClassDeclaration,
  index: ProgramIndex,
): { readonly name: string; readonly binding: Binding } | undefined {
  const bindings = index.classScope(node)?.bindings;
  const bare = /^(?:get|is)([A-Z].*)$/.exec(property)?.[1];
  const names = bare === undefined ? [property] : [bare.charAt(0).toLowerCase() + bare.slice(1), property];
  for (const name of names) {
    const binding = bindings?.get(name);
    if (
      binding !== undefined &&
      (isPythonField(binding, index) ||
        binding.parameter !== undefined ||
        binding.writes.some((write) => isKind(write.node, 'declaration')) ||
        isMappedMethod(binding))
    )
      return { name, binding };
  }
  return undefined;
}

/** A field of a Python class, with or without a value: pydantic's models and dataclasses. */
const isPythonField = (binding: Binding, index: ProgramIndex): boolean =>
  index.program.language === 'python' && binding.writes.length > 0 && binding.function === undefined;

/** A method of an interface whose settings it gives: https://smallrye.io/smallrye-config/Main/config/mappings/. */
const isMappedMethod = ({ function: declared }: Binding): boolean =>
  declared !== undefined && declared.function.params.length === 0 && declared.function.body.body.length === 0;

const declarationOf = (binding: Binding): Declaration | Parameter | undefined =>
  binding.parameter ?? binding.writes.map((write) => write.node).find((node): node is Declaration => isKind(node, 'declaration'));

/** The declared type of a field. */
export const fieldType = (binding: Binding): string | undefined =>
  declarationOf(binding)?.typeName ?? binding.function?.function.returnType ?? annotatedType(binding);

/** `secure: bool = False` of Python is an assignment with a type. */
const annotatedType = ({ writes }: Binding): string | undefined =>
  writes.map(({ node }) => (isKind(node, 'assignment') ? node.typeName : undefined)).find((type) => type !== undefined);

const decoratorsOf = (binding: Binding): readonly Expression[] =>
  declarationOf(binding)?.decorators ?? binding.function?.function.decorators ?? [];

/** The text of an annotation of a field: `@WithName("strict")`. */
function annotated(binding: Binding, names: RegExp): Expression | undefined {
  const decorator = decoratorsOf(binding).find((one) => one.kind === 'call' && names.test(calledName(one.callee) ?? ''));
  return decorator?.kind === 'call' ? decorator.args[0]?.value : undefined;
}

/** The last piece of a field's key. */
export function fieldKey(name: string, binding: Binding): string {
  const given = annotated(binding, /^WithName$/);
  return given?.kind === 'literal' && typeof given.value === 'string' ? given.value : kebab(name);
}

/** What a field holds where no file says it: its initial value, or that of `@DefaultValue("true")`. */
export function fieldDefault(binding: Binding): Expression | undefined {
  const given = annotated(binding, /^(?:DefaultValue|WithDefault|Bindable)$/);
  if (given !== undefined) return given;
  return (
    binding.parameter?.default ??
    binding.writes.find(
      (write) => isKind(write.node, 'declaration') || (isKind(write.node, 'assignment') && write.node.typeName !== undefined),
    )?.value
  );
}

/** Spring binds `secureCookie` to `secure-cookie`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
