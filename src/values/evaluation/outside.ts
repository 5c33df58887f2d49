/** Members of what is not of the repository: the environment, the request, library objects, symbols. */
import type { Pattern } from '../../syntax/ir.js';
import { parsedFile } from '../data-files.js';
import { schemaVariable, type SchemaReader } from '../environment-schemas.js';
import type { Evaluator } from '../evaluator.js';
import { constantRead, environmentRead, requestRead, settingRead } from '../idiom-match.js';
import { requestName } from '../handler-parameters.js';
import { takesFunction } from '../optionals.js';
import { afterProgram } from './environment-writes.js';
import { sharedMember } from './shared-objects.js';
import { registeredGroup } from './registered-configuration.js';
import { known, operation, otherOf, type EnvironmentValue, type ObjectValue, type Origin, type Value } from '../value.js';

/** What a canonical path means by the language's idioms: a setting, an environment read or a property of the request. */
export function recognise(path: string, origin: Origin, isOutside: boolean, evaluator: Evaluator): Value | undefined {
  const { program } = origin;
  const idioms = evaluator.idiomsOf(program);
  const setting = settingRead(path, idioms);
  if (setting !== undefined) return evaluator.setting(setting.of, setting.key, program, origin);
  return (
    (isOutside
      ? (constantRead(path, idioms, origin, () => evaluator.links.dataFile?.(program, 'package.json')?.text) ??
        read(environmentRead(path, idioms, origin), evaluator))
      : undefined) ?? requestRead(path, idioms, origin)
  );
}

const read = (value: Value | undefined, evaluator: Evaluator): Value | undefined =>
  value === undefined ? undefined : afterProgram(evaluator.informed(value), evaluator);

export function memberOutside(object: Value, property: string, origin: Origin, evaluator: Evaluator): Value {
  const { program } = origin;
  if (object.kind === 'symbol' && object.path === 'module' && property === 'exports')
    return evaluator.wholeOf(program) ?? { kind: 'symbol', path: 'module.exports', origin };
  const described = object.kind === 'object' ? describedBySchema(object, property, origin, evaluator) : undefined;
  if (described !== undefined) return described;
  const parsed = parsedFile(object, evaluator);
  if (parsed !== undefined) return evaluator.memberOf(parsed, property, origin);
  const path = isInstantiation(object, property, origin) ? undefined : pathOfValue(object);
  const recognised = path === undefined ? undefined : evaluator.recognise(`${path}.${property}`, origin, object.kind !== 'request');
  if (recognised !== undefined) return recognised;
  const shared = path === undefined ? undefined : sharedMember(path, property, origin, evaluator);
  if (shared !== undefined) return shared;
  switch (object.kind) {
    case 'environment':
      return ofEnvironment(object, property, origin, evaluator);
    case 'request':
      return { ...object, what: object.what === 'url' ? partOfUrl(property) : otherOf(object), origin };
    case 'symbol':
      return (
        evaluator.definedElsewhere(program, `${object.path}.${property}`) ?? { kind: 'symbol', path: `${object.path}.${property}`, origin }
      );
    case 'object':
      return { kind: 'symbol', path: `${path ?? object.path}.${property}`, origin };
    default:
      return ofComputed(object, property, origin, evaluator);
  }
}

/** `Settings.new` of a class of the repository is no setting of the gem of that name. */
const isInstantiation = (object: Value, property: string, { program }: Origin): boolean =>
  object.kind === 'class' && property === 'new' && program.language === 'ruby';

function ofEnvironment(object: EnvironmentValue, property: string, origin: Origin, evaluator: Evaluator): Value {
  // A part of the operator's configuration is configuration; what the language's table knows as a method is called on it.
  const isMethod = evaluator.idiomsOf(origin.program).functions.some((idiom) => idiom.path === `**.${property}`);
  if (object.of !== undefined && !isMethod) return evaluator.setting(object.of, `${object.variable}.${property}`, origin.program, origin);
  if (object.source === 'configuration' && !isMethod)
    return evaluator.informed({ ...withoutEvidence(object), variable: `${object.variable}.${property}`, origin });
  return property === 'scheme' || property === 'Scheme'
    ? operation('scheme', [object], origin)
    : ofComputed(object, property, origin, evaluator);
}

function ofComputed(object: Value, property: string, origin: Origin, evaluator: Evaluator): Value {
  // `new URL(x).protocol` has a colon, `urlparse(x).scheme` and `new Uri(x).Scheme` have none.
  if (isTextOf(object)) {
    if (property === 'href' || property === 'origin') return object;
    if (LENGTHS.has(property)) return operation('length', [object], origin);
    if (property === 'scheme') return operation('scheme', [object], origin);
  }
  if (property === 'protocol' && isTextOf(object))
    return operation('text', [operation('scheme', [object], origin), known(':', origin)], origin);
  // Scala calls a method without parentheses: `text.toBoolean`.
  const called =
    origin.program.language === 'scala'
      ? evaluator.idiomsOf(origin.program).functions.find((idiom) => idiom.path === `**.${property}`)
      : undefined;
  if (called !== undefined && !takesFunction(called.operator))
    return called.operator === 'identity' ? object : operation(called.operator, [object], origin);
  if (property === 'Scheme' && isTextOf(object)) return operation('scheme', [object], origin);
  return operation('field', [object, known(property, origin)], origin);
}

/** A part of a configuration section has a value of its own. */
function withoutEvidence({ fallback, production, certain, named, ...value }: EnvironmentValue): EnvironmentValue {
  void [fallback, production, certain, named];
  return value;
}

const partOfUrl = (property: string): string =>
  property === 'protocol'
    ? 'scheme-colon'
    : property === 'scheme'
      ? 'scheme'
      : property === 'href' || property === 'origin'
        ? 'url'
        : 'other';

/** How long a text is, in languages where that is a property. */
const LENGTHS = new Set(['length', 'Length']);

const isTextOf = (value: Value): boolean => isText(value) || (value.kind === 'known' && typeof value.value === 'string');

/** What `new URL(…)` passes on: a text that the environment or a concatenation gives. */
const isText = (value: Value): boolean =>
  value.kind === 'environment' ||
  (value.kind === 'operation' && ['text', 'lower', 'upper', 'trim', 'string'].includes(value.operator)) ||
  (value.kind === 'choice' && isText(value.consequent) && (isText(value.alternate) || value.alternate.kind === 'known'));

/** A key of an environment object that a schema library made; the results of zod's `safeParse` and Joi's `validate` have it under `data` and `value`. */
function describedBySchema(object: ObjectValue, property: string, origin: Origin, evaluator: Evaluator): Value | undefined {
  const { registeredConfiguration, schemas } = evaluator.idiomsOf(object.program);
  const group = registeredConfiguration === undefined ? undefined : registeredGroup(object, registeredConfiguration, evaluator);
  if (group !== undefined) return evaluator.memberOf(group, property, origin);
  if (schemas === undefined) return undefined;
  const last = object.history.last?.method;
  if ((property === 'data' && last?.startsWith('safeParse') === true) || (property === 'value' && last === 'validate')) return object;
  return schemaVariable(object, property, schemas, schemaReader(evaluator, origin), origin);
}

/** How the schemas of an environment ask for what they are made of. */
export const schemaReader = (evaluator: Evaluator, origin: Origin): SchemaReader => ({
  evaluateArgument: (made, index) => {
    const argument = made.call.args[index];
    return argument === undefined ? undefined : evaluator.evaluate(argument.value, made.program, made.frame);
  },
  call: (fn, args, at) =>
    evaluator.callFunction(
      fn,
      args.map((value) => ({ value })),
      at,
      fn.frame,
    ),
  member: (object, key) => evaluator.memberOf(object, key, origin),
});

/** Chains that are longer are known by their last calls. */
const MAX_PATH = 40;

/** What was called to make an object, and what was called on it since. */
function pathOfObject({ path, history }: ObjectValue): string {
  const calls: string[] = [];
  let at = history;
  for (; at.last !== undefined && at.before !== undefined && calls.length < MAX_PATH; at = at.before) calls.unshift(`${at.last.method}()`);
  return [at.length === 0 ? `${path}()` : '…', ...calls].join('.');
}

const isBoundBy = ({ elements }: Pattern, name: string): boolean =>
  elements.some(({ target }) => (target.kind === 'name' ? target.name === name : isBoundBy(target, name)));

/** The canonical path of a value that stands outside the repository. */
export function pathOfValue(value: Value): string | undefined {
  switch (value.kind) {
    case 'symbol':
      return value.path;
    case 'object':
      return pathOfObject(value);
    case 'parameter':
      // What is taken apart has no name of its own: `({ url, cookies }) => …`
      return value.function.params.some(({ target }) => target.kind === 'pattern' && isBoundBy(target, value.name))
        ? '{}'
        : (requestName(value) ?? value.name);
    case 'class':
      return value.node.name;
    case 'operation': {
      // Of a jar that a thousand cookies were added to, each is asked for its path, which is that of the one before and a word more.
      const before = operationPaths.get(value);
      if (before !== undefined) return before.path;
      const path = pathOfOperation(value);
      operationPaths.set(value, { path });
      return path;
    }
    default:
      return undefined;
  }
}

const operationPaths = new WeakMap<Value, { readonly path: string | undefined }>();

function pathOfOperation({ operator, operands: [object, key] }: Extract<Value, { kind: 'operation' }>): string | undefined {
  // `c.Request().TLS`: a method of a parameter.
  const called = object !== undefined && operator.startsWith('method ') ? pathOfValue(object) : undefined;
  if (called !== undefined) return `${called}.${operator.slice('method '.length)}()`;
  if (operator !== 'field' || object === undefined || key?.kind !== 'known') return undefined;
  // `this.request`, inherited from a class of a library.
  const path = object.kind === 'class' ? object.node.name : pathOfValue(object);
  return path === undefined ? undefined : `${path}.${String(key.value)}`;
}
