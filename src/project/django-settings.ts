/** Django's cookie settings as production gets them: inherited, conditional, overwritten, or not there at all. */
import type { Attribute, CookieName } from '../cookies/finding.js';
import { fieldAt, isAbsent } from '../values/fields.js';
import type { Evaluator } from '../values/evaluator.js';
import { WorldReader } from '../values/outcome.js';
import { known, originOf, unknown, type Origin, type Value } from '../values/value.js';
import type { DjangoCookie, DjangoFacts } from './django-cookies.js';
import { productionSettings, type SettingsRoot } from './django-projects.js';
import type { AbsentSetting, ModelContext, ProjectModel, WrittenSetting } from './model.js';
import { isBefore } from '../matching/versions.js';
import { IN_PRODUCTION, literalsOf } from './other-attributes.js';
import { classSetting, moduleSetting } from './setting-fixes.js';
import { classWrite, lastWrite, type SettingWrite } from './setting-writes.js';

/** What names a real project: a module of settings for a library has none of them. */
const PROJECT = ['INSTALLED_APPS', 'MIDDLEWARE', 'MIDDLEWARE_CLASSES', 'ROOT_URLCONF'];

export function djangoModel(facts: DjangoFacts): ProjectModel {
  const roots = new WeakMap<object, readonly SettingsRoot[]>();
  const rootsOf = (context: ModelContext): readonly SettingsRoot[] => {
    let found = roots.get(context.programs);
    if (found === undefined) roots.set(context.programs, (found = productionSettings(context)));
    return found;
  };
  return {
    rule: 'django',
    surfaces: [...new Set([...facts.cookies.map((cookie) => cookie.surface), facts.classSurface])],
    judge: (context) => rootsOf(context).flatMap((root) => judgeRoot(new Settings(root, context.evaluator), facts, context)),
    settingOf: (context, key, from) => {
      const origin = originOf(from, { start: 0, end: 0 });
      const fallback = Object.hasOwn(facts.defaults, key) ? known(facts.defaults[key], origin) : undefined;
      const [root] = rootsOf(context);
      // Reading what no settings module has raises: nothing in the repository says what the operator's settings have.
      const undefinedHere = unknown(`no settings module of the repository defines ${key}`, origin);
      if (root === undefined)
        return fallback === undefined ? undefinedHere : { kind: 'environment', variable: key, source: 'configuration', fallback, origin };
      const value = new Settings(root, context.evaluator).get(key);
      return value ?? fallback ?? undefinedHere;
    },
  };
}

/** The settings of one root. */
class Settings {
  readonly root: SettingsRoot;
  readonly evaluator: Evaluator;

  constructor(root: SettingsRoot, evaluator: Evaluator) {
    this.root = root;
    this.evaluator = evaluator;
  }

  /** The value of a setting (and of keys in it); undefined when it is not written. */
  get(setting: string, path: readonly string[] = []): Value | undefined {
    const { program } = this.root;
    this.evaluator.begin();
    const value = this.root.class === undefined ? this.evaluator.exportOf(program, setting) : this.#attribute(setting);
    if (value === undefined || isAbsent(value)) return undefined;
    const inner = fieldAt(value, path);
    return isAbsent(inner) ? undefined : inner;
  }

  #attribute(setting: string): Value | undefined {
    const { program, class: node } = this.root;
    const origin: Origin = originOf(program, node!);
    const value = this.evaluator.memberOf({ kind: 'class', node: node!, program, origin }, setting, origin);
    if (value.kind === 'operation' && value.operator === 'field') return undefined;
    // django-configurations names the variable after the setting.
    return value.kind === 'environment' && value.variable === 'DJANGO_*' ? { ...value, variable: `DJANGO_${setting}` } : value;
  }

  write(setting: string): SettingWrite | undefined {
    const { program, class: node } = this.root;
    return node === undefined ? lastWrite(program, setting, this.evaluator) : classWrite(node, program, setting, this.evaluator);
  }

  get isProject(): boolean {
    return PROJECT.some((name) => this.write(name) !== undefined);
  }

  /** A literal that the setting is in production. */
  literal(path: readonly string[]): string | number | boolean | null | undefined {
    const [setting, ...rest] = path;
    const value = this.get(setting!, rest);
    if (value === undefined) return undefined;
    const outcome = new WorldReader(IN_PRODUCTION).read(value);
    return outcome.kind === 'literal' ? outcome.value : undefined;
  }

  /** Whether a list of dotted names has one that ends in (or is) the given; undefined when the setting is not written. */
  lists(settings: readonly string[], wanted: readonly string[]): boolean | undefined {
    let isWritten: boolean | undefined;
    for (const setting of settings) {
      const value = this.get(setting);
      if (value === undefined) continue;
      isWritten = false;
      for (const text of textsIn(value)) if (wanted.some((one) => text === one || text.endsWith(`.${one}`))) return true;
      // Too involved to follow: the strings of the module itself still tell.
      const { text } = this.write(setting)?.program ?? this.root.program;
      if (value.kind === 'unknown' && wanted.some((one) => new RegExp(`['".]${one.replaceAll('.', '\\.')}['"]`).test(text))) return true;
    }
    return isWritten;
  }
}

/** All strings inside a value, whatever makes the list: sums, choices, comprehensions over known lists. */
function textsIn(value: Value): Set<string> {
  const texts = new Set<string>();
  const seen = new Set<Value>();
  const visit = (at: Value): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at.kind === 'known' && typeof at.value === 'string') texts.add(at.value);
    else if (at.kind === 'list') at.items.forEach(visit);
    else if (at.kind === 'operation') at.operands.forEach(visit);
    else if (at.kind === 'choice') {
      visit(at.consequent);
      visit(at.alternate);
    }
  };
  visit(value);
  return texts;
}

function judgeRoot(settings: Settings, facts: DjangoFacts, context: ModelContext): (WrittenSetting | AbsentSetting)[] {
  const isProject = settings.isProject;
  return facts.cookies.flatMap((cookie) => {
    if (!isSent(cookie, settings)) return [];
    const written = writtenSetting(cookie, settings, facts, context);
    if (written !== undefined) return [written];
    if (cookie.absent !== 'off' || !codeSays(cookie, context)) return [];
    const { sentBy } = cookie;
    if (sentBy.settings === undefined && (!isProject || !isSurelySent(cookie, settings))) return [];
    return [
      cookie.path === undefined ? absentSetting(cookie, settings, facts, context) : missingKey(cookie, settings, facts, context),
    ].filter((one) => one !== undefined);
  });
}

/** Whether Django sends the cookie, or may send it as far as the settings say. */
function isSent(cookie: DjangoCookie, settings: Settings): boolean {
  const { sentBy, unless } = cookie;
  if (unless !== undefined && settings.literal([unless]) === true) return false;
  if (sentBy.settings !== undefined) {
    return sentBy.settings.some(
      ([setting, ...path]) =>
        settings.get(setting!, path) !== undefined &&
        settings.write(setting!)?.open !== true &&
        settings.literal([setting!, ...path]) !== null &&
        settings.literal([setting!, ...path]) !== false,
    );
  }
  const apps = sentBy.apps === undefined ? undefined : settings.lists(['INSTALLED_APPS'], sentBy.apps);
  const middleware = sentBy.middleware === undefined ? undefined : settings.lists(['MIDDLEWARE', 'MIDDLEWARE_CLASSES'], sentBy.middleware);
  // Lists that are not written say nothing against it.
  return (
    apps === true ||
    middleware === true ||
    (apps === undefined && middleware === undefined) ||
    (middleware === undefined && sentBy.middleware !== undefined && sentBy.apps === undefined)
  );
}

function isSurelySent({ sentBy }: DjangoCookie, settings: Settings): boolean {
  return (
    (sentBy.apps !== undefined && settings.lists(['INSTALLED_APPS'], sentBy.apps) === true) ||
    (sentBy.middleware !== undefined && settings.lists(['MIDDLEWARE', 'MIDDLEWARE_CLASSES'], sentBy.middleware) === true)
  );
}

/** Whether the app's code says what the absence of the setting needs to count. A single file is not the app's code. */
function codeSays({ absentWhereCode }: DjangoCookie, { programs, workspace }: ModelContext): boolean {
  if (absentWhereCode === undefined) return true;
  if (programs.some((program) => absentWhereCode.test(program.text))) return true;
  return workspace.files.length === 1 && absentWhereCode.source.includes('jwt');
}

function nameOf(cookie: DjangoCookie, settings: Settings): CookieName {
  const written = settings.literal(cookie.nameSetting);
  return { name: typeof written === 'string' && written !== '' ? written : cookie.name, session: cookie.session };
}

/** What production has for the other attributes of a cookie: the settings beside the one about Secure, or Django's own defaults. */
function besides({ setting, path }: DjangoCookie, settings: Settings, { beside, defaults }: DjangoFacts): Map<Attribute, Value> {
  const found = new Map<Attribute, Value>();
  if (path !== undefined || !setting.endsWith('_COOKIE_SECURE')) return found;
  for (const [attribute, ending] of Object.entries(beside)) {
    const name = setting.replace(/SECURE$/, ending);
    const fallback = Object.hasOwn(defaults, name)
      ? known(defaults[name], originOf(settings.root.program, { start: 0, end: 0 }))
      : undefined;
    const value = settings.get(name) ?? fallback;
    if (value !== undefined) found.set(attribute as Attribute, value);
  }
  return found;
}

function writtenSetting(cookie: DjangoCookie, settings: Settings, facts: DjangoFacts, context: ModelContext): WrittenSetting | undefined {
  const value = settings.get(cookie.setting, cookie.path);
  const write = settings.write(cookie.setting);
  if (value === undefined || write === undefined) return undefined;
  return {
    kind: 'written',
    matched: matchedAt(write, cookie, settings, facts, context),
    value,
    name: nameOf(cookie, settings),
    attributes: besides(cookie, settings, facts),
    ...(cookie.path === undefined ? {} : { path: cookie.path }),
  };
}

/** The dictionary is written, the key in it is not: judged as what the package does then. */
function missingKey(cookie: DjangoCookie, settings: Settings, facts: DjangoFacts, context: ModelContext): WrittenSetting | undefined {
  const write = settings.write(cookie.setting);
  if (write === undefined) return undefined;
  const value: Value = { ...known(undefined, originOf(write.program, write.node)), absent: true };
  return {
    kind: 'written',
    matched: matchedAt(write, cookie, settings, facts, context),
    value,
    name: nameOf(cookie, settings),
    path: cookie.path!,
  };
}

function matchedAt(
  write: SettingWrite,
  cookie: DjangoCookie,
  settings: Settings,
  facts: DjangoFacts,
  context: ModelContext,
): WrittenSetting['matched'] {
  const { rule, surface } = context.surface(settings.root.class === undefined ? cookie.surface : facts.classSurface);
  return {
    rule,
    surface,
    program: write.program,
    node: write.node,
    confidence: 'high',
    ...(write.assignment === undefined ? {} : { assignment: write.assignment }),
    ...(write.value === undefined ? {} : { value: write.value }),
  };
}

function absentSetting(cookie: DjangoCookie, settings: Settings, facts: DjangoFacts, context: ModelContext): AbsentSetting {
  const { program, class: node } = settings.root;
  const { rule, surface } = context.surface(node === undefined ? cookie.surface : facts.classSurface);
  const isMissing = cookie.since !== undefined && isBefore(context.apps.versionOf(context.app, 'django'), cookie.since);
  const fix = isMissing
    ? undefined
    : node === undefined
      ? moduleSetting(program, cookie.setting)
      : classSetting(program, node, cookie.setting);
  return {
    kind: 'absent',
    rule,
    surface,
    program,
    name: nameOf(cookie, settings),
    attributes: literalsOf(besides(cookie, settings, facts)),
    fixes: fix === undefined ? [] : [fix],
    related: [],
  };
}
