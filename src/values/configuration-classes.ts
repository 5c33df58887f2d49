/** Classes that a library fills in from the environment or from configuration files: what their fields are before anybody sets them. */
import type { ClassDeclaration, Declaration, Expression } from '../syntax/ir.js';
import type { Binding } from './program-index.js';
import { known, type EnvironmentValue, type Origin, type Value } from './value.js';

/** Names that classes of settings have. */
const CONFIG_NAME = /(?:config|configuration|settings?|conf|cfg|environment|env|flags)(?:options|values?|data|struct)?$/i;

/** Tags with the name of an environment variable: caarlos0/env, kelseyhightower/envconfig, cleanenv, go-flags, kong. */
const ENVIRONMENT_TAGS = ['env', 'envconfig'] as const;
/** Tags with a key of a configuration file or flag: viper, koanf, yaml, toml, ini, hcl, go-flags. */
const FILE_TAGS = ['mapstructure', 'koanf', 'yaml', 'toml', 'ini', 'hcl', 'long', 'split_words', 'arg', 'conf', 'flag'] as const;
/** Tags with the value of a field that nobody gives: the libraries above, creasty/defaults. */
const DEFAULT_TAGS = ['envDefault', 'env-default', 'default', 'env_default'] as const;
/** Tags of fields without whose variable the library gives an error: kelseyhightower/envconfig, cleanenv. Others are options of the variable's tag: caarlos0/env. */
const REQUIRED_TAGS = ['required', 'env-required'] as const;

/** https://pkg.go.dev/reflect#StructTag: `key:"value"` pairs. */
function tagsOf(declaration: Declaration): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const decorator of declaration.decorators ?? []) {
    const text: Expression | undefined = decorator.kind === 'call' ? decorator.args[0]?.value : undefined;
    if (text?.kind !== 'literal' || typeof text.value !== 'string') continue;
    for (const pair of text.value.matchAll(/(?<![\w-])([\w-]+):"((?:[^"\\]|\\.)*)"/g)) tags.set(pair[1]!, pair[2]!);
  }
  return tags;
}

/** Whether a class holds configuration, by its name or by the tags of its fields. */
export function holdsConfiguration(node: ClassDeclaration): boolean {
  if (CONFIG_NAME.test(node.name)) return true;
  return node.body.body.some((statement) => statement.kind === 'declaration' && isConfigured(tagsOf(statement)));
}

const isConfigured = (tags: ReadonlyMap<string, string>): boolean =>
  ENVIRONMENT_TAGS.some((tag) => tags.has(tag)) || FILE_TAGS.some((tag) => tags.has(tag) && !tags.has('json'));

/** Whether a field bears the tag of a library that reads configuration. */
export const isTagged = (declaration: Declaration): boolean => isConfigured(tagsOf(declaration));

/** A field of a Go struct as the library that reads its tags, or the operator, fills it in; undefined where nothing says so. */
export function taggedField(declaration: Declaration, owner: ClassDeclaration, origin: Origin): EnvironmentValue | undefined {
  const tags = tagsOf(declaration);
  if (declaration.target.kind !== 'name' || (!isConfigured(tags) && !CONFIG_NAME.test(owner.name))) return undefined;
  const named = ENVIRONMENT_TAGS.map((tag) => tags.get(tag)).find((tag) => tag !== undefined);
  const [variable = '', ...options] = (named ?? '').split(',');
  const inline = options.map((option) => /^\s*default=(.*)$/.exec(option)?.[1]).find((option) => option !== undefined);
  const written = DEFAULT_TAGS.map((tag) => tags.get(tag)).find((tag) => tag !== undefined) ?? inline;
  const isBoolean = declaration.typeName === 'bool' || declaration.typeName === '*bool';
  const isRequired =
    options.some((option) => /^\s*(?:required|notEmpty)$/.test(option)) || REQUIRED_TAGS.some((tag) => tags.get(tag) === 'true');
  return {
    kind: 'environment',
    variable: variable === '' ? declaration.target.name : variable,
    source: variable === '' ? 'configuration' : 'environment',
    origin,
    ...(written === undefined ? {} : { fallback: known(written, origin) }),
    ...(isBoolean ? { cast: 'boolean' as const } : {}),
    ...(isRequired ? { required: true as const } : {}),
  };
}

/** A property of a C# class that configuration is bound to: what is written is what it has where nothing is configured. */
export function boundProperty(name: string, value: Value, binding: Binding, origin: Origin): EnvironmentValue {
  const isBoolean = binding.writes.some(
    (write) => write.node.kind === 'declaration' && /^(?:bool|Boolean)\??$/.test(write.node.typeName ?? ''),
  );
  return {
    kind: 'environment',
    variable: name,
    source: 'configuration',
    fallback: value,
    origin,
    ...(isBoolean ? { cast: 'boolean' as const } : {}),
  };
}
