/** The configuration of Flask applications as production gets it: direct writes, configuration classes and modules, and what none of them says. */
import type { Attribute, CookieName, Fix } from '../cookies/finding.js';
import type { Matched } from '../matching/matched.js';
import type { CookieSurface } from '../matching/surface.js';
import type { Call, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldAt, fieldOf, isAbsent } from '../values/fields.js';
import { guardsOf } from '../values/guards.js';
import { WorldReader } from '../values/outcome.js';
import { referenceOf } from '../values/references.js';
import { absent, choice, known, originOf, unknown, type RecordPart, type Value } from '../values/value.js';
import type { ConfigFile, FlaskCookie, FlaskFacts } from './flask-cookies.js';
import { applicationsOf, lineOf, type ConfigObject, type ConfigSource, type FlaskApplication } from './flask-sources.js';
import type { AbsentSetting, ModelContext, ProjectModel, WrittenSetting } from './model.js';
import { IN_PRODUCTION, literalsOf } from './other-attributes.js';
import { classSetting, moduleSetting } from './setting-fixes.js';
import { classWrite, lastWrite, type SettingWrite } from './setting-writes.js';

interface Found {
  readonly value: Value;
  readonly write: SettingWrite;
  readonly inClass: boolean;
  /** Nothing in the repository writes the key: only a variable with the prefix would. */
  readonly isOperators?: true;
}

export function flaskModel(facts: FlaskFacts): ProjectModel {
  const seen = new WeakMap<object, readonly FlaskApplication[]>();
  const applications = (context: ModelContext): readonly FlaskApplication[] => {
    let found = seen.get(context.programs);
    if (found === undefined) seen.set(context.programs, (found = applicationsOf(context)));
    return found;
  };
  return {
    rule: 'flask',
    surfaces: [
      ...new Set([
        ...facts.cookies.map((cookie) => cookie.surface),
        ...facts.configFiles.map((one) => one.surface),
        facts.classSurface,
        facts.quartSurface,
      ]),
    ],
    judge: (context) => [...applications(context).flatMap((one) => judgeApplication(one, facts, context)), ...judgeFiles(facts, context)],
    settingOf: (context, key, from) => {
      const origin = originOf(from, { start: 0, end: 0 });
      const fallback = Object.hasOwn(facts.defaults, key) ? known(facts.defaults[key], origin) : undefined;
      const list = applications(context);
      const own = list.find((one) => one.program === from) ?? list[0];
      const found = own === undefined ? undefined : valuesOf(own, key, facts, context.evaluator)[0];
      // What nothing in the repository writes is missing, or the operator's: a file that is loaded over it, a variable.
      const unwritten: Value = { ...unknown(`nothing in the repository sets ${key} in the configuration`, origin), isUnset: true };
      return (
        found?.value ??
        (fallback === undefined
          ? unwritten
          : own === undefined
            ? { kind: 'environment', variable: key, source: 'configuration', fallback, origin }
            : fallback)
      );
    },
  };
}

/** What each production configuration of the application has for a key; a configuration without it gives nothing. */
function valuesOf(application: FlaskApplication, key: string, facts: FlaskFacts, evaluator: Evaluator): (Found | undefined)[] {
  return configurationsOf(application).map((objects) => fold(application.sources, objects, key, facts, evaluator));
}

/** One list of objects for each configuration that production may load: the classes of one `from_object` are alternatives. */
function configurationsOf({ sources }: FlaskApplication): (readonly ConfigObject[])[] {
  let configurations: (readonly ConfigObject[])[] = [[]];
  for (const source of sources) {
    if (source.kind !== 'object' || source.objects.length === 0 || source.chosen !== undefined) continue;
    configurations = configurations.flatMap((before) => source.objects.map((object) => [...before, object])).slice(0, 16);
  }
  return configurations;
}

function fold(
  sources: readonly ConfigSource[],
  objects: readonly ConfigObject[],
  key: string,
  facts: FlaskFacts,
  evaluator: Evaluator,
): Found | undefined {
  let found: Found | undefined;
  for (const source of sources) {
    if (source.kind === 'object') {
      if (source.chosen !== undefined) found = chosenFrom(source.chosen, source, key, found, evaluator);
      else for (const object of source.objects) if (objects.includes(object)) found = attributeOf(object, key, evaluator) ?? found;
    } else if (source.kind === 'mapping') found = fieldFound(source, key, found, evaluator);
    else if (source.kind === 'operator') found = operators(source, key, found);
    else if (source.key === key && (source.isDefault !== true || (found === undefined && !facts.initial.includes(key))))
      found = written(source, found, evaluator);
  }
  return found;
}

function written(source: ConfigSource & { kind: 'write' }, before: Found | undefined, evaluator: Evaluator): Found {
  const { program, node } = source;
  evaluator.begin();
  const own = evaluator.evaluate(source.value, program);
  const guard = evaluator.conjunction(guardsOf(node, undefined, evaluator.indexOf(program), { earlyExits: false }), program, undefined);
  const value = guard === undefined ? own : choice(guard, own, before?.value ?? absent(originOf(program, node)), own.origin);
  return {
    value,
    inClass: false,
    write: { program, node, value: source.value, ...('kind' in node && node.kind === 'assignment' ? { assignment: node } : {}) },
  };
}

/** What the classes have between which the environment chooses: what the chosen one does not have stays as it was. */
function chosenFrom(
  chosen: Value,
  { program, node }: ConfigSource & { kind: 'object' },
  key: string,
  before: Found | undefined,
  evaluator: Evaluator,
): Found | undefined {
  const writes: Found[] = [];
  const valueOf = (value: Value): Value => {
    if (value.kind === 'choice') return choice(value.test, valueOf(value.consequent), valueOf(value.alternate), value.origin);
    if (value.kind === 'operation') return value;
    const object =
      value.kind === 'class'
        ? { class: value.node, program: value.program }
        : value.kind === 'module'
          ? { program: value.program }
          : undefined;
    const own = object === undefined ? undefined : attributeOf(object, key, evaluator);
    if (own !== undefined) writes.push(own);
    return own?.value ?? before?.value ?? absent(value.origin);
  };
  const value = valueOf(chosen);
  const [first] = writes;
  if (first === undefined) return before;
  // Where they differ the choice decides, not what is written in one of them.
  return {
    value,
    inClass: first.inClass,
    write: writes.every((one) => one.write.node === first.write.node) ? first.write : { program, node },
  };
}

/** What a record gives a key, where it has it; what cannot be followed may hold any. */
function fieldFound(
  { program, node, value: record }: ConfigSource & { kind: 'mapping' },
  key: string,
  before: Found | undefined,
  evaluator: Evaluator,
): Found | undefined {
  evaluator.begin();
  const origin = originOf(program, node);
  const earlier: RecordPart[] = before === undefined ? [] : [{ kind: 'field', key, value: before.value }];
  const own = fieldOf({ kind: 'record', parts: [...earlier, { kind: 'spread', value: record }], origin }, key);
  if (isAbsent(own) || own === before?.value) return before;
  const entry = own.kind === 'unknown' || own.kind === 'operation' ? undefined : entryOf(record, key);
  const guard = evaluator.conjunction(guardsOf(node, undefined, evaluator.indexOf(program), { earlyExits: false }), program, undefined);
  const isOpen = own.kind === 'operation' && own.operator === 'field';
  // Nor does a file that only the operator has.
  if (before === undefined && isConfigured(own)) return { value: own, inClass: false, write: { program, node }, isOperators: true };
  // A record that nobody can follow says nothing about a key that is written nowhere else.
  if (isOpen && before === undefined) return undefined;
  const value = isOpen ? unknown('the configuration that is loaded over it could not be followed', own.origin) : own;
  return {
    value: guard === undefined ? value : choice(guard, value, before?.value ?? absent(origin), own.origin),
    inClass: false,
    write: entry ?? { program, node },
  };
}

/** Whether only a file of the operator's can have it. */
const isConfigured = (value: Value): boolean =>
  value.kind === 'choice' &&
  value.consequent.kind === 'environment' &&
  value.consequent.source === 'configuration' &&
  isAbsent(value.alternate);

/** The entry of a literal or of a data file that a key of a record is written in. */
function entryOf(record: Value, key: string): SettingWrite | undefined {
  if (record.kind !== 'record') return undefined;
  for (const part of [...record.parts].reverse()) {
    if (part.kind === 'spread') {
      const inner = entryOf(part.value, key);
      if (inner !== undefined) return inner;
    } else if (part.key === key) {
      const { property } = part;
      return property === undefined ? undefined : { program: record.origin.program, node: property, value: property.value };
    }
  }
  return undefined;
}

/** The operator may say otherwise than what is written before; with variables of a prefix also where nothing is. */
function operators(
  { program, node, prefix }: ConfigSource & { kind: 'operator' },
  key: string,
  before: Found | undefined,
): Found | undefined {
  if (before === undefined && prefix === undefined) return undefined;
  const origin = originOf(program, node);
  const fallback = before?.value ?? absent(origin);
  // https://flask.palletsprojects.com/en/stable/api/#flask.Config.from_prefixed_env: texts are read as JSON where they can be.
  const value: Value =
    prefix === undefined
      ? { kind: 'environment', variable: key, source: 'configuration', fallback, origin: fallback.origin }
      : { kind: 'environment', variable: `${prefix}_${key}`, source: 'environment', cast: 'words', fallback, origin };
  return {
    value,
    inClass: before?.inClass ?? false,
    write: before?.write ?? { program, node },
    ...((before?.isOperators ?? before === undefined) ? { isOperators: true as const } : {}),
  };
}

function attributeOf(object: ConfigObject, key: string, evaluator: Evaluator): Found | undefined {
  const { program, class: node } = object;
  evaluator.begin();
  const write = node === undefined ? lastWrite(program, key, evaluator) : classWrite(node, program, key, evaluator);
  // What may be given any key says nothing about one that Flask has a default for.
  if (write === undefined || write.open === true) return undefined;
  const origin = originOf(program, node ?? { start: 0, end: 0 });
  const value =
    node === undefined ? evaluator.exportOf(program, key) : evaluator.memberOf({ kind: 'class', node, program, origin }, key, origin);
  if (value === undefined || isAbsent(value) || (value.kind === 'operation' && value.operator === 'field')) return undefined;
  return { value, write, inClass: node !== undefined };
}

function judgeApplication(application: FlaskApplication, facts: FlaskFacts, context: ModelContext): (WrittenSetting | AbsentSetting)[] {
  return facts.cookies.flatMap((cookie) =>
    configurationsOf(application).flatMap((objects): (WrittenSetting | AbsentSetting)[] => {
      const found = fold(application.sources, objects, cookie.setting, facts, context.evaluator);
      const name = nameOf(cookie, application, objects, facts, context.evaluator);
      const attributes = besides(cookie, (key) => fold(application.sources, objects, key, facts, context.evaluator), application.program);
      if (
        cookie.needs !== undefined &&
        !cookie.needs.some((key) => fold(application.sources, objects, key, facts, context.evaluator) !== undefined)
      )
        return [];
      if (
        found !== undefined &&
        (found.isOperators !== true || (cookie.absent === 'off' && isSent(cookie, application, objects, facts, context)))
      )
        return [{ ...writtenSetting(found, cookie, name, application, facts, context), attributes }];
      if (found !== undefined || cookie.absent !== 'off' || !isSent(cookie, application, objects, facts, context)) return [];
      if (cookie.unlessWhere !== undefined && context.programs.some((program) => cookie.unlessWhere!.test(program.text))) return [];
      return [{ ...absentSetting(cookie, name, application, objects, facts, context), attributes: literalsOf(attributes) }];
    }),
  );
}

/** What the keys beside the one about Secure give the cookie, or the defaults of who sends it. */
function besides({ beside = {} }: FlaskCookie, find: (key: string) => Found | undefined, program: Program): Map<Attribute, Value> {
  const given = new Map<Attribute, Value>();
  for (const [attribute, { key, otherwise }] of Object.entries(beside)) {
    const value = find(key)?.value ?? (otherwise === undefined ? undefined : known(otherwise, originOf(program, { start: 0, end: 0 })));
    if (value !== undefined) given.set(attribute as Attribute, value);
  }
  return given;
}

/** Django's settings and views have a secret key and a session of their own: a Flask service beside them does not send it. */
const DJANGO = /^INSTALLED_APPS\b|^[ \t]*(?:from|import) django\b/m;

/** Whether the app's code, or a key of its configuration, says that the cookie is sent. */
function isSent(
  { sentWhere, sentWith }: FlaskCookie,
  { sources }: FlaskApplication,
  objects: readonly ConfigObject[],
  facts: FlaskFacts,
  { programs, evaluator }: ModelContext,
): boolean {
  if (programs.some(({ language, text }) => language === 'python' && sentWhere.test(text) && !DJANGO.test(text))) return true;
  return (
    sentWith?.some((key) => {
      const found = fold(sources, objects, key, facts, evaluator);
      return found !== undefined && found.isOperators !== true;
    }) ?? false
  );
}

function nameOf(
  cookie: FlaskCookie,
  application: FlaskApplication,
  objects: readonly ConfigObject[],
  facts: FlaskFacts,
  evaluator: Evaluator,
): CookieName {
  const found = fold(application.sources, objects, cookie.nameSetting, facts, evaluator);
  const outcome = found === undefined ? undefined : new WorldReader(IN_PRODUCTION).read(found.value);
  const isText = outcome?.kind === 'literal' && typeof outcome.value === 'string' && outcome.value !== '';
  return { name: isText ? outcome.value : cookie.name, session: cookie.session };
}

function surfaceFor(cookie: FlaskCookie, inClass: boolean, application: FlaskApplication, facts: FlaskFacts): string {
  if (cookie.setting !== 'SESSION_COOKIE_SECURE') return cookie.surface;
  return inClass ? facts.classSurface : application.isQuart ? facts.quartSurface : cookie.surface;
}

function matchedAt(write: SettingWrite, surface: string, context: ModelContext): Matched<CookieSurface> {
  return {
    ...context.surface(surface),
    program: write.program,
    node: write.node,
    confidence: 'high',
    ...(write.assignment === undefined ? {} : { assignment: write.assignment }),
    ...(write.value === undefined ? {} : { value: write.value }),
  };
}

function writtenSetting(
  found: Found,
  cookie: FlaskCookie,
  name: CookieName,
  application: FlaskApplication,
  facts: FlaskFacts,
  context: ModelContext,
): WrittenSetting {
  const { write } = found;
  const surface = surfaceFor(cookie, found.inClass, application, facts);
  const value = cookie.path === undefined ? found.value : fieldAt(found.value, cookie.path);
  return {
    kind: 'written',
    matched: matchedAt(write, surface, context),
    value,
    name,
    ...(cookie.path === undefined ? {} : { path: cookie.path }),
  };
}

function absentSetting(
  cookie: FlaskCookie,
  name: CookieName,
  application: FlaskApplication,
  objects: readonly ConfigObject[],
  facts: FlaskFacts,
  context: ModelContext,
): AbsentSetting {
  // What is loaded as a file is an operator's, though it is committed: the code that loads it is where the setting belongs.
  const object = objects.findLast((one) => one.isFile !== true);
  const { rule, surface } = context.surface(surfaceFor(cookie, object?.class !== undefined, application, facts));
  const direct = application.sources.filter((source) => source.kind === 'write').at(-1);
  const program = object?.program ?? direct?.program ?? application.program;
  const fix =
    object === undefined
      ? directFix(cookie.setting, direct, application, context.evaluator)
      : object.class === undefined
        ? moduleSetting(program, cookie.setting)
        : inheritedFix(object.class, program, cookie.setting, context.evaluator);
  return { kind: 'absent', rule, surface, program, name, fixes: fix === undefined ? [] : [fix], related: [] };
}

/** In the class that the others of the file derive from, so that all of them have it. */
function inheritedFix(node: NonNullable<ConfigObject['class']>, program: Program, setting: string, evaluator: Evaluator): Fix | undefined {
  const own = evaluator.indexOf(program).classes;
  const base =
    lineOf(node, program, evaluator)
      .filter((one) => own.includes(one))
      .at(-1) ?? node;
  return classSetting(program, base, setting);
}

/** One more key where the application's own keys are written, or right after it is made. */
function directFix(setting: string, last: ConfigSource | undefined, application: FlaskApplication, evaluator: Evaluator): Fix | undefined {
  const { program } = application;
  if (last === undefined) return afterCreation(setting, program, evaluator);
  if (last.kind !== 'write' || last.program !== program || !('kind' in last.node)) return undefined;
  const { text } = program;
  if (last.node.kind === 'call') return keywordFix(setting, last.node, text);
  if (last.node.kind !== 'assignment' || last.node.target.kind !== 'subscript') return undefined;
  const { target } = last.node;
  const quote = text[target.index.start] === "'" ? "'" : '"';
  return lineAfter(last.node, `${text.slice(target.object.start, target.object.end)}[${quote}${setting}${quote}] = True`, text);
}

/** `update(A=1)` becomes `update(A=1, NAME=True)`, in the layout of the last argument. */
function keywordFix(setting: string, call: Call, text: string): Fix | undefined {
  const last = call.args.at(-1);
  if (last?.name === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const isOwnLine = lineStart + indent.length === last.start;
  const edit = `,${isOwnLine ? `${eolOf(text)}${indent}` : ' '}${setting}=True`;
  return { title: `Add ${setting}=True`, safe: true, edits: [{ start: last.end, end: last.end, text: edit }] };
}

/** A line after `app = Flask(…)`. */
function afterCreation(setting: string, program: Program, evaluator: Evaluator): Fix | undefined {
  const index = evaluator.indexOf(program);
  const made = index.assignments.find(
    ({ target, value }) =>
      target.kind === 'name' &&
      value.kind === 'call' &&
      /^(?:flask\.Flask|quart\.Quart)$/.test(referenceOf(value.callee, index)?.path ?? ''),
  );
  return made === undefined || made.target.kind !== 'name'
    ? undefined
    : lineAfter(made, `${made.target.name}.config["${setting}"] = True`, program.text);
}

/** A line of its own after a statement that stands alone on its lines. */
function lineAfter(node: { readonly start: number; readonly end: number }, line: string, text: string): Fix | undefined {
  const lineStart = text.lastIndexOf('\n', node.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const rest = /^[^\r\n]*/.exec(text.slice(node.end))![0];
  if (lineStart + indent.length !== node.start || !/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  const at = node.end + rest.length;
  return { title: `Add ${line}`, safe: true, edits: [{ start: at, end: at, text: `${eolOf(text)}${indent}${line}` }] };
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

// ------------------------------------------------------------------ configuration files with fixed names

function judgeFiles(facts: FlaskFacts, context: ModelContext): (WrittenSetting | AbsentSetting)[] {
  return facts.configFiles.flatMap((wanted) =>
    context.programs
      .filter((program) => program.language === 'python' && wanted.file.test(program.path) && wanted.mentions.test(program.text))
      .map((program) => judgeFile(program, wanted, context)),
  );
}

function judgeFile(program: Program, wanted: ConfigFile, context: ModelContext): WrittenSetting | AbsentSetting {
  const { evaluator } = context;
  const { rule, surface } = context.surface(wanted.surface);
  const name: CookieName = { name: wanted.name, session: true };
  let value: Value | undefined;
  let write: SettingWrite | undefined;
  let path: readonly string[] = [];
  // Any of the keys switches it on: the first that is written is where it is judged.
  for (const [setting, ...inner] of wanted.settings) {
    evaluator.begin();
    const at = lastWrite(program, setting!, evaluator);
    const whole = at === undefined ? undefined : evaluator.exportOf(program, setting!);
    const own = whole === undefined ? undefined : fieldAt(whole, inner);
    if (at === undefined || own === undefined || isAbsent(own)) continue;
    value = value === undefined ? own : choice(value, value, own, value.origin);
    if (write === undefined) path = inner;
    write ??= at;
  }
  if (value === undefined || write === undefined)
    return { kind: 'absent', rule, surface, program, name, fixes: [moduleSetting(program, wanted.settings[0]![0]!)], related: [] };
  return { kind: 'written', matched: matchedAt(write, wanted.surface, context), value, name, ...(path.length === 0 ? {} : { path }) };
}
