/** Finds what fills the configuration of an app's Flask (or Quart) applications, in the order in which it is written. */
import type { Call, ClassDeclaration, Expression, Node, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { referenceOf } from '../values/references.js';
import { originOf, unknown, type Value } from '../values/value.js';
import { Context } from '../values/context.js';
import { keysAt } from '../values/evaluation/written-keys.js';
import { readsEnvironment } from '../values/worlds.js';
import { isAbsent } from '../values/fields.js';
import { isDjangoSettings } from './django-projects.js';
import { isDevelopmentFile } from './file-modes.js';
import { configFile, pythonFile } from './flask-files.js';
import type { ModelContext } from './model.js';

/** One thing that fills the configuration. */
export type ConfigSource =
  /** `app.config['KEY'] = value`, `app.config.update(KEY=value)`. */
  | {
      readonly kind: 'write';
      readonly program: Program;
      readonly node: Node;
      readonly key: string;
      readonly value: Expression;
      readonly isDefault?: true;
    }
  /** `app.config.from_object(x)`: what `x` may be, and its place. */
  | {
      readonly kind: 'object';
      readonly program: Program;
      readonly node: Node;
      readonly objects: readonly ConfigObject[];
      /** Which of them it is, where the environment decides. */ readonly chosen?: Value;
    }
  /** `app.config.update(values)`, `from_file('config.json', load=json.load)`: a record that has the keys. */
  | { readonly kind: 'mapping'; readonly program: Program; readonly node: Node; readonly value: Value }
  /** What the operator brings: a file that is not in the repository, or variables with a prefix (`from_prefixed_env`). */
  | { readonly kind: 'operator'; readonly program: Program; readonly node: Node; readonly prefix?: string };

/** A class or module whose capital names are configuration keys; `isFile` where it is loaded as a file (`from_pyfile`). */
export type ConfigObject =
  | { readonly class: ClassDeclaration; readonly program: Program; readonly isFile?: undefined }
  | { readonly class?: undefined; readonly program: Program; readonly isFile?: true };

export interface FlaskApplication {
  /** Where the application is made. */
  readonly program: Program;
  readonly isQuart: boolean;
  readonly sources: readonly ConfigSource[];
}

/** Files that hold configuration by their name. */
const CONFIG_FILE = /(?:^|\/)[^/]*(?:config|settings|configuration)[^/]*(?:\.py|\/[^/]+\.py)$/i;
/** Keys that only a Flask configuration has. */
const FLASK_KEY =
  /^(?:SECRET_KEY|SESSION_COOKIE_\w+|REMEMBER_COOKIE_\w+|JWT_COOKIE_\w+|SQLALCHEMY_DATABASE_URI|WTF_CSRF_\w+|PERMANENT_SESSION_LIFETIME)$/;
/** Keys that only Flask and its extensions read. */
const OWN_KEY = /^(?:SECRET_KEY|SESSION_|REMEMBER_|PERMANENT_SESSION|JWT_|SECURITY_|QUART_|TALISMAN|SQLALCHEMY_|WTF_)/;
/** Keys that as names of a module say that it is a configuration. */
const MODULE_KEY =
  /^(?:SESSION_COOKIE_(?:SECURE|HTTPONLY|SAMESITE)|REMEMBER_COOKIE_SECURE|JWT_COOKIE_SECURE|SECURITY_CSRF_COOKIE|SECURITY_TWO_FACTOR_VALIDITY_COOKIE|QUART_AUTH_COOKIE_SECURE)$/;
const DEVELOPMENT_CLASS = /dev|local|test|debug/i;

/** The applications of an app, each with its sources; configuration classes that nobody loads yet make one of their own. */
export function applicationsOf(context: ModelContext): FlaskApplication[] {
  const { evaluator } = context;
  const programs = context.programs.filter((program) => program.language === 'python' && !isDevelopmentFile(program.path));
  const makers = programs.flatMap((program) => makersIn(program, evaluator));
  const written = programs
    .flatMap((program) => sourcesIn(program, context))
    .filter((source) => makers.length > 0 || isFlasks(source, evaluator));
  // Settings of the same names in a Django project are Django's.
  const django = new Set(programs.filter((program) => isDjangoSettings(program, evaluator)));
  const own = makers.length === 0 && django.size > 0 ? [] : programs.filter((program) => !django.has(program));
  const classes = conventional(own, evaluator, makers.length > 0);
  const loaded = written.some((source) => source.kind === 'object' && source.objects.length > 0);
  const modules =
    loaded || classes.length > 0
      ? []
      : own.filter((program) => isConfigModule(program, evaluator)).map((program): ConfigObject => ({ program }));
  const unloaded = [...classes, ...modules];
  const fromClasses: ConfigSource[] =
    loaded || unloaded.length === 0
      ? []
      : [
          {
            kind: 'object',
            program: unloaded[0]!.program,
            node: unloaded[0]!.class ?? { kind: 'block', body: [], start: 0, end: 0 },
            objects: unloaded,
          },
        ];
  if (makers.length > 1 && !loaded && fromClasses.length === 0) {
    // Several small applications in one place, each configured where it is made.
    return makers.map((maker) => ({ ...maker, sources: written.filter((source) => source.program === maker.program) }));
  }
  const first = makers[0];
  const sources = [...fromClasses, ...written];
  if (first !== undefined) return [{ ...first, sources }];
  return sources.length === 0 ? [] : [{ program: sources[0]!.program, isQuart: false, sources }];
}

/** The configuration of an application, by the names that applications have. */
const APPLICATION = /(?:^|\.)(?:app|application|current_app|(?:Flask|Quart)\(\))\.config$/;

/** The same where a file has nothing else to do with Flask: objects of that name are in every program, `machine.config.update(patch)`. */
const LIKE_APPLICATION = /(?:^|\.)(?=(?:\w*_)?(?:app|server|flask|quart))\w+(?:\(\))?\.config$/i;
const FLASK_MODULE = /^(?:flask|quart)(?:[._]|$)/;
const importsFlask = ({ imports }: ProgramIndex): boolean => imports.some((one) => FLASK_MODULE.test(one.module));

/** Whether a source says by itself that it is an application's, where none is made in sight: `config` is a name for many things. */
function isFlasks({ kind, program, node, ...source }: ConfigSource, evaluator: Evaluator): boolean {
  const index = evaluator.indexOf(program);
  if (importsFlask(index) || (kind === 'write' && 'key' in source && OWN_KEY.test(source.key))) return true;
  const object = isKind(node, 'call') ? node.callee : isKind(node, 'assignment') ? node.target : undefined;
  const config = object?.kind === 'member' || object?.kind === 'subscript' ? object.object : undefined;
  return config !== undefined && LIKE_APPLICATION.test(referenceOf(config, index)?.path ?? '');
}

/** Calls that make an application: `Flask(…)`, or a class of the repository that derives from it. */
function makersIn(program: Program, evaluator: Evaluator): { program: Program; isQuart: boolean }[] {
  const index = evaluator.indexOf(program);
  const made = index.calls.some((call) => {
    const path = referenceOf(call.callee, index)?.path;
    return (
      path === 'flask.Flask' ||
      path === 'flask.app.Flask' ||
      path === 'Flask' ||
      (path !== undefined &&
        index.classes.some((one) => one.name === path && one.bases.some((base) => referenceOf(base, index)?.path === 'flask.Flask')))
    );
  });
  if (made) return [{ program, isQuart: false }];
  const quart = index.calls.some((call) => ['quart.Quart', 'Quart'].includes(referenceOf(call.callee, index)?.path ?? ''));
  return quart ? [{ program, isQuart: true }] : [];
}

function sourcesIn(program: Program, context: ModelContext): ConfigSource[] {
  const { evaluator } = context;
  const index = evaluator.indexOf(program);
  const isConfig = (object: Expression): boolean =>
    /(?:^|\.)config$/.test(referenceOf(object, index)?.path ?? (object.kind === 'member' ? object.property : ''));
  const isOfFlask = importsFlask(index);
  const sources: ConfigSource[] = [];
  for (const assignment of index.assignments) {
    const { target } = assignment;
    if (target.kind !== 'subscript' || !isConfig(target.object)) continue;
    evaluator.begin();
    const keys = keysAt(target.index, new Context(evaluator, program));
    // Code fills many objects of that name key by key; the application's own is what counts.
    if (keys === undefined && !APPLICATION.test(referenceOf(target.object, index)?.path ?? '')) continue;
    if (keys === undefined)
      sources.push({
        kind: 'mapping',
        program,
        node: assignment,
        value: unknown('a computed key may set it', originOf(program, assignment)),
      });
    else sources.push(...keys.map((key): ConfigSource => ({ kind: 'write', program, node: assignment, key, value: assignment.value })));
  }
  for (const call of index.calls) {
    const { callee } = call;
    if (callee.kind !== 'member' || !isConfig(callee.object)) continue;
    if (callee.property === 'update' || callee.property === 'from_mapping') {
      const isLike = isOfFlask || LIKE_APPLICATION.test(referenceOf(callee.object, index)?.path ?? '');
      sources.push(...keysOf(call, program, evaluator).filter((source) => isLike || source.kind === 'write'));
    } else if (LOADERS.has(callee.property)) sources.push(loadedBy(callee.property, call, program, context));
    else if (callee.property === 'setdefault') {
      const [key, value] = call.args;
      if (key?.value.kind === 'literal' && value !== undefined)
        sources.push({ kind: 'write', program, node: call, key: String(key.value.value), value: value.value, isDefault: true });
    } else if (callee.property === 'from_object' && call.args[0] !== undefined) {
      evaluator.begin();
      const value = evaluator.evaluate(call.args[0].value, program);
      const objects = objectsOf(value, context);
      sources.push({
        kind: 'object',
        program,
        node: call,
        objects: lasting(objects, evaluator),
        ...(isChosen(value) ? { chosen: value } : {}),
      });
    }
  }
  return sources.sort((a, b) => a.node.start - b.node.start);
}

/**
 * https://flask.palletsprojects.com/en/stable/api/#flask.Config, https://quart.palletsprojects.com/en/latest/reference/source/quart.config/;
 * `from_json` is `from_file` of Flask before 2.0, `from_toml` is Quart's.
 */
const LOADERS = new Set(['from_pyfile', 'from_file', 'from_json', 'from_toml', 'from_yaml', 'from_envvar', 'from_prefixed_env']);

/** What one of the loaders brings: a file of the repository, or what only the operator has. */
function loadedBy(loader: string, call: Call, program: Program, context: ModelContext): ConfigSource {
  const [first] = call.args;
  const at = { program, node: call };
  if (loader === 'from_prefixed_env') {
    const prefix = call.args.find((argument) => argument.name === 'prefix') ?? (first?.name === undefined ? first : undefined);
    return { kind: 'operator', ...at, prefix: prefix?.value.kind === 'literal' ? String(prefix.value.value) : 'FLASK' };
  }
  const file = loader === 'from_envvar' || first === undefined ? undefined : configFile(first.value, program, context);
  if (file === undefined) return { kind: 'operator', ...at };
  const { workspace, evaluator } = context;
  if (loader === 'from_pyfile') {
    const loaded = pythonFile(file, workspace);
    return loaded === undefined ? { kind: 'operator', ...at } : { kind: 'object', ...at, objects: [{ program: loaded, isFile: true }] };
  }
  const data = workspace.programOf(file);
  evaluator.begin();
  const value = data === undefined ? undefined : evaluator.wholeOf(data);
  return value === undefined ? { kind: 'operator', ...at } : { kind: 'mapping', ...at, value };
}

/** `update(A=1, B=2)`, `update({'A': 1})`, `update(dict(A=1))`, `update(values)`. */
function keysOf(call: Call, program: Program, evaluator: Evaluator): ConfigSource[] {
  return call.args.flatMap((argument): ConfigSource[] => {
    const { value } = argument;
    if (argument.name !== undefined) return [{ kind: 'write', program, node: call, key: argument.name, value }];
    if (value.kind === 'record' && value.entries.every((entry) => entry.kind === 'property')) {
      return value.entries.flatMap((entry): ConfigSource[] =>
        entry.kind === 'property' && entry.key.kind === 'literal'
          ? [{ kind: 'write', program, node: call, key: String(entry.key.value), value: entry.value }]
          : [],
      );
    }
    evaluator.begin();
    return [{ kind: 'mapping', program, node: call, value: evaluator.evaluate(value, program) }];
  });
}

/** Whether the environment chooses between classes and modules that are known, all of them. */
function isChosen(value: Value): boolean {
  const leaves = leavesOf(value);
  return (
    value.kind === 'choice' &&
    testsOf(value).every(readsEnvironment) &&
    leaves.some((leaf) => leaf.kind === 'class' || leaf.kind === 'module') &&
    leaves.every((leaf) => leaf.kind === 'class' || leaf.kind === 'module' || isAbsent(leaf) || isRaised(leaf))
  );
}

/** A key that the map does not have stops the program. */
const isRaised = (value: Value): boolean => value.kind === 'operation' && value.operator === 'raise';

const leavesOf = (value: Value): Value[] =>
  value.kind === 'choice' ? [...leavesOf(value.consequent), ...leavesOf(value.alternate)] : [value];
const testsOf = (value: Value): Value[] =>
  value.kind === 'choice' ? [value.test, ...testsOf(value.consequent), ...testsOf(value.alternate)] : [];

/** The classes and modules that a value may be; texts are import paths: `from_object('app.config.Production')`. */
function objectsOf(value: Value, context: ModelContext, depth = 0): ConfigObject[] {
  if (depth > 12) return [];
  switch (value.kind) {
    case 'class':
      return [{ class: value.node, program: value.program }];
    case 'object':
      return value.instanceOf === undefined ? [] : [{ class: value.instanceOf.node, program: value.instanceOf.program }];
    case 'module':
      return [{ program: value.program }];
    case 'choice':
      return [...objectsOf(value.consequent, context, depth + 1), ...objectsOf(value.alternate, context, depth + 1)];
    case 'environment':
      return value.fallback === undefined ? [] : objectsOf(value.fallback, context, depth + 1);
    case 'known':
      return typeof value.value === 'string' ? named(value.value, context) : [];
    case 'operation':
      // A text with holes: `'config.' + name`; every class of the module may be meant.
      return value.operator === 'text'
        ? value.operands.flatMap((part) =>
            part.kind === 'known' && typeof part.value === 'string' ? named(part.value.replace(/\.[^.]*$/, ''), context) : [],
          )
        : [];
    default:
      return [];
  }
}

function named(path: string, context: ModelContext): ConfigObject[] {
  const { workspace, evaluator, app } = context;
  const pieces = path.split('.').filter((piece) => piece !== '');
  if (pieces.length === 0) return [];
  const fileOf = (parts: readonly string[]): Program | undefined => {
    const wanted = parts.join('/');
    const file = workspace.files.find(
      (one) =>
        (app.root === '.' || one.startsWith(`${app.root}/`)) &&
        [`${wanted}.py`, `${wanted}/__init__.py`].some((end) => one === end || one.endsWith(`/${end}`)),
    );
    return file === undefined ? undefined : workspace.programOf(file);
  };
  const whole = fileOf(pieces);
  if (whole !== undefined) return [{ program: whole }];
  const module = pieces.length > 1 ? fileOf(pieces.slice(0, -1)) : undefined;
  const found = module === undefined ? undefined : evaluator.indexOf(module).classes.find((one) => one.name === pieces.at(-1));
  return found === undefined || module === undefined ? [] : [{ class: found, program: module }];
}

/** Classes that hold a configuration by their names, their files or their keys. */
function conventional(programs: readonly Program[], evaluator: Evaluator, isFlask: boolean): ConfigObject[] {
  const found = programs.flatMap((program) => {
    const index = evaluator.indexOf(program);
    return index.classes
      .filter((one) => {
        const names = [...(index.classScope(one)?.bindings.keys() ?? [])];
        if (one.bases.some((base) => /^(?:pydantic|configurations|authx|django)/.test(referenceOf(base, index)?.path ?? ''))) return false;
        if (names.some((name) => /^(?:SESSION|REMEMBER)_COOKIE_\w+$/.test(name))) return true;
        if (!isFlask || !CONFIG_FILE.test(program.path)) return false;
        return names.some((name) => FLASK_KEY.test(name));
      })
      .map((one): ConfigObject => ({ class: one, program }));
  });
  const families = new Set(
    found.flatMap((one) => (one.class === undefined ? [] : lineOf(one.class, one.program, evaluator).map((base) => base.name))),
  );
  // Siblings that add nothing to a base with keys are configurations too: `class StagingConfig(Config): pass`.
  const siblings = programs.flatMap((program) =>
    evaluator
      .indexOf(program)
      .classes.filter(
        (one) => one.bases.some((base) => base.kind === 'name' && families.has(base.name)) && !found.some((other) => other.class === one),
      )
      .map((one): ConfigObject => ({ class: one, program })),
  );
  return lasting([...found, ...siblings], evaluator);
}

/** A module whose own names are configuration keys of Flask, and not Django's settings. */
function isConfigModule(program: Program, evaluator: Evaluator): boolean {
  const { bindings } = evaluator.indexOf(program).root;
  return [...bindings.values()].some((binding) => MODULE_KEY.test(binding.name) && binding.writes.length > 0);
}

/** A class and those of the repository that it derives from. */
export function lineOf(one: ClassDeclaration, program: Program, evaluator: Evaluator, depth = 0): ClassDeclaration[] {
  if (depth > 8) return [];
  return [
    one,
    ...one.bases.flatMap((base) => {
      const value = evaluator.evaluate(base, program);
      return value.kind === 'class' && value.node !== one ? lineOf(value.node, value.program, evaluator, depth + 1) : [];
    }),
  ];
}

/** Without those for development and tests, and without bases of others that stay; all of them when nothing would stay. */
function lasting(objects: readonly ConfigObject[], evaluator: Evaluator): ConfigObject[] {
  const kept = objects.filter((one) =>
    one.class === undefined ? !isDevelopmentFile(one.program.path) : !DEVELOPMENT_CLASS.test(one.class.name),
  );
  const bases = new Set(kept.flatMap((one) => (one.class === undefined ? [] : lineOf(one.class, one.program, evaluator).slice(1))));
  const leaves = kept.filter((one) => one.class === undefined || !bases.has(one.class));
  const unique = leaves.filter((one, i) => leaves.findIndex((other) => other.class === one.class && other.program === one.program) === i);
  return unique;
}
