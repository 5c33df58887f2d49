/** The settings documents of a JVM application, in the order in which production reads them: base files, then those of its profile. */
import type { Expression, Program, Property, RecordExpression } from '../syntax/ir.js';
import { flattenSettings, relaxedKey, settingsRecords, type FlatSetting } from '../syntax/settings/flatten.js';
import { spring } from '../values/placeholders.js';
import { known, originOf, type EnvironmentValue, type Origin, type Value } from '../values/value.js';
import { fileMode } from './file-modes.js';
import type { ModelContext } from './model.js';
import type { WorkspaceFiles } from './workspace.js';

/** Which files hold an application's settings. */
export interface SettingsFamily {
  readonly files: RegExp;
  /** Key of a document that says for which profile it is. */
  readonly profileKeys: readonly string[];
}

/** A setting where it is written. */
export interface DocumentSetting {
  readonly program: Program;
  readonly record: RecordExpression;
  readonly setting: FlatSetting;
  readonly entry: Property;
}

interface Document {
  readonly program: Program;
  readonly record: RecordExpression;
  readonly settings: readonly FlatSetting[];
}

const TESTS = /(?:^|\/)(?:test|tests|testing|it|integration-?test|target|build)\//i;

/** How Spring and its like order the files of one place: https://docs.spring.io/spring-boot/reference/features/external-config.html */
const rankOf = (path: string): number =>
  (/(?:^|\/)bootstrap/.test(path) ? 0 : path.endsWith('.properties') ? 2 : 1) + (/(?:^|\/)config\//.test(path) ? 3 : 0);

/** A family's files in the whole tree, listed once: a monorepo has many apps. */
const listed = new WeakMap<WorkspaceFiles, Map<SettingsFamily, readonly string[]>>();

function familyFiles(workspace: WorkspaceFiles, family: SettingsFamily): readonly string[] {
  const lists = listed.get(workspace) ?? new Map<SettingsFamily, readonly string[]>();
  listed.set(workspace, lists);
  let files = lists.get(family);
  if (files === undefined) {
    files = workspace.files.filter((file) => family.files.test(file) && !TESTS.test(file));
    lists.set(family, files);
  }
  return files;
}

export class JvmDocuments {
  readonly #base: Document[] = [];
  readonly #production: Document[] = [];
  readonly #context: ModelContext;

  constructor(context: ModelContext, family: SettingsFamily) {
    this.#context = context;
    const { workspace, apps, app } = context;
    const files = familyFiles(workspace, family)
      .filter((file) => apps.of(file) === app)
      .sort((a, b) => rankOf(a) - rankOf(b));
    for (const file of files) for (const program of workspace.programsOf(file)) this.#add(program, family);
  }

  #add(program: Program, family: SettingsFamily): void {
    const ofFile = this.#context.isProductionSettings?.(program.path) === true ? 'production' : modeOfFile(program.path);
    for (const record of settingsRecords(program)) {
      const settings = flattenSettings(record);
      const profile = settings.find(({ joined }) => family.profileKeys.includes(joined))?.value;
      const ofDocument = profile?.kind === 'literal' && typeof profile.value === 'string' ? modeOfProfiles(profile.value) : undefined;
      const mode = ofDocument ?? ofFile;
      if (mode === 'other') continue;
      (mode === 'production' ? this.#production : this.#base).push({ program, record, settings });
    }
  }

  /** The file that every environment reads, where an absent setting belongs: the shortest path of those that count most. */
  get home(): { readonly program: Program; readonly record: RecordExpression } | undefined {
    return [...this.#base].sort(
      (a, b) =>
        Number(/(?:^|\/)bootstrap/.test(a.program.path)) - Number(/(?:^|\/)bootstrap/.test(b.program.path)) ||
        a.program.path.length - b.program.path.length,
    )[0];
  }

  /** The writes of any of the keys, in the order in which production reads them; `*` is one key, `**` any number of them. */
  writes(keys: readonly string[]): DocumentSetting[] {
    const patterns = keys.map(keyPattern);
    const found: DocumentSetting[] = [];
    for (const { program, record, settings } of [...this.#base, ...this.#production]) {
      for (const profiled of ['', '%prod.']) {
        for (const setting of settings) {
          const key = relaxedKey(setting.joined.replace(/["']/g, ''));
          if (profiled === '' ? key.startsWith('%') : !key.startsWith(profiled)) continue;
          if (patterns.some((pattern) => pattern.test(key.slice(profiled.length))))
            found.push({ program, record, setting, entry: setting.entry });
        }
      }
    }
    return found;
  }

  /** The last write that gives a value, and the value: placeholders read other settings, else the environment. */
  value(keys: readonly string[], depth = 0): { readonly at: DocumentSetting; readonly value: Value } | undefined {
    let found: { readonly at: DocumentSetting; readonly value: Value } | undefined;
    for (const at of this.writes(keys)) {
      const value = this.#read(at.setting.value, at.program, found?.value, depth);
      if (value !== undefined) found = { at, value };
    }
    return found;
  }

  #read(expression: Expression, program: Program, before: Value | undefined, depth: number): Value | undefined {
    const { evaluator } = this.#context;
    const origin = originOf(program, expression);
    if (expression.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === 'substitution')
      return this.#substitution(
        expression.args.map((argument) => argument.value),
        origin,
        before,
        depth,
      );
    if (expression.kind !== 'literal')
      return expression.kind === 'record' || expression.kind === 'list' ? undefined : evaluator.evaluate(expression, program);
    // An empty value converts to null: the default applies.
    if (expression.value === null || expression.value === '') return undefined;
    if (typeof expression.value !== 'string') return known(expression.value, origin);
    const filtered = /^@([\w.-]+)@$/.exec(expression.value);
    if (filtered !== null)
      return evaluator.informed({
        kind: 'environment',
        variable: filtered[1]!,
        source: 'configuration',
        origin,
      } satisfies EnvironmentValue);
    return spring(expression.value, origin, (key, fallback) => this.#placeholder(key, fallback, origin, depth));
  }

  /** HOCON's `${?X}` leaves the value from before where there is no X. */
  #substitution([path, optional]: readonly Expression[], origin: Origin, before: Value | undefined, depth: number): Value | undefined {
    if (path?.kind !== 'literal') return undefined;
    const isOptional = optional?.kind === 'literal' && optional.value === true;
    return this.#placeholder(String(path.value), isOptional ? before : undefined, origin, depth);
  }

  #placeholder(key: string, fallback: Value | undefined, origin: Origin, depth: number): Value {
    const setting = depth > 5 || !/[.a-z]/.test(key) ? undefined : this.value([key], depth + 1);
    if (setting !== undefined) return setting.value;
    const value: EnvironmentValue = {
      kind: 'environment',
      variable: key,
      source: 'environment',
      origin,
      ...(fallback === undefined ? {} : { fallback }),
    };
    return this.#context.evaluator.informed(value);
  }
}

const PATTERNS = new Map<string, RegExp>();

/** A wanted key as a pattern over relaxed keys. */
function keyPattern(key: string): RegExp {
  let pattern = PATTERNS.get(key);
  if (pattern === undefined) {
    const source = relaxedKey(key)
      .split('.')
      .map((piece) => (piece === '**' ? '.+' : piece === '*' ? '[^.]+' : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('\\.');
    pattern = new RegExp(`^${source}$`);
    PATTERNS.set(key, pattern);
  }
  return pattern;
}

/** `application-prod.yml`; a profile of another name (`mysql`, `docker`) says nothing about production. */
function modeOfFile(path: string): 'production' | 'other' | undefined {
  const mode = fileMode(path);
  if (mode !== undefined) return mode === 'production' ? 'production' : 'other';
  const suffix = /(?:^|\/)(?:application|bootstrap|production|prod)-([\w-]+)\.[a-z]+$/.exec(path)?.[1];
  if (/(?:^|\/)prod(?:uction)?\.conf$/.test(path)) return 'production';
  return suffix === undefined ? undefined : modeOfProfiles(suffix);
}

/** `prod`, `!dev`, `prod & cloud`: whether production runs with the profiles. */
function modeOfProfiles(expression: string): 'production' | 'other' {
  const words = expression.split(/[\s,|&()]+/).filter((word) => word !== '');
  const isProduction = words.some((word) =>
    word.startsWith('!')
      ? ['development', 'test'].includes(fileMode(`application-${word.slice(1)}.yml`) ?? '')
      : fileMode(`application-${word}.yml`) === 'production',
  );
  return isProduction ? 'production' : 'other';
}
