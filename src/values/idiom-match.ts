/** Matches canonical paths and calls against the idiom tables of a language. */
import type { Call } from '../syntax/ir.js';
import type { ArgumentPlace, ConstantIdiom, EnvironmentIdiom, LanguageIdioms, RequestIdiom } from './idioms.js';
import { MODE_PREDICATE } from './outcome.js';
import { pathPattern, PatternTables } from './path-pattern.js';
import { choice, known, negate, operation, unknown, type EnvironmentValue, type Origin, type Value } from './value.js';

const CONSTANTS = new PatternTables<ConstantIdiom>(({ path }) => path);
const REQUEST = new PatternTables<RequestIdiom>(({ path }) => path);
const ENVIRONMENT = new PatternTables<EnvironmentIdiom>((idiom) => {
  if ('read' in idiom) return idiom.read;
  if ('predicate' in idiom) return idiom.predicate;
  if ('call' in idiom) return idiom.call;
  return 'modes' in idiom ? idiom.modes : undefined;
});

const environmentOf = (
  variable: string,
  source: EnvironmentValue['source'],
  origin: Origin,
  more: Pick<EnvironmentValue, 'fallback' | 'cast' | 'required'> = {},
): EnvironmentValue => ({ kind: 'environment', variable, source, origin, ...more });

/** A whole mode as a value: true exactly there. */
export const modePredicate = (mode: string, origin: Origin, unset?: string): Value =>
  environmentOf(MODE_PREDICATE + mode, 'environment', origin, assumed(unset, origin));

/** What a library takes where the variable is missing. */
const assumed = (unset: string | false | undefined, origin: Origin): Pick<EnvironmentValue, 'fallback'> =>
  unset === undefined ? {} : { fallback: known(unset, origin) };

/** The value of a library's constant. */
export function constantRead(path: string, idioms: LanguageIdioms, origin: Origin, manifest: () => string | undefined): Value | undefined {
  const found = idioms.constants === undefined ? undefined : CONSTANTS.find(idioms.constants, path);
  return found === undefined || (found.manifest !== undefined && !found.manifest.test(manifest() ?? ''))
    ? undefined
    : known(found.value, origin);
}

/** The environment value that reading `path` gives, if the tables know it. */
export function environmentRead(path: string, idioms: LanguageIdioms, origin: Origin): Value | undefined {
  for (const idiom of ENVIRONMENT.candidates(idioms.environment, path)) {
    if ('read' in idiom && ENVIRONMENT.fits(idiom, path) && idiom.except?.test(path) !== true) {
      const variable = idiom.variable ?? path.slice(path.lastIndexOf('.') + 1);
      return environmentOf(variable, idiom.source ?? 'environment', origin, {
        ...assumed(idiom.unset, origin),
        ...(idiom.cast === undefined ? {} : { cast: idiom.cast }),
        ...(idiom.required === undefined ? {} : { required: idiom.required }),
      });
    }
    if ('names' in idiom && idiom.names.test(path)) return environmentOf(path, 'configuration', origin);
    if ('predicate' in idiom && ENVIRONMENT.fits(idiom, path)) {
      const value = modePredicate(idiom.mode, origin, idiom.unset);
      return idiom.not === true ? negate(value) : value;
    }
  }
  return undefined;
}

/** The setting of a framework that reading `path` gives: settings are written in capitals, methods of the settings object are not. */
export function settingRead(path: string, idioms: LanguageIdioms): { readonly of: string; readonly key: string } | undefined {
  const dot = path.lastIndexOf('.');
  const key = path.slice(dot + 1);
  if (dot < 0) return undefined;
  const object = path.slice(0, dot);
  for (const idiom of idioms.settings ?? []) {
    if ('section' in idiom && idiom.own?.test(key) !== true && pathPattern(idiom.section).test(object)) return { of: idiom.of, key };
    if ('object' in idiom && /^[A-Z][A-Z0-9_]*$/.test(key) && pathPattern(idiom.object).test(object)) return { of: idiom.of, key };
  }
  return undefined;
}

/** The setting that a call gives: `config.get('X', fallback)`, or a call of its own. */
export function settingCall(
  path: string,
  args: readonly Value[],
  idioms: LanguageIdioms,
): { readonly of: string; readonly key: string; readonly fallback?: Value } | undefined {
  for (const idiom of idioms.settings ?? []) {
    if ('section' in idiom) continue;
    if ('call' in idiom) {
      if (!pathPattern(idiom.call).test(path)) continue;
      if (idiom.key !== undefined) return { of: idiom.of, key: idiom.key };
      const [asked, otherwise] = args;
      if (asked?.kind === 'known' && typeof asked.value === 'string' && idiom.except?.test(asked.value) !== true)
        return { of: idiom.of, key: asked.value, ...(otherwise === undefined ? {} : { fallback: otherwise }) };
      continue;
    }
    const [key] = args;
    const method = (idiom.methods ?? ['get']).find((one) => path.endsWith(`.${one}`));
    if (
      method === undefined ||
      key?.kind !== 'known' ||
      typeof key.value !== 'string' ||
      !pathPattern(idiom.object).test(path.slice(0, -method.length - 1))
    )
      continue;
    // Between the key and the default there may be the type: `getProperty("x", Boolean.class, false)`.
    const fallback = args[2] ?? (args[1]?.kind === 'symbol' ? undefined : args[1]);
    return { of: idiom.of, key: key.value, ...(fallback === undefined ? {} : { fallback }) };
  }
  return undefined;
}

const requestOf = ({ what, direct }: RequestIdiom, origin: Origin): Value => ({
  kind: 'request',
  what,
  ...(direct === undefined ? {} : { direct }),
  origin,
});

/** The request value that reading `path` gives. */
export function requestRead(path: string, idioms: LanguageIdioms, origin: Origin): Value | undefined {
  const read = REQUEST.find(idioms.request, path, (idiom) => idiom.argument === undefined && idiom.called !== true);
  return read === undefined ? undefined : requestOf(read, origin);
}

/** An argument's value, by position or name. */
export function argumentValue(call: Call, args: readonly Value[], place: ArgumentPlace): Value | undefined {
  if (place.name !== undefined) {
    const index = call.args.findIndex((argument) => argument.name === place.name);
    if (index >= 0) return args[index];
  }
  if (place.index === undefined) return undefined;
  const argument = call.args[place.index];
  return argument === undefined || argument.name !== undefined ? undefined : args[place.index];
}

/** What a call of `path` means by the tables: environment or request. */
export function recogniseCall(path: string, call: Call, args: readonly Value[], idioms: LanguageIdioms, origin: Origin): Value | undefined {
  // What is looked up tells more than where: PHP's `env('HTTPS')` is the request's.
  const asked = args[0]?.kind === 'known' && typeof args[0].value === 'string' ? args[0].value.toLowerCase() : undefined;
  const lookedUp = asked === undefined ? undefined : REQUEST.find(idioms.request, path, (idiom) => idiom.argument?.test(asked) === true);
  if (lookedUp !== undefined) return requestOf(lookedUp, origin);
  for (const idiom of ENVIRONMENT.candidates(idioms.environment, path)) {
    const value = environmentCall(idiom, path, call, args, origin);
    if (value !== undefined) return value;
  }
  const read = REQUEST.find(idioms.request, path, (idiom) => idiom.argument === undefined);
  return read === undefined ? undefined : requestOf(read, origin);
}

function environmentCall(idiom: EnvironmentIdiom, path: string, call: Call, args: readonly Value[], origin: Origin): Value | undefined {
  if ('predicate' in idiom) {
    if (!pathPattern(idiom.predicate).test(path)) return undefined;
    const value = modePredicate(idiom.mode, origin, idiom.unset);
    return idiom.not === true ? negate(value) : value;
  }
  if ('modes' in idiom) return pathPattern(idiom.modes).test(path) ? modesOf(args.slice(0, call.args.length), origin, idiom) : undefined;
  if (!('call' in idiom) || !pathPattern(idiom.call).test(path)) return undefined;
  const first = argumentValue(call, args, idiom.argument ?? { index: 0 });
  if (idiom.only !== undefined && !(first?.kind === 'known' && idiom.only.includes(String(first.value)))) return undefined;
  const variable = idiom.variable ?? (first?.kind === 'known' && typeof first.value === 'string' ? first.value : undefined);
  if (variable === undefined) return undefined;
  const fallback =
    blockValue(call, args) ??
    (idiom.fallback === undefined ? undefined : argumentValue(call, args, idiom.fallback)) ??
    assumed(idiom.unset, origin).fallback;
  const cast = idiom.cast ?? castOf(idiom.castArgument === undefined ? undefined : argumentValue(call, args, idiom.castArgument), fallback);
  return environmentOf(variable, idiom.source ?? 'environment', origin, {
    ...(fallback === undefined ? {} : { fallback }),
    ...(cast === undefined ? {} : { cast }),
    ...(idiom.required === undefined ? {} : { required: idiom.required }),
  });
}

/** A trailing block is the last value that the caller evaluates (Ruby's `ENV.fetch('X') { 'y' }`). */
const blockValue = (call: Call, args: readonly Value[]): Value | undefined =>
  call.block === undefined ? undefined : args[call.args.length];

function castOf(value: Value | undefined, fallback: Value | undefined): EnvironmentValue['cast'] | undefined {
  // `cast=str_to_bool`: a function of the repository, told by its name.
  if (value?.kind === 'function') return /bool|flag/i.test(value.node.name ?? '') ? 'boolean' : undefined;
  if (value?.kind === 'symbol') return /bool|strtobool/i.test(value.path) ? 'boolean' : /^int|Int$/.test(value.path) ? 'number' : undefined;
  void fallback;
  return undefined;
}

/** Spring's profile expressions turn a word round: `!dev`. Those of several words are not followed. */
function profileIs(mode: Value, word: Value, origin: Origin): Value {
  if (word.kind === 'known' && typeof word.value === 'string' && /[&|()]/.test(word.value)) return unknown('a profile expression', origin);
  const negated =
    word.kind === 'known' && typeof word.value === 'string' && word.value.startsWith('!')
      ? known(word.value.slice(1).trim(), word.origin)
      : undefined;
  return negated === undefined ? operation('==', [mode, word], origin) : negate(operation('==', [mode, negated], origin));
}

function modesOf(
  args: readonly Value[],
  origin: Origin,
  { variable, unset }: Extract<EnvironmentIdiom, { readonly modes: string }>,
): Value {
  const words = args.flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]));
  const mode = environmentOf(variable, 'environment', origin, assumed(unset, origin));
  // Without arguments the call gives the mode's word.
  if (words.length === 0) return mode;
  let any: Value = known(false, origin);
  for (const word of words) any = choice(profileIs(mode, word, origin), known(true, origin), any, origin);
  return any;
}
