/** Parameters of Symfony's container as production gets them: the `parameters:` of its configuration files. */
import type { Expression, Program } from '../syntax/ir.js';
import { flattenSettings, settingsRecords } from '../syntax/settings/flatten.js';
import { symfony } from '../values/placeholders.js';
import { originOf, type Value } from '../values/value.js';
import type { ModelContext } from './model.js';

/** A file of the container's configuration with its place in the order in which they are read. */
interface ConfigurationFile {
  readonly path: string;
  readonly rank: number;
}

/** A value where it is written. */
interface Written {
  readonly program: Program;
  readonly value: Expression;
}

/** Parameters that are given by each other end somewhere. */
const MAX_DEPTH = 5;

/** The value that production has for a parameter; undefined where no file of the app writes it. */
export function containerParameter(name: string, context: ModelContext, depth = 0): Value | undefined {
  const { workspace } = context;
  let found: Written | undefined;
  for (const { path } of configurationFiles(context)) {
    if (workspace.textOf(path)?.includes(name) !== true) continue;
    for (const program of workspace.programsOf(path)) found = lastWrite(name, program) ?? found;
  }
  return found === undefined || depth > MAX_DEPTH ? undefined : read(found, context, depth);
}

/** What the container gives a class's constructor: `arguments` of the service, else what is bound to the name for it or for all services. */
export function serviceArgument(className: string, name: string, context: ModelContext): Value | undefined {
  let given: Written | undefined;
  let bound: Written | undefined;
  for (const { path } of configurationFiles(context)) {
    if (context.workspace.textOf(path)?.includes(`$${name}`) !== true) continue;
    for (const program of context.workspace.programsOf(path)) {
      for (const [id, service] of servicesOf(program)) {
        const entry = new Map(entriesOf(service));
        const made = entry.get('class');
        const isIt = id === className || (made?.kind === 'literal' && made.value === className);
        if (!isIt && id !== '_defaults') continue;
        const argument = isIt ? argumentOf(entry.get('arguments'), name) : undefined;
        if (argument !== undefined) given = { program, value: argument };
        const binding = argumentOf(entry.get('bind'), name);
        if (binding !== undefined) bound = { program, value: binding };
      }
    }
  }
  const found = given ?? bound;
  return found === undefined ? undefined : read(found, context, 0);
}

/** The services of a file, those of its section for production last. */
function servicesOf(program: Program): (readonly [string, Expression])[] {
  return settingsRecords(program).flatMap((record) => {
    const sections = new Map(entriesOf(record));
    return [...entriesOf(sections.get('services')), ...entriesOf(new Map(entriesOf(sections.get('when@prod'))).get('services'))];
  });
}

/** `$secure` and, where the type counts too, `bool $secure`. */
const argumentOf = (list: Expression | undefined, name: string): Expression | undefined =>
  entriesOf(list).findLast(([key]) => key.split(' ').at(-1) === `$${name}`)?.[1];

const entriesOf = (value: Expression | undefined): (readonly [string, Expression])[] =>
  value?.kind !== 'record'
    ? []
    : value.entries.flatMap((entry) =>
        entry.kind === 'property' && entry.key.kind === 'literal' ? [[String(entry.key.value), entry.value] as const] : [],
      );

function read({ program, value }: Written, context: ModelContext, depth: number): Value {
  const { evaluator } = context;
  if (value.kind !== 'literal' || typeof value.value !== 'string') return evaluator.evaluate(value, program);
  return evaluator.informed(symfony(value.value, originOf(program, value), (other) => containerParameter(other, context, depth + 1)));
}

/** A file's own parameters come before those of its section for production. */
function lastWrite(name: string, program: Program): Written | undefined {
  // Names of parameters have dots like paths of keys.
  const settings = settingsRecords(program).flatMap(flattenSettings);
  const written =
    settings.findLast(({ joined }) => joined === `when@prod.parameters.${name}`) ??
    settings.findLast(({ joined }) => joined === `parameters.${name}`);
  return written === undefined ? undefined : { program, value: written.value };
}

function configurationFiles({ app, apps, workspace }: ModelContext): readonly ConfigurationFile[] {
  return workspace.files
    .flatMap((path): ConfigurationFile[] => {
      const rank = rankOf(path);
      return rank === undefined || apps.of(path) !== app ? [] : [{ path, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
}

/**
 * Packages, those of production, what services.yaml imports, itself, and that of production; before Symfony 4 `app/config`.
 * https://symfony.com/doc/current/configuration.html#configuration-environments
 */
function rankOf(path: string): number | undefined {
  const file = /(?:^|\/)(?:app\/)?config\/(?:(packages)\/)?(?:([a-z]+)\/)?([\w.-]+)\.ya?ml$/.exec(path);
  if (file === null) return undefined;
  const [, packages, folder, name] = file;
  if (packages !== undefined) return folder === undefined ? 0 : folder === 'prod' ? 1 : undefined;
  const environment = /^(?:services|config|parameters)_([a-z]+)$/.exec(name!)?.[1];
  if (environment !== undefined) return environment === 'prod' ? 4 : undefined;
  return name === 'services' || name === 'config' ? 3 : 2;
}
